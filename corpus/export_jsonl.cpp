#include "corpus/export_formats.h"
#include "corpus/output_file.h"

namespace gongkai {

std::optional<Error> ExportJsonl(Database& archive, const ExportOptions& options) {
  auto output = OutputFile::Open(options.path);
  if (!output.ok()) return output.error();
  OutputFile& file = output.value();
  Statement report = archive.Prepare("SELECT report FROM readings WHERE id = ?");
  ForEachReading(archive, [&](std::int64_t reading) {
    report.With(reading);
    if (report.Step()) {
      file.Write(report.TextView(0));
      file.Write("\n");
    }
    return !file.failed();
  });
  if (archive.fault()) return archive.fault();
  return file.Commit();
}

}  // namespace gongkai
