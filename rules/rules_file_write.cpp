// Sums as the file that ReadRules reads.
#include "model/texts.h"
#include "model/report_names.h"
#include "normalize/report_json_out.h"
#include "rules/rule_set.h"
#include "rules/rules_file.h"

namespace gongkai {
namespace {

void WriteTerms(JsonWriter& out, std::string_view key, const std::vector<SumTerm>& terms) {
  out.Key(key);
  out.OpenArray(JsonWriter::Style::kLine);
  for (const SumTerm& term : terms) out.String((term.minus ? "-" : "") + term.cells.text);
  out.Close();
}

void WriteSum(JsonWriter& out, const SumRule& rule) {
  out.OpenObject();
  WriteTerms(out, "parts", rule.parts);
  WriteTerms(out, "wholes", rule.wholes);
  for (const auto& [relation, name] : kSumRelations) {
    if (relation != rule.relation) continue;
    out.Key("compare");
    out.String(name);
  }
  if (rule.at) {
    out.Key("at");
    out.String(rule.at->text);
  }
  if (!rule.when.empty()) {
    out.Key("when");
    out.OpenArray(JsonWriter::Style::kLine);
    for (const CellPattern& pattern : rule.when) out.String(pattern.text);
    out.Close();
  }
  if (rule.parts_may_lack) {
    out.Key("parts_may_lack");
    out.Bool(true);
  }
  out.Close();
}

}  // namespace

std::string WriteRules(const std::vector<SumRule>& sums) {
  JsonWriter out;
  out.OpenObject();
  out.Key("schema");
  out.String(kRulesSchema);
  out.Key("rules");
  out.OpenArray();
  for (const SumRule& rule : sums) {
    out.OpenObject();
    out.Key("id");
    out.String(rule.id);
    out.Key("severity");
    out.String(NameOf(kSeverityNames, rule.severity).value_or(""));
    out.Key("sum");
    WriteSum(out, rule);
    out.Key("message");
    out.OpenObject();
    out.Key("zh");
    out.String(rule.message ? rule.message->zh : Text(rule.id, Language::kZh));
    out.Key("en");
    out.String(rule.message ? rule.message->en : Text(rule.id, Language::kEn));
    out.Close();
    out.Close();
  }
  out.Close();
  out.Close();
  return std::move(out).Take();
}

}  // namespace gongkai
