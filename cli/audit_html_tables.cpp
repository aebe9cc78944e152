#include <algorithm>
#include <array>

#include "cli/audit_html_report.h"
#include "cli/audit_html_words.h"
#include "rules/places.h"

namespace gongkai {
namespace {

constexpr double kDoubtful = 0.9;  // CONTRACT: below it a person has to look

// The articles of the Regulations that the form prints before the rows of table 2.
struct Article {
  std::string_view first_row, label;
};
constexpr auto kArticles = std::to_array<Article>({
    {"/active_disclosure/regulations", "第二十条第（一）项"},
    {"/active_disclosure/licences", "第二十条第（五）项"},
    {"/active_disclosure/penalties", "第二十条第（六）项"},
    {"/active_disclosure/fees", "第二十条第（八）项"},
    {"/active_disclosure/procurement", "第二十条第（九）项"},
});
constexpr std::string_view kOrganisations = "法人或其他组织";
constexpr std::string_view kFirstOrganisation = "business";
constexpr std::size_t kOrganisationColumns = 5;

// A group's label with its number, as the form prints it.
std::string GroupLabel(std::string_view group) {
  if (group == kOutcomeGroup) return "三、" + std::string(kOutcomeGroup);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNumbers{{
      {"不予公开", "（三）"}, {"无法提供", "（四）"}, {"不予处理", "（五）"}, {"其他处理", "（六）"}}};
  const auto number = std::find_if(kNumbers.begin(), kNumbers.end(),
                                   [&](const auto& entry) { return entry.first == group; });
  return (number == kNumbers.end() ? "" : std::string(number->second)) + std::string(group);
}

// The row's label without its group's, which stands above.
std::string OwnLabel(const FormRow& row) {
  FormRow alone = row;
  alone.group = "";
  return RowLabel(alone);
}

// How many groups a row of that group stands in.
int LevelIn(std::string_view group) {
  if (group.empty()) return 0;
  const bool outermost = group == kOutcomeGroup || group == "行政诉讼";
  return outermost ? 1 : 2;
}

class TableWriter {
 public:
  TableWriter(const ReportPage& page, HtmlWriter& out)
      : page_(page), out_(out), words_(page.book.language) {}

  void Write() {
    for (const LaidTable& table : page_.tables.tables) WriteTable(table);
    WriteStatistics();
    WriteOthers();
  }

 private:
  void Begin(const std::string& id, const std::string& title) {
    out_.Break();
    out_.Open("section", {{"id", id}, {"aria-labelledby", "title" + id}});
    out_.Open("h2", {{"id", "title" + id}});
    out_.Text(title);
    WriteMarks(page_, id, out_);
    out_.Close();
    WriteRemarks(page_, id, out_);
  }

  void BeginTable(const std::string& id) {
    out_.Open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"},
                      {"aria-labelledby", "title" + id}});
    out_.Open("table", {{"class", "figures"}});
  }

  void End() {
    out_.Close();
    out_.Close();
    out_.Close();
  }

  void WriteTable(const LaidTable& table) {
    const std::string id = "/" + std::string(table.table->key);
    Begin(id, words_.TableText(std::string(table.table->key)));
    if (table.blocks.empty()) {
      out_.Element("p", words_.Say("pages.table.missing"), {{"class", "soft"}});
      out_.Close();
      return;
    }
    BeginTable(id);
    std::size_t columns = 0;
    for (const LaidBlock& block : table.blocks) columns = std::max(columns, block.columns.size());
    for (const LaidBlock& block : table.blocks) WriteBlock(block, columns);
    End();
  }

  void WriteBlock(const LaidBlock& block, std::size_t columns) {
    out_.Break();
    out_.Open("tbody");
    WriteHeader(block, columns);
    std::string_view group;
    for (const LaidRow& row : block.rows) {
      if (row.row->group != group) WriteGroup(row.row->group, group, columns);
      group = row.row->group;
      WriteRow(row, columns);
    }
    out_.Close();
  }

  void HeadCell(std::string_view text, const std::string& columns, const std::string& rows = "1") {
    out_.Element("th", text, {{"scope", columns == "1" ? "col" : "colgroup"}, {"class", "number"},
                              {"colspan", columns}, {"rowspan", rows}});
  }

  // A block with fewer columns than its table has a wider last one.
  static std::string Span(std::size_t i, std::size_t count, std::size_t columns) {
    return std::to_string(i + 1 == count ? columns - count + 1 : 1);
  }

  void WriteHeader(const LaidBlock& block, std::size_t columns) {
    const auto first = std::find_if(
        block.columns.begin(), block.columns.end(),
        [](const FormColumn& column) { return column.key == kFirstOrganisation; });
    const bool grouped = first != block.columns.end();
    const auto begin = static_cast<std::size_t>(first - block.columns.begin());
    const auto is_inside = [&](std::size_t i) {
      return grouped && i >= begin && i < begin + kOrganisationColumns;
    };
    const std::string rows = grouped ? "2" : "1";
    out_.Open("tr", {{"class", "head"}});
    out_.Element("th", ArticleOf(block), {{"rowspan", rows}});
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
      if (i == begin && grouped) HeadCell(kOrganisations, std::to_string(kOrganisationColumns));
      if (!is_inside(i)) {
        const std::string unit = block.columns[i].amount ? words_.Say("pages.unit.amount") : "";
        HeadCell(std::string(block.columns[i].label) + unit, Span(i, block.columns.size(), columns),
                 rows);
      }
    }
    out_.Close();
    if (!grouped) return;
    out_.Open("tr", {{"class", "head"}});
    for (std::size_t i = begin; i < begin + kOrganisationColumns; ++i) {
      HeadCell(block.columns[i].label, "1");
    }
    out_.Close();
  }

  static std::string_view ArticleOf(const LaidBlock& block) {
    const auto article =
        std::find_if(kArticles.begin(), kArticles.end(), [&](const Article& candidate) {
          return candidate.first_row == block.rows.front().row->pointer;
        });
    return article == kArticles.end() ? std::string_view() : article->label;
  }

  // The labels of the groups that begin here. All groups but the outermost stand inside of that.
  void WriteGroup(std::string_view group, std::string_view before, std::size_t columns) {
    const bool goes_on = group == kOutcomeGroup && !before.empty();
    if (group.empty() || goes_on) return;
    out_.Open("tr", {{"class", "group level-" + std::to_string(LevelIn(group) - 1)}});
    out_.Open("th", {{"colspan", std::to_string(columns + 1)}, {"scope", "rowgroup"}});
    out_.Element("span", GroupLabel(group));
    out_.Close();
    out_.Close();
  }

  void WriteRow(const LaidRow& row, std::size_t columns) {
    const std::string pointer(row.row->pointer);
    const std::string level = std::to_string(LevelIn(row.row->group));
    out_.Open("tr", {{"id", pointer}, {"class", "level-" + level}});
    out_.Open("th", {{"scope", "row"}});
    out_.Text(OwnLabel(*row.row));
    WriteMarks(page_, pointer, out_);
    WritePrintedLabel(row);
    out_.Close();
    const bool there = std::any_of(row.cells.begin(), row.cells.end(),
                                   [](const LaidCell& cell) { return cell.reading != nullptr; });
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const LaidCell& cell = row.cells[i];
      OpenCell(cell.pointer, Span(i, row.cells.size(), columns));
      if (cell.reading != nullptr) {
        WriteReading(cell.pointer, *cell.reading);
      } else {
        out_.Element("span", Absent(row, there), {{"class", "void"}});
      }
      WriteMarks(page_, cell.pointer, out_);
      out_.Close();
    }
    out_.Close();
    WriteUnplaced(row, columns);
    WriteRemarkRow(pointer, columns);
  }

  void OpenCell(const std::string& pointer, const std::string& span = "1") {
    HtmlAttributes attributes{{"id", pointer}, {"class", "number"}};
    if (span != "1") attributes.emplace_back("colspan", span);
    out_.Open("td", attributes);
  }

  // Where a cell is not there: because its row is not, because which column a number belongs to is
  // not known, or because the row has no such cell.
  std::string_view Absent(const LaidRow& row, bool there) const {
    if (row.read != nullptr && !row.read->placed) return words_.unplaced;
    return there ? words_.missing : words_.no_row;
  }

  void WritePrintedLabel(const LaidRow& row) {
    if (row.read == nullptr || row.read->match == LabelMatch::kExact) return;
    const bool none = row.read->match == LabelMatch::kNeighbours;
    const std::string text =
        words_.Say(none ? "pages.label.none" : "pages.label.printed",
                   {{"label", row.read->printed}});
    out_.Element("span", text, {{"class", "printed"}});
  }

  void WriteUnplaced(const LaidRow& row, std::size_t columns) {
    if (row.read == nullptr || row.read->placed) return;
    std::string numbers;
    for (const std::string& raw : row.read->raw) {
      numbers += (numbers.empty() ? "" : "  ") + (raw.empty() ? words_.blank : raw);
    }
    out_.Open("tr", {{"class", "remark"}});
    out_.Element("td", words_.Say("pages.row.unplaced", {{"numbers", numbers}}),
                 {{"colspan", std::to_string(columns + 1)}});
    out_.Close();
  }

  void WriteRemarkRow(const std::string& anchor, std::size_t columns) {
    if (!HasRemarks(page_, anchor)) return;
    out_.Open("tr", {{"class", "remark"}});
    out_.Open("td", {{"colspan", std::to_string(columns + 1)}});
    WriteRemarks(page_, anchor, out_);
    out_.Close();
    out_.Close();
  }

  // The number itself, or what stands in its place; a link to its outline in the picture.
  void WriteReading(const std::string& pointer, const Reading& reading) {
    const bool doubtful = reading.confidence < kDoubtful;
    std::string kind = reading.value ? "" : "void";
    if (doubtful) kind += " doubtful";
    if (HasPicture(page_, reading.place)) {
      HtmlAttributes attributes{{"href", Fragment(CropId(pointer))}};
      if (!kind.empty()) attributes.emplace_back("class", kind);
      out_.Element("a", words_.ReadingText(reading), attributes);
    } else {
      out_.Element("span", words_.ReadingText(reading), {{"class", kind}});
    }
    if (doubtful) {
      out_.Element("span", "?", {{"class", "doubt"}, {"title", words_.DoubtText(reading)},
                                 {"role", "img"}, {"aria-label", words_.DoubtText(reading)}});
    }
    if (!reading.note.empty()) out_.Element("span", reading.note, {{"class", "printed"}});
  }

  void WriteStatistics() {
    const auto& rows = page_.report.statistics;
    if (rows.empty()) return;
    const bool cumulative = std::any_of(rows.begin(), rows.end(), [](const StatisticsRow& row) {
      return row.cumulative.has_value();
    });
    Begin("/statistics", words_.TableText("statistics"));
    BeginTable("/statistics");
    out_.Open("tbody");
    out_.Open("tr", {{"class", "head"}});
    out_.Element("th", words_.Say("pages.statistics.indicator"), {{"scope", "col"}});
    out_.Element("th", words_.Say("pages.statistics.unit"), {{"scope", "col"}});
    HeadCell(words_.Say("pages.statistics.value"), "1");
    if (cumulative) HeadCell(words_.Say("pages.statistics.cumulative"), "1");
    out_.Close();
    for (std::size_t i = 0; i < rows.size(); ++i) WriteStatistic(i, cumulative);
    out_.Close();
    End();
  }

  void WriteStatistic(std::size_t index, bool cumulative) {
    const StatisticsRow& row = page_.report.statistics[index];
    const std::string pointer = "/statistics/" + std::to_string(index);
    out_.Open("tr", {{"id", pointer}});
    out_.Open("th", {{"scope", "row"}});
    out_.Text(row.label);
    WriteMarks(page_, pointer, out_);
    out_.Close();
    out_.Element("td", row.unit);
    WriteStatisticCell(pointer + "/value", row.value);
    if (cumulative) WriteStatisticCell(pointer + "/cumulative", row.cumulative);
    out_.Close();
    WriteRemarkRow(pointer, cumulative ? 3 : 2);
  }

  void WriteStatisticCell(const std::string& pointer, const std::optional<Reading>& reading) {
    if (!reading) {
      out_.Element("td", words_.missing, {{"class", "number void"}});
      return;
    }
    OpenCell(pointer);
    WriteReading(pointer, *reading);
    WriteMarks(page_, pointer, out_);
    out_.Close();
  }

  // Numbers that the forms above have no room for; none, as far as is known.
  void WriteOthers() {
    if (page_.tables.others.empty()) return;
    Begin("others", words_.Say("pages.others"));
    BeginTable("others");
    out_.Open("tbody");
    for (const TableValue* value : page_.tables.others) {
      out_.Open("tr");
      out_.Element("th", words_.In(PlaceName(value->pointer)), {{"scope", "row"}});
      OpenCell(value->pointer);
      WriteReading(value->pointer, value->reading);
      WriteMarks(page_, value->pointer, out_);
      out_.Close();
      out_.Close();
      WriteRemarkRow(std::string(Above(value->pointer)), 1);
    }
    out_.Close();
    End();
  }

  const ReportPage& page_;
  HtmlWriter& out_;
  PageWords words_;
};

}  // namespace

void WriteTables(const ReportPage& page, HtmlWriter& out) { TableWriter(page, out).Write(); }

}  // namespace gongkai
