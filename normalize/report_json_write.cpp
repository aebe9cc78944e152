// The report's JSON in the order that a person reads it: head, sections, tables, then the evidence
// and what the checks found.
#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "normalize/report_json.h"
#include "model/report_names.h"
#include "normalize/report_json_out.h"
#include "normalize/report_json_pointers.h"

namespace gongkai {
namespace {

using Style = JsonWriter::Style;

template <typename E, std::size_t N>
void WriteName(JsonWriter& out, const JsonName<E> (&names)[N], E value) {
  if (const auto name = NameOf(names, value)) {
    out.String(*name);
  } else {
    out.Null();
  }
}

void WriteText(JsonWriter& out, std::string_view key, std::string_view text) {
  out.Key(key);
  out.String(text);
}

// Empty is null.
void WriteTextOrNull(JsonWriter& out, std::string_view key, std::string_view text) {
  out.Key(key);
  text.empty() ? out.Null() : out.String(text);
}

void WriteNumberOrNull(JsonWriter& out, std::string_view key, const std::optional<int>& number) {
  out.Key(key);
  number ? out.Integer(*number) : out.Null();
}

void WriteStrings(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts,
                  Style style) {
  out.Key(key);
  out.OpenArray(texts.empty() ? Style::kLine : style);
  for (const std::string& text : texts) out.String(text);
  out.Close();
}

void WriteDetails(JsonWriter& out, const TextDetails& details) {
  out.Key("details");
  out.OpenObject(Style::kLine);
  for (const auto& [name, text] : details) WriteText(out, name, text);
  out.Close();
}

// Three decimals; a doubtful 0.8996 must not become a certain 0.9.
Decimal Confidence(double confidence) {
  constexpr int kDoubtful = 900, kPlaces = 3;
  const Decimal rounded = Rounded(std::clamp(confidence, 0.0, 1.0), kPlaces);
  const Decimal limit = *Decimal::Make(kDoubtful, kPlaces);
  return confidence < 0.9 && rounded >= limit ? *Decimal::Make(kDoubtful - 1, kPlaces) : rounded;
}

void WritePlace(JsonWriter& out, const Place& place) {
  out.Key("page");
  place.page > 0 ? out.Integer(place.page) : out.Null();
  out.Key("box");
  if (!place.box) return out.Null();
  WriteBox(out, *place.box);
}

void WriteSource(JsonWriter& out, const Source& source) {
  out.Key("source");
  out.OpenObject();
  WriteText(out, "name", source.name);
  WriteText(out, "sha256", source.sha256);
  out.Key("bytes");
  out.Integer(source.bytes);
  WriteText(out, "media_type", source.media_type);
  WriteNumberOrNull(out, "pages", source.pages);
  out.Key("origin");
  WriteName(out, kOriginNames, source.origin);
  out.Close();
}

void WritePeriod(JsonWriter& out, const std::optional<Period>& period) {
  out.Key("period");
  if (!period) return out.Null();
  out.OpenObject(Style::kLine);
  WriteTextOrNull(out, "from", period->from);
  WriteTextOrNull(out, "to", period->to);
  out.Close();
}

void WriteHead(JsonWriter& out, const Report& report) {
  WriteTextOrNull(out, "title", report.title.value);
  WriteTextOrNull(out, "agency", report.agency.value);
  WriteNumberOrNull(out, "year", report.year);
  WritePeriod(out, report.period);
  out.Key("form");
  WriteName(out, kFormNames, report.form);
}

void WriteSection(JsonWriter& out, const Section& section) {
  out.OpenObject();
  WriteText(out, "key", section.key);
  WriteText(out, "number", section.number);
  WriteText(out, "heading", section.heading);
  WriteText(out, "text", section.text);
  out.Key("page");
  section.place.page > 0 ? out.Integer(section.place.page) : out.Null();
  out.Key("has_table");
  out.Bool(section.has_table);
  out.Key("parts");
  out.OpenArray(section.parts.empty() ? Style::kLine : Style::kBlock);
  for (const Part& part : section.parts) {
    out.OpenObject();
    WriteText(out, "number", part.number);
    WriteText(out, "heading", part.heading);
    WriteText(out, "text", part.text);
    out.Close();
  }
  out.Close();
  out.Close();
}

void WriteValue(JsonWriter& out, const Reading& reading) {
  reading.value ? out.Number(*reading.value) : out.Null();
}

// The numbers as one object a table, nested as their pointers say. Rows come in the form's order;
// steps that two rows share are opened once.
class TableWriter {
 public:
  TableWriter(JsonWriter& out, const Report& report) : out_(out) {
    for (const TableValue& value : report.values) values_[value.pointer] = &value.reading;
    for (const Table& table : report.tables) {
      for (const TableRow& row : table.rows) rows_.insert(row.pointer);
    }
  }

  void Write() {
    for (const RowPointers& row : TablePointers()) {
      const bool any = rows_.contains(row.row->pointer) ||
                       std::any_of(row.cells.begin(), row.cells.end(),
                                   [&](const auto& c) { return values_.contains(c.pointer); });
      if (any) WriteRow(row);
    }
    CloseTo(0);
  }

 private:
  void WriteRow(const RowPointers& row) {
    const auto steps = PointerSteps(row.row->pointer);
    std::size_t shared = 0;
    while (shared < open_.size() && open_[shared] == steps[shared]) ++shared;
    CloseTo(shared);
    for (std::size_t i = shared; i < steps.size(); ++i) {
      out_.Key(steps[i]);
      out_.OpenObject(i + 1 == steps.size() ? Style::kLine : Style::kBlock);
      open_.push_back(steps[i]);
    }
    for (const CellPointer& cell : row.cells) {
      const auto found = values_.find(cell.pointer);
      if (found == values_.end()) continue;
      out_.Key(cell.column->key);
      WriteValue(out_, *found->second);
    }
  }

  void CloseTo(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back()) out_.Close();
  }

  JsonWriter& out_;
  std::unordered_map<std::string_view, const Reading*> values_;
  std::set<std::string_view> rows_;
  std::vector<std::string_view> open_;
};

void WriteStatistics(JsonWriter& out, const std::vector<StatisticsRow>& rows) {
  if (rows.empty()) return;
  out.Key("statistics");
  out.OpenArray();
  for (const StatisticsRow& row : rows) {
    out.OpenObject(Style::kLine);
    WriteText(out, "label", row.label);
    WriteText(out, "unit", row.unit);
    if (!row.key.empty()) WriteText(out, "key", row.key);
    if (row.value) {
      out.Key("value");
      WriteValue(out, *row.value);
    }
    if (row.cumulative) {
      out.Key("cumulative");
      WriteValue(out, *row.cumulative);
    }
    out.Close();
  }
  out.Close();
}

void WriteColumns(JsonWriter& out, const std::vector<TableColumn>& columns) {
  out.Key("columns");
  out.OpenArray();
  for (const TableColumn& column : columns) {
    out.OpenObject(Style::kLine);
    WriteText(out, "key", column.key);
    WriteText(out, "printed", column.printed);
    out.Key("match");
    WriteName(out, kMatchNames, column.match);
    out.Close();
  }
  out.Close();
}

void WriteTableRow(JsonWriter& out, const TableRow& row) {
  out.OpenObject(Style::kLine);
  WriteText(out, "pointer", row.pointer);
  WriteText(out, "printed", row.printed);
  out.Key("match");
  WriteName(out, kMatchNames, row.match);
  out.Key("group_missing");
  out.Bool(row.group_missing);
  out.Key("cells");
  out.Integer(row.cells);
  out.Key("columns");
  out.Integer(row.columns);
  out.Key("placed");
  out.Bool(row.placed);
  WriteStrings(out, "raw", row.raw, Style::kLine);
  WritePlace(out, row.place);
  out.Close();
}

void WriteTables(JsonWriter& out, const std::vector<Table>& tables) {
  out.Key("tables");
  out.OpenArray(tables.empty() ? Style::kLine : Style::kBlock);
  for (const Table& table : tables) {
    out.OpenObject();
    WriteText(out, "key", table.key);
    out.Key("form");
    WriteName(out, kFormNames, table.form);
    WriteColumns(out, table.columns);
    out.Key("rows");
    out.OpenArray();
    for (const TableRow& row : table.rows) WriteTableRow(out, row);
    out.Close();
    out.Close();
  }
  out.Close();
}

void WriteReading(JsonWriter& out, std::string_view pointer, const Reading& reading) {
  out.Key(pointer);
  out.OpenObject(Style::kLine);
  WriteText(out, "raw", reading.raw);
  WritePlace(out, reading.place);
  out.Key("confidence");
  out.Literal(WithPoint(Confidence(reading.confidence)));
  out.Key("reading");
  WriteName(out, kReadingNames, reading.kind);
  if (const auto state = NameOf(kStateNames, reading.state)) WriteText(out, "state", *state);
  if (!reading.unit.empty()) WriteText(out, "unit", reading.unit);
  if (!reading.note.empty()) WriteText(out, "note", reading.note);
  out.Close();
}

void WriteFact(JsonWriter& out, std::string_view pointer, const TextFact& fact) {
  Reading reading;
  reading.state = CellState::kNumber;  // a fact has no state to tell
  reading.raw = fact.raw;
  reading.place = fact.place;
  reading.confidence = fact.confidence;
  reading.kind = fact.kind;
  WriteReading(out, pointer, reading);
}

void WriteEvidence(JsonWriter& out, const Report& report) {
  out.Key("evidence");
  out.OpenObject();
  if (!report.title.value.empty()) WriteFact(out, "/title", report.title);
  if (!report.agency.value.empty()) WriteFact(out, "/agency", report.agency);
  if (report.year) WriteFact(out, "/year", report.year_evidence);
  for (const TableValue& value : report.values) WriteReading(out, value.pointer, value.reading);
  for (std::size_t i = 0; i < report.statistics.size(); ++i) {
    const std::string row = "/statistics/" + std::to_string(i);
    const StatisticsRow& statistic = report.statistics[i];
    if (statistic.value) WriteReading(out, row + "/value", *statistic.value);
    if (statistic.cumulative) WriteReading(out, row + "/cumulative", *statistic.cumulative);
  }
  out.Close();
}

void WriteDecision(JsonWriter& out, const Decision& decision) {
  out.Key("decision");
  out.OpenObject();
  out.Key("verdict");
  WriteName(out, kVerdictNames, decision.verdict);
  WriteText(out, "reason", decision.reason);
  WriteText(out, "by", decision.by);
  WriteText(out, "when", decision.when);
  out.Close();
}

void WriteFinding(JsonWriter& out, const Finding& finding, Language language) {
  out.OpenObject();
  WriteText(out, "rule", finding.rule);
  out.Key("severity");
  WriteName(out, kSeverityNames, finding.severity);
  WriteText(out, "message", Text(finding.message, language, finding.details));
  WriteStrings(out, "at", finding.at, finding.at.size() > 1 ? Style::kBlock : Style::kLine);
  for (const auto& [key, number] :
       {std::pair("expected", finding.expected), std::pair("actual", finding.actual)}) {
    if (!number) continue;
    out.Key(key);
    out.Number(*number);
  }
  WriteStrings(out, "operands", finding.operands, Style::kBlock);
  out.Key("cause");
  WriteName(out, kCauseNames, finding.cause);
  WriteText(out, "because", finding.because);
  WriteText(out, "because_message", Text(finding.because, language, finding.details));
  WriteText(out, "fingerprint", finding.fingerprint);
  WriteText(out, "text", finding.message);
  WriteDetails(out, finding.details);
  if (finding.decision) WriteDecision(out, *finding.decision);
  out.Close();
}

void WriteNotAssessed(JsonWriter& out, const NotAssessed& entry, Language language) {
  out.OpenObject();
  WriteText(out, "rule", entry.rule);
  WriteText(out, "at", entry.at);
  WriteText(out, "reason", entry.reason);
  WriteText(out, "message", Text(entry.reason, language, entry.details));
  WriteDetails(out, entry.details);
  out.Close();
}

template <typename Items, typename Write>
void WriteList(JsonWriter& out, std::string_view key, const Items& items, Write write) {
  out.Key(key);
  out.OpenArray(items.empty() ? Style::kLine : Style::kBlock);
  for (const auto& item : items) write(out, item);
  out.Close();
}

}  // namespace

std::string WriteReportJson(const Report& report, Language language) {
  JsonWriter out;
  out.OpenObject();
  WriteText(out, "schema", "gongkai.report/1");
  WriteSource(out, report.source);
  WriteHead(out, report);
  WriteList(out, "sections", report.sections, WriteSection);
  TableWriter(out, report).Write();
  WriteStatistics(out, report.statistics);
  WriteTables(out, report.tables);
  WriteEvidence(out, report);
  WriteList(out, "findings", report.findings,
            [&](JsonWriter& o, const Finding& finding) { WriteFinding(o, finding, language); });
  WriteList(out, "not_assessed", report.not_assessed,
            [&](JsonWriter& o, const NotAssessed& e) { WriteNotAssessed(o, e, language); });
  out.Close();
  return std::move(out).Take();
}

}  // namespace gongkai
