#include "normalize/labels.h"

#include <algorithm>
#include <array>
#include <vector>

#include "model/unicode.h"
#include "normalize/headings_text.h"

namespace gongkai {
namespace {

// Longer labels than the longest of any form, with its explanation in brackets, are cut: the cost
// of comparing stays bounded.
constexpr std::size_t kLongest = 120;

// A similarity below this is of no use to anybody: it is not worked out.
constexpr double kLeastOfUse = 0.3;

// Words that only a table's header has; alone on a line they belong to a table.
constexpr auto kHeaderWords = std::to_array<std::string_view>(
    {"信息内容", "第二十条", "申请人情况", "自然人", "法人或其他组织", "勾稽关系", "本年度办理结果",
     "商业", "企业", "科研", "机构", "社会公益", "法律服务", "总计", "其他", "结果维持", "结果纠正",
     "尚未审结", "行政复议", "行政诉讼", "未经复议", "复议后起诉", "本年制发", "本年废止", "现行有效",
     "本年新", "对外公开", "上一年项目", "本年增", "处理决定", "收费金额", "采购", "指标名称", "计量单位"});

constexpr std::u32string_view kChineseDigits = U"一二三四五六七八九十";

bool IsLabelCharacter(char32_t c) {
  return IsHan(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

bool IsNumeral(char32_t c) {
  return (c >= U'0' && c <= U'9') || kChineseDigits.find(c) != kChineseDigits.npos;
}

// The end of a numbering "一、" "(三)" "1." "(一)、" at the start of folded text; 0 where none.
std::size_t NumberEnd(std::u32string_view text) {
  const bool bracket = text.starts_with(U'(');
  std::size_t at = bracket ? 1 : 0;
  const std::size_t first = at;
  while (at < text.size() && at - first < 3 && IsNumeral(text[at])) ++at;
  if (at == first || at >= text.size()) return 0;
  constexpr std::u32string_view kClosers = U"、.,:)";
  if (bracket ? text[at] != U')' : kClosers.find(text[at]) == kClosers.npos) return 0;
  ++at;
  while (at < text.size() && kClosers.find(text[at]) != kClosers.npos) ++at;
  return at;
}

std::u32string LabelCharacters(std::u32string_view text, bool with_brackets) {
  std::u32string out;
  int depth = 0;
  for (const char32_t c : text) {
    if (c == U'(' || c == U'[') ++depth;
    if ((depth == 0 || with_brackets) && IsLabelCharacter(c)) out.push_back(c);
    if ((c == U')' || c == U']') && depth > 0) --depth;
  }
  return out;
}

std::u32string Tight(std::string_view text) {
  return LabelCharacters(DecodeUtf8(Fold(text)), true);
}

struct KnownRow {
  const FormRow* row;
  std::u32string label, variant, group;
};

const std::vector<KnownRow>& KnownRows() {
  static const std::vector<KnownRow> rows = [] {
    std::vector<KnownRow> all;
    for (const FormTable* table : FormTables()) {
      for (const FormRow& row : table->rows) {
        all.push_back({&row, Tight(row.label), Tight(row.variant), Tight(row.group)});
      }
    }
    return all;
  }();
  return rows;
}

const KnownRow& Known(const FormRow& row) {
  const auto& rows = KnownRows();
  return *std::find_if(rows.begin(), rows.end(), [&](const KnownRow& k) { return k.row == &row; });
}

}  // namespace

Label ParseLabel(std::string_view printed) {
  std::u32string text = Compact(printed).text;
  if (text.size() > kLongest) text.resize(kLongest);
  const std::size_t end = NumberEnd(text);
  std::u32string number(text.substr(0, end));
  std::erase_if(number, [](char32_t c) { return !IsNumeral(c) && c != U'(' && c != U')'; });
  if (number.ends_with(U")") && !number.starts_with(U"(")) number.pop_back();
  const std::u32string_view rest = std::u32string_view(text).substr(end);
  return {EncodeUtf8(number), LabelCharacters(rest, false), LabelCharacters(rest, true)};
}

std::string TableWords(std::string_view printed) { return EncodeUtf8(Compact(printed).text); }

double Similarity(std::u32string_view a, std::u32string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 0;
  if (a == b) return 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return 1.0 - static_cast<double>(row[b.size()]) / static_cast<double>(longer);
}

// Similarity, but 0 where the lengths alone keep it below `least`: most labels of a table differ so
// much in length that nothing needs to be compared.
double SimilarityAbove(std::u32string_view a, std::u32string_view b, double least) {
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (static_cast<double>(shorter) < least * static_cast<double>(longer)) return 0;
  return Similarity(a, b);
}

double LabelSimilarity(const Label& printed, const FormRow& row) {
  const KnownRow& known = Known(row);
  double best = 0;
  for (const std::u32string_view text : {std::u32string_view(printed.core),
                                         std::u32string_view(printed.whole)}) {
    for (const std::u32string_view wording : {std::u32string_view(known.label),
                                              std::u32string_view(known.variant)}) {
      if (best < 1) best = std::max(best, SimilarityAbove(text, wording, kLeastOfUse));
    }
  }
  return best;
}

bool HasSlipInBracket(const Label& printed, const FormRow& row) {
  const KnownRow& known = Known(row);
  if (printed.core != known.label || printed.whole == printed.core) return false;
  const double similarity = SimilarityAbove(printed.whole, known.variant, kLabelAccepted);
  return similarity >= kLabelAccepted && similarity < 1;
}

namespace {

// A surer bar than for a row in its place: nothing but the words speaks for it here.
constexpr double kSure = 0.8;

// Is there a row whose label is at least so similar?
bool IsLikeRow(const Label& label, double least) {
  return std::any_of(KnownRows().begin(), KnownRows().end(), [&](const KnownRow& known) {
    return SimilarityAbove(label.core, known.label, least) >= least ||
           SimilarityAbove(label.whole, known.label, least) >= least ||
           SimilarityAbove(label.core, known.variant, least) >= least;
  });
}

// Or a group?
bool IsLike(const Label& label, double least) {
  return IsLikeRow(label, least) ||
         std::any_of(KnownRows().begin(), KnownRows().end(), [&](const KnownRow& known) {
           return SimilarityAbove(label.core, known.group, least) >= least;
         });
}

}  // namespace

bool IsKnownLabel(std::string_view printed) { return IsLike(ParseLabel(printed), kSure); }

bool IsKnownRowLabel(std::string_view printed) { return IsLikeRow(ParseLabel(printed), kSure); }

bool IsHeaderWord(std::string_view printed) {
  const std::string words = TableWords(printed);
  return words.find("勾稽关系") != words.npos ||
         std::any_of(kHeaderWords.begin(), kHeaderWords.end(),
                     [&](std::string_view word) { return words.starts_with(word); });
}

bool IsRemark(std::string_view printed) {
  constexpr std::size_t kLongestRemark = 6;  // 不详, 见附件, 暂未统计
  const Label label = ParseLabel(printed);
  return label.whole.size() > 1 && label.whole.size() <= kLongestRemark && label.number.empty() &&
         !IsHeaderWord(printed) && !IsLike(label, kLeastOfUse);
}

}  // namespace gongkai
