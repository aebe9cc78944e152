// valijson brings std::regex in, of which g++ 12 warns without ground when it optimises (GCC bug
// 105562).
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include "normalize/report_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "tests/rules/report_builder.h"

using namespace gongkai;
using namespace gongkai::testing;
using nlohmann::json;

namespace {

// Values that are hard to keep: long decimals, every state, quotes, control characters, astral
// characters, a row without numbers, half a period.
Report OddReport() {
  Report report = WholeReport(Form::k2019);
  Set(report, "/active_disclosure/procurement/amount", "7539.443252");
  At(report, "/active_disclosure/procurement/amount").unit = "元";
  Set(report, "/active_disclosure/licences/change", "-18");
  Set(report, "/active_disclosure/licences/decisions", "999999999999999999");
  Reading& cell = At(report, "/applications/new_received/total");
  cell = NumberReading("21");
  cell.place = {3, Box{486.06, 470.24, 497, 484.5}};
  cell.confidence = 0.8996;
  cell.kind = ReadingKind::kOcr;
  cell.note = "其中\"修订\"\\1件\t\x01";
  At(report, "/applications/new_received/other") = StateReading(CellState::kBlank, "");
  At(report, "/applications/new_received/business") = StateReading(CellState::kPlaceholder, "—");
  At(report, "/applications/new_received/research") = StateReading(CellState::kNotANumber, "𠮷\n");
  At(report, "/applications/new_received/natural_person") =
      StateReading(CellState::kUnreadable, "\xFF");
  TableRow& row = RowAt(report, "/applications/outcome/granted");
  row.placed = false;
  row.raw = {"6", "", "0"};
  DropValues(report, "/applications/outcome/granted/");
  report.sections[1].parts.push_back({"（一）", "", "主动公开。\n第二段"});
  report.sections[1].has_table = true;
  report.sections[1].place.page = 1;
  report.period = Period{"2020-01-01", ""};
  Reading amount = NumberReading("59237.2449");
  report.statistics = {{"主动公开政府信息数", "条", "disclosure.published", NumberReading("2599"), amount},
                       {"其中", "", "", StateReading(CellState::kBlank, ""), std::nullopt}};
  Finding finding;
  finding.rule = finding.message = "review.total";
  finding.details = {{"row", "行政复议"}};
  finding.severity = Severity::kWarning;
  finding.cause = FindingCause::kReading;
  finding.because = "because.doubtful";
  finding.fingerprint = "0123456789abcdef";
  finding.decision = Decision{Verdict::kDismissed, "原件如此", "审核员", "2024-02-01"};
  finding.at = {"/review_litigation/review/total", "/review_litigation/review"};
  finding.expected = Decimal::Parse("11.5");
  finding.actual = Decimal(0);
  finding.operands = {"/review_litigation/review/upheld"};
  report.findings = {finding};
  report.not_assessed = {{"review.total", "/review_litigation/review/total", "not_assessed.blank",
                          {{"place", "表四"}, {"place_en", "table 4"}}}};
  return report;
}

std::string Rewritten(const std::string& text) {
  const Result<Report> read = ReadReportJson(text);
  INFO((read.ok() ? "" : read.error().detail));
  REQUIRE(read.ok());
  return WriteReportJson(read.value(), Language::kZh);
}

void CheckValid(const std::string& text) {
  static const json schema_json = json::parse(ReportSchema());
  static const valijson::Schema& schema = *[] {
    auto* parsed = new valijson::Schema;
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), *parsed);
    return parsed;
  }();
  const json value = json::parse(text);
  valijson::Validator validator;
  valijson::ValidationResults results;
  const bool valid =
      validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), &results);
  valijson::ValidationResults::Error error;
  std::string reasons;
  while (results.popError(error)) {
    for (const std::string& step : error.context) reasons += step;
    reasons += ": " + error.description + "\n";
  }
  INFO(reasons);
  CHECK(valid);
}

// `text` with the first `from` replaced.
std::string With(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a report survives being written and read", "[json]") {
  const Report reports[] = {Report{}, WholeReport(Form::k2021), WholeReport(Form::k2019),
                            OddReport()};
  for (const Report& report : reports) {
    const std::string text = WriteReportJson(report, Language::kZh);
    CHECK(Rewritten(text) == text);
    CHECK(Rewritten(Rewritten(text)) == text);
    CHECK(text.back() == '\n');
    CheckValid(text);
    CheckValid(WriteReportJson(report, Language::kEn));
  }
}

TEST_CASE("numbers keep their digits", "[json]") {
  const std::string text = WriteReportJson(OddReport(), Language::kZh);
  for (const char* expected :
       {"\"amount\": 7539.443252", "\"change\": -18", "\"decisions\": 999999999999999999",
        "\"cumulative\": 59237.2449", "\"box\": [486.1, 470.2, 497.0, 484.5]",
        "\"confidence\": 0.899,", "\"expected\": 11.5", "\"granted\": {}",
        "\"state\": \"unreadable\"", "\"reading\": \"blank\", \"state\": \"blank\"",
        "\"raw\": \"\xEF\xBF\xBD\"", "\"period\": {\"from\": \"2020-01-01\", \"to\": null}"}) {
    INFO(expected);
    CHECK(text.find(expected) != std::string::npos);
  }
  const auto read = ReadReportJson(text);
  REQUIRE(read.ok());
  CHECK(FindValue(read.value(), "/active_disclosure/procurement/amount")->value ==
        Decimal::Parse("7539.443252"));
  CHECK(FindValue(read.value(), "/applications/new_received/total")->confidence < 0.9);
}

TEST_CASE("every number and every null has evidence, and nothing else has", "[json]") {
  const Report report = OddReport();
  const json value = json::parse(WriteReportJson(report, Language::kZh));
  std::size_t leaves = 0;
  for (const auto& [pointer, entry] : value["evidence"].items()) {
    INFO(pointer);
    const auto& found = value.at(json::json_pointer(pointer));
    CHECK((found.is_number() || found.is_null() || found.is_string()));
    ++leaves;
  }
  CHECK(leaves == 3 + report.values.size() + 3);
}

TEST_CASE("the language changes the messages alone", "[json]") {
  const Report report = OddReport();
  const json zh = json::parse(WriteReportJson(report, Language::kZh));
  const json en = json::parse(WriteReportJson(report, Language::kEn));
  CHECK(zh["findings"][0]["message"] != en["findings"][0]["message"]);
  CHECK(zh["findings"][0]["fingerprint"] == en["findings"][0]["fingerprint"]);
  CHECK(zh["evidence"] == en["evidence"]);
}

TEST_CASE("a page number or a name that is not there is null", "[json]") {
  const json value = json::parse(WriteReportJson(Report{}, Language::kZh));
  for (const char* key : {"title", "agency", "year", "period", "form"}) CHECK(value[key].is_null());
  CHECK(value["evidence"].empty());
  CHECK_FALSE(value.contains("applications"));
  CHECK_FALSE(value.contains("statistics"));
}

TEST_CASE("what is no report JSON is refused with its place", "[json]") {
  const std::string good = WriteReportJson(OddReport(), Language::kZh);
  const std::string truncated = good.substr(0, good.size() / 2);
  const struct {
    std::string text;
    const char* detail;  // a part of it
  } kBad[] = {
      {"", "byte"},
      {"{}", "/: the member \"evidence\" is missing"},
      {"[]", "/: expected an object"},
      {"null", "/: expected an object"},
      {"\"gongkai.report/1\"", "/: expected an object"},
      {truncated, "byte"},
      {good + "x", "byte"},
      {std::string(100'000, '['), "nested too deep"},
      {std::string(100'000, '{'), "byte"},
      {"{\"a\": 1, \"a\": 1}", "stands twice"},
      {"\xFF\xFE", "byte"},
      {"[1e400]", "byte"},
      {With(good, "gongkai.report/1", "gongkai.report/2"), "/schema:"},
      {With(good, "\"bytes\": 1234", "\"bytes\": \"1234\""), "/source/bytes: expected a number"},
      {With(good, "\"bytes\": 1234", "\"bytes\": -1"), "/source/bytes: expected an integer"},
      {With(good, "\"bytes\": 1234", "\"bytes\": 1.5"), "/source/bytes: expected an integer"},
      {With(good, "\"year\": 2020", "\"year\": 1e3"), "/year: expected a number"},
      {With(good, "\"year\": 2020", "\"year\": 99999999999999999999"), "/year: expected a number"},
      {With(good, "\"year\": 2020", "\"year\": true"), "/year: expected a number"},
      {With(good, "\"title\": \"", "\"titel\": \""), "unknown member \"titel\""},
      {With(good, "\"form\": \"2019\"", "\"form\": \"2020\""), "/form: not one of the names"},
      {With(good, "\"change\": -18", "\"change\": \"-18\""), "expected a number"},
      {With(good, "\"change\": -18, ", ""), "no number and no null stands there"},
      {With(good, "\"change\": -18", "\"changes\": -18"), "no form has this row or column"},
      {With(good, "\"granted\": {}", "\"granted\": 0"), "expected an object"},
      {With(good, "\"granted\": {}", "\"granted\": {\"total\": 1}"), "granted/total: without evidence"},
      {With(good, "\"pointer\": \"/active_disclosure/fees\"", "\"pointer\": \"/applications/fees\""),
       "no row of this table"},
      {With(good, "\"pointer\": \"/active_disclosure/fees\"",
            "\"pointer\": \"/active_disclosure/licences\""),
       "stands twice"},
      {With(good, "\"box\": [486.1, ", "\"box\": ["), "box: expected four numbers"},
      {With(good, "486.1", "48600000000.1"), "no place on a page"},
      {With(good, "\"confidence\": 0.899", "\"confidence\": 1.899"), "confidence: expected 0 to 1"},
      {With(good, "\"text\": \"review.total\"", "\"text\": \"review.nonsense\""),
       "no text of the catalogue"},
      {With(good, "\"label\": \"其中\"", "\"label\": null"), "/statistics/1/label: expected a string"},
      {With(good, "\"/statistics/0/value\"", "\"/statistics/9/value\""), "without evidence"},
      {With(good, "\"severity\": \"warning\"", "\"severity\": \"fatal\""), "/findings/0/severity"},
  };
  for (const auto& bad : kBad) {
    const auto read = ReadReportJson(bad.text);
    INFO(bad.detail << "\n" << bad.text.substr(0, 60));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::kBadJson);
    INFO(read.error().detail);
    CHECK(read.error().detail.find(bad.detail) != std::string::npos);
  }
}

TEST_CASE("every single damaged byte is read or refused, never more", "[json]") {
  const std::string good = WriteReportJson(OddReport(), Language::kZh);
  // A prime stride meets every kind of place; some 100 damaged texts take a second.
  for (std::size_t at = 0; at < good.size(); at += 499) {
    std::string bad = good;
    bad[at] = bad[at] == '9' ? '"' : '9';
    const auto read = ReadReportJson(bad);
    if (read.ok()) {
      const std::string text = WriteReportJson(read.value(), Language::kZh);
      CHECK(Rewritten(text) == text);
    } else {
      CHECK_FALSE(read.error().detail.empty());
    }
  }
}

TEST_CASE("the schema names every row of the forms and refuses what is none", "[json]") {
  const json schema = json::parse(ReportSchema());
  for (const FormTable* table : FormTables()) {
    for (const FormRow& row : table->rows) {
      std::string pointer(row.pointer);
      json found = schema["properties"];
      for (std::size_t from = 1; from <= pointer.size();) {
        const auto end = std::min(pointer.find('/', from), pointer.size());
        const std::string step = pointer.substr(from, end - from);
        INFO(pointer << " " << step);
        REQUIRE(found.contains(step));
        CHECK(found[step]["additionalProperties"] == false);
        found = json(found[step]["properties"]);
        from = end + 1;
      }
    }
  }
}
