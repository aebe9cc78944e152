// A report's tables as the national forms lay them out: what is shown in which row and column, and
// which places of the report have a place on its page.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "normalize/forms.h"

namespace gongkai {

struct LaidCell {
  std::string pointer;
  const FormColumn* column = nullptr;
  const Reading* reading = nullptr;  // null: the report does not have that cell
};

struct LaidRow {
  const FormRow* row = nullptr;
  const TableRow* read = nullptr;  // how it was recognised; null where the report does not have it
  std::vector<LaidCell> cells;
};

// Rows under one header.
struct LaidBlock {
  std::span<const FormColumn> columns;
  std::vector<LaidRow> rows;
};

struct LaidTable {
  const FormTable* table = nullptr;
  std::vector<LaidBlock> blocks;  // empty: the report does not have the table, though it should
};

// Numbers that no row of the forms has room for are in `others`.
struct LaidTables {
  std::vector<LaidTable> tables;
  std::vector<const TableValue*> others;
};

// REQUIRES: the report outlives the result.
LaidTables LayOutTables(const Report& report);

using Anchors = std::set<std::string, std::less<>>;

// The JSON Pointers that are ids on the report's page.
Anchors FindAnchors(const Report& report, const LaidTables& tables);

// The one of them that is, or is around, the place; empty where there is none.
std::string AnchorOf(const Anchors& anchors, std::string_view pointer);

// The pointer without its last step.
std::string_view Above(std::string_view pointer);

}  // namespace gongkai
