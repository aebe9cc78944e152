#include "cli/audit_html_list.h"

#include <array>
#include <map>
#include <set>

#include "cli/audit_html_words.h"

namespace gongkai {
namespace {

// Reports that a line of the list leads to; their own pages have all places.
constexpr std::size_t kMostPlaces = 4;

class ListWriter {
 public:
  ListWriter(const AuditBook& book, const std::vector<std::size_t>& findings, const std::string& up,
             HtmlWriter& out)
      : book_(book), findings_(findings), up_(up), out_(out), words_(book.language) {}

  void Write() {
    WriteFilter();
    out_.Element("p", "", {{"id", "count"}, {"class", "soft"}, {"role", "status"},
                           {"data-pattern", words_.Say("pages.filter.count")}});
    out_.Open("ol", {{"id", "list"}, {"class", "findings"}});
    for (const std::size_t index : findings_) WriteFinding(book_.findings[index]);
    out_.Close();
  }

 private:
  using Choices = std::map<std::string, std::size_t>;  // with how many findings have it

  // Hidden until the script that it needs has begun.
  void WriteFilter() {
    Choices rules;
    std::map<int, std::size_t, std::greater<>> years;
    std::set<std::string> organs;
    for (const std::size_t index : findings_) {
      const ListedFinding& finding = book_.findings[index];
      ++rules[finding.rule];
      for (const int year : finding.years) ++years[year];
      organs.insert(finding.organ);
    }
    out_.Open("form",
              {{"id", "filter"}, {"hidden", ""}, {"aria-label", words_.Say("pages.filter")}});
    OpenSelect("severity", "pages.filter.severity");
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
      Option(std::string(PageWords::SeverityClass(severity)), words_.SeverityText(severity));
    }
    CloseSelect();
    OpenSelect("rule", "pages.filter.rule");
    for (const auto& [rule, count] : rules) Option(rule, rule + " (" + std::to_string(count) + ")");
    CloseSelect();
    OpenSelect("year", "pages.filter.year");
    for (const auto& [year, count] : years) {
      Option(std::to_string(year), std::to_string(year) + " (" + std::to_string(count) + ")");
    }
    CloseSelect();
    WriteInput("organ", "pages.filter.organ", "organ-names");
    out_.Open("datalist", {{"id", "organ-names"}});
    for (const std::string& organ : organs) out_.Element("option", "", {{"value", organ}});
    out_.Close();
    WriteInput("text", "pages.filter.text", "");
    out_.Element("button", words_.Say("pages.filter.reset"), {{"type", "reset"}});
    out_.Close();
  }

  void OpenSelect(const std::string& name, std::string_view label) {
    out_.Open("label");
    out_.Text(words_.Say(label));
    out_.Open("select", {{"name", name}});
    Option("", words_.Say("pages.filter.all"));
  }

  void CloseSelect() {
    out_.Close();
    out_.Close();
  }

  void Option(const std::string& value, const std::string& text) {
    out_.Element("option", text, {{"value", value}});
  }

  void WriteInput(const std::string& name, std::string_view label, const std::string& list) {
    out_.Open("label");
    out_.Text(words_.Say(label));
    HtmlAttributes attributes{{"name", name}, {"type", "search"}, {"autocomplete", "off"}};
    if (!list.empty()) attributes.emplace_back("list", list);
    out_.Void("input", attributes);
    out_.Close();
  }

  void WriteFinding(const ListedFinding& finding) {
    std::string years;
    for (const int year : finding.years) years += (years.empty() ? "" : " ") + std::to_string(year);
    const std::string severity(PageWords::SeverityClass(finding.severity));
    out_.Break();
    HtmlAttributes attributes{{"data-s", severity}, {"data-r", finding.rule}, {"data-y", years}};
    if (!finding.counts) attributes.emplace_back("class", "dismissed");
    out_.Open("li", attributes);
    out_.Element("b", words_.SeverityText(finding.severity), {{"class", "tag " + severity}});
    out_.Element("span", finding.organ, {{"class", "organ"}});
    out_.Text(" " + words_.YearsText(finding.years) + " ");
    out_.Element("code", finding.rule);
    out_.Element("span", finding.message + finding.verdict, {{"class", "message"}});
    WritePlaces(finding);
    out_.Close();
  }

  // The first place in each report that it speaks of.
  void WritePlaces(const ListedFinding& finding) {
    std::set<std::size_t> linked;
    out_.Open("span", {{"class", "at"}});
    for (const ListedPlace& place : finding.at) {
      if (linked.size() == kMostPlaces) break;
      if (!linked.insert(place.report).second) continue;
      const ListedReport& report = book_.reports[place.report];
      const std::string cell = place.has_anchor ? Fragment(place.pointer) : "";
      out_.Element("a", ReportName(report, finding), {{"href", up_ + ReportFile(report) + cell}});
    }
    out_.Close();
  }

  std::string ReportName(const ListedReport& report, const ListedFinding& finding) const {
    const std::string year = report.year ? std::to_string(*report.year) : "";
    const bool same = !report.organ || book_.audit->organs[*report.organ].name == finding.organ;
    return words_.Say(same ? "pages.other_year" : "pages.other_organ",
                      {{"year", year}, {"agency", report.agency}});
  }

  const AuditBook& book_;
  const std::vector<std::size_t>& findings_;
  const std::string& up_;
  HtmlWriter& out_;
  PageWords words_;
};

}  // namespace

void WriteFindingList(const AuditBook& book, const std::vector<std::size_t>& findings,
                      const std::string& up, HtmlWriter& out) {
  ListWriter(book, findings, up, out).Write();
}

}  // namespace gongkai
