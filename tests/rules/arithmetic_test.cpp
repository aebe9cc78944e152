// The sums of the form: a stroke that raises each rule, and one that comes close and must not.
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<RuleCase> kCases = {
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
    {"the rows do not add up",
     [](Report& r) { Receive(r); Set(r, kGranted + "natural_person", "20"); },
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
    {"direct litigation",
     [](Report& r) { Set(r, "/review_litigation/direct_litigation/other", "1"); },
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
};

}  // namespace

TEST_CASE("rules of arithmetic", "[rules]") { CheckCases(kCases); }
