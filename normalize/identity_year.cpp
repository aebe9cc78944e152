#include "normalize/identity_year.h"

#include <algorithm>
#include <array>

#include "model/unicode.h"
#include "normalize/chinese_number.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

constexpr int kFirstYear = 2000;  // the first disclosure rules of a city are of 2002
constexpr int kLastYear = 2099;

char32_t At(Words text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

// The end of the run of digits, or of Chinese numerals, that begins at `at`.
std::size_t RunEnd(Words text, std::size_t at) {
  const bool ascii = IsDigit(At(text, at));
  std::size_t end = at;
  while (end < text.size() && (ascii ? IsDigit(text[end]) : IsChineseNumeral(text[end]))) ++end;
  return end;
}

// A run of digits as ASCII digits; empty where it is no number or a long one.
std::string DigitsOf(Words run) {
  if (run.empty() || run.size() > 12) return {};
  if (IsDigit(run.front())) return EncodeUtf8(run);
  const auto value = ParseChineseNumber(run);
  return value ? std::to_string(*value) : std::string();
}

int ToInt(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool IsYear(int year) { return year >= kFirstYear && year <= kLastYear; }

struct Date {
  int year = 0, month = 0, day = 0;  // all 0 where the date is there and cannot be read
  std::size_t end = 0;               // in the text; 0 where there is no date
};

bool IsDay(int month, int day) {
  constexpr std::array<int, 13> kDays{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= kDays[static_cast<std::size_t>(month)];
}

// Month and day whose 月 is lost: 11 is 1 January, 1231 is 31 December; 111 could be two dates.
std::pair<int, int> SplitMonthDay(std::string_view digits) {
  std::pair<int, int> only{0, 0};
  int fitting = 0;
  for (std::size_t month = 1; month <= 2 && month < digits.size(); ++month) {
    const std::string_view day = digits.substr(month);
    if (day.size() > 2) continue;
    if (!IsDay(ToInt(digits.substr(0, month)), ToInt(day)) || day.front() == '0') continue;
    only = {ToInt(digits.substr(0, month)), ToInt(day)};
    ++fitting;
  }
  return fitting == 1 ? only : std::pair<int, int>{0, 0};
}

Date MakeDate(int year, int month, int day, std::size_t end) {
  if (!IsYear(year) || !IsDay(month, day)) return {0, 0, 0, end};
  return {year, month, day, end};
}

std::size_t SkipDay(Words text, std::size_t at) {
  return At(text, at) == U'日' || At(text, at) == U'号' ? at + 1 : at;
}

// M月D日 or, with 月 lost, MD日 from `at`.
Date ParseMonthDay(Words text, std::size_t at, int year) {
  const std::size_t first_end = RunEnd(text, at);
  const std::string first = DigitsOf(text.substr(at, first_end - at));
  if (first.empty() || first.size() > 4) return {};
  if (At(text, first_end) == U'月') {
    const std::size_t day_end = RunEnd(text, first_end + 1);
    const std::string day = DigitsOf(text.substr(first_end + 1, day_end - first_end - 1));
    if (day.empty() || day.size() > 2) return {0, 0, 0, std::max(day_end, first_end + 1)};
    return MakeDate(year, ToInt(first), ToInt(day), SkipDay(text, day_end));
  }
  if (At(text, first_end) != U'日') return {};
  const auto [month, day] = SplitMonthDay(first);
  return MakeDate(year, month, day, first_end + 1);
}

// 2023-01-01, 2023.1.1, 2023/1/1 from behind the year's digits.
Date ParseNumeric(Words text, std::size_t year_end, int year) {
  const char32_t sign = At(text, year_end);
  if (sign != '-' && sign != '.' && sign != '/') return {};
  const std::size_t month_end = RunEnd(text, year_end + 1);
  if (At(text, month_end) != sign) return {};
  const std::size_t day_end = RunEnd(text, month_end + 1);
  const std::string month = DigitsOf(text.substr(year_end + 1, month_end - year_end - 1));
  const std::string day = DigitsOf(text.substr(month_end + 1, day_end - month_end - 1));
  if (month.empty() || month.size() > 2 || day.empty() || day.size() > 2) return {};
  return MakeDate(year, ToInt(month), ToInt(day), day_end);
}

// With 年 lost: 20231月1日, 202311日.
Date ParseRunOn(Words text, std::size_t begin, std::size_t end, std::string_view digits) {
  if (digits.size() < 5 || digits.size() > 8) return {};
  const int year = ToInt(digits.substr(0, 4));
  if (!IsYear(year)) return {};
  if (At(text, end) == U'月' || At(text, end) == U'日') return ParseMonthDay(text, begin + 4, year);
  return {};
}

// A date with its year from `at`; `inherited` (0 for none) is the year of one that has none.
Date ParseDate(Words text, std::size_t at, int inherited) {
  const std::size_t end = RunEnd(text, at);
  const std::string digits = DigitsOf(text.substr(at, end - at));
  if (digits.empty()) return {};
  if (At(text, end) == U'年') {
    if (digits.size() == 4) return ParseMonthDay(text, end + 1, ToInt(digits));
    Date unreadable = ParseMonthDay(text, end + 1, kFirstYear);
    return {0, 0, 0, unreadable.end};
  }
  if (digits.size() == 4) {
    const Date numeric = ParseNumeric(text, end, ToInt(digits));
    if (numeric.end > 0) return numeric;
  }
  if (IsDigit(At(text, at))) {
    const Date run_on = ParseRunOn(text, at, end, digits);
    if (run_on.end > 0) return run_on;
  }
  return inherited > 0 && digits.size() <= 2 ? ParseMonthDay(text, at, inherited) : Date{};
}

std::string Iso(const Date& date) {
  if (date.year == 0) return {};
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}

// Behind the sign that leads from the first date to the second; 0 where there is none.
std::size_t SkipTo(Words text, std::size_t at) {
  for (const Words word : {Words(U"开始"), Words(U"起始"), Words(U"起"), Words(U"始")}) {
    if (text.substr(at).starts_with(word)) at += word.size();
  }
  if (At(text, at) == ',' || At(text, at) == U'、') ++at;
  constexpr std::array<Words, 9> kTo{U"截止到", U"截至", U"截止", U"止至", U"至",
                                     U"到",     U"--",   U"-",    U"~"};
  for (const Words word : kTo) {
    if (text.substr(at).starts_with(word)) return at + word.size();
  }
  return 0;
}

// Do the words around a pair of dates say that it is the period of the numbers? 40 characters
// before hold 本年度报告中所列数据的统计期限为, 12 behind hold 为数据统计期限.
bool SpeaksOfPeriod(Words text, std::size_t begin, std::size_t end) {
  const std::size_t from = begin < 40 ? 0 : begin - 40;
  const Words before = text.substr(from, begin - from);
  // 截至 in a sentence of its own is no context: 。 parts.
  const std::size_t stop = before.find_last_of(U"。;");
  const Words near = stop == Words::npos ? before : before.substr(stop + 1);
  Words behind = text.substr(end, std::min<std::size_t>(12, text.size() - end));
  behind = behind.substr(0, behind.find_first_of(U",。;"));
  return ContainsAny(near, {U"统计", U"期限", U"时限", U"数据", U"起止", U"时间段", U"周期"}) ||
         ContainsAny(behind, {U"统计期", U"期限", U"时限"});
}

bool IsWholeYear(const Date& from, const Date& to) {
  return from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31 &&
         from.year == to.year && from.year > 0;
}

std::optional<Period> FindEndOnly(Words text) {
  for (const Words word : {Words(U"截至"), Words(U"截止到"), Words(U"截止")}) {
    const std::size_t at = text.find(word);
    if (at == Words::npos) continue;
    const Date date = ParseDate(text, at + word.size(), 0);
    if (date.year > 0 && SpeaksOfPeriod(text, at, date.end)) return Period{"", Iso(date)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<FoundYear> FindYears(Words text) {
  std::vector<FoundYear> years;
  for (std::size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i]) && !IsChineseNumeral(text[i])) {
      ++i;
      continue;
    }
    const bool ascii = IsDigit(text[i]);
    const std::size_t end = RunEnd(text, i);
    const bool marked = At(text, end) == U'年';
    if (end - i == 4 && (ascii || marked)) {
      const std::string digits = DigitsOf(text.substr(i, 4));
      const int year = digits.size() == 4 ? ToInt(digits) : 0;
      const std::size_t behind = end + (marked ? (At(text, end + 1) == U'度' ? 2 : 1) : 0);
      if (IsYear(year)) years.push_back({year, i, behind, marked});
    }
    i = end;
  }
  return years;
}

std::optional<Period> FindPeriod(const CompactText& line) {
  const Words text(line.text);
  std::optional<Period> whole_year;
  for (std::size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i]) && !IsChineseNumeral(text[i])) {
      ++i;
      continue;
    }
    const std::size_t run_end = RunEnd(text, i);
    const Date from = ParseDate(text, i, 0);
    const std::size_t to_begin = from.end > 0 ? SkipTo(text, from.end) : 0;
    const Date to = to_begin > 0 ? ParseDate(text, to_begin, from.year) : Date{};
    if (to.end > 0) {
      const Period period{Iso(from), Iso(to)};
      if (SpeaksOfPeriod(text, i, to.end)) return period;
      if (!whole_year && IsWholeYear(from, to)) whole_year = period;
    }
    i = std::max(run_end, to.end);
  }
  return whole_year ? whole_year : FindEndOnly(text);
}

}  // namespace gongkai
