// Rows of the statistics are matched in order by their labels without numbering (1、政府网站公开数 and
// 1.政府网站公开数), since labels such as 其他情形 stand under several heads; what is left over, by label
// alone; and at last a row that was reworded, where the rows around it are the same.
#include <algorithm>
#include <map>

#include "corpus/compare_parts.h"
#include "corpus/sequence_diff.h"
#include "corpus/text_bigrams.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// What stands before the words of a label: 其中:, (一), 1., ①.
std::string Stem(const std::string& label) {
  constexpr std::u32string_view kWith = U"其中";
  constexpr std::u32string_view kNumbering = U"0123456789一二三四五六七八九十.、,:;()-*①②③④⑤⑥⑦⑧⑨";
  const std::u32string text = DecodeUtf8(FoldTight(label));
  std::u32string_view rest = text;
  for (;;) {
    const std::size_t numbering = std::min(rest.find_first_not_of(kNumbering), rest.size());
    rest.remove_prefix(numbering);
    if (!rest.starts_with(kWith)) break;
    rest.remove_prefix(kWith.size());
  }
  return EncodeUtf8(rest.empty() ? std::u32string_view(text) : rest);
}

using Partners = std::vector<std::optional<std::size_t>>;  // of each row after

class StemNumbers {
 public:
  std::vector<int> Of(const std::vector<StatisticsRow>& rows) {
    std::vector<int> numbers;
    for (const StatisticsRow& row : rows) {
      const int next = static_cast<int>(ids_.size());
      numbers.push_back(ids_.try_emplace(Stem(row.label), next).first->second);
    }
    return numbers;
  }

 private:
  std::map<std::string, int> ids_;
};

void PairByLabel(const std::vector<int>& old_rows, const std::vector<int>& new_rows,
                 std::vector<bool>& taken, Partners& partners) {
  std::map<int, std::vector<std::size_t>> left;
  for (std::size_t i = old_rows.size(); i-- > 0;) {
    if (!taken[i]) left[old_rows[i]].push_back(i);
  }
  for (std::size_t j = 0; j < new_rows.size(); ++j) {
    auto& rows = left[new_rows[j]];
    if (partners[j] || rows.empty()) continue;
    partners[j] = rows.back();
    taken[rows.back()] = true;
    rows.pop_back();
  }
}

// A row with its own words for the same: 受理依申请公开信息总数, 受理政府信息依申请公开总数.
void PairReworded(const std::vector<StatisticsRow>& old_rows,
                  const std::vector<StatisticsRow>& new_rows, std::vector<bool>& taken,
                  Partners& partners) {
  constexpr double kAlike = 0.5;  // half of the pairs of characters; the place says the rest
  for (std::size_t j = 0; j < new_rows.size(); ++j) {
    if (partners[j] || (j > 0 && !partners[j - 1])) continue;
    const std::size_t i = j > 0 ? *partners[j - 1] + 1 : 0;
    if (i >= old_rows.size() || taken[i]) continue;
    const bool last = j + 1 == new_rows.size() && i + 1 == old_rows.size();
    const bool followed = j + 1 < new_rows.size() && partners[j + 1] == i + 1;
    BigramMaker maker;
    const Bigrams a = maker.Make(Stem(old_rows[i].label)), b = maker.Make(Stem(new_rows[j].label));
    if ((!last && !followed) || Likeness(CountCommon(a, b), a, b) < kAlike) continue;
    partners[j] = i;
    taken[i] = true;
  }
}

Partners FindPartners(const Report& before, const Report& after) {
  StemNumbers stems;
  const auto old_rows = stems.Of(before.statistics), new_rows = stems.Of(after.statistics);
  Partners partners(new_rows.size());
  std::vector<bool> taken(old_rows.size());
  for (const CommonRun& run : FindCommonRuns(old_rows, new_rows)) {
    for (std::size_t i = 0; i < run.length; ++i) {
      partners[run.at_after + i] = run.at_before + i;
      taken[run.at_before + i] = true;
    }
  }
  PairByLabel(old_rows, new_rows, taken, partners);
  PairReworded(before.statistics, after.statistics, taken, partners);
  return partners;
}

ComparedStatistic ComparePair(const Report& before, std::optional<std::size_t> i,
                              const Report& after, std::optional<std::size_t> j) {
  static const StatisticsRow kNone;
  const StatisticsRow& old_row = i ? before.statistics[*i] : kNone;
  const StatisticsRow& new_row = j ? after.statistics[*j] : kNone;
  ComparedStatistic row{i,
                        j,
                        old_row.label,
                        new_row.label,
                        old_row.unit,
                        new_row.unit,
                        {old_row.value, new_row.value, {}, {}},
                        {old_row.cumulative, new_row.cumulative, {}, {}}};
  if (FoldTight(row.unit_before) == FoldTight(row.unit_after)) {
    FillInDifference(row.value, /*with_percent=*/true);
    FillInDifference(row.cumulative, /*with_percent=*/true);
  }
  return row;
}

}  // namespace

std::vector<ComparedStatistic> CompareStatistics(const Report& before, const Report& after) {
  const Partners partners = FindPartners(before, after);
  std::vector<bool> paired(before.statistics.size());
  for (const auto& partner : partners) {
    if (partner) paired[*partner] = true;
  }
  std::vector<ComparedStatistic> rows;
  std::size_t next = 0;  // of the rows before that are gone
  const auto gone_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      if (!paired[next]) rows.push_back(ComparePair(before, next, after, std::nullopt));
    }
  };
  for (std::size_t j = 0; j < partners.size(); ++j) {
    if (partners[j]) gone_to(*partners[j]);
    rows.push_back(ComparePair(before, partners[j], after, j));
  }
  gone_to(before.statistics.size());
  return rows;
}

}  // namespace gongkai
