// Sums: those that the form itself demands and those of a rules file. What makes a sum fail is
// weighed before it is called an error: a blank or an unplaced cell leaves the sum not assessed,
// and says why; where a cell was read with doubt, the reading is the likelier cause.
#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>

#include "rules/check.h"
#include "rules/places.h"
#include "rules/sum_cells.h"

namespace gongkai {
namespace {

// Comparisons of a pattern with a cell that all sums of a report may take together: the built-in
// ones take 7,000, and this many take a tenth of a second.
constexpr std::size_t kMaxMatches = 1'000'000;

struct Term {
  std::string pointer;
  bool minus = false;
};

// A rule whose names stand for something: the sum of `parts` has to be that of `wholes`.
struct Sum {
  const SumRule* rule;
  std::string at;  // the most telling place
  std::vector<Term> wholes, parts;
};

struct Reason {
  const char* id;  // of the text
  std::string pointer;
};

struct Added {
  Decimal total;
  std::optional<Reason> broken;  // a number is needed and is not known
  std::optional<Reason> open;    // nothing is printed: 0, if the sum then agrees
  std::optional<Reason> doubt;   // may have been read wrongly
  std::optional<Reason> first;   // the first of all of these
};

std::string_view RowOf(std::string_view cell) { return cell.substr(0, cell.rfind('/')); }

// Why there is no value at `pointer`.
Reason WhyAbsent(const ReportIndex& index, const std::string& pointer) {
  const std::string row(RowOf(pointer));
  const TableRow* found = index.Row(row);
  if (found == nullptr) return {"not_assessed.row_missing", row};
  if (!found->placed) return {"not_assessed.row_not_placed", row};
  return {"not_assessed.cell_missing", pointer};
}

void Keep(Added& sum, std::optional<Reason>& slot, Reason reason) {
  if (!slot) slot = reason;
  if (!sum.first) sum.first = std::move(reason);
}

void AddTerm(const ReportIndex& index, const Term& term, bool may_lack, Added& sum) {
  const Reading* reading = index.Value(term.pointer);
  if (reading == nullptr) {
    Reason why = WhyAbsent(index, term.pointer);
    const bool lacks = may_lack && why.id == std::string_view("not_assessed.cell_missing");
    return Keep(sum, lacks ? sum.open : sum.broken, std::move(why));
  }
  const auto keep = [&](std::optional<Reason>& slot, const char* id) {
    Keep(sum, slot, {id, term.pointer});
  };
  switch (reading->state) {
    case CellState::kBlank: keep(sum.open, "not_assessed.blank"); break;
    case CellState::kPlaceholder: keep(sum.open, "not_assessed.placeholder"); break;
    case CellState::kNotANumber: keep(sum.broken, "not_assessed.not_a_number"); break;
    case CellState::kUnreadable: keep(sum.broken, "not_assessed.unreadable"); break;
    case CellState::kNumber: break;
  }
  if (reading->confidence < kDoubtful) keep(sum.doubt, "not_assessed.doubtful");
  if (reading->state != CellState::kNumber) return;
  const Decimal value = reading->value.value_or(Decimal());
  const auto total = term.minus ? sum.total.Minus(value) : sum.total.Plus(value);
  if (!total) return keep(sum.broken, "not_assessed.too_large");
  sum.total = *total;
}

Added Add(const ReportIndex& index, const std::vector<Term>& terms, bool may_lack) {
  Added sum;
  for (const Term& term : terms) AddTerm(index, term, may_lack, sum);
  return sum;
}

// The numbers as they are added up: 10+1+0-2; of a long sum, those that are not 0.
std::string Expression(const ReportIndex& index, const std::vector<Term>& terms) {
  constexpr std::size_t kLong = 7;  // more than a row of table 3 has
  std::string text;
  for (const Term& term : terms) {
    const Reading* reading = index.Value(term.pointer);
    if (reading == nullptr || !reading->value) continue;
    if (terms.size() >= kLong && *reading->value == Decimal()) continue;
    text += (term.minus ? "-" : text.empty() ? "" : "+") + reading->value->ToString();
  }
  return text.empty() ? "0" : text;
}

// A row that is missing or not placed stops the sums of all columns alike: that is said once, of
// the row that was to be checked.
void AddNotAssessed(const ReportIndex& index, const Sum& sum, const Reason& reason, Findings& out) {
  const bool whole_row = reason.id == std::string_view("not_assessed.row_missing") ||
                         reason.id == std::string_view("not_assessed.row_not_placed");
  NotAssessed entry{sum.rule->id, whole_row ? std::string(RowOf(sum.at)) : sum.at, reason.id, {}};
  AddDetail(entry.details, "place", PlaceName(index.report(), reason.pointer));
  const auto same = [&](const NotAssessed& other) {
    return other.rule == entry.rule && other.at == entry.at && other.reason == entry.reason &&
           other.details == entry.details;
  };
  auto& all = out.not_assessed;
  if (std::none_of(all.begin(), all.end(), same)) all.push_back(std::move(entry));
}

// The message of a rules file, in both languages: {place} is what each of them calls it.
void AddMessage(const Wording& message, const Wording& place, Finding& finding) {
  TextDetails known = finding.details;
  known.emplace_back("place_en", place.en);
  known.emplace_back("place", place.zh);
  const std::string zh = FillIn(message.zh, known);
  known.back().second = place.en;
  AddDetail(finding.details, "message", {zh, FillIn(message.en, known)});
  finding.message = "own.message";
}

Finding MakeFinding(const ReportIndex& index, const Sum& sum, const Decimal& expected,
                    const Decimal& actual) {
  Finding finding;
  finding.rule = finding.message = sum.rule->id;
  finding.severity = sum.rule->severity;
  const FormPlace place = FindFormPlace(sum.at);
  const auto [statistic, field] = FindStatistic(index.report(), sum.at);
  finding.details = {
      {"row", place.row ? RowLabel(*place.row) : statistic ? statistic->label : ""},
      {"column", place.column ? std::string(place.column->label) : ""},
      {"sum", Expression(index, sum.parts)},
      {"expected", expected.ToString()},
      {"actual", actual.ToString()}};
  return finding;
}

void AddFailure(const ReportIndex& index, const Sum& sum, const Decimal& expected,
                const Decimal& actual, const std::optional<Reason>& doubt, Findings& out) {
  Finding finding = MakeFinding(index, sum, expected, actual);
  if (doubt) {
    finding.message = "arithmetic.reading";
    finding.severity = std::max(finding.severity, Severity::kWarning);
    AddDetail(finding.details, "place", PlaceName(index.report(), doubt->pointer));
  } else if (sum.rule->message) {
    AddMessage(*sum.rule->message, PlaceName(index.report(), sum.at), finding);
  }
  finding.at.push_back(sum.at);
  for (const auto* side : {&sum.parts, &sum.wholes}) {
    for (const Term& term : *side) {
      // A sum without a single whole has all of its terms for places.
      if (sum.wholes.size() > 1 && term.pointer != sum.at) finding.at.push_back(term.pointer);
    }
  }
  for (const Term& term : sum.parts) finding.operands.push_back(term.pointer);
  finding.expected = expected;
  finding.actual = actual;
  out.found.push_back(std::move(finding));
}

void CheckEqual(const ReportIndex& index, const Sum& sum, Findings& out) {
  const Added parts = Add(index, sum.parts, sum.rule->parts_may_lack);
  const Added wholes = Add(index, sum.wholes, false);
  for (const auto& reason : {wholes.broken, parts.broken}) {
    if (reason) return AddNotAssessed(index, sum, *reason, out);
  }
  if (parts.total == wholes.total) return;
  for (const auto& reason : {wholes.open, parts.open}) {
    if (reason) return AddNotAssessed(index, sum, *reason, out);
  }
  AddFailure(index, sum, parts.total, wholes.total, wholes.doubt ? wholes.doubt : parts.doubt, out);
}

// What is blank or in doubt may be anything: nothing can be said of which side is larger.
void CheckOrder(const ReportIndex& index, const Sum& sum, Findings& out) {
  const Added parts = Add(index, sum.parts, false);
  const Added wholes = Add(index, sum.wholes, false);
  for (const auto& reason : {wholes.first, parts.first}) {
    if (reason) return AddNotAssessed(index, sum, *reason, out);
  }
  const bool holds = sum.rule->relation == SumRelation::kAtLeast ? wholes.total >= parts.total
                                                                 : wholes.total <= parts.total;
  if (!holds) AddFailure(index, sum, parts.total, wholes.total, std::nullopt, out);
}

// The sums that the rules make of one report.
class SumMaker {
 public:
  explicit SumMaker(const ReportIndex& index) : index_(index), cells_(index) {}

  bool spent() const { return left_ == 0; }

  // What the names of a rule stand for: each way in which the first whole fits a cell of the form.
  std::vector<Bindings> FindBindings(const SumRule& rule) {
    const CellPattern whole = cells_.Named(rule.wholes.front().cells);
    if (NamesOf(whole).empty()) return {{}};
    std::vector<Bindings> found;
    std::set<Bindings> seen;
    for (const SumCell* cell : cells_.OfForms(whole.steps.front().text)) {
      Bindings bindings;
      if (!Spend() || !Match(whole, cell->steps, bindings)) continue;
      if (seen.insert(bindings).second) found.push_back(std::move(bindings));
    }
    return found;
  }

  Sum Make(const SumRule& rule, const Bindings& bindings) {
    Sum sum{&rule, "", {}, {}};
    std::unordered_set<std::string> seen;
    sum.wholes = Terms(rule.wholes, bindings, seen);
    sum.parts = Terms(rule.parts, bindings, seen);
    if (rule.at) {
      sum.at = cells_.Find(cells_.Named(Bind(*rule.at, bindings)));
    } else if (!sum.wholes.empty()) {
      sum.at = sum.wholes.front().pointer;
    }
    return sum;
  }

  // Whether the document has what the sum is about.
  bool Applies(const Sum& sum, const Bindings& bindings) const {
    const auto has_value = [&](const Term& term) { return index_.Value(term.pointer) != nullptr; };
    const auto has = [&](const CellPattern& pattern) { return Has(Bind(pattern, bindings)); };
    if (sum.wholes.empty() || sum.parts.empty()) return false;
    const auto& when = sum.rule->when;
    if (!when.empty()) return std::all_of(when.begin(), when.end(), has);
    return std::any_of(sum.wholes.begin(), sum.wholes.end(), has_value) ||
           std::any_of(sum.parts.begin(), sum.parts.end(), has_value);
  }

 private:
  bool Spend() { return left_ > 0 && --left_ > 0; }

  bool Has(const CellPattern& pattern) const {
    const std::string pointer = cells_.Find(cells_.Named(pattern));
    return index_.Value(pointer) != nullptr || index_.Row(pointer) != nullptr ||
           index_.TableOf(std::string_view(pointer).substr(1)) != nullptr ||
           (pointer == "/statistics" && !index_.report().statistics.empty());
  }

  // A cell stands once in a sum, even where several patterns take it.
  std::vector<Term> Terms(const std::vector<SumTerm>& terms, const Bindings& bindings,
                          std::unordered_set<std::string>& seen) {
    std::vector<Term> found;
    const auto add = [&](const std::string& pointer, bool minus) {
      if (seen.insert(pointer).second) found.push_back({pointer, minus});
    };
    for (const SumTerm& term : terms) {
      const CellPattern bound = cells_.Named(Bind(term.cells, bindings));
      if (!HasWildcard(bound)) {
        add(cells_.Find(bound), term.minus);
        continue;
      }
      for (const SumCell* cell : cells_.OfDocument(bound.steps.front().text)) {
        Bindings none;
        if (Spend() && Match(bound, cell->steps, none)) add(cell->pointer, term.minus);
      }
    }
    return found;
  }

  const ReportIndex& index_;
  SumCells cells_;
  std::size_t left_ = kMaxMatches;
};

void CheckRule(const ReportIndex& index, const SumRule& rule, SumMaker& maker, Findings& out) {
  for (const Bindings& bindings : maker.FindBindings(rule)) {
    const Sum sum = maker.Make(rule, bindings);
    if (maker.spent()) break;
    if (!maker.Applies(sum, bindings)) continue;
    if (rule.relation == SumRelation::kEqual) {
      CheckEqual(index, sum, out);
    } else {
      CheckOrder(index, sum, out);
    }
  }
  if (maker.spent()) out.not_assessed.push_back({rule.id, "", "not_assessed.too_many", {}});
}

}  // namespace

void CheckArithmetic(const ReportIndex& index, const RuleSet& rules, Findings& out) {
  SumMaker maker(index);
  for (const SumRule& rule : rules.sums) CheckRule(index, rule, maker, out);
}

}  // namespace gongkai
