// The checker as a whole: its order, its words, what it does not assess.
#include <set>

#include "model/texts.h"
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

TEST_CASE("a report without a fault has no finding", "[rules]") {
  for (const Form form : {Form::k2021, Form::k2019}) {
    Report report = WholeReport(form);
    Receive(report);
    CheckReport(report);
    INFO(Messages(report));
    CHECK(report.findings.empty());
    CHECK(report.not_assessed.empty());
  }
}

TEST_CASE("an empty report is checked without a table to check", "[rules]") {
  Report report;
  CheckReport(report);
  CHECK(report.findings.empty());
  CHECK(report.not_assessed.empty());
}

TEST_CASE("sums say what they expected and what was added up", "[rules]") {
  Report report = WholeReport();
  Receive(report);
  Set(report, kTotal + "natural_person", "20");
  CheckReport(report);
  const auto balance = Of(report, "applications.balance");
  REQUIRE(balance.size() == 1);
  CHECK(balance[0]->severity == Severity::kError);
  CHECK(balance[0]->expected == Decimal(21));
  CHECK(balance[0]->actual == Decimal(20));
  CHECK(balance[0]->fingerprint.size() == 16);
  CHECK(Text(balance[0]->message, Language::kZh, balance[0]->details) ==
        "表三“自然人”列：本年新收加上年结转（21+0）为21，办理结果总计加结转下年度为20，两者应相等");
  const auto outcome = Of(report, "applications.outcome_total");
  REQUIRE(outcome.size() == 1);
  CHECK(outcome[0]->expected == Decimal(21));
  CHECK(outcome[0]->actual == Decimal(20));
  CHECK(outcome[0]->operands.size() == 2 + 8 + 3 + 5 + 3);
  CHECK(Of(report, "applications.row_total").size() == 1);
}

TEST_CASE("a sum that fails says whether the document or the reading is to blame", "[rules]") {
  for (const double confidence : {0.5, 0.89, 0.9, 1.0}) {
    INFO(confidence);
    Report report = WholeReport();
    Receive(report);
    Set(report, kNew + "natural_person", "20");
    At(report, kNew + "natural_person").confidence = confidence;
    CheckReport(report);
    const auto found = Of(report, "applications.balance");
    REQUIRE(found.size() == 1);
    const bool doubtful = confidence < 0.9;
    CHECK((found[0]->cause == FindingCause::kReading) == doubtful);
    CHECK((found[0]->severity == Severity::kWarning) == doubtful);
    CHECK(found[0]->expected == Decimal(20));
    const std::string said = Text(found[0]->message, Language::kZh, found[0]->details);
    CHECK((said.find("更可能是误读") != said.npos) == doubtful);
    CHECK(said.find('{') == said.npos);
  }
}

TEST_CASE("what was not assessed says why", "[rules]") {
  const struct {
    CellState state;
    const char* reason;
  } kStates[] = {
      {CellState::kBlank, "not_assessed.blank"},
      {CellState::kPlaceholder, "not_assessed.placeholder"},
      {CellState::kNotANumber, "not_assessed.not_a_number"},
      {CellState::kUnreadable, "not_assessed.unreadable"},
  };
  for (const auto& c : kStates) {
    Report report = WholeReport();
    Set(report, "/review_litigation/review/total", "3");
    At(report, "/review_litigation/review/upheld") = StateReading(c.state, "x");
    CheckReport(report);
    REQUIRE(report.not_assessed.size() == 1);
    CHECK(report.not_assessed[0].rule == "review.total");
    CHECK(report.not_assessed[0].reason == c.reason);
    CHECK(Of(report, "review.total").empty());
  }
}

TEST_CASE("a missing row is named once, not once a column", "[rules]") {
  Report report = WholeReport();
  DropRow(report, "/applications/carried_forward");
  CheckReport(report);
  REQUIRE(report.not_assessed.size() == 1);
  CHECK(report.not_assessed[0].rule == "applications.balance");
  CHECK(report.not_assessed[0].at == "/applications/new_received");
  CHECK(report.not_assessed[0].reason == "not_assessed.row_missing");
}

TEST_CASE("the order is that of families and places, and fingerprints are stable", "[rules]") {
  Report report = WholeReport();
  report.sections.pop_back();
  Set(report, "/review_litigation/review/upheld", "1");
  Set(report, kGranted + "business", "4");
  At(report, kNew + "other") = StateReading(CellState::kBlank, "");
  CheckReport(report);
  std::vector<std::string> rules;
  for (const Finding& finding : report.findings) rules.push_back(finding.rule);
  CHECK(rules == std::vector<std::string>{"section.missing", "cell.blank", "applications.row_total",
                                          "applications.outcome_total", "review.total"});
  const Report once = report;
  CheckReport(report);
  REQUIRE(report.findings.size() == once.findings.size());
  std::set<std::string> prints;
  for (std::size_t i = 0; i < once.findings.size(); ++i) {
    CHECK(report.findings[i].fingerprint == once.findings[i].fingerprint);
    prints.insert(once.findings[i].fingerprint);
  }
  CHECK(prints.size() == once.findings.size());
}
