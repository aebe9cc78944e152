#include "corpus/compare.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "corpus/html_page.h"
#include "tests/rules/report_builder.h"

namespace gongkai {
namespace {

using testing::At;
using testing::DropRow;
using testing::DropTable;
using testing::RowAt;
using testing::Set;
using testing::StateReading;
using testing::WholeReport;

// The report of the year after, of the same form.
Report NextYear(Report report) {
  report.year = *report.year + 1;
  report.title.value = "甲乙镇人民政府" + std::to_string(*report.year) + "年政府信息公开工作年度报告";
  return report;
}

const ComparedCell* FindCell(const Comparison& comparison, const std::string& pointer) {
  for (const ComparedTable& table : comparison.tables) {
    for (const ComparedRow& row : table.rows) {
      for (const ComparedCell& cell : row.cells) {
        if (cell.pointer == pointer) return &cell;
      }
    }
  }
  return nullptr;
}

ComparedCell CellAt(const Comparison& comparison, const std::string& pointer) {
  const ComparedCell* cell = FindCell(comparison, pointer);
  REQUIRE(cell != nullptr);
  return *cell;
}

ComparedFact FactAt(const Comparison& comparison, const std::string& key) {
  const auto fact =
      std::find_if(comparison.facts.begin(), comparison.facts.end(),
                   [&](const ComparedFact& candidate) { return candidate.key == key; });
  REQUIRE(fact != comparison.facts.end());
  return *fact;
}

StatisticsRow Statistic(const std::string& label, const std::string& digits,
                        const std::string& unit = "条") {
  StatisticsRow row;
  row.label = label;
  row.unit = unit;
  row.value = testing::NumberReading(digits);
  return row;
}

constexpr const char* kNew = "/applications/new_received/total";

}  // namespace

TEST_CASE("rates of change to a tenth of a per cent") {
  const std::vector<std::array<std::string, 3>> rows{
      {"21", "70", "233.3"},   {"23", "21", "-8.7"},    {"3", "0", "-100"},
      {"7", "7", "0"},         {"0", "5", ""},          {"0", "0", ""},
      {"8", "9", "12.5"},      {"2000", "2001", "0.1"}, {"2000", "1999", "-0.1"},
      {"2001", "2002", "0"},   {"-18", "18", "200"},    {"-18", "-27", "-50"},
      {"7539.443252", "7380.28959", "-2.1"},            {"0.5", "1", "100"},
      {"0.000001", "1000000", "99999999999900"},       {"1", "999999999999999999", ""},
      {"999999999999999999", "1", ""},                  {"0.000000001", "100000000", ""},
  };
  for (const auto& [before, after, percent] : rows) {
    INFO(before << " to " << after);
    const auto change = PercentChange(*Decimal::Parse(before), *Decimal::Parse(after));
    CHECK((change ? change->ToString() : "") == percent);
  }
}

TEST_CASE("a number, a blank and a cell that is not there are kept apart") {
  Report before = WholeReport(), after = NextYear(before);
  const std::string row = "/applications/outcome/granted/";
  Set(before, row + "natural_person", "4");
  Set(after, row + "natural_person", "6");
  At(after, row + "business") = StateReading(CellState::kBlank, "");
  At(after, row + "research") = StateReading(CellState::kUnreadable, "\uFFFD");
  At(before, row + "other") = At(after, row + "other") = StateReading(CellState::kPlaceholder, "/");
  testing::DropValues(after, row + "total");
  const Comparison comparison = Compare(before, after);

  const auto changed = CellAt(comparison, row + "natural_person");
  CHECK(changed.column == "自然人");
  CHECK(changed.numbers.difference == Decimal(2));
  CHECK(changed.numbers.percent == Decimal(50));
  CHECK_FALSE(changed.numbers.same());
  for (const char* column : {"business", "research"}) {
    const auto cell = CellAt(comparison, row + column);
    CHECK_FALSE(cell.numbers.same());
    REQUIRE(cell.numbers.after);
    CHECK_FALSE(cell.numbers.difference);
    CHECK_FALSE(cell.numbers.percent);
  }
  CHECK(CellAt(comparison, row + "other").numbers.same());
  const auto gone = CellAt(comparison, row + "total");
  CHECK_FALSE(gone.numbers.after);
  CHECK(gone.in_form_after);
  CHECK_FALSE(gone.numbers.same());
  const auto zero = CellAt(comparison, row + "public_welfare");
  CHECK(zero.numbers.same());
  CHECK(zero.numbers.difference == Decimal(0));
  CHECK_FALSE(zero.numbers.percent);
}

TEST_CASE("rows stand in the form's order, with its labels") {
  const Report report = WholeReport();
  const Comparison comparison = Compare(report, NextYear(report));
  REQUIRE(comparison.tables.size() == 3);
  CHECK(comparison.tables[0].key == "active_disclosure");
  CHECK(comparison.tables[2].key == "review_litigation");
  const auto& rows = comparison.tables[1].rows;
  REQUIRE(rows.size() == 25);
  CHECK(rows.front().label == "一、本年新收政府信息公开申请数量");
  CHECK(rows[4].label == "（三）不予公开 1.属于国家秘密");
  CHECK(rows.back().pointer == "/applications/carried_forward");
  CHECK(rows.front().cells.size() == 7);
  CHECK(rows.front().cells.back().pointer == kNew);
}

TEST_CASE("two forms are compared where they agree, and what one lacks is not missing") {
  Report before = WholeReport(Form::k2019), after = WholeReport(Form::k2021);
  before.year = 2020;
  after.year = 2021;
  Set(before, "/active_disclosure/licences/decisions", "278");
  Set(after, "/active_disclosure/licences/decisions", "2293");
  Set(before, "/active_disclosure/licences/change", "-3");
  const Comparison comparison = Compare(before, after);
  CHECK(CellAt(comparison, "/active_disclosure/licences/decisions").numbers.difference ==
        Decimal(2015));
  const auto change = CellAt(comparison, "/active_disclosure/licences/change");
  CHECK(change.in_form_before);
  CHECK_FALSE(change.in_form_after);
  CHECK_FALSE(CellAt(comparison, "/applications/outcome/other/unpaid_fee/total").in_form_before);
  CHECK(CellAt(comparison, "/applications/outcome/other/all/total").in_form_before);
  CHECK(comparison.tables[0].form_before == Form::k2019);
  CHECK(comparison.tables[0].form_after == Form::k2021);

  Report same_form = NextYear(before);
  Set(same_form, "/active_disclosure/licences/change", "6");
  const auto changes = CellAt(Compare(before, same_form), "/active_disclosure/licences/change");
  CHECK(changes.numbers.difference == Decimal(9));
  CHECK_FALSE(changes.numbers.percent);  // a rate of a change means nothing
}

TEST_CASE("a table, a row and a row whose columns are not known") {
  const Report before = WholeReport();
  Report after = NextYear(before);
  DropTable(after, "review_litigation");
  DropRow(after, "/applications/new_received");
  testing::DropValues(after, "/applications/carried_over/");
  RowAt(after, "/applications/carried_over").placed = false;
  const Comparison comparison = Compare(before, after);
  CHECK(comparison.tables[2].there_before);
  CHECK_FALSE(comparison.tables[2].there_after);
  CHECK(CellAt(comparison, "/review_litigation/review/total").in_form_after);
  CHECK_FALSE(CellAt(comparison, kNew).numbers.after);
  CHECK(comparison.tables[1].rows[0].placed_after);
  CHECK(comparison.tables[1].rows[1].placed_before);
  CHECK_FALSE(comparison.tables[1].rows[1].placed_after);
  CHECK(Compare(Report(), Report()).tables.empty());
}

TEST_CASE("what one year hands on, the next takes over") {
  Report before = WholeReport();
  Set(before, "/applications/carried_forward/natural_person", "2");
  Set(before, "/applications/carried_forward/total", "2");
  Report after = NextYear(WholeReport());
  Set(after, "/applications/carried_over/natural_person", "2");
  Set(after, "/applications/carried_over/total", "3");
  At(after, "/applications/carried_over/business") = StateReading(CellState::kBlank, "");
  const auto columns = Compare(before, after).carry_over;
  REQUIRE(columns.size() == 7);
  CHECK(columns[0].column == "自然人");
  CHECK(columns[0].from == "/applications/carried_forward/natural_person");
  CHECK(columns[0].to == "/applications/carried_over/natural_person");
  CHECK(columns[0].agreement == Agreement::kAgrees);
  CHECK(columns[1].agreement == Agreement::kOpen);  // a blank is not 0
  CHECK(columns[2].agreement == Agreement::kAgrees);
  CHECK(columns[6].agreement == Agreement::kDiffers);

  struct Row {
    std::string what;
    Report before, after;
  };
  Report later = after, other = after, older_form = before, unknown = before;
  later.year = 2025;
  other.agency.value = "丙丁县财政局";
  older_form.form = Form::k2014;
  unknown.year.reset();
  for (const Row& row : {Row{"a year between", before, later}, Row{"the wrong way", after, before},
                         Row{"another organ", before, other}, Row{"no year", unknown, after},
                         Row{"a form without the row", older_form, after},
                         Row{"one year", before, before}}) {
    INFO(row.what);
    CHECK(Compare(row.before, row.after).carry_over.empty());
  }
  after.agency.value = "某县甲乙镇人民政府";
  CHECK(Compare(before, after).carry_over.size() == 7);
}

TEST_CASE("facts tell what changed") {
  const Report before = WholeReport();
  Report after = NextYear(before);
  after.period.reset();
  const Comparison comparison = Compare(before, after);
  CHECK(FactAt(comparison, "title").change == TextChange::kNumbers);
  CHECK(FactAt(comparison, "agency").change == TextChange::kSame);
  CHECK(FactAt(comparison, "year").after == "2024");
  CHECK(FactAt(comparison, "period").before == "2023-01-01/2023-12-31");
  CHECK(FactAt(comparison, "period").change == TextChange::kRemoved);
  CHECK(FactAt(comparison, "form").before == "2021");
}

TEST_CASE("rows of the statistics are matched by their words") {
  Report before, after;
  before.statistics = {Statistic("主动公开文件数", "10"),      Statistic("其中：1、政府网站公开数", "8"),
                       Statistic("受理依申请公开信息总数", "3"), Statistic("行政复议数", "1", "件"),
                       Statistic("其他情形", "1", "件"),         Statistic("行政诉讼数", "2", "件"),
                       Statistic("其他情形", "2", "件"),         Statistic("收费金额", "5", "元")};
  after.statistics = {Statistic("主动公开文件数", "12"),      Statistic("其中：1.政府网站公开数", "9"),
                      Statistic("受理政府信息依申请公开总数", "4"), Statistic("行政复议数", "0", "件"),
                      Statistic("其他情形", "0", "件"),         Statistic("行政诉讼数", "2", "件"),
                      Statistic("其他情形", "5", "件"),         Statistic("收费金额", "1", "万元"),
                      Statistic("举报数", "0", "件")};
  const auto rows = Compare(before, after).statistics;
  REQUIRE(rows.size() == 9);
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(rows[i].at_before == i);
    CHECK(rows[i].at_after == i);
  }
  CHECK(rows[0].value.difference == Decimal(2));
  CHECK(rows[6].value.difference == Decimal(3));
  CHECK(rows[0].value.percent == Decimal(20));
  CHECK_FALSE(rows[0].cumulative.before);
  CHECK_FALSE(rows[7].value.difference);  // of two units
  CHECK_FALSE(rows[8].at_before);
  CHECK_FALSE(rows[8].value.before);

  std::swap(after.statistics[0], after.statistics[3]);
  const auto moved = Compare(before, after).statistics;
  CHECK(std::count_if(moved.begin(), moved.end(), [](const ComparedStatistic& row) {
          return row.at_before.has_value() && row.at_after.has_value();
        }) == 7);  // the reworded row is known by its neighbours alone, and lost them
}

TEST_CASE("sections are matched by key, then by heading") {
  Report before = WholeReport(), after = NextYear(before);
  testing::AddSection(before, "unknown", "七", "附件", "目录见网站。");
  testing::AddSection(after, "unknown", "七", "联系方式", "电话12345。");
  testing::AddSection(after, "unknown", "八", "附件", "目录见网站。");
  std::erase_if(before.sections, [](const Section& section) { return section.key == "problems"; });
  std::erase_if(after.sections, [](const Section& section) { return section.key == "preamble"; });
  after.sections[0].heading = "概述";  // of the overview
  after.sections[0].text = "我镇认真公开信息，2024年公开12条。";
  const auto sections = Compare(before, after).sections;
  std::vector<std::string> found;
  for (const ComparedSection& section : sections) {
    const auto shown = [](const std::optional<std::size_t>& at) {
      return at ? std::to_string(*at) : std::string("-");
    };
    found.push_back(shown(section.at_before) + shown(section.at_after) + section.key);
  }
  CHECK(found == std::vector<std::string>{"0-preamble", "10overview", "21active_disclosure",
                                          "32applications", "43review_litigation", "-4problems",
                                          "55other_matters", "-6unknown", "67unknown"});
  CHECK(sections[0].change == TextChange::kRemoved);
  CHECK(sections[1].change == TextChange::kChanged);
  CHECK(sections[1].heading_before == "总体情况");
  CHECK(sections[1].heading_after == "概述");
  CHECK(sections[1].characters_before == 9);
  CHECK(sections[1].characters_after == 20);
  CHECK(sections[1].characters_same == 9);
  CHECK(sections[5].change == TextChange::kAdded);
  CHECK(sections[8].change == TextChange::kSame);
}

TEST_CASE("a text that is last year's with its numbers changed says so") {
  struct Row {
    std::string before, after;
    TextChange change;
  };
  const std::string first = "2022年公开信息12条，收到六件申请。", second = "下一步加强培训，提高公开质量。";
  const std::vector<Row> rows{
      {first + "\n" + second, first + "\n" + second, TextChange::kSame},
      {first + "\n" + second, "2023年公开信息34条，收到七件申请。\n" + second, TextChange::kNumbers},
      {first + "\n" + second, first, TextChange::kChanged},
      {first, first + "\n" + second, TextChange::kChanged},
      {first + "\n" + second, second + "\n" + first, TextChange::kChanged},
      {first, " " + first + "\n", TextChange::kSame},
      {"", "", TextChange::kSame},
      {"", first, TextChange::kChanged},
  };
  for (const Row& row : rows) {
    Report before = WholeReport(), after = NextYear(before);
    before.sections[1].text = row.before;
    after.sections[1].text = row.after;
    CHECK(Compare(before, after).sections[1].change == row.change);
  }
}

TEST_CASE("nothing reaches a page unescaped") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"公开 <b>&\"'", "公开 &lt;b&gt;&amp;&quot;&#39;"},
      {"a\x01\x7F\n", "a\uFFFD\uFFFD\n"},
      {"\xC2\x9B", "\uFFFD"},
      {"\xEF\xBF\xBE", "\uFFFD"},
      {"\xFF", "\uFFFD"},
      {"", ""},
  };
  for (const auto& [text, escaped] : rows) CHECK(EscapeHtml(text) == escaped);
  HtmlWriter out;
  out.Open("p", {{"title", "\"><script>"}});
  out.Text("</p><script>");
  out.Void("br");
  out.Close();
  const std::string body = std::move(out).Take();
  CHECK(body == "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;/p&gt;&lt;script&gt;<br></p>");
  const std::string page = WriteHtmlPage({"zh-CN", "</title><script>", "", "", "跳过", body});
  CHECK(page.find("<script") == page.npos);
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  CHECK(page.find("script-src") == page.npos);
}

}  // namespace gongkai
