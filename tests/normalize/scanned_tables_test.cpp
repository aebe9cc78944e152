// Tables of scans: labels and numbers that were misread, rulings that were lost or made up.
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "normalize/tables.h"
#include "tests/normalize/table_samples.h"

namespace gongkai {
namespace {

// As if read from a picture; "~" before a text: not for certain.
Document Scanned(Document document) {
  document.origin = Origin::kOcr;
  for (Block& block : document.blocks) {
    for (Cell& cell : std::get<Grid>(block).cells) {
      cell.reading = ReadingKind::kOcr;
      cell.confidence = 0.96;
      if (!cell.text.starts_with("~")) continue;
      cell.text.erase(0, 1);
      cell.confidence = 0.4;
    }
  }
  return document;
}

// The numbers of the only table as text by pointer; what is null by its state.
std::map<std::string, std::string> Values(const Document& document) {
  std::map<std::string, std::string> values;
  for (const ReadTable& table : ReadTables(document).tables) {
    for (const TableValue& value : table.values) {
      const Reading& reading = value.reading;
      const bool unreadable = reading.state == CellState::kUnreadable;
      values[value.pointer] = reading.value ? reading.value->ToString()
                              : unreadable  ? "unreadable"
                                            : "null";
    }
  }
  return values;
}

std::map<std::string, std::string> ScannedValues(const std::string& drawing) {
  return Values(Scanned(GridDocument(GridKind::kRuled, drawing)));
}

constexpr const char* kApplicants =
    "|<|<|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
    "一、本年新收政府信息公开申请数量|<|<|1|2|3|4|5|6|21\n";

constexpr const char* kCounts =
    "行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<\n"
    "结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<\n"
    "^|^|^|^|^|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计\n";

const std::string kOutcome = "/applications/outcome/";

TEST_CASE("scan: a row whose label was misread is known by its place") {
  const auto values = ScannedValues(std::string(kApplicants) +
                                    "三、本年度办理结果|（五）不予处理|1.信访举报投诉类申请|1|0|0|0|0|0|1\n"
                                    "^|^|~2、所人时请|2|0|0|0|0|0|2\n"
                                    "^|^|3.要求提供公开出版物|3|0|0|0|0|0|3\n");
  CHECK(values.at(kOutcome + "not_processed/repeated/natural_person") == "2");
  CHECK(values.at(kOutcome + "not_processed/publications/natural_person") == "3");
}

TEST_CASE("scan: a misread label in a place where two rows may stand is none of them") {
  // 其他处理 is one row in the form of 2019, three in that of 2021.
  const auto values = ScannedValues(std::string(kApplicants) +
                                    "三、本年度办理结果|5.要求行政机关确认或重新出具已获取信息|<|1|0|0|0|0|0|1\n"
                                    "^|~他处所人|<|2|0|0|0|0|0|2\n"
                                    "^|（七）总计|<|3|0|0|0|0|0|3\n");
  CHECK(values.at(kOutcome + "total/total") == "3");
  CHECK(values.count(kOutcome + "other/all/total") == 0);
  // Beside a row that only one form has it is that form's.
  const auto known = ScannedValues(std::string(kApplicants) +
                                   "三、本年度办理结果|（六）其他处理|3.其他|1|0|0|0|0|0|1\n"
                                   "^|~(CE过证|<|2|0|0|0|0|0|2\n"
                                   "四、结转下年度继续办理|<|<|3|0|0|0|0|0|3\n");
  CHECK(known.at(kOutcome + "total/natural_person") == "2");
}

TEST_CASE("scan: what nobody could read is a value behind a row's label, not behind a group's") {
  const auto active = ScannedValues(
      "信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|6|0|6\n行政规范性文件|~\uFFFD|20087|28961\n");
  CHECK(active.at("/active_disclosure/normative_documents/issued") == "unreadable");
  CHECK(active.at("/active_disclosure/normative_documents/in_force") == "28961");
  const auto applications = ScannedValues(std::string(kApplicants) +
                                          "三、本年度办理结果|（二）部分公开|<|1|0|0|0|0|0|1\n"
                                          "^|~[mm|<|2|0|0|0|0|0|2\n"
                                          "^|（三）不予公开|2.其他法律行政法规禁止公开|3|0|0|0|0|0|3\n"
                                          "^|（七）总计|<|6|0|0|0|0|0|6\n");
  CHECK(applications.at(kOutcome + "refused/state_secret/natural_person") == "2");
}

TEST_CASE("scan: cells that a ruling was lost or made up between are nobody's, the others stay") {
  const auto lost = ScannedValues(std::string(kApplicants) +
                                  "二、上年结转政府信息公开申请数量|<|<|1|2 3|<|4|5|6|21\n");
  CHECK(lost.at("/applications/carried_over/natural_person") == "1");
  CHECK(lost.at("/applications/carried_over/business") == "unreadable");
  CHECK(lost.at("/applications/carried_over/research") == "unreadable");
  CHECK(lost.at("/applications/carried_over/public_welfare") == "4");
  CHECK(lost.at("/applications/carried_over/total") == "21");
  const auto both = ScannedValues(
      "|<|<|自然人|商业企业|科研机构|社会公益组织|<|法律服务机构|其他|总计\n"
      "一、本年新收政府信息公开申请数量|<|<|1|2|3|4|<|5|6|21\n"
      "二、上年结转政府信息公开申请数量|<|<|1|2 3|<|4|4|5|6|21\n");
  CHECK(both.at("/applications/carried_over/natural_person") == "1");
  CHECK(both.at("/applications/carried_over/research") == "unreadable");
  CHECK(both.at("/applications/carried_over/public_welfare") == "unreadable");
  CHECK(both.at("/applications/carried_over/legal_service") == "5");
}

TEST_CASE("scan: the next page's grid that lost a column has no positions under the header") {
  Document document = GridDocument(GridKind::kRuled, kApplicants);
  document.blocks.push_back(
      DrawGrid(GridKind::kRuled, "二、上年结转政府信息公开申请数量|<|<|1|2|3|4|5|6 21\n"));
  const auto values = Values(Scanned(document));
  CHECK(values.at("/applications/new_received/total") == "21");
  CHECK(values.count("/applications/carried_over/natural_person") == 0);
}

TEST_CASE("scan: a first head that was misread stands before the second one") {
  const auto values = ScannedValues(
      "|<|<|~目然|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
      "一、本年新收政府信息公开申请数量|<|<|1|2 3|<|4|5|6|21\n");
  CHECK(values.at("/applications/new_received/natural_person") == "1");
  CHECK(values.at("/applications/new_received/research") == "unreadable");
}

TEST_CASE("scan: the counts of table 4 that have heads of their own are read, the others are not") {
  const auto lost = ScannedValues(
      "行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<\n"
      "结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<\n"
      "^|^|^|^|^|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|~纠其他|尚未审结|总计\n"
      "10|1|0|0|11|1|2|3|4|10|5|~6 7|8|26\n");
  CHECK(lost.at("/review_litigation/direct_litigation/total") == "10");
  CHECK(lost.at("/review_litigation/litigation_after_review/total") == "26");
  CHECK(lost.count("/review_litigation/litigation_after_review/other") == 0);
  CHECK(lost.count("/review_litigation/litigation_after_review/corrected") == 0);
  const auto made_up = ScannedValues(
      "行政复议|<|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<\n"
      "结果维持|~结果|~纠正|其他结果|尚未审结|总计|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<\n"
      "^|^|^|^|^|^|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计\n"
      "10|1|1|0|0|11|1|2|3|4|10|5|6|7|8|26\n");
  CHECK(made_up.at("/review_litigation/litigation_after_review/total") == "26");
  CHECK(made_up.at("/review_litigation/direct_litigation/upheld") == "1");
  CHECK(made_up.count("/review_litigation/review/corrected") == 0);
  CHECK(made_up.count("/review_litigation/review/other") == 0);  // may lack a digit
  CHECK(ScannedValues(std::string(kCounts) + "10|1|0|0|11|1|2|3|4|10|5||0|0|5\n")
            .at("/review_litigation/litigation_after_review/total") == "5");
}

}  // namespace
}  // namespace gongkai
