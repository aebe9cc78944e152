#include "rules/section_text.h"

#include <algorithm>

#include "model/unicode.h"

namespace gongkai {
namespace {

// Characters on each side of the place itself: enough to find it by, short enough for a line.
constexpr std::size_t kAround = 20;

}  // namespace

SectionText MakeSectionText(std::string_view text, std::string pointer, std::string key) {
  SectionText prose{std::move(pointer), std::move(key), DecodeUtf8(text), {}, {}};
  prose.text.reserve(prose.original.size());
  prose.origin.reserve(prose.original.size());
  for (std::size_t i = 0; i < prose.original.size(); ++i) {
    const char32_t c = prose.original[i];
    if (IsSpace(c) && c != U'\n') continue;
    prose.text.push_back(c == U'\n' ? c : FoldCharacter(c));
    prose.origin.push_back(i);
  }
  return prose;
}

std::vector<SectionText> ReadSectionTexts(const Report& report) {
  std::vector<SectionText> all;
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const Section& section = report.sections[i];
    all.push_back(
        MakeSectionText(section.text, "/sections/" + std::to_string(i) + "/text", section.key));
  }
  return all;
}

std::string Quote(const SectionText& prose, std::size_t begin, std::size_t end) {
  if (begin >= end || end > prose.origin.size()) return "";
  const std::size_t from = prose.origin[begin], to = prose.origin[end - 1] + 1;
  return EncodeUtf8(std::u32string_view(prose.original).substr(from, to - from));
}

std::string QuoteAround(const SectionText& prose, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kEnds = U"。;\n";
  std::size_t from = begin, to = end;
  while (from > 0 && begin - from < kAround && !IsOneOf(prose.text[from - 1], kEnds)) --from;
  while (to < prose.text.size() && to - end < kAround && !IsOneOf(prose.text[to], kEnds)) ++to;
  const auto digit = [&](std::size_t i) { return prose.text[i] >= U'0' && prose.text[i] <= U'9'; };
  while (from > 0 && digit(from) && digit(from - 1)) --from;  // no number is cut in two
  while (to < prose.text.size() && to > 0 && digit(to) && digit(to - 1)) ++to;
  return Quote(prose, from, to);
}

bool StandsAt(std::u32string_view text, std::size_t at, std::u32string_view word) {
  return at <= text.size() && text.substr(at).starts_with(word);
}

bool IsElided(std::u32string_view text) { return text.find(U'…') != text.npos; }

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

}  // namespace gongkai
