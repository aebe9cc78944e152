#include <filesystem>
#include <vector>

#include "corpus/csv_text.h"
#include "corpus/export_formats.h"
#include "corpus/output_file.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

void WriteHeader(OutputFile& file, RowKind kind) {
  std::string line(kUtf8Mark);
  for (const ExportColumn& column : ExportColumns(kind)) {
    if (&column != &ExportColumns(kind).front()) line += ',';
    AppendCsvField(line, column.key);
  }
  file.Write(line.append(kCsvLineEnd));
}

void WriteRow(OutputFile& file, const Statement& row, std::size_t columns, std::string& line) {
  line.clear();
  for (int column = 0; column < static_cast<int>(columns); ++column) {
    if (column > 0) line += ',';
    const std::string_view text = row.TextView(column);
    if (row.IsText(column)) {
      AppendCsvField(line, WithoutFormula(text));
    } else {
      line += text;
    }
  }
  file.Write(line.append(kCsvLineEnd));
}

std::optional<Error> WriteKind(Database& archive, RowKind kind, Language language,
                               OutputFile& file) {
  WriteHeader(file, kind);
  const std::size_t columns = ExportColumns(kind).size();
  std::string line;
  ForEachRow(archive, kind, language, [&](const Statement& row) {
    WriteRow(file, row, columns, line);
    return !file.failed();
  });
  if (archive.fault()) return archive.fault();
  return file.Finish();
}

std::optional<Error> ExportOneKind(Database& archive, const ExportOptions& options) {
  auto file = OutputFile::Open(options.path);
  if (!file.ok()) return file.error();
  if (auto error = WriteKind(archive, *options.rows, options.language, file.value())) return error;
  return file.value().Commit();
}

// No file is replaced before all are complete.
std::optional<Error> ExportInto(const fs::path& folder, Database& archive, Language language) {
  std::vector<OutputFile> files;
  for (const RowKind kind : kRowKinds) {
    auto file = OutputFile::Open(folder / (std::string(RowKindName(kind)) + ".csv"));
    if (!file.ok()) return file.error();
    if (auto error = WriteKind(archive, kind, language, file.value())) return error;
    files.push_back(std::move(file.value()));
  }
  for (OutputFile& file : files) {
    if (auto error = file.Commit()) return error;
  }
  return std::nullopt;
}

std::optional<Error> ExportFolder(Database& archive, const ExportOptions& options) {
  const fs::path folder = options.path;
  std::error_code failed;
  const bool made = fs::create_directory(folder, failed);
  if (failed) return Error{ErrorCode::kNotWritable, options.path, failed.message(), 0};
  auto error = ExportInto(folder, archive, options.language);
  if (error && made) fs::remove(folder, failed);
  return error;
}

}  // namespace

std::optional<Error> ExportCsv(Database& archive, const ExportOptions& options) {
  return options.rows ? ExportOneKind(archive, options) : ExportFolder(archive, options);
}

}  // namespace gongkai
