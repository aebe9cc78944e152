// Pointers with wildcards: which cells of a report a rule speaks of.
//
//   /applications/new_received/total    one cell
//   /applications/new_received/*        * is any one step: the cells of a row
//   /applications/outcome/**/total      ** is one step or more: rows that stand in groups, too
//   /applications/new_received/{column} {name} is one step, the same wherever the name stands
//   /applications/{row...}/total        {name...} is one step or more
//   /statistics/@收到申请数/value        a row of the statistics, by its key or its label
//
// As in JSON Pointer, ~1 is a slash and ~0 a tilde.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/result.h"

namespace gongkai {

struct PatternStep {
  enum class Kind { kLiteral, kAny, kNamed };
  Kind kind = Kind::kLiteral;
  std::string text;   // the literal, unescaped, or the name; empty for kAny
  bool many = false;  // ** and {name...}

  bool operator==(const PatternStep&) const = default;
};

struct CellPattern {
  std::string text;  // as written
  std::vector<PatternStep> steps;
};

// What the names of a rule stand for. What {name...} stands for has slashes between its steps.
using Bindings = std::vector<std::pair<std::string, std::string>>;

// Error kBadRules whose detail is the reason, an id of the text catalogue.
Result<CellPattern> ParseCellPattern(std::string_view text);

bool HasWildcard(const CellPattern& pattern);                // * or **
std::vector<std::string> NamesOf(const CellPattern& pattern);  // each once

// Whether the steps of a cell fit. The first fit, from the left and with as few steps a wildcard as
// can be, adds its names to `bindings`; names that are there already have to mean the same.
bool Match(const CellPattern& pattern, const std::vector<std::string>& cell, Bindings& bindings);

// Whether a cell may stand at the pattern or below it.
bool MatchFront(const CellPattern& pattern, const std::vector<std::string>& cell);

// With the names replaced. A name that is not bound stays.
CellPattern Bind(const CellPattern& pattern, const Bindings& bindings);

// The pointer that a pattern without wildcards and names is, escaped as JSON Pointer wants it.
std::string PointerOf(const CellPattern& pattern);

}  // namespace gongkai
