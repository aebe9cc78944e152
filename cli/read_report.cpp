#include "cli/read_report.h"

#include <filesystem>

#include "cli/input.h"
#include "corpus/sha256.h"
#include "model/stage_times.h"
#include "model/unicode.h"
#include "normalize/normalize.h"
#include "normalize/report_json.h"
#include "rules/rules.h"

namespace gongkai {
namespace {

std::string NameOf(const std::string& path) { return std::filesystem::path(path).filename(); }

// The name as JSON can carry it: a file system's names are bytes, not always UTF-8.
std::string Utf8NameOf(const std::string& path) { return EncodeUtf8(DecodeUtf8(NameOf(path))); }

Result<Report> Assess(const Document& document, std::string_view bytes, const std::string& path,
                      const RuleSet& rules) {
  Report report = Normalize(document);
  report.source.name = Utf8NameOf(path);
  report.source.sha256 = Sha256Hex(bytes);
  report.source.bytes = static_cast<std::int64_t>(bytes.size());
  if (!LooksLikeReport(document, report)) return Error{ErrorCode::kNotAReport, "", "", 0};
  const StageTimer timer(Stage::kCheck);
  CheckReport(report, rules);
  return report;
}

Result<Report> ReadJson(std::string_view json, const RuleSet& rules) {
  auto report = ReadReportJson(json);
  if (report.ok()) CheckReport(report.value(), rules);
  return report;
}

bool OpensLikeJson(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{';
}

Result<Report> WithFile(Result<Report> report, const std::string& path) {
  if (!report.ok()) report.error().file = path;
  return report;
}

}  // namespace

Result<Report> ReadReportBytes(std::string_view bytes, const std::string& path,
                               const ExtractOptions& options, const RuleSet& rules) {
  const auto document = ExtractDocument(bytes, NameOf(path), options);
  if (!document.ok()) return document.error();
  return Assess(document.value(), bytes, path, rules);
}

Result<Report> ReadReport(const std::string& path, const ExtractOptions& options,
                          const RuleSet& rules) {
  const auto bytes = ReadInput(path);
  if (!bytes.ok()) return bytes.error();
  return WithFile(ReadReportBytes(bytes.value(), path, options, rules), path);
}

Result<Report> ReadDocument(const Document& document, std::string_view bytes,
                            const std::string& path) {
  return WithFile(Assess(document, bytes, path, BuiltInRules()), path);
}

Result<Report> ReadReportOrJson(const std::string& path, const ExtractOptions& options,
                                const RuleSet& rules) {
  const auto bytes = ReadInput(path);
  if (!bytes.ok()) return bytes.error();
  return WithFile(OpensLikeJson(bytes.value()) ? ReadJson(bytes.value(), rules)
                                               : ReadReportBytes(bytes.value(), path, options, rules),
                  path);
}

}  // namespace gongkai
