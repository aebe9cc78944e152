#include "normalize/sections.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gongkai {
namespace {

// "[T]" is a grid that belongs to a table of numbers, "[G]" another grid, "|x" a lone cell.
struct Input {
  Document document;
  std::vector<bool> used;
};

Input MakeInput(const std::vector<std::string>& lines) {
  Input input;
  for (const std::string& text : lines) {
    const bool table = text == "[T]";
    if (table || text == "[G]") {
      input.document.blocks.emplace_back(Grid{});
    } else {
      Paragraph paragraph;
      paragraph.lone_cell = text.starts_with("|");
      paragraph.text = paragraph.lone_cell ? text.substr(1) : text;
      input.document.blocks.emplace_back(paragraph);
    }
    input.used.push_back(table);
  }
  return input;
}

std::vector<Section> SectionsOf(const Input& input) {
  const HeadingPlan plan = PlanHeadings(input.document, input.used);
  return FindSections(input.document, input.used, plan, FindTitle(input.document, plan));
}

std::vector<Section> Find(const std::vector<std::string>& lines) {
  return SectionsOf(MakeInput(lines));
}

// "一 overview: 总体情况", the text apart.
std::vector<std::string> Outline(const std::vector<Section>& sections) {
  std::vector<std::string> outline;
  for (const Section& section : sections) {
    outline.push_back(section.number + " " + section.key + ": " + section.heading);
  }
  return outline;
}

using Lines = std::vector<std::string>;

TEST_CASE("the six sections of the form, with preamble, tables and text") {
  const auto sections = Find({"索引号：1/2023",
                              "某镇2023年政府信息公开工作年度报告",
                              "发布时间：2024-01-09",
                              "根据条例编制。",
                              "一、总体情况",
                              "2023年，我镇",
                              "（一）主动公开情况。公开3条。",
                              "又公开2条。",
                              "（二）依申请公开情况",
                              "无。",
                              "[G]",
                              "二、主动公开政府信息情况",
                              "[T]",
                              "三、收到和处理政府信息公开申请情况",
                              "[T]",
                              "四、政府信息公开行政复议、行政诉讼情况",
                              "[T]",
                              "五、存在的主要问题及改进情况",
                              "仍有不足。",
                              "六、其他需要报告的事项",
                              "无。",
                              "附件下载",
                              "某镇人民政府",
                              "2024年1月9日",
                              "上一篇：某镇2022年报",
                              "主办单位：某镇"});
  REQUIRE(Outline(sections) == Lines{" preamble: ", "一 overview: 总体情况",
                                     "二 active_disclosure: 主动公开政府信息情况",
                                     "三 applications: 收到和处理政府信息公开申请情况",
                                     "四 review_litigation: 政府信息公开行政复议、行政诉讼情况",
                                     "五 problems: 存在的主要问题及改进情况",
                                     "六 other_matters: 其他需要报告的事项"});
  CHECK(sections.at(0).text == "根据条例编制。");
  CHECK(sections.at(1).text ==
        "2023年，我镇\n（一）主动公开情况。公开3条。\n又公开2条。\n（二）依申请公开情况\n无。");
  REQUIRE(sections.at(1).parts.size() == 2);
  CHECK(sections.at(1).parts.at(0).number == "（一）");
  CHECK(sections.at(1).parts.at(0).heading == "主动公开情况");
  CHECK(sections.at(1).parts.at(0).text == "公开3条。\n又公开2条。");
  CHECK(sections.at(1).parts.at(1).text == "无。");
  CHECK_FALSE(sections.at(1).has_table);
  CHECK(sections.at(2).has_table);
  CHECK(sections.at(2).text.empty());
  CHECK(sections.at(6).text == "无。\n附件下载\n某镇人民政府\n2024年1月9日");
}

TEST_CASE("headings that are odd are still found") {
  struct Row {
    const char* what;
    Lines lines, outline;
  };
  const std::vector<Row> rows{
      {"glued to the text",
       {"一、总体情况 2022年，公开3条。", "二、主动公开政府信息情况。见下表。"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"inline in one paragraph",
       {"统计期限为2022年。 一、总体情况 2022年，公开3条。二、主动公开政府信息情况 见下表。"},
       {" preamble: ", "一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"number lost",
       {"一、总体情况", "无。", "、主动公开政府信息情况", "[T]",
        "三、收到和处理政府信息公开申请情况"},
       {"一 overview: 总体情况", " active_disclosure: 主动公开政府信息情况",
        "三 applications: 收到和处理政府信息公开申请情况"}},
      {"number and sign lost",
       {"总体情况", "无。", "二、主动公开政府信息情况", "[T]", "存在的主要问题及改进情况", "有。"},
       {" overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况",
        " problems: 存在的主要问题及改进情况"}},
      {"name lost",
       {"一、", "我镇公开3条。", "二、主动公开政府信息情况"},
       {"一 overview: ", "二 active_disclosure: 主动公开政府信息情况"}},
      {"instructions left",
       {"一、总体情况(宋体加粗小四号字)", "无。"},
       {"一 overview: 总体情况(宋体加粗小四号字)"}},
      {"parts named 第一部分",
       {"第一部分 总体情况", "一、主动公开", "无。", "第二部分 主动公开政府信息情况", "[T]"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"brackets as the level of sections",
       {"（一）主动公开政府信息的情况", "有。", "（二）依申请公开信息的情况", "无。",
        "（三）因政府信息公开申请行政复议的情况", "无。", "（四）建议提案办理结果", "无。",
        "（五）存在的主要问题及改进"},
       {"（一） active_disclosure: 主动公开政府信息的情况",
        "（二） applications: 依申请公开信息的情况",
        "（三） review_litigation: 因政府信息公开申请行政复议的情况",
        "（四） unknown: 建议提案办理结果", "（五） problems: 存在的主要问题及改进"}},
      {"a count that begins anew",
       {"一、总体情况", "有。", "二、工作机制保障", "有。", "三、主动公开工作情况", "有。",
        "四、政府信息管理", "有。", "一、主动公开政府信息情况", "[T]",
        "二、收到和处理政府信息公开申请情况", "[T]"},
       {"一 overview: 总体情况", "二 unknown: 工作机制保障",
        "三 active_disclosure: 主动公开工作情况", "四 unknown: 政府信息管理",
        "一 active_disclosure: 主动公开政府信息情况",
        "二 applications: 收到和处理政府信息公开申请情况"}},
      {"before 2019",
       {"一、概述", "有。", "二、政府信息公开的收费及减免情况", "无。",
        "附件1：某县2012年政府信息公开情况统计表", "[T]"},
       {"一 overview: 概述", "二 fees: 政府信息公开的收费及减免情况",
        " statistics: 附件1：某县2012年政府信息公开情况统计表"}},
      {"the heading of the problems lost above its parts",
       {"四、政府信息公开行政复议、行政诉讼情况", "[T]", "（一）主要问题", "有。", "（二）改进情况",
        "有。"},
       {"四 review_litigation: 政府信息公开行政复议、行政诉讼情况", " problems: "}},
      {"the heading of the overview lost above its parts",
       {"本报告由某局编制。", "（一）主动公开。有。（二）依申请公开。无。",
        "二、主动公开政府信息情况"},
       {" preamble: ", " overview: ", "二 active_disclosure: 主动公开政府信息情况"}},
      {"no headings at all",
       {"现公布某局年度报告。", "全年公开3条。", "[T]"},
       {" preamble: ", " overview: "}},
      {"traditional script",
       {"一、總體情況", "無。", "二、主動公開政府信息情況"},
       {"一 overview: 總體情況", "二 active_disclosure: 主動公開政府信息情況"}},
      {"a lone bar beside it",
       {"一、总体情况", "无。", "|二、主动公开政府信息情况", "|第二十条第（一）项", "|0"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"a table of contents",
       {"一、总体情况…………1", "二、主动公开政府信息情况…………2",
        "三、收到和处理政府信息公开申请情况…………3", "四、政府信息公开行政复议、行政诉讼情况…………4",
        "一、总体情况", "有。", "二、主动公开政府信息情况", "[T]",
        "三、收到和处理政府信息公开申请情况", "[T]", "四、政府信息公开行政复议、行政诉讼情况",
        "[T]"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况",
        "三 applications: 收到和处理政府信息公开申请情况",
        "四 review_litigation: 政府信息公开行政复议、行政诉讼情况"}}};
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Outline(Find(row.lines)) == row.outline);
  }
}

TEST_CASE("what only looks like a heading stays in the text") {
  struct Row {
    const char* what;
    Lines lines, outline;
  };
  const std::vector<Row> rows{
      {"一、二、三 as points of a part",
       {"一、总体情况", "（三）政府信息管理情况", "一、强化制度性保障。引入机制",
        "二、建立了标准化体系。", "三、完善主动公开", "二、主动公开政府信息情况", "[T]"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"一、二 as points of the problems",
       {"五、存在的主要问题及改进情况", "一、存在的问题", "有。", "二、改进措施", "有。",
        "六、其他需要报告的事项"},
       {"五 problems: 存在的主要问题及改进情况", "六 other_matters: 其他需要报告的事项"}},
      {"the parts of the overview numbered as sections",
       {"一、总体情况", "一、主动公开情况", "有。", "二、依申请公开情况", "无。",
        "二、主动公开政府信息情况", "[T]", "三、收到和处理政府信息公开申请情况", "[T]"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况",
        "三 applications: 收到和处理政府信息公开申请情况"}},
      {"rows of table 3",
       {"三、收到和处理政府信息公开申请情况", "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理 0 0 0 0 0 0 0",
        "四、政府信息公开行政复议、行政诉讼情况"},
       {"三 applications: 收到和处理政府信息公开申请情况",
        "四 review_litigation: 政府信息公开行政复议、行政诉讼情况"}},
      {"the sentence that lists the parts",
       {"报告包括：一、总体情况，二、主动公开政府信息情况；三、其他。", "一、总体情况", "无。"},
       {" preamble: ", "一 overview: 总体情况"}},
      {"a sub-heading with a section's words",
       {"一、总体情况", "（三）主动公开政府信息情况", "有。", "二、主动公开政府信息情况", "[T]"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"a section's words without number where the number is elsewhere",
       {"一、总体情况", "主动公开政府信息情况", "有。", "二、主动公开政府信息情况", "[T]"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"a caption",
       {"一、总体情况", "无。", "二、主动公开政府信息情况", "表二：主动公开政府信息情况", "[T]"},
       {"一 overview: 总体情况", "二 active_disclosure: 主动公开政府信息情况"}},
      {"navigation",
       {"政府信息公开", "依申请公开", "某局2023年政府信息公开工作年度报告", "一、总体情况", "无。"},
       {"一 overview: 总体情况"}},
      {"no report", {"天气晴朗。"}, {" overview: "}},
      {"nothing", {}, {}}};
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(Outline(Find(row.lines)) == row.outline);
  }
}

TEST_CASE("parts are numbered in brackets or, without those, 1、") {
  struct Row {
    Lines lines;
    std::vector<Part> parts;
  };
  const std::vector<Row> rows{
      {{"（一）甲。有。（二）乙。无。"}, {{"（一）", "甲", "有。"}, {"（二）", "乙", "无。"}}},
      {{"（一）甲", "有。", "（三）丙：无。"},
       {{"（一）", "甲", "有。"}, {"（三）", "丙", "无。"}}},
      {{"(三)、甲", "有。"}, {{"(三)", "甲", "有。"}}},
      {{"1、甲。有。", "2、乙。"}, {{"1、", "甲", "有。"}, {"2、", "乙", ""}}},
      {{"（一）甲", "1、乙", "2、丙"}, {{"（一）", "甲", "1、乙\n2、丙"}}},
      {{"见（一）和（二）。"}, {}},
      {{"4.认真办理"}, {}},
      {{"一是甲。二是乙。"}, {}}};
  for (const Row& row : rows) {
    INFO(row.lines.front());
    Lines lines{"一、总体情况"};
    lines.insert(lines.end(), row.lines.begin(), row.lines.end());
    const auto sections = Find(lines);
    REQUIRE(sections.size() == 1);
    const auto& parts = sections.front().parts;
    REQUIRE(parts.size() == row.parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      CHECK(parts.at(i).number == row.parts.at(i).number);
      CHECK(parts.at(i).heading == row.parts.at(i).heading);
      CHECK(parts.at(i).text == row.parts.at(i).text);
    }
  }
}

TEST_CASE("tables and their rests are no text, prose beside them is") {
  const auto text = [](const Lines& lines) { return Find(lines).back().text; };
  const std::string heading = "二、主动公开政府信息情况";
  CHECK(text({heading, "见下表。", "[T]", "单位：件", "[T]"}) == "见下表。");
  CHECK(text({heading, "第二十条第（一）项", "[T]", "以上为全部数据。", "[T]"}) ==
        "以上为全部数据。");
  CHECK(text({heading, "|规章", "|0", "[T]"}).empty());
  CHECK(text({heading,
              "|2020年，全镇累计主动公开政府信息114条，其中通过政府网站公开信息72条，包括机构职能类"
              "3条。",
              "[T]"})
            .size() > 40);
  CHECK(text({heading, "[G]", "有。"}) == "有。");
  CHECK(text({heading, "表二：主动公开", "[T]"}).empty());
}

TEST_CASE("the place of a section is its heading's") {
  Input input = MakeInput({"一、总体情况", "无。"});
  std::get<Paragraph>(input.document.blocks.front()).place = {3, Box{1, 2, 3, 4}};
  const auto sections = SectionsOf(input);
  REQUIRE(sections.size() == 1);
  CHECK(sections.front().place.page == 3);
}

TEST_CASE("a hundred thousand numbered lines are read in linear time") {
  Lines lines(100000, "二、强化主动公开。一、总体情况 2023年");
  lines.front() = "一、总体情况";
  CHECK_FALSE(Find(lines).empty());
}

}  // namespace
}  // namespace gongkai
