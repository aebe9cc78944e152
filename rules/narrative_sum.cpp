// A whole and its parts in the text: 发布信息2320条，其中通过网站1695条，通过微信625条. Writers often
// list only some of the parts on purpose, count one thing twice by channel and by class, or round;
// so a sum is an error only where the list itself claims to be complete.
#include <algorithm>
#include <array>
#include <optional>

#include <re2/re2.h>

#include "model/unicode.h"
#include "rules/catalogue.h"
#include "rules/check.h"
#include "rules/lazy_pattern.h"
#include "rules/places.h"

namespace gongkai {
namespace {

// A list without a class 其他 may leave out what is small: only a difference that is smaller still
// than what a writer would leave out unsaid is an error. A list that ends with 其他 is complete by
// its own words; a larger difference there is rather a whole of something else.
constexpr int kPlainPercent = 5, kClosedPercent = 20;
// Two parts without 其他 are rather two examples.
constexpr std::size_t kPlainParts = 3, kClosedParts = 2;
constexpr std::size_t kMaxLabel = 300;     // bytes; 100 characters are more than a label
constexpr std::size_t kMaxList = 6'000;   // bytes; the longest real list has 20 parts, 900 bytes

// 125条. Positions are bytes of the folded text.
struct Quantity {
  std::size_t begin, end;
  std::int64_t value;
  std::string_view unit;
};

struct List {
  std::vector<const Quantity*> parts;
  std::vector<std::string_view> labels;  // of the parts: what stands before the number
  std::size_t end = 0;                   // behind its last part
};

struct Patterns {
  LazyPattern quantity{"([0-9]{1,9}) ?(件次|人次|条|件|份|次|个|宗|项|篇|起|期|场)"};
  // What leads from a whole to its parts: a word, a bracket, or both.
  LazyPattern opener{
      " *[,;:。]? *(\\(?) *"
      "(其中包括|其中|包括|包含|分别为|分别是|分布情况为|具体为|具体是|具体包括|含)?[,:]? *"};
  // The same behind a comparison: ，同比增长3%。其中
  LazyPattern later_opener{" *[,(](?:较|比|同比|与)[^。;:]*?[,;。] *其中(?:包括)?[,:]? *"};
  // What leads to one of several breakdowns of a whole: 按类别分，; 。从渠道看，
  LazyPattern breakdown{
      " *\\)? *[,;。:]? *(?:其中)?[,:]? *(?:按照?|从|以)[^0-9,;:。()]+?(?:划分|分类|统计|来看|分|看)[,:]? *"
      "(?:其中)?[,:]? *"};
  // A share behind a number says nothing about the sum: ，占86.92%
  LazyPattern share{" *[,、]? *占(?:比|总数|总量)?(?:的|为|约)? *[0-9.]+%"};
  // What makes a part no plain part: a comparison, a part of a part, another whole, something cut.
  LazyPattern no_label{
      "[0-9%…?!。()]|其中|包括|同比|比上年|较上年|增加|减少|增长|下降|累计|合计|共计|总计|另|主要|重点|"
      "[约近超第]$|[一二两三四五六七八九十百]+(?:条|件|份|次|个|宗|项|篇|起|期|场)"};
  // Behind the last part: a number, or words for more that is not counted.
  LazyPattern no_tail{"[0-9]|若干|其他|其它|其余|部分|以及|等等"};
  LazyPattern rounded{"(?:[约近超逾第余]|[0-9][.,]?)$"};
  LazyPattern other{"其他|其它|其余"};
  LazyPattern channel{"网站|微信|微博|公众号|公报|新媒体|报纸|报刊|电视|广播|公开栏|平台|网络|媒体|客户端"};
  // Applications received are not what became of them: some were carried over or are still open.
  LazyPattern received{"收到|受理|新收|接收|申请"};
  LazyPattern outcome{"予以公开|部分公开|不予|无法提供|办结|答复|结转|同意公开|处理"};
};

const Patterns& Pattern() {
  static const Patterns kPatterns;
  return kPatterns;
}

bool Contains(std::string_view text, const re2::RE2& pattern) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

std::vector<Quantity> FindQuantities(std::string_view text) {
  std::vector<Quantity> found;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece unit;
  std::int64_t value = 0;
  std::string digits;
  while (re2::RE2::FindAndConsume(&rest, Pattern().quantity, &digits, &unit)) {
    const auto end = static_cast<std::size_t>(rest.data() - text.data());
    const auto unit_at = static_cast<std::size_t>(unit.data() - text.data());
    auto begin = unit_at - digits.size();
    if (text[begin + digits.size() - 1] == ' ') --begin;
    value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    found.push_back({begin, end, value, text.substr(unit_at, unit.size())});
  }
  return found;
}

// The length of what leads from a whole that ends at text[0] to its parts; nothing where the whole
// opens no list. `bracket`: the list ends with a closing bracket.
// Stands in every later_opener; plain search spares most texts the pattern.
constexpr std::string_view kOfWhich = "其中";

struct Opening {
  std::size_t length;
  bool bracket;
};

std::size_t Consume(std::string_view text, const re2::RE2& pattern) {
  text = text.substr(0, kMaxLabel);
  re2::StringPiece rest(text.data(), text.size());
  return re2::RE2::Consume(&rest, pattern) ? text.size() - rest.size() : 0;
}

std::optional<Opening> FindOpening(std::string_view text) {
  re2::StringPiece rest(text.data(), text.size());
  std::string bracket, word;
  if (!re2::RE2::Consume(&rest, Pattern().opener, &bracket, &word)) return std::nullopt;
  if (bracket.empty() && word.empty()) return std::nullopt;
  return Opening{text.size() - rest.size(), !bracket.empty()};
}

// The same for a whole, whose parts may stand behind a comparison or be called a breakdown.
std::optional<Opening> FindWholeOpening(std::string_view text) {
  if (const std::size_t length = Consume(text, Pattern().breakdown)) return Opening{length, false};
  if (const auto opening = FindOpening(text)) return opening;
  if (text.substr(0, kMaxLabel).find(kOfWhich) == text.npos) return std::nullopt;
  const std::size_t length = Consume(text, Pattern().later_opener);
  return length > 0 ? std::optional(Opening{length, false}) : std::nullopt;
}

std::string_view WithoutShare(std::string_view text) {
  re2::StringPiece rest(text.data(), text.size());
  re2::RE2::Consume(&rest, Pattern().share);
  return {rest.data(), rest.size()};
}

std::string_view TrimLeft(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

// Takes ',' ';' or 、 from the front; 0 where none is there.
char TakeSeparator(std::string_view& text) {
  constexpr std::string_view kEnumerationComma = "、";
  text = TrimLeft(text);
  if (text.starts_with(kEnumerationComma)) {
    text.remove_prefix(kEnumerationComma.size());
    return ',';
  }
  if (!text.starts_with(',') && !text.starts_with(';')) return 0;
  const char separator = text.front();
  text.remove_prefix(1);
  return separator;
}

bool IsLabel(std::string_view label) {
  return label.size() <= kMaxLabel && !TrimLeft(label).empty() &&
         !Contains(label, Pattern().no_label);
}

// Where the list that begins at `from` can reach to: its closing bracket, or the sentence's end.
std::size_t FindLimit(std::string_view text, std::size_t from, bool bracket) {
  const std::string_view reach = text.substr(from, kMaxList);
  const std::size_t end = std::min(reach.find("。"), reach.size());
  if (!bracket) return from + end;
  const auto close = reach.find(')');
  return close < end ? from + close : from;  // a bracket that is not closed holds no list
}

// May a complete list end with `tail`, what stands between its last part and its limit?
bool IsEnd(std::string_view tail, bool bracket) {
  tail = TrimLeft(tail);
  if (tail.empty()) return true;
  return !bracket && TakeSeparator(tail) != 0 && !Contains(tail, Pattern().no_tail);
}

// One part, or why there is none.
enum class Step { kPart, kEnd, kNotPlain };

Step TakePart(std::string_view between, char& level, bool first, std::string_view& label) {
  label = between;
  if (!first) {
    const char separator = TakeSeparator(label);
    if (level == 0) level = separator;
    if (level == ',' && separator == ';') return Step::kEnd;
    if (separator != level || separator == 0) return Step::kNotPlain;
  }
  return IsLabel(label) ? Step::kPart : Step::kNotPlain;
}

// The list of parts that begins at text[from]; nothing where there is none, or where it is not
// plain. `whole`: the index of the quantity that they are parts of.
std::optional<List> FindListFrom(std::string_view text, const std::vector<Quantity>& quantities,
                                 std::size_t whole, std::size_t from, bool bracket) {
  List list;
  const std::size_t limit = FindLimit(text, from, bracket);
  char level = 0;  // what separates the parts, once there are two
  const auto first = std::partition_point(
      quantities.begin() + static_cast<std::ptrdiff_t>(whole) + 1, quantities.end(),
      [&](const Quantity& quantity) { return quantity.begin < from; });
  for (auto part = first; part != quantities.end() && part->end <= limit; ++part) {
    if (part->begin < from) return std::nullopt;
    const std::string_view between = text.substr(from, part->begin - from);
    if (!list.parts.empty() && Consume(between, Pattern().breakdown) > 0) return list;
    std::string_view label;
    const Step step = TakePart(between, level, list.parts.empty(), label);
    if (step == Step::kEnd) return list;
    if (step == Step::kNotPlain || part->unit != quantities[whole].unit) return std::nullopt;
    const std::string_view behind = WithoutShare(text.substr(part->end, limit - part->end));
    if (FindOpening(behind)) return std::nullopt;  // a part with parts of its own
    list.parts.push_back(&*part);
    list.labels.push_back(label);
    list.end = from = limit - behind.size();
  }
  return IsEnd(text.substr(from, limit - std::min(from, limit)), bracket) ? std::optional(list)
                                                                          : std::nullopt;
}

// The lists that quantity `whole` opens: one, or several breakdowns of it (按类别分…；从渠道看…),
// each of which is whole on its own.
std::vector<List> FindLists(std::string_view text, const std::vector<Quantity>& quantities,
                            std::size_t whole) {
  constexpr std::size_t kMost = 4;  // breakdowns of one whole; writers have two or three
  std::vector<List> lists;
  const std::size_t behind = quantities[whole].end;
  auto opening = FindWholeOpening(text.substr(behind));
  std::size_t from = behind;
  while (opening && lists.size() < kMost) {
    auto list = FindListFrom(text, quantities, whole, from + opening->length, opening->bracket);
    if (!list || list->parts.empty()) break;
    from = list->end;
    lists.push_back(*std::move(list));
    const std::size_t length = Consume(text.substr(from), Pattern().breakdown);
    opening = length > 0 ? std::optional(Opening{length, false}) : std::nullopt;
  }
  return lists;
}

// Classes up to 其他, then channels: the channels count the same things again.
void CutChannels(List& list) {
  const auto is_channel = [](std::string_view label) { return Contains(label, Pattern().channel); };
  const auto other = std::find_if(list.labels.begin(), list.labels.end(), [](std::string_view l) {
    return Contains(l, Pattern().other);
  });
  if (other == list.labels.end()) return;
  const bool two = std::none_of(list.labels.begin(), other, is_channel) &&
                   std::all_of(other + 1, list.labels.end(), is_channel);
  if (!two) return;
  const auto kept = static_cast<std::size_t>(other + 1 - list.labels.begin());
  list.labels.resize(kept);
  list.parts.resize(kept);
}

// A number that is rounded, or the tail of another number: 约300条, 1.5条, 1,300条.
bool IsRounded(std::string_view text, std::size_t number) {
  constexpr std::size_t kReach = 3;  // bytes; one Chinese character
  const std::size_t from = number - std::min(number, kReach);
  return Contains(text.substr(from, number - from), Pattern().rounded);
}

bool IsWrong(std::string_view before_whole, const Quantity& whole, const List& list,
             std::int64_t sum) {
  const auto any = [&](const re2::RE2& pattern) {
    return std::any_of(list.labels.begin(), list.labels.end(),
                       [&](std::string_view label) { return Contains(label, pattern); });
  };
  const bool closed = Contains(list.labels.back(), Pattern().other);
  if (list.parts.size() < (closed ? kClosedParts : kPlainParts)) return false;
  // One text is published through several channels, but an application comes through one.
  const bool received = Contains(before_whole, Pattern().received);
  if (!closed && !received && any(Pattern().channel)) return false;
  if (received && any(Pattern().outcome)) return false;
  const std::int64_t difference = std::abs(sum - whole.value);
  return difference * 100 <= whole.value * (closed ? kClosedPercent : kPlainPercent);
}

// The clause before a whole: what it is a whole of.
std::string_view Before(std::string_view text, std::size_t at) {
  std::size_t from = at - std::min(at, kMaxLabel);
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  std::string_view before = text.substr(from, at - from);
  for (const std::string_view end : {"。", ";", ","}) {
    const auto found = before.rfind(end);
    if (found != before.npos) before.remove_prefix(found + end.size());
  }
  return before;
}

// The document's own characters for stretches of the folded text (folding keeps their number). It
// counts on from the last stretch: a paragraph of megabytes may have thousands of them.
class Quoter {
 public:
  Quoter(std::string_view original, std::string_view folded)
      : original_(original), folded_(folded) {}

  // REQUIRES: `begin` is not before that of the last call.
  std::string Quote(std::size_t begin, std::size_t end) {
    if (characters_.empty()) characters_ = DecodeUtf8(original_);
    passed_ += DecodeUtf8(folded_.substr(at_, begin - at_)).size();
    at_ = begin;
    const auto count = DecodeUtf8(folded_.substr(begin, end - begin)).size();
    const auto from = std::min(passed_, characters_.size());
    return EncodeUtf8(std::u32string_view(characters_).substr(from, count));
  }

 private:
  std::string_view original_, folded_;
  std::u32string characters_;        // of the original
  std::size_t at_ = 0, passed_ = 0;  // bytes of the folded text, and the characters that they are
};

Finding MakeFinding(const Quantity& whole, const List& list, std::int64_t sum, std::string quote) {
  Finding finding = NewFinding("narrative.sum");
  finding.expected = Decimal(sum);
  finding.actual = Decimal(whole.value);
  std::string added;
  for (const Quantity* part : list.parts) {
    added += (added.empty() ? "" : "+") + std::to_string(part->value);
  }
  finding.details = {{"sum", std::move(added)},
                     {"expected", std::to_string(sum)},
                     {"actual", std::to_string(whole.value)},
                     {"unit", std::string(whole.unit)},
                     {"quote", std::move(quote)}};
  return finding;
}

void CheckParagraph(std::string_view original, const std::string& pointer, Findings& out) {
  const std::string text = Fold(original);
  const std::vector<Quantity> quantities = FindQuantities(text);
  Quoter quoter(original, text);
  for (std::size_t i = 0; i + 1 < quantities.size(); ++i) {
    if (IsRounded(text, quantities[i].begin)) continue;
    const std::string_view before = Before(text, quantities[i].begin);
    const std::size_t from = quantities[i].begin - before.size();
    for (List& list : FindLists(text, quantities, i)) {
      CutChannels(list);
      std::int64_t sum = 0;
      for (const Quantity* part : list.parts) sum += part->value;
      if (sum == quantities[i].value || !IsWrong(before, quantities[i], list, sum)) continue;
      out.found.push_back(
          MakeFinding(quantities[i], list, sum, quoter.Quote(from, list.parts.back()->end)));
      out.found.back().at.push_back(pointer);
    }
  }
}

void CheckText(std::string_view text, const std::string& pointer, Findings& out) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    CheckParagraph(text.substr(0, end), pointer, out);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

void CheckNarrativeSum(const ReportIndex& index, Findings& out) {
  const auto& sections = index.report().sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    CheckText(sections[i].text, "/sections/" + std::to_string(i) + "/text", out);
  }
}

}  // namespace gongkai
