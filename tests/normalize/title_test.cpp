#include "normalize/title.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gongkai {
namespace {

Document MakeDocument(const std::vector<std::string>& paragraphs, std::vector<std::string> titles) {
  Document document;
  document.titles = std::move(titles);
  for (const std::string& text : paragraphs) {
    Paragraph paragraph;
    paragraph.text = text;
    document.blocks.emplace_back(paragraph);
  }
  return document;
}

TextFact Find(const std::vector<std::string>& paragraphs, std::vector<std::string> titles = {}) {
  const Document document = MakeDocument(paragraphs, std::move(titles));
  const HeadingPlan plan = PlanHeadings(document, std::vector<bool>(document.blocks.size()));
  const TitleChoice choice = FindTitle(document, plan);
  return choice.best ? choice.best->fact : TextFact{};
}

TEST_CASE("a title has many wordings") {
  struct Row {
    std::string line, title;
  };
  const std::vector<Row> rows{
      {"某镇2023年政府信息公开工作年度报告", "某镇2023年政府信息公开工作年度报告"},
      {"某镇 2023 年政府信息公开年度报告", "某镇 2023 年政府信息公开年度报告"},
      {"2021年某社政府信息公开年度报告", "2021年某社政府信息公开年度报告"},
      {"某局2023年度政府信息公开工作年度报告", "某局2023年度政府信息公开工作年度报告"},
      {"某局2016年政务信息公开年度报告", "某局2016年政务信息公开年度报告"},
      {"某局2016年信息公开年度报告", "某局2016年信息公开年度报告"},
      {"某局2016年政府信息公开工作报告", "某局2016年政府信息公开工作报告"},
      {"某局2016年政府信息公开工作情况报告", "某局2016年政府信息公开工作情况报告"},
      {"某局2016年度政府信息公开年度总结报告", "某局2016年度政府信息公开年度总结报告"},
      {"某局政府信息公开工作年度报告（2023年）", "某局政府信息公开工作年度报告（2023年）"},
      {"某局政府信息公开2023年年度报告", "某局政府信息公开2023年年度报告"},
      {"政府信息公开年报", "政府信息公开年报"},
      {"工作年度报告", "工作年度报告"},
      {"名称 某市2017年政府信息公开年度报告", "某市2017年政府信息公开年度报告"},
      {"标题：某市2017年政府信息公开年度报告-某市政府", "某市2017年政府信息公开年度报告"},
      {"某市2017年政府信息公开年度报告_某市人民政府网", "某市2017年政府信息公开年度报告"},
      {"首页 > 政府信息公开 > 年报 > 某市2017年政府信息公开年度报告",
       "某市2017年政府信息公开年度报告"},
      {"某市2017年政府信息公开年度报告（2018年1月9日）", "某市2017年政府信息公开年度报告"},
      {"某局2023年政府信息公开工作年度报告根据《条例》的规定，编制本报告，现予以说明。",
       "某局2023年政府信息公开工作年度报告"},
      // No titles:
      {"国务院办公厅关于政府信息公开工作年度报告有关事项的通知", ""},
      {"政府信息公开工作年度报告格式", ""},
      {"现将我局2022年度政府信息公开工作报告如下", ""},
      {"政府信息公开指南", ""},
      {"政府信息公开", ""},
      {"某镇2023年政府工作报告", ""},
      {"做好2016年政府信息公开年度报告编制工作", ""},
      {"根据条例，特向社会公布2021年度我局政府信息公开工作报告。", ""},
      {"现公布2022年度本机关信息公开年度报告。", ""},
      {"URL: http://a.cn/2009某市政府信息公开工作年度报告", ""},
      {"", ""}};
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(Find({row.line, "一、总体情况", "无。"}).value == row.title);
  }
}

TEST_CASE("a title broken over lines is joined") {
  struct Row {
    std::vector<std::string> lines;
    std::string title;
  };
  const std::string whole = "某县林业局2022年政府信息公开工作年度报告";
  const std::vector<Row> rows{
      {{"某县林业局", "2022年政府信息公开工作年度报告"}, whole},
      {{"某县林业局2022年政府", "信息公开工作年度报告"}, whole},
      {{"某县林业局2022年政府信息公开工作", "年度报告"}, whole},
      {{"某县林业局2022年政府信息公开工作年度报", "告"}, whole},
      {{"某县林业局2022年政府信息", "公开工作年度报告"}, whole},
      {{"某县林业局", "2022年政府信息公开", "工作年度报告"}, whole},
      {{"某县林业局2022年政", "府信息公开工作年度报告"}, whole},
      {{"某县林业局2022年政府信", "息公开工作年度报告"}, whole},
      {{"某县人民政府", "办公室", "2022年政府信息公开", "工作年度报告"},
       "某县人民政府办公室2022年政府信息公开工作年度报告"},
      {{"2019年某街道", "政府信息公开工作年度报告"}, "2019年某街道政府信息公开工作年度报告"},
      {{"某县林业局政府信息公开工作年度报告", "（2022年）"},
       "某县林业局政府信息公开工作年度报告（2022年）"},
      {{"正文", whole}, whole},
      // Not joined:
      {{"某县林业局政府信息公开", whole}, whole},
      {{"发布机构：某县林业局", "2022年政府信息公开工作年度报告"},
       "2022年政府信息公开工作年度报告"},
      {{"某县林业局。", "2022年政府信息公开工作年度报告"}, "2022年政府信息公开工作年度报告"},
      {{"关于政府信息公开工作年度报告", "有关事项的通知"}, ""},
      {{whole, "（2023年1月9日）"}, whole}};
  for (Row row : rows) {
    INFO(row.lines.front() << " / " << row.lines.back());
    row.lines.insert(row.lines.end(), {"一、总体情况", "无。"});
    CHECK(Find(row.lines).value == row.title);
  }
}

TEST_CASE("the headline that stands first and is complete is the title") {
  const std::string headline = "某区2019年度政府信息公开工作年度报告";
  const std::string body = "某区2019年政府信息公开工作年度报告";
  CHECK(Find({headline, body, "一、总体情况"}, {headline}).value == headline);
  CHECK(Find({"政府信息公开年报", body, "一、总体情况"}).value == body);
  CHECK(Find({"根据条例编制。", "一、总体情况"}, {headline + "-某区人民政府"}).value == headline);
  CHECK(Find({"一、总体情况"}, {"政府信息公开年报_某区"}).value == "政府信息公开年报");
  CHECK(Find({"一、总体情况"}, {"Microsoft Word - 文档1"}).value.empty());
}

TEST_CASE("a title in a sentence is taken with less confidence") {
  struct Row {
    std::string sentence, title;
  };
  const std::string title = "某县某局2023年政府信息公开工作年度报告";
  const std::vector<Row> rows{
      {"根据条例，编制完成《" + title + "》，所列数据自2023年1月1日起。", title},
      {"根据通知要求，现公布" + title + "。本年报", title},
      {"现向社会公布" + title + "。本报告由", title},
      {"特向社会公布2023年政府信息公开工作年度报告。主要", "2023年政府信息公开工作年度报告"}};
  for (const Row& row : rows) {
    INFO(row.sentence);
    const TextFact fact = Find({row.sentence, "一、总体情况", "无。"});
    CHECK(fact.value == row.title);
    CHECK(fact.confidence == Approx(0.8));
  }
}

}  // namespace
}  // namespace gongkai
