#include "cli/audit_format.h"

#include <algorithm>

#include "cli/findings.h"
#include "cli/messages.h"
#include "model/report_names.h"
#include "normalize/report_json_out.h"

namespace gongkai {
namespace {

using Style = JsonWriter::Style;

bool Counts(const AuditFinding& finding) { return finding.verdict != Verdict::kDismissed; }

std::string YearsText(const AuditFinding& finding) {
  std::string years;
  for (const int year : finding.years) years += (years.empty() ? "" : ",") + std::to_string(year);
  return years;
}

std::string FindingLine(const AuditFinding& finding, Language language) {
  const AuditPlace* first = finding.at.empty() ? nullptr : &finding.at.front();
  std::string place = first == nullptr ? "" : first->path;
  if (first != nullptr && first->cell && first->cell->page > 0) {
    place += " " + Text("check.page", language, {{"page", std::to_string(first->cell->page)}});
  }
  if (first != nullptr && !first->pointer.empty()) place += " " + first->pointer;
  const std::string verdict = Counts(finding) ? "" : Text("audit.dismissed", language);
  return OneLine(Text("audit.line", language,
                      {{"agency", finding.agency},
                       {"years", YearsText(finding)},
                       {"severity", SeverityName(finding.severity, language)},
                       {"rule", finding.rule},
                       {"message", Text(finding.message, language, finding.details) + verdict},
                       {"place", place}})) +
         "\n";
}

std::string CountOf(const AuditResult& audit, Severity severity) {
  return std::to_string(std::count_if(
      audit.findings.begin(), audit.findings.end(), [&](const AuditFinding& finding) {
        return finding.severity == severity && Counts(finding);
      }));
}

void WriteText(JsonWriter& out, std::string_view key, std::string_view text) {
  out.Key(key);
  out.String(text);
}

void WriteNumber(JsonWriter& out, std::string_view key, const std::optional<Decimal>& number) {
  if (!number) return;
  out.Key(key);
  out.Number(*number);
}

void WritePlace(JsonWriter& out, const AuditPlace& place) {
  out.OpenObject(Style::kLine);
  WriteText(out, "sha256", place.sha256);
  WriteText(out, "path", place.path);
  WriteText(out, "agency", place.agency);
  out.Key("year");
  out.Integer(place.year);
  if (!place.pointer.empty()) WriteText(out, "pointer", place.pointer);
  if (!place.label.empty()) WriteText(out, "label", place.label);
  if (place.cell) {
    out.Key("value");
    place.cell->value ? out.Number(*place.cell->value) : out.Null();
    WriteText(out, "raw", place.cell->raw);
    if (place.cell->page > 0) {
      out.Key("page");
      out.Integer(place.cell->page);
    }
    if (place.cell->box) {
      out.Key("box");
      WriteBox(out, *place.cell->box);
    }
  }
  out.Close();
}

void WriteFinding(JsonWriter& out, const AuditFinding& finding, Language language) {
  out.OpenObject();
  WriteText(out, "rule", finding.rule);
  WriteText(out, "severity", NameOf(kSeverityNames, finding.severity).value_or(""));
  WriteText(out, "agency", finding.agency);
  out.Key("years");
  out.OpenArray(Style::kLine);
  for (const int year : finding.years) out.Integer(year);
  out.Close();
  WriteText(out, "message", Text(finding.message, language, finding.details));
  out.Key("at");
  out.OpenArray();
  for (const AuditPlace& place : finding.at) WritePlace(out, place);
  out.Close();
  WriteNumber(out, "expected", finding.expected);
  WriteNumber(out, "actual", finding.actual);
  if (!finding.passage.empty()) WriteText(out, "passage", finding.passage);
  WriteText(out, "fingerprint", finding.fingerprint);
  if (finding.verdict) {
    WriteText(out, "verdict", NameOf(kVerdictNames, *finding.verdict).value_or(""));
  }
  out.Close();
}

void WriteGap(JsonWriter& out, const AuditGap& gap, Language language) {
  out.OpenObject(Style::kLine);
  WriteText(out, "rule", gap.rule);
  WriteText(out, "agency", gap.agency);
  out.Key("year");
  out.Integer(gap.year);
  WriteText(out, "message", Text(gap.reason, language, gap.details));
  out.Close();
}

}  // namespace

std::string AuditSummary(const AuditResult& audit, Language language) {
  return Text("audit.summary", language,
              {{"organs", std::to_string(audit.organs.size())},
               {"reports", std::to_string(audit.reports)},
               {"errors", CountOf(audit, Severity::kError)},
               {"warnings", CountOf(audit, Severity::kWarning)},
               {"infos", CountOf(audit, Severity::kInfo)},
               {"gaps", std::to_string(audit.not_assessed.size())},
               {"unplaced", std::to_string(audit.unplaced)}}) +
         "\n";
}

std::string AuditText(const AuditResult& audit, Language language) {
  std::string text;
  for (const AuditFinding& finding : audit.findings) text += FindingLine(finding, language);
  return text + AuditSummary(audit, language);
}

std::string AuditJson(const AuditResult& audit, Language language) {
  JsonWriter out;
  out.OpenObject();
  WriteText(out, "schema", "gongkai.audit/1");
  const auto count = [&](std::string_view key, std::size_t number) {
    out.Key(key);
    out.Integer(static_cast<std::int64_t>(number));
  };
  count("organs", audit.organs.size());
  count("reports", audit.reports);
  count("unplaced", audit.unplaced);
  out.Key("findings");
  out.OpenArray();
  for (const AuditFinding& finding : audit.findings) WriteFinding(out, finding, language);
  out.Close();
  out.Key("not_assessed");
  out.OpenArray();
  for (const AuditGap& gap : audit.not_assessed) WriteGap(out, gap, language);
  out.Close();
  out.Close();
  return std::move(out).Take();
}

bool HasErrors(const AuditResult& audit) {
  return std::any_of(audit.findings.begin(), audit.findings.end(), [](const AuditFinding& finding) {
    return finding.severity == Severity::kError && Counts(finding);
  });
}

}  // namespace gongkai
