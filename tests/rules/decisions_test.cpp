// Verdicts of people: read with care, laid on findings, and missed where their finding is gone.
#include "rules/decisions.h"
#include "tests/rules/rule_case.h"

using namespace gongkai;
using namespace gongkai::testing;

namespace {

std::string File(const std::string& entries) {
  return "{\"schema\": \"gongkai.decisions/1\", \"decisions\": [" + entries + "]}";
}

std::string Entry(const std::string& fingerprint, const std::string& more) {
  return "{\"fingerprint\": \"" + fingerprint + "\", " + more + "}";
}

const std::string kDismissed =
    "\"verdict\": \"dismissed\", \"reason\": \"r\", \"by\": \"b\", \"when\": \"2024-02-01\"";

Report WithFault() {
  Report report = WholeReport();
  Set(report, kGranted + "business", "4");
  CheckReport(report);
  return report;
}

std::string PrintOf(const Report& report, const std::string& rule) {
  return Of(report, rule).at(0)->fingerprint;
}

Decisions Read(const std::string& json) {
  auto entries = ReadDecisions(json);
  REQUIRE(entries.ok());
  return Decisions(std::move(entries.value()));
}

}  // namespace

TEST_CASE("a dismissed finding is kept, marked, and does not count", "[decisions]") {
  Report report = WithFault();
  const std::string print = PrintOf(report, "applications.row_total");
  const auto before = report.findings.size();
  Decisions decisions = Read(File(Entry(print, kDismissed)));
  decisions.Apply(report);
  CHECK(report.findings.size() == before);
  const Finding& finding = *Of(report, "applications.row_total").at(0);
  REQUIRE(finding.decision.has_value());
  CHECK(finding.decision->reason == "r");
  CHECK(finding.decision->by == "b");
  CHECK_FALSE(finding.counts());
  CHECK(Of(report, "applications.outcome_total").at(0)->counts());
  CHECK(decisions.Gone().empty());
}

TEST_CASE("confirmed and open findings count", "[decisions]") {
  Report report = WithFault();
  const std::string print = PrintOf(report, "applications.row_total");
  for (const char* more : {"\"verdict\": \"open\"",
                           "\"verdict\": \"confirmed\", \"by\": \"b\", \"when\": \"2024-02-01\""}) {
    Decisions decisions = Read(File(Entry(print, more)));
    decisions.Apply(report);
    CHECK(Of(report, "applications.row_total").at(0)->counts());
  }
}

TEST_CASE("the last verdict on a finding holds", "[decisions]") {
  Report report = WithFault();
  const std::string print = PrintOf(report, "applications.row_total");
  Decisions decisions =
      Read(File(Entry(print, kDismissed) + "," + Entry(print, "\"verdict\": \"open\"")));
  decisions.Apply(report);
  CHECK(Of(report, "applications.row_total").at(0)->counts());
}

TEST_CASE("a decision without its finding is told, where its report was there", "[decisions]") {
  Report report = WithFault();
  const std::string other(16, 'a');
  const std::string own = "\"agency\": \"甲乙镇人民政府\", \"year\": 2023, " + kDismissed;
  const std::string foreign = "\"agency\": \"丙丁镇人民政府\", \"year\": 2023, " + kDismissed;
  const std::string older = "\"agency\": \"甲乙镇人民政府\", \"year\": 2022, " + kDismissed;
  for (const auto& [more, gone] : {std::pair(kDismissed, 1u), std::pair(own, 1u),
                                   std::pair(foreign, 0u), std::pair(older, 0u)}) {
    INFO(more);
    Decisions decisions = Read(File(Entry(other, more)));
    CHECK(decisions.Gone().empty());
    decisions.Apply(report);
    CHECK(decisions.Gone().size() == gone);
  }
}

TEST_CASE("the same fault of another organ or year is another finding", "[decisions]") {
  const Report one = WithFault();
  Report other = WholeReport();
  Set(other, kGranted + "business", "4");
  other.agency.value = "丙丁镇人民政府";
  CheckReport(other);
  CHECK(PrintOf(one, "applications.row_total") != PrintOf(other, "applications.row_total"));
  other.agency.value = one.agency.value;
  other.year = 2022;
  CheckReport(other);
  CHECK(PrintOf(one, "applications.row_total") != PrintOf(other, "applications.row_total"));
  other.year = one.year;
  CheckReport(other);
  CHECK(PrintOf(one, "applications.row_total") == PrintOf(other, "applications.row_total"));
}

TEST_CASE("a faulty decisions file says where and why, and nothing of it is used", "[decisions]") {
  const std::string print(16, '0');
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "byte"},
      {"[]", "/"},
      {"{\"schema\": \"gongkai.report/1\", \"decisions\": []}", "/schema"},
      {File("{}"), "/decisions/0"},
      {File(Entry("xyz", kDismissed)), "/decisions/0/fingerprint"},
      {File(Entry(print, "\"verdict\": \"perhaps\"")), "/decisions/0/verdict"},
      {File(Entry(print, "\"verdict\": \"confirmed\"")), "\"by\""},
      {File(Entry(print, "\"verdict\": \"confirmed\", \"by\": \"b\", \"when\": \"gestern\"")),
       "\"when\""},
      {File(Entry(print, "\"verdict\": \"dismissed\", \"by\": \"b\", \"when\": \"2024-02-01\"")),
       "\"reason\""},
      {File(Entry(print, kDismissed + ", \"weather\": \"fine\"")), "weather"},
  };
  for (const auto& [json, told] : cases) {
    INFO(json);
    const auto read = ReadDecisions(json);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::kBadDecisions);
    CHECK(read.error().detail.find(told) != std::string::npos);
  }
}
