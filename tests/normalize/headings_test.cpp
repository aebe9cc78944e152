#include "normalize/headings.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "model/unicode.h"

namespace gongkai {
namespace {

TEST_CASE("a heading's number is read in all its writings") {
  struct Row {
    std::string line;
    NumberStyle style;
    int value;
    std::string words;
  };
  const std::vector<Row> rows{
      {"一、总体情况", NumberStyle::kComma, 1, "总体情况"},
      {"  二 、 主动公开", NumberStyle::kComma, 2, "主动公开"},
      {"三.收到", NumberStyle::kComma, 3, "收到"},
      {"四．政府", NumberStyle::kComma, 4, "政府"},
      {"五 存在的问题", NumberStyle::kComma, 5, "存在的问题"},
      {"十二、其他", NumberStyle::kComma, 12, "其他"},
      {"一、", NumberStyle::kComma, 1, ""},
      {"（一）主动公开", NumberStyle::kBracket, 1, "主动公开"},
      {"(三)、因政府", NumberStyle::kBracket, 3, "因政府"},
      {"三)政府信息管理", NumberStyle::kBracket, 3, "政府信息管理"},
      {"㈡依申请公开", NumberStyle::kBracket, 2, "依申请公开"},
      {"第一部分 总体情况", NumberStyle::kPart, 1, "总体情况"},
      {"第二部分：主动公开", NumberStyle::kPart, 2, "主动公开"},
      {"1、主动公开", NumberStyle::kArabic, 1, "主动公开"},
      {"2.依申请公开", NumberStyle::kArabic, 2, "依申请公开"},
      {"（1）主动公开", NumberStyle::kArabic, 1, "主动公开"},
      {"、主动公开政府信息情况", NumberStyle::kLost, 0, "主动公开政府信息情况"},
      // No numbers of headings:
      {"一是强化组织领导", NumberStyle::kNone, 0, "一是强化组织领导"},
      {"三公经费", NumberStyle::kNone, 0, "三公经费"},
      {"2.5万元", NumberStyle::kNone, 0, "2.5万元"},
      {"2023年", NumberStyle::kNone, 0, "2023年"},
      {"2,320条", NumberStyle::kNone, 0, "2,320条"},
      {"第二十条第（一）项", NumberStyle::kNone, 0, "第二十条第(一)项"},
      {"总体情况", NumberStyle::kNone, 0, "总体情况"},
      {"零、总则", NumberStyle::kNone, 0, "零、总则"},
      {"", NumberStyle::kNone, 0, ""}};
  for (const Row& row : rows) {
    INFO(row.line);
    const CompactText text = Compact(row.line);
    const HeadingNumber number = ParseHeadingNumber(text);
    CHECK(number.style == row.style);
    CHECK(number.value == row.value);
    CHECK(EncodeUtf8(text.text.substr(number.end)) == row.words);
  }
}

TEST_CASE("a heading means the section whose words it has") {
  struct Row {
    std::string words;
    int number;
    std::string key;
    HeadingFit fit;
  };
  constexpr auto kStrong = HeadingFit::kStrong;
  constexpr auto kWeak = HeadingFit::kWeak;
  constexpr auto kNone = HeadingFit::kNone;
  const std::vector<Row> rows{
      {"总体情况", 1, "overview", kStrong},
      {"概述", 1, "overview", kStrong},
      {"主要工作概述", 1, "overview", kStrong},
      {"工作基本情况", 1, "overview", kStrong},
      {"基本工作情况", 1, "overview", kStrong},
      {"2025年政府信息公开总体情况", 1, "overview", kStrong},
      {"总体情况（宋体加粗小四号字）", 1, "overview", kStrong},
      {"總體情況", 1, "overview", kStrong},
      {"主动公开政府信息情况", 2, "active_disclosure", kStrong},
      {"行政机关主动公开政府信息的情况", 2, "active_disclosure", kStrong},
      {"政府信息主动公开情况", 0, "active_disclosure", kStrong},
      {"收到和处理政府信息公开申请情况", 3, "applications", kStrong},
      {"收到和处理政府信息公开情况", 3, "applications", kStrong},
      {"政府信息依申请公开办理情况", 3, "applications", kStrong},
      {"依申请公开政府信息情况", 3, "applications", kStrong},
      {"政府信息公开行政复议、行政诉讼情况", 4, "review_litigation", kStrong},
      {"政府信息公开行政法复议、行政诉讼情况", 4, "review_litigation", kStrong},
      {"因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4, "review_litigation", kStrong},
      {"复議、訴訟和申訴情況", 4, "review_litigation", kStrong},
      {"存在的主要问题及改进情况", 5, "problems", kStrong},
      {"政府信息公开工作存在的主要问题及整改措施", 5, "problems", kStrong},
      {"下一步工作打算", 6, "problems", kStrong},
      {"其他需要报告的事项", 6, "other_matters", kStrong},
      {"需要报告的其他事项", 6, "other_matters", kStrong},
      {"其它需要报告事项", 6, "other_matters", kStrong},
      {"政府信息公开的收费及减免情况", 4, "fees", kStrong},
      {"政府信息公开情况统计表", 7, "statistics", kStrong},
      // The words are there, among others:
      {"主动公开工作力度有待加强", 2, "active_disclosure", kWeak},
      {"某某县政府信息公开情况统计表", 7, "statistics", kWeak},
      {"全镇问题整改落实到位", 3, "problems", kWeak},
      // No section's words, rows of tables, nothing:
      {"强化制度性保障", 1, "unknown", kNone},
      {"工作机制保障", 2, "unknown", kNone},
      {"政府信息管理", 5, "unknown", kNone},
      {"本年新收政府信息公开申请数量", 1, "unknown", kNone},
      {"结转下年度继续办理", 4, "unknown", kNone},
      {"本年度办理结果", 3, "unknown", kNone},
      {"", 1, "unknown", kNone}};
  for (const Row& row : rows) {
    INFO(row.words);
    const HeadingMatch match = MatchHeading(Compact(row.words).text, row.number);
    CHECK(match.key == row.key);
    CHECK(match.fit == row.fit);
  }
}

TEST_CASE("a heading ends where its text begins") {
  struct Row {
    std::string line, heading, rest;
  };
  const std::vector<Row> rows{
      {"一、总体情况", "总体情况", ""},
      {"一、总体情况。", "总体情况", ""},
      {"一、总体情况 2022年，全年公开", "总体情况", "2022年，全年公开"},
      {"一、总体情况。2023年，我局公开", "总体情况", "2023年，我局公开"},
      {"一、总体情况：2023年，我局公开", "总体情况", "2023年，我局公开"},
      {"一、总体情况2023年，我局公开", "总体情况", "2023年，我局公开"},
      {"一、总体情况（一）主动公开情况。", "总体情况", "（一）主动公开情况。"},
      {"五、存在的主要问题 及改进情况", "存在的主要问题 及改进情况", ""},
      {"五、存在的主要问题、改进情况", "存在的主要问题、改进情况", ""},
      {"三、收到和处理政府信息公开申 请情况", "收到和处理政府信息公开申 请情况", ""},
      {"一、2025年政府信息公开总体情况", "2025年政府信息公开总体情况", ""},
      {"一、总体情况(宋体加粗小四号字)", "总体情况(宋体加粗小四号字)", ""},
      {"一、总体情况………………1", "总体情况", "………………1"},
      {"四、复议诉讼情况 无。", "复议诉讼情况", "无。"},
      {"一、", "", ""},
      {"二、强化管理。我局一是完善制度。", "强化管理", "我局一是完善制度。"},
      {"一、我镇在市委市政府的坚强领导下认真贯彻落实条例的各项规定和要求积极推进各项工作，取得了新"
       "的成效和进展，现报告如下。",
       "",
       "我镇在市委市政府的坚强领导下认真贯彻落实条例的各项规定和要求积极推进各项工作，取得了新的成"
       "效和进展，现报告如下。"}};
  for (const Row& row : rows) {
    INFO(row.line);
    const CompactText text = Compact(row.line);
    const Heading heading = ReadHeading(text);
    CHECK(text.Raw(heading.begin, heading.end) == row.heading);
    CHECK(text.RawFrom(heading.rest) == row.rest);
    CHECK(heading.short_line == row.rest.empty());
  }
}

TEST_CASE("compact text leads back to the document's characters") {
  const CompactText text = Compact("　報（bào）告 是２０２３ 年(某某)的");
  CHECK(EncodeUtf8(text.text) == "报告是2023年(某某)的");
  CHECK(text.Raw(0, 1) == "報");
  CHECK(text.Raw(3, 8) == "２０２３ 年");
  CHECK(text.GapBefore(7));
  CHECK_FALSE(text.GapBefore(4));
  CHECK(text.RawFrom(8) == "(某某)的");
  CHECK(text.RawFrom(text.text.size()).empty());
  CHECK(EncodeUtf8(Compact("A(b)中(字)文(zhuangx)").text) == "A(b)中(字)文(zhuangx)");
}

}  // namespace
}  // namespace gongkai
