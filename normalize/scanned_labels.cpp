#include "normalize/scanned_labels.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/unicode.h"
#include "normalize/forms.h"
#include "normalize/labels.h"

namespace gongkai {
namespace {

// Of a vocabulary of 64 labels the best match was right in 97 to 100 % of scans' labels with these
// (../shared/OCR.md).
constexpr double kLeastAlike = 0.5, kLeastMargin = 0.08;
// Of the form's words' length. A reader takes a character for another, or loses one; twice as many
// characters are two labels that a lost ruling threw together, and neither of them is meant.
constexpr double kShortest = 0.7, kLongest = 1.3;
// Characters. The longest label of the form has 37 and its note 36; prose in a frame is longer.
constexpr std::size_t kLongestLabel = 60;

// Words of the tables' heads that are no rows or columns of their own.
constexpr auto kHeads = std::to_array<std::string_view>({
    "信息内容", "申请人情况", "法人或其他组织", "行政诉讼",
    "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项",
    "第二十条第（九）项", "本年收费金额（单位：万元）", "三、本年度办理结果", "本年度办理结果",
    "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理",
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
});

struct KnownWords {
  std::string printed;
  std::u32string characters;  // Han, letters and digits only
};

std::u32string CharactersOf(std::string_view text) {
  std::u32string out;
  for (const char32_t c : DecodeUtf8(Fold(text))) {
    const bool kept = IsHan(c) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                      (c >= 'A' && c <= 'Z');
    if (kept) out.push_back(c);
  }
  return out;
}

std::string WithNumber(std::string_view number, std::string_view label) {
  std::string out(number);
  if (!number.empty() && number.front() != '(') {
    out += number.front() >= '0' && number.front() <= '9' ? "." : "、";
  }
  return out.append(label);
}

void AddRowWords(const FormRow& row, std::set<std::string>& words) {
  words.insert(WithNumber(row.number, row.label));
  words.emplace(row.label);
  if (!row.variant.empty()) words.emplace(row.variant);
  for (const ColumnSet& set : row.sets) {
    for (const FormColumn& column : set.columns) words.emplace(column.label);
  }
}

const std::vector<KnownWords>& Vocabulary() {
  static const std::vector<KnownWords> vocabulary = [] {
    std::set<std::string> words(kHeads.begin(), kHeads.end());
    for (const FormTable* table : FormTables()) {
      for (const FormRow& row : table->rows) AddRowWords(row, words);
    }
    std::vector<KnownWords> out;
    for (const std::string& printed : words) out.push_back({printed, CharactersOf(printed)});
    return out;
  }();
  return vocabulary;
}

bool IsAsLong(std::size_t read, std::size_t known) {
  const auto length = static_cast<double>(known);
  return static_cast<double>(read) >= kShortest * length && static_cast<double>(read) <= kLongest * length;
}

// Is one the other with its number? Then it does not matter which of them is meant.
bool SameButForNumber(const KnownWords& a, const KnownWords& b) {
  return a.characters.ends_with(b.characters) || b.characters.ends_with(a.characters);
}

// The words that are meant, or null where that is not sure.
const KnownWords* FindMeant(const std::u32string& read) {
  std::vector<std::pair<double, const KnownWords*>> likely;
  for (const KnownWords& known : Vocabulary()) {
    const double alike = Similarity(read, known.characters);
    if (alike >= kLeastAlike - kLeastMargin) likely.emplace_back(alike, &known);
  }
  const auto best = std::max_element(likely.begin(), likely.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  if (best == likely.end() || best->first < kLeastAlike) return nullptr;
  if (!IsAsLong(read.size(), best->second->characters.size())) return nullptr;
  const bool rival = std::any_of(likely.begin(), likely.end(), [&](const auto& other) {
    return best->first - other.first < kLeastMargin && !SameButForNumber(*other.second, *best->second);
  });
  return rival ? nullptr : best->second;
}

void SetRight(Cell& cell) {
  const std::u32string read = CharactersOf(cell.text);
  const auto han = std::count_if(read.begin(), read.end(), IsHan);
  if (han == 0 || 2 * static_cast<std::size_t>(han) < read.size() || read.size() > kLongestLabel) {
    return;
  }
  const KnownWords* meant = FindMeant(read);
  if (meant != nullptr && meant->characters != read) cell.text = meant->printed;
}

}  // namespace

Document WithScannedLabels(Document document) {
  for (Block& block : document.blocks) {
    auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) continue;
    for (Cell& cell : grid->cells) {
      if (IsDoubtfulLabel(cell.reading, cell.confidence)) SetRight(cell);
    }
  }
  return document;
}

}  // namespace gongkai
