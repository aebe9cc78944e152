#include "extract/plain_text_characters.h"

#include <algorithm>
#include <array>

#include "extract/plain_text_markdown.h"

namespace gongkai {
namespace {

bool StartsWithAt(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(at, what.size()) == what;
}

// White space and invisible characters beyond ASCII.
constexpr auto kSpaces = std::to_array<std::string_view>({
    "\u00A0", "\u00AD", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
    "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u200C", "\u200D",
    "\u200E", "\u200F", "\u2028", "\u2029", "\u202F", "\u2060", "\u3000", "\uFEFF",
});
// Of these, the ones that take no room: dropped, and no space is left.
constexpr auto kInvisible = std::to_array<std::string_view>(
    {"\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF"});

bool Contains(const auto& table, std::string_view what) {
  return std::find(table.begin(), table.end(), what) != table.end();
}

bool IsControl(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7F) return true;
  // U+0080 to U+009F
  return byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
}

bool LeavesSpace(std::string_view blank) {
  if (blank == "\t" || blank == "\v" || blank == "\f" || blank == "\n" || blank == "\r")
    return true;
  return !IsControl(blank, 0) && !Contains(kInvisible, blank);
}

constexpr auto kSentenceEnds = std::to_array<std::string_view>(
    {"。", "！", "？", "；", "：", "…", ".", "!", "?", ";", ":", "．"});
constexpr auto kClosers =
    std::to_array<std::string_view>({"”", "’", "）", ")", "］", "]", "》", "」", "』", "\"", "】"});
constexpr auto kHanDigits = std::to_array<std::string_view>(
    {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇"});
constexpr auto kBullets =
    std::to_array<std::string_view>({"•", "●", "■", "◆", "▪", "◇", "○", "□", "★", "※"});

bool IsDigit(std::string_view character) {
  return character.size() == 1 && character[0] >= '0' && character[0] <= '9';
}

// The length of the numerals at `at`: Chinese ones, or at most three ASCII digits.
std::size_t NumeralLength(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  for (int count = 0; at < text.size() && count < 4; ++count) {
    const std::string_view character = CharacterAt(text, at);
    if (!Contains(kHanDigits, character) && !(IsDigit(character) && count < 3)) break;
    at += character.size();
  }
  return at - start;
}

// The length of a bracketed number: （一） (1) 〔三〕.
std::size_t BracketedLength(std::string_view text) {
  for (const std::string_view open : {"（", "(", "〔", "["}) {
    if (!text.starts_with(open)) continue;
    const std::size_t numeral = NumeralLength(text, open.size());
    if (numeral == 0) return 0;
    const std::size_t end = open.size() + numeral;
    for (const std::string_view close : {"）", ")", "〕", "]"}) {
      if (StartsWithAt(text, end, close)) return end + close.size();
    }
  }
  return 0;
}

// The length of a number and the mark behind it: 一、 1. 2、 3）. A decimal number is none.
std::size_t MarkedLength(std::string_view text) {
  const std::size_t numeral = NumeralLength(text, 0);
  if (numeral == 0) return 0;
  for (const std::string_view mark : {"、", "．", "）", ")", "."}) {
    if (!StartsWithAt(text, numeral, mark)) continue;
    const std::size_t end = numeral + mark.size();
    const bool decimal = end < text.size() && IsDigit(CharacterAt(text, end)) && mark != "、";
    return decimal ? 0 : end;
  }
  return 0;
}

// 第一章, 第二条, 第3部分
std::size_t ChapterLength(std::string_view text) {
  constexpr std::string_view kOrdinal = "第";
  if (!text.starts_with(kOrdinal)) return 0;
  const std::size_t numeral = NumeralLength(text, kOrdinal.size());
  if (numeral == 0) return 0;
  const std::size_t end = kOrdinal.size() + numeral;
  for (const std::string_view unit : {"章", "节", "部分", "条", "十条"}) {
    if (StartsWithAt(text, end, unit)) return end + unit.size();
  }
  return 0;
}

std::size_t BulletLength(std::string_view text) {
  if (text.empty()) return 0;
  const std::string_view first = CharacterAt(text, 0);
  if (Contains(kBullets, first)) return first.size();
  const bool ascii = first == "-" || first == "*" || first == "+";
  return ascii && text.size() > 1 && text[1] == ' ' ? 2 : 0;
}

std::size_t NumberingLength(std::string_view text) {
  return std::max(
      {BracketedLength(text), MarkedLength(text), ChapterLength(text), BulletLength(text)});
}

// A full-width digit or sign as its ASCII byte; 0 where the character is neither.
char NumberByte(std::string_view character) {
  if (character.size() == 1) return character[0];
  if (character == "－" || character == "−") return '-';
  if (character == "＋") return '+';
  if (character == "，") return ',';
  if (character == "．") return '.';
  constexpr std::string_view kZero = "０";
  if (character.size() == 3 && character.substr(0, 2) == kZero.substr(0, 2)) {
    const int digit =
        static_cast<unsigned char>(character[2]) - static_cast<unsigned char>(kZero[2]);
    if (digit >= 0 && digit <= 9) return static_cast<char>('0' + digit);
  }
  return 0;
}

bool IsWideEnd(std::string_view character) { return character.size() >= 3; }

}  // namespace

std::size_t BlankLength(std::string_view text, std::size_t at) {
  if (text[at] == ' ') return 1;
  if (text[at] == '&') return StartsWithAt(text, at, "&nbsp;") ? 6 : 0;
  const std::string_view character = CharacterAt(text, at);
  if (IsControl(text, at) || Contains(kSpaces, character)) return character.size();
  return 0;
}

bool IsBlank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = BlankLength(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string_view TrimBlank(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = BlankLength(text, 0);
    if (length == 0) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    const std::string_view last = text.ends_with("&nbsp;") ? "&nbsp;" : LastCharacter(text);
    if (BlankLength(text, text.size() - last.size()) != last.size()) break;
    text.remove_suffix(last.size());
  }
  return text;
}

std::string_view CharacterAt(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::size_t length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return text.substr(at, length);
}

std::string_view LastCharacter(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < 4) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) break;
  }
  return text.substr(at);
}

int DisplayWidth(std::string_view text) {
  int width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 && byte < 0xC0) continue;
    width += byte >= 0xE0 ? 2 : 1;
  }
  return width;
}

int CountCharacters(std::string_view text, int limit) {
  int count = 0;
  for (std::size_t at = 0; at < text.size() && count < limit; ++count) {
    at += CharacterAt(text, at).size();
  }
  return count;
}

bool IsNumberField(std::string_view field) {
  constexpr std::size_t kLongest = 64;  // bytes: 20 full-width characters
  if (field.empty() || field.size() > kLongest) return false;
  int digits = 0, points = 0;
  bool leading_zero = false, first = true;
  for (std::size_t at = 0; at < field.size(); first = false) {
    const std::string_view character = CharacterAt(field, at);
    const char byte = NumberByte(character);
    at += character.size();
    if ((byte == '-' || byte == '+') && first) continue;
    if (byte == '.') {
      if (++points > 1 || digits == 0) return false;
    } else if (byte >= '0' && byte <= '9') {
      if (points > 0) continue;
      if (digits == 1 && leading_zero) return false;
      if (digits++ == 0) leading_zero = byte == '0';
    } else if (byte != ',' || digits == 0 || points > 0) {
      return false;
    }
  }
  return digits >= 1 && digits <= 9;
}

bool IsPlaceholderField(std::string_view field) {
  return Contains(
      std::to_array<std::string_view>({"/", "-", "—", "——", "－", "–", "∕", "／", "--"}), field);
}

bool EndsSentence(std::string_view text) {
  for (int closers = 0; closers < 4 && !text.empty(); ++closers) {
    const std::string_view last = LastCharacter(text);
    if (Contains(kSentenceEnds, last)) return true;
    if (!Contains(kClosers, last)) return false;
    text.remove_suffix(last.size());
  }
  return false;
}

bool StartsNumbered(std::string_view text) { return NumberingLength(text) > 0; }

bool IsBareNumbering(std::string_view text) {
  const std::size_t length = NumberingLength(text);
  return length > 0 && IsBlank(text.substr(length));
}

bool StartsSection(std::string_view text) {
  const bool marked = !text.empty() && Contains(kHanDigits, CharacterAt(text, 0));
  return (marked && MarkedLength(text) > 0) || BracketedLength(text) > 0;
}

std::string CleanText(std::string_view text, TextSyntax syntax) {
  std::string resolved;
  if (syntax == TextSyntax::kMarkdown) {
    resolved = ResolveInlineMarkdown(text);
    text = resolved;
  }
  std::string clean;
  clean.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = BlankLength(text, at);
    if (blank > 0) {
      space = space || LeavesSpace(text.substr(at, blank));
      at += blank;
      continue;
    }
    if (space && !clean.empty()) clean += ' ';
    space = false;
    if (StartsWithAt(text, at, "\\|")) ++at;
    const std::string_view character = CharacterAt(text, at);
    clean += character;
    at += character.size();
  }
  return clean;
}

void AppendLine(std::string& text, std::string_view next) {
  if (!text.empty() && !next.empty() && !IsWideEnd(LastCharacter(text)) &&
      !IsWideEnd(CharacterAt(next, 0))) {
    text += ' ';
  }
  text += next;
}

}  // namespace gongkai
