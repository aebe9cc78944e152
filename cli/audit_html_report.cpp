#include "cli/audit_html_report.h"

#include <algorithm>

#include "cli/audit_html_style.h"
#include "cli/audit_html_words.h"
#include "model/report_names.h"
#include "rules/places.h"

namespace gongkai {
namespace {

class ReportWriter {
 public:
  explicit ReportWriter(const ReportPage& page) : page_(page), words_(page.book.language) {}

  std::string Write() {
    WriteHead();
    out_.Open("main", {{"id", "main"}});
    WriteFindings();
    WriteTables(page_, out_);
    WriteNarrative();
    WriteNotAssessed();
    WriteFigures(page_, out_);
    out_.Close();
    HtmlPage page;
    page.language = words_.Say("pages.language");
    page.title = Title();
    page.style = kAuditStyle;
    page.script = kReportScript;
    page.skip = words_.Say("compare.skip");
    page.body = std::move(out_).Take();
    page.own_pictures = true;
    return WriteHtmlPage(page);
  }

 private:
  std::string Title() const {
    const std::string& title = page_.report.title.value;
    return title.empty() ? page_.report.source.name : title;
  }

  void WriteHead() {
    out_.Open("header");
    out_.Open("p", {{"class", "up"}});
    out_.Element("a", words_.Say("pages.up"), {{"href", "../index.html"}});
    out_.Close();
    out_.Open("h1", {{"id", "/title"}});
    out_.Text(Title());
    WriteMarks(page_, "/title", out_);
    out_.Close();
    WriteYears();
    WriteRemarks(page_, "/title", out_);
    WriteFacts();
    WriteContents();
    out_.Close();
    out_.Break();
  }

  // The organ's reports, this one among them.
  void WriteYears() {
    const auto organ = page_.listed().organ;
    if (!organ) return;
    out_.Open("nav", {{"class", "years"}, {"aria-label", words_.Say("pages.years")}});
    out_.Element("span", page_.book.audit->organs[*organ].name);
    const auto& reports = page_.book.reports;  // those of an organ stand together
    std::size_t first = page_.index;
    while (first > 0 && reports[first - 1].organ == organ) --first;
    for (std::size_t i = first; i < reports.size() && reports[i].organ == organ; ++i) {
      const ListedReport& report = reports[i];
      const std::string year = std::to_string(report.year.value_or(0));
      if (i == page_.index) {
        out_.Element("b", year, {{"aria-current", "page"}});
      } else {
        out_.Element("a", year, {{"href", ReportId(report) + ".html"}, {"title", report.title}});
      }
    }
    out_.Close();
  }

  void Fact(std::string_view label, const std::string& value, const std::string& id = "") {
    if (value.empty()) return;
    HtmlAttributes attributes;
    attributes.emplace_back(id.empty() ? "class" : "id", id.empty() ? "wide" : id);
    out_.Open("div", attributes);
    out_.Element("dt", words_.Say(label));
    out_.Open("dd");
    out_.Text(value);
    WriteMarks(page_, id, out_);
    WriteRemarks(page_, id, out_);
    out_.Close();
    out_.Close();
  }

  void WriteFacts() {
    const Report& report = page_.report;
    const auto printed = [&](const std::string& value) {
      return value.empty() ? words_.Say("pages.fact.none") : value;
    };
    out_.Open("dl", {{"class", "facts"}});
    Fact("compare.fact.agency", printed(report.agency.value), "/agency");
    Fact("compare.fact.year", printed(report.year ? std::to_string(*report.year) : ""), "/year");
    Fact("compare.fact.period",
         printed(report.period ? report.period->from + " – " + report.period->to : ""), "/period");
    Fact("compare.fact.form", printed(std::string(NameOf(kFormNames, report.form).value_or(""))),
         "/form");
    Fact("pages.fact.origin",
         words_.Say("pages.origin." + std::string(NameOf(kOriginNames, report.source.origin)
                                                      .value_or("text"))),
         "origin");
    Fact("pages.fact.file", page_.listed().path);
    Fact("pages.fact.sha256", page_.listed().sha256);
    out_.Close();
  }

  void Link(const std::string& id, const std::string& text) {
    out_.Open("li");
    out_.Element("a", text, {{"href", Fragment(id)}});
    out_.Close();
  }

  void WriteContents() {
    out_.Open("nav", {{"aria-label", words_.Say("compare.contents")}});
    out_.Open("ul", {{"class", "contents"}});
    Link("findings", words_.Say("pages.findings"));
    for (const LaidTable& table : page_.tables.tables) {
      Link("/" + std::string(table.table->key), words_.TableText(std::string(table.table->key)));
    }
    if (!page_.report.statistics.empty()) Link("/statistics", words_.TableText("statistics"));
    Link("narrative", words_.Say("compare.part.narrative"));
    Link("original", words_.Say("pages.original"));
    out_.Close();
    out_.Close();
  }

  void WriteFindings() {
    out_.Open("section", {{"id", "findings"}, {"aria-labelledby", "findings-title"}});
    out_.Element("h2", words_.Say("pages.findings.count",
                                  {{"count", std::to_string(page_.findings.size())}}),
                 {{"id", "findings-title"}});
    if (page_.findings.empty()) {
      out_.Element("p", words_.Say("pages.findings.none"), {{"class", "soft"}});
    } else {
      out_.Open("ol", {{"class", "findings"}});
      for (std::size_t i = 0; i < page_.findings.size(); ++i) WriteFinding(i + 1);
      out_.Close();
    }
    out_.Close();
  }

  void WriteFinding(std::size_t number) {
    const ListedFinding& finding = *page_.findings[number - 1];
    out_.Break();
    out_.Open("li", {{"id", "finding-" + std::to_string(number)},
                     {"class", finding.counts ? "" : "dismissed"}});
    WriteTag(number, finding);
    out_.Element("code", finding.rule, {{"title", words_.Rule(finding.rule)}});
    if (finding.between) out_.Element("span", words_.Say("pages.between"), {{"class", "label"}});
    out_.Element("span", finding.message + finding.verdict, {{"class", "message"}});
    if (!finding.passage.empty()) out_.Element("blockquote", finding.passage);
    WritePlaces(finding);
    out_.Close();
  }

  void WriteTag(std::size_t number, const ListedFinding& finding) {
    out_.Element("b", std::to_string(number) + " " + words_.SeverityText(finding.severity),
                 {{"class", "tag " + std::string(PageWords::SeverityClass(finding.severity))}});
  }

  // A link to each place, those beyond the first dozen folded away.
  void WritePlaces(const ListedFinding& finding) {
    constexpr std::size_t kOpen = 12;
    if (finding.at.empty()) return;
    out_.Open("span", {{"class", "at"}});
    for (std::size_t i = 0; i < std::min(kOpen, finding.at.size()); ++i) WritePlace(finding.at[i]);
    out_.Close();
    if (finding.at.size() <= kOpen) return;
    out_.Open("details");
    out_.Element("summary", words_.Say("pages.more_places",
                                       {{"count", std::to_string(finding.at.size() - kOpen)}}));
    out_.Open("span", {{"class", "at"}});
    for (std::size_t i = kOpen; i < finding.at.size(); ++i) WritePlace(finding.at[i]);
    out_.Close();
    out_.Close();
  }

  void WritePlace(const ListedPlace& place) {
    if (place.report != page_.index) {
      const ListedReport& other = page_.book.reports[place.report];
      out_.Element("a", OtherReport(other) + NameThere(place), {{"href", LinkTo(other, place)}});
      return;
    }
    const std::string anchor = AnchorOf(page_.anchors, place.pointer);
    if (!anchor.empty()) out_.Element("a", NameHere(place, anchor), {{"href", Fragment(anchor)}});
  }

  std::string NameHere(const ListedPlace& place, const std::string& anchor) const {
    for (std::size_t i = 0; i < page_.report.sections.size(); ++i) {
      if (anchor == "/sections/" + std::to_string(i)) return SectionName(page_.report.sections[i]);
    }
    return words_.In(PlaceName(page_.report, place.pointer));
  }

  std::string NameThere(const ListedPlace& place) const {
    if (!place.label.empty() || place.pointer.empty()) return place.label;
    if (place.pointer.starts_with("/sections/")) return words_.Say("compare.part.narrative");
    return words_.In(PlaceName(place.pointer));
  }

  // 2019年报告, with the organ where it is another one.
  std::string OtherReport(const ListedReport& other) const {
    const std::string year = other.year ? std::to_string(*other.year) : "";
    const bool same = other.organ == page_.listed().organ;
    return words_.Say(same ? "pages.other_year" : "pages.other_organ",
                      {{"year", year}, {"agency", other.agency}});
  }

  static std::string LinkTo(const ListedReport& other, const ListedPlace& place) {
    const std::string file = ReportId(other) + ".html";
    return place.has_anchor ? file + Fragment(place.pointer) : file;
  }

  void WriteNarrative() {
    out_.Break();
    out_.Open("section", {{"id", "narrative"}, {"aria-labelledby", "narrative-title"}});
    out_.Element("h2", words_.Say("compare.part.narrative"), {{"id", "narrative-title"}});
    for (std::size_t i = 0; i < page_.report.sections.size(); ++i) WriteSection(i);
    out_.Close();
  }

  void WriteSection(std::size_t index) {
    const Section& section = page_.report.sections[index];
    const std::string id = "/sections/" + std::to_string(index);
    out_.Break();
    out_.Open("article", {{"id", id}});
    out_.Open("h3");
    out_.Text(SectionName(section));
    WriteMarks(page_, id, out_);
    out_.Close();
    WriteRemarks(page_, id, out_);
    std::string_view rest = section.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      WriteParagraph(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (section.text.empty()) {
      out_.Element("p", words_.Say("pages.no_text"), {{"class", "soft"}});
    }
    out_.Close();
  }

  std::string SectionName(const Section& section) const {
    if (section.heading.empty() && section.number.empty()) return words_.Say("compare.preamble");
    return section.number.empty() ? section.heading : section.number + "、" + section.heading;
  }

  // With what was copied from another report marked, where it stands in this paragraph.
  void WriteParagraph(std::string_view text) {
    out_.Open("p");
    for (const ListedFinding* finding : page_.findings) {
      if (finding->passage.empty()) continue;
      const std::size_t at = text.find(finding->passage);
      if (at == std::string_view::npos) continue;
      out_.Text(text.substr(0, at));
      out_.Element("mark", finding->passage);
      text.remove_prefix(at + finding->passage.size());
      break;
    }
    out_.Text(text);
    out_.Close();
  }

  // One line for all that one rule could not check for one reason.
  void WriteNotAssessed() {
    std::vector<std::vector<const NotAssessed*>> lines;
    for (const NotAssessed& entry : page_.report.not_assessed) {
      const auto same = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
        return line.front()->rule == entry.rule && line.front()->reason == entry.reason;
      });
      same == lines.end() ? lines.push_back({&entry}) : same->push_back(&entry);
    }
    if (lines.empty()) return;
    out_.Open("section", {{"aria-labelledby", "not-assessed-title"}});
    out_.Element("h2", words_.Say("pages.not_assessed"), {{"id", "not-assessed-title"}});
    out_.Open("ul");
    for (const auto& line : lines) {
      const NotAssessed& first = *line.front();
      out_.Open("li");
      out_.Element("code", first.rule);
      out_.Text(" " + words_.Say(first.reason, first.details) + " ");
      out_.Open("span", {{"class", "at"}});
      for (const NotAssessed* entry : line) WritePlace({page_.index, entry->at, "", false});
      out_.Close();
      out_.Close();
    }
    out_.Close();
    out_.Close();
  }

  const ReportPage& page_;
  PageWords words_;
  HtmlWriter out_;
};

// The row, table, section or fact that a finding at the anchor is told beside.
std::string RemarkAnchor(const Anchors& anchors, const std::string& anchor) {
  const std::string_view above = Above(anchor);
  const bool in_table = above.find('/', 1) != std::string_view::npos;
  return in_table && anchors.contains(above) ? std::string(above) : anchor;
}

const std::vector<std::size_t>* FindNumbers(
    const std::map<std::string, std::vector<std::size_t>>& numbers, const std::string& anchor) {
  const auto found = numbers.find(anchor);
  return found == numbers.end() ? nullptr : &found->second;
}

}  // namespace

ReportPage LayOutReportPage(const AuditBook& book, std::size_t index, const Report& report,
                            const DocumentPictures& pictures) {
  ReportPage page{book, index, report, pictures, LayOutTables(report), {}, {}, {}, {}};
  page.anchors = FindAnchors(report, page.tables);
  for (const std::size_t number : book.findings_of[index]) {
    page.findings.push_back(&book.findings[number]);
    bool told = false;
    for (const ListedPlace& place : page.findings.back()->at) {
      if (place.report != index) continue;
      const std::string anchor = AnchorOf(page.anchors, place.pointer);
      if (anchor.empty()) continue;
      auto& marks = page.marks[anchor];
      if (marks.empty() || marks.back() != page.findings.size()) {
        marks.push_back(page.findings.size());
      }
      if (told) continue;
      page.remarks[RemarkAnchor(page.anchors, anchor)].push_back(page.findings.size());
      told = true;
    }
  }
  return page;
}

std::string WriteReportPage(const ReportPage& page) { return ReportWriter(page).Write(); }

void WriteMarks(const ReportPage& page, const std::string& anchor, HtmlWriter& out) {
  const auto* numbers = FindNumbers(page.marks, anchor);
  if (numbers == nullptr) return;
  for (const std::size_t number : *numbers) {
    const ListedFinding& finding = *page.findings[number - 1];
    const std::string text = std::to_string(number);
    out.Element("a", text,
                {{"href", "#finding-" + text}, {"title", finding.message},
                 {"class", "mark " + std::string(PageWords::SeverityClass(finding.severity)) +
                               (finding.counts ? "" : " dismissed")},
                 {"aria-label", Text("pages.mark", page.book.language, {{"number", text}})}});
  }
}

bool HasRemarks(const ReportPage& page, const std::string& anchor) {
  return FindNumbers(page.remarks, anchor) != nullptr;
}

void WriteRemarks(const ReportPage& page, const std::string& anchor, HtmlWriter& out) {
  const auto* numbers = FindNumbers(page.remarks, anchor);
  if (numbers == nullptr) return;
  const PageWords words(page.book.language);
  out.Open("ul", {{"class", "remarks"}});
  for (const std::size_t number : *numbers) {
    const ListedFinding& finding = *page.findings[number - 1];
    out.Open("li", {{"class", finding.counts ? "" : "dismissed"}});
    out.Element("b", std::to_string(number) + " " + words.SeverityText(finding.severity),
                {{"class", "tag " + std::string(PageWords::SeverityClass(finding.severity))}});
    out.Text(finding.message + finding.verdict);
    out.Close();
  }
  out.Close();
}

bool HasPicture(const ReportPage& page, const Place& place) {
  return place.box && page.pictures.pages.contains(place.page);
}

std::string CropId(std::string_view pointer) { return "original" + std::string(pointer); }

}  // namespace gongkai
