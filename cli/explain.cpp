// gongkai explain: what a rule checks, on what it rests, how a report is mended.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "rules/catalogue.h"

namespace gongkai {
namespace {

struct ExplainArguments {
  std::vector<std::string> rules;
  std::string format = "text";
};

std::string RuleText(std::string_view id, const RuleInfo& rule, Language language) {
  const std::string base = "rule." + std::string(rule.id);
  return Text(id, language,
              {{"rule", std::string(rule.id)},
               {"severity", SeverityName(rule.severity, language)},
               {"what", Text(base + ".what", language)},
               {"basis", Text(base + ".basis", language)},
               {"mend", Text(base + ".mend", language)}});
}

// docs/rules.md: both languages of every rule.
std::string RulesPage() {
  std::string page =
      "# 核对规则 · Rules\n\n"
      "由 `gongkai explain --format markdown` 生成 · made by `gongkai explain --format markdown`\n";
  for (const RuleInfo& rule : RuleCatalogue()) {
    page += "\n## " + std::string(rule.id) + "\n";
    for (const Language language : {Language::kZh, Language::kEn}) {
      page += "\n" + RuleText("explain.markdown", rule, language) + "\n";
    }
  }
  return page;
}

std::string AllLines(Language language) {
  std::string lines;
  for (const RuleInfo& rule : RuleCatalogue()) {
    lines += RuleText("explain.line", rule, language) + "\n";
  }
  return lines;
}

int RunExplain(const ExplainArguments& arguments, Language language) {
  if (arguments.format == "markdown") return WriteOrComplain("-", RulesPage(), language);
  if (arguments.rules.empty()) return WriteOrComplain("-", AllLines(language), language);
  std::string text;
  for (const std::string& id : arguments.rules) {
    const RuleInfo* rule = FindRule(id);
    if (rule == nullptr) {
      Complain(Text("explain.unknown", language, {{"rule", id}}));
      return kWrongUsage;
    }
    text += RuleText("explain.text", *rule, language) + "\n";
  }
  return WriteOrComplain("-", text, language);
}

}  // namespace

Declared DeclareExplain(Language language) {
  const auto own = std::make_shared<ExplainArguments>();
  std::vector<Argument> rows = {
      {"RULE", "help.explain.rule", "...", &own->rules},
      {"--format", "help.explain.format", "text|markdown", &own->format, false,
       {"text", "markdown"}},
  };
  return {std::move(rows), [own, language] { return RunExplain(*own, language); }};
}

}  // namespace gongkai
