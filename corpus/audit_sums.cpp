// A region's report holds the sums over its organs, and over the regions directly within: of each its own
// report of sums where it has one, else its organs. 历年累计 is not summed: organs come and go.
#include <algorithm>

#include "corpus/audit_checks.h"

namespace gongkai {
namespace {

struct Part {
  std::string organ;
  const AuditReport* report = nullptr;  // null where there is none for the year
};

const AuditReport* ReportOf(const OrganSeries* series, int year) {
  if (series == nullptr) return nullptr;
  const auto found = std::find_if(series->reports.begin(), series->reports.end(),
                                  [year](const AuditReport& report) { return report.year == year; });
  return found == series->reports.end() ? nullptr : &*found;
}

bool Reports(const RegionMember& member, int year) {
  return (!member.from || year >= *member.from) && (!member.to || year <= *member.to);
}

class Summing {
 public:
  Summing(std::span<const Region> regions, const FindSeries& series)
      : regions_(regions), series_(&series) {}

  // What a region's sum is made of in a year.
  std::vector<Part> PartsOf(const Region& region, int year) const {
    std::vector<Part> parts;
    AddParts(region, year, parts);
    return parts;
  }

 private:
  void AddParts(const Region& region, int year, std::vector<Part>& parts) const {
    for (const RegionMember& member : region.organs) {
      if (Reports(member, year)) Add(member.name, year, parts);
    }
    for (const Region& inner : regions_) {
      if (inner.within != region.name || inner.name == region.name) continue;
      if (inner.total.empty()) {
        AddParts(inner, year, parts);
      } else {
        Add(inner.total, year, parts);
      }
    }
  }
  void Add(const std::string& organ, int year, std::vector<Part>& parts) const {
    parts.push_back({organ, ReportOf((*series_)(organ), year)});
  }

  std::span<const Region> regions_;
  const FindSeries* series_;
};

// By its place in a table; a row of the statistics by its place and label, since forms differ.
std::string KeyOf(const AuditReport& report, const std::string& pointer) {
  return pointer + PlaceOf(report, pointer).label;
}

std::optional<Decimal> SumOf(const std::vector<Part>& parts, const std::string& pointer,
                             const std::string& key) {
  Decimal sum;
  for (const Part& part : parts) {
    const AuditCell* cell = part.report->Find(pointer);
    if (cell == nullptr || KeyOf(*part.report, pointer) != key) return std::nullopt;
    const auto more = sum.Plus(cell->value.value_or(Decimal()));
    if (!more) return std::nullopt;
    sum = *more;
  }
  return sum;
}

struct BrokenTotal {
  std::string pointer;
  Decimal expected;
};

std::vector<BrokenTotal> BrokenTotals(const AuditReport& total, const std::vector<Part>& parts) {
  std::vector<BrokenTotal> broken;
  for (const auto& [pointer, cell] : total.cells) {
    if (pointer.ends_with("/cumulative")) continue;
    const auto sum = SumOf(parts, pointer, KeyOf(total, pointer));
    if (sum && *sum != cell.value.value_or(Decimal())) broken.push_back({pointer, *sum});
  }
  return broken;
}

void TellGap(const Region& region, int year, const std::vector<Part>& parts, AuditFindings& out) {
  std::string missing;
  std::size_t count = 0;
  for (const Part& part : parts) {
    if (part.report != nullptr) continue;
    if (++count == 1) missing = part.organ;
  }
  out.not_assessed.push_back({"hierarchy.sum", region.total, "audit.not_all_there", year,
                              {{"first", missing}, {"count", std::to_string(count)}}});
}

void CheckTotal(const OrganSeries& organ, const AuditReport& total, const std::vector<Part>& parts,
                AuditFindings& out) {
  const auto broken = BrokenTotals(total, parts);
  if (broken.empty()) return;
  AuditFinding finding = NewAuditFinding("hierarchy.sum", organ, {total.year});
  for (const BrokenTotal& cell : broken) finding.at.push_back(PlaceOf(total, cell.pointer));
  for (const Part& part : parts) finding.at.push_back(PlaceOf(*part.report, broken.front().pointer));
  finding.expected = broken.front().expected;
  finding.actual = finding.at[0].cell->value;
  const bool certain = std::all_of(finding.at.begin(), finding.at.end(), [](const AuditPlace& place) {
    return place.cell && (!place.cell->value || place.cell->IsCertain());
  });
  if (!certain) finding.severity = Severity::kWarning;
  AddPlaceDetail(finding, "place", finding.at[0]);
  finding.details.emplace_back("expected", broken.front().expected.ToString());
  finding.details.emplace_back("actual", finding.at[0].cell->raw);
  finding.details.emplace_back("parts", std::to_string(parts.size()));
  finding.details.emplace_back("cells", std::to_string(broken.size()));
  out.found.push_back(std::move(finding));
}

}  // namespace

void CheckSums(const Region& region, std::span<const Region> regions, const FindSeries& series,
               AuditFindings& out) {
  const OrganSeries* organ = region.total.empty() ? nullptr : series(region.total);
  if (organ == nullptr) return;
  const Summing summing(regions, series);
  for (const AuditReport& total : organ->reports) {
    if (total.cells.empty()) continue;
    const auto parts = summing.PartsOf(region, total.year);
    const bool all = std::all_of(parts.begin(), parts.end(),
                                 [](const Part& part) { return part.report != nullptr; });
    if (all && !parts.empty()) {
      CheckTotal(*organ, total, parts, out);
    } else {
      TellGap(region, total.year, parts, out);
    }
  }
}

}  // namespace gongkai
