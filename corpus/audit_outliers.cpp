// A number far from those of all other years of its organ. Numbers of this kind grow and shrink by factors,
// so their logarithms are compared: the modified z-score of Iglewicz and Hoaglin ("How to Detect and Handle
// Outliers", ASQC 1993), 0.6745 (x - median) / MAD, which up to half of the numbers cannot spoil, above 3.5.
// Alone it would alarm at any change in a series that hardly varies; hence the factor, too.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

#include "corpus/audit_checks.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr double kScale = 0.6745, kMostScore = 3.5;
// A MAD below this (a tenth, as a factor) says that the series is even, not that it is exact.
constexpr double kLeastDeviation = 0.1;
// Beyond twenty times the median, or a twentieth of it: the largest honest jump between real years seen
// was eightfold, a digit too many is tenfold upon whatever the year was, a wrong unit ten-thousandfold.
constexpr double kFactor = 20;
// Fewer years say nothing of what is usual, nor does a number that is 0 in most of them; numbers below
// are a handful that any case changes.
constexpr std::size_t kFewestYears = 5;
constexpr double kLeastMedian = 1, kLeastDistance = 50;

struct Point {
  const AuditReport* report;
  std::string pointer;
  double value;
};

double MedianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

// What a cell's numbers of all years are gathered under: a row of the statistics goes by its label.
std::string SeriesKey(const AuditReport& report, const std::string& pointer) {
  const AuditPlace place = PlaceOf(report, pointer);
  if (place.label.empty()) return pointer;
  std::string label;
  for (const char32_t c : DecodeUtf8(FoldTight(place.label))) {
    if (IsHan(c)) label += EncodeUtf8(std::u32string(1, c));
  }
  return "@" + label;
}

// What an organ does in a year: its work (table 2, the statistics) and how many applied to it. How the
// applications ended is left to chance and to the sums of table 3; 历年累计 has a rule of its own.
bool IsJudged(std::string_view pointer) {
  constexpr auto kCounted = std::to_array<std::string_view>(
      {"/applications/new_received/total", "/applications/outcome/total/total"});
  if (std::find(kCounted.begin(), kCounted.end(), pointer) != kCounted.end()) return true;
  if (pointer.starts_with("/statistics/")) return pointer.ends_with("/value");
  return pointer.starts_with("/active_disclosure/") && !pointer.ends_with("/change") &&
         !pointer.ends_with("/last_year");
}

std::map<std::string, std::vector<Point>> SeriesOf(const OrganSeries& organ) {
  std::map<std::string, std::vector<Point>> series;
  int year = 0;
  for (const AuditReport& report : organ.reports) {
    if (std::exchange(year, report.year) == report.year) continue;  // filed again
    std::map<std::string, std::vector<Point>> own;
    for (const auto& [pointer, cell] : report.cells) {
      if (!cell.value || !IsJudged(pointer)) continue;
      own[SeriesKey(report, pointer)].push_back({&report, pointer, cell.value->ToDouble()});
    }
    for (auto& [key, points] : own) {  // a label that stands twice says too little
      if (points.size() == 1) series[key].push_back(points.front());
    }
  }
  return series;
}

double LogOf(double value) { return std::log(std::max(value, 0.0) + 1); }

struct Usual {
  double median, log_median, deviation;
};

Usual UsualOf(const std::vector<Point>& points) {
  std::vector<double> values, logs, distances;
  for (const Point& point : points) {
    values.push_back(point.value);
    logs.push_back(LogOf(point.value));
  }
  const double log_median = MedianOf(logs);
  for (const double log : logs) distances.push_back(std::abs(log - log_median));
  return {MedianOf(values), log_median, std::max(MedianOf(distances), kLeastDeviation)};
}

bool IsOutlier(const Usual& usual, const Point& point) {
  const double score = kScale * std::abs(LogOf(point.value) - usual.log_median) / usual.deviation;
  // A 0 is no small number: work that an organ no longer does, or did not do yet.
  if (usual.median < kLeastMedian) return false;
  const bool far = point.value > kFactor * usual.median ||
                   (point.value > 0 && point.value < usual.median / kFactor);
  return far && score > kMostScore && std::abs(point.value - usual.median) >= kLeastDistance;
}

std::string Rounded(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.10g", value);
  return text.data();
}

void Tell(const OrganSeries& organ, const std::vector<Point>& points, const Usual& usual,
          const Point& outlier, AuditFindings& out) {
  AuditFinding finding = NewAuditFinding("series.outlier", organ, {outlier.report->year});
  finding.at = {PlaceOf(*outlier.report, outlier.pointer)};
  for (const Point& point : points) {
    if (&point != &outlier) finding.at.push_back(PlaceOf(*point.report, point.pointer));
  }
  finding.actual = finding.at[0].cell->value;
  AddPlaceDetail(finding, "place", finding.at[0]);
  finding.details.emplace_back("actual", finding.at[0].cell->raw);
  finding.details.emplace_back("median", Rounded(usual.median));
  finding.details.emplace_back("years", std::to_string(points.size()));
  out.found.push_back(std::move(finding));
}

}  // namespace

void CheckOutliers(const OrganSeries& organ, AuditFindings& out) {
  for (const auto& [key, points] : SeriesOf(organ)) {
    if (points.size() < kFewestYears) continue;
    const Usual usual = UsualOf(points);
    const auto is_outlier = [&](const Point& point) { return IsOutlier(usual, point); };
    // Two that stand out together are no slip: something has changed.
    if (std::count_if(points.begin(), points.end(), is_outlier) != 1) continue;
    Tell(organ, points, usual, *std::find_if(points.begin(), points.end(), is_outlier), out);
  }
}

}  // namespace gongkai
