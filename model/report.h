// A report as read: facts, sections, the numbers of the tables with their evidence, and how the
// tables were recognised. JSON is written from it at the edge and is never the model itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/finding.h"
#include "model/reading.h"

namespace gongkai {

struct Source {
  std::string name;    // the file's name without its folder
  std::string sha256;  // lower-case hex
  std::int64_t bytes = 0;
  std::string media_type;
  std::optional<int> pages;
  Origin origin = Origin::kText;
};

enum class Form { kUnknown, k2021, k2019, k2014, kNarrative };

// A fact of the report's head, with its evidence.
struct TextFact {
  std::string value;  // empty where not found
  std::string raw;
  Place place;
  double confidence = 1.0;
  ReadingKind kind = ReadingKind::kText;
};

struct Period {
  std::string from, to;  // ISO dates; empty where the document does not say
};

struct Part {
  std::string number;   // "（一）"
  std::string heading;  // may be empty
  std::string text;     // without its heading
};

struct Section {
  std::string key;      // a key of FORMS.md section 2 or 6, or "unknown"
  std::string number;   // "一"; empty for the preamble and for unnumbered headings
  std::string heading;  // without its number; empty for the preamble
  std::string text;     // paragraphs parted by \n, headings of parts included, tables left out
  std::vector<Part> parts;
  Place place;             // of the heading
  bool has_table = false;  // a grid of numbers stands in it
};

// One number (or one null) of the tables.
struct TableValue {
  std::string pointer;  // "/applications/new_received/total"
  Reading reading;
};

// How a row or column of a table was recognised by its printed label.
enum class LabelMatch {
  kExact,       // the form's words, width, space and punctuation aside
  kVariant,     // a wording that the form also has, or an abbreviation of it
  kMisspelt,    // close, but characters are wrong or missing
  kNeighbours,  // no label is printed; known by what stands before and behind it
};

struct TableRow {
  std::string pointer;  // "/applications/outcome/granted"
  std::string printed;  // the label as printed, without white space
  LabelMatch match = LabelMatch::kExact;
  bool group_missing = false;  // the form has a group label before this row and the table has not
  int cells = 0;               // value cells that the row has
  int columns = 0;             // value cells that it should have, by the table's own header
  bool placed = true;          // false: which columns its numbers belong to is not known
  std::vector<std::string> raw;  // the value cells as printed, where they were not placed
  Place place;
};

struct TableColumn {
  std::string key;  // "natural_person"
  std::string printed;
  LabelMatch match = LabelMatch::kExact;
};

struct Table {
  std::string key;  // "active_disclosure", "applications", "review_litigation"
  Form form = Form::kUnknown;  // the form that its rows and columns belong to
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
};

struct StatisticsRow {
  std::string label;  // as printed, without white space
  std::string unit;
  std::string key;    // empty where the indicator is not a known one
  std::optional<Reading> value, cumulative;  // nothing where the form has no such column
};

struct Report {
  Source source;
  TextFact title, agency;
  std::optional<int> year;
  TextFact year_evidence;  // value: the year's digits
  std::optional<Period> period;
  Form form = Form::kUnknown;
  std::vector<Section> sections;    // in the document's order
  std::vector<TableValue> values;   // in the form's order; pointers are unique
  std::vector<Table> tables;        // at most one a key
  std::vector<StatisticsRow> statistics;
  std::vector<Finding> findings;
  std::vector<NotAssessed> not_assessed;
};

// The reading at a pointer, or null.
const Reading* FindValue(const Report& report, const std::string& pointer);
const Table* FindTable(const Report& report, const std::string& key);
const Section* FindSection(const Report& report, const std::string& key);

}  // namespace gongkai
