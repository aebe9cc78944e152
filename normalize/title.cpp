// A title ends in 信息公开…报告; what stands before that, back to the line's begin or to a sign that
// parts, is the organ and the year in either order.
#include "normalize/title.h"

#include <algorithm>
#include <array>

#include "model/unicode.h"
#include "normalize/identity_year.h"

namespace gongkai {
namespace {

using Words = std::u32string_view;

// 中华人民共和国 … 自治州人民政府办公室 has about 30 characters; a longer run is a sentence.
constexpr std::size_t kLongestAgency = 40;

template <std::size_t N>
std::size_t WordAt(Words text, const std::array<Words, N>& words) {
  for (const Words word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

// 某局政府信息公开 [2023年度 工作 情况 年度 总结] 报告: the end behind 报告 or 年报, or npos.
std::size_t FindTailEnd(Words text, std::size_t at) {
  constexpr std::array<Words, 9> kFill{U"工作", U"情况", U"年度", U"总结", U"的",
                                       U"年",   U"度",   U"综合", U"自查"};
  constexpr std::array<Words, 3> kEnd{U"报告书", U"报告", U"年报"};
  while (at < text.size()) {
    if (const std::size_t end = WordAt(text.substr(at), kEnd)) return at + end;
    std::size_t step = WordAt(text.substr(at), kFill);
    if (step == 0 && IsDigit(text[at])) step = 1;
    if (step == 0) break;
    at += step;
  }
  return Words::npos;
}

// What no title has behind it: it is a notice, or the word 报告 is a verb.
bool GoesOnOtherwise(Words rest) {
  constexpr std::array<Words, 14> kOther{U"有关", U"如下", U"格式", U"的通知", U"的要求",
                                         U"编制", U"编写", U"公布", U"发布",   U"工作",
                                         U"制度", U"中所", U"附表", U"事项"};
  return WordAt(rest, kOther) > 0;
}

// （2023年） behind a title belongs to it.
std::size_t SkipYearBracket(Words text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return at;
  const std::size_t close = text.find(')', at);
  if (close == Words::npos || close - at > 8) return at;
  const Words inside = text.substr(at + 1, close - at - 1);
  const auto years = FindYears(inside);
  return years.size() == 1 && !Contains(inside, U"月") ? close + 1 : at;
}

bool IsParting(char32_t c) { return Words(U"。:;!?,>|《》<_\"[]").find(c) != Words::npos; }

// A space parts a title from what stands before it, but not the year from its neighbours; and an
// organ's name may be spaced out. So it parts behind a label or a column's name.
bool GapParts(const CompactText& line, std::size_t i) {
  if (i == 0 || !line.GapBefore(i) || IsDigit(line.text[i])) return false;
  const Words before = Words(line.text).substr(0, i);
  constexpr std::array<Words, 7> kLabels{U"名称", U"标题", U"题目", U"年报",
                                         U"报告", U"公开", U"首页"};
  return std::any_of(kLabels.begin(), kLabels.end(),
                     [before](Words label) { return before.ends_with(label); });
}

std::size_t FindTitleBegin(const CompactText& line, std::size_t tail) {
  std::size_t begin = tail;
  while (begin > 0 && !IsParting(line.text[begin - 1]) && !GapParts(line, begin)) --begin;
  return begin;
}

// Behind the last word that announces the report in a sentence: 现向社会公布…
std::size_t SkipAnnouncement(Words text, std::size_t begin, std::size_t tail) {
  constexpr std::array<Words, 15> kAnnounce{
      U"公布",   U"社会公开", U"编制完成", U"编制了", U"编制形成", U"编写了", U"特编制", U"现编制",
      U"起草了", U"制作了",   U"现将",     U"特将",   U"发布了",   U"现公开", U"形成了"};
  std::size_t from = begin;
  for (const Words word : kAnnounce) {
    const std::size_t at = text.substr(0, tail).rfind(word);
    if (at != Words::npos && at >= begin) from = std::max(from, at + word.size());
  }
  return from;
}

// 二〇二一某镇二〇二一年度…: before an organ's name four Chinese digits are a year without its 年.
std::size_t BareChineseYear(Words text) {
  constexpr Words kDigits = U"〇零一二三四五六七八九";
  const bool century = text.starts_with(U"二〇") || text.starts_with(U"二零");
  if (!century || text.size() < 5) return 0;
  const std::size_t end = text.find_first_not_of(kDigits);
  return end == 4 && text[4] != U'年' ? 4 : 0;
}

// The organ: what is left of [begin, end) without years at either side and 关于.
void FindAgency(Words text, TitleShape& shape, std::size_t begin, std::size_t end) {
  begin += BareChineseYear(text.substr(begin, end - begin));
  for (const FoundYear& year : FindYears(text.substr(begin, end - begin))) {
    if (year.begin == 0) {
      begin += year.end;
      end = std::max(begin, end);
      FindAgency(text, shape, begin, end);
      return;
    }
    end = begin + year.begin;
    break;
  }
  constexpr std::array<Words, 4> kBefore{U"度", U"关于", U"的", U"、"};
  while (const std::size_t skip = WordAt(text.substr(begin, end - begin), kBefore)) begin += skip;
  for (const Words after : {Words(U"关于"), Words(U"的")}) {
    if (text.substr(begin, end - begin).ends_with(after)) end -= after.size();
  }
  // 某县人民政府信息公开年度报告: 政府 is read twice.
  const bool shared =
      text.substr(begin, end - begin).ends_with(U"人民") && text.substr(end).starts_with(U"政府");
  shape.agency_begin = begin;
  shape.agency_end = end + (shared ? 2 : 0);
}

bool SpeaksOfItself(Words text) {
  return ContainsAny(text, {U"本机关", U"本单位", U"本部门", U"本局", U"我"});
}

bool IsSentence(Words before, Words rest) {
  if (ContainsAny(before, {U"根据", U"按照", U"依据", U"要求", U"报告", U"本年", U"做好"}))
    return true;
  constexpr std::array<Words, 6> kOn{U"由", U"、", U",", U"的", U"和", U"及"};
  return !rest.empty() && WordAt(rest, kOn) > 0;
}

// Where 政府信息公开 begins that ends at `open` (behind 公开).
std::size_t FindSubject(Words text, std::size_t open) {
  constexpr std::array<Words, 9> kSubjects{
      U"政府信息与政务公开", U"政务和政府信息公开", U"政府信息和政务公开",
      U"政府政务信息公开",   U"政府信息公开",       U"政务信息公开",
      U"信息公开",           U"政务公开",           U"政府公开"};
  for (const Words subject : kSubjects) {
    if (text.substr(0, open).ends_with(subject)) return open - subject.size();
  }
  return Words::npos;
}

std::optional<TitleShape> ShapeAt(const CompactText& line, std::size_t open) {
  const Words text(line.text);
  const std::size_t subject = FindSubject(text, open);
  const std::size_t tail_end = subject == Words::npos ? subject : FindTailEnd(text, open);
  if (tail_end == Words::npos || GoesOnOtherwise(text.substr(tail_end))) return std::nullopt;
  TitleShape shape;
  const std::size_t start = FindTitleBegin(line, subject);
  shape.begin = SkipAnnouncement(text, start, subject);
  shape.end = SkipYearBracket(text, tail_end);
  const Words before = text.substr(shape.begin, subject - shape.begin);
  if (before.size() > kLongestAgency || SpeaksOfItself(before)) return std::nullopt;
  const bool in_marks = start > 0 && text[start - 1] == U'《';
  shape.quoted = in_marks || shape.begin > start;
  shape.sentence = IsSentence(before, text.substr(shape.end));
  const auto years = FindYears(text.substr(shape.begin, shape.end - shape.begin));
  if (!years.empty()) shape.year = years.front().year;
  FindAgency(text, shape, shape.begin, subject);
  return shape;
}

// 某市政府信息公开情况统计表, where that is the whole document.
bool IsStatisticsTitle(Words text) {
  return text.size() <= kLongestAgency && Contains(text, U"政府信息公开") &&
         (text.ends_with(U"统计表") || text.ends_with(U"统计报表")) && !text.starts_with(U"附") &&
         text.find_first_of(U"。,;、") == Words::npos;
}

// A line that is nothing but 工作年度报告, with or without its year, or a statistics form's title.
std::optional<TitleShape> GenericShape(const CompactText& line) {
  const Words text(line.text);
  TitleShape shape;
  const auto years = FindYears(text);
  if (!years.empty()) shape.year = years.front().year;
  const std::size_t tail_end = FindTailEnd(text, 0);
  const bool report = tail_end != Words::npos && Contains(text, U"年") &&
                      SkipYearBracket(text, tail_end) == text.size();
  if (!report && !IsStatisticsTitle(text)) return std::nullopt;
  if (!report) FindAgency(text, shape, 0, text.find(U"政府信息公开"));
  shape.end = text.size();
  shape.generic = true;
  return shape;
}

}  // namespace

std::optional<TitleShape> ParseTitle(const CompactText& line) {
  constexpr Words kOpen = U"公开";
  const Words text(line.text);
  for (std::size_t at = text.find(kOpen); at != Words::npos; at = text.find(kOpen, at + 2)) {
    if (const auto shape = ShapeAt(line, at + kOpen.size())) return shape;
  }
  return GenericShape(line);
}

}  // namespace gongkai
