#include "cli/show_readings.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

// Points. The labels are the smallest that are legible at 100 dpi: they must fit beside a number
// in a column of 30 points.
constexpr double kValueSize = 6;
constexpr double kKeySize = 8;
constexpr double kGap = 1.5;      // between a box and its label
constexpr double kRoom = 1.2;     // between a number and its box: small digits stay legible
constexpr double kAscent = 0.75;  // em, of digits and small letters with room
constexpr Colour kPaper{1, 1, 1, 0.8};

Box Around(const Box& box, double room) {
  return {box.x0 - room, box.y0 - room, box.x1 + room, box.y1 + room};
}

enum class Side { kRight, kAbove, kBelow };

void DrawLabel(Canvas& canvas, const std::string& text, const Box& box, Side side, double size,
               const Colour& colour) {
  double x = box.x0;
  double y = box.y0 - kGap;
  if (side == Side::kRight) {
    x = box.x1 + kGap;
    y = box.MidY() + kAscent / 2 * size;
  } else if (side == Side::kBelow) {
    y = box.y1 + kGap + kAscent * size;
  }
  const double width = canvas.TextWidth(text, size);
  x = std::max(0.0, std::min(x, canvas.width() - width));
  canvas.FillBox({x, y - kAscent * size, x + width, y + 1}, kPaper);
  canvas.DrawText(text, x, y, size, colour);
}

struct FactMark {
  std::string_view name;
  const TextFact* fact;
  Side side;
};

// The three stand in one line as a rule: each has its label at another side.
void DrawFacts(Canvas& canvas, const ShownPage& shown) {
  const Report& report = shown.report;
  const FactMark facts[] = {
      {"title", &report.title, Side::kRight},
      {"agency", &report.agency, Side::kAbove},
      {"year", &report.year_evidence, Side::kBelow},
  };
  const Mark& mark = kHeadingMarks[1];
  for (const auto& [name, fact, side] : facts) {
    if (fact->value.empty() || fact->place.page != shown.page.number || !fact->place.box) continue;
    DrawMark(canvas, mark, *fact->place.box);
    const bool with_value = fact != &report.title;  // the title can be read on the page
    const std::string label = std::string(name) + (with_value ? ": " + fact->value : "");
    DrawLabel(canvas, label, *fact->place.box, side, kKeySize, mark.pen.colour);
  }
}

struct ShownReading {
  std::string pointer;
  const Reading* reading;
};

std::vector<ShownReading> ReadingsOn(const Report& report, int page) {
  std::vector<ShownReading> out;
  const auto add = [&](const std::string& pointer, const Reading& reading) {
    if (reading.place.page == page && reading.place.box) out.push_back({pointer, &reading});
  };
  for (const TableValue& value : report.values) add(value.pointer, value.reading);
  for (std::size_t i = 0; i < report.statistics.size(); ++i) {
    const StatisticsRow& row = report.statistics[i];
    const std::string pointer = "/statistics/" + std::to_string(i);
    if (row.value) add(pointer + "/value", *row.value);
    if (row.cumulative) add(pointer + "/cumulative", *row.cumulative);
  }
  return out;
}

const Mark& MarkOf(const Reading& reading) {
  if (reading.confidence < kDoubtful) return kReadingMarks[2];
  return reading.value ? kReadingMarks[0] : kReadingMarks[1];
}

std::string LabelOf(const Reading& reading) {
  const std::string value = reading.value ? reading.value->ToString() : "null";
  if (reading.confidence >= kDoubtful) return value;
  return value + " " + std::to_string(std::lround(reading.confidence * 100)) + "%";
}

void DrawReading(Canvas& canvas, const Reading& reading) {
  const Mark& mark = MarkOf(reading);
  const std::string label = LabelOf(reading);
  // A blank cell's box is the cell itself, and the label stands inside of it.
  const bool inside = reading.raw.empty();
  const Box box = Around(*reading.place.box, inside ? -kRoom : kRoom);
  const double end =
      inside ? box.MidX() - canvas.TextWidth(label, kValueSize) / 2 - kGap : box.x1;
  DrawMark(canvas, mark, box);
  DrawLabel(canvas, label, {box.x0, box.y0, end, box.y1}, Side::kRight, kValueSize,
            mark.pen.colour);
}

// Whatever a finding can point at and that has a place.
std::vector<std::pair<std::string, Place>> FindTargets(const Report& report, int page) {
  std::vector<std::pair<std::string, Place>> out = {{"/title", report.title.place},
                                                    {"/agency", report.agency.place},
                                                    {"/year", report.year_evidence.place}};
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const std::string pointer = "/sections/" + std::to_string(i);
    out.emplace_back(pointer, report.sections[i].place);
    out.emplace_back(pointer + "/text", report.sections[i].place);
  }
  for (const Table& table : report.tables) {
    for (const TableRow& row : table.rows) out.emplace_back(row.pointer, row.place);
  }
  for (const auto& [pointer, reading] : ReadingsOn(report, page)) {
    out.emplace_back(pointer, reading->place);
  }
  return out;
}

void DrawFindings(Canvas& canvas, const ShownPage& shown) {
  std::set<std::string> pointed;
  for (const Finding& finding : shown.report.findings) {
    pointed.insert(finding.at.begin(), finding.at.end());
  }
  const Mark& mark = kReadingMarks[3];
  for (const auto& [pointer, place] : FindTargets(shown.report, shown.page.number)) {
    if (place.page != shown.page.number || !place.box || !pointed.contains(pointer)) continue;
    // Half of the corner's size outside, so that it hides no digit.
    DrawMark(canvas, mark, Around(*place.box, mark.pen.width / 2));
  }
}

}  // namespace

void DrawHeadings(Canvas& canvas, const ShownPage& shown) {
  const Mark& mark = kHeadingMarks[0];
  for (const Section& section : shown.report.sections) {
    if (section.place.page != shown.page.number || !section.place.box) continue;
    DrawMark(canvas, mark, *section.place.box);
    DrawLabel(canvas, section.key, *section.place.box, Side::kRight, kKeySize, mark.pen.colour);
  }
  DrawFacts(canvas, shown);
}

void DrawReadings(Canvas& canvas, const ShownPage& shown) {
  for (const auto& [pointer, reading] : ReadingsOn(shown.report, shown.page.number)) {
    DrawReading(canvas, *reading);
  }
  DrawFindings(canvas, shown);
}

}  // namespace gongkai
