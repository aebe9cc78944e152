// Numbers of the narrative against the tables, and the claims that they are read into.
#include <catch2/catch.hpp>

#include "model/texts.h"
#include "rules/rules.h"
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

void SetRow(Report& report, const std::string& row, const char* natural, const char* business,
            const char* total) {
  Set(report, row + "/natural_person", natural);
  Set(report, row + "/business", business);
  Set(report, row + "/total", total);
}

// A whole year: 20 received (18 + 2), 3 carried over, 21 done (9 + 5 + 4 + 2 + 1), 2 left.
Report FullReport(Form form = Form::k2021) {
  Report report = WholeReport(form);
  SetRow(report, "/applications/new_received", "18", "2", "20");
  SetRow(report, "/applications/carried_over", "3", "0", "3");
  SetRow(report, "/applications/outcome/granted", "8", "1", "9");
  SetRow(report, "/applications/outcome/partly_granted", "5", "0", "5");
  SetRow(report, "/applications/outcome/refused/process_information", "3", "0", "3");
  SetRow(report, "/applications/outcome/refused/internal_affairs", "1", "0", "1");
  SetRow(report, "/applications/outcome/unavailable/not_held", "2", "0", "2");
  SetRow(report, "/applications/outcome/not_processed/petition", "1", "0", "1");
  SetRow(report, "/applications/outcome/total", "20", "1", "21");
  SetRow(report, "/applications/carried_forward", "1", "1", "2");
  const std::string table = "/review_litigation/";
  Set(report, table + "review/upheld", "4");
  Set(report, table + "review/corrected", "1");
  Set(report, table + "review/total", "5");
  Set(report, table + "direct_litigation/upheld", "2");
  Set(report, table + "direct_litigation/total", "2");
  Set(report, table + "litigation_after_review/other", "1");
  Set(report, table + "litigation_after_review/total", "1");
  const std::string active = "/active_disclosure/";
  if (form == Form::k2021) {
    Set(report, active + "normative_documents/issued", "6");
    Set(report, active + "normative_documents/repealed", "2");
    Set(report, active + "normative_documents/in_force", "40");
    Set(report, active + "fees/amount", "25.137");
  } else {
    Set(report, active + "normative_documents/made", "6");
    Set(report, active + "normative_documents/published", "6");
    Set(report, active + "normative_documents/public_total", "40");
  }
  Set(report, active + "licences/decisions", "1200");
  Set(report, active + "penalties/decisions", "74");
  return report;
}

// The findings of one family in a report whose section 一 is `text`.
std::vector<Finding> Check(Report report, const std::string& text, const std::string& family) {
  report.sections[1].text = text;
  CheckReport(report);
  std::erase_if(report.findings, [&](const Finding& f) {
    return !f.rule.starts_with(family) || f.rule == "narrative.sum";
  });
  return report.findings;
}

struct Wrong {
  const char* text;
  const char* rule;
  const char* at;
  const char* expected;
  const char* actual;
  Severity severity = Severity::kError;
};

const Wrong kWrong[] = {
    // applications
    {"2023年，新收政府信息公开申请21件。", "applications", "new_received/total", "20", "21"},
    {"全年新收２１件政府信息公开申请。", "applications", "new_received/total", "20", "21"},
    {"全年新收依申请公开二十一件。", "applications", "new_received/total", "20", "21"},
    {"甲乙镇收到政府信息公开申请21件。", "applications", "new_received/total", "20", "21",
     Severity::kWarning},
    {"收到政府信息公开申请，共计21件。", "applications", "new_received/total", "20", "21",
     Severity::kWarning},
    {"收到政府信息公开申请22件，上年结转3件。", "applications", "new_received/total", "20", "22"},
    {"收到政府信息公开申请23件，上年结转3件。", "applications", "new_received/total", "20", "23",
     Severity::kWarning},
    {"共受理政府信息公开申请24件（含上年结转3件）。", "applications", "new_received/total", "20", "24",
     Severity::kWarning},
    {"（二）依申请公开情况\n全年共收到申请25件。", "applications", "new_received/total", "20", "25",
     Severity::kWarning},
    {"收到25件信息公开申请。", "applications", "new_received/total", "20", "25", Severity::kWarning},
    {"（二）依申请公开。全年共受理25件。", "applications", "new_received/total", "20", "25",
     Severity::kWarning},
    {"收到公民、法人和其他组织提出的政府信息公开申请25件。", "applications", "new_received/total", "20",
     "25", Severity::kWarning},
    {"2023年，未收到依申请公开事项.\n工作正常.", "applications", "new_received/total", "20", "0",
     Severity::kWarning},
    {"全年未收到政府信息公开申请。", "applications", "new_received/total", "20", "0",
     Severity::kWarning},
    {"新收政府信息公开申请20件，2022年结转4件。", "applications", "carried_over/total", "3", "4"},
    {"新收政府信息公开申请20件，3件结转2024年。", "applications", "carried_forward/total", "2", "3"},
    {"新收政府信息公开申请20件，其中自然人17件，法人或其他组织2件。", "applications",
     "new_received/natural_person", "18", "17"},
    {"新收政府信息公开申请20件。其中，公民个人18件，法人和其他组织3件。", "applications",
     "new_received/business", "2", "3"},
    {"收到政府信息公开申请20件，均已按时办结。", "applications", "carried_forward/total", "2", "0",
     Severity::kWarning},
    {"（二）依申请公开。所有申请均已按要求办理完成。", "applications", "carried_forward/total", "2", "0",
     Severity::kWarning},
    // outcomes
    {"收到政府信息公开申请20件，已办结20件。", "outcome", "outcome/total/total", "21", "20"},
    {"收到政府信息公开申请20件，予以公开8件、部分公开5件。", "outcome", "outcome/granted/total", "9",
     "8"},
    {"政府信息公开申请中，予以公开及部分公开15件。", "outcome", "outcome/granted/total", "14", "15"},
    {"答复依申请公开21件，其中不予公开5件。", "outcome", "outcome/refused/state_secret/total", "4",
     "5"},
    // A reason that is given for an outcome is none of the outcome's rows, whichever it is.
    {"答复依申请公开21件，因没有现成信息等原因无法提供3件。", "outcome",
     "outcome/unavailable/not_held/total", "2", "3"},
    {"答复依申请公开21件，3件无法提供。", "outcome", "outcome/unavailable/not_held/total", "2", "3"},
    {"答复依申请公开21件，2件为不予处理、4件为不予公开。", "outcome",
     "outcome/not_processed/petition/total", "1", "2"},
    {"答复依申请公开21件，其中属于四类过程性信息2件。", "outcome",
     "outcome/refused/process_information/total", "3", "2"},
    {"答复依申请公开21件，因本机关不掌握相关政府信息无法提供1件。", "outcome",
     "outcome/unavailable/not_held/total", "2", "1"},
    {"答复依申请公开17件。", "outcome", "outcome/total/total", "21", "17", Severity::kWarning},
    // table 2
    {"制发行政规范性文件7件。", "normative_documents", "normative_documents/issued", "6", "7"},
    {"制发行政规范性文件6件，废止3件，现行有效40件。", "normative_documents",
     "normative_documents/repealed", "2", "3"},
    {"截至2023年底，现行有效规范性文件41件。", "normative_documents", "normative_documents/in_force",
     "40", "41"},
    {"本年度未制发行政规范性文件。", "normative_documents", "normative_documents/issued", "6", "0"},
    {"制定规章1件。", "normative_documents", "regulations/issued", "0", "1"},
    {"作出行政许可1,201件、行政处罚74件。", "licences", "licences/decisions", "1200", "1201",
     Severity::kWarning},
    {"作出行政处罚决定73件。", "penalties", "penalties/decisions", "74", "73", Severity::kWarning},
    {"我镇无行政处罚。", "penalties", "penalties/decisions", "74", "0", Severity::kWarning},
    {"未作出行政处罚、行政强制。", "penalties", "penalties/decisions", "74", "0", Severity::kWarning},
    {"实施行政强制2起。", "penalties", "coercive_measures/decisions", "0", "2", Severity::kWarning},
    {"行政事业性收费25.4万元。", "fees", "fees/amount", "25.137", "25.4"},
    {"收取行政事业性收费251380元。", "fees", "fees/amount", "25.137", "25.138"},
    {"行政事业性收费25.137元。", "fees", "fees/amount", "25.137", "0.0025137"},
    {"全年未收取行政事业性收费。", "fees", "fees/amount", "25.137", "0"},
    // table 4
    {"因政府信息公开引起的行政复议6件。", "review", "review/total", "5", "6"},
    {"被申请政府信息公开行政复议5件，其中维持3件，纠正1件。", "review", "review/upheld", "4", "3"},
    {"未发生因政府信息公开申请引起的行政复议。", "review", "review/total", "5", "0"},
    {"政府信息公开行政复议5件，均获维持。", "review", "review/upheld", "4", "5"},
    {"政府信息公开行政复议5件，均未被纠正。", "review", "review/corrected", "1", "0"},
    {"政府信息公开行政诉讼4件。", "litigation", "direct_litigation/total", "3", "4",
     Severity::kWarning},
    {"政府信息公开未经复议直接起诉3件。", "litigation", "direct_litigation/total", "2", "3"},
    {"收到的申请均已答复且未发生行政诉讼。", "litigation", "direct_litigation/total", "3", "0",
     Severity::kWarning},
};

// It agrees, or it may be meant as it stands.
const char* const kFine[] = {
    "2023年，新收政府信息公开申请20件，上年结转3件，已办结21件，2件结转下年办理。",
    "收到政府信息公开申请20件。", "共受理政府信息公开申请23件。", "共办理依申请公开21件。",
    "共收到政府信息公开申请23件（含上年结转3件），办结21件。",
    "共收到政府信息公开申请23件，上年结转3件。",
    "收到政府信息公开申请20件，予以公开9件，其中自然人8件。",
    "办理依申请公开事项23件，其中自然人21件。",
    "新收政府信息公开申请20件，其中自然人18件，法人或其他组织2件。",
    "答复政府信息公开申请20件。", "予以公开9件、部分公开5件、不予公开4件、无法提供2件、不予处理1件。",
    "政府信息公开申请中，予以公开及部分公开14件。",
    "答复依申请公开21件，其中属于过程性信息3件、内部事务信息1件、本机关不掌握相关政府信息2件。",
    "答复依申请公开21件，其中过程性信息和内部事务信息4件、重复申请0件。",
    "制发行政规范性文件6件，废止2件，现行有效40件。", "作出行政许可1200件、行政处罚74件、行政强制0件。",
    "行政事业性收费25.1万元。", "行政事业性收费25.14万元。", "行政事业性收费251370元。",
    "政府信息公开行政复议5件，其中维持4件；行政诉讼3件。", "政府信息公开行政诉讼2件。",
    // another year, or many
    "2022年新收政府信息公开申请30件。", "去年收到政府信息公开申请30件，今年收到20件。",
    "2022年，我镇认真工作。新收政府信息公开申请30件。",
    "收到政府信息公开申请20件，较上年增加9件。", "较2022年的30件有所下降。",
    "自2008年以来，累计收到政府信息公开申请300件。", "截至6月，收到政府信息公开申请9件。",
    "截止目前，累计收到政府信息公开申请300件。",
    "计划2024年办结政府信息公开申请50件。", "上半年收到政府信息公开申请9件。",
    // rounded
    "收到政府信息公开申请约30件。", "收到政府信息公开申请近30件。", "收到政府信息公开申请30余件。",
    "收到政府信息公开申请30多件。", "收到政府信息公开申请超过10件。", "收到政府信息公开申请10件以上。",
    "作出行政许可0.2万件。",
    "收到政府信息公开申请20件，均已答复。", "收到来信30件，均已办结。", "所有建议提案均已办结。",
    "收到政府信息公开申请20件，其中网络申请19件，均已办结。",
    // a part
    "通过网络收到政府信息公开申请9件，当面收到11件。", "按时办结政府信息公开申请19件，延期办结2件。",
    "收到涉及征地的政府信息公开申请9件。", "其中涉企政府信息公开申请2件。",
    // another organ
    "县公安局收到政府信息公开申请9件，办结9件。", "县公安局认真履职，收到政府信息公开申请9件。",
    "各村收到政府信息公开申请9件。",
    "县政府办公室收到政府信息公开申请9件，办结9件。", "某处受理政府信息公开申请9件，予以公开8件，答复9件。", "全县收到政府信息公开申请900件，办结900件。",
    // another thing
    "做好政府信息公开工作，全年办理行政复议案件30件，行政诉讼案件9件。", "收到公民提出的申请9件。",
    "（二）依申请公开。予以公开3件政策文件。", "行政许可事项30件。", "公开规范性文件30条。",
    "主动公开政府信息300条。", "收到群众来信30件。", "受理行政许可申请30件。", "办理人大建议30件。",
    "公开行政处罚信息30条。", "公布行政许可事项30项。", "清理规范性文件30件。", "解读规范性文件30件。",
    "合法性审查规范性文件30件。", "制定规章制度30项。", "办理行政复议案件30件。",
    "收取信息处理费300元。", "政府信息公开工作未收取行政事业性收费。", "收到第3件政府信息公开申请。",
    "全年公开行政许可30件、行政处罚30件。", "收到申请公开来信30件，公开答复4条。",
    "未收到投诉举报。", "未收到法人或其他组织的申请。", "未收到逾期答复的政府信息公开申请。",
    "未收到对政府信息公开工作的行政复议决定书。", "对政府信息公开申请未答复的0件。",
    "对9件政府信息公开申请案件收取了信息处理费290元。", "一次性告知政府信息公开申请人补正内容。",
    "收到《2023年政府信息公开申请9件》通报。",
    "", "收到", "件", "未收到", "收到件政府信息公开申请", "21件",
};

}  // namespace

TEST_CASE("a number of the narrative that its table refutes", "[narrative]") {
  for (const Wrong& wrong : kWrong) {
    INFO(wrong.text);
    const auto found = Check(FullReport(), wrong.text, "narrative.");
    REQUIRE(found.size() == 1);
    INFO(Text(found[0].message, Language::kZh, found[0].details));
    CHECK(found[0].rule == "narrative." + std::string(wrong.rule));
    CHECK(found[0].at.front().ends_with(wrong.at));
    CHECK(found[0].at.back() == "/sections/1/text");
    CHECK(found[0].expected == Decimal::Parse(wrong.expected));
    CHECK(found[0].actual == Decimal::Parse(wrong.actual));
    CHECK((found[0].severity == wrong.severity));
    for (const Language language : {Language::kZh, Language::kEn}) {
      CHECK(Text(found[0].message, language, found[0].details).find('{') == std::string::npos);
    }
  }
}

TEST_CASE("what is not certain in the table is not compared", "[narrative]") {
  const std::string text = "新收政府信息公开申请99件，行政处罚99件。";
  const std::string total = "/applications/new_received/total";
  Report report = FullReport();
  CHECK(Check(report, text, "narrative.").size() == 2);
  At(report, total).confidence = 0.8;
  CHECK(Check(report, text, "narrative.").size() == 1);
  At(report, "/active_disclosure/penalties/decisions") = StateReading(CellState::kPlaceholder, "/");
  CHECK(Check(report, text, "narrative.").empty());
  report = FullReport();
  At(report, total) = StateReading(CellState::kBlank, "");  // its columns say as much
  CHECK(Check(report, text, "narrative.").size() == 2);
  At(report, "/applications/new_received/other") = StateReading(CellState::kBlank, "");
  CHECK(Check(report, text, "narrative.").size() == 1);
  report = FullReport();
  RowAt(report, "/applications/new_received").placed = false;
  CHECK(Check(report, text, "narrative.").size() == 1);
  DropRow(report, "/active_disclosure/penalties");
  CHECK(Check(report, text, "narrative.").empty());
}

TEST_CASE("a total that its parts refute is no certain number", "[narrative]") {
  Report report = FullReport();
  Set(report, "/review_litigation/review/total", "0");
  Set(report, "/applications/new_received/total", "19");
  CHECK(Check(report, "新收政府信息公开申请20件，行政复议5件。", "narrative.").empty());
  CHECK(Check(report, "新收政府信息公开申请21件，行政复议6件。", "narrative.").size() == 2);
}

TEST_CASE("of a scan, words may be misread", "[narrative]") {
  Report report = FullReport();
  report.source.origin = Origin::kOcr;
  const auto found = Check(report, "新收政府信息公开申请21件。", "narrative.");
  REQUIRE(found.size() == 1);
  CHECK((found[0].severity == Severity::kWarning));
}

TEST_CASE("whose numbers they are depends on whose report it is", "[narrative]") {
  Report report = FullReport();
  const std::string text = "全县各级行政机关共新收政府信息公开申请900件。";
  CHECK(Check(report, text, "narrative.").empty());
  for (const char* own : {"丙丁县人民政府", "丙丁县"}) {
    report.agency.value = own;
    const auto found = Check(report, text, "narrative.");
    REQUIRE(found.size() == 1);
    CHECK((found[0].severity == Severity::kWarning));
  }
  report.agency.value = "丙丁县人民政府";  // one of the organs that its table counts
  CHECK(Check(report, "县政府新收政府信息公开申请9件，本机关收到9件。", "narrative.").empty());
  report.agency.value = "丙丁县人民政府办公室";
  CHECK(Check(report, text, "narrative.").empty());
  report.agency.value = "丙丁市科学技术委员会";
  CHECK(Check(report, "市科委新收政府信息公开申请900件。", "narrative.").size() == 1);
  CHECK(Check(report, "市农委新收政府信息公开申请900件。", "narrative.").empty());
  report.agency.value = "丙丁市人民政府办公厅";
  const std::string other = "县政府办公室新收政府信息公开申请900件，办结900件。";
  CHECK(Check(report, other, "narrative.").empty());
  report.agency.value = "丙丁县人民政府";
  CHECK(Check(report, other, "narrative.").empty());
}

TEST_CASE("the form of 2019 has other columns", "[narrative]") {
  const Report report = FullReport(Form::k2019);
  CHECK(Check(report, "制发行政规范性文件7件，废止99件，现行有效99件。", "narrative.").size() == 1);
  CHECK(Check(report, "收取行政事业性收费99万元。", "narrative.").empty());
}

TEST_CASE("a number of the narrative that agrees, or is none of the table's", "[narrative]") {
  for (const char* text : kFine) {
    INFO(text);
    const auto found = Check(FullReport(), text, "narrative.");
    for (const Finding& finding : found) {
      INFO(Text(finding.message, Language::kZh, finding.details));
      CHECK(false);
    }
  }
}

TEST_CASE("two sentences that say different numbers for one thing", "[narrative]") {
  struct Pair {
    const char* overview;
    const char* last;
    bool contradict;
  };
  const Pair kPairs[] = {
      {"新收政府信息公开申请20件。", "2023年新收政府信息公开申请19件。", true},
      {"收到政府信息公开申请20件。", "2023年收到政府信息公开申请21件。", true},
      {"收到政府信息公开申请20件。", "全年未收到政府信息公开申请。", true},
      {"全年主动公开政府信息300条。", "本年度主动公开政府信息310条。", true},
      {"收取行政事业性收费25.137万元。", "收取行政事业性收费25.9万元。", true},
      {"（二）依申请公开。所有申请均已办理完成。", "2件结转下年度办理，均为政府信息公开申请。", false},
      {"收到政府信息公开申请20件，均已办结。", "政府信息公开申请结转下年2件。", true},
      {"新收政府信息公开申请20件。", "2023年新收政府信息公开申请20件。", false},
      {"新收政府信息公开申请20件。", "2022年新收政府信息公开申请19件。", false},
      {"收到政府信息公开申请20件。", "2023年共收到政府信息公开申请23件。", false},  // carried over
      {"办理依申请公开20件。", "办理依申请公开23件。", false},
      {"全年主动公开政府信息300条。", "通过网站主动公开政府信息310条。", false},
      {"全年主动公开政府信息300条。", "主动公开政府信息约310条。", false},
      {"行政诉讼2件。", "行政诉讼3件。", false},
      {"收取行政事业性收费25.137万元。", "收取行政事业性收费25.1万元。", false},
  };
  for (const Pair& pair : kPairs) {
    INFO(pair.overview << pair.last);
    Report report = FullReport();
    report.sections.back().text = pair.last;
    const auto found = Check(report, pair.overview, "narrative.contradiction");
    REQUIRE(found.size() == (pair.contradict ? 1 : 0));
    if (pair.contradict) {
      CHECK(found[0].at == std::vector<std::string>{"/sections/1/text", "/sections/6/text"});
    }
  }
}

TEST_CASE("percentages that the numbers beside them refute", "[narrative]") {
  const char* const kRefuted[] = {
      "收到申请20件，其中网络申请9件，占55%。",
      "收到申请20件。其中，网络申请9件，占45%；当面申请11件，占比65%。",
      "公开信息2949条。其中部门2275条，占77.1%。乡镇674条，占23.9%。",
      "收到申请12件，较上年的10件增长30%。",
      "收到申请12件，比2022年的10件上升2%。",
      "收到申请8件，较去年10件下降25%。",
      "收到申请12件，较上年增加2件，增幅25%。",
      "收到申请8件，同比减少2件，下降25%。",
  };
  for (const char* text : kRefuted) {
    INFO(text);
    CHECK(Check(FullReport(), text, "narrative.percent").size() == 1);
  }
  const char* const kHold[] = {
      "收到申请20件，其中网络申请9件，占45%。",
      "公开信息2949条。其中部门2275条，占77%。乡镇674条，占22.85%。",  // cut off
      "收到申请30件，网络10件，占33.3%，当面20件，占66.7%。",
      "网络申请9件，占55%。",                     // of what?
      "收到申请约20件，其中网络申请9件，占55%。",  // about
      "公开信息20条，其中网络申请9件，占55%。",    // another unit
      "收到申请12件，较上年的10件增长20%。", "收到申请12件，较上年增加2件，增长20%。",
      "收到申请8件，较上年的10件下降20%。", "收到申请8件，同比减少2件，下降20%。",
      "收到申请12件，较上年的10件增长约30%以上。", "答复率100%。", "收到申请12件，同比增长70.3%。",
      "收到申请12件，增长20个百分点。", "%", "占55%",
  };
  for (const char* text : kHold) {
    INFO(text);
    CHECK(Check(FullReport(), text, "narrative.percent").empty());
  }
}

TEST_CASE("a narrative of any length is read in bounded time", "[narrative]") {
  std::string many, claims, shares, open;
  for (int i = 0; i < 30'000; ++i) {
    many += "收到政府信息公开申请21件，占2%，";
    claims += "收到政府信息公开申请" + std::to_string(i) + "件。";
    shares += "公开100条，其中1条占50%。";
    open += "《收到政府信息公开申请(";
  }
  for (const std::string* text : {&many, &claims, &shares, &open}) {
    Check(FullReport(), *text, "narrative.");
  }
  Check(FullReport(), std::string(1'000'000, '1') + "件", "narrative.");
  Check(FullReport(), "收到" + std::string(1'000'000, '_') + "件", "narrative.");
}
