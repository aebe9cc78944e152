#include "normalize/identity.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "normalize/identity_year.h"

namespace gongkai {
namespace {

Identity IdentityOf(const Document& document, const std::vector<bool>& used) {
  const HeadingPlan plan = PlanHeadings(document, used);
  return FindIdentity(document, plan, FindTitle(document, plan));
}

Identity Find(const std::vector<std::string>& paragraphs, std::vector<std::string> titles = {}) {
  Document document;
  document.titles = std::move(titles);
  for (const std::string& text : paragraphs) {
    Paragraph paragraph;
    paragraph.text = text;
    document.blocks.emplace_back(paragraph);
  }
  const std::vector<bool> used(document.blocks.size());
  return IdentityOf(document, used);
}

TEST_CASE("the period is read in all its writings") {
  struct Row {
    std::string text, from, to;
  };
  const std::vector<Row> rows{
      {"统计期限自2023年1月1日起至2023年12月31日止。", "2023-01-01", "2023-12-31"},
      {"统计期限自2023 年1 月1 日起，至 2023 年 12 月 31 日止", "2023-01-01", "2023-12-31"},
      {"所列数据为２０２３年１月１日至１２月３１日", "2023-01-01", "2023-12-31"},
      {"数据统计期限为:2022年1月1日-2022年12月31日。", "2022-01-01", "2022-12-31"},
      {"2020年1月1日到2020年12月31日止。", "2020-01-01", "2020-12-31"},
      {"统计期限从二〇二三年一月一日至二〇二三年十二月三十一日", "2023-01-01", "2023-12-31"},
      {"统计期2023-01-01至2023-12-31", "2023-01-01", "2023-12-31"},
      {"统计期2023.1.1-2023.12.31", "2023-01-01", "2023-12-31"},
      {"统计时限自202311日至20231231日。", "2023-01-01", "2023-12-31"},
      {"统计时限自20231月1日至202312月31日", "2023-01-01", "2023-12-31"},
      {"统计期限自2020年1月1日起至202020年12月31日止", "2020-01-01", ""},
      {"统计期限自2020年1月1日起至2020年12月32日止", "2020-01-01", ""},
      {"统计时限自2023111日至20231231日", "", "2023-12-31"},
      {"本报告数据统计截至2023年12月31日。", "", "2023-12-31"},
      {"数据统计期限为2022年12月15日至2023年12月14日", "2022-12-15", "2023-12-14"},
      {"2023年3月1日至5月1日，开展了宣传。统计期限自2023年1月1日至12月31日", "2023-01-01",
       "2023-12-31"}};
  for (const Row& row : rows) {
    INFO(row.text);
    const auto period = FindPeriod(Compact(row.text));
    REQUIRE(period.has_value());
    CHECK(period->from == row.from);
    CHECK(period->to == row.to);
  }
}

TEST_CASE("what is no period of the numbers gives none") {
  const std::vector<std::string> texts{"",
                                       "2023年",
                                       "2023年1月1日",
                                       "2023年3月1日至5月1日，我镇开展了宣传活动。",
                                       "截至2023年12月31日，全年主动公开政府信息465条。",
                                       "自条例施行之日起至今",
                                       "电话：0517-87222589",
                                       "国办公开办函〔2021〕30号",
                                       "统计期限自年月日起至年月日止",
                                       "按照2019年第711号令",
                                       "统计期限为本年1月1日至12月31日"};
  for (const std::string& text : texts) {
    INFO(text);
    CHECK_FALSE(FindPeriod(Compact(text)).has_value());
  }
}

TEST_CASE("years are four digits of their own") {
  struct Row {
    std::string text;
    std::vector<int> years;
  };
  const std::vector<Row> rows{{"2023年", {2023}},
                              {"２０２３ 年度", {2023}},
                              {"二〇二三年", {2023}},
                              {"二零一九年度", {2019}},
                              {"2025湖口县2025年度", {2025, 2025}},
                              {"2018年以来，2021年", {2018, 2021}},
                              {"二〇二三", {}},
                              {"20231231日", {}},
                              {"223100", {}},
                              {"1949年", {}},
                              {"2320条", {}},
                              {"一九九八年", {}},
                              {"", {}}};
  for (const Row& row : rows) {
    INFO(row.text);
    std::vector<int> years;
    for (const FoundYear& year : FindYears(Compact(row.text).text)) years.push_back(year.year);
    CHECK(years == row.years);
  }
}

TEST_CASE("the year is the title's, the period's, the text's, the publication's, in this order") {
  struct Row {
    std::vector<std::string> paragraphs;
    std::optional<int> year;
    double confidence;
  };
  const std::string period = "统计期限自2020年1月1日起至2020年12月31日止。";
  const std::vector<Row> rows{
      {{"某镇2021年政府信息公开工作年度报告", period, "一、总体情况", "2022年"}, 2021, 1.0},
      {{"某镇二〇二一年政府信息公开工作年度报告"}, 2021, 1.0},
      {{"二〇二一某镇二〇二一年度政府信息公开年度报告"}, 2021, 1.0},
      {{"某镇政府信息公开年报", period, "一、总体情况", "2021年，2021年"}, 2020, 0.95},
      {{"一、总体情况", "2022年公开。2023年，我们将改进。", "2022年度"}, 2022, 0.8},
      {{"根据〔2021〕30号", "一、总体情况", "2023年公开3条，按《2024年要点》和《2024年办法》"},
       2023,
       0.8},
      {{"某镇政府信息公开年报", "发布时间：2024-01-15", "一、总体情况", "无"}, 2023, 0.5},
      {{"某镇政府信息公开年报", "一、总体情况", "联系电话2023456"}, std::nullopt, 1.0},
      {{}, std::nullopt, 1.0}};
  for (const Row& row : rows) {
    INFO((row.paragraphs.empty() ? "" : row.paragraphs.front()));
    const Identity identity = Find(row.paragraphs);
    CHECK(identity.year == row.year);
    CHECK(identity.year_evidence.confidence == Approx(row.confidence));
  }
}

TEST_CASE("the agency is the organ that the title names, else the one that the text names") {
  struct Row {
    std::vector<std::string> paragraphs;
    std::string agency;
  };
  const std::string title = "政府信息公开年报";
  const std::vector<Row> rows{
      {{"某某镇人民政府 2023 年政府信息公开工作年度报告"}, "某某镇人民政府"},
      {{"某市2023年政府信息公开工作年度报告"}, "某市"},
      {{"2019年某市人民政府办公厅政府信息公开工作年度报告"}, "某市人民政府办公厅"},
      {{"2025某县某乡2025年度政府信息公开年度报告"}, "某县某乡"},
      {{"某总署（本级机关）2023年政府信息公开工作年度报告"}, "某总署（本级机关）"},
      {{"某县人民政府信息公开工作年度报告（2023年）"}, "某县人民政府"},
      {{"某委机构编制委员会办公室2023年政府信息公开年报"}, "某委机构编制委员会办公室"},
      {{"某省政务公开办公室2023年政府信息公开年报"}, "某省政务公开办公室"},
      {{title, "本报告由本溪市气象局编制。", "一、总体情况"}, "本溪市气象局"},
      {{"某局关于2023年政府信息公开工作的年度报告"}, "某局"},
      {{title, "本报告由某市气象局根据条例编制。", "一、总体情况"}, "某市气象局"},
      {{title, "某市税务局向社会公布本单位2020年报告。", "一、总体情况"}, "某市税务局"},
      {{title, "发布机构：某街道办事处 发布日期：2024-01-01", "一、总体情况"}, "某街道办事处"},
      {{title, "一、总体情况", "无。", "某县林业局", "2024年1月9日"}, "某县林业局"},
      {{title, "一、总体情况", "无。", "某县林业局 2024年1月9日"}, "某县林业局"},
      // Named by nothing, or only by a pronoun:
      {{title, "本报告由本单位办公室编制。", "一、总体情况", "无。"}, ""},
      {{title, "本报告由我局编制。", "一、总体情况", "无。"}, ""},
      {{title, "由于人手不足，编制较晚。", "一、总体情况"}, ""},
      {{title, "一、总体情况", "已报送某县林业局。", "2024年1月9日"}, ""},
      {{"2023年政府信息公开工作年度报告", "一、总体情况"}, ""}};
  for (const Row& row : rows) {
    INFO(row.paragraphs.front() << " … " << row.agency);
    CHECK(Find(row.paragraphs).agency.value == row.agency);
  }
}

TEST_CASE("a cell of a metadata grid names the agency") {
  Document document;
  Grid grid;
  grid.rows = 1;
  grid.cols = 4;
  const std::vector<std::string> cells{"索引号", "11/2024-1", "发布机构：", "某街道办事处"};
  for (int i = 0; i < 4; ++i) {
    Cell cell;
    cell.col = i;
    cell.text = cells.at(static_cast<std::size_t>(i));
    grid.cells.push_back(cell);
  }
  document.blocks.emplace_back(grid);
  const std::vector<bool> used{false};
  CHECK(IdentityOf(document, used).agency.value == "某街道办事处");
}

}  // namespace
}  // namespace gongkai
