// Sums of the statistics tables before 2019, and what fees are stated in.
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

struct Line {
  const char* label;
  const char* value;       // empty: blank
  const char* cumulative;  // null: the form has no such column
};

void SetStatistics(Report& report, const std::vector<Line>& lines) {
  report.statistics.clear();
  for (const Line& line : lines) {
    StatisticsRow row;
    row.label = line.label;
    row.unit = "件";
    const auto reading = [](const std::string& text) {
      return text.empty() ? StateReading(CellState::kBlank, "") : NumberReading(text);
    };
    row.value = reading(line.value);
    if (line.cumulative != nullptr) row.cumulative = reading(line.cumulative);
    report.statistics.push_back(row);
  }
}

RuleCase Case(const char* what, std::vector<Line> lines, std::vector<std::string> at) {
  return {what, [lines](Report& r) { SetStatistics(r, lines); }, "statistics.total", at};
}

}  // namespace

TEST_CASE("sums of statistics tables", "[rules]") {
  CheckCases({
      Case("received is its channels",
           {{"（一）收到申请数", "5", nullptr},
            {"1.当面申请数", "1", nullptr},
            {"2.传真申请数", "0", nullptr},
            {"3.网络申请数", "2", nullptr},
            {"4.信函申请数", "1", nullptr}},
           {"/statistics/0/value"}),
      Case("received with all of its channels",
           {{"（一）收到申请数", "4", nullptr},
            {"1.当面申请数", "1", nullptr},
            {"2.传真申请数", "", nullptr},
            {"3.网络申请数", "2", nullptr},
            {"4.信函申请数", "1", nullptr}},
           {}),
      Case("a blank that would make it right is not assessed",
           {{"（一）收到申请数", "5", nullptr},
            {"1.当面申请数", "1", nullptr},
            {"2.传真申请数", "", nullptr},
            {"3.网络申请数", "2", nullptr},
            {"4.信函申请数", "1", nullptr}},
           {}),
      Case("a channel is not listed",
           {{"收到申请数", "5", nullptr}, {"当面申请数", "1", nullptr}, {"网络申请数", "2", nullptr}},
           {}),
      Case("a province's channels",
           {{"受理依申请公开信息总数", "3", "4"},
            {"其中：1、当面申请数", "0", "0"},
            {"2、网上申请数", "2", "3"},
            {"3、信函、传真申请数", "1", "2"}},
           {"/statistics/0/cumulative"}),
      Case("answers: refused has reasons of its own",
           {{"对申请的答复总数", "3", nullptr},
            {"其中：1、同意公开答复数", "1", nullptr},
            {"2、同意部分公开答复数", "1", nullptr},
            {"3、不予公开答复数", "1", nullptr},
            {"4、其他类型答复数", "0", nullptr}},
           {}),
      Case("reasons below 否决 are parts of it and no answers of their own",
           {{"对申请的答复总数", "5", nullptr},
            {"其中：1.同意公开答复数", "2", nullptr},
            {"2.同意部分公开答复数", "1", nullptr},
            {"3.否决公开答复总数", "2", nullptr},
            {"其中：（1）“非《规定》所指政府信息”数", "1", nullptr},
            {"（2）“信息不存在”数", "1", nullptr},
            {"行政复议数", "0", nullptr}},
           {}),
      Case("on time and extended",
           {{"申请办结数", "3", nullptr}, {"按时办结数", "1", nullptr}, {"延期办结数", "1", nullptr}},
           {"/statistics/0/value"}),
      Case("upheld of review is not upheld of litigation",
           {{"四、行政复议数量", "2", nullptr},
            {"（一）维持具体行政行为数", "1", nullptr},
            {"（二）被依法纠错数", "1", nullptr},
            {"（三）其他情形数", "0", nullptr},
            {"五、行政诉讼数量", "1", nullptr},
            {"（一）维持具体行政行为或者驳回原告诉讼请求数", "0", nullptr},
            {"（二）被依法纠错数", "0", nullptr},
            {"（三）其他情形数", "0", nullptr}},
           {"/statistics/4/value"}),
      Case("staff",
           {{"从事政府信息公开工作人员数", "7", nullptr},
            {"1.专职人员数（不包括政府公报及政府网站工作人员数）", "2", nullptr},
            {"2.兼职人员数", "5", nullptr}},
           {}),
      Case("cumulative below this year's", {{"举报投诉数量", "3", "2"}},
           {"/statistics/0/cumulative", "/statistics/0/value"}),
      Case("the first year", {{"举报投诉数量", "3", "3"}}, {}),
      Case("channels below what was published",
           {{"主动公开信息数", "20", nullptr},
            {"其中：1.网站公开", "17", nullptr},
            {"2.政府公报公开", "0", nullptr}},
           {"/statistics/0/value"}),
      Case("one document in two channels",
           {{"主动公开政府信息数", "20", nullptr},
            {"政府公报公开政府信息数", "17", nullptr},
            {"政府网站公开政府信息数", "20", nullptr}},
           {}),
  });
}

TEST_CASE("a sum with a number read with doubt is rather a misreading", "[rules]") {
  Report report = WholeReport();
  SetStatistics(report, {{"申请办结数", "3", nullptr},
                         {"按时办结数", "1", nullptr},
                         {"延期办结数", "1", nullptr}});
  report.statistics[1].value->confidence = 0.7;
  CheckReport(report);
  const auto found = Of(report, "statistics.total");
  REQUIRE(found.size() == 1);
  CHECK(found[0]->severity == Severity::kWarning);
  CHECK(found[0]->cause == FindingCause::kReading);
  CHECK(Messages(report).find("按时办结数") != std::string::npos);
}

TEST_CASE("cells of statistics tables that hold no number", "[rules]") {
  CheckCases({
      {"words",
       [](Report& r) {
         SetStatistics(r, {{"举报投诉数量", "3", nullptr}});
         r.statistics[0].value = StateReading(CellState::kNotANumber, "见附件");
       },
       "cell.not_a_number", {"/statistics/0/value"}},
      {"a heading of a group",
       [](Report& r) {
         SetStatistics(r, {{"举报投诉数量", "", nullptr}, {"行政复议数量", "3", nullptr}});
         r.statistics[1].value = StateReading(CellState::kPlaceholder, "—");
       },
       "cell.not_a_number", {}},
  });
}

TEST_CASE("fees in another unit than the header's", "[rules]") {
  const auto fees = [](const char* cell, const char* text) {
    return [=](Report& r) {
      Set(r, "/active_disclosure/fees/amount", cell);
      SetOverview(r, text);
    };
  };
  const std::vector<std::string> at{"/active_disclosure/fees/amount"};
  CheckCases({
      {"元 in the cell", fees("251000", "全年行政事业性收费25.1万元。"), "cell.unit", at},
      {"元 in both", fees("251000", "收取行政事业性收费共计251,000元。"), "cell.unit", at},
      {"the header's unit", fees("25.1", "全年行政事业性收费251000元。"), "cell.unit", {}},
      {"another amount", fees("251000", "全年行政事业性收费26万元。"), "cell.unit", {}},
      {"another fee", fees("251000", "全年信息处理费25.1万元。"), "cell.unit", {}},
      {"none", fees("0", "全年行政事业性收费0元。"), "cell.unit", {}},
  });
}
