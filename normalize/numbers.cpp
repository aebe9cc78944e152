// A cell is folded (width, dashes, spaces) and then read from left to right: sign, number, unit,
// bracketed note. What is left over makes it no number.
#include "normalize/numbers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "model/unicode.h"

namespace gongkai {
namespace {

// No number of a report has more characters; longer cells are text.
constexpr std::size_t kLongest = 60;

constexpr auto kPlaceholders = std::to_array<std::u32string_view>(
    {U"/", U"-", U"--", U"---", U"----", U"\\", U"无", U"*", U"×", U"…", U"……", U"//", U"."});

constexpr auto kUnits = std::to_array<std::u32string_view>(
    {U"万元", U"亿元", U"元", U"件次", U"件", U"条", U"份", U"人次", U"次", U"个", U"项", U"宗",
     U"起", U"部", U"人", U"篇", U"例"});

constexpr auto kChinese = std::to_array<std::pair<char32_t, int>>(
    {{U'零', 0}, {U'〇', 0}, {U'一', 1}, {U'二', 2}, {U'两', 2}, {U'三', 3}, {U'四', 4},
     {U'五', 5}, {U'六', 6}, {U'七', 7}, {U'八', 8}, {U'九', 9}, {U'十', 10}});

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// The text that is left to read.
struct Cursor {
  std::u32string_view rest;

  bool Take(std::u32string_view word) {
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
  }
};

struct Sign {
  bool negative = false, written = false;
};

Sign TakeSign(Cursor& in, bool change) {
  if (in.Take(U"-")) return {true, true};
  if (!change) return {};
  for (const std::u32string_view down : {U"减少", U"减", U"↓", U"下降"}) {
    if (in.Take(down)) return {true, true};
  }
  for (const std::u32string_view up : {U"增加", U"增", U"+", U"↑", U"上升"}) {
    if (in.Take(up)) return {false, true};
  }
  return {};
}

// 6-digit groups are not in use; a separator stands before exactly three digits.
bool SeparatorAt(std::u32string_view text, std::size_t at) {
  if (text[at] != U',' || at == 0 || at + 3 >= text.size()) return false;
  for (std::size_t i = 1; i <= 3; ++i) {
    if (!IsDigit(text[at + i])) return false;
  }
  return at + 4 >= text.size() || !IsDigit(text[at + 4]);
}

// 3402 99 is one number cut in two, or two cells' numbers in one: nobody can tell, and joined they
// would be a wrong number.
bool HasSpaceBetweenDigits(std::string_view raw) {
  const std::u32string text = DecodeUtf8(Fold(raw));
  bool space = false, digit = false;
  for (const char32_t c : text) {
    if (IsSpace(c)) {
      space = digit;
      continue;
    }
    if (space && (IsDigit(c) || c == U'.')) return true;
    space = false;
    digit = IsDigit(c) || c == U'.';
  }
  return false;
}

std::optional<Decimal> TakeArabic(Cursor& in) {
  std::string digits;
  std::size_t at = 0;
  for (; at < in.rest.size(); ++at) {
    const char32_t c = in.rest[at];
    if (IsDigit(c) || c == U'.') {
      digits.push_back(static_cast<char>(c));
    } else if (!SeparatorAt(in.rest, at)) {
      break;
    }
  }
  const auto value = Decimal::Parse(digits);
  if (value) in.rest.remove_prefix(at);
  return value;
}

int ChineseDigit(char32_t c) {
  const auto it = std::find_if(kChinese.begin(), kChinese.end(), [c](auto& d) { return d.first == c; });
  return it == kChinese.end() ? -1 : it->second;
}

// 零 to 九十九: cells that are filled by hand in words hold no more.
std::optional<Decimal> TakeChinese(Cursor& in) {
  int value = 0, last = -1;
  std::size_t at = 0;
  for (; at < in.rest.size() && at < 3; ++at) {
    const int digit = ChineseDigit(in.rest[at]);
    if (digit < 0) break;
    if (digit == 10) {
      value = (last < 0 ? 1 : last) * 10;
      last = 0;
    } else {
      if (last > 0) return std::nullopt;  // 二三: two digits side by side mean something else
      value += digit;
      last = digit;
    }
  }
  // A lone 一 is as often a dash that was typed with the wrong key: nobody can tell.
  if (at == 0 || in.rest == U"一") return std::nullopt;
  in.rest.remove_prefix(at);
  return Decimal(value);
}

std::u32string_view TakeUnit(Cursor& in) {
  for (const std::u32string_view unit : kUnits) {
    if (in.Take(unit)) return unit;
  }
  return {};
}

// The content of one bracket that closes the cell, or nothing.
std::u32string_view TakeNote(Cursor& in) {
  if (in.rest.size() < 3 || in.rest.front() != U'(' || in.rest.back() != U')') return {};
  const std::u32string_view note = in.rest.substr(1, in.rest.size() - 2);
  in.rest = {};
  return note;
}

std::optional<Decimal> InTenThousandYuan(const Decimal& value, std::u32string_view unit,
                                         AmountUnit header) {
  if (unit == U"万元") return value;
  if (unit == U"亿元") return value.TimesPowerOfTen(4);
  if (unit == U"元" || header == AmountUnit::kYuan) return value.TimesPowerOfTen(-4);
  return value;
}

bool IsMoney(std::u32string_view unit) { return unit.ends_with(U"元"); }

}  // namespace

Reading ParseCell(std::string_view text, CellType type, AmountUnit unit) {
  Reading reading;
  reading.raw = Trim(text);
  if (reading.raw.empty()) {
    reading.kind = ReadingKind::kBlank;
    return reading;
  }
  reading.state = CellState::kNotANumber;
  if (reading.raw.size() > 4 * kLongest) return reading;
  const std::u32string folded = DecodeUtf8(FoldTight(reading.raw));
  if (std::find(kPlaceholders.begin(), kPlaceholders.end(), folded) != kPlaceholders.end()) {
    reading.state = CellState::kPlaceholder;
    return reading;
  }
  if (folded.find(0xFFFD) != folded.npos) {
    reading.state = CellState::kUnreadable;
    return reading;
  }
  if (HasSpaceBetweenDigits(reading.raw)) return reading;
  Cursor in{folded};
  const Sign sign = TakeSign(in, type == CellType::kChange);
  auto value = TakeArabic(in);
  if (!value) value = TakeChinese(in);
  const std::u32string_view printed_unit = TakeUnit(in);
  const std::u32string_view note = TakeNote(in);
  if (!value || !in.rest.empty() || folded.size() > kLongest) return reading;
  if (type == CellType::kAmount) {
    value = InTenThousandYuan(*value, printed_unit, unit);
    if (printed_unit.empty() && unit == AmountUnit::kYuan) reading.unit = "元";
  } else if (!value->IsInteger() || IsMoney(printed_unit)) {
    return reading;
  }
  if (!value) return reading;
  if (!printed_unit.empty()) reading.unit = EncodeUtf8(printed_unit);
  reading.note = EncodeUtf8(note);
  reading.value = sign.negative ? Decimal::Make(-value->digits(), value->scale()) : value;
  reading.state = reading.value ? CellState::kNumber : CellState::kNotANumber;
  return reading;
}

bool IsNumberOrPlaceholder(std::string_view text) {
  const CellState state = ParseCell(text, CellType::kChange).state;
  if (state == CellState::kNumber || state == CellState::kPlaceholder) return true;
  return ParseCell(text, CellType::kAmount).state == CellState::kNumber;
}

bool IsValueText(std::string_view text) {
  return IsNumberOrPlaceholder(text) || Trim(text).empty();
}

}  // namespace gongkai
