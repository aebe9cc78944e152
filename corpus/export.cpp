#include "corpus/export.h"

#include "corpus/export_formats.h"

namespace gongkai {

std::optional<Error> ExportArchive(Database& archive, const ExportOptions& options) {
  const Snapshot snapshot(archive);
  MakePlaceNames(archive, options.language);
  switch (options.format) {
    case ExportFormat::kJsonl: return ExportJsonl(archive, options);
    case ExportFormat::kCsv: return ExportCsv(archive, options);
    case ExportFormat::kXlsx: return ExportXlsx(archive, options);
  }
  return std::nullopt;
}

}  // namespace gongkai
