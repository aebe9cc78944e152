#include "rules/prose.h"

#include <algorithm>
#include <array>

#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr std::string_view kTitleOpens = "《", kTitleCloses = "》";
// Bytes; the longest names of notices are about 60 characters. One that does not close is no title.
constexpr std::size_t kMaxTitle = 600;

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

void MaskTitles(std::string& text) {
  for (std::size_t at = 0; (at = text.find(kTitleOpens, at)) != text.npos;) {
    const auto close = text.substr(at, kMaxTitle).find(kTitleCloses);
    const auto line = text.substr(at, kMaxTitle).find('\n');
    if (close == text.npos || line < close) {
      at += kTitleOpens.size();
      continue;
    }
    const auto end = at + close + kTitleCloses.size();
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
              text.begin() + static_cast<std::ptrdiff_t>(end), kMask);
    at = end;
  }
}

// The length of the sign at the front that ends a sentence, 0 where there is none.
std::size_t EndOfSentence(std::string_view text) {
  if (text.starts_with("。")) return std::string_view("。").size();
  const char c = text.front();
  return c == '\n' || c == '!' || c == '?' ? 1 : 0;
}

// Not the comma of 1,300 nor the point of 7.73.
bool PartsClauses(std::string_view text, std::size_t at) {
  constexpr std::string_view kParting = ",;:()[].";
  if (kParting.find(text[at]) == kParting.npos) return false;
  const bool within_number = (text[at] == ',' || text[at] == '.') && at > 0 &&
                             at + 1 < text.size() &&
                             IsDigit(static_cast<unsigned char>(text[at - 1])) &&
                             IsDigit(static_cast<unsigned char>(text[at + 1]));
  return !within_number;
}

}  // namespace

Prose MakeProse(std::string_view section_text) {
  Prose prose;
  prose.original = DecodeUtf8(section_text);
  const std::u32string& original = prose.original;
  std::u32string one(1, U' ');
  for (std::size_t i = 0; i < original.size(); ++i) {
    one[0] = original[i] == U'\n' ? U'\n' : FoldCharacter(original[i]);
    if (one[0] == U' ') {
      const auto next = std::find_if_not(original.begin() + static_cast<std::ptrdiff_t>(i),
                                         original.end(), IsSpace);
      const bool between = !prose.text.empty() &&
                           IsDigit(static_cast<unsigned char>(prose.text.back())) &&
                           next != original.end() && IsDigit(FoldCharacter(*next));
      if (!between) continue;
    }
    prose.text += EncodeUtf8(one);
    prose.origin.resize(prose.text.size(), static_cast<std::uint32_t>(i));
  }
  prose.origin.push_back(static_cast<std::uint32_t>(original.size()));
  MaskTitles(prose.text);
  return prose;
}

std::string Quote(const Prose& prose, Span span) {
  if (span.begin >= span.end) return {};
  const std::size_t from = prose.origin[span.begin];
  const std::size_t last = prose.origin[span.end - 1];
  return EncodeUtf8(std::u32string_view(prose.original).substr(from, last + 1 - from));
}

std::vector<Sentence> FindSentences(const Prose& prose) {
  const std::string_view text = prose.text;
  std::vector<Sentence> sentences;
  bool opens = true;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = EndOfSentence(text.substr(at));
    if (length == 0) {
      ++at;
      continue;
    }
    if (at > from) {
      sentences.push_back({{from, at}, opens});
      opens = false;
    }
    opens = opens || text[at] == '\n';
    from = at += length;
  }
  if (from < text.size()) sentences.push_back({{from, text.size()}, opens});
  return sentences;
}

std::vector<Span> FindClauses(std::string_view text, Span span) {
  std::vector<Span> clauses;
  std::size_t from = span.begin;
  for (std::size_t at = span.begin; at <= span.end; ++at) {
    if (at < span.end && !PartsClauses(text, at)) continue;
    if (at > from) clauses.push_back({from, at});
    from = at + 1;
  }
  return clauses;
}

}  // namespace gongkai
