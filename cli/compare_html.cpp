#include "cli/compare_write.h"
#include "corpus/html_page.h"

namespace gongkai {
namespace {

// Deletions are struck out, insertions underlined, copied passages have a line at their side and a
// label: none is told by its colour alone.
constexpr std::string_view kStyle = R"css(
:root { --del: #fbe3e1; --ins: #dff3e4; --copied: #e9eef8; --copied-line: #7b93c4; }
@media (prefers-color-scheme: dark) { :root { --del: #4a2422; --ins: #1d3d29; --copied: #232c3f;
  --copied-line: #7b93c4; } }
del { background: var(--del); color: var(--bad); text-decoration: line-through; padding: 0 .1em; }
ins { background: var(--ins); color: var(--good); text-decoration: underline;
  text-underline-offset: .2em; padding: 0 .1em; }
.copied { background: var(--copied); }
.label { display: inline-block; font-size: .78rem; line-height: 1.4; color: var(--soft);
  border: 1px solid var(--line); border-radius: .3rem; padding: 0 .35rem; margin-right: .35rem;
  background: var(--paper); overflow-wrap: normal; }
.label.alarm { color: var(--bad); border-color: var(--bad); font-weight: 600; }
.paragraph { margin: .5rem 0; padding: .15rem 0 .15rem .7rem; border-left: 4px solid var(--line); }
.paragraph.same, .paragraph.numbers { border-left: 4px double var(--copied-line); }
.legend { color: var(--soft); font-size: .9rem; }
.legend span, .legend del, .legend ins { margin-right: .3rem; }
.sides { margin: 0; padding: 0; list-style: none; }
.sides b { display: inline-block; min-width: 4.5rem; }
.summary { background: var(--band); padding: .6rem 1rem .6rem 2rem; margin: 1rem 0; }
h3 { margin: 1.6rem 0 .2rem; font-size: 1.05rem; }
p.legend { margin: .2rem 0 .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .2rem 0; }
tr.row th { background: var(--band); font-weight: 600; }
tr.unchanged td, tr.unchanged th { color: var(--soft); font-weight: normal; }
tbody th[scope=row] { font-weight: normal; }
tr.row ~ tr th[scope=row] { padding-left: 1.4rem; }
td.differs { color: var(--bad); font-weight: 600; }
.figures thead th { position: sticky; top: 0; background: var(--paper); }
@media (max-width: 40rem) { .figures { font-size: .88rem; }
  tr.row ~ tr th[scope=row] { padding-left: .7rem; } .paragraph { padding-left: .5rem; } td.number, th.number { white-space: normal; } }
)css";

class PageWriter {
 public:
  explicit PageWriter(const ComparedReports& reports)
      : reports_(reports),
        comparison_(reports.comparison),
        language_(reports.language),
        sides_(NameSides(reports)) {}

  std::string Write() {
    WriteHead();
    WriteContents();
    out_.Open("main", {{"id", "main"}});
    WriteFacts();
    WriteCarryOver();
    for (const ComparedTable& table : comparison_.tables) WriteTable(table);
    WriteStatistics();
    WriteNarrative();
    out_.Close();
    return WriteHtmlPage({language_ == Language::kZh ? "zh-CN" : "en", Title(), kStyle, "",
                          Say("compare.skip"), std::move(out_).Take()});
  }

 private:
  std::string Say(std::string_view id, const TextDetails& details = {}) const {
    return Text(id, language_, details);
  }

  std::string Title() const {
    const std::string &before = reports_.before.agency.value, &after = reports_.after.agency.value;
    const TextDetails details = {{"before", sides_.before}, {"after", sides_.after},
                                 {"agency_before", before}, {"agency", after}};
    if (before.empty() || after.empty()) return Say("compare.title.nameless", details);
    return Say(before == after ? "compare.title" : "compare.title.two", details);
  }

  void WriteHead() {
    out_.Open("header");
    out_.Element("h1", Title());
    out_.Open("ul", {{"class", "sides"}});
    WriteSide(sides_.before, reports_.before, reports_.file_before);
    WriteSide(sides_.after, reports_.after, reports_.file_after);
    out_.Close();
    out_.Open("ul", {{"class", "summary"}});
    for (const std::string& line : SummaryLines(reports_)) out_.Element("li", line);
    out_.Close();
    out_.Close();
    out_.Break();
  }

  void WriteSide(const std::string& side, const Report& report, const std::string& file) {
    out_.Open("li");
    out_.Element("b", side);
    out_.Text(" " + report.title.value + " ");
    out_.Element("span", file, {{"class", "legend"}});
    out_.Close();
  }

  // The parts of the page, each with its anchor.
  void WriteContents() {
    out_.Open("nav", {{"aria-label", Say("compare.contents")}});
    out_.Open("ul");
    const auto link = [&](const std::string& id, const std::string& text) {
      out_.Open("li");
      out_.Element("a", text, {{"href", "#" + id}});
      out_.Close();
    };
    link("facts", Say("compare.part.facts"));
    if (!comparison_.carry_over.empty()) link("carry_over", Say("compare.part.carry_over"));
    for (const ComparedTable& table : comparison_.tables) {
      link(table.key, TableTitle(table.key, language_));
    }
    if (!comparison_.statistics.empty()) link("statistics", Say("compare.table.statistics"));
    link("narrative", Say("compare.part.narrative"));
    out_.Close();
    out_.Close();
    out_.Break();
  }

  void BeginPart(const std::string& id, const std::string& title) {
    out_.Break();
    out_.Open("section", {{"id", id}, {"aria-labelledby", id + "-title"}});
    out_.Element("h2", title, {{"id", id + "-title"}});
  }

  // A table that may be wider than a phone is scrolled by itself, by keyboard too.
  void BeginTable(const std::string& title_id, const std::vector<std::string>& columns) {
    out_.Open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"},
                      {"aria-labelledby", title_id + "-title"}});
    out_.Open("table", {{"class", "figures"}});
    out_.Open("thead");
    out_.Open("tr");
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out_.Element("th", columns[i], {{"scope", "col"}, {"class", i == 0 ? "" : "number"}});
    }
    out_.Close();
    out_.Close();
    out_.Break();
  }

  void EndTable() {
    out_.Close();
    out_.Close();
  }

  void WriteFacts() {
    BeginPart("facts", Say("compare.part.facts"));
    out_.Open("table");
    out_.Open("tbody");
    for (const ComparedFact& fact : comparison_.facts) {
      if (fact.before.empty() && fact.after.empty()) continue;
      out_.Open("tr");
      out_.Element("th", FactName(fact.key, language_), {{"scope", "row"}});
      out_.Open("td");
      WriteEdits(DiffParagraphs(fact.before, fact.after).edits);
      out_.Close();
      out_.Close();
    }
    out_.Close();
    out_.Close();
    out_.Close();
  }

  void WriteCarryOver() {
    if (comparison_.carry_over.empty()) return;
    BeginPart("carry_over", Say("compare.part.carry_over"));
    out_.Element("p", Say("compare.carry_over.rows",
                          {{"before", sides_.before}, {"after", sides_.after}}),
                 {{"class", "legend"}});
    BeginTable("carry_over",
               {Say("compare.column"), sides_.before, sides_.after, Say("compare.agreement")});
    out_.Open("tbody");
    for (const ComparedCarryOver& carried : comparison_.carry_over) {
      const bool differs = carried.agreement == Agreement::kDiffers;
      out_.Open("tr");
      out_.Element("th", carried.column, {{"scope", "row"}});
      Number(NumberText(carried.before, Absence::kMissing, language_));
      Number(NumberText(carried.after, Absence::kMissing, language_));
      out_.Element("td", AgreementName(carried.agreement, language_),
                   {{"class", differs ? "number differs" : "number"}});
      out_.Close();
    }
    out_.Close();
    EndTable();
    out_.Close();
  }

  void WriteNote(const std::string& note) {
    if (!note.empty()) out_.Element("p", note, {{"class", "legend"}});
  }

  void Number(const std::string& text) { out_.Element("td", text, {{"class", "number"}}); }

  std::vector<std::string> NumberColumns() const {
    return {Say("compare.item"), sides_.before, sides_.after, Say("compare.difference"),
            Say("compare.percent")};
  }

  void WriteNumbers(const std::string& label, const NumberTexts& texts, const NumberPair& numbers) {
    out_.Open("tr", {{"class", numbers.same() ? "unchanged" : "changed"}});
    out_.Element("th", label, {{"scope", "row"}});
    Number(texts.before);
    Number(texts.after);
    Number(DifferenceText(numbers));
    Number(PercentText(numbers));
    out_.Close();
  }

  void WriteRow(const ComparedRow& row) {
    out_.Open("tbody");
    out_.Open("tr", {{"class", "row"}});
    out_.Element("th", row.label, {{"colspan", "5"}, {"scope", "rowgroup"}});
    out_.Close();
    for (const ComparedCell& cell : row.cells) {
      if (!IsWorthShowing(cell)) continue;
      WriteNumbers(cell.column, TextsOf(cell, row, language_), cell.numbers);
    }
    if (!row.placed_before || !row.placed_after) {
      out_.Open("tr");
      out_.Element("td", Say("compare.row_unplaced"), {{"colspan", "5"}});
      out_.Close();
    }
    out_.Close();
    out_.Break();
  }

  static bool IsShown(const ComparedRow& row) {
    if (!row.placed_before || !row.placed_after) return true;
    for (const ComparedCell& cell : row.cells) {
      if (IsWorthShowing(cell)) return true;
    }
    return false;
  }

  void WriteTable(const ComparedTable& table) {
    BeginPart(table.key, TableTitle(table.key, language_));
    WriteNote(MissingTableText(table, sides_, language_));
    BeginTable(table.key, NumberColumns());
    for (const ComparedRow& row : table.rows) {
      if (IsShown(row)) WriteRow(row);
    }
    EndTable();
    WriteLeftOut(table);
    out_.Close();
  }

  // What is 0 or nothing in both, a line a row, for whoever wants to be sure.
  void WriteLeftOut(const ComparedTable& table) {
    std::size_t count = 0;
    std::vector<std::string> lines;
    for (const ComparedRow& row : table.rows) {
      std::string columns;
      for (const ComparedCell& cell : row.cells) {
        if (IsWorthShowing(cell)) continue;
        ++count;
        const NumberTexts texts = TextsOf(cell, row, language_);
        columns += (columns.empty() ? "" : Say("compare.list_separator")) + cell.column + " " +
                   (texts.before == texts.after ? texts.after : texts.before + "→" + texts.after);
      }
      if (!columns.empty()) lines.push_back(row.label + "：" + columns);
    }
    WriteDetails(count, lines);
  }

  void WriteDetails(std::size_t count, const std::vector<std::string>& lines) {
    if (count == 0) return;
    out_.Open("details");
    out_.Element("summary", Say("compare.left_out", {{"cells", std::to_string(count)}}));
    out_.Open("ul");
    for (const std::string& line : lines) out_.Element("li", line);
    out_.Close();
    out_.Close();
  }

  void WriteStatistics() {
    if (comparison_.statistics.empty()) return;
    BeginPart("statistics", Say("compare.table.statistics"));
    WriteNote(MissingStatisticsText(comparison_, sides_, language_));
    BeginTable("statistics", NumberColumns());
    out_.Open("tbody");
    std::vector<std::string> left_out;
    const auto write = [&](const std::string& label, const NumberPair& numbers) {
      if (!numbers.before && !numbers.after) return;
      if (IsWorthShowing(numbers)) {
        WriteNumbers(label, TextsOf(numbers, language_), numbers);
      } else {
        left_out.push_back(label);
      }
    };
    for (const ComparedStatistic& row : comparison_.statistics) {
      const std::string label = StatisticLabel(row);
      write(label, row.value);
      write(label + Say("compare.cumulative"), row.cumulative);
    }
    out_.Close();
    EndTable();
    WriteDetails(left_out.size(), left_out);
    out_.Close();
  }

  void WriteNarrative() {
    BeginPart("narrative", Say("compare.part.narrative"));
    out_.Open("p", {{"class", "legend"}});
    out_.Element("del", Say("compare.legend.deleted"));
    out_.Element("ins", Say("compare.legend.inserted"));
    out_.Element("span", Say("compare.legend.copied",
                             {{"count", std::to_string(kCopiedCharacters)}}),
                 {{"class", "copied"}});
    out_.Close();
    for (const ComparedSection& section : comparison_.sections) WriteSection(section);
    out_.Close();
  }

  void WriteSection(const ComparedSection& section) {
    out_.Break();
    out_.Open("article");
    out_.Element("h3", SectionTitle(section, language_));
    if (HasNewHeading(section)) {
      out_.Element("p", Say("compare.heading_before", {{"heading", section.heading_before}}),
                   {{"class", "legend"}});
    }
    out_.Element("p", SectionSummary(section, language_), {{"class", "legend"}});
    for (const ParagraphDiff& paragraph : section.paragraphs) WriteParagraph(paragraph);
    out_.Close();
  }

  static std::string_view ClassOf(TextChange change) {
    return change == TextChange::kSame      ? "paragraph same"
           : change == TextChange::kNumbers ? "paragraph numbers"
                                            : "paragraph";
  }

  void WriteParagraph(const ParagraphDiff& paragraph) {
    if (paragraph.edits.empty()) return;
    out_.Open("p", {{"class", std::string(ClassOf(paragraph.change))}});
    if (paragraph.place.moved) Label(Say("compare.moved"));
    const bool named = paragraph.change != TextChange::kChanged;
    if (named) Label(ChangeName(paragraph.change, language_));
    WriteEdits(paragraph.edits, /*label_copied=*/!named);
    out_.Close();
    out_.Break();
  }

  void Label(const std::string& text) { out_.Element("span", text, {{"class", "label"}}); }

  void WriteEdits(const std::vector<TextEdit>& edits, bool label_copied = true) {
    bool copied = false;
    for (std::size_t i = 0; i < edits.size(); ++i) {
      if (edits[i].copied != copied) {
        copied = edits[i].copied;
        copied ? out_.Open("span", {{"class", "copied"}}) : out_.Close();
        if (copied && label_copied) LabelCopied(edits, i);
      }
      if (edits[i].kind == EditKind::kSame) {
        out_.Text(edits[i].text);
      } else {
        out_.Element(edits[i].kind == EditKind::kDeleted ? "del" : "ins", edits[i].text);
      }
    }
    if (copied) out_.Close();
  }

  void LabelCopied(const std::vector<TextEdit>& edits, std::size_t at) {
    std::size_t count = 0;
    for (; at < edits.size() && edits[at].copied; ++at) {
      if (edits[at].kind == EditKind::kSame) count += CountCharacters(edits[at].text);
    }
    Label(Say("compare.copied", {{"count", std::to_string(count)}}));
  }

  const ComparedReports& reports_;
  const Comparison& comparison_;
  Language language_;
  SideNames sides_;
  HtmlWriter out_;
};

}  // namespace

std::string WriteCompareHtml(const ComparedReports& reports) { return PageWriter(reports).Write(); }

}  // namespace gongkai
