#include <array>

#include "cli/compare_write.h"
#include "model/report_names.h"
#include "normalize/report_json_out.h"

namespace gongkai {
namespace {

using Style = JsonWriter::Style;

constexpr JsonName<TextChange> kChangeNames[] = {{TextChange::kSame, "same"},
                                                 {TextChange::kNumbers, "numbers"},
                                                 {TextChange::kChanged, "changed"},
                                                 {TextChange::kAdded, "added"},
                                                 {TextChange::kRemoved, "removed"}};
constexpr JsonName<Agreement> kAgreementNames[] = {{Agreement::kAgrees, "agrees"},
                                                   {Agreement::kDiffers, "differs"},
                                                   {Agreement::kOpen, "open"}};
constexpr JsonName<EditKind> kEditNames[] = {{EditKind::kSame, "same"},
                                             {EditKind::kDeleted, "deleted"},
                                             {EditKind::kInserted, "inserted"}};

void WriteText(JsonWriter& out, std::string_view key, std::string_view text) {
  out.Key(key);
  out.String(text);
}

void WriteTextOrNull(JsonWriter& out, std::string_view key, std::string_view text) {
  out.Key(key);
  text.empty() ? out.Null() : out.String(text);
}

template <typename E, std::size_t N>
void WriteName(JsonWriter& out, std::string_view key, const JsonName<E> (&names)[N], E value) {
  WriteTextOrNull(out, key, NameOf(names, value).value_or(""));
}

void WriteCount(JsonWriter& out, std::string_view key, std::size_t count) {
  out.Key(key);
  out.Integer(static_cast<std::int64_t>(count));
}

void WriteNumber(JsonWriter& out, std::string_view key, const std::optional<Decimal>& number) {
  out.Key(key);
  number ? out.Number(*number) : out.Null();
}

void WriteReading(JsonWriter& out, std::string_view key, const std::optional<Reading>& reading) {
  if (!reading) return;
  out.Key(key);
  out.OpenObject(Style::kLine);
  WriteNumber(out, "value", reading->value);
  WriteText(out, "raw", reading->raw);
  if (!reading->value) WriteName(out, "state", kStateNames, reading->state);
  out.Key("confidence");
  out.Number(Rounded(reading->confidence, 3));
  out.Close();
}

void WriteNumbers(JsonWriter& out, const NumberPair& numbers) {
  WriteReading(out, "before", numbers.before);
  WriteReading(out, "after", numbers.after);
  if (numbers.difference) WriteNumber(out, "difference", numbers.difference);
  if (numbers.percent) WriteNumber(out, "percent", numbers.percent);
}

void WriteReport(JsonWriter& out, std::string_view key, const Report& report) {
  out.Key(key);
  out.OpenObject(Style::kLine);
  WriteText(out, "name", report.source.name);
  WriteText(out, "sha256", report.source.sha256);
  WriteTextOrNull(out, "title", report.title.value);
  WriteTextOrNull(out, "agency", report.agency.value);
  out.Key("year");
  report.year ? out.Integer(*report.year) : out.Null();
  WriteName(out, "form", kFormNames, report.form);
  out.Close();
}

void WriteFact(JsonWriter& out, const ComparedFact& fact) {
  out.OpenObject(Style::kLine);
  WriteText(out, "key", fact.key);
  WriteTextOrNull(out, "before", fact.before);
  WriteTextOrNull(out, "after", fact.after);
  WriteName(out, "change", kChangeNames, fact.change);
  out.Close();
}

void WriteCarryOver(JsonWriter& out, const ComparedCarryOver& carried) {
  out.OpenObject(Style::kLine);
  WriteText(out, "column", carried.column);
  WriteText(out, "from", carried.from);
  WriteText(out, "to", carried.to);
  WriteReading(out, "before", carried.before);
  WriteReading(out, "after", carried.after);
  WriteName(out, "agreement", kAgreementNames, carried.agreement);
  out.Close();
}

// What is true of both as a rule is written where it is not.
void WriteUnlessBoth(JsonWriter& out, std::string_view key, bool before, bool after) {
  if (before && after) return;
  out.Key(key);
  out.OpenObject(Style::kLine);
  out.Key("before");
  out.Bool(before);
  out.Key("after");
  out.Bool(after);
  out.Close();
}

void WriteRow(JsonWriter& out, const ComparedRow& row) {
  out.OpenObject();
  WriteText(out, "pointer", row.pointer);
  WriteText(out, "label", row.label);
  WriteUnlessBoth(out, "placed", row.placed_before, row.placed_after);
  out.Key("cells");
  out.OpenArray();
  for (const ComparedCell& cell : row.cells) {
    out.OpenObject(Style::kLine);
    WriteText(out, "pointer", cell.pointer);
    WriteText(out, "column", cell.column);
    WriteNumbers(out, cell.numbers);
    WriteUnlessBoth(out, "in_form", cell.in_form_before, cell.in_form_after);
    out.Close();
  }
  out.Close();
  out.Close();
}

void WriteTable(JsonWriter& out, const ComparedTable& table) {
  out.OpenObject();
  WriteText(out, "key", table.key);
  WriteUnlessBoth(out, "there", table.there_before, table.there_after);
  out.Key("form");
  out.OpenObject(Style::kLine);
  WriteName(out, "before", kFormNames, table.form_before);
  WriteName(out, "after", kFormNames, table.form_after);
  out.Close();
  out.Key("rows");
  out.OpenArray();
  for (const ComparedRow& row : table.rows) WriteRow(out, row);
  out.Close();
  out.Close();
}

void WriteStatisticSide(JsonWriter& out, std::string_view key, std::optional<std::size_t> at,
                        const std::string& label, const std::string& unit) {
  if (!at) return;
  out.Key(key);
  out.OpenObject(Style::kLine);
  WriteCount(out, "index", *at);
  WriteText(out, "label", label);
  WriteText(out, "unit", unit);
  out.Close();
}

void WriteStatistic(JsonWriter& out, const ComparedStatistic& row) {
  out.OpenObject();
  WriteStatisticSide(out, "before", row.at_before, row.label_before, row.unit_before);
  WriteStatisticSide(out, "after", row.at_after, row.label_after, row.unit_after);
  for (const auto& [key, numbers] :
       {std::pair("value", &row.value), std::pair("cumulative", &row.cumulative)}) {
    if (!numbers->before && !numbers->after) continue;
    out.Key(key);
    out.OpenObject(Style::kLine);
    WriteNumbers(out, *numbers);
    out.Close();
  }
  out.Close();
}

void WriteRange(JsonWriter& out, std::string_view key, const ParagraphRange& range) {
  if (range.count == 0) return;
  out.Key(key);
  out.OpenObject(Style::kLine);
  WriteCount(out, "first", range.first);
  WriteCount(out, "count", range.count);
  out.Close();
}

void WriteParagraph(JsonWriter& out, const ParagraphDiff& paragraph) {
  out.OpenObject();
  WriteRange(out, "before", paragraph.place.before);
  WriteRange(out, "after", paragraph.place.after);
  WriteName(out, "change", kChangeNames, paragraph.change);
  out.Key("moved");
  out.Bool(paragraph.place.moved);
  out.Key("edits");
  out.OpenArray();
  for (const TextEdit& edit : paragraph.edits) {
    out.OpenObject(Style::kLine);
    WriteName(out, "kind", kEditNames, edit.kind);
    WriteText(out, "text", edit.text);
    out.Key("number");
    out.Bool(edit.number);
    out.Key("copied");
    out.Bool(edit.copied);
    out.Close();
  }
  out.Close();
  out.Close();
}

void WriteSectionSide(JsonWriter& out, std::string_view key, std::optional<std::size_t> at,
                      const std::string& number, const std::string& heading) {
  if (!at) return;
  out.Key(key);
  out.OpenObject(Style::kLine);
  WriteCount(out, "index", *at);
  WriteText(out, "number", number);
  WriteText(out, "heading", heading);
  out.Close();
}

void WriteSection(JsonWriter& out, const ComparedSection& section) {
  out.OpenObject();
  WriteText(out, "key", section.key);
  WriteSectionSide(out, "before", section.at_before, section.number_before, section.heading_before);
  WriteSectionSide(out, "after", section.at_after, section.number_after, section.heading_after);
  WriteName(out, "change", kChangeNames, section.change);
  out.Key("characters");
  out.OpenObject(Style::kLine);
  WriteCount(out, "before", section.characters_before);
  WriteCount(out, "after", section.characters_after);
  WriteCount(out, "same", section.characters_same);
  out.Close();
  out.Key("paragraphs");
  out.OpenArray();
  for (const ParagraphDiff& paragraph : section.paragraphs) WriteParagraph(out, paragraph);
  out.Close();
  out.Close();
}

template <typename Items, typename Write>
void WriteList(JsonWriter& out, std::string_view key, const Items& items, const Write& write) {
  out.Key(key);
  out.OpenArray();
  for (const auto& item : items) write(out, item);
  out.Close();
}

}  // namespace

std::string WriteCompareJson(const ComparedReports& reports) {
  const Comparison& comparison = reports.comparison;
  JsonWriter out;
  out.OpenObject();
  WriteText(out, "schema", "gongkai.comparison/1");
  WriteReport(out, "before", reports.before);
  WriteReport(out, "after", reports.after);
  WriteList(out, "facts", comparison.facts, WriteFact);
  WriteList(out, "carry_over", comparison.carry_over, WriteCarryOver);
  WriteList(out, "tables", comparison.tables, WriteTable);
  WriteList(out, "statistics", comparison.statistics, WriteStatistic);
  WriteList(out, "sections", comparison.sections, WriteSection);
  out.Close();
  return std::move(out).Take();
}

}  // namespace gongkai
