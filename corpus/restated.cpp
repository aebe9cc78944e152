// A sentence says so where it speaks of what was carried over, of the year before, and of a difference.
#include "corpus/restated.h"

#include <algorithm>
#include <array>
#include <span>

#include "model/unicode.h"

namespace gongkai {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto kSubjects = std::to_array<std::string_view>({"结转"});
constexpr auto kPast = std::to_array<std::string_view>({"上年", "上一年", "去年", "年度报告", "年报", "年报告"});
constexpr auto kDifferences = std::to_array<std::string_view>(
    {"不一致", "差异", "更正", "订正", "修正", "勘误", "核减", "核增", "调整为", "口径调整", "有误", "重新核", "不相符"});
constexpr std::u32string_view kEnds = U"。！？；\n";

bool HasOne(std::string_view sentence, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return sentence.find(word) != sentence.npos; });
}

}  // namespace

std::string RestatementIn(const AuditReport& report) {
  for (const AuditSection& section : report.sections) {
    std::u32string_view left;
    const std::u32string text = DecodeUtf8(section.text);
    for (left = text; !left.empty();) {
      const std::size_t end = left.find_first_of(kEnds);
      const std::size_t length = end == left.npos ? left.size() : end + 1;
      const std::string sentence = Trim(EncodeUtf8(left.substr(0, length)));
      left.remove_prefix(length);
      if (HasOne(sentence, kSubjects) && HasOne(sentence, kPast) && HasOne(sentence, kDifferences)) {
        return sentence;
      }
    }
  }
  return "";
}

}  // namespace gongkai
