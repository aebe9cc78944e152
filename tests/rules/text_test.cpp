// Slips of writing: a stroke that raises each rule, and ones that come close and must not.
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

const std::vector<std::string> kOverview{"/sections/1/text"};
const std::vector<std::string> kNone;

struct TextCase {
  const char* text;  // of the overview
  const char* rule;
  const char* quote;  // a piece of the one finding's quote; null: there must be none
};

const std::vector<TextCase> kCases = {
    // text.doubled
    {"进一步规范审核审核发布机制。", "text.doubled", "规范审核审核发布机制"},
    {"现将有关情况报告报告如下：", "text.doubled", "报告报告如下"},
    {"取得了较好的的成效。", "text.doubled", "较好的的成效"},
    {"及时公开公开。", "text.doubled", "公开公开"},
    {"参加了专场新闻发布会活动参加了专场新闻发布会活动。", "text.doubled", "参加了专场新闻发布会活动"},
    {"审核 审核发布", "text.doubled", "审核 审核发布"},
    {"达到公开的目的的同时，的的确确方便了人人、天天、家家户户。", "text.doubled", nullptr},
    {"一件一件研究研究，讨论讨论，逐个逐个落实。", "text.doubled", nullptr},
    {"县政府政府信息公开平台、政务公开公开栏、依申请公开申请申请人。", "text.doubled", nullptr},
    {"年度报告报告期内，重点审核审核员意见，办好政务服务服务点。", "text.doubled", nullptr},
    {"公众参与与互动更多，调和和解更快。", "text.doubled", nullptr},
    {"鼓楼鼓楼区、某某镇某某镇。", "text.doubled", nullptr},

    // text.missing_number
    {"公开政策文件12条，核准企业资质条，行政处罚8条。", "text.missing_number", "核准企业资质条"},
    {"全年公开信息条，群众满意。", "text.missing_number", "全年公开信息条"},
    {"全年共计条。", "text.missing_number", "全年共计条"},
    {"办理建议3件，提案件，答复及时。", "text.missing_number", "提案件"},
    {"公开回应关切类5条、新闻发布会类信息2、政策解读类15条。", "text.missing_number",
     "新闻发布会类信息2"},
    {"通过微博发布信息9224条，通过微信发布信息2553篇，微信推送重要天气信息40。",
     "text.missing_number", "微信推送重要天气信息40"},
    {"不予公开81件，占5.57%；部分公开67，占4.61%；其他处理96件。", "text.missing_number",
     "部分公开67"},
    {"制发规范性文件，受理案件，明确条件，公示期内，提起诉讼。", "text.missing_number", nullptr},
    {"收到申请件的登记，逐条、逐件、多次核对，每条、各项、一件。", "text.missing_number", nullptr},
    {"线下发布会1、线上发布会1次，网站、微信分别公开12、15条。", "text.missing_number", nullptr},
    {"公开信息5条，见附件1，其他信息2条。", "text.missing_number", nullptr},
    {"本年度未收到依申请公开政府信息件；无行政复议。", "text.missing_number", nullptr},
    {"县长信箱收到信件，183条，答复183条。", "text.missing_number", nullptr},
    {"公开信息5条，同比增长12，公开文件2020，报表3份。", "text.missing_number", nullptr},

    // text.numbering, lists
    {"一是不够及时；三是形式单一。", "text.numbering", "三是形式单一"},
    {"一是不够及时；二是形式单一；二是业务不熟。", "text.numbering", "二是业务不熟"},
    {"一是不够及时。\n二是形式单一。\n四是业务不熟。", "text.numbering", "四是业务不熟"},
    {"一是及时；二是准确；三是全面。下一步：一是培训；二是检查。", "text.numbering", nullptr},
    {"一是及时：一是快；二是准。二是全面；三是细致。", "text.numbering", nullptr},
    {"一是及时；二要准确；三是全面。", "text.numbering", nullptr},
    {"一是及时［……］三是全面。", "text.numbering", nullptr},
    {"一是及时，同时加强培训；三是全面。", "text.numbering", nullptr},
    {"统一是关键，之一是培训；第一是学，三是做。", "text.numbering", nullptr},

    // text.numbering, the number of parts
    {"全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、"
     "行政诉讼情况、存在的主要问题及改进情况六个部分。",
     "text.numbering", "六个部分"},
    {"由总体情况、主动公开情况、依申请公开情况、复议和诉讼情况、存在的主要问题及改进情况、"
     "其他需要报告的事项、附表共六部分组成。",
     "text.numbering", "六部分"},
    {"全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、"
     "行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。",
     "text.numbering", nullptr},
    {"由总体情况等六个部分组成。", "text.numbering", nullptr},
    {"由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。",
     "text.numbering", nullptr},
    {"由基本工作情况、主动公开情况、回应解读情况、依申请公开情况、行政复议和行政诉讼情况、机构设置、"
     "保障经费和培训会议情况、存在问题及工作打算等七部分组成。",
     "text.numbering", nullptr},
    {"信息公开由三个部门负责，分为两部分人员。", "text.numbering", nullptr},

    // text.leftover
    {"[if !supportLists]一、[endif]公开信息。", "text.leftover", "supportLists"},
    {"公开信息&nbsp;20条。", "text.leftover", "&nbsp;"},
    {"该部分以表格形式报告。", "text.leftover", "该部分以表格形式报告"},
    {"本报告根据《根据国务院办公厅通知》编制。", "text.leftover", "根据《根据"},
    {"网站（<http://www.np.gov.cn/>）公开，R&D经费、A<B。", "text.leftover", nullptr},
    {"其他需要报告的事项见报告格式要求。", "text.leftover", nullptr},
};

}  // namespace

TEST_CASE("slips of writing", "[rules]") {
  for (const TextCase& c : kCases) {
    Report report = WholeReport();
    SetOverview(report, c.text);
    CheckReport(report);
    INFO(c.text << "\n" << Messages(report));
    const auto found = Of(report, c.rule);
    CHECK(found.size() == (c.quote == nullptr ? 0 : 1));
    if (found.empty() || c.quote == nullptr) continue;
    CHECK(found[0]->at == kOverview);
    const auto quote = std::find_if(found[0]->details.begin(), found[0]->details.end(),
                                    [](const auto& detail) { return detail.first == "quote"; });
    REQUIRE(quote != found[0]->details.end());
    CHECK(quote->second.find(c.quote) != std::string::npos);
  }
}

TEST_CASE("numbers of sections and parts", "[rules]") {
  const auto part = [](const char* number) { return Part{number, "情况", "做了。"}; };
  CheckCases({
      {"a part is skipped",
       [&](Report& r) { r.sections[1].parts = {part("（一）"), part("（三）")}; }, "text.numbering",
       {"/sections/1/text"}},
      {"a part is repeated",
       [&](Report& r) { r.sections[1].parts = {part("（一）"), part("（二）"), part("（二）")}; },
       "text.numbering", {"/sections/1/text"}},
      {"parts in order, twice",
       [&](Report& r) {
         r.sections[1].parts = {part("（一）"), part("(二)"), part("（一）"), part("（二）")};
       },
       "text.numbering", {}},
      {"a part that was not read as one",
       [&](Report& r) {
         r.sections[1].parts = {part("（一）"), part("（三）")};
         r.sections[1].text = "（一）情况 做了，（二）情况 做了。\n（三）情况";
       },
       "text.numbering", {}},
      {"a section's number is repeated", [](Report& r) { r.sections[6].number = "五"; },
       "text.numbering", {"/sections/6"}},
      {"a section's number is skipped", [](Report& r) { r.sections[6].number = "七"; },
       "text.numbering", {"/sections/6"}},
      {"a section is missing, which is said already",
       [](Report& r) { r.sections.erase(r.sections.begin() + 5); }, "text.numbering", {}},
      {"the form's words in a heading",
       [](Report& r) { r.sections[1].heading = "总体情况(宋体加粗小四号字)"; }, "text.leftover",
       {"/sections/1/heading"}},
      {"the form's own heading", [](Report& r) { r.sections[1].heading = "总体情况"; },
       "text.leftover", {}},
  });
}
