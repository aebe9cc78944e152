// The layers that show what the report says: its numbers, headings and facts where they were read.
#pragma once

#include <array>

#include "cli/show_layers.h"

namespace gongkai {

// Below this a person has to look at a number (CONTRACT.md).
inline constexpr double kDoubtful = 0.9;

inline constexpr auto kHeadingMarks = std::to_array<Mark>({
    {"show.section", Mark::Shape::kBox, {{0.00, 0.50, 0.55, 0.9}, 1.2}},
    {"show.fact", Mark::Shape::kBox, {{0.55, 0.35, 0.05, 0.9}, 1.2}},
});
inline constexpr auto kReadingMarks = std::to_array<Mark>({
    {"show.number", Mark::Shape::kBox, {{0.00, 0.55, 0.15, 1.0}, 0.9}},
    {"show.null", Mark::Shape::kBox, {{0.95, 0.55, 0.00, 1.0}, 0.9}},
    {"show.doubtful", Mark::Shape::kBox, {{0.90, 0.00, 0.00, 1.0}, 2.2}},
    {"show.finding", Mark::Shape::kCorner, {{0.90, 0.00, 0.70, 1.0}, 5.0}},
});

// Headings with their sections' keys; title, agency and year.
void DrawHeadings(Canvas& canvas, const ShownPage& shown);

// Every value and null of the page with what it was read as, and what a finding points at.
void DrawReadings(Canvas& canvas, const ShownPage& shown);

}  // namespace gongkai
