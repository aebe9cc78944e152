#include "cli/sarif.h"

#include <algorithm>
#include <array>

#include "cli/findings.h"
#include "normalize/report_json_out.h"
#include "rules/catalogue.h"

namespace gongkai {
namespace {

using Style = JsonWriter::Style;

struct SarifLevel {
  Severity severity;
  std::string_view level;
};
constexpr auto kLevels = std::to_array<SarifLevel>({
    {Severity::kError, "error"},
    {Severity::kWarning, "warning"},
    {Severity::kInfo, "note"},
});

std::string_view LevelOf(Severity severity) {
  return std::find_if(kLevels.begin(), kLevels.end(),
                      [&](const SarifLevel& row) { return row.severity == severity; })
      ->level;
}

// RFC 3986: all bytes but the unreserved ones and the slash are escaped.
std::string UriOf(std::string_view path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != kPlain.npos) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return uri;
}

void WriteText(JsonWriter& out, std::string_view key, std::string_view text) {
  out.Key(key);
  out.String(text);
}

void WriteMessage(JsonWriter& out, std::string_view key, std::string_view text) {
  out.Key(key);
  out.OpenObject(Style::kLine);
  WriteText(out, "text", text);
  out.Close();
}

std::string RuleJson(const RuleInfo& rule, Language language) {
  const std::string base = "rule." + std::string(rule.id);
  JsonWriter out;
  out.OpenObject(Style::kLine);
  WriteText(out, "id", rule.id);
  WriteMessage(out, "shortDescription", Text(base + ".what", language));
  WriteMessage(out, "fullDescription", Text(base + ".basis", language));
  WriteMessage(out, "help", Text(base + ".mend", language));
  out.Key("defaultConfiguration");
  out.OpenObject(Style::kLine);
  WriteText(out, "level", LevelOf(rule.severity));
  out.Close();
  out.Close();
  return std::move(out).Take();
}

const Reading* ReadingAt(const Report& report, std::string_view pointer) {
  const auto it = std::find_if(report.values.begin(), report.values.end(),
                               [&](const TableValue& value) { return value.pointer == pointer; });
  return it == report.values.end() ? nullptr : &it->reading;
}

// What SARIF has no words for: the page and the box of the first place, the characters there, the
// numbers of a sum, who is to blame.
void WriteProperties(JsonWriter& out, const Report& report, const Finding& finding,
                     Language language) {
  out.Key("properties");
  out.OpenObject(Style::kLine);
  if (!finding.at.empty()) {
    if (const int page = PageOf(report, finding.at.front()); page > 0) {
      out.Key("page");
      out.Integer(page);
    }
    if (const Reading* reading = ReadingAt(report, finding.at.front())) {
      WriteText(out, "raw", reading->raw);
      if (reading->place.box) {
        out.Key("box");
        WriteBox(out, *reading->place.box);
      }
    }
  }
  for (const auto& [key, number] :
       {std::pair("expected", finding.expected), std::pair("actual", finding.actual)}) {
    if (!number) continue;
    out.Key(key);
    out.Number(*number);
  }
  WriteText(out, "cause", finding.cause == FindingCause::kReading ? "reading" : "document");
  WriteText(out, "because", Text(finding.because, language, finding.details));
  out.Close();
}

void WriteLocation(JsonWriter& out, const std::string& uri, const Finding& finding) {
  out.Key("locations");
  out.OpenArray(Style::kLine);
  out.OpenObject(Style::kLine);
  out.Key("physicalLocation");
  out.OpenObject(Style::kLine);
  out.Key("artifactLocation");
  out.OpenObject(Style::kLine);
  WriteText(out, "uri", uri);
  out.Close();
  out.Close();
  if (!finding.at.empty()) {
    out.Key("logicalLocations");
    out.OpenArray(Style::kLine);
    for (const std::string& at : finding.at) {
      out.OpenObject(Style::kLine);
      WriteText(out, "fullyQualifiedName", at);
      WriteText(out, "kind", "value");
      out.Close();
    }
    out.Close();
  }
  out.Close();
  out.Close();
}

void WriteSuppression(JsonWriter& out, const Decision& decision) {
  out.Key("suppressions");
  out.OpenArray(Style::kLine);
  out.OpenObject(Style::kLine);
  WriteText(out, "kind", "external");
  WriteText(out, "status", "accepted");
  WriteText(out, "justification", decision.reason + " (" + decision.by + ", " + decision.when + ")");
  out.Close();
  out.Close();
}

std::string ResultJson(const std::string& uri, const Report& report, const Finding& finding,
                       Language language) {
  JsonWriter out;
  out.OpenObject(Style::kLine);
  WriteText(out, "ruleId", finding.rule);
  WriteText(out, "level", LevelOf(finding.severity));
  WriteMessage(out, "message", Text(finding.message, language, finding.details));
  WriteLocation(out, uri, finding);
  out.Key("partialFingerprints");
  out.OpenObject(Style::kLine);
  WriteText(out, "gongkai/1", finding.fingerprint);
  out.Close();
  if (!finding.counts()) WriteSuppression(out, *finding.decision);
  WriteProperties(out, report, finding, language);
  out.Close();
  return std::move(out).Take();
}

std::string WithoutEnd(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

std::string OpenSarif(Language language) {
  std::string rules;
  for (const RuleInfo& rule : RuleCatalogue()) {
    rules += (rules.empty() ? "        " : ",\n        ") + WithoutEnd(RuleJson(rule, language));
  }
  const std::string tongue = language == Language::kZh ? "zh-CN" : "en";
  return "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
         "  \"version\": \"2.1.0\",\n  \"runs\": [{\n    \"tool\": {\"driver\": {\n"
         "      \"name\": \"gongkai\", \"version\": \"" GONGKAI_VERSION "\", \"language\": \"" +
         tongue + "\",\n      \"rules\": [\n" + rules + "\n      ]}},\n    \"results\": [\n";
}

std::string WriteFindingsSarif(const std::string& file, const Report& report, Language language) {
  const std::string uri = file == "-" ? "stdin" : UriOf(file);
  std::string results;
  for (const Finding& finding : report.findings) {
    results += (results.empty() ? "" : ",\n") +
               WithoutEnd(ResultJson(uri, report, finding, language));
  }
  return results;
}

}  // namespace gongkai
