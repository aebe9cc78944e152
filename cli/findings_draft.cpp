#include "cli/findings.h"
#include "model/report_names.h"
#include "normalize/report_json_out.h"

namespace gongkai {
namespace {

void WriteEntry(JsonWriter& out, const Report& report, const Finding& finding, Language language) {
  const Decision decision = finding.decision.value_or(Decision{});
  const auto write = [&](std::string_view key, std::string_view text) {
    out.Key(key);
    out.String(text);
  };
  out.OpenObject();
  write("fingerprint", finding.fingerprint);
  write("agency", report.agency.value);
  if (report.year) {
    out.Key("year");
    out.Integer(*report.year);
  }
  write("rule", finding.rule);
  write("message", Text(finding.message, language, finding.details));
  write("verdict", NameOf(kVerdictNames, decision.verdict).value_or(""));
  write("reason", decision.reason);
  write("by", decision.by);
  write("when", decision.when);
  out.Close();
}

}  // namespace

std::string WriteFindingsDraft(const std::string&, const Report& report, Language language) {
  std::string entries;
  for (const Finding& finding : report.findings) {
    JsonWriter out;
    WriteEntry(out, report, finding, language);
    std::string entry = std::move(out).Take();
    while (entry.ends_with('\n')) entry.pop_back();
    entries += (entries.empty() ? "" : ",\n") + entry;
  }
  return entries;
}

}  // namespace gongkai
