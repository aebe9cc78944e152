#include <algorithm>

#include "cli/compare_write.h"
#include "cli/messages.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// An unchanged stretch is shown with so many characters at each end; what is between is counted.
constexpr std::size_t kShownAtEnd = 18;
// Eliding less than this saves no line.
constexpr std::size_t kLeastElided = 12;
// Columns of a terminal; a Chinese character takes two.
constexpr std::size_t kLabelWidth = 28, kNumberWidth = 10, kMostLabelWidth = 48;

// How deletions, insertions and headings are set off.
struct Marks {
  std::string_view deleted, deleted_end, inserted, inserted_end, heading, heading_end;
};
constexpr Marks kPlainMarks{"[-", "-]", "{+", "+}", "", ""};
constexpr Marks kColourMarks{"\033[31;9m", "\033[0m", "\033[32;4m",
                             "\033[0m",    "\033[1m", "\033[0m"};

std::size_t Width(std::string_view text) {
  const std::u32string decoded = DecodeUtf8(text);
  const auto wide = std::count_if(decoded.begin(), decoded.end(), IsWide);
  return decoded.size() + static_cast<std::size_t>(wide);
}

std::string Padding(std::string_view text, std::size_t width) {
  return std::string(std::max(width, Width(text)) - Width(text), ' ');
}
std::string Left(const std::string& text, std::size_t width) { return text + Padding(text, width); }
std::string Right(const std::string& text, std::size_t width) {
  return " " + Padding(text, width) + text;  // longer ones still stand apart
}

class TextWriter {
 public:
  TextWriter(const ComparedReports& reports, bool colours)
      : reports_(reports),
        comparison_(reports.comparison),
        language_(reports.language),
        marks_(colours ? kColourMarks : kPlainMarks),
        sides_(NameSides(reports)) {}

  std::string Write() {
    WriteHead();
    WriteFacts();
    WriteCarryOver();
    for (const ComparedTable& table : comparison_.tables) WriteTable(table);
    WriteStatistics();
    WriteSections();
    return std::move(out_);
  }

 private:
  std::string Say(std::string_view id, const TextDetails& details = {}) const {
    return Text(id, language_, details);
  }

  // What a document holds must not steer the terminal; the marks are put around it afterwards.
  void Line(const std::string& text) { out_ += OneLine(text) + "\n"; }

  void Heading(const std::string& text) {
    out_ += "\n";
    out_ += marks_.heading;
    out_ += OneLine(text);
    out_ += marks_.heading_end;
    out_ += "\n";
  }

  void WriteHead() {
    Line(Say("compare.side", {{"side", sides_.before}, {"file", reports_.file_before}}));
    Line(Say("compare.side", {{"side", sides_.after}, {"file", reports_.file_after}}));
    for (const std::string& line : SummaryLines(reports_)) Line(line);
  }

  void WriteFacts() {
    Heading(Say("compare.part.facts"));
    for (const ComparedFact& fact : comparison_.facts) {
      if (fact.before.empty() && fact.after.empty()) continue;
      const std::string name = "  " + Left(FactName(fact.key, language_), 12);
      out_ += name + Marked(DiffParagraphs(fact.before, fact.after).edits, false) + "\n";
    }
  }

  void WriteCarryOver() {
    if (comparison_.carry_over.empty()) return;
    Heading(Say("compare.part.carry_over"));
    const TextDetails sides = {{"before", sides_.before}, {"after", sides_.after}};
    Line("  " + Say("compare.carry_over.rows", sides));
    for (const ComparedCarryOver& carried : comparison_.carry_over) {
      Line("  " + Left(carried.column, kLabelWidth) +
           Right(NumberText(carried.before, Absence::kMissing, language_), kNumberWidth) +
           Right(NumberText(carried.after, Absence::kMissing, language_), kNumberWidth) + "  " +
           AgreementName(carried.agreement, language_));
    }
  }

  void WriteNote(const std::string& note) {
    if (!note.empty()) Line("  " + note);
  }

  void WriteColumnNames(std::size_t label_width) {
    Line("  " + Left("", label_width) + Right(sides_.before, kNumberWidth) +
         Right(sides_.after, kNumberWidth) + Right(Say("compare.difference"), kNumberWidth) +
         Right(Say("compare.percent"), kNumberWidth));
  }

  void WriteNumbers(const std::string& label, std::size_t label_width, const NumberTexts& texts,
                    const NumberPair& numbers) {
    std::string line = "  " + Left(label, label_width);
    for (const std::string& text :
         {texts.before, texts.after, DifferenceText(numbers), PercentText(numbers)}) {
      line += Right(text, kNumberWidth);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    Line(line);
  }

  void WriteRow(const ComparedRow& row, std::size_t& left_out) {
    bool named = false;
    for (const ComparedCell& cell : row.cells) {
      if (!IsWorthShowing(cell)) {
        ++left_out;
        continue;
      }
      if (!named) Line("  " + row.label);
      named = true;
      WriteNumbers("  " + cell.column, kLabelWidth, TextsOf(cell, row, language_), cell.numbers);
    }
    if (row.placed_before && row.placed_after) return;
    if (!named) Line("  " + row.label);
    Line("    " + Say("compare.row_unplaced"));
  }

  void WriteTable(const ComparedTable& table) {
    Heading(TableTitle(table.key, language_));
    WriteNote(MissingTableText(table, sides_, language_));
    WriteColumnNames(kLabelWidth);
    std::size_t left_out = 0;
    for (const ComparedRow& row : table.rows) WriteRow(row, left_out);
    WriteLeftOut(left_out);
  }

  void WriteLeftOut(std::size_t cells) {
    if (cells > 0) Line("  " + Say("compare.left_out", {{"cells", std::to_string(cells)}}));
  }

  void WriteStatistics() {
    if (comparison_.statistics.empty()) return;
    Heading(Say("compare.table.statistics"));
    WriteNote(MissingStatisticsText(comparison_, sides_, language_));
    std::size_t label_width = kLabelWidth, left_out = 0;
    const std::string cumulative = Say("compare.cumulative");
    for (const ComparedStatistic& row : comparison_.statistics) {
      label_width = std::max(label_width, Width(StatisticLabel(row) + cumulative));
    }
    label_width = std::min(label_width, kMostLabelWidth);
    WriteColumnNames(label_width);
    for (const ComparedStatistic& row : comparison_.statistics) {
      const std::string label = StatisticLabel(row);
      WriteStatistic(label, label_width, row.value, left_out);
      WriteStatistic(label + cumulative, label_width, row.cumulative, left_out);
    }
    WriteLeftOut(left_out);
  }

  void WriteStatistic(const std::string& label, std::size_t label_width, const NumberPair& numbers,
                      std::size_t& left_out) {
    if (!numbers.before && !numbers.after) return;
    if (!IsWorthShowing(numbers)) {
      ++left_out;
    } else {
      WriteNumbers(label, label_width, TextsOf(numbers, language_), numbers);
    }
  }

  void WriteSections() {
    for (const ComparedSection& section : comparison_.sections) {
      const bool renamed = HasNewHeading(section);
      if (section.characters_before + section.characters_after == 0 && !renamed) continue;
      Heading(SectionTitle(section, language_));
      if (renamed) {
        Line("  " + Say("compare.heading_before", {{"heading", section.heading_before}}));
      }
      Line("  " + SectionSummary(section, language_));
      for (const ParagraphDiff& paragraph : section.paragraphs) WriteParagraph(paragraph);
    }
  }

  void WriteParagraph(const ParagraphDiff& paragraph) {
    if (paragraph.edits.empty()) return;
    out_ += "  · ";
    if (paragraph.place.moved) out_ += Say("compare.moved") + " ";
    out_ += Marked(paragraph.edits, true) + "\n";
  }

  // With `elide`, long stretches that are the same are shortened.
  std::string Marked(const std::vector<TextEdit>& edits, bool elide) const {
    std::string text;
    for (const TextEdit& edit : edits) {
      const std::string shown = OneLine(edit.text);
      if (edit.kind == EditKind::kSame) {
        text += elide ? Elided(shown) : shown;
      } else {
        const bool deleted = edit.kind == EditKind::kDeleted;
        text += deleted ? marks_.deleted : marks_.inserted;
        text += shown;
        text += deleted ? marks_.deleted_end : marks_.inserted_end;
      }
    }
    return text;
  }

  std::string Elided(const std::string& text) const {
    const std::u32string all = DecodeUtf8(text);
    if (all.size() < 2 * kShownAtEnd + kLeastElided) return text;
    const std::u32string_view view = all;
    const std::size_t between = all.size() - 2 * kShownAtEnd;
    return EncodeUtf8(view.substr(0, kShownAtEnd)) +
           Say("compare.elided", {{"count", std::to_string(between)}}) +
           EncodeUtf8(view.substr(all.size() - kShownAtEnd));
  }

  const ComparedReports& reports_;
  const Comparison& comparison_;
  Language language_;
  Marks marks_;
  SideNames sides_;
  std::string out_;
};

}  // namespace

std::string WriteCompareText(const ComparedReports& reports, bool colours) {
  return TextWriter(reports, colours).Write();
}

}  // namespace gongkai
