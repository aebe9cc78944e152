// What is missing, doubled or out of order: a stroke that raises each rule, and one that comes close and must not.
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<RuleCase> kCases = {
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
};

}  // namespace

TEST_CASE("rules of structure", "[rules]") { CheckCases(kCases); }
