// gongkai export: an archive for other programs.
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/messages.h"
#include "corpus/archive_writer.h"
#include "corpus/export.h"

namespace gongkai {
namespace {

constexpr auto kFormats = std::to_array<std::pair<const char*, ExportFormat>>({
    {"jsonl", ExportFormat::kJsonl},
    {"csv", ExportFormat::kCsv},
    {"xlsx", ExportFormat::kXlsx},
});

struct ExportArguments {
  std::string archive, format, output, rows;
};

std::vector<std::string> ExportFormatNames() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormats) names.emplace_back(name);
  return names;
}

std::vector<std::string> RowKindNames() {
  std::vector<std::string> names;
  for (const RowKind kind : kRowKinds) names.emplace_back(RowKindName(kind));
  return names;
}

bool IsOneFile(const std::string& path) { return path == "-" || path.ends_with(".csv"); }

ExportOptions OptionsOf(const ExportArguments& arguments, Language language) {
  ExportOptions options;
  for (const auto& [name, format] : kFormats) {
    if (arguments.format == name) options.format = format;
  }
  options.path = arguments.output;
  options.language = language;
  if (options.format != ExportFormat::kCsv || !IsOneFile(options.path)) return options;
  options.rows = RowKind::kCells;
  for (const RowKind kind : kRowKinds) {
    if (arguments.rows == RowKindName(kind)) options.rows = kind;
  }
  return options;
}

// The id of the text that says so.
std::optional<std::string_view> WrongUsage(const ExportArguments& arguments,
                                           const ExportOptions& options) {
  if (!arguments.rows.empty() && !options.rows) return "export.rows_misplaced";
  if (options.format == ExportFormat::kXlsx && options.path == "-") return "export.no_stream";
  std::error_code ignored;
  if (std::filesystem::equivalent(options.path, arguments.archive, ignored)) {
    return "usage.same_file";
  }
  return std::nullopt;
}

int RunExport(const ExportArguments& arguments, Language language) {
  const ExportOptions options = OptionsOf(arguments, language);
  if (const auto wrong = WrongUsage(arguments, options)) {
    Complain(Text(*wrong, language, {{"file", options.path}}));
    return kWrongUsage;
  }
  auto archive = OpenArchive(arguments.archive);
  const auto error = archive.ok() ? ExportArchive(archive.value(), options)
                                  : std::optional(archive.error());
  if (!error) return kDone;
  Complain(ErrorMessage(*error, language));
  return kInputUnread;
}

}  // namespace

Declared DeclareExport(Language language) {
  const auto own = std::make_shared<ExportArguments>();
  std::vector<Argument> rows = {
      {"--archive", "help.archive", "ARCHIVE", &own->archive, true},
      {"--format", "help.export.format", "jsonl|csv|xlsx", &own->format, true, ExportFormatNames()},
      {"-o,--output", "help.export.output", "PATH", &own->output, true},
      {"--rows", "help.export.rows", "KIND", &own->rows, false, RowKindNames()},
  };
  return {std::move(rows), [own, language] { return RunExport(*own, language); }};
}

}  // namespace gongkai
