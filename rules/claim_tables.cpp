#include "rules/claim_tables.h"

#include <algorithm>
#include <array>

#include "normalize/forms.h"

namespace gongkai {
namespace {

// Ways to read a subject, parted by |, each a sum of terms. A term is a row of table 3 (in the
// column of the claim's applicants), a group of its rows (ending in /), or a cell of table 2 or 4.
// A total that its own parts refute is no certain number: their sum is a way to read it as well,
// marked ~, which may be missing.
struct SubjectTable {
  Subject subject;
  std::string_view rule;
  std::string_view ways;
  std::string_view ways2019 = kSame;  // where the form of 2019 has other columns; empty: has none

  static constexpr std::string_view kSame = "=";
};

constexpr std::string_view kA = "narrative.applications", kO = "narrative.outcome",
                           kR = "narrative.review", kL = "narrative.litigation",
                           kN = "narrative.normative_documents", kP = "narrative.penalties";

constexpr auto kTable = std::to_array<SubjectTable>({
    {Subject::kNewReceived, kA, "new_received"},
    {Subject::kReceived, kA, "new_received|new_received+carried_over"},
    {Subject::kHandled, kA, "outcome/total|new_received|new_received+carried_over|~outcome/"},
    {Subject::kDone, kO, "outcome/total|~outcome/"},
    // Some do not count as answered what was not processed, or was withdrawn.
    {Subject::kAnswered, kO,
     "outcome/total|~outcome/|outcome/granted+outcome/partly_granted+outcome/refused/+"
     "outcome/unavailable/+outcome/not_processed/|outcome/granted+outcome/partly_granted+"
     "outcome/refused/+outcome/unavailable/"},
    {Subject::kCarriedOver, kA, "carried_over"},
    {Subject::kCarriedForward, kA, "carried_forward"},
    {Subject::kGranted, kO, "outcome/granted"},
    {Subject::kPartly, kO, "outcome/partly_granted"},
    {Subject::kRefused, kO, "outcome/refused/"},
    {Subject::kUnavailable, kO, "outcome/unavailable/"},
    {Subject::kNotProcessed, kO, "outcome/not_processed/"},
    {Subject::kOtherOutcome, kO, "outcome/other/"},
    {Subject::kReason, kO, ""},  // the claim's own row
    {Subject::kReview, kR,
     "review/total|~review/upheld+review/corrected+review/other+review/pending"},
    {Subject::kReviewUpheld, kR, "review/upheld"},
    {Subject::kReviewCorrected, kR, "review/corrected"},
    {Subject::kReviewPending, kR, "review/pending"},
    {Subject::kReviewOther, kR, "review/other"},
    {Subject::kLitigation, kL,
     "direct_litigation/total+litigation_after_review/total|~direct_litigation/total|"
     "~litigation_after_review/total|"
     "~direct_litigation/upheld+direct_litigation/corrected+direct_litigation/other+"
     "direct_litigation/pending+litigation_after_review/upheld+litigation_after_review/corrected+"
     "litigation_after_review/other+litigation_after_review/pending"},
    {Subject::kLitigationUpheld, kL,
     "direct_litigation/upheld+litigation_after_review/upheld|~direct_litigation/upheld|"
     "~litigation_after_review/upheld"},
    {Subject::kLitigationCorrected, kL,
     "direct_litigation/corrected+litigation_after_review/corrected|~direct_litigation/corrected|"
     "~litigation_after_review/corrected"},
    {Subject::kLitigationPending, kL,
     "direct_litigation/pending+litigation_after_review/pending|~direct_litigation/pending|"
     "~litigation_after_review/pending"},
    {Subject::kLitigationOther, kL,
     "direct_litigation/other+litigation_after_review/other|~direct_litigation/other|"
     "~litigation_after_review/other"},
    {Subject::kDirect, kL,
     "direct_litigation/total|~direct_litigation/upheld+direct_litigation/corrected+"
     "direct_litigation/other+direct_litigation/pending"},
    {Subject::kAfterReview, kL,
     "litigation_after_review/total|~litigation_after_review/upheld+"
     "litigation_after_review/corrected+litigation_after_review/other+"
     "litigation_after_review/pending"},
    {Subject::kNormativeIssued, kN, "normative_documents/issued", "normative_documents/made"},
    {Subject::kNormativeRepealed, kN, "normative_documents/repealed", ""},
    {Subject::kNormativeInForce, kN, "normative_documents/in_force", ""},
    {Subject::kRegulationsIssued, kN, "regulations/issued", "regulations/made"},
    {Subject::kRegulationsRepealed, kN, "regulations/repealed", ""},
    {Subject::kRegulationsInForce, kN, "regulations/in_force", ""},
    {Subject::kLicences, "narrative.licences", "licences/decisions"},
    {Subject::kPenalties, kP, "penalties/decisions"},
    {Subject::kCoercive, kP, "coercive_measures/decisions"},
    {Subject::kFees, "narrative.fees", "fees/amount", ""},
    {Subject::kLeftOver, kA, "carried_forward"},
});

const SubjectTable* FindSubject(Subject subject) {
  const auto it = std::find_if(kTable.begin(), kTable.end(),
                               [&](const SubjectTable& row) { return row.subject == subject; });
  return it == kTable.end() ? nullptr : &*it;
}

std::string_view TableKeyOf(std::string_view rule) {
  if (rule == kA || rule == kO) return "applications";
  return rule == kR || rule == kL ? "review_litigation" : "active_disclosure";
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

constexpr auto kOrganisations = std::to_array<std::string_view>(
    {"business", "research", "public_welfare", "legal_service", "other"});

// Adds up cells, and remembers whether one was none.
class Sum {
 public:
  explicit Sum(const ReportIndex& index, bool blank_is_zero)
      : index_(index), blank_is_zero_(blank_is_zero) {}

  void AddCell(const std::string& pointer) {
    const Reading* reading = index_.Value(pointer);
    pointers_.push_back(pointer);
    if (reading == nullptr || reading->confidence < kDoubtful) return Fail();
    if (reading->state == CellState::kBlank && blank_is_zero_) {
      blank_ = true;
      return;
    }
    if (!reading->value || !sum_) return Fail();
    sum_ = sum_->Plus(*reading->value);
    number_ = true;
  }

  void Fail() { sum_ = std::nullopt; }
  bool failed() const { return !sum_ || !number_; }  // blanks alone say nothing
  bool blank() const { return blank_; }
  ClaimReading Result() && { return {*sum_, std::move(pointers_)}; }

 private:
  const ReportIndex& index_;
  bool blank_is_zero_;
  std::optional<Decimal> sum_ = Decimal(0);
  std::vector<std::string> pointers_;
  bool blank_ = false, number_ = false;
};

class Reader {
 public:
  Reader(const ReportIndex& index, const Claim& claim, std::string_view table)
      : index_(index), claim_(claim), table_(table), blank_is_zero_(NeverWritesZero()) {}

  // `by_columns`: rows of table 3 by the sum of their columns, not by their total.
  Sum Read(std::string_view expression, bool by_columns) const {
    Sum sum(index_, blank_is_zero_);
    for (const std::string_view term : Split(expression, '+')) {
      const std::string at = "/" + std::string(table_) + "/" + std::string(term);
      if (table_ != "applications") {
        AddCellOf(at, sum);
      } else if (at.ends_with('/')) {
        AddGroup(at, by_columns, sum);
      } else {
        AddRow(at, by_columns, sum);
      }
    }
    return sum;
  }

 private:
  bool IsPlaced(std::string_view row) const {
    const TableRow* found = index_.Row(row);
    return found == nullptr || found->placed;
  }

  void AddCellOf(const std::string& pointer, Sum& sum) const {
    if (!IsPlaced(pointer.substr(0, pointer.rfind('/')))) sum.Fail();
    sum.AddCell(pointer);
  }

  void AddGroup(std::string_view prefix, bool by_columns, Sum& sum) const {
    for (const FormRow* row : ExpectedRows(index_, ApplicationsTable())) {
      if (row->pointer.starts_with(prefix) && !row->sum) {
        AddRow(std::string(row->pointer), by_columns, sum);
      }
    }
  }

  void AddRow(const std::string& row, bool by_columns, Sum& sum) const {
    if (!index_.Row(row) || !IsPlaced(row)) return sum.Fail();
    const Reading* total = index_.Value(row + "/total");
    const bool left_out = total == nullptr || total->state == CellState::kBlank ||
                          total->state == CellState::kPlaceholder;
    if (claim_.applicants == Applicants::kAll && !by_columns && !left_out) {
      return sum.AddCell(row + "/total");
    }
    if (claim_.applicants != Applicants::kOrganisations) sum.AddCell(row + "/natural_person");
    if (claim_.applicants == Applicants::kNaturalPersons) return;
    for (const std::string_view column : kOrganisations) {
      sum.AddCell(row + "/" + std::string(column));
    }
  }

  // Where no zero is written in all of a table, a blank is how this writer says zero.
  bool NeverWritesZero() const {
    const std::string prefix = "/" + std::string(table_) + "/";
    const auto& values = index_.report().values;
    return std::none_of(values.begin(), values.end(), [&](const TableValue& value) {
      return value.reading.value == Decimal(0) && value.pointer.starts_with(prefix);
    });
  }

  const ReportIndex& index_;
  const Claim& claim_;
  std::string_view table_;
  bool blank_is_zero_;
};

std::string_view ExpressionOf(const ReportIndex& index, const SubjectTable& row) {
  const Table* table = index.TableOf(TableKeyOf(row.rule));
  if (table == nullptr) return {};
  const bool other = table->form == Form::k2019 && row.ways2019 != SubjectTable::kSame;
  return other ? row.ways2019 : row.ways;
}

// The claim's subjects as one list of ways to read it; a sum of several subjects has one way.
std::string Expression(const ReportIndex& index, const Claim& claim) {
  if (claim.apart) return "new_received";
  if (!claim.row.empty()) return std::string(claim.row);
  std::string expression;
  for (const Subject subject : claim.subjects) {
    const SubjectTable* row = FindSubject(subject);
    const std::string_view own = row ? ExpressionOf(index, *row) : std::string_view{};
    if (own.empty()) return {};
    expression += (expression.empty() ? "" : "+") + std::string(own);
  }
  return expression;
}

// Money is compared in 元; the table has 万元.
bool ToYuan(std::vector<ClaimReading>& readings) {
  constexpr int kMyriad = 4;
  for (ClaimReading& reading : readings) {
    const auto yuan = reading.value.TimesPowerOfTen(kMyriad);
    if (!yuan) return false;
    reading.value = *yuan;
  }
  return true;
}

}  // namespace

std::string_view RuleOf(Subject subject) {
  const SubjectTable* row = FindSubject(subject);
  return row == nullptr ? std::string_view{} : row->rule;
}

std::optional<ClaimReadings> ReadTables(const ReportIndex& index, const Claim& claim) {
  const std::string expression = Expression(index, claim);
  if (expression.empty()) return std::nullopt;
  const std::string_view table = TableKeyOf(RuleOf(claim.subjects.front()));
  const Reader reader(index, claim, table);
  ClaimReadings result;
  for (const bool by_columns : {false, true}) {
    if (by_columns && table != "applications") continue;
    for (const std::string_view way : Split(expression, '|')) {
      const bool may_fail = by_columns || way.starts_with('~');
      Sum sum = reader.Read(way.substr(way.starts_with('~') ? 1 : 0), by_columns);
      if (sum.failed() && may_fail) continue;
      if (sum.failed()) return std::nullopt;
      result.blank_is_zero = result.blank_is_zero || sum.blank();
      result.readings.push_back(std::move(sum).Result());
    }
  }
  if (claim.number.kind == UnitKind::kMoney && !ToYuan(result.readings)) return std::nullopt;
  return result;
}

}  // namespace gongkai
