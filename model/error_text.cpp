#include "model/error_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gongkai {
namespace {

// A code's texts in the catalogue: <id> is the reason, <id>.advice what to do.
struct CodeText {
  ErrorCode code;
  std::string_view id;
};
constexpr auto kCodeTexts = std::to_array<CodeText>({
    {ErrorCode::kNotFound, "errors.not_found"},
    {ErrorCode::kEmpty, "errors.empty"},
    {ErrorCode::kTooLarge, "errors.too_large"},
    {ErrorCode::kEncrypted, "errors.encrypted"},
    {ErrorCode::kDamaged, "errors.damaged"},
    {ErrorCode::kNoPages, "errors.no_pages"},
    {ErrorCode::kUnsupported, "errors.unsupported"},
    {ErrorCode::kNotAReport, "errors.not_a_report"},
    {ErrorCode::kNoText, "errors.no_text"},
    {ErrorCode::kNotWritable, "errors.not_writable"},
    {ErrorCode::kBadJson, "errors.bad_json"},
    {ErrorCode::kBadDecisions, "errors.bad_decisions"},
    {ErrorCode::kBadRules, "errors.bad_rules"},
    {ErrorCode::kBadOrgans, "errors.bad_organs"},
    {ErrorCode::kChanged, "errors.changed"},
    {ErrorCode::kTimeout, "errors.timeout"},
    {ErrorCode::kMemory, "errors.memory"},
    {ErrorCode::kCrash, "errors.crash"},
    {ErrorCode::kBadArchive, "errors.bad_archive"},
    {ErrorCode::kBusy, "errors.busy"},
});

std::string_view TextId(ErrorCode code) {
  return std::find_if(kCodeTexts.begin(), kCodeTexts.end(),
                      [code](const CodeText& row) { return row.code == code; })
      ->id;
}

// "-" is standard input where something was read, standard output where something was written.
std::string NameText(const Error& error, Language language) {
  if (error.file != "-") return error.file;
  return Text(error.code == ErrorCode::kNotWritable ? "errors.stdout" : "errors.stdin", language);
}

}  // namespace

std::string ErrorReason(const Error& error, Language language) {
  const std::string id(TextId(error.code));
  const bool known = error.detail.starts_with("errors.detail.");
  std::string detail = known ? Text(error.detail, language, error.details) : error.detail;
  if (!detail.empty()) detail = Text("errors.detail", language, {{"text", detail}});
  const std::string page =
      error.page > 0 ? Text("errors.page", language, {{"page", std::to_string(error.page)}}) : "";
  return Text("errors.reason", language,
              {{"page", page},
               {"reason", Text(id, language)},
               {"detail", detail},
               {"advice", Text(id + ".advice", language)}});
}

std::string ErrorMessage(const Error& error, Language language) {
  return Text("errors.message", language,
              {{"file", NameText(error, language)}, {"text", ErrorReason(error, language)}});
}

}  // namespace gongkai
