// The organ and the year: a stroke that raises each rule, and one that comes close and must not.
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<RuleCase> kCases = {
    {"全乡 in a town", [](Report& r) { SetOverview(r, "影响全乡政府信息公开工作。"); }, "identity.agency",
     {"/sections/1/text"}},
    {"全县（市、区） in a district",
     [](Report& r) {
       r.agency.value = "丙丁市戊区人民政府";
       SetOverview(r, "在全县（市、区）领先，全县区第一，全县域推进。");
     },
     "identity.agency", {}},
    {"健全乡镇, 全乡镇, 乡村", [](Report& r) { SetOverview(r, "健全乡规民约，覆盖全乡镇，我乡村振兴。"); },
     "identity.agency", {}},
    {"the county above", [](Report& r) { SetOverview(r, "走在全县前列，在我市领先。"); },
     "identity.agency", {}},
    {"我县 in a district",
     [](Report& r) {
       r.agency.value = "丙丁市戊区人民政府";
       SetOverview(r, "我县认真公开。");
     },
     "identity.agency", {"/sections/1/text"}},
    {"a department says nothing of its level",
     [](Report& r) {
       r.agency.value = "戊区教育局";
       r.title.value = "戊区教育局2023年政府信息公开工作年度报告";
       SetOverview(r, "我县认真公开。");
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

TEST_CASE("rules of identity", "[rules]") { CheckCases(kCases); }
