#include "cli/findings.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/messages.h"
#include "model/unicode.h"
#include "normalize/report_json.h"

namespace gongkai {
namespace {

struct SeverityText {
  Severity severity;
  std::string_view id;
};
constexpr auto kSeverityTexts = std::to_array<SeverityText>({
    {Severity::kError, "check.error"},
    {Severity::kWarning, "check.warning"},
    {Severity::kInfo, "check.info"},
});

// What a person calls the part of a report that a pointer leads into.
struct PartText {
  std::string_view pointer, id;
};
constexpr auto kPartTexts = std::to_array<PartText>({
    {"/active_disclosure", "check.table_2"},
    {"/applications", "check.table_3"},
    {"/review_litigation", "check.table_4"},
});

bool LeadsInto(std::string_view pointer, std::string_view part) {
  if (!pointer.starts_with(part)) return false;
  pointer.remove_prefix(part.size());
  return pointer.empty() || pointer.starts_with('/');
}

// The characters that stand at a pointer, in quotes; nothing where there are none.
std::string QuoteAt(const Report& report, const std::string& pointer) {
  const auto value = std::find_if(report.values.begin(), report.values.end(),
                                  [&](const TableValue& v) { return v.pointer == pointer; });
  if (value == report.values.end() || value->reading.raw.empty()) return "";
  return "“" + value->reading.raw + "” ";
}

// "第 3 页 表三 “21” /applications/…": as much of it as is known.
std::string PlaceText(const Report& report, const std::string& pointer, Language language) {
  std::string text;
  if (const int page = PageOf(report, pointer); page > 0) {
    text += Text("check.page", language, {{"page", std::to_string(page)}}) + " ";
  }
  const auto part = std::find_if(kPartTexts.begin(), kPartTexts.end(), [&](const PartText& row) {
    return LeadsInto(pointer, row.pointer);
  });
  if (part != kPartTexts.end()) text += Text(part->id, language) + " ";
  return text + QuoteAt(report, pointer) + pointer;
}

std::string Line(const std::string& file, const std::string& severity, const std::string& rule,
                 const std::string& message, const std::string& place) {
  const std::string behind = place.empty() ? "" : " (" + place + ")";
  return OneLine(file + ": " + severity + ": " + rule + ": " + message + behind) + "\n";
}

// What a person said of the finding: "［已驳回：…，审核员 2024-02-01］".
std::string DecisionText(const Finding& finding, Language language) {
  if (!finding.decision || finding.decision->verdict == Verdict::kOpen) return "";
  const Decision& decision = *finding.decision;
  const bool dismissed = decision.verdict == Verdict::kDismissed;
  const std::string reason =
      decision.reason.empty() ? "" : Text("check.reason", language, {{"reason", decision.reason}});
  return Text(dismissed ? "check.dismissed" : "check.confirmed", language,
              {{"reason", reason}, {"by", decision.by}, {"when", decision.when}});
}

std::string FindingLine(const std::string& file, const Report& report, const Finding& finding,
                        Language language) {
  std::string place =
      finding.at.empty() ? "" : PlaceText(report, finding.at.front(), language);
  if (finding.at.size() > 1) {
    const std::string more = std::to_string(finding.at.size() - 1);
    place += Text("check.more_places", language, {{"count", more}});
  }
  return Line(file, SeverityName(finding.severity, language), finding.rule,
              Text(finding.message, language, finding.details) + DecisionText(finding, language),
              place);
}

auto CountOf(const Report& report, Severity severity) {
  return std::count_if(
      report.findings.begin(), report.findings.end(),
      [&](const Finding& finding) { return finding.severity == severity && finding.counts(); });
}

// How many findings were dismissed; nothing where there are none.
std::string DismissedText(const Report& report, Language language) {
  const auto dismissed = std::count_if(report.findings.begin(), report.findings.end(),
                                       [](const Finding& finding) { return !finding.counts(); });
  if (dismissed == 0) return "";
  return Text("check.summary.dismissed", language, {{"count", std::to_string(dismissed)}});
}

// What could not be assessed by one rule for one reason is one line: a habit of leaving totals blank
// would be twenty.
struct NotAssessedGroup {
  const NotAssessed* first = nullptr;
  std::size_t count = 0;
};

std::vector<NotAssessedGroup> GroupNotAssessed(const Report& report) {
  std::vector<NotAssessedGroup> groups;
  for (const NotAssessed& entry : report.not_assessed) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return group.first->rule == entry.rule && group.first->reason == entry.reason;
    });
    if (same == groups.end()) {
      groups.push_back({&entry, 1});
    } else {
      ++same->count;
    }
  }
  return groups;
}

std::string NotAssessedLine(const std::string& file, const Report& report,
                            const NotAssessedGroup& group, Language language) {
  const NotAssessed& entry = *group.first;
  std::string place = entry.at.empty() ? "" : PlaceText(report, entry.at, language);
  if (group.count > 1) {
    place += Text("check.more_places", language, {{"count", std::to_string(group.count - 1)}});
  }
  return Line(file, Text("check.not_assessed", language), entry.rule,
              Text(entry.reason, language, entry.details), place);
}

}  // namespace

int PageOf(const Report& report, std::string_view pointer) {
  for (const TableValue& value : report.values) {
    if (LeadsInto(value.pointer, pointer)) return value.reading.place.page;
  }
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    if (LeadsInto(pointer, "/sections/" + std::to_string(i))) return report.sections[i].place.page;
  }
  if (pointer == "/title") return report.title.place.page;
  if (pointer == "/agency") return report.agency.place.page;
  if (pointer == "/year") return report.year_evidence.place.page;
  return 0;
}

std::string SeverityName(Severity severity, Language language) {
  const auto row = std::find_if(kSeverityTexts.begin(), kSeverityTexts.end(),
                                [&](const SeverityText& text) { return text.severity == severity; });
  return Text(row->id, language);
}

bool HasErrors(const Report& report) { return CountOf(report, Severity::kError) > 0; }

std::string WriteFindingsText(const std::string& file, const Report& report, Language language) {
  std::string text;
  for (const Finding& finding : report.findings) {
    text += FindingLine(file, report, finding, language);
  }
  for (const NotAssessedGroup& group : GroupNotAssessed(report)) {
    text += NotAssessedLine(file, report, group, language);
  }
  return text;
}

std::string WriteFindingsJson(const std::string& file, const Report& report, Language language) {
  // The codec writes every part of a report in one way; its two lists are taken over from there.
  const auto whole = nlohmann::ordered_json::parse(WriteReportJson(report, language));
  const auto list = [&](const char* key) {
    return whole.value(key, nlohmann::ordered_json::array());
  };
  const nlohmann::ordered_json checked = {{"file", EncodeUtf8(DecodeUtf8(file))},
                                          {"findings", list("findings")},
                                          {"not_assessed", list("not_assessed")}};
  return checked.dump(2);
}

std::string FindingsSummary(const std::string& file, const Report& report, Language language) {
  const auto count = [&](Severity severity) { return std::to_string(CountOf(report, severity)); };
  return Text("check.summary", language,
              {{"file", file},
               {"errors", count(Severity::kError)},
               {"warnings", count(Severity::kWarning)},
               {"infos", count(Severity::kInfo)},
               {"not_assessed", std::to_string(report.not_assessed.size())},
               {"dismissed", DismissedText(report, language)}});
}

}  // namespace gongkai
