#include "corpus/import_reasons.h"

#include <algorithm>
#include <array>

#include "model/error_text.h"

namespace gongkai {
namespace {

struct Reason {
  ErrorCode code;
  std::string_view name;
};
constexpr auto kReasons = std::to_array<Reason>({
    {ErrorCode::kNotFound, "not_opened"},
    {ErrorCode::kEmpty, "empty"},
    {ErrorCode::kTooLarge, "too_large"},
    {ErrorCode::kEncrypted, "encrypted"},
    {ErrorCode::kDamaged, "unreadable"},
    {ErrorCode::kNoPages, "unreadable"},
    {ErrorCode::kUnsupported, "unsupported"},
    {ErrorCode::kNotAReport, "not_a_report"},
    {ErrorCode::kNoText, "no_text"},
    {ErrorCode::kChanged, "changed"},
    {ErrorCode::kTimeout, "timeout"},
    {ErrorCode::kMemory, "memory"},
    {ErrorCode::kCrash, "crash"},
});

}  // namespace

std::string_view ReasonOf(ErrorCode code) {
  const auto reason = std::find_if(kReasons.begin(), kReasons.end(),
                                   [code](const Reason& row) { return row.code == code; });
  return reason == kReasons.end() ? "unreadable" : reason->name;
}

Failure FailureOf(const Error& error) {
  return {std::string(ReasonOf(error.code)), ErrorReason(error, Language::kZh),
          ErrorReason(error, Language::kEn)};
}

}  // namespace gongkai
