#include "normalize/tables.h"

#include <catch2/catch.hpp>
#include <map>

#include "tests/normalize/table_samples.h"

namespace gongkai {
namespace {

// The values of a document's tables as text: "null" for none, by pointer.
std::map<std::string, std::string> Values(const Document& document) {
  std::map<std::string, std::string> values;
  for (const ReadTable& table : ReadTables(document).tables) {
    for (const TableValue& value : table.values) {
      CHECK(values.count(value.pointer) == 0);
      values[value.pointer] = value.reading.value ? value.reading.value->ToString() : "null";
    }
  }
  return values;
}

const Table* TableOf(const TableReadings& readings, const std::string& key) {
  for (const ReadTable& table : readings.tables) {
    if (table.table.key == key) return &table.table;
  }
  return nullptr;
}

const TableRow* RowOf(const Table& table, const std::string& pointer) {
  for (const TableRow& row : table.rows) {
    if (row.pointer == pointer) return &row;
  }
  return nullptr;
}

constexpr const char* kApplicantHead =
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|<|<|申请人情况|<|<|<|<|<|<\n"
    "^|<|<|自然人|法人或其他组织|<|<|<|<|总计\n"
    "^|<|<|^|商业企业|科研机构|社会公益组织|法律服务机构|其他|^\n";

TEST_CASE("table 2 of 2021 in a grid") {
  const Document document = GridDocument(GridKind::kTagged,
                                         "第二十条第（一）项|<|<|<\n"
                                         "信息内容|本年制发件数|本年废止件数|现行有效件数\n"
                                         "规章|0|0|0\n"
                                         "行政规范性文件|3|1|101\n"
                                         "第二十条第（五）项|<|<|<\n"
                                         "信息内容|本年处理决定数量|<|<\n"
                                         "行政许可|550|<|<\n"
                                         "第二十条第（六）项|<|<|<\n"
                                         "信息内容|本年处理决定数量|<|<\n"
                                         "行政处罚|4,119|<|<\n"
                                         "行政强制||<|<\n"
                                         "第二十条第（八）项|<|<|<\n"
                                         "信息内容|本年收费金额（单位：万元）|<|<\n"
                                         "行政事业性收费|7730.28|<|<\n");
  const auto values = Values(document);
  CHECK(values == std::map<std::string, std::string>{
                      {"/active_disclosure/regulations/issued", "0"},
                      {"/active_disclosure/regulations/repealed", "0"},
                      {"/active_disclosure/regulations/in_force", "0"},
                      {"/active_disclosure/normative_documents/issued", "3"},
                      {"/active_disclosure/normative_documents/repealed", "1"},
                      {"/active_disclosure/normative_documents/in_force", "101"},
                      {"/active_disclosure/licences/decisions", "550"},
                      {"/active_disclosure/penalties/decisions", "4119"},
                      {"/active_disclosure/coercive_measures/decisions", "null"},
                      {"/active_disclosure/fees/amount", "7730.28"}});
  const auto readings = ReadTables(document);
  CHECK(TableOf(readings, "active_disclosure")->form == Form::k2021);
  CHECK(readings.used == std::vector<bool>{true});
}

TEST_CASE("table 2 of 2019, with spans that do not fit its header, in the order of its cells") {
  const auto values = Values(GridDocument(GridKind::kTagged,
                                          "信息内容|本年新制作数量|本年新公开数量|对外公开总数量\n"
                                          "规章|13|13|524\n"
                                          "规范性文件|60|60|368\n"
                                          "信息内容|上一年项目数量|本年增/减|<|处理决定数量\n"
                                          "行政许可|<|396|减3|278\n"
                                          "其他对外管理服务事项|<|10|7|105\n"
                                          "信息内容|采购项目数量|<|采购总金额|<\n"
                                          "政府集中采购|<|6|251000元|<\n"));
  CHECK(values.at("/active_disclosure/regulations/public_total") == "524");
  CHECK(values.at("/active_disclosure/licences/last_year") == "396");
  CHECK(values.at("/active_disclosure/licences/change") == "-3");
  CHECK(values.at("/active_disclosure/licences/decisions") == "278");
  CHECK(values.at("/active_disclosure/other_services/decisions") == "105");
  CHECK(values.at("/active_disclosure/procurement/projects") == "6");
  CHECK(values.at("/active_disclosure/procurement/amount") == "25.1");
}

TEST_CASE("a torn header of 2019 over the rows of 2021") {
  const auto values = Values(GridDocument(GridKind::kFields,
                                          "信息内容|本年新|本年新|对外公开总数量|\n"
                                          "规章|0|0|0|\n"
                                          "规范性文件|4|3|17|\n"
                                          "信息内容|本年处理决定数量|||\n"
                                          "行政许可|2|||\n"));
  CHECK(values.at("/active_disclosure/normative_documents/made") == "4");
  CHECK(values.at("/active_disclosure/normative_documents/public_total") == "17");
  CHECK(values.at("/active_disclosure/licences/decisions") == "2");
  CHECK(values.count("/active_disclosure/licences/change") == 0);
}

TEST_CASE("a row that the form does not have takes no other row's place") {
  const auto values = Values(GridDocument(GridKind::kFields,
                                          "信息内容|本年新制作数量|本年新公开数量|对外公开总数量\n"
                                          "规章(设区的市、自治州人民政府应提供相关数据)|0|0|0\n"
                                          "规范性文件(行政机关制定发布的决定、公告)|34|4|47\n"
                                          "其他主动公开文件(含以本单位名义签发的文件)|9|8|7\n"
                                          "信息内容|上一年项目数量|本年增/减|处理决定数量\n"
                                          "行政许可|1|2|3\n"));
  CHECK(values.at("/active_disclosure/normative_documents/made") == "34");
  CHECK(values.at("/active_disclosure/licences/last_year") == "1");
  CHECK(values.size() == 9);
}

TEST_CASE("table 3: a missing label, a slip and a blank cell shift nothing") {
  const Document document = GridDocument(
      GridKind::kRuled,
      std::string(kApplicantHead) +
          "一、本年新收政府信息公开申请数量|<|<|21|0|0|0|0|0|21\n"
          "二、上年结转政府信息公开申请数量|<|<||0|0|0|0|0|0\n"
          "三、本年度办理结果|（一）予以公开|<|1|2|3|4|5|6|21\n"
          "^||<|4|0|0|0|0|0|4\n"
          "^|（三）不予公开|1.属于国家秘密|1|0|0|0|0|0|1\n"
          "^|^|2.其他法律行政止公开|2|0|0|0|0|0|2\n"
          "^|（六）其他处理|<|9|0|0|0|0|0|9\n"
          "^|（七）总计|<|21|0|0|0|0|0|21\n"
          "四、结转下年度继续办理|<|<|/|0|0|0|0|0|0\n");
  const auto values = Values(document);
  CHECK(values.at("/applications/new_received/natural_person") == "21");
  CHECK(values.at("/applications/carried_over/natural_person") == "null");
  CHECK(values.at("/applications/carried_over/business") == "0");
  CHECK(values.at("/applications/outcome/granted/other") == "6");
  CHECK(values.at("/applications/outcome/partly_granted/natural_person") == "4");
  CHECK(values.at("/applications/outcome/refused/forbidden_by_law/natural_person") == "2");
  CHECK(values.at("/applications/outcome/other/all/natural_person") == "9");
  CHECK(values.at("/applications/outcome/total/total") == "21");
  CHECK(values.at("/applications/carried_forward/natural_person") == "null");
  const auto readings = ReadTables(document);
  const Table* table = TableOf(readings, "applications");
  CHECK(table->form == Form::k2019);
  CHECK(RowOf(*table, "/applications/outcome/partly_granted")->match == LabelMatch::kNeighbours);
  CHECK(RowOf(*table, "/applications/outcome/refused/forbidden_by_law")->match ==
        LabelMatch::kMisspelt);
  CHECK(RowOf(*table, "/applications/outcome/refused/state_secret")->match == LabelMatch::kExact);
  CHECK_FALSE(RowOf(*table, "/applications/outcome/refused/state_secret")->group_missing);
}

TEST_CASE("rows without labels are left alone where their count does not fit") {
  const auto values = Values(GridDocument(GridKind::kFields,
                                          "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
                                          "（一）予以公开|9|0|0|0|0|0|9\n"
                                          "7|0|0|0|0|0|7\n"
                                          "8|0|0|0|0|0|8\n"
                                          "1.属于国家秘密|5|0|0|0|0|0|5\n"));
  CHECK(values.count("/applications/outcome/partly_granted/total") == 0);
  CHECK(values.at("/applications/outcome/refused/state_secret/total") == "5");
}

TEST_CASE("a table whose rows are shorter than its columns: nothing is shifted or made up") {
  const auto readings = ReadTables(GridDocument(
      GridKind::kFields,
      "(本列数据的勾稽关系为)||申请人情况|||||\n"
      "||自然人|法人或其他组织||||\n"
      "|||商业企业|科研机构|社会公益组织|法律服务机构|总计\n"
      "一、本年新收政府信息公开申请数量|6|1|0|0|0|0|7\n"
      "三、本年度办理结果|(一) 予以公开|6|0|0|0|0|6\n"
      "|1.属于国家秘密|3|0|0|0|0|3\n"
      "|(四) 无法提供|1.本机关不掌握相关政府信息|1|0|0|0|1\n"
      "(七) 总计||6|0|0|0|0|6\n"));
  std::map<std::string, std::string> values;
  for (const TableValue& value : readings.tables.at(0).values) {
    values[value.pointer] = value.reading.value->ToString();
  }
  CHECK(values.at("/applications/new_received/business") == "1");
  CHECK(values.at("/applications/new_received/other") == "0");
  CHECK(values.at("/applications/outcome/granted/total") == "6");
  CHECK(values.count("/applications/outcome/granted/other") == 0);
  CHECK(values.at("/applications/outcome/total/natural_person") == "6");
  CHECK(values.count("/applications/outcome/unavailable/not_held/total") == 0);
  const Table& table = readings.tables.at(0).table;
  const TableRow* row = RowOf(table, "/applications/outcome/unavailable/not_held");
  REQUIRE(row != nullptr);
  CHECK_FALSE(row->placed);
  CHECK(row->raw == std::vector<std::string>{"1", "0", "0", "0", "1"});
  CHECK(RowOf(table, "/applications/outcome/refused/state_secret")->group_missing);
}

TEST_CASE("a head without words between its neighbours, and padding in place of merged labels") {
  const auto values = Values(GridDocument(
      GridKind::kTagged,
      "||自然人|商业企业|科研机构|社会公益组织|法律服务机构||总计\n"
      "一、本年新收政府信息公开申请数量||1|2|3|4|5|6|21\n"
      "三、本年度办理结果|（一）予以公开||2|3|4|5|6|20\n"));
  CHECK(values.at("/applications/new_received/natural_person") == "1");
  CHECK(values.at("/applications/new_received/other") == "6");
  CHECK(values.at("/applications/outcome/granted/natural_person") == "null");
  CHECK(values.at("/applications/outcome/granted/other") == "6");
}

TEST_CASE("merged cells whose content was repeated in each field") {
  const auto values = Values(GridDocument(GridKind::kFields,
                                          "信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量\n"
                                          "行政许可|7|7|7\n"
                                          "信息内容|采购项目数量|采购总金额|采购总金额\n"
                                          "政府集中采购|3|11.92|11.92\n"));
  CHECK(values.at("/active_disclosure/licences/decisions") == "7");
  CHECK(values.at("/active_disclosure/procurement/projects") == "3");
  CHECK(values.at("/active_disclosure/procurement/amount") == "11.92");
}

TEST_CASE("padding that may as well be a blank value is nobody's") {
  const auto readings = ReadTables(GridDocument(
      GridKind::kFields,
      "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
      "一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1\n"
      "四、结转下年度继续办理|||0|0|0|0|0|0\n"));
  const TableRow* row = RowOf(readings.tables.at(0).table, "/applications/carried_forward");
  REQUIRE(row != nullptr);
  CHECK_FALSE(row->placed);
}

TEST_CASE("where a head is lost, a blank at a row's end may be its value: nothing is shifted") {
  const auto readings = ReadTables(GridDocument(
      GridKind::kFields,
      "自然人|商业企业|科研机构|社会公益组织|法律服务机构|总计\n"
      "一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21\n"
      "二、上年结转政府信息公开申请数量||0|1|0|0|0|1\n"
      "四、结转下年度继续办理|0|1|0|0|0|0|\n"));
  const Table& table = readings.tables.at(0).table;
  CHECK(RowOf(table, "/applications/new_received")->placed);
  CHECK_FALSE(RowOf(table, "/applications/carried_over")->placed);
  CHECK_FALSE(RowOf(table, "/applications/carried_forward")->placed);
}

TEST_CASE("a header in a grid of its own says which columns there are, not where") {
  Document document;
  document.blocks.push_back(DrawGrid(GridKind::kRuled,
                                     "申请人情况|<|<\n自然人|法人或其他组织|总计\n"));
  document.blocks.push_back(DrawGrid(GridKind::kRuled,
                                     "|||商业企业|科研机构|社会公益组织|法律服务机构|其他|\n"
                                     "一、本年新收政府信息公开申请数量|<|1|2|3|4|5|6|21\n"
                                     "二、上年结转政府信息公开申请数量|<|1|2|3|4|5|6|21\n"));
  const auto values = Values(document);
  CHECK(values.at("/applications/new_received/natural_person") == "1");
  CHECK(values.at("/applications/new_received/business") == "2");
  CHECK(values.at("/applications/carried_over/total") == "21");
}

TEST_CASE("a number that markup broke is doubtful; elsewhere nothing is joined") {
  constexpr const char* kRows =
      "信息内容|本年处理决定数量\n行政许可|1 4\n行政处罚|0\n行政强制|0\n";
  const auto tagged = ReadTables(GridDocument(GridKind::kTagged, kRows)).tables.at(0).values;
  CHECK(tagged.at(0).reading.value->ToString() == "14");
  CHECK(tagged.at(0).reading.raw == "1 4");
  CHECK(tagged.at(0).reading.confidence < 0.9);
  CHECK(tagged.at(1).reading.confidence == 1);
  const auto alone = ReadTables(GridDocument(GridKind::kTagged,
                                             "信息内容|本年处理决定数量\n行政许可|691 0543\n"));
  CHECK(alone.tables.at(0).values.at(0).reading.value->ToString() == "6910543");
  const auto ruled = ReadTables(GridDocument(GridKind::kRuled, kRows)).tables.at(0).values;
  CHECK(ruled.at(0).reading.state == CellState::kNotANumber);
}

TEST_CASE("a remark in place of a number is that cell's, not a label") {
  const auto readings = ReadTables(GridDocument(
      GridKind::kFields,
      "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
      "一、本年新收政府信息公开申请数量|不详|0|0|0|0|0|1\n"
      "二、上年结转政府信息公开申请数量|1|0|见附件|0|0|0|1\n"));
  const auto& values = readings.tables.at(0).values;
  REQUIRE(values.size() == 14);
  CHECK(values[0].reading.state == CellState::kNotANumber);
  CHECK(values[0].reading.raw == "不详");
  CHECK(values[9].reading.raw == "见附件");
  CHECK(values[13].reading.value->ToString() == "1");
}

TEST_CASE("one cell a line") {
  const Document document = LinesDocument(
      "二、主动公开政府信息情况\n第二十条第(一)项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件\n"
      "规章\n0\n0\n0\n行政规范性文件\n0\n1\n3\n第二十条第(五)项\n信息内容\n本年处理决定数量\n"
      "行政许可\n9\n三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n法人或其他组织\n总计\n"
      "商业\n企业\n科研\n机构\n社会公益组织\n法律服务机构\n其他\n"
      "一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n"
      "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
      "三、本年度办理结果\n(一)予以公开\n7\n0\n0\n0\n0\n0\n7\n");
  const auto values = Values(document);
  CHECK(values.at("/active_disclosure/normative_documents/in_force") == "3");
  CHECK(values.at("/active_disclosure/licences/decisions") == "9");
  CHECK(values.at("/applications/new_received/other") == "6");
  CHECK(values.at("/applications/new_received/total") == "21");
  CHECK(values.at("/applications/outcome/granted/natural_person") == "7");
  const auto used = ReadTables(document).used;
  CHECK_FALSE(used[0]);
  CHECK(used[1]);
  CHECK_FALSE(used[19]);  // 三、收到和处理政府信息公开申请情况
  CHECK(used[20]);
}

TEST_CASE("table 4 by its header, by its order, and not at all") {
  constexpr const char* kHead =
      "行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<\n"
      "结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<\n"
      "^|^|^|^|^|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计\n";
  const auto values = Values(GridDocument(
      GridKind::kRuled, std::string(kHead) + "10|1|0|0|11|1|2|3|4|10|5||0|0|5\n"));
  CHECK(values.at("/review_litigation/review/upheld") == "10");
  CHECK(values.at("/review_litigation/direct_litigation/pending") == "4");
  CHECK(values.at("/review_litigation/litigation_after_review/corrected") == "null");
  CHECK(values.at("/review_litigation/litigation_after_review/total") == "5");

  const auto narrow = Values(LinesDocument(
      "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n结\n果\n维\n持\n"
      "总计\n1\n2\n3\n4\n10\n0\n0\n0\n0\n0\n5\n0\n0\n0\n5\n"));
  CHECK(narrow.at("/review_litigation/review/total") == "10");
  CHECK(narrow.at("/review_litigation/litigation_after_review/upheld") == "5");

  const auto readings = ReadTables(GridDocument(
      GridKind::kFields, "行政复议|行政诉讼\n结果维持|结果纠正|尚未审结\n1|2|3|4|5|6|7\n"));
  REQUIRE(readings.tables.size() == 1);
  CHECK(readings.tables[0].values.empty());
  CHECK(readings.tables[0].table.rows.size() == 3);
  CHECK_FALSE(readings.tables[0].table.rows[0].placed);
}

TEST_CASE("a statistics table is known by its units") {
  const auto readings = ReadTables(GridDocument(GridKind::kTagged,
                                                "指标名称|计量单位|2015年度|历年累计\n"
                                                "主动公开文件数|条|2949|81916\n"
                                                "其中：1、政府网站公开数|条|2949|\n"
                                                "行政复议数|件|0|0\n"));
  REQUIRE(readings.statistics.size() == 3);
  CHECK(readings.statistics[0].label == "主动公开文件数");
  CHECK(readings.statistics[0].unit == "条");
  CHECK(readings.statistics[0].value->value->ToString() == "2949");
  CHECK(readings.statistics[0].cumulative->value->ToString() == "81916");
  CHECK(readings.statistics[1].label == "其中：1、政府网站公开数");
  CHECK(readings.statistics[1].cumulative->state == CellState::kBlank);
  CHECK(readings.used == std::vector<bool>{true});
}

TEST_CASE("a total alone is no table 3") {
  CHECK(ReadTables(GridDocument(GridKind::kFields, "总计|0|0|0|0|0|0|0\n")).tables.empty());
}

TEST_CASE("other tables are nobody's") {
  const auto readings = ReadTables(GridDocument(GridKind::kTagged,
                                                "索引号|014314799/2024-00002|分类|信息公开年报\n"
                                                "发布机构|某某局|公开日期|2024-01-17\n"));
  CHECK(readings.tables.empty());
  CHECK(readings.statistics.empty());
  CHECK(readings.used == std::vector<bool>{false});
  CHECK(ReadTables(Document{}).tables.empty());
}

}  // namespace
}  // namespace gongkai
