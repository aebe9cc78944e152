// Words for an organ's area that cannot be its own: 全乡 in the report of a 镇.
#include <algorithm>
#include <array>
#include <string>

#include <re2/re2.h>

#include "model/unicode.h"
#include "rules/identity.h"
#include "rules/lazy_pattern.h"

namespace gongkai {
namespace {

// A report of an organ of kind `own` cannot call its area `wrong`. A county's report may well say
// 我市 or 全市 of the city above it, a town's 全县; but no town has a 乡 of its own, and a city or
// district stands over or beside a county and is never one.
struct Confusion {
  std::string_view own, wrong;
};
constexpr auto kConfusions = std::to_array<Confusion>({
    {"镇", "乡"},
    {"镇", "街道"},
    {"乡", "镇"},
    {"乡", "街道"},
    {"街道", "乡"},
    {"街道", "镇"},
    {"市", "县"},
    {"区", "县"},
});

struct Patterns {
  // The last words of an organ's name: 轵城|镇|人民政府, before the year or the rest of a title.
  LazyPattern kind{
      "(镇|乡|街道|县|市|区)(?:人民政府|政府办事处|办事处|管理委员会|管委会)?(?:办公室|办公厅)?"
      "(?:[12][0-9]{3}年?|政府信息|政务|信息公开|$)"};
  // 健全乡镇, 安全, 基本 end in the same characters; 乡村, 乡镇, 县域, 县(市、区) begin with them.
  LazyPattern area{
      "([^健完安齐周保俱成资原根基版样]|^)((?:全|我|本)(?:乡|镇|街道|县))([^村镇土规愁音情域级城区市(（]|$)"};
};

const Patterns& Pattern() {
  static const Patterns kPatterns;
  return kPatterns;
}

// What an organ's name says about its kind; empty where it says nothing.
std::string OrganKind(const Report& report) {
  std::string kind;
  for (const TextFact* fact : {&report.agency, &report.title}) {
    if (re2::RE2::PartialMatch(FoldTight(fact->value), Pattern().kind, &kind)) return kind;
  }
  return "";
}

bool IsConfusion(std::string_view own, std::string_view word) {
  for (const Confusion& confusion : kConfusions) {
    if (confusion.own == own && word.ends_with(confusion.wrong)) return true;
  }
  return false;
}

// The words around a place, for a person to find it: the clause that it stands in.
std::string Clause(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::array<std::string_view, 7> kEnds{"。", "，", "；", "\n", ",", ";", "："};
  std::size_t from = 0, to = text.size();
  for (const std::string_view mark : kEnds) {
    const auto before = text.substr(0, begin).rfind(mark);
    if (before != text.npos) from = std::max(from, before + mark.size());
    to = std::min(to, text.find(mark, end));
  }
  return Trim(text.substr(from, to - from));
}

// Whether a word stands there that the pattern could be for: plain search costs next to nothing.
bool MayHaveWrongWord(std::string_view own, std::string_view text) {
  constexpr std::array<std::string_view, 3> kBefore{"全", "我", "本"};
  return std::any_of(kConfusions.begin(), kConfusions.end(), [&](const Confusion& confusion) {
    if (confusion.own != own) return false;
    return std::any_of(kBefore.begin(), kBefore.end(), [&](std::string_view before) {
      return text.find(std::string(before) + std::string(confusion.wrong)) != text.npos;
    });
  });
}

void FindWrongWords(std::string_view own, const std::string& text, const std::string& pointer,
                    ForeignWord& found) {
  if (!MayHaveWrongWord(own, text)) return;
  re2::StringPiece rest(text);
  re2::StringPiece before, word, behind;
  while (re2::RE2::FindAndConsume(&rest, Pattern().area, &before, &word, &behind)) {
    // What stands behind a word may be what stands before the next one.
    rest = re2::StringPiece(behind.data(), static_cast<std::size_t>(
                                               text.data() + text.size() - behind.data()));
    if (!IsConfusion(own, {word.data(), word.size()})) continue;
    if (found.count++ == 0) {
      const auto begin = static_cast<std::size_t>(word.data() - text.data());
      found.word = std::string(word);
      found.quote = Clause(text, begin, begin + word.size());
    }
    found.AddPlace(pointer);
  }
}

}  // namespace

void CheckAreaWords(const Report& report, Findings& out) {
  const std::string own = OrganKind(report);
  if (own.empty()) return;
  ForeignWord found;
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    FindWrongWords(own, report.sections[i].text, "/sections/" + std::to_string(i) + "/text", found);
  }
  SayForeign(std::move(found), report, "identity.agency", out);
}

}  // namespace gongkai
