#include "rules/cell_pattern.h"

#include <algorithm>
#include <span>

#include "model/unicode.h"

namespace gongkai {
namespace {

// The longest pointer of a form has 4 steps; a label of a statistics row is the longest step.
constexpr std::size_t kMaxSteps = 8, kMaxBytes = 500;

using Kind = PatternStep::Kind;

// `reason`: an id of the text catalogue.
Error BadPattern(std::string reason) { return {ErrorCode::kBadRules, "", std::move(reason), 0}; }

bool IsName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::string Unescape(std::string_view step) {
  std::string text;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool escaped = step[i] == '~' && i + 1 < step.size() &&
                         (step[i + 1] == '0' || step[i + 1] == '1');
    text.push_back(!escaped ? step[i] : step[i + 1] == '1' ? '/' : '~');
    if (escaped) ++i;
  }
  return text;
}

std::string Escape(std::string_view step) {
  std::string text;
  for (const char c : step) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text.push_back(c);
    }
  }
  return text;
}

Result<PatternStep> ParseStep(std::string_view step) {
  if (step.empty()) return BadPattern("errors.rules.pointer_empty");
  if (step == "*" || step == "**") return PatternStep{Kind::kAny, "", step == "**"};
  const bool label = step.starts_with('@') && step != "@*";  // printed labels hold what they hold
  if (!label && step.find('*') != step.npos) return BadPattern("errors.rules.pointer_star");
  if (label) return PatternStep{Kind::kLiteral, FoldTight(Unescape(step)), false};
  if (step.find_first_of("{}") == step.npos) {
    return PatternStep{Kind::kLiteral, Unescape(step), false};
  }
  if (!step.starts_with('{') || !step.ends_with('}')) {
    return BadPattern("errors.rules.pointer_name");
  }
  std::string_view name = step.substr(1, step.size() - 2);
  const bool many = name.ends_with("...");
  if (many) name.remove_suffix(3);
  if (!IsName(name)) return BadPattern("errors.rules.pointer_letters");
  return PatternStep{Kind::kNamed, std::string(name), many};
}

std::string Join(std::span<const std::string> steps) {
  std::string text;
  for (const std::string& step : steps) text += (text.empty() ? "" : "/") + Escape(step);
  return text;
}

using Steps = std::span<const PatternStep>;
using CellSteps = std::span<const std::string>;

// Whether the named or unnamed wildcard may stand for `taken`; remembers it.
bool Take(const PatternStep& step, CellSteps taken, Bindings& bindings) {
  if (step.kind == Kind::kAny) return true;
  std::string value = Join(taken);
  const auto bound = std::find_if(bindings.begin(), bindings.end(),
                                  [&](const auto& binding) { return binding.first == step.text; });
  if (bound != bindings.end()) return bound->second == value;
  bindings.emplace_back(step.text, std::move(value));
  return true;
}

// The depth of the recursion is that of the pattern.
bool MatchSteps(Steps pattern, CellSteps cell, Bindings& bindings) {
  if (pattern.empty()) return cell.empty();
  if (cell.size() < pattern.size()) return false;
  const PatternStep& step = pattern.front();
  if (step.kind == Kind::kLiteral) {
    return step.text == cell.front() && MatchSteps(pattern.subspan(1), cell.subspan(1), bindings);
  }
  const std::size_t most = step.many ? cell.size() - pattern.size() + 1 : 1;
  const std::size_t bound = bindings.size();
  for (std::size_t count = 1; count <= most; ++count) {
    if (Take(step, cell.first(count), bindings) &&
        MatchSteps(pattern.subspan(1), cell.subspan(count), bindings)) {
      return true;
    }
    bindings.resize(bound);
  }
  return false;
}

}  // namespace

Result<CellPattern> ParseCellPattern(std::string_view text) {
  if (!text.starts_with('/')) return BadPattern("errors.rules.pointer_begin");
  if (text.size() > kMaxBytes) return BadPattern("errors.rules.pointer_long");
  CellPattern pattern{std::string(text), {}};
  while (!text.empty()) {
    text.remove_prefix(1);
    const auto end = std::min(text.find('/'), text.size());
    auto step = ParseStep(text.substr(0, end));
    if (!step.ok()) return step.error();
    pattern.steps.push_back(std::move(step.value()));
    text.remove_prefix(end);
  }
  if (pattern.steps.size() > kMaxSteps) return BadPattern("errors.rules.pointer_steps");
  return pattern;
}

bool HasWildcard(const CellPattern& pattern) {
  return std::any_of(pattern.steps.begin(), pattern.steps.end(),
                     [](const PatternStep& step) { return step.kind == Kind::kAny; });
}

std::vector<std::string> NamesOf(const CellPattern& pattern) {
  std::vector<std::string> names;
  for (const PatternStep& step : pattern.steps) {
    if (step.kind != Kind::kNamed) continue;
    if (std::find(names.begin(), names.end(), step.text) == names.end()) {
      names.push_back(step.text);
    }
  }
  return names;
}

bool Match(const CellPattern& pattern, const std::vector<std::string>& cell, Bindings& bindings) {
  if (pattern.steps.empty() || cell.empty()) return pattern.steps.empty() && cell.empty();
  // Most patterns name the column, and most cells stand in another one.
  const PatternStep& last = pattern.steps.back();
  if (last.kind == Kind::kLiteral && last.text != cell.back()) return false;
  return MatchSteps(pattern.steps, cell, bindings);
}

bool MatchFront(const CellPattern& pattern, const std::vector<std::string>& cell) {
  for (std::size_t count = pattern.steps.size(); count <= cell.size(); ++count) {
    Bindings bindings;
    if (MatchSteps(pattern.steps, CellSteps(cell).first(count), bindings)) return true;
  }
  return false;
}

CellPattern Bind(const CellPattern& pattern, const Bindings& bindings) {
  CellPattern bound{pattern.text, {}};
  for (const PatternStep& step : pattern.steps) {
    const auto binding =
        std::find_if(bindings.begin(), bindings.end(), [&](const auto& candidate) {
          return step.kind == Kind::kNamed && candidate.first == step.text;
        });
    if (binding == bindings.end()) {
      bound.steps.push_back(step);
      continue;
    }
    std::string_view rest = binding->second;
    for (bool more = true; more;) {
      const auto end = std::min(rest.find('/'), rest.size());
      bound.steps.push_back({Kind::kLiteral, Unescape(rest.substr(0, end)), false});
      more = end < rest.size();
      rest.remove_prefix(more ? end + 1 : end);
    }
  }
  return bound;
}

std::string PointerOf(const CellPattern& pattern) {
  std::string pointer;
  for (const PatternStep& step : pattern.steps) pointer += "/" + Escape(step.text);
  return pointer;
}

}  // namespace gongkai
