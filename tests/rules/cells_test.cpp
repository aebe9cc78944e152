// What single cells say: a stroke that raises each rule, and one that comes close and must not.
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<RuleCase> kCases = {
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
};

}  // namespace

TEST_CASE("rules of cells", "[rules]") { CheckCases(kCases); }
