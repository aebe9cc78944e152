// A longest common subsequence, weighed by how alike labels are (dynamic programming over rows of
// the document and rows of the form). What it leaves between two matches is filled by counting.
#include "normalize/row_alignment.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/unicode.h"
#include "normalize/labels.h"

namespace gongkai {
namespace {

// The table with the most rows has 26; a table of a real report has at most twice as many with all
// that its editor added. More is not a table of the form: the rest is not looked at.
constexpr std::size_t kMostRows = 400;

// Weights beside the label's similarity, which counts 0 to 1. The group decides between rows with
// the same words in two groups; the number, which is often mistyped, only tips the balance.
constexpr double kGroupAgrees = 0.2, kGroupDisagrees = -0.5;
constexpr double kNumberAgrees = 0.05, kNumberDisagrees = -0.05;

// A label so short says nothing; one that is longer and has less than this in common with the
// form's row is another row, that the form does not have.
constexpr std::size_t kSaysNothing = 2;
constexpr double kForeign = 0.3;

// A row out of order has no neighbours that speak for it: its words have to be the form's, a slip in
// ten characters aside, and its group and number must not speak against it.
constexpr double kSureAlone = 0.9;

struct Candidate {
  Label label;
  bool doubtful = false;  // a scan's label of whose characters any may be another
  std::vector<Label> groups;  // the labels before its own
};

// The group that is printed in one cell with the row's own label: 不予公开1属于国家秘密. Takes it off.
std::u32string TakeGluedGroup(std::u32string& text, const FormTable& table) {
  for (const FormRow& row : table.rows) {
    const std::u32string group = DecodeUtf8(row.group);
    if (group.empty() || text.size() <= group.size() || !text.starts_with(group)) continue;
    const auto rest = text.find_first_not_of(U"0123456789", group.size());
    text.erase(0, rest);
    return group;
  }
  return {};
}

Candidate MakeCandidate(const SourceRow& row, const FormTable& table) {
  Candidate candidate;
  const RowCell* own = OwnLabel(row);
  if (own != nullptr) {
    candidate.label = ParseLabel(own->text);
    candidate.doubtful = IsDoubtfulLabel(own->reading, own->confidence);
  }
  if (const auto group = TakeGluedGroup(candidate.label.core, table); !group.empty()) {
    TakeGluedGroup(candidate.label.whole, table);
    candidate.label.number.clear();  // it was the group's
    candidate.groups.push_back({"", group, group});
  }
  for (const RowCell& cell : row.labels) {
    if (&cell != own) candidate.groups.push_back(ParseLabel(cell.text));
  }
  return candidate;
}

// How far the labels before a row's own say that it is in `group`: 1 yes, -1 in another one, 0 none.
// The group of all outcomes holds the other groups: it says nothing against them.
int GroupVerdict(const Candidate& candidate, const FormTable& table, std::string_view group) {
  std::string_view best;
  double best_similarity = 0.7;  // one wrong character in the four of a group's label
  for (const Label& printed : candidate.groups) {
    for (const FormRow& row : table.rows) {
      if (row.group.empty()) continue;
      const double similarity = Similarity(printed.core, DecodeUtf8(row.group));
      if (similarity > best_similarity || (similarity == best_similarity && row.group == group)) {
        best_similarity = similarity;
        best = row.group;
      }
    }
  }
  if (best.empty() || best == group) return best.empty() ? 0 : 1;
  return best == kOutcomeGroup || group == kOutcomeGroup ? 0 : -1;
}

struct Scored {
  double similarity = 0;  // of the labels alone
  double weight = 0;      // with group and number; 0 where the row cannot be this one
};

Scored Score(const Candidate& candidate, const FormTable& table, const FormRow& row) {
  Scored scored;
  scored.similarity = LabelSimilarity(candidate.label, row);
  if (scored.similarity < kLabelAccepted) return scored;
  scored.weight = scored.similarity;
  const int group = GroupVerdict(candidate, table, row.group);
  scored.weight += group > 0 ? kGroupAgrees : group < 0 ? kGroupDisagrees : 0;
  if (!candidate.label.number.empty() && !row.number.empty()) {
    scored.weight += candidate.label.number == row.number ? kNumberAgrees : kNumberDisagrees;
  }
  return scored;
}

using Scores = std::vector<std::vector<Scored>>;  // [row of the document][row of the form]

// The best path through the scores: for each row of the document its row of the form, or nothing.
std::vector<std::optional<std::size_t>> BestPath(const Scores& scores, std::size_t columns) {
  const std::size_t n = scores.size();
  std::vector<std::vector<double>> best(n + 1, std::vector<double>(columns + 1, 0));
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      best[i][j] = std::max(best[i + 1][j], best[i][j + 1]);
      if (scores[i][j].weight > 0) {
        best[i][j] = std::max(best[i][j], best[i + 1][j + 1] + scores[i][j].weight);
      }
    }
  }
  std::vector<std::optional<std::size_t>> path(n);
  for (std::size_t i = 0, j = 0; i < n && j < columns;) {
    const double weight = scores[i][j].weight;
    if (weight > 0 && best[i][j] == best[i + 1][j + 1] + weight) {
      path[i++] = j++;
    } else if (best[i][j] == best[i][j + 1]) {
      ++j;
    } else {
      ++i;
    }
  }
  return path;
}

// The rows of the form from `first` to before `last` that a table with rows of `forms` has.
std::vector<std::size_t> FormRowsBetween(const FormTable& table, std::size_t first, std::size_t last,
                                         FormSet form) {
  std::vector<std::size_t> rows;
  for (std::size_t j = first; j < last; ++j) {
    if (table.rows[j].forms & form) rows.push_back(j);
  }
  return rows;
}

bool MayBe(const Candidate& candidate, const Scored& scored) {
  return candidate.label.whole.size() <= kSaysNothing || scored.similarity >= kForeign;
}

struct Aligner {
  const FormTable& table;
  std::vector<Candidate> candidates;
  Scores scores;
  std::vector<std::optional<std::size_t>> path;

  std::vector<std::size_t> FreeRows(std::size_t first, std::size_t last, FormSet form) const {
    auto rows = FormRowsBetween(table, first, last, form);
    std::erase_if(rows, [&](std::size_t j) {
      return std::find(path.begin(), path.end(), j) != path.end();
    });
    return rows;
  }

  // The forms that have every row matched so far.
  FormSet FormsOfPath() const {
    FormSet forms = kBothForms;
    for (const auto& row : path) {
      if (row) forms = static_cast<FormSet>(forms & table.rows[*row].forms);
    }
    return forms;
  }

  // Gives the unmatched rows of [from, to) the form's rows of [first, last), if the count of one
  // form fits exactly.
  void Fill(std::size_t from, std::size_t to, std::size_t first, std::size_t last) {
    const auto of_2021 = FreeRows(first, last, kForm2021);
    const auto of_2019 = FreeRows(first, last, kForm2019);
    // A misread label is known by its place alone: it must not matter which form the table has.
    const bool one_way = of_2021.empty() || of_2019.empty() || of_2021 == of_2019;
    const FormSet forms = FormsOfPath();
    for (const FormSet form : {kForm2021, kForm2019}) {
      const auto& free = form == kForm2021 ? of_2021 : of_2019;
      if (free.size() != to - from || free.empty()) continue;
      bool fits = true;
      for (std::size_t k = 0; k < free.size(); ++k) {
        const Candidate& candidate = candidates[from + k];
        fits = fits && ((candidate.doubtful && (one_way || forms == form)) ||
                        MayBe(candidate, scores[from + k][free[k]]));
      }
      for (std::size_t k = 0; fits && k < free.size(); ++k) path[from + k] = free[k];
      if (fits) return;
    }
  }

  void FillGaps() {
    const std::vector<std::optional<std::size_t>> labelled = path;
    std::size_t from = 0, first = 0;
    for (std::size_t i = 0; i <= labelled.size(); ++i) {
      const bool end = i == labelled.size();
      if (!end && !labelled[i]) continue;
      const std::size_t last = end ? table.rows.size() : *labelled[i];
      if (first < last) Fill(from, i, first, last);
      if (!end) first = *labelled[i] + 1;
      from = i + 1;
    }
  }

  // A row that stands out of the form's order, but says by its own words alone which one it is.
  void TakeOutOfOrder() {
    for (std::size_t i = 0; i < path.size(); ++i) {
      for (std::size_t j = 0; !path[i] && j < table.rows.size(); ++j) {
        const bool taken = std::find(path.begin(), path.end(), j) != path.end();
        if (!taken && scores[i][j].similarity >= kSureAlone && scores[i][j].weight > kSureAlone) {
          path[i] = j;
        }
      }
    }
  }

  LabelMatch MatchOf(std::size_t i) const {
    const double similarity = scores[i][*path[i]].similarity;
    if (similarity == 1) {
      return HasSlipInBracket(candidates[i].label, table.rows[*path[i]]) ? LabelMatch::kMisspelt
                                                                        : LabelMatch::kExact;
    }
    return similarity >= kLabelAccepted ? LabelMatch::kMisspelt : LabelMatch::kNeighbours;
  }
};

// The form has a group label before the row, and no row of that group has one.
void MarkMissingGroups(const Aligner& aligner, std::vector<RowMatch>& matches) {
  for (std::size_t j = 0; j < aligner.table.rows.size(); ++j) {
    const std::string_view group = aligner.table.rows[j].group;
    if (group.empty() || (j > 0 && aligner.table.rows[j - 1].group == group)) continue;
    RowMatch* first = nullptr;
    bool named = false;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (!matches[i].form_row || aligner.table.rows[*matches[i].form_row].group != group) continue;
      if (first == nullptr) first = &matches[i];
      named = named || GroupVerdict(aligner.candidates[i], aligner.table, group) > 0;
    }
    if (first != nullptr) first->group_missing = !named;
  }
}

}  // namespace

std::vector<RowMatch> AlignRows(std::span<const SourceRow* const> rows, const FormTable& table) {
  std::vector<RowMatch> matches(rows.size());
  Aligner aligner{table, {}, {}, {}};
  for (const SourceRow* row : rows.first(std::min(rows.size(), kMostRows))) {
    aligner.candidates.push_back(MakeCandidate(*row, table));
    auto& scores = aligner.scores.emplace_back();
    for (const FormRow& form_row : table.rows) {
      scores.push_back(Score(aligner.candidates.back(), table, form_row));
    }
  }
  aligner.path = BestPath(aligner.scores, table.rows.size());
  aligner.TakeOutOfOrder();
  aligner.FillGaps();
  for (std::size_t i = 0; i < aligner.path.size(); ++i) {
    matches[i].form_row = aligner.path[i];
    if (aligner.path[i]) matches[i].match = aligner.MatchOf(i);
  }
  MarkMissingGroups(aligner, matches);
  return matches;
}

}  // namespace gongkai
