// Report JSON back into a Report. What is read is untrusted: every value is checked for its type,
// every pointer against the forms, and the first fault ends the reading with its place. After a
// fault the functions go on with empty values, so that none of them needs a way out of its own.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "normalize/report_json.h"
#include "model/report_names.h"
#include "normalize/report_json_node.h"
#include "normalize/report_json_pointers.h"

namespace gongkai {
namespace {

// Pages and boxes far beyond any document are refused: they would not survive being written.
constexpr int kMaxPage = 1'000'000;
constexpr int kMaxCoordinate = 1'000'000;

int ReadPage(const Node& node) { return node.IsNull() ? 0 : node.Int(1, kMaxPage); }

double ReadCoordinate(const Node& node) {
  const Decimal number = node.Number();
  if (number > Decimal(kMaxCoordinate) || number < Decimal(-kMaxCoordinate)) {
    node.Refuse("no place on a page");
    return 0;
  }
  return number.ToDouble();
}

Place ReadPlace(const Node& node) {
  Place place{ReadPage(node.Get("page")), std::nullopt};
  const Node box = node.Get("box");
  if (box.IsNull() || !box.Array()) return place;
  if (box.size() != 4) {
    box.Refuse("expected four numbers");
    return place;
  }
  place.box = Box{ReadCoordinate(box.Item(0)), ReadCoordinate(box.Item(1)),
                  ReadCoordinate(box.Item(2)), ReadCoordinate(box.Item(3))};
  return place;
}

Source ReadSource(const Node& node) {
  node.Object({"name", "sha256", "bytes", "media_type", "pages", "origin"});
  Source source;
  source.name = node.Get("name").String();
  source.sha256 = node.Get("sha256").String();
  source.bytes = node.Get("bytes").Integer(0, 1'000'000'000'000);
  source.media_type = node.Get("media_type").String();
  const Node pages = node.Get("pages");
  if (!pages.IsNull()) source.pages = pages.Int(0, kMaxPage);
  source.origin = node.Get("origin").Name(kOriginNames);
  return source;
}

std::optional<Period> ReadPeriod(const Node& node) {
  if (node.IsNull()) return std::nullopt;
  node.Object({"from", "to"});
  return Period{node.Get("from").StringOrNull(), node.Get("to").StringOrNull()};
}

Form ReadForm(const Node& node) { return node.IsNull() ? Form::kUnknown : node.Name(kFormNames); }

Part ReadPart(const Node& node) {
  node.Object({"number", "heading", "text"});
  return {node.Get("number").String(), node.Get("heading").String(), node.Get("text").String()};
}

Section ReadSection(const Node& node) {
  node.Object({"key", "number", "heading", "text", "page", "has_table", "parts"});
  Section section;
  section.key = node.Get("key").String();
  section.number = node.Get("number").String();
  section.heading = node.Get("heading").String();
  section.text = node.Get("text").String();
  section.place.page = ReadPage(node.Get("page"));
  section.has_table = node.Get("has_table").Bool();
  section.parts = ReadList<Part>(node.Get("parts"), ReadPart);
  return section;
}

// What the forms allow under a table's key: containers (the rows and what they stand in) and cells.
struct KnownPointers {
  std::unordered_set<std::string> containers;
  std::unordered_set<std::string_view> rows, cells;
};

const KnownPointers& Known() {
  static const KnownPointers kKnown = [] {
    KnownPointers known;
    for (const RowPointers& row : TablePointers()) {
      std::string step;
      for (const std::string_view part : PointerSteps(row.row->pointer)) {
        known.containers.insert(step += "/" + std::string(part));
      }
      known.rows.insert(row.row->pointer);
      for (const CellPointer& cell : row.cells) known.cells.insert(cell.pointer);
    }
    return known;
  }();
  return kKnown;
}

// Collects the rows and cells below `node`. The depth is bounded by that of the forms' pointers.
void ReadTableObject(Reader& reader, const Node& node) {
  if (!node.Is(JsonKind::kObject)) return;
  if (const auto row = Known().rows.find(node.at()); row != Known().rows.end()) {
    reader.rows.insert(*row);
  }
  for (std::size_t i = 0; i < node.size(); ++i) {
    const Node member = node.Member(i);
    if (const auto cell = Known().cells.find(member.at()); cell != Known().cells.end()) {
      reader.cells[*cell] = &member.value();
    } else if (Known().containers.contains(member.at())) {
      ReadTableObject(reader, member);
    } else {
      member.Refuse("no form has this row or column");
    }
  }
}

double ReadConfidence(const Node& node) {
  const Decimal confidence = node.Number();
  if (confidence < Decimal(0) || confidence > Decimal(1)) node.Refuse("expected 0 to 1");
  return confidence.ToDouble();
}

TextFact ReadFact(const Node& node, std::string value) {
  node.Object({"raw", "page", "box", "confidence", "reading"});
  TextFact fact;
  fact.value = std::move(value);
  fact.raw = node.Get("raw").String();
  fact.place = ReadPlace(node);
  fact.confidence = ReadConfidence(node.Get("confidence"));
  fact.kind = node.Get("reading").Name(kReadingNames);
  return fact;
}

// The evidence `node` of the number or null `value`.
Reading ReadReading(const Node& node, const Node& value) {
  node.Object({"raw", "page", "box", "confidence", "reading", "state", "unit", "note"});
  Reading reading;
  if (value.IsNull()) {
    reading.state = node.Get("state").Name(kStateNames);
  } else {
    reading.state = CellState::kNumber;
    reading.value = value.Number();
    if (node.Has("state")) node.Refuse("a number has no \"state\"");
  }
  reading.raw = node.Get("raw").String();
  reading.place = ReadPlace(node);
  reading.confidence = ReadConfidence(node.Get("confidence"));
  reading.kind = node.Get("reading").Name(kReadingNames);
  if (node.Has("unit")) reading.unit = node.Get("unit").String();
  if (node.Has("note")) reading.note = node.Get("note").String();
  return reading;
}

TableColumn ReadColumn(const Node& node) {
  node.Object({"key", "printed", "match"});
  return {node.Get("key").String(), node.Get("printed").String(),
          node.Get("match").Name(kMatchNames)};
}

TableRow ReadTableRow(const Reader& reader, const Node& node, const std::string& table) {
  node.Object({"pointer", "printed", "match", "group_missing", "cells", "columns", "placed", "raw",
               "page", "box"});
  TableRow row;
  row.pointer = node.Get("pointer").String();
  if (!reader.rows.contains(row.pointer) || !row.pointer.starts_with("/" + table + "/")) {
    node.Get("pointer").Refuse("no row of this table stands there");
  }
  row.printed = node.Get("printed").String();
  row.match = node.Get("match").Name(kMatchNames);
  row.group_missing = node.Get("group_missing").Bool();
  row.cells = node.Get("cells").Int(0, kMaxCoordinate);
  row.columns = node.Get("columns").Int(0, kMaxCoordinate);
  row.placed = node.Get("placed").Bool();
  row.raw = node.Get("raw").Strings();
  row.place = ReadPlace(node);
  return row;
}

Table ReadTable(const Reader& reader, const Node& node) {
  node.Object({"key", "form", "columns", "rows"});
  Table table;
  table.key = node.Get("key").String();
  table.form = ReadForm(node.Get("form"));
  table.columns = ReadList<TableColumn>(node.Get("columns"), ReadColumn);
  table.rows = ReadList<TableRow>(node.Get("rows"), [&](const Node& row) {
    return ReadTableRow(reader, row, table.key);
  });
  return table;
}

void ReadTables(const Reader& reader, const Node& node, Report& report) {
  report.tables =
      ReadList<Table>(node, [&](const Node& table) { return ReadTable(reader, table); });
  std::set<std::string_view> keys, rows;
  for (const Table& table : report.tables) {
    if (!keys.insert(table.key).second) node.Refuse("the table \"" + table.key + "\" stands twice");
    for (const TableRow& row : table.rows) {
      if (!rows.insert(row.pointer).second) node.Refuse("the row " + row.pointer + " stands twice");
    }
  }
}

// The values of the tables, in the order of their evidence, which has one entry for each of them.
void ReadValues(Reader& reader, const Node& evidence, Report& report) {
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const std::string& pointer = evidence.KeyOf(i);
    if (pointer.starts_with("/statistics/")) continue;
    if (pointer == "/title" || pointer == "/agency" || pointer == "/year") continue;
    const Node entry(reader, evidence.value().items[i], "/evidence of " + pointer);
    const auto cell = reader.cells.find(pointer);
    if (cell == reader.cells.end()) {
      entry.Refuse("no number and no null stands there");
      return;
    }
    report.values.push_back({pointer, ReadReading(entry, Node(reader, *cell->second, pointer))});
    reader.cells.erase(cell);
  }
  const auto left = std::min_element(reader.cells.begin(), reader.cells.end());
  if (left != reader.cells.end()) reader.Refuse(std::string(left->first), "without evidence");
}

// Evidence by its pointer: a search in thousands of keys, once for each of thousands of rows.
using EvidenceIndex = std::unordered_map<std::string_view, const JsonValue*>;

std::optional<Reading> ReadStatistic(Reader& reader, const Node& row, std::string_view key,
                                     EvidenceIndex& evidence) {
  if (!row.Has(key)) return std::nullopt;
  const Node value = row.Get(key);
  const auto entry = evidence.find(value.at());
  if (entry == evidence.end()) {
    value.Refuse("without evidence");
    return std::nullopt;
  }
  const Node node(reader, *entry->second, "/evidence of " + value.at());
  evidence.erase(entry);
  return ReadReading(node, value);
}

void ReadStatistics(Reader& reader, const Node& root, const Node& evidence, Report& report) {
  EvidenceIndex index;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (evidence.KeyOf(i).starts_with("/statistics/")) {
      index[evidence.KeyOf(i)] = &evidence.value().items[i];
    }
  }
  if (root.Has("statistics")) {
    report.statistics = ReadList<StatisticsRow>(root.Get("statistics"), [&](const Node& row) {
      row.Object({"label", "unit", "key", "value", "cumulative"});
      StatisticsRow result;
      result.label = row.Get("label").String();
      result.unit = row.Get("unit").String();
      if (row.Has("key")) result.key = row.Get("key").String();
      result.value = ReadStatistic(reader, row, "value", index);
      result.cumulative = ReadStatistic(reader, row, "cumulative", index);
      return result;
    });
  }
  if (!index.empty()) evidence.Refuse("evidence of a statistics row that is not there");
}

// An id of the text catalogue: another one could not be written again.
std::string ReadTextId(const Node& node) {
  static const std::set<std::string_view> kIds = [] {
    const auto ids = TextIds();
    return std::set<std::string_view>(ids.begin(), ids.end());
  }();
  std::string id = node.String();
  if (!kIds.contains(id)) node.Refuse("no text of the catalogue");
  return id;
}

TextDetails ReadDetails(const Node& node) {
  TextDetails details;
  if (!node.Is(JsonKind::kObject)) return details;
  for (std::size_t i = 0; i < node.size(); ++i) {
    details.emplace_back(node.KeyOf(i), node.Member(i).String());
  }
  return details;
}

Decision ReadDecision(const Node& node) {
  node.Object({"verdict", "reason", "by", "when"});
  return {node.Get("verdict").Name(kVerdictNames), node.Get("reason").String(),
          node.Get("by").String(), node.Get("when").String()};
}

Finding ReadFinding(const Node& node) {
  node.Object({"rule", "severity", "message", "at", "expected", "actual", "operands", "cause",
               "because", "because_message", "fingerprint", "text", "details", "decision"});
  Finding finding;
  finding.rule = node.Get("rule").String();
  finding.severity = node.Get("severity").Name(kSeverityNames);
  (void)node.Get("message").String();
  finding.message = ReadTextId(node.Get("text"));
  finding.details = ReadDetails(node.Get("details"));
  finding.at = node.Get("at").Strings();
  if (node.Has("expected")) finding.expected = node.Get("expected").Number();
  if (node.Has("actual")) finding.actual = node.Get("actual").Number();
  finding.operands = node.Get("operands").Strings();
  finding.cause = node.Get("cause").Name(kCauseNames);
  finding.because = ReadTextId(node.Get("because"));
  (void)node.Get("because_message").String();
  finding.fingerprint = node.Get("fingerprint").String();
  if (node.Has("decision")) finding.decision = ReadDecision(node.Get("decision"));
  return finding;
}

NotAssessed ReadNotAssessed(const Node& node) {
  node.Object({"rule", "at", "reason", "message", "details"});
  (void)node.Get("message").String();
  return {node.Get("rule").String(), node.Get("at").String(), ReadTextId(node.Get("reason")),
          ReadDetails(node.Get("details"))};
}

// Title and agency with their evidence; empty where null.
TextFact ReadHeadFact(const Node& root, const Node& evidence, std::string_view key) {
  std::string value = root.Get(key).StringOrNull();
  if (value.empty()) return {};
  return ReadFact(evidence.Get("/" + std::string(key)), std::move(value));
}

void ReadHead(const Node& root, const Node& evidence, Report& report) {
  if (root.Get("schema").String() != "gongkai.report/1") {
    root.Get("schema").Refuse("expected \"gongkai.report/1\"");
  }
  report.source = ReadSource(root.Get("source"));
  report.title = ReadHeadFact(root, evidence, "title");
  report.agency = ReadHeadFact(root, evidence, "agency");
  const Node year = root.Get("year");
  if (!year.IsNull()) {
    report.year = year.Int(1, 9999);
    report.year_evidence = ReadFact(evidence.Get("/year"), std::to_string(*report.year));
  }
  report.period = ReadPeriod(root.Get("period"));
  report.form = ReadForm(root.Get("form"));
}

Report ReadRoot(Reader& reader, const Node& root) {
  root.Object({"schema", "source", "title", "agency", "year", "period", "form", "sections",
               "active_disclosure", "applications", "review_litigation", "statistics", "tables",
               "evidence", "findings", "not_assessed"});
  Report report;
  const Node evidence = root.Get("evidence");
  if (!evidence.Is(JsonKind::kObject)) return report;
  ReadHead(root, evidence, report);
  report.sections = ReadList<Section>(root.Get("sections"), ReadSection);
  for (const FormTable* table : FormTables()) {
    if (root.Has(table->key)) ReadTableObject(reader, root.Get(table->key));
  }
  ReadTables(reader, root.Get("tables"), report);
  ReadValues(reader, evidence, report);
  ReadStatistics(reader, root, evidence, report);
  report.findings = ReadList<Finding>(root.Get("findings"), ReadFinding);
  report.not_assessed = ReadList<NotAssessed>(root.Get("not_assessed"), ReadNotAssessed);
  return report;
}

}  // namespace

Result<Report> ReadReportJson(std::string_view json) {
  const Result<JsonValue> parsed = ParseJson(json);
  if (!parsed.ok()) return parsed.error();
  Reader reader;
  Report report = ReadRoot(reader, Node(reader, parsed.value(), ""));
  if (!reader.fault.empty()) return Error{ErrorCode::kBadJson, "", reader.fault, 0};
  return report;
}

}  // namespace gongkai
