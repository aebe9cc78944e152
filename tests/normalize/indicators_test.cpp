// Which indicators the rows of a statistics table are, and how they are read there.
#include <catch2/catch.hpp>

#include "normalize/indicators.h"
#include "normalize/tables.h"
#include "tests/normalize/table_samples.h"

using namespace gongkai;

namespace {

std::vector<StatisticsRow> Rows(const std::vector<std::string>& labels) {
  std::vector<StatisticsRow> rows;
  for (const std::string& label : labels) {
    rows.emplace_back();
    rows.back().label = label;
  }
  return rows;
}

// Every label with the key that it has at its place.
void CheckKeys(const std::vector<std::pair<const char*, const char*>>& expected) {
  std::vector<std::string> labels;
  for (const auto& [label, key] : expected) labels.emplace_back(label);
  const auto rows = Rows(labels);
  const auto keys = FindIndicators(rows);
  REQUIRE(keys.size() == expected.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    INFO(expected[i].first);
    CHECK(keys[i] == expected[i].second);
  }
}

}  // namespace

TEST_CASE("the national annex's indicators are known by label and whole") {
  CheckKeys(
      {
          {"（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "disclosure.published"},
          {"其中：主动公开规范性文件数", "disclosure.normative_documents"},
          {"制发规范性文件总数", "disclosure.normative_documents_issued"},
          {"2.政府网站公开政府信息数", "disclosure.website"},
          {"1.参加或举办新闻发布会总次数", "response.press_conferences"},
          {"其中：主要负责同志参加新闻发布会次数", "response.press_conferences_by_head"},
          {"2.政府网站在线访谈次数", "response.interviews"},
          {"其中：主要负责同志参加政府网站在线访谈次数", "response.interviews_by_head"},
          {"（一）收到申请数", "applications.received"},
          {"1、当面申请数量", "applications.in_person"},
          {"（二）申请办结数", "applications.processed"},
          {"1.按时办结数", "applications.processed_on_time"},
          {"（三）申请答复数", "applications.answered"},
          {"3.同意部分公开答复数", "applications.partly_granted"},
          {"4.不同意公开答复数", "applications.refused"},
          {"法律法规规定的其他情形", "applications.refused.other_law"},
          {"6.申请信息不存在数", "applications.not_held"},
          {"四、行政复议数量", "review.total"},
          {"（一）维持具体行政行为数", "review.upheld"},
          {"（三）其他情形数", "review.other"},
          {"五、行政诉讼数量", "litigation.total"},
          {"（一）维持具体行政行为或者驳回原告诉讼请求数", "litigation.upheld"},
          {"（三）其他情形数", "litigation.other"},
          {"（三）从事政府信息公开工作人员数", "capacity.staff"},
          {"1.专职人员数（不包括政府公报及政府网站工作人员数）", "capacity.staff_full_time"},
          {"（三）接受培训人员数", "meetings.trainees"},
          {"网站专栏页面访问量", ""},
      });
}

TEST_CASE("a provincial table is not the annex, and counts two things at once at times") {
  CheckKeys({{"主动公开文件数", "disclosure.published"},
             {"受理依申请公开信息总数", "applications.received"},
             {"3、信函、传真申请数", "applications.letter_and_fax"},
             {"对申请的答复总数", "applications.answered"},
             {"3.否决公开答复总数", "applications.denied"},
             {"（2）“信息不存在”数", "applications.denied.reason"},
             {"4、其他类型答复数", "applications.other_answer"},
             {"接受行政诉讼、举报数", ""},
             {"行政复议数", "review.total"}});
}

TEST_CASE("rows of the annex stay as printed; a number that markup broke is doubted") {
  const char* annex =
      "统计指标|单位|统计数\n"
      "（二）申请办结数|件|3\n"
      "六、举报投诉数量|件|1 2\n"
      "（二）举办各类培训班数|次|1\n";
  const auto tagged = ReadTables(GridDocument(GridKind::kTagged, annex)).statistics;
  REQUIRE(tagged.size() == 3);
  CHECK(tagged[0].label == "（二）申请办结数");
  // Markup broke a number: it is read, and doubted.
  CHECK(tagged[1].value->value == Decimal(12));
  CHECK(tagged[1].value->confidence < 0.9);
  // Where a rule between two cells may be lost nothing is joined.
  const auto fields = ReadTables(GridDocument(GridKind::kFields, annex)).statistics;
  REQUIRE(fields.size() == 3);
  CHECK(fields[1].value->state == CellState::kNotANumber);
}

TEST_CASE("an indicator of six characters is no remark in the cell before it") {
  CHECK(IsIndicator("涉及个人隐私"));
  CHECK_FALSE(IsIndicator("见附件"));
}
