// Each rule between reports: what raises it, and what comes close and does not.
#include "corpus/audit.h"

#include <catch2/catch.hpp>

#include <array>
#include <map>

#include "corpus/archive_writer.h"
#include "corpus/audit_checks.h"
#include "model/unicode.h"
#include "tests/corpus/scratch.h"

namespace gongkai {
namespace {

using Cells = std::map<std::string, std::string>;  // a value of "" is a blank cell

AuditReport ReportOf(int year, const Cells& cells, const std::string& text = "") {
  AuditReport report;
  report.sha256 = std::to_string(year);
  report.path = "/r/" + report.sha256;
  report.agency = "甲县乙局";
  report.year = year;
  for (const auto& [pointer, digits] : cells) {
    AuditCell cell;
    if (!digits.empty()) cell.value = Decimal::Parse(digits);
    cell.raw = digits;
    report.cells[pointer] = cell;
  }
  if (!text.empty()) report.sections.push_back({"overview", "总体情况", text});
  return report;
}

// Rows of the statistics: label, this year's number, cumulative.
AuditReport StatisticsOf(int year, const std::vector<std::array<std::string, 3>>& rows) {
  Cells cells;
  std::vector<AuditIndicator> indicators;
  for (const auto& [label, value, cumulative] : rows) {
    const std::string at = "/statistics/" + std::to_string(indicators.size());
    cells[at + "/value"] = value;
    cells[at + "/cumulative"] = cumulative;
    indicators.push_back({label, "件"});
  }
  AuditReport report = ReportOf(year, cells);
  report.indicators = indicators;
  return report;
}

using Check = void (*)(const OrganSeries&, AuditFindings&);

struct SeriesCase {
  const char* what;
  std::vector<AuditReport> reports;
  Check check;
  // Of each finding: its severity and what its message is; empty: nothing is found.
  std::vector<std::pair<Severity, std::string>> found = {};
};

std::vector<std::pair<Severity, std::string>> Found(const SeriesCase& c) {
  AuditFindings findings;
  c.check({"甲县乙局", c.reports, {}, {}}, findings);
  std::vector<std::pair<Severity, std::string>> found;
  for (const AuditFinding& finding : findings.found) {
    found.emplace_back(finding.severity, finding.message);
    CHECK(finding.agency == "甲县乙局");
    CHECK_FALSE(finding.at.empty());
    for (const Language language : {Language::kZh, Language::kEn}) {
      const std::string message = Text(finding.message, language, finding.details);
      INFO(message);
      CHECK(message.find('{') == message.npos);
    }
  }
  return found;
}

void CheckAll(const std::vector<SeriesCase>& cases) {
  for (const SeriesCase& c : cases) {
    INFO(c.what);
    CHECK(Found(c) == c.found);
  }
}

const std::string kForward = "/applications/carried_forward/", kOver = "/applications/carried_over/";

AuditReport Doubtful(AuditReport report) {
  for (auto& [pointer, cell] : report.cells) cell.confidence = 0.5;
  return report;
}

}  // namespace

TEST_CASE("series.carry_over: applications") {
  const auto before = ReportOf(2020, {{kForward + "natural_person", "3"}, {kForward + "total", "3"}});
  const auto after = [](const std::string& person, const std::string& total, const std::string& text = "") {
    return ReportOf(2021, {{kOver + "natural_person", person}, {kOver + "total", total}}, text);
  };
  AuditReport later = after("1", "1");
  later.year = 2022;
  AuditReport filed_again = before;
  filed_again.cells[kForward + "natural_person"].value = filed_again.cells[kForward + "total"].value = Decimal(2);
  const std::string restated = "上年结转数据因统计口径调整，与上年报告不一致。";
  CheckAll({
      {"equal", {before, after("3", "3")}, CheckCarriedApplications},
      {"two columns differ, one finding", {before, after("2", "2")}, CheckCarriedApplications,
       {{Severity::kError, "series.carry_over"}}},
      {"the total alone", {before, after("3", "2")}, CheckCarriedApplications,
       {{Severity::kError, "series.carry_over"}}},
      {"a blank opposite a number", {before, after("", "")}, CheckCarriedApplications,
       {{Severity::kWarning, "series.carry_over.doubtful"}}},
      {"a blank opposite 0", {ReportOf(2020, {{kForward + "total", ""}}), after("", "0")},
       CheckCarriedApplications},
      {"read with doubt", {Doubtful(before), after("2", "2")}, CheckCarriedApplications,
       {{Severity::kWarning, "series.carry_over.doubtful"}}},
      {"explained", {before, after("2", "2", restated)}, CheckCarriedApplications,
       {{Severity::kInfo, "series.carry_over.restated"}}},
      {"words that explain nothing", {before, after("2", "2", "上年结转3件，均已办结。")},
       CheckCarriedApplications, {{Severity::kError, "series.carry_over"}}},
      {"a year between", {before, later}, CheckCarriedApplications},
      {"filed twice, and one of them fits", {before, filed_again, after("2", "2")}, CheckCarriedApplications},
      {"filed twice, and neither fits", {before, filed_again, after("5", "5")}, CheckCarriedApplications,
       {{Severity::kError, "series.carry_over"}}},
      {"no such row", {ReportOf(2020, {}), after("2", "2")}, CheckCarriedApplications},
      {"one report", {before}, CheckCarriedApplications},
  });
}

TEST_CASE("series.carry_over: cumulative numbers") {
  const auto before = StatisticsOf(2016, {{"主动公开数", "5", "100"}, {"其中：1、网站", "5", "100"}});
  const auto after = [](int year, const std::string& value, const std::string& sum,
                        const std::string& label = "主动公开数") {
    return StatisticsOf(year, {{label, value, sum}, {"1.网站", "", ""}});
  };
  CheckAll({
      {"the sum", {before, after(2017, "7", "107")}, CheckCumulative},
      {"not the sum", {before, after(2017, "7", "108")}, CheckCumulative,
       {{Severity::kError, "series.carry_over.cumulative"}}},
      {"it falls", {before, after(2017, "7", "99")}, CheckCumulative,
       {{Severity::kError, "series.carry_over.falls"}}},
      {"a year between may have added", {before, after(2018, "7", "150")}, CheckCumulative},
      {"a year between, and it falls", {before, after(2018, "7", "10")}, CheckCumulative,
       {{Severity::kError, "series.carry_over.falls"}}},
      {"blank", {before, after(2017, "7", "")}, CheckCumulative},
      {"another indicator", {before, StatisticsOf(2017, {{"会议数", "1", "2"}, {"培训数", "1", "2"}, {"人数", "1", "2"}})},
       CheckCumulative},
      {"read with doubt", {Doubtful(before), after(2017, "7", "108")}, CheckCumulative,
       {{Severity::kWarning, "series.carry_over.cumulative"}}},
      {"numbered another way",
       {before, StatisticsOf(2017, {{"主动公开数", "1", "101"}, {"其中1.网站", "1", "90"}})}, CheckCumulative,
       {{Severity::kError, "series.carry_over.falls"}}},
      {"between two rows that are the same, a row by its place",
       {StatisticsOf(2016, {{"甲数", "1", "1"}, {"受理申请总数", "1", "9"}, {"乙数", "1", "1"}}),
        StatisticsOf(2017, {{"甲数", "1", "2"}, {"受理依申请总数", "1", "5"}, {"乙数", "1", "2"}})},
       CheckCumulative, {{Severity::kError, "series.carry_over.falls"}}},
      {"but not where there are two on one side",
       {StatisticsOf(2016, {{"甲数", "1", "1"}, {"受理申请总数", "1", "9"}, {"乙数", "1", "1"}}),
        StatisticsOf(2017, {{"甲数", "1", "2"}, {"丙", "1", "5"}, {"丁", "1", "5"}, {"乙数", "1", "2"}})},
       CheckCumulative},
  });
}

TEST_CASE("series.in_force") {
  const std::string at = "/active_disclosure/normative_documents/";
  const auto report = [&](int year, const std::string& issued, const std::string& repealed,
                          const std::string& in_force) {
    return ReportOf(year, {{at + "issued", issued}, {at + "repealed", repealed}, {at + "in_force", in_force}});
  };
  CheckAll({
      {"it fits", {report(2021, "1", "0", "20"), report(2022, "3", "2", "21")}, CheckInForce},
      {"a difference is only told", {report(2021, "1", "0", "20"), report(2022, "3", "2", "25")}, CheckInForce,
       {{Severity::kInfo, "series.in_force"}}},
      {"more repealed than there were", {report(2021, "1", "0", "20"), report(2022, "3", "30", "0")}, CheckInForce,
       {{Severity::kWarning, "series.in_force.negative"}}},
      {"ten times as many", {report(2021, "1", "0", "20"), report(2022, "0", "0", "200")}, CheckInForce,
       {{Severity::kWarning, "series.in_force.jump"}}},
      {"from few to some", {report(2021, "1", "0", "2"), report(2022, "0", "0", "9")}, CheckInForce,
       {{Severity::kInfo, "series.in_force"}}},
      {"blank", {report(2021, "1", "0", ""), report(2022, "0", "0", "200")}, CheckInForce},
      {"a year between", {report(2021, "1", "0", "20"), report(2023, "0", "0", "200")}, CheckInForce},
      {"the form of 2019",
       {ReportOf(2019, {{at + "public_total", "89"}}),
        ReportOf(2020, {{at + "published", "77"}, {at + "public_total", "166"}})}, CheckInForce},
      {"another form", {ReportOf(2020, {{at + "public_total", "166"}}), report(2021, "69", "3", "665")}, CheckInForce},
  });
}

TEST_CASE("series.missing_year") {
  const auto year = [](int number) { return ReportOf(number, {}); };
  CheckAll({
      {"none", {year(2018), year(2019), year(2020)}, CheckYears},
      {"one", {year(2018), year(2020)}, CheckYears, {{Severity::kWarning, "series.missing_year"}}},
      {"two together are one finding", {year(2018), year(2021)}, CheckYears,
       {{Severity::kWarning, "series.missing_year"}}},
      {"two gaps", {year(2015), year(2017), year(2019)}, CheckYears,
       {{Severity::kWarning, "series.missing_year"}, {Severity::kWarning, "series.missing_year"}}},
      {"filed twice", {year(2018), year(2018), year(2019)}, CheckYears},
  });
  AuditFindings findings;
  CheckYears({"甲", {year(2019), year(2020)}, 2018, 2022}, findings);
  REQUIRE(findings.found.size() == 2);
  CHECK(findings.found[0].years == std::vector<int>{2018});
  CHECK(findings.found[1].years == std::vector<int>{2021, 2022});
}

TEST_CASE("series.duplicate") {
  const std::string at = "/applications/new_received/total";
  CheckAll({
      {"the same numbers", {ReportOf(2020, {{at, "3"}}), ReportOf(2020, {{at, "3"}})}, CheckDuplicates,
       {{Severity::kWarning, "series.duplicate.same"}}},
      {"a blank and a 0", {ReportOf(2020, {{at, ""}}), ReportOf(2020, {{at, "0"}})}, CheckDuplicates,
       {{Severity::kWarning, "series.duplicate.same"}}},
      {"other numbers", {ReportOf(2020, {{at, "3"}}), ReportOf(2020, {{at, "4"}})}, CheckDuplicates,
       {{Severity::kError, "series.duplicate"}}},
      {"other numbers, read with doubt", {ReportOf(2020, {{at, "3"}}), Doubtful(ReportOf(2020, {{at, "4"}}))},
       CheckDuplicates, {{Severity::kWarning, "series.duplicate"}}},
      {"other years", {ReportOf(2020, {{at, "3"}}), ReportOf(2021, {{at, "4"}})}, CheckDuplicates},
      {"three", {ReportOf(2020, {{at, "3"}}), ReportOf(2020, {{at, "3"}}), ReportOf(2020, {{at, "4"}})},
       CheckDuplicates, {{Severity::kWarning, "series.duplicate.same"}, {Severity::kError, "series.duplicate"}}},
  });
}

TEST_CASE("series.outlier") {
  const auto years = [](const std::vector<std::string>& values,
                        const std::string& at = "/active_disclosure/licences/decisions") {
    std::vector<AuditReport> reports;
    for (const std::string& value : values) {
      reports.push_back(ReportOf(2015 + static_cast<int>(reports.size()), {{at, value}}));
    }
    return reports;
  };
  const std::vector<std::pair<Severity, std::string>> one{{Severity::kWarning, "series.outlier"}};
  CheckAll({
      {"an even series", years({"300", "310", "290", "305", "320"}), CheckOutliers},
      {"a hundredfold", years({"300", "310", "29000", "305", "320"}), CheckOutliers, one},
      {"元 for 万元", years({"30.5", "31", "290000", "30.5", "32"}, "/active_disclosure/fees/amount"), CheckOutliers, one},
      {"a hundredth", years({"3000", "3100", "29", "3050", "3200"}), CheckOutliers, one},
      {"growth", years({"10", "30", "90", "270", "810"}), CheckOutliers},
      {"eightfold, as seen in a real series", years({"181", "278", "250", "300", "2293"}), CheckOutliers},
      {"two together are a change", years({"300", "310", "290", "29000", "31000", "305"}), CheckOutliers},
      {"few years", years({"300", "310", "29000", "305"}), CheckOutliers},
      {"small numbers", years({"0", "0", "40", "0", "1"}), CheckOutliers},
      {"what is rarely done", years({"0", "0", "900", "0", "1"}), CheckOutliers},
      {"a 0", years({"300", "310", "0", "305", "320"}), CheckOutliers},
      {"how applications ended", years({"0", "0", "90", "0", "1"}, "/applications/outcome/granted/total"), CheckOutliers},
  });
}

TEST_CASE("hierarchy.sum") {
  const std::string at = "/applications/new_received/total";
  const Region county{"甲县", "", "甲县人民政府", {}, {{"甲县乙局", {}, {}}, {"甲县丙局", 2020, {}}}};
  const Region inner{"丁镇", "甲县", "丁镇人民政府", {}, {{"丁镇某所", {}, {}}}};
  struct SumCase {
    const char* what;
    std::map<std::string, std::string> received;  // by organ, in 2021; not there: no report
    std::size_t found, gaps;
    int year = 2021;
  };
  const std::vector<SumCase> cases{
      {"it adds up", {{"甲县人民政府", "6"}, {"甲县乙局", "1"}, {"甲县丙局", "2"}, {"丁镇人民政府", "3"}}, 0, 0},
      {"it does not", {{"甲县人民政府", "7"}, {"甲县乙局", "1"}, {"甲县丙局", "2"}, {"丁镇人民政府", "3"}}, 1, 0},
      {"a blank is a 0", {{"甲县人民政府", "3"}, {"甲县乙局", "1"}, {"甲县丙局", "2"}, {"丁镇人民政府", ""}}, 0, 0},
      {"a report is not there", {{"甲县人民政府", "7"}, {"甲县乙局", "1"}, {"丁镇人民政府", "3"}}, 0, 1},
      {"an organ not yet founded", {{"甲县人民政府", "4"}, {"甲县乙局", "1"}, {"丁镇人民政府", "3"}}, 0, 0, 2019},
      {"no report of the region", {{"甲县乙局", "1"}}, 0, 0},
  };
  for (const SumCase& c : cases) {
    INFO(c.what);
    std::map<std::string, OrganSeries> series;
    for (const auto& [organ, value] : c.received) {
      series[organ] = {organ, {ReportOf(c.year, {{at, value}})}, {}, {}};
    }
    const auto find = [&](const std::string& organ) -> const OrganSeries* {
      const auto found = series.find(organ);
      return found == series.end() ? nullptr : &found->second;
    };
    AuditFindings findings;
    const std::vector<Region> regions{county, inner};
    CheckSums(county, regions, find, findings);
    CHECK(findings.found.size() == c.found);
    CHECK(findings.not_assessed.size() == c.gaps);
    for (const AuditFinding& finding : findings.found) {
      CHECK(finding.severity == Severity::kError);
      CHECK(finding.expected == Decimal(6));
      CHECK(finding.actual == Decimal(7));
      CHECK(finding.at.size() == 4);
    }
  }
}

TEST_CASE("an audit of an archive: copied text, verdicts, fingerprints, and reports that belong nowhere") {
  const testing::Scratch scratch;
  const std::string path = scratch / "a.db";
  const auto writer = ArchiveWriter::Open(path, "1");
  REQUIRE(writer.ok());
  const auto text = [](int seed) {  // four hundred characters of its own
    std::string words;
    for (int i = 0; i < 400; ++i) {
      words += EncodeUtf8(std::u32string(1, static_cast<char32_t>(0x4E00 + (i * i * 31 + i * seed * 977) % 20000)));
    }
    return words;
  };
  const auto store = [&](const std::string& sha, const std::string& agency, std::optional<int> year, int seed) {
    Record record = testing::SmallRecord(sha);
    record.agency = agency;
    record.year = year;
    record.sections = {{"overview", "一", "总体情况", text(seed), 1}};
    writer.value()->StoreReading({"/r/" + sha}, record);
  };
  store("a", "甲县乙局", 2021, 1);
  store("b", "甲县乙局", 2022, 1);
  store("c", "丙县丁局", 2022, 2);
  store("d", "", 2022, 3);
  store("e", "甲县乙局", std::nullopt, 4);
  REQUIRE(writer.value()->Save());

  auto archive = OpenArchive(path);
  REQUIRE(archive.ok());
  const auto audit = Audit(archive.value(), {});
  REQUIRE(audit.ok());
  CHECK(audit.value().organs.size() == 2);
  CHECK(audit.value().reports == 5);
  CHECK(audit.value().unplaced == 2);
  REQUIRE(audit.value().findings.size() == 1);
  const AuditFinding& copy = audit.value().findings[0];
  CHECK(copy.rule == "text.boilerplate");
  CHECK(copy.message == "text.boilerplate.year");
  CHECK(copy.years == std::vector<int>{2021, 2022});
  CHECK(copy.at[0].sha256 == "b");
  CHECK(copy.at[0].pointer == "/sections/0");
  CHECK(copy.passage.size() > 300);
  CHECK(copy.fingerprint.size() == 16);
  CHECK_FALSE(copy.verdict);

  writer.value()->StoreDecision({copy.fingerprint, "dismissed", "模板", "审核员", "2024-02-01", "", "", ""});
  REQUIRE(writer.value()->Save());
  const auto again = Audit(archive.value(), {});
  REQUIRE(again.ok());
  REQUIRE(again.value().findings.size() == 1);
  CHECK(again.value().findings[0].verdict == Verdict::kDismissed);
}

}  // namespace gongkai
