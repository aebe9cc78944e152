// Rows: runs of neighbouring lines with the same separator. In a run some lines are rows for
// certain (two filled fields); the others are rows where they stand beside those.
#include <algorithm>
#include <cstddef>

#include "extract/plain_text_characters.h"
#include "extract/plain_text_roles.h"

namespace gongkai {
namespace {

// Lines with one filled field that stand together beside a row and still belong to it: a group
// label and a second one. More of them in a row are a table written one cell a line.
constexpr std::size_t kLongestWeakRun = 2;

struct Run {
  std::size_t begin, end;
};

bool IsOpen(const TextLine& line) { return line.role == LineRole::kProse && !line.heading; }

bool IsSureBarRow(const TextLine& line) {
  const LineShape& shape = line.shape;
  return line.role == LineRole::kRule || shape.filled >= 2 ||
         (shape.filled == 1 && shape.spaced_blanks >= 2);
}

// |||: what a converter writes for the cells that merged ones cover. Spaces between bars are cells.
bool IsPadding(const TextLine& line) {
  return line.shape.filled == 0 && line.shape.spaced_blanks == 0;
}

// Prose that holds a bar: alone, open at both ends, and longer than a cell.
bool IsProseWithBar(const std::vector<TextLine>& lines, Run run) {
  constexpr int kLongestCell = 60;  // characters; rows of this form's labels have 36 at most
  const TextLine& line = lines[run.begin];
  return run.end - run.begin == 1 && !line.shape.opens && !line.shape.closes &&
         CountCharacters(line.text, kLongestCell + 1) > kLongestCell && line.shape.fields <= 3;
}

void FindBarRows(std::vector<TextLine>& lines, Run run) {
  if (IsProseWithBar(lines, run)) {
    lines[run.begin].shape.separator = Separator::kNone;
    return;
  }
  for (std::size_t i = run.begin; i < run.end;) {
    if (IsSureBarRow(lines[i])) {
      if (lines[i].role != LineRole::kRule) lines[i].role = LineRole::kRow;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < run.end && !IsSureBarRow(lines[end])) ++end;
    const bool beside = i > run.begin || end < run.end;
    if (beside && end - i <= kLongestWeakRun) {
      for (std::size_t k = i; k < end; ++k) {
        lines[k].role = IsPadding(lines[k]) ? LineRole::kDropped : LineRole::kRow;
      }
    }
    i = end;
  }
}

bool IsIndentOnly(const TextLine& line) {
  return line.shape.filled == 1 && line.text.back() != '\t';
}

// 一、<tab>总体情况: a list's number and its text, as word processors write them.
bool IsNumberedText(const TextLine& line) {
  if (line.shape.fields != 2) return false;
  return IsBareNumbering(TrimBlank(line.text.substr(0, line.text.find('\t'))));
}

bool IsSureTabRow(const TextLine& line) { return line.shape.filled >= 2 && !IsNumberedText(line); }

// Text that ends as a sentence does, alone among prose.
bool IsLoneSentence(const std::vector<TextLine>& lines, Run run) {
  return run.end - run.begin == 1 && EndsSentence(TrimBlank(lines[run.begin].text)) &&
         lines[run.begin].shape.fields <= 3;
}

bool IsTabTable(const std::vector<TextLine>& lines, Run run) {
  std::size_t trailing = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (IsSureTabRow(lines[i])) return !IsLoneSentence(lines, run);
    if (lines[i].shape.filled == 1 && lines[i].shape.fields >= 3 && !IsIndentOnly(lines[i])) {
      ++trailing;
    }
  }
  return trailing >= 2;  // labels whose values are all blank
}

void FindTabRows(std::vector<TextLine>& lines, Run run) {
  if (!IsTabTable(lines, run)) return;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const bool row_before =
        i > run.begin && lines[i - 1].role == LineRole::kRow && !lines[i].after_gap;
    const bool row_behind =
        i + 1 < run.end && IsSureTabRow(lines[i + 1]) && !lines[i + 1].after_gap;
    bool row = IsSureTabRow(lines[i]);
    if (lines[i].shape.filled == 0) row = row_before;
    if (lines[i].shape.filled == 1) row = !IsIndentOnly(lines[i]) || (row_before && row_behind);
    if (row) lines[i].role = LineRole::kRow;
  }
}

// A label and numbers, or numbers alone.
bool IsSureSpacedRow(const TextLine& line) {
  const LineShape& shape = line.shape;
  if (shape.numbers >= 2) return shape.fields - shape.numbers <= 3;
  // one number behind a wide gap: label      97
  return shape.numbers == 1 && shape.fields == 2 && line.text.find("  ") != std::string_view::npos;
}

void FindSpacedRows(std::vector<TextLine>& lines, Run run) {
  const auto sure_or_wide = [](const TextLine& line) {
    return IsSureSpacedRow(line) || line.shape.fields >= 3;
  };
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const bool before = i > run.begin && sure_or_wide(lines[i - 1]);
    const bool behind = i + 1 < run.end && sure_or_wide(lines[i + 1]);
    const bool wide_gap = lines[i].text.find("  ") != std::string_view::npos;
    if (IsSureSpacedRow(lines[i]) || (wide_gap && (before || behind))) {
      lines[i].role = LineRole::kRow;
    }
  }
}

Run RunAt(const std::vector<TextLine>& lines, std::size_t begin) {
  const Separator separator = lines[begin].shape.separator;
  std::size_t end = begin;
  while (end < lines.size() && (lines[end].role == LineRole::kRule || IsOpen(lines[end])) &&
         (lines[end].shape.separator == separator || lines[end].role == LineRole::kRule)) {
    ++end;
  }
  return {begin, std::max(end, begin + 1)};
}

// Lines of tabs alone that are no blank row of a table: they part what stands around them.
void DropBlankLines(std::vector<TextLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool blank = lines[i].shape.separator == Separator::kTab && lines[i].shape.filled == 0;
    if (!blank || lines[i].role == LineRole::kRow) continue;
    lines[i].role = LineRole::kDropped;
    if (i + 1 < lines.size()) lines[i + 1].after_gap = true;
  }
}

}  // namespace

void FindRows(std::vector<TextLine>& lines) {
  for (TextLine& line : lines) {
    if (IsOpen(line) && line.shape.rule) line.role = LineRole::kRule;
  }
  for (std::size_t i = 0; i < lines.size();) {
    const Run run = RunAt(lines, i);
    const bool open = lines[i].role == LineRole::kRule || IsOpen(lines[i]);
    switch (open ? lines[i].shape.separator : Separator::kNone) {
      case Separator::kBar: FindBarRows(lines, run); break;
      case Separator::kTab: FindTabRows(lines, run); break;
      case Separator::kSpaces: FindSpacedRows(lines, run); break;
      case Separator::kNone: break;
    }
    i = run.end;
  }
  DropBlankLines(lines);
}

}  // namespace gongkai
