#include "corpus/audit_report.h"

namespace gongkai {

const AuditCell* AuditReport::Find(std::string_view pointer) const {
  const auto found = cells.find(pointer);
  return found == cells.end() ? nullptr : &found->second;
}

std::optional<Decimal> AuditReport::Value(std::string_view pointer) const {
  const AuditCell* cell = Find(pointer);
  return cell == nullptr ? std::nullopt : cell->value;
}

AuditReader::AuditReader(Database& archive)
    : head_(archive.Prepare("SELECT sha256, path, agency, title, form, year FROM reports "
                            "WHERE report_id = ?")),
      cells_(archive.Prepare("SELECT p.pointer, c.value, c.raw, c.page, c.x0, c.y0, c.x1, c.y1, "
                             "c.confidence FROM cells c JOIN places p ON p.id = c.place "
                             "WHERE c.reading = ?")),
      indicators_(archive.Prepare("SELECT label, unit FROM indicators WHERE reading = ? "
                                  "ORDER BY position")),
      sections_(archive.Prepare("SELECT key, heading, text FROM sections WHERE reading = ? "
                                "ORDER BY position")) {}

AuditReport AuditReader::Read(std::int64_t reading) {
  AuditReport report;
  report.reading = reading;
  head_.With(reading);
  if (head_.Step()) {
    report.sha256 = head_.String(0);
    report.path = head_.String(1);
    report.agency = head_.String(2);
    report.title = head_.String(3);
    report.form = head_.String(4);
    report.year = static_cast<int>(head_.Integer(5));
  }
  ReadCells(report);
  indicators_.With(reading);
  while (indicators_.Step()) {
    report.indicators.push_back({indicators_.String(0), indicators_.String(1)});
  }
  report.sections = ReadSections(reading);
  return report;
}

std::vector<AuditSection> AuditReader::ReadSections(std::int64_t reading) {
  std::vector<AuditSection> sections;
  sections_.With(reading);
  while (sections_.Step()) {
    sections.push_back({sections_.String(0), sections_.String(1), sections_.String(2)});
  }
  return sections;
}

void AuditReader::ReadCells(AuditReport& report) {
  cells_.With(report.reading);
  while (cells_.Step()) {
    AuditCell cell;
    if (!cells_.IsNull(1)) cell.value = Decimal::Parse(cells_.TextView(1));
    cell.raw = cells_.String(2);
    cell.page = static_cast<int>(cells_.Integer(3));
    if (!cells_.IsNull(4)) {
      cell.box = Box{cells_.Real(4), cells_.Real(5), cells_.Real(6), cells_.Real(7)};
    }
    cell.confidence = cells_.Real(8);
    report.cells.emplace(cells_.String(0), std::move(cell));
  }
}

std::string AuditReader::Sha256(std::int64_t reading) {
  head_.With(reading);
  return head_.Step() ? head_.String(0) : "";
}

std::string AuditReader::Narrative(std::int64_t reading) {
  return NarrativeOf(ReadSections(reading));
}

std::string NarrativeOf(const std::vector<AuditSection>& sections) {
  std::string text;
  for (const AuditSection& section : sections) {
    if (section.text.empty()) continue;
    if (!text.empty()) text += "\n";
    text += section.text;
  }
  return text;
}

}  // namespace gongkai
