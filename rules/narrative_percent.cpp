// Percentages that the numbers beside them refute: 5件，占20% of 20件; 收到12件，较上年的10件增长30%.
#include <algorithm>
#include <cmath>

#include <re2/re2.h>

#include "rules/catalogue.h"
#include "rules/claim_checks.h"
#include "rules/lazy_pattern.h"

namespace gongkai {
namespace {

// Between a number and its share of a whole: ，占申请总数的
const re2::RE2& Share() {
  static const re2::RE2 kShare("[,、(;]?(?:约)?占(?:比|到)?[^0-9,;。()]*");
  return kShare;
}

struct ChangePatterns {
  // 较上年的(10件), and behind it: 增长(20%)
  LazyPattern last_year{
      "[,(]?(?:与)?(?:同比|较|比|相较|相比|对比)?(?:于)?"
      "(?:上年|去年|上年度|上一年|上一年度|20[0-9]{2}年)(?:度)?(?:同期)?(?:的|为)?"};
  LazyPattern change{
      "[,)]?(?:同比|相比)?(?:上升|增长|增加|提高|提升|(下降|减少|降低|回落))(?:了|率?为|幅度为|达)?"};
  // ，较上年增加(2件)，增幅(20%)
  LazyPattern more{
      "[,(]?(?:同比|[较比](?:上年|去年|上年度|上一年|上一年度|20[0-9]{2}年)(?:度)?)(?:同期)?"
      "(?:增加|增长|(减少|下降))(?:了)?"};
  LazyPattern rate{
      "[,、(]?(?:同比)?(?:增长率|增长|增幅|上升|增加|下降率|下降|降幅|减幅|减少|降低)(?:了|为|达|约为)?"};
};

// Few reports have such a sentence, and compiling these costs more than reading the others.
const ChangePatterns& Change() {
  static const ChangePatterns kPatterns;
  return kPatterns;
}

bool Matches(std::string_view text, const re2::RE2& pattern, bool* fell = nullptr) {
  const re2::StringPiece piece(text.data(), text.size());
  if (fell == nullptr) return re2::RE2::FullMatch(piece, pattern);
  re2::StringPiece group;
  if (!re2::RE2::FullMatch(piece, pattern, &group)) return false;
  *fell = !group.empty();
  return true;
}

// Less than one unit of the last printed place is rounding, or cutting off.
bool IsRounded(double exact, const ProseNumber& percent) {
  constexpr double kFloatingPoint = 1e-9;
  const double unit = std::pow(10.0, -percent.places);
  return std::abs(exact - percent.value.ToDouble()) < unit + kFloatingPoint;
}

std::string Rounded(double exact, int places) {
  const double factor = std::pow(10.0, places);
  const auto value = Decimal::Make(std::llround(exact * factor), places);
  return value ? value->ToString() : std::string();
}

class Checker {
 public:
  Checker(std::size_t section, const Prose& prose, Findings& out)
      : section_(section), prose_(prose), out_(out) {}

  void Check() {
    for (const Sentence& sentence : FindSentences(prose_)) {
      if (sentence.opens_paragraph) paragraph_.clear();
      numbers_ = FindProseNumbers(prose_, sentence.span);
      const std::size_t end = std::min(numbers_.size(), kMaxNumbers);
      for (std::size_t i = 1; i < end; ++i) {
        if (numbers_[i].kind == UnitKind::kPercent && numbers_[i].exact) CheckPercent(i);
      }
      if (paragraph_.size() < kMaxNumbers) {
        paragraph_.insert(paragraph_.end(), numbers_.begin(), numbers_.end());
      }
    }
  }

 private:
  std::string_view Between(std::size_t i) const {
    const std::size_t from = numbers_[i - 1].span.end;
    return std::string_view(prose_.text).substr(from, numbers_[i].span.begin - from);
  }

  bool IsExactCount(std::size_t i) const {
    return numbers_[i].kind == UnitKind::kCount && numbers_[i].exact;
  }

  void CheckPercent(std::size_t i) {
    if (!IsExactCount(i - 1) || paragraph_.size() >= kMaxNumbers) return;
    constexpr std::size_t kMaxName = 120;  // bytes; 占…总数的 names its whole in some 10 characters
    if (Between(i).size() > kMaxName) return;
    if (Matches(Between(i), Share())) return CheckShare(i);
    if (i >= 2 && IsExactCount(i - 2)) CheckChange(i);
  }

  // The whole may be any larger number of the same unit that stands before in the paragraph, or the
  // sum of the sentence's parts; only a share that none of them makes right is refuted.
  void CheckShare(std::size_t i) {
    const ProseNumber& part = numbers_[i - 1];
    std::vector<ProseNumber> before = paragraph_;
    before.insert(before.end(), numbers_.begin(),
                  numbers_.begin() + static_cast<std::ptrdiff_t>(i - 1));
    std::erase_if(before, [&](const ProseNumber& number) {
      return number.kind != UnitKind::kCount || number.value < part.value;
    });
    // What was rounded may be the whole, and its own digits are not known.
    if (std::any_of(before.begin(), before.end(), [](const ProseNumber& n) { return !n.exact; })) {
      return;
    }
    std::erase_if(before, [&](const ProseNumber& n) { return n.unit != part.unit; });
    if (before.empty()) return;  // of something that is not said here
    const double value = part.value.ToDouble();
    const double sum = SumOfShared();
    const auto fits = [&](double whole) {
      return whole > 0 && IsRounded(value / whole * 100, numbers_[i]);
    };
    const bool fit = fits(sum) || std::any_of(before.begin(), before.end(), [&](const auto& n) {
      return fits(n.value.ToDouble());
    });
    const double nearest = before.back().value.ToDouble();
    if (!fit && nearest > 0) Report(i - 1, i, value / nearest * 100);
  }

  double SumOfShared() const {
    double sum = 0;
    for (std::size_t k = 0; k + 1 < numbers_.size(); ++k) {
      if (IsExactCount(k) && numbers_[k + 1].kind == UnitKind::kPercent) {
        sum += numbers_[k].value.ToDouble();
      }
    }
    return sum;
  }

  void CheckChange(std::size_t i) {
    const std::string_view link = Between(i - 1);  // most are lists: their parts are not compared
    if (link.find("年") == link.npos && link.find("比") == link.npos) return;
    const double now = numbers_[i - 2].value.ToDouble(), other = numbers_[i - 1].value.ToDouble();
    bool fell = false;
    double before = 0;
    if (Matches(link, Change().last_year) && Matches(Between(i), Change().change, &fell)) {
      before = other;
    } else if (Matches(link, Change().more, &fell) &&
               Matches(Between(i), Change().rate)) {
      before = fell ? now + other : now - other;
    }
    if (before <= 0) return;
    const double change = (fell ? before - now : now - before) / before * 100;
    if (!IsRounded(change, numbers_[i])) Report(i - 2, i, change);
  }

  void Report(std::size_t from, std::size_t i, double exact) {
    const std::string expected = Rounded(exact, numbers_[i].places);
    Finding finding = NewFinding("narrative.percent");
    finding.at = {"/sections/" + std::to_string(section_) + "/text"};
    finding.expected = Decimal::Parse(expected);
    finding.actual = numbers_[i].value;
    finding.details = {
        {"expected", expected},
        {"actual", numbers_[i].value.ToString()},
        {"quote", Quote(prose_, {numbers_[from].span.begin, numbers_[i].span.end})}};
    out_.found.push_back(std::move(finding));
  }

  static constexpr std::size_t kMaxNumbers = 200;  // of a sentence or paragraph; more are no prose

  std::size_t section_;
  const Prose& prose_;
  Findings& out_;
  std::vector<ProseNumber> numbers_;    // of this sentence
  std::vector<ProseNumber> paragraph_;  // of the sentences before it
};

}  // namespace

void CheckPercentages(const Narrative& narrative, Findings& out) {
  for (std::size_t i = 0; i < narrative.sections.size(); ++i) {
    Checker(i, narrative.sections[i], out).Check();
  }
}

}  // namespace gongkai
