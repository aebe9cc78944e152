#include "cli/read_report.h"

#include <array>
#include <filesystem>

#include <nettle/base16.h>
#include <nettle/sha2.h>

#include "cli/input.h"
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

Result<Report> ReadBytes(std::string_view bytes, const std::string& path,
                         const ExtractOptions& options, const RuleSet& rules) {
  const auto document = ExtractDocument(bytes, NameOf(path), options);
  if (!document.ok()) return document.error();
  return Assess(document.value(), bytes, path, rules);
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

Result<Report> ReadReport(const std::string& path, const ExtractOptions& options,
                          const RuleSet& rules) {
  const auto bytes = ReadInput(path);
  if (!bytes.ok()) return bytes.error();
  return WithFile(ReadBytes(bytes.value(), path, options, rules), path);
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
                                               : ReadBytes(bytes.value(), path, options, rules),
                  path);
}

std::string Sha256Hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  std::array<uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex(BASE16_ENCODE_LENGTH(digest.size()), '0');
  base16_encode_update(hex.data(), digest.size(), digest.data());
  return hex;
}

}  // namespace gongkai
