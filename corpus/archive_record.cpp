#include "corpus/archive_record.h"

#include "model/report_names.h"
#include "model/texts.h"
#include "rules/places.h"

namespace gongkai {
namespace {

template <typename E, std::size_t N>
std::string Name(const JsonName<E> (&names)[N], E value, std::string_view otherwise) {
  return std::string(NameOf(names, value).value_or(otherwise));
}

CellRecord MakeCell(std::string pointer, const Reading& reading) {
  return {std::move(pointer), reading.value,
          Name(kStateNames, reading.state, "number"), reading.raw, reading.unit, reading.note,
          reading.place, reading.confidence, Name(kReadingNames, reading.kind, "")};
}

void AddStatistics(const Report& report, Record& record) {
  const std::vector<std::string_view> keys = StatisticNames(report);
  for (std::size_t i = 0; i < report.statistics.size(); ++i) {
    const StatisticsRow& row = report.statistics[i];
    record.indicators.push_back({row.label, row.unit, std::string(keys[i])});
    const std::string at = "/statistics/" + std::to_string(i);
    if (row.value) record.cells.push_back(MakeCell(at + "/value", *row.value));
    if (row.cumulative) record.cells.push_back(MakeCell(at + "/cumulative", *row.cumulative));
  }
}

FindingRecord MakeFinding(const Finding& finding) {
  return {finding.rule,
          Name(kSeverityNames, finding.severity, ""),
          Name(kCauseNames, finding.cause, ""),
          Text(finding.message, Language::kZh, finding.details),
          Text(finding.message, Language::kEn, finding.details),
          finding.fingerprint,
          finding.at,
          finding.expected,
          finding.actual};
}

}  // namespace

std::string JsonOnOneLine(std::string_view json) {
  std::string line;
  line.reserve(json.size());
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] != '\n') {  // never inside of a string: there it is written \n
      line.push_back(json[at]);
      continue;
    }
    while (at + 1 < json.size() && json[at + 1] == ' ') ++at;
  }
  return line;
}

Record MakeRecord(const Report& report, std::string_view json) {
  Record record;
  const Source& source = report.source;
  record.sha256 = source.sha256;
  record.name = source.name;
  record.media_type = source.media_type;
  record.origin = Name(kOriginNames, source.origin, "");
  record.title = report.title.value;
  record.agency = report.agency.value;
  if (report.period) {
    record.period_from = report.period->from;
    record.period_to = report.period->to;
  }
  record.form = Name(kFormNames, report.form, "");
  record.bytes = source.bytes;
  record.pages = source.pages;
  record.year = report.year;
  record.report = JsonOnOneLine(json);
  for (const TableValue& value : report.values) {
    record.cells.push_back(MakeCell(value.pointer, value.reading));
  }
  AddStatistics(report, record);
  for (const Section& section : report.sections) {
    record.sections.push_back(
        {section.key, section.number, section.heading, section.text, section.place.page});
  }
  for (const Finding& finding : report.findings) record.findings.push_back(MakeFinding(finding));
  return record;
}

}  // namespace gongkai
