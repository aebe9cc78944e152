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

// A sentence of the overview; the report is 甲乙镇人民政府's for 2023.
RuleCase Says(const char* text, const char* rule, bool wrong) {
  return {text, [text](Report& r) { SetOverview(r, text); }, rule,
          wrong ? std::vector<std::string>{"/sections/1/text"} : std::vector<std::string>{}};
}

const std::vector<RuleCase> kYears = {
    Says("特向社会公布2022年度政府信息公开工作年度报告。", "identity.year", true),
    Says("现将我镇2022年政府信息公开工作情况报告如下：", "identity.year", true),
    Says("2022年，我镇收到政府信息公开申请3件。", "identity.year", true),
    Says("2023年1月15日前完成。2023年政府信息公开年度报告于2023年1月15日之前在网站公布。", "identity.year",
         true),
    Says("特向社会公布2023年度政府信息公开工作年度报告。", "identity.year", false),
    Says("按时编制并发布2022年政府信息公开工作年度报告。", "identity.year", false),
    Says("按照关于做好2022年政务公开工作的通知，现将2023年情况报告如下：", "identity.year", false),
    Says("2022年收到申请3件，2023年收到5件，较2022年增长。", "identity.year", false),
    Says("本年度收到申请5件。2022年收到申请3件。", "identity.year", false),
    Says("2024年，我镇将主动公开更多信息。", "identity.year", false),
    Says("2019年5月15日起施行的《条例》，2018年以来主动公开信息900条。", "identity.year", false),
    Says("2023年政府信息公开年度报告于2024年1月15日公布。", "identity.year", false),
    {"a heading of last year",
     [](Report& r) { r.sections[1].heading = "2022年政府信息公开总体情况"; }, "identity.year",
     {"/sections/1/heading"}},
    {"a heading of plans", [](Report& r) { r.sections[5].heading = "2024年工作打算"; },
     "identity.year", {}},
    {"plans for the year that is over", [](Report& r) { r.sections[5].heading = "2023年工作打算"; },
     "identity.year", {"/sections/5/heading"}},
    {"last year's plan was kept",
     [](Report& r) { r.sections[5].text = "2023年我镇将继续加大公开力度。"; }, "identity.year",
     {"/sections/5/text"}},
    {"the coming year's plan",
     [](Report& r) { r.sections[5].text = "2024年我镇将继续公开。2023年将公开纳入考核。"; },
     "identity.year", {}},
    {"last year's problems",
     [](Report& r) { r.sections[5].heading = "2022年存在问题的整改情况"; }, "identity.year", {}},
    {"two years in the title",
     [](Report& r) { r.title.value = "甲乙镇2023年2022年度政府信息公开工作年度报告"; },
     "identity.year", {"/title"}},
    {"a date in the title",
     [](Report& r) { r.title.value = "甲乙镇2023年政府信息公开工作年度报告（2024年1月9日）"; },
     "identity.year", {}},
};

// The organ is changed where one is given.
RuleCase SaysOf(const char* organ, const char* text, bool wrong) {
  RuleCase c = Says(text, "identity.agency", wrong);
  c.change = [organ, text](Report& r) {
    r.agency.value = organ;
    r.title.value = std::string(organ) + "2023年政府信息公开工作年度报告";
    SetOverview(r, text);
  };
  return c;
}

const std::vector<RuleCase> kOrgans = {
    SaysOf("甲乙镇人民政府", "我局认真公开。", true),
    SaysOf("戊县教育局", "我镇认真公开。", true),
    SaysOf("戊县教育局", "现将庚县教育局2023年政府信息公开工作年度报告公布如下：", true),
    SaysOf("戊县教育局", "现将戊县农业农村局2023年政府信息公开工作年度报告公布如下：", true),
    SaysOf("戊县甲乙镇人民政府", "现将戊县甲乙乡2023年政府信息公开工作情况报告如下：", true),
    SaysOf("戊县教育局", "现将县教育局2023年政府信息公开工作年度报告公布如下：", false),
    SaysOf("戊县发展和改革局", "现将县发改局2023年政府信息公开工作年度报告公布如下：", false),
    SaysOf("戊县人民政府办公室", "现将县政府办2023年政府信息公开工作情况报告如下：", false),
    SaysOf("丁市戊县城市管理局", "现将丁市戊县城管局2023年政府信息公开工作情况报告如下：", false),
    SaysOf("戊县教育局", "忘我局面、自我局限，“我委托”，我委托他人，我镇定自若。", false),
    SaysOf("戊县教育局", "按照丁市教育局要求，现将我局2023年政府信息公开工作情况报告如下：", false),
    SaysOf("戊县政务服务中心", "我局认真公开。", false),
    SaysOf("戊县发展和改革委员会（粮食局）", "我局认真公开。", false),
    {"another organ signs",
     [](Report& r) { r.sections[6].text = "无。\n丙丁镇人民政府\n2024年1月20日"; },
     "identity.agency", {"/sections/6/text"}},
    {"its own office signs",
     [](Report& r) { r.sections[6].text = "无。\n甲乙镇人民政府办公室\n2024年1月20日"; },
     "identity.agency", {}},
};

}  // namespace

TEST_CASE("rules of identity", "[rules]") { CheckCases(kCases); }

TEST_CASE("years in the text", "[rules]") { CheckCases(kYears); }

TEST_CASE("organs in the text", "[rules]") { CheckCases(kOrgans); }
