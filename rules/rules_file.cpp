// A rules file. It is untrusted: its size and the number and length of all that is in it are
// bounded, every value is checked, and the first fault ends the reading with its line and column.
#include <algorithm>
#include <array>
#include <set>

#include <re2/re2.h>

#include "model/unicode.h"
#include "normalize/report_json_node.h"
#include "rules/catalogue.h"
#include "rules/form_cells.h"
#include "rules/rule_names.h"
#include "rules/rule_set.h"
#include "rules/rules_file.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxFile = 1'000'000;  // bytes
constexpr std::size_t kMaxRules = 200, kMaxSeverities = 1000;
constexpr std::size_t kMaxTerms = 50;      // of one side of a sum; table 3 has 27 rows
constexpr std::size_t kMaxMessage = 1000;  // bytes
constexpr std::size_t kMaxId = 100;
constexpr std::size_t kMaxPattern = 1000;  // bytes of a text pattern
// RE2's memory for one pattern, and its steps: enough for a list of two hundred names.
constexpr std::int64_t kPatternMemory = 1 << 20;
constexpr int kMaxProgram = 5000;

using Names = std::vector<std::string>;

const Names& SectionKeys() {
  static const Names kKeys{"title",        "preamble",          "overview",
                           "applications", "active_disclosure", "review_litigation",
                           "problems",     "other_matters",     "fees",
                           "statistics",   "unknown"};
  return kKeys;
}

// A short text in both languages; the English one may be left out.
Wording ReadMessage(const Node& node, const Names& details) {
  node.Object({"zh", "en"});
  Wording message;
  message.zh = node.Get("zh").String();
  message.en = node.Has("en") ? node.Get("en").String() : message.zh;
  for (const auto& [text, key] : {std::pair(&message.zh, "zh"), std::pair(&message.en, "en")}) {
    const Node place = node.Has(key) ? node.Get(key) : node;
    if (text->empty()) place.RefuseAs("errors.rules.message_empty");
    if (text->size() > kMaxMessage) place.RefuseAs("errors.rules.long");
    static const re2::RE2 kDetail("\\{([a-z_]+)\\}");
    re2::StringPiece rest(*text);
    std::string name;
    while (re2::RE2::FindAndConsume(&rest, kDetail, &name)) {
      if (std::find(details.begin(), details.end(), name) == details.end()) {
        place.RefuseAs("errors.rules.unknown_detail", NearestName(name, details));
      }
    }
  }
  return message;
}

// An array of so many; any other is refused.
bool HasItems(const Node& node, std::size_t least, std::size_t most) {
  if (!node.Array()) return false;
  if (node.size() < least) node.RefuseAs("errors.rules.least");
  if (node.size() > most) {
    node.RefuseAs("errors.rules.most", {{"count", std::to_string(most)}});
  }
  return node.size() >= least && node.size() <= most;
}

CellPattern ReadPattern(const Node& node, std::string_view text) {
  auto pattern = ParseCellPattern(text);
  if (pattern.ok()) return std::move(pattern.value());
  node.RefuseAs(pattern.error().detail);
  return {};
}

CellPattern ReadPattern(const Node& node) { return ReadPattern(node, node.String()); }

// The names of the tables, for a pattern that begins with none.
Names TableNames() {
  Names names{std::string(kStatistics)};
  for (const FormTable* table : FormTables()) names.emplace_back(table->key);
  return names;
}

bool IsStatistics(const CellPattern& pattern) {
  if (pattern.steps.empty() || pattern.steps.front().text != kStatistics) return false;
  if (pattern.steps.size() != 3) return false;
  const PatternStep& field = pattern.steps.back();
  return field.kind != PatternStep::Kind::kLiteral || field.text == "value" ||
         field.text == "cumulative";
}

// Whether a form has a cell that fits; `front`: at the pattern or below it.
bool FitsAForm(const CellPattern& pattern, bool front) {
  const auto cells = FormCells(pattern.steps.front().text);
  return std::any_of(cells.begin(), cells.end(), [&](const SumCell& cell) {
    Bindings bindings;
    return front ? MatchFront(pattern, cell.steps) : Match(pattern, cell.steps, bindings);
  });
}

void RequireCell(const Node& node, const CellPattern& pattern, bool front) {
  if (pattern.steps.empty()) return;
  const Names tables = TableNames();
  const PatternStep& table = pattern.steps.front();
  if (table.kind != PatternStep::Kind::kLiteral) {
    return node.RefuseAs("errors.rules.first_step");
  }
  if (std::find(tables.begin(), tables.end(), table.text) == tables.end()) {
    return node.RefuseAs("errors.rules.unknown_table", NearestName(table.text, tables));
  }
  if (table.text == kStatistics) {
    const bool fits = IsStatistics(pattern) || (front && pattern.steps.size() == 1);
    if (!fits) node.RefuseAs("errors.rules.statistics");
    return;
  }
  if (node.IsFaulty() || FitsAForm(pattern, front)) return;
  Names cells;
  for (const SumCell& cell : FormCells(table.text)) cells.push_back(cell.pointer);
  node.RefuseAs("errors.rules.no_cell", NearestName(pattern.text, cells));
}

void RequireNames(const Node& node, const CellPattern& pattern, const Names& known) {
  for (const std::string& name : NamesOf(pattern)) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      node.RefuseAs("errors.rules.unbound", {{"name", name}});
    }
  }
}

std::vector<SumTerm> ReadTerms(const Node& node) {
  if (!HasItems(node, 1, kMaxTerms)) return {};
  return ReadList<SumTerm>(node, [](const Node& item) {
    const std::string text = item.String();
    const bool minus = text.starts_with('-');
    SumTerm term{ReadPattern(item, std::string_view(text).substr(minus ? 1 : 0)), minus};
    RequireCell(item, term.cells, false);
    return term;
  });
}

// A pattern without wildcards, whose names the first whole has.
CellPattern ReadPlacePattern(const Node& node, const Names& names, bool front) {
  CellPattern pattern = ReadPattern(node);
  if (HasWildcard(pattern)) node.RefuseAs("errors.rules.no_wildcard");
  RequireCell(node, pattern, front);
  RequireNames(node, pattern, names);
  return pattern;
}

SumRelation ReadRelation(const Node& node) {
  const std::string text = node.String();
  for (const auto& [relation, name] : kSumRelations) {
    if (text == name) return relation;
  }
  node.RefuseAs("errors.rules.compare");
  return SumRelation::kEqual;
}

Wording DefaultMessage(SumRelation relation) {
  const std::string id = relation == SumRelation::kEqual     ? "own.sum.equal"
                         : relation == SumRelation::kAtLeast ? "own.sum.at_least"
                                                             : "own.sum.at_most";
  return {Text(id, Language::kZh), Text(id, Language::kEn)};
}

SumRule ReadSum(const Node& node) {
  node.Object({"parts", "wholes", "compare", "at", "when", "parts_may_lack"});
  SumRule rule;
  rule.parts = ReadTerms(node.Get("parts"));
  rule.wholes = ReadTerms(node.Get("wholes"));
  const Names names = rule.wholes.empty() ? Names() : NamesOf(rule.wholes.front().cells);
  for (const auto& [key, side] :
       {std::pair("parts", &rule.parts), std::pair("wholes", &rule.wholes)}) {
    for (std::size_t i = 0; i < side->size(); ++i) {
      RequireNames(node.Get(key).Item(i), (*side)[i].cells, names);
    }
  }
  if (node.Has("compare")) rule.relation = ReadRelation(node.Get("compare"));
  if (node.Has("at")) rule.at = ReadPlacePattern(node.Get("at"), names, false);
  if (node.Has("when") && HasItems(node.Get("when"), 1, kMaxTerms)) {
    rule.when = ReadList<CellPattern>(node.Get("when"), [&](const Node& item) {
      return ReadPlacePattern(item, names, true);
    });
  }
  if (node.Has("parts_may_lack")) rule.parts_may_lack = node.Get("parts_may_lack").Bool();
  return rule;
}

std::shared_ptr<const re2::RE2> ReadTextPattern(const Node& node) {
  const std::string text = node.String();
  if (text.size() > kMaxPattern) node.RefuseAs("errors.rules.long");
  const std::u32string written = DecodeUtf8(text), folded = DecodeUtf8(Fold(text));
  const auto [as_written, as_folded] =
      std::mismatch(written.begin(), written.end(), folded.begin(), folded.end());
  if (as_written != written.end()) {
    node.RefuseAs("errors.rules.folded",
                  {{"folded", EncodeUtf8(std::u32string_view(&*as_folded, 1))},
                   {"written", EncodeUtf8(std::u32string_view(&*as_written, 1))}});
    return nullptr;
  }
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kPatternMemory);
  auto pattern = std::make_shared<const re2::RE2>(text, options);
  if (!pattern->ok()) {
    node.RefuseAs("errors.rules.pattern", {{"reason", pattern->error()}});
  } else if (pattern->ProgramSize() > kMaxProgram) {
    node.RefuseAs("errors.rules.pattern_large");
  } else if (re2::RE2::FullMatch("", *pattern)) {
    node.RefuseAs("errors.rules.pattern_empty");
  }
  return pattern;
}

TextRule ReadTextRule(const Node& node) {
  node.Object({"must", "must_not", "sections"});
  TextRule rule;
  rule.must = node.Has("must");
  if (rule.must && node.Has("must_not")) node.RefuseAs("errors.rules.must_both");
  rule.pattern = ReadTextPattern(node.Get(rule.must ? "must" : "must_not"));
  if (!node.Has("sections")) return rule;
  const Node sections = node.Get("sections");
  const Names& known = SectionKeys();
  if (!HasItems(sections, 1, known.size())) return rule;
  rule.sections = sections.Strings();
  for (std::size_t i = 0; i < rule.sections.size(); ++i) {
    if (std::find(known.begin(), known.end(), rule.sections[i]) == known.end()) {
      sections.Item(i).RefuseAs("errors.rules.unknown_section",
                                NearestName(rule.sections[i], known));
    }
  }
  return rule;
}

Severity ReadSeverity(const Node& node) {
  const auto severity = ParseName(kSeverityNames, node.String());
  if (!severity) node.RefuseAs("errors.rules.severity");
  return severity.value_or(Severity::kError);
}

bool IsBuiltInSum(std::string_view id) {
  const auto& sums = BuiltInSums();
  return std::any_of(sums.begin(), sums.end(), [&](const SumRule& sum) { return sum.id == id; });
}

std::string ReadId(const Node& node, bool is_sum) {
  static const re2::RE2 kId("[a-z0-9_]+(\\.[a-z0-9_]+){1,3}");
  std::string id = node.String();
  if (!re2::RE2::FullMatch(id, kId) || id.size() > kMaxId) {
    node.RefuseAs("errors.rules.id");
  } else if (FindRule(id) != nullptr && !(is_sum && IsBuiltInSum(id))) {
    node.RefuseAs("errors.rules.built_in", {{"name", id}});
  }
  return id;
}

// A sum with the id of a built-in one stands in its place.
void AddSum(SumRule rule, RuleSet& rules) {
  const auto old = std::find_if(rules.sums.begin(), rules.sums.end(),
                                [&](const SumRule& sum) { return sum.id == rule.id; });
  if (old == rules.sums.end()) {
    rules.sums.push_back(std::move(rule));
  } else {
    *old = std::move(rule);
  }
}

void ReadRule(const Node& node, std::set<std::string>& ids, RuleSet& rules) {
  node.Object({"id", "severity", "message", "sum", "text"});
  const bool is_sum = node.Has("sum");
  const std::string id = ReadId(node.Get("id"), is_sum);
  if (!ids.insert(id).second) node.Get("id").RefuseAs("errors.rules.twice", {{"name", id}});
  if (is_sum == node.Has("text")) return node.RefuseAs("errors.rules.kind");
  if (is_sum) {
    SumRule rule = ReadSum(node.Get("sum"));
    rule.id = id;
    if (node.Has("severity")) rule.severity = ReadSeverity(node.Get("severity"));
    rule.message = node.Has("message")
                       ? ReadMessage(node.Get("message"),
                                     {"row", "column", "place", "sum", "expected", "actual"})
                       : DefaultMessage(rule.relation);
    return AddSum(std::move(rule), rules);
  }
  TextRule rule = ReadTextRule(node.Get("text"));
  rule.id = id;
  if (node.Has("severity")) rule.severity = ReadSeverity(node.Get("severity"));
  rule.message = ReadMessage(node.Get("message"), rule.must
                                                      ? Names{"section"}
                                                      : Names{"quote", "count", "section"});
  rules.texts.push_back(std::move(rule));
}

Names AllIds(const RuleSet& rules) {
  Names ids;
  for (const RuleInfo& rule : RuleCatalogue()) ids.emplace_back(rule.id);
  for (const SumRule& rule : rules.sums) {
    if (FindRule(rule.id) == nullptr) ids.push_back(rule.id);
  }
  for (const TextRule& rule : rules.texts) ids.push_back(rule.id);
  return ids;
}

// "cell" and "cell.low_confidence" of what is below them: the families that ids belong to.
Names FamiliesOf(const Names& ids) {
  std::set<std::string> families;
  for (const std::string& id : ids) {
    for (auto dot = id.find('.'); dot != id.npos; dot = id.find('.', dot + 1)) {
      families.insert(id.substr(0, dot) + ".*");
    }
  }
  return {families.begin(), families.end()};
}

// The narrower a name, the later it is heard: "cell.*" before "cell.blank".
void ReadSeverities(const Node& node, RuleSet& rules) {
  if (!node.Is(JsonKind::kObject)) return;
  if (node.size() > kMaxSeverities) {
    return node.RefuseAs("errors.rules.most", {{"count", std::to_string(kMaxSeverities)}});
  }
  const Names ids = AllIds(rules), families = FamiliesOf(ids);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < node.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const bool whole_a = !node.KeyOf(a).ends_with('*'), whole_b = !node.KeyOf(b).ends_with('*');
    if (whole_a != whole_b) return whole_b;
    return node.KeyOf(a).size() < node.KeyOf(b).size();
  });
  for (const std::size_t i : order) {
    const Node member = node.Member(i);
    const std::string& key = node.KeyOf(i);
    const bool family = key.ends_with('*');
    const Names& known = family ? families : ids;
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      return member.RefuseAs(family ? "errors.rules.unknown_family" : "errors.rules.unknown_rule",
                             NearestName(key, known));
    }
    std::optional<Severity> severity;
    if (member.String() != "off") {
      severity = ParseName(kSeverityNames, member.String());
      if (!severity) member.RefuseAs("errors.rules.severity_off");
    }
    const std::string front = family ? key.substr(0, key.size() - 1) : key;
    for (const std::string& id : ids) {
      if (family ? id.starts_with(front) : id == front) rules.severities[id] = severity;
    }
  }
}

RuleSet ReadRoot(const Node& root) {
  root.Object({"schema", "rules", "severity"});
  if (root.Get("schema").String() != kRulesSchema) {
    root.Get("schema").RefuseAs("errors.rules.schema");
  }
  RuleSet rules = BuiltInRules();
  std::set<std::string> ids;
  if (root.Has("rules")) {
    const Node list = root.Get("rules");
    const std::size_t count = HasItems(list, 0, kMaxRules) ? list.size() : 0;
    for (std::size_t i = 0; i < count && !root.IsFaulty(); ++i) ReadRule(list.Item(i), ids, rules);
  }
  if (root.Has("severity")) ReadSeverities(root.Get("severity"), rules);
  return rules;
}

Error BadRules(std::string detail) { return {ErrorCode::kBadRules, "", std::move(detail), 0}; }

}  // namespace

Result<RuleSet> ReadRules(std::string_view json) {
  if (json.size() > kMaxFile) return BadRules("errors.detail.rules_size");
  const Result<JsonValue> parsed = ParseJson(json, JsonPlace::kLine);
  if (!parsed.ok()) return BadRules(parsed.error().detail);
  Reader reader;
  RuleSet rules = ReadRoot(Node(reader, parsed.value(), ""));
  if (reader.fault.empty()) return rules;
  const std::string space = reader.fault_at.empty() ? "" : " ";
  Error error = BadRules("errors.detail.at");
  error.details = {{"at", LineAndColumn(json, reader.fault_begin) + space + reader.fault_at},
                   {"reason", reader.reason_zh},
                   {"reason_en", reader.reason_en}};
  return error;
}

}  // namespace gongkai
