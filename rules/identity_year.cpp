// The year that the title, the period, headings and sentences give. Reports are full of other years
// and rightly so: laws, plans, comparisons, the January in which they are published. Only what says
// which report this is, or whose year's numbers these are, can contradict the title.
#include <algorithm>
#include <array>
#include <optional>

#include "model/unicode.h"
#include "rules/catalogue.h"
#include "rules/identity.h"
#include "rules/section_text.h"

namespace gongkai {
namespace {

// 2023 in a text; what stands around it decides what it means.
struct YearAt {
  std::size_t begin, end;  // end: behind 年 or 年度
  int year;
};

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// 20XX年 at `at`, of a date too.
std::optional<YearAt> ReadDigits(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kDigits = 4;
  if (!StandsAt(text, at, U"20") || !StandsAt(text, at + kDigits, U"年")) return std::nullopt;
  if (!IsDigit(text[at + 2]) || !IsDigit(text[at + 3]) || (at > 0 && IsDigit(text[at - 1]))) {
    return std::nullopt;
  }
  const int year = 2000 + static_cast<int>(text[at + 2] - U'0') * 10 +
                   static_cast<int>(text[at + 3] - U'0');
  return YearAt{at, at + kDigits + 1, year};
}

// 20XX年 or 20XX年度 at `at`, not a date's (2019年5月) and not a span's (2018年以来).
std::optional<YearAt> ReadYear(std::u32string_view text, std::size_t at) {
  const auto digits = ReadDigits(text, at);
  if (!digits) return std::nullopt;
  std::size_t end = digits->end;
  if (end < text.size() && IsDigit(text[end])) return std::nullopt;
  if (StandsAt(text, end, U"度")) ++end;
  constexpr auto kSpans = std::to_array<std::u32string_view>(
      {U"以来", U"至", U"起", U"底", U"末", U"初", U"来", U"以前", U"之前", U"-", U"、", U"上半年", U"下半年"});
  for (const std::u32string_view span : kSpans) {
    if (StandsAt(text, end, span)) return std::nullopt;
  }
  return YearAt{at, end, digits->year};
}

struct Stretch {
  std::size_t begin, end;
};

std::size_t SentenceEnd(std::u32string_view text, std::size_t from) {
  return std::min(text.find_first_of(U"。;!?\n", from), text.size());
}

std::size_t ParagraphEnd(std::u32string_view text, std::size_t from) {
  return std::min(text.find(U'\n', from), text.size());
}

template <typename Words>
bool HoldsAny(std::u32string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.find(word) != text.npos;
  });
}

bool HoldsYear(std::u32string_view text, int year) {
  const std::string digits = std::to_string(year);
  return text.find(std::u32string(digits.begin(), digits.end())) != text.npos;
}

// 现将…2020年度政府信息公开工作报告公布如下, 特向社会公布2020年度…: this is the report of that year.
std::optional<YearAt> FindPresented(std::u32string_view sentence) {
  constexpr auto kPresent = std::to_array<std::u32string_view>(
      {U"现将", U"现公布", U"现公开", U"特向社会公布", U"特向社会公开", U"现向社会公布", U"现向社会公开",
       U"现面向社会公开", U"特公布", U"现予公布"});
  constexpr auto kReport =
      std::to_array<std::u32string_view>({U"报告", U"年报", U"情况", U"总结"});
  for (const std::u32string_view word : kPresent) {
    const auto found = sentence.find(word);
    if (found == sentence.npos) continue;
    for (std::size_t at = found; at < sentence.size(); ++at) {
      const auto year = ReadYear(sentence, at);
      if (!year) continue;
      // 现将2022年以来…, 《关于2022年…的通知》 are no names of this report.
      const bool named = HoldsAny(sentence.substr(year->end), kReport);
      const bool of_law = sentence.substr(found, at - found).find(U"关于") != sentence.npos;
      return named && !of_law ? year : std::nullopt;
    }
  }
  return std::nullopt;
}

// 本报告所列数据的统计期限自2020年1月1日起…: the numbers are of that one year.
std::optional<YearAt> FindCounted(std::u32string_view sentence) {
  constexpr auto kCounted = std::to_array<std::u32string_view>(
      {U"统计期限", U"统计时限", U"统计时间", U"数据期限", U"所列数据", U"数据的时限"});
  if (!HoldsAny(sentence, kCounted)) return std::nullopt;
  std::optional<YearAt> found;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const auto year = ReadDigits(sentence, at);
    if (!year) continue;
    if (found && found->year != year->year) return std::nullopt;
    if (!found) found = year;
  }
  return found;
}

// 2020年，我局收到申请3件。: at the beginning of a sentence, with something counted, and nothing that
// compares, plans or looks back.
std::optional<YearAt> FindOpening(std::u32string_view sentence) {
  constexpr auto kDone = std::to_array<std::u32string_view>(
      {U"收到", U"受理", U"新收", U"主动公开", U"发布", U"收取", U"未发生", U"制发", U"共公开"});
  constexpr auto kOther = std::to_array<std::u32string_view>(
      {U"将", U"拟", U"计划", U"下一步", U"较", U"比", U"同比", U"增", U"上年", U"去年", U"今年",
       U"本年", U"历年", U"累计", U"截至", U"截止", U"以来", U"印发", U"出台", U"修订", U"施行", U"《",
       U"结转", U"第"});
  const auto year = ReadYear(sentence, 0);
  if (!year || !HoldsAny(sentence, kDone) || HoldsAny(sentence, kOther)) return std::nullopt;
  return year;
}

// 于2024年1月15日前公布 of the report for 2024: before its year was out.
std::optional<Stretch> FindTooEarly(std::u32string_view sentence, int own) {
  const std::string digits = std::to_string(own);
  const std::u32string date = std::u32string(digits.begin(), digits.end()) + U"年1月";
  const std::u32string report = std::u32string(digits.begin(), digits.end()) + U"年";
  const auto at = sentence.find(date);
  if (at == sentence.npos) return std::nullopt;
  const auto before = sentence.substr(0, at);
  const auto name = before.find(report);
  const bool of_report = name != before.npos && before.find(U"年度报告", name) != before.npos;
  constexpr auto kPublished =
      std::to_array<std::u32string_view>({U"公布", U"发布", U"公开", U"报送", U"上报"});
  if (!of_report || !HoldsAny(sentence.substr(at), kPublished)) return std::nullopt;
  return Stretch{name, at + date.size()};
}

// 2023年我局将继续… among what the report for 2023 means to do: last year's plan was kept.
bool IsStalePlan(std::u32string_view sentence, int own) {
  constexpr std::size_t kFarthest = 8;  // characters between year and 将: ，我街道
  constexpr auto kPlans = std::to_array<std::u32string_view>(
      {U"将从以下", U"将继续", U"将进一步", U"将着力", U"将着重", U"将不断", U"将努力", U"将重点从"});
  const auto year = ReadYear(sentence, 0);
  if (!year || year->year != own) return false;
  const auto behind = sentence.substr(year->end);
  return std::any_of(kPlans.begin(), kPlans.end(),
                     [&](std::u32string_view plan) { return behind.find(plan) <= kFarthest; });
}

struct Contradiction {
  std::string found, quote;
  std::vector<std::string> at;
};

class YearCheck {
 public:
  YearCheck(int own, bool period_said, Findings& out)
      : own_(own), period_said_(period_said), out_(out) {}

  void Look(const SectionText& prose) {
    const std::u32string_view text = prose.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = ParagraphEnd(text, begin);
      LookAtParagraph(prose, {begin, end});
      begin = end + 1;
    }
  }

  void LookAtHeading(const SectionText& heading) {
    for (std::size_t at = 0; at < heading.text.size(); ++at) {
      const auto year = ReadYear(heading.text, at);
      if (year && IsWrongHeading(heading.text, *year)) {
        Add(heading, {0, heading.text.size()}, year->year);
      }
    }
  }

  void SayFound() {
    if (found_.at.empty()) return;
    Finding finding = NewFinding("identity.year");
    finding.message = "identity.year.text";
    finding.at = std::move(found_.at);
    finding.details = {{"title", std::to_string(own_)},
                       {"found", found_.found},
                       {"quote", found_.quote}};
    out_.found.push_back(std::move(finding));
  }

 private:
  void LookAtParagraph(const SectionText& prose, Stretch place) {
    const std::u32string_view text = prose.text;
    const auto paragraph = text.substr(place.begin, place.end - place.begin);
    // Where the own year stands beside it, another one is a comparison.
    constexpr auto kOwn = std::to_array<std::u32string_view>({U"本年", U"今年"});
    const bool may_open =
        !HoldsYear(paragraph, own_) && !HoldsAny(paragraph, kOwn) && !IsElided(paragraph);
    for (std::size_t begin = place.begin; begin < place.end;) {
      const std::size_t end = SentenceEnd(text, begin);
      LookAtSentence(prose, {begin, end}, may_open);
      begin = end + 1;
    }
  }

  void LookAtSentence(const SectionText& prose, Stretch place, bool may_open) {
    const std::u32string_view text = prose.text;
    const auto sentence = text.substr(place.begin, place.end - place.begin);
    if (sentence.find(U"20") == sentence.npos) return;
    if (const auto early = FindTooEarly(sentence, own_)) {
      Say(prose, {place.begin + early->begin, place.begin + early->end}, "identity.year.early");
    }
    if (prose.key == "problems" && IsStalePlan(sentence, own_)) {
      Say(prose, place, "identity.year.plan");
    }
    std::optional<YearAt> year = FindPresented(sentence);
    if (!year && !period_said_) year = FindCounted(sentence);
    if (year && year->year != own_ && !HoldsYear(sentence, own_)) {
      return Add(prose, {place.begin + year->begin, place.end}, year->year);
    }
    year = may_open ? FindOpening(sentence) : std::nullopt;
    if (year && IsNear(year->year)) Add(prose, place, year->year);
  }

  void Say(const SectionText& prose, Stretch place, const char* message) {
    Finding finding = NewFinding("identity.year");
    finding.message = message;
    finding.at = {prose.pointer};
    finding.details = {{"title", std::to_string(own_)},
                       {"quote", Quoted(prose, place)}};
    out_.found.push_back(std::move(finding));
  }

  // Copied from the last report or two; an older year is rather history.
  bool IsNear(int year) const { return year < own_ && year >= own_ - 2; }

  // A heading of another year is wrong unless it speaks of plans or of what was left from before.
  bool IsWrongHeading(std::u32string_view heading, const YearAt& year) const {
    constexpr auto kPlans = std::to_array<std::u32string_view>(
        {U"打算", U"计划", U"安排", U"思路", U"展望", U"下一步", U"目标", U"要点", U"重点", U"部署",
         U"设想", U"改进", U"措施", U"整改"});
    constexpr auto kOwnPlan =
        std::to_array<std::u32string_view>({U"工作打算", U"工作计划", U"工作思路", U"工作设想"});
    constexpr auto kDone =
        std::to_array<std::u32string_view>({U"完成", U"落实", U"执行", U"情况", U"推进"});
    if (year.year == own_) return HoldsAny(heading, kOwnPlan) && !HoldsAny(heading, kDone);
    if (HoldsYear(heading, own_) || HoldsAny(heading, kPlans)) return false;
    constexpr auto kReported = std::to_array<std::u32string_view>(
        {U"情况", U"总结", U"报告", U"信息公开", U"概述", U"回顾"});
    constexpr auto kBefore = std::to_array<std::u32string_view>({U"问题", U"遗留", U"上年", U"对比"});
    return (year.year == own_ + 1 || IsNear(year.year)) && HoldsAny(heading, kReported) &&
           !HoldsAny(heading, kBefore);
  }

  static std::string Quoted(const SectionText& prose, Stretch place) {
    constexpr std::size_t kLongest = 40;  // characters
    return place.end - place.begin > kLongest
               ? QuoteAround(prose, place.begin, place.begin + kLongest / 2)
               : Quote(prose, place.begin, place.end);
  }

  void Add(const SectionText& prose, Stretch place, int year) {
    if (found_.at.empty()) {
      found_.found = std::to_string(year);
      found_.quote = Quoted(prose, place);
    }
    if (found_.at.empty() || found_.at.back() != prose.pointer) found_.at.push_back(prose.pointer);
  }

  int own_;
  bool period_said_;  // that the period is another year's is a finding already
  Findings& out_;
  Contradiction found_;
};

// The years that a title gives, 年 or none behind them; not those of a date or of a document's
// number.
std::vector<int> YearsIn(std::u32string_view text) {
  constexpr std::size_t kDigits = 4;
  std::vector<int> years;
  for (std::size_t at = 0; at + kDigits <= text.size(); ++at) {
    std::size_t digits = 0;
    while (at + digits < text.size() && IsDigit(text[at + digits])) ++digits;
    if (digits == 0) continue;
    const std::size_t behind = at + digits;
    const auto month = text.find(U'月', behind);
    const bool date = StandsAt(text, behind, U"年") && month != text.npos && month - behind <= 3;
    const bool joined = (at > 0 && IsOneOf(text[at - 1], U"[-至—~.")) ||
                        (behind < text.size() && IsOneOf(text[behind], U"]-至~."));
    if (digits == kDigits && StandsAt(text, at, U"20") && !date && !joined) {
      const int year = 2000 + static_cast<int>(text[at + 2] - U'0') * 10 +
                       static_cast<int>(text[at + 3] - U'0');
      if (std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
    }
    at = behind;
  }
  return years;
}

std::string_view YearOf(std::string_view iso_date) { return iso_date.substr(0, 4); }

// The title's year against the period's.
bool CheckPeriodYear(const Report& report, int title, Findings& out) {
  if (!report.period || report.period->from.empty() || report.period->to.empty()) return false;
  const std::string_view period = YearOf(report.period->to);
  if (YearOf(report.period->from) != period) return false;  // no one year: that is another rule's
  if (std::to_string(title) == period) return false;
  Finding finding = NewFinding("identity.year");
  finding.at = {"/title", "/period"};
  finding.details = {{"title", std::to_string(title)}, {"period", std::string(period)}};
  out.found.push_back(std::move(finding));
  return true;
}

void CheckTitleYears(const std::vector<int>& years, const std::string& title, Findings& out) {
  if (years.size() < 2) return;
  Finding finding = NewFinding("identity.year");
  finding.message = "identity.year.title";
  finding.at = {"/title"};
  finding.details = {{"title", std::to_string(years[0])},
                     {"found", std::to_string(years[1])},
                     {"quote", title}};
  out.found.push_back(std::move(finding));
}

}  // namespace

void CheckYear(const Report& report, const std::vector<SectionText>& prose, Findings& out) {
  const std::vector<int> years = YearsIn(DecodeUtf8(FoldTight(report.title.value)));
  CheckTitleYears(years, report.title.value, out);
  if (years.size() > 1 || (years.empty() && !report.year)) return;
  const int own = years.empty() ? *report.year : years[0];
  const bool period_said = CheckPeriodYear(report, own, out);
  YearCheck check(own, period_said, out);
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const Section& section = report.sections[i];
    check.LookAtHeading(
        MakeSectionText(section.heading, "/sections/" + std::to_string(i) + "/heading", section.key));
    for (const Part& part : section.parts) {
      check.LookAtHeading(MakeSectionText(part.heading, prose[i].pointer, section.key));
    }
    check.Look(prose[i]);
  }
  check.SayFound();
}

}  // namespace gongkai
