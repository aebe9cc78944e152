// Every rule: a stroke that raises it, and one that comes close and must not.
#include "rules/rules.h"

#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "model/texts.h"
#include "tests/rules/report_builder.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::vector<const Finding*> Of(const Report& report, const std::string& rule) {
  std::vector<const Finding*> found;
  for (const Finding& finding : report.findings) {
    if (finding.rule == rule) found.push_back(&finding);
  }
  return found;
}

std::string Messages(const Report& report) {
  std::string all;
  for (const Finding& finding : report.findings) {
    all += finding.rule + ": " + Text(finding.message, Language::kZh, finding.details) + "\n";
  }
  for (const NotAssessed& entry : report.not_assessed) {
    all += entry.rule + " at " + entry.at + ": " +
           Text(entry.reason, Language::kZh, entry.details) + "\n";
  }
  return all;
}

struct Case {
  const char* what;
  std::function<void(Report&)> change;
  const char* rule;
  std::vector<std::string> at;  // of the one finding of this rule; empty: there must be none
  Form form = Form::k2021;
};

const std::string kNew = "/applications/new_received/", kTotal = "/applications/outcome/total/";
const std::string kGranted = "/applications/outcome/granted/";
const std::string kForward = "/applications/carried_forward/";

// 21 received and granted, all of them from natural persons.
void Receive(Report& report, const char* count = "21") {
  for (const std::string& row : {kNew, kGranted, kTotal}) {
    Set(report, row + "natural_person", count);
    Set(report, row + "total", count);
  }
}

void Text0(Report& report, const char* text) { report.sections[1].text = text; }

const std::vector<Case> kCases = {
    // structure
    {"a whole report has no section missing", [](Report&) {}, "section.missing", {}},
    {"a section is gone", [](Report& r) { r.sections.pop_back(); }, "section.missing", {"/sections"}},
    {"a report without sections is one line", [](Report& r) { r.sections.clear(); },
     "section.missing", {"/sections"}},
    {"before 2019 there were other sections",
     [](Report& r) { r.sections.clear(); r.form = Form::k2014; }, "section.missing", {}},
    {"a heading with nothing below", [](Report& r) { r.sections[5].text = " \n"; },
     "section.empty", {"/sections/5"}},
    {"a table is something", [](Report& r) { r.sections[3].text = ""; }, "section.empty", {}},
    {"five before four", [](Report& r) { std::swap(r.sections[4], r.sections[5]); },
     "section.order", {"/sections/5"}},
    {"an unknown section between is no disorder",
     [](Report& r) { r.sections[1].key = "unknown"; }, "section.order", {}},
    {"overview twice", [](Report& r) { r.sections.push_back(r.sections[1]); },
     "section.duplicate", {"/sections/1", "/sections/7"}},
    {"two unknown sections are no duplicates",
     [](Report& r) { r.sections[0].key = r.sections[1].key = "unknown"; }, "section.duplicate", {}},
    {"table 4 is gone", [](Report& r) { DropTable(r, "review_litigation"); }, "table.missing",
     {"/review_litigation"}},
    {"no table at all is one line", [](Report& r) { r.tables.clear(); r.values.clear(); },
     "table.missing", {"/active_disclosure", "/applications", "/review_litigation"}},
    {"tables of a report before 2019 are others",
     [](Report& r) { r.tables.clear(); r.values.clear(); r.form = Form::kUnknown; },
     "table.missing", {}},
    {"a missing table has no missing rows", [](Report& r) { DropTable(r, "review_litigation"); },
     "table.row_missing", {}},
    {"two rows are gone",
     [](Report& r) {
       DropRow(r, "/applications/outcome/granted");
       DropRow(r, "/applications/carried_over");
     },
     "table.row_missing", {"/applications/carried_over", "/applications/outcome/granted"}},
    {"the row of 2019 stands for the three of 2021",
     [](Report& r) {
       Report other = WholeReport(Form::k2019);
       TableAt(r, "applications") = TableAt(other, "applications");
       DropValues(r, "/applications/outcome/other/");
     },
     "table.row_missing", {}},
    {"and is of another form",
     [](Report& r) {
       Report other = WholeReport(Form::k2019);
       TableAt(r, "applications") = TableAt(other, "applications");
     },
     "table.form_mismatch", {"/applications/outcome/other/all"}},
    {"the columns of 2019 in table 2",
     [](Report& r) {
       Report other = WholeReport(Form::k2019);
       DropTable(r, "active_disclosure");
       AddTable(r, ActiveDisclosureTable(), Form::k2019);
     },
     "table.column_missing", {}},
    {"the columns of 2021 in the report of 2020: no row is missing",
     [](Report& r) {
       DropTable(r, "active_disclosure");
       AddTable(r, ActiveDisclosureTable(), Form::k2021);
     },
     "table.row_missing", {}, Form::k2019},
    {"the right form", [](Report&) {}, "table.form_mismatch", {}, Form::k2019},
    {"no column 其他 in any row",
     [](Report& r) {
       std::erase_if(r.values, [](const TableValue& v) {
         return v.pointer.starts_with("/applications/") && v.pointer.ends_with("/other");
       });
       std::erase_if(TableAt(r, "applications").columns,
                     [](const TableColumn& c) { return c.key == "other"; });
     },
     "table.column_missing", {"/applications"}},
    {"some rows have the column",
     [](Report& r) {
       DropValues(r, kGranted + "other");
       std::erase_if(TableAt(r, "applications").columns,
                     [](const TableColumn& c) { return c.key == "other"; });
     },
     "table.column_missing", {}},
    {"one of table 4's rows lacks what the others have",
     [](Report& r) { DropValues(r, "/review_litigation/direct_litigation/pending"); },
     "table.column_missing", {"/review_litigation/direct_litigation/pending"}},
    {"but its header is not printed",
     [](Report& r) {
       std::erase_if(TableAt(r, "applications").columns,
                     [](const TableColumn& c) { return c.key == "other"; });
     },
     "table.header", {"/applications"}},
    {"a misspelt row",
     [](Report& r) { RowAt(r, "/applications/carried_over").match = LabelMatch::kMisspelt; },
     "table.header", {"/applications/carried_over"}},
    {"a group label is lost",
     [](Report& r) {
       RowAt(r, "/applications/outcome/refused/state_secret").group_missing = true;
       RowAt(r, "/applications/outcome/refused/forbidden_by_law").group_missing = true;
     },
     "table.header", {"/applications/outcome/refused/state_secret"}},
    {"another wording is fine",
     [](Report& r) { RowAt(r, "/applications/carried_over").match = LabelMatch::kVariant; },
     "table.header", {}},
    {"five numbers for seven columns",
     [](Report& r) {
       TableRow& row = RowAt(r, "/applications/outcome/granted");
       row.placed = false;
       row.cells = 5;
       row.raw = {"6", "0", "0", "0", "6"};
       DropValues(r, kGranted);
     },
     "table.row_short", {"/applications/outcome/granted"}},
    {"as many numbers as columns", [](Report&) {}, "table.row_short", {}},

    // cells
    {"blanks of one table are one line",
     [](Report& r) {
       At(r, kNew + "other") = StateReading(CellState::kBlank, "");
       At(r, kGranted + "other") = StateReading(CellState::kBlank, "");
     },
     "cell.blank", {kNew + "other", kGranted + "other"}},
    {"a zero is no blank", [](Report&) {}, "cell.blank", {}},
    {"a stroke",
     [](Report& r) { At(r, kNew + "other") = StateReading(CellState::kPlaceholder, "/"); },
     "cell.placeholder", {kNew + "other"}},
    {"a blank is no placeholder",
     [](Report& r) { At(r, kNew + "other") = StateReading(CellState::kBlank, ""); },
     "cell.placeholder", {}},
    {"words",
     [](Report& r) { At(r, kNew + "other") = StateReading(CellState::kNotANumber, "见附件"); },
     "cell.not_a_number", {kNew + "other"}},
    {"a stroke is no word",
     [](Report& r) { At(r, kNew + "other") = StateReading(CellState::kPlaceholder, "/"); },
     "cell.not_a_number", {}},
    {"ink",
     [](Report& r) { At(r, kNew + "other") = StateReading(CellState::kUnreadable, "?"); },
     "cell.unreadable", {kNew + "other"}},
    {"a blank can be read",
     [](Report& r) { At(r, kNew + "other") = StateReading(CellState::kBlank, ""); },
     "cell.unreadable", {}},
    {"yuan under ten thousand yuan",
     [](Report& r) { At(r, "/active_disclosure/fees/amount").unit = "元"; }, "cell.unit",
     {"/active_disclosure/fees/amount"}},
    {"no unit", [](Report& r) { Set(r, "/active_disclosure/fees/amount", "7730.28"); },
     "cell.unit", {}},
    {"a note",
     [](Report& r) {
       At(r, "/active_disclosure/regulations/issued").note = "其中修订16件";
     },
     "cell.note", {"/active_disclosure/regulations/issued"}},
    {"no note", [](Report& r) { At(r, kNew + "other").unit = "件"; }, "cell.note", {}},
    {"less than nothing", [](Report& r) { Set(r, "/active_disclosure/licences/decisions", "-1"); },
     "cell.negative", {"/active_disclosure/licences/decisions"}},
    {"a change may be negative",
     [](Report& r) { Set(r, "/active_disclosure/licences/change", "-18"); }, "cell.negative", {},
     Form::k2019},
    {"doubt", [](Report& r) { At(r, kNew + "other").confidence = 0.89; }, "cell.low_confidence",
     {kNew + "other"}},
    {"just sure enough", [](Report& r) { At(r, kNew + "other").confidence = 0.9; },
     "cell.low_confidence", {}},

    // arithmetic
    {"the example of the contract",
     [](Report& r) { Receive(r); Set(r, kTotal + "natural_person", "20"); },
     "applications.balance",
     {kNew + "natural_person", "/applications/carried_over/natural_person",
      kTotal + "natural_person", kForward + "natural_person"}},
    {"carried forward makes it good",
     [](Report& r) {
       Receive(r);
       Set(r, kTotal + "natural_person", "20");
       Set(r, kForward + "natural_person", "1");
     },
     "applications.balance", {}},
    {"a blank counts as 0 where the sum then holds",
     [](Report& r) {
       Receive(r);
       At(r, "/applications/carried_over/natural_person") = StateReading(CellState::kBlank, "");
     },
     "applications.balance", {}},
    {"a blank may hold what is lacking",
     [](Report& r) {
       Receive(r);
       Set(r, kNew + "natural_person", "20");
       At(r, "/applications/carried_over/natural_person") = StateReading(CellState::kBlank, "");
     },
     "applications.balance", {}},
    {"a doubtful cell",
     [](Report& r) {
       Receive(r);
       Set(r, kNew + "natural_person", "20");
       At(r, kNew + "natural_person").confidence = 0.5;
     },
     "applications.balance",
     {kNew + "natural_person", "/applications/carried_over/natural_person",
      kTotal + "natural_person", kForward + "natural_person"}},
    {"a doubtful cell of a sum that holds",
     [](Report& r) {
       Receive(r);
       At(r, kNew + "natural_person").confidence = 0.5;
     },
     "applications.balance", {}},
    {"the rows do not add up", [](Report& r) { Receive(r); Set(r, kGranted + "natural_person", "20"); },
     "applications.outcome_total", {kTotal + "natural_person"}},
    {"an unplaced row",
     [](Report& r) {
       Receive(r);
       DropValues(r, kGranted);
       RowAt(r, "/applications/outcome/granted").placed = false;
     },
     "applications.outcome_total", {}},
    {"a missing row",
     [](Report& r) { Receive(r); DropRow(r, "/applications/outcome/granted"); },
     "applications.outcome_total", {}},
    {"the single row of 2019 is added up",
     [](Report& r) {
       Set(r, "/applications/outcome/other/all/total", "3");
       Set(r, kTotal + "total", "2");
     },
     "applications.outcome_total", {kTotal + "total"}, Form::k2019},
    {"a row's total", [](Report& r) { Set(r, kGranted + "business", "4"); },
     "applications.row_total", {kGranted + "total"}},
    {"a total that is blank by habit",
     [](Report& r) {
       Set(r, kGranted + "business", "4");
       At(r, kGranted + "total") = StateReading(CellState::kBlank, "");
     },
     "applications.row_total", {}},
    {"a row without 其他 may still add up",
     [](Report& r) {
       Set(r, kGranted + "business", "4");
       Set(r, kGranted + "total", "4");
       DropValues(r, kGranted + "other");
     },
     "applications.row_total", {}},
    {"or may not, for what is lacking",
     [](Report& r) {
       Set(r, kGranted + "business", "4");
       Set(r, kGranted + "total", "5");
       DropValues(r, kGranted + "other");
     },
     "applications.row_total", {}},
    {"review",
     [](Report& r) {
       Set(r, "/review_litigation/review/upheld", "10");
       Set(r, "/review_litigation/review/corrected", "1");
     },
     "review.total", {"/review_litigation/review/total"}},
    {"review holds",
     [](Report& r) {
       Set(r, "/review_litigation/review/upheld", "10");
       Set(r, "/review_litigation/review/total", "10");
     },
     "review.total", {}},
    {"direct litigation", [](Report& r) { Set(r, "/review_litigation/direct_litigation/other", "1"); },
     "direct_litigation.total", {"/review_litigation/direct_litigation/total"}},
    {"direct litigation with a word",
     [](Report& r) {
       Set(r, "/review_litigation/direct_litigation/other", "1");
       At(r, "/review_litigation/direct_litigation/total") =
           StateReading(CellState::kNotANumber, "一");
     },
     "direct_litigation.total", {}},
    {"litigation after review",
     [](Report& r) { Set(r, "/review_litigation/litigation_after_review/pending", "1"); },
     "litigation_after_review.total", {"/review_litigation/litigation_after_review/total"}},
    {"review is not litigation",
     [](Report& r) { Set(r, "/review_litigation/review/pending", "1"); },
     "litigation_after_review.total", {}},
    {"fewer in force than issued",
     [](Report& r) { Set(r, "/active_disclosure/regulations/issued", "3"); },
     "active_disclosure.in_force", {"/active_disclosure/regulations/in_force"}},
    {"issued and repealed",
     [](Report& r) {
       Set(r, "/active_disclosure/regulations/issued", "3");
       Set(r, "/active_disclosure/regulations/repealed", "3");
     },
     "active_disclosure.in_force", {}},

    // identity
    {"全乡 in a town", [](Report& r) { Text0(r, "影响全乡政府信息公开工作。"); }, "identity.agency",
     {"/sections/1/text"}},
    {"全县（市、区） in a district",
     [](Report& r) {
       r.agency.value = "丙丁市戊区人民政府";
       Text0(r, "在全县（市、区）领先，全县区第一，全县域推进。");
     },
     "identity.agency", {}},
    {"健全乡镇, 全乡镇, 乡村", [](Report& r) { Text0(r, "健全乡规民约，覆盖全乡镇，我乡村振兴。"); },
     "identity.agency", {}},
    {"the county above", [](Report& r) { Text0(r, "走在全县前列，在我市领先。"); },
     "identity.agency", {}},
    {"我县 in a district",
     [](Report& r) {
       r.agency.value = "丙丁市戊区人民政府";
       Text0(r, "我县认真公开。");
     },
     "identity.agency", {"/sections/1/text"}},
    {"a department says nothing of its level",
     [](Report& r) {
       r.agency.value = "戊区教育局";
       r.title.value = "戊区教育局2023年政府信息公开工作年度报告";
       Text0(r, "我县认真公开。");
     },
     "identity.agency", {}},
    {"last year's period", [](Report& r) { r.period = Period{"2022-01-01", "2022-12-31"}; },
     "identity.year", {"/title", "/period"}},
    {"no period", [](Report& r) { r.period.reset(); }, "identity.year", {}},
    {"a year that ends on 14 December",
     [](Report& r) { r.period = Period{"2023-01-01", "2023-12-14"}; }, "identity.period",
     {"/period"}},
    {"ends before it begins", [](Report& r) { r.period = Period{"2023-12-31", "2023-01-01"}; },
     "identity.period", {"/period"}},
    {"the end alone", [](Report& r) { r.period = Period{"", "2023-12-31"}; }, "identity.period", {}},
    {"the first reports began in May 2008",
     [](Report& r) {
       r.period = Period{"2008-05-01", "2008-12-31"};
       r.title.value = "戊区2008年政府信息公开工作年度报告";
     },
     "identity.period", {}},
};

}  // namespace

TEST_CASE("every rule is raised by its fault and by nothing that only looks like it", "[rules]") {
  for (const Case& c : kCases) {
    Report report = WholeReport(c.form);
    c.change(report);
    CheckReport(report);
    INFO(c.what << "\n" << Messages(report));
    const auto found = Of(report, c.rule);
    CHECK(found.size() == (c.at.empty() ? 0 : 1));
    if (!found.empty() && !c.at.empty()) CHECK(found[0]->at == c.at);
  }
}

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
    REQUIRE(found[0]->cause.has_value());
    CHECK((*found[0]->cause == FindingCause::kReading) == doubtful);
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
