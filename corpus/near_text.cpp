// Two passes: the first drops and folds single characters, the second puts marks in the place of
// numbers and names. Both keep where each character came from.
#include "corpus/near_text.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千万亿两";
constexpr std::u32string_view kOwn = U"我本全";
// What an organ calls itself by behind 我, 本 and 全.
constexpr auto kOrganWords = std::to_array<std::u32string_view>(
    {U"机关", U"单位", U"街道", U"部门", U"地区", U"省", U"市", U"州", U"盟", U"县", U"区", U"旗",
     U"镇", U"乡", U"局", U"委", U"办", U"厅", U"院", U"校", U"队", U"站", U"所"});
constexpr std::u32string_view kGovernment = U"人民政府";

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsNumeral(char32_t c) {
  return IsDigit(c) || kNumerals.find(c) != std::u32string_view::npos;
}

// Is `c`, folded, a character that is compared?
bool IsCompared(char32_t c) {
  if (IsHan(c)) return true;
  if (c < 0x80) return IsDigit(c) || (c >= U'a' && c <= U'z');
  return c >= 0xC0 && c < 0x2000;  // letters of other alphabets; signs stand behind them
}

char32_t FoldForComparison(char32_t c) {
  if (IsHan(c)) return c;
  c = FoldCharacter(c);
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

// A point or comma between two digits belongs to the number.
bool IsInNumber(std::u32string_view raw, std::size_t at) {
  const auto digit_at = [&](std::size_t i) {
    return i < raw.size() && IsDigit(FoldForComparison(raw[i]));
  };
  const char32_t c = FoldForComparison(raw[at]);
  return (c == U'.' || c == U',') && at > 0 && digit_at(at - 1) && digit_at(at + 1);
}

// One character for each that is compared; a number in digits is one mark already.
NearText FoldCharacters(std::u32string_view raw) {
  NearText out;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const char32_t c = FoldForComparison(raw[at]);
    if (!IsCompared(c)) continue;
    const auto origin = static_cast<std::uint32_t>(at);
    if (IsDigit(c)) {
      while (at + 1 < raw.size() &&
             (IsDigit(FoldForComparison(raw[at + 1])) || IsInNumber(raw, at + 1))) {
        ++at;
      }
    }
    out.text.push_back(IsDigit(c) ? kNumberMark : c);
    out.origin.push_back(origin);
    out.ending.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return out;
}

std::vector<std::u32string> NamesAsCompared(std::span<const std::string> names) {
  std::vector<std::u32string> out;
  for (const std::string& name : names) {
    std::u32string folded = FoldCharacters(DecodeUtf8(name)).text;
    if (folded.ends_with(kGovernment)) {
      out.push_back(folded.substr(0, folded.size() - kGovernment.size()));
    }
    out.push_back(std::move(folded));
  }
  std::erase_if(out, [](const auto& name) { return name.size() < 2; });
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  return out;
}

// The length of an organ's name at the beginning of `text`, or 0. The longest name comes first.
std::size_t NameLength(std::u32string_view text, const std::vector<std::u32string>& names) {
  for (const std::u32string& name : names) {
    if (text.starts_with(name)) return name.size();
  }
  if (kOwn.find(text.front()) == std::u32string_view::npos) return 0;
  for (const std::u32string_view word : kOrganWords) {
    if (text.substr(1).starts_with(word)) return 1 + word.size();
  }
  return 0;
}

// The length of a number at the beginning of `text`, or 0.
std::size_t NumberLength(std::u32string_view text) {
  std::size_t length = 0;
  bool digits = false;
  for (; length < text.size() && IsNumeral(text[length]); ++length) {
    digits = digits || IsDigit(text[length]);
  }
  return digits || length >= 2 ? length : 0;
}

}  // namespace

NearText MakeNearText(std::string_view raw, std::span<const std::string> names) {
  const NearText folded = FoldCharacters(DecodeUtf8(raw.substr(0, kMostComparedBytes)));
  const std::vector<std::u32string> known = NamesAsCompared(names);
  NearText out;
  out.text.reserve(folded.text.size());
  for (std::size_t at = 0; at < folded.text.size();) {
    const std::u32string_view left = std::u32string_view(folded.text).substr(at);
    const std::size_t name = NameLength(left, known);
    const std::size_t number = name == 0 ? NumberLength(left) : 0;
    const std::size_t length = std::max({name, number, std::size_t{1}});
    out.text.push_back(name > 0 ? kOrganMark : number > 0 ? kNumberMark : left.front());
    out.origin.push_back(folded.origin[at]);
    at += length;
    out.ending.push_back(folded.ending[at - 1]);
  }
  return out;
}

namespace {

// The bytes that a character of the decoded text took in `raw`, at `at`. A broken byte was read as
// U+FFFD, which takes three where it is really written.
std::size_t BytesOf(char32_t c, std::string_view raw, std::size_t at) {
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  if (c == 0xFFFD) return raw.substr(at).starts_with("\xEF\xBF\xBD") ? 3 : 1;
  return c < 0x10000 ? 3 : 4;
}

}  // namespace

std::vector<TextRange> RangesInRaw(std::string_view raw, const NearText& near,
                                   std::span<const NearRange> ranges) {
  raw = raw.substr(0, kMostComparedBytes);
  const std::u32string characters = DecodeUtf8(raw);
  std::vector<std::size_t> bytes(characters.size() + 1, 0);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    bytes[i + 1] = bytes[i] + BytesOf(characters[i], raw, bytes[i]);
  }
  std::vector<TextRange> out;
  for (const NearRange& range : ranges) {
    const std::size_t begin = near.origin[range.begin], end = near.ending[range.end - 1];
    out.push_back({bytes[begin], bytes[end], begin, end});
  }
  return out;
}

}  // namespace gongkai
