// One report as the rows of an archive: what a worker process hands over, ready to be stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace gongkai {

struct CellRecord {
  std::string pointer;
  std::optional<Decimal> value;
  std::string state, raw, unit, note;  // state: "number" or as in the report's JSON
  Place place;
  double confidence = 1.0;
  std::string kind;
};

struct IndicatorRecord {
  std::string label, unit, key;  // key: empty where the indicator is not a known one
};

struct SectionRecord {
  std::string key, number, heading, text;
  int page = 0;  // 0: none
};

struct FindingRecord {
  std::string rule, severity, cause, message_zh, message_en, fingerprint;
  std::vector<std::string> places;
  std::optional<Decimal> expected, actual;
};

struct Record {
  std::string sha256, name, media_type, origin, title, agency, period_from, period_to, form;
  std::int64_t bytes = 0;
  std::optional<int> pages, year;
  std::string report;  // its JSON on one line, without a line feed
  std::vector<CellRecord> cells;
  std::vector<IndicatorRecord> indicators;  // the rows of the statistics, in their order
  std::vector<SectionRecord> sections;
  std::vector<FindingRecord> findings;
};

// `json`: the report as WriteReportJson writes it, with Chinese messages.
Record MakeRecord(const Report& report, std::string_view json);

// JSON of many lines on one: line breaks and indentation between its values become nothing.
std::string JsonOnOneLine(std::string_view json);

// Their fields, for byte_codec.h.
template <typename Visitor>
void Visit(Visitor& v, Box& box) {
  v(box.x0, box.y0, box.x1, box.y1);
}
template <typename Visitor>
void Visit(Visitor& v, Place& place) {
  v(place.page, place.box);
}
template <typename Visitor>
void Visit(Visitor& v, CellRecord& cell) {
  v(cell.pointer, cell.value, cell.state, cell.raw, cell.unit, cell.note, cell.place,
    cell.confidence, cell.kind);
}
template <typename Visitor>
void Visit(Visitor& v, IndicatorRecord& row) {
  v(row.label, row.unit, row.key);
}
template <typename Visitor>
void Visit(Visitor& v, SectionRecord& section) {
  v(section.key, section.number, section.heading, section.text, section.page);
}
template <typename Visitor>
void Visit(Visitor& v, FindingRecord& finding) {
  v(finding.rule, finding.severity, finding.cause, finding.message_zh, finding.message_en,
    finding.fingerprint, finding.places, finding.expected, finding.actual);
}
template <typename Visitor>
void Visit(Visitor& v, Record& record) {
  v(record.sha256, record.name, record.media_type, record.origin, record.title, record.agency,
    record.period_from, record.period_to, record.form, record.bytes, record.pages, record.year,
    record.report, record.cells, record.indicators, record.sections, record.findings);
}

}  // namespace gongkai
