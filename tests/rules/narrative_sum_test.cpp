#include <catch2/catch.hpp>

#include "model/texts.h"
#include "rules/rules.h"
#include "tests/rules/report_builder.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::vector<Finding> SumFindings(const std::string& text) {
  Report report = WholeReport();
  report.sections[1].text = text;
  CheckReport(report);
  std::erase_if(report.findings, [](const Finding& f) { return f.rule != "narrative.sum"; });
  return report.findings;
}

struct Wrong {
  const char* text;
  int expected, actual;
};

// The list claims to be complete, and is wrong.
const Wrong kWrong[] = {
    {"全年公开信息100条，其中政策类30条，人事类20条，其他类40条。", 90, 100},
    {"全年公开信息100条，（其中政策、规划类30条，人事类20条，其他类40条）对于这些信息。", 90, 100},
    {"全年公开信息100条(其中：政策类30条、人事类20条、其它49条)，同比增长3%。", 99, 100},
    {"全年公开信息502条。其中包括：政策类145条，人事类208条，财政类145条。", 498, 502},
    {"全年共发布249条，其中：公文9条；人事7条；财政6条；网站信息185条；其他40条。", 247, 249},
    {"制作信息总数 1000 条，其中主动公开 900 条，依申请公开 46 条，不予公开 44 条。", 990, 1000},
    {"共公开１００条，其中政策３０条，人事２０条，其他４９条。", 99, 100},
    {"上年公开10条。\n全年公开信息100条，其中政策类30条，人事类20条，其他类40条。", 90, 100},
    {"公开496条，其中动态420条，人事类75条，其他28条，微信公众号发布333条。", 523, 496},
    {"公开100条，其中政策52条，占52%；人事28条，占28%；其他19条，占19%。", 99, 100},
    {"公开100条，其中政策30条，人事20条，其他40条；收到申请3件，其中网络2件，当面1件。", 90, 100},
    // in the next sentence, behind a comparison
    {"全年公开信息100条，同比增长3%。其中，政策类30条，人事类20条，其他类49条。", 99, 100},
    {"全年公开信息100条，比上年增加10条。其中政策类30条，人事类20条，其他类49条。", 99, 100},
    // two breakdowns of one whole, each on its own
    {"公开100条，其中政策30条、人事20条、其他49条；从渠道看，网站60条、微信30条、其他10条。", 99, 100},
    {"公开100条，其中政策30条，人事20条，其他50条，按渠道分，网站60条，微信30条，其他9条。", 99, 100},
    {"公开100条。按类别分，政策30条，人事20条，其他50条。从渠道看，网站60条，微信30条，其他9条。", 99, 100},
    {"公开100条（其中政策30条，人事20条，其他50条），按渠道划分：网站60条，微信30条，其他9条。", 99, 100},
    // an application comes through one channel
    {"共收到申请1046件。其中，网络申请862件，信函申请171件，当面申请12件。", 1045, 1046},
};

// It holds, or it may be meant as it stands.
const char* const kFine[] = {
    "全年公开信息100条，其中政策类30条，人事类20条，其他类50条。",
    "发布信息 2320 条，其中通过微信公众平台“甲乙”发布信息 625 条，通过网站 1695 条，均属主动公开。",
    "收到14件(其中信件申请10件,网络申请4件)，已办结12件，2件结转下年。",
    "公开100条，其中政策30条、人事20条、其他50条；从渠道看，网站60条、微信30条、其他10条。",
    "公开100条。按类别分，政策30条，人事20条，其他50条。从渠道看，网站60条，微信30条，其他10条。",
    "公开100条，比上年增加10条。其中政策类6条，人事类3条，其他类1条。",
    "公开100条，同比增长3%。其中，政策类30条，人事类20条，其他类50条。",
    "共收到申请1046件。其中，网络申请862件，信函申请171件，当面申请13件。",
    "公开100条，从严审查30条，从快办理20条，其他10条。",
    // open by its own words
    "全年公开信息100条，其中政策类30条，人事类20条，财政类40条等。",
    "全年公开信息100条，主要包括政策类50条，人事类20条，财政类29条。",
    "全年公开信息100条，其中重点工作类50条，人事类20条，财政类29条。",
    // open by its size: only examples
    "全年公开信息353条，其中政策类50条，人事类26条，财政类40条。",
    "全年公开信息100条，其中政策类58条，人事类39条。",
    "网上发布1000条，其中网站600条，微信300条，微博80条。",
    "公开100条，其中政策30条，人事20条，其他5条。",
    // rounded
    "全年公开信息约100条，其中政策类30条，人事类20条，其他类49条。",
    "全年公开信息100余条，其中政策类30条，人事类20条，其他类49条。",
    "全年公开信息100条，其中政策类30条，人事类20余条，其他类49条。",
    "全年公开信息100条，其中政策类30条，人事类20条，其他类49余条。",
    "全年公开信息1.5万条，其中政策类30条，人事类20条，其他类49条。",
    "全年公开信息100条，其中政策类约30条，人事类20条，其他类49条。",
    "全年公开信息100条，其中政策类30条，人事类二十条，财政类20条，其他类29条。",
    // another unit, a part of a part, another sentence's number
    "全年公开信息100条，其中政策类30件，人事类20件，其他类49件。",
    "全年公开100条，其中网站72条，其中机构3条，政策10条，其他59条。",
    "全年公开100条，其中政策50条，比上年增加10条，其他39条。",
    "全年公开100条，累计1000条。其中政策类30条，人事类20条，其他类49条。",
    "规章13件（含新制定5件，修改4件，废止4件），公开文件100件。",
    // applications received are not what became of them
    "收到申请30件，其中予以公开20件，不予公开5件，其他处理4件。",
    "收到申请100件，其中予以公开90件，不予公开5件，无法提供4件。",
    // cut, not closed, not a list
    "全年公开100条（其中政策50条，人事30条，其他19条",
    "全年公开100条，其中政策50条，……人事30条，其他19条。",
    "共审议9次，其中4件为不予公开，1件为不予处理，其他3件。",
    "第100条规定，其中第50条，第30条，其他19条。",
    "",
    "其中",
    "100条，其中",
};

}  // namespace

TEST_CASE("a list that claims to be complete must add up", "[narrative]") {
  for (const Wrong& wrong : kWrong) {
    INFO(wrong.text);
    const auto found = SumFindings(wrong.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].expected == Decimal(wrong.expected));
    CHECK(found[0].actual == Decimal(wrong.actual));
    CHECK(found[0].severity == Severity::kWarning);
    CHECK(found[0].at == std::vector<std::string>{"/sections/1/text"});
  }
}

TEST_CASE("a list that may be meant as it stands is left alone", "[narrative]") {
  for (const char* text : kFine) {
    INFO(text);
    CHECK(SumFindings(text).empty());
  }
}

TEST_CASE("the sentence is quoted in the document's own characters", "[narrative]") {
  const auto found =
      SumFindings("我镇很好。全年公开信息１００条，（其中政策类30条，人事类20条，其他类40条）。");
  REQUIRE(found.size() == 1);
  CHECK(Text(found[0].message, Language::kZh, found[0].details) ==
        "正文所列分项之和（30+20+40）为90条，与所写总数100条不符："
        "“全年公开信息１００条，（其中政策类30条，人事类20条，其他类40条”");
}

TEST_CASE("text of any length is checked in bounded time", "[narrative]") {
  std::string many, deep, open;
  for (int i = 0; i < 50'000; ++i) {
    many += "公开100条，其中";
    deep += "1条(";
    open += "1条，其中政策1条、";
  }
  CHECK(SumFindings(many).empty());
  CHECK(SumFindings(deep).empty());
  CHECK(SumFindings(open).empty());
  CHECK(SumFindings(std::string(1'000'000, '1') + "条，其中").empty());
}

TEST_CASE("every quote of a paragraph with thousands of sums is its own") {
  constexpr int kSums = 5000;
  std::string text;
  for (int i = 0; i < kSums; ++i) {
    text += "第" + std::to_string(i) + "类公开１００条，其中政策３０条，人事２０条，其他４９条。";
  }
  const auto found = SumFindings(text);
  REQUIRE(found.size() == kSums);
  const auto quote_of = [&](std::size_t i) {
    for (const auto& [name, value] : found[i].details) {
      if (name == "quote") return value;
    }
    return std::string();
  };
  CHECK(quote_of(0) == "第0类公开１００条，其中政策３０条，人事２０条，其他４９条");
  CHECK(quote_of(1) == "第1类公开１００条，其中政策３０条，人事２０条，其他４９条");
  CHECK(quote_of(4999) == "第4999类公开１００条，其中政策３０条，人事２０条，其他４９条");
}
