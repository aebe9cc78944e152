#include "cli/audit_html_index.h"

#include <algorithm>
#include <map>

#include "cli/audit_html_charts.h"
#include "cli/audit_html_list.h"
#include "cli/audit_html_style.h"
#include "cli/audit_html_words.h"
#include "corpus/html_page.h"

namespace gongkai {
namespace {

// A finding takes about 500 bytes and an organ of ten years about 900, so that index.html stays
// below 2 MB.
constexpr std::size_t kMostFindings = 2000;
constexpr std::size_t kMostOrgans = 200;
constexpr std::size_t kMostGaps = 200;

std::string OrgansFile(std::size_t page) {
  return page == 1 ? "index.html" : "organs-" + std::to_string(page) + ".html";
}

class IndexWriter {
 public:
  explicit IndexWriter(const AuditBook& book) : book_(book), words_(book.language) {
    for (std::size_t i = 0; i < book.reports.size(); ++i) {
      const auto organ = book.reports[i].organ;
      organ ? reports_of_[*organ].push_back(i) : unplaced_.push_back(i);
    }
    const std::size_t organs = std::max<std::size_t>(1, book.audit->organs.size());
    organ_pages_ = (organs + kMostOrgans - 1) / kMostOrgans;
  }

  std::vector<std::pair<std::string, std::string>> Write() {
    std::vector<std::pair<std::string, std::string>> pages{{"index.html", WriteIndex()}};
    for (std::size_t i = 2; i <= organ_pages_; ++i) {
      pages.emplace_back(OrgansFile(i), OrgansPage(i));
    }
    if (IsWhole()) return pages;
    std::map<std::string, std::vector<std::size_t>> by_rule;
    for (std::size_t i = 0; i < book_.findings.size(); ++i) {
      by_rule[book_.findings[i].rule].push_back(i);
    }
    for (const auto& [rule, findings] : by_rule) AddRulePages(rule, findings, pages);
    return pages;
  }

 private:
  bool IsWhole() const { return book_.findings.size() <= kMostFindings; }

  std::string Finish(const std::string& title, HtmlWriter out) const {
    HtmlPage page;
    page.language = words_.Say("pages.language");
    page.title = title;
    page.style = kAuditStyle;
    page.script = kListScript;
    page.skip = words_.Say("compare.skip");
    page.body = std::move(out).Take();
    return WriteHtmlPage(page);
  }

  std::string WriteIndex() {
    HtmlWriter out;
    const std::string title = words_.Say("pages.title");
    out.Open("header");
    out.Element("h1", title);
    out.Element("p", words_.Say("pages.subtitle", {{"archive", book_.archive}}),
                {{"class", "soft"}});
    WriteTotals(out);
    WriteContents(out);
    out.Close();
    out.Open("main", {{"id", "main"}});
    WriteFindings(out);
    WriteCharts(out);
    WriteOrgans(1, out);
    WriteUnplaced(out);
    WriteGaps(out);
    out.Close();
    return Finish(title, std::move(out));
  }

  void Tile(std::size_t number, std::string_view label, std::string_view style, HtmlWriter& out) {
    out.Open("li", {{"class", std::string(style)}});
    out.Element("b", std::to_string(number));
    out.Text(words_.Say(label));
    out.Close();
  }

  void WriteTotals(HtmlWriter& out) {
    const SeverityCounts counts = CountsOf(book_.findings);
    const std::size_t dismissed =
        book_.findings.size() - counts.errors - counts.warnings - counts.infos;
    out.Open("ul", {{"class", "tiles"}});
    Tile(book_.audit->organs.size(), "pages.total.organs", "", out);
    Tile(book_.reports.size(), "pages.total.reports", "", out);
    Tile(counts.errors, "pages.total.errors", "error", out);
    Tile(counts.warnings, "pages.total.warnings", "warning", out);
    Tile(counts.infos, "pages.total.infos", "", out);
    if (dismissed > 0) Tile(dismissed, "pages.total.dismissed", "", out);
    if (const std::size_t gaps = book_.audit->not_assessed.size()) {
      Tile(gaps, "pages.total.not_assessed", "", out);
    }
    if (!unplaced_.empty()) Tile(unplaced_.size(), "pages.total.unplaced", "", out);
    out.Close();
  }

  void WriteContents(HtmlWriter& out) {
    out.Open("nav", {{"aria-label", words_.Say("compare.contents")}});
    out.Open("ul", {{"class", "contents"}});
    for (const std::string id : {"findings", "rules", "years", "organs"}) {
      out.Open("li");
      out.Element("a", words_.Say("pages.part." + id), {{"href", "#" + id}});
      out.Close();
    }
    out.Close();
    out.Close();
  }

  void Begin(const std::string& id, const std::string& title, HtmlWriter& out) {
    out.Break();
    out.Open("section", {{"id", id}, {"aria-labelledby", id + "-title"}});
    out.Element("h2", title, {{"id", id + "-title"}});
  }

  void WriteFindings(HtmlWriter& out) {
    Begin("findings", words_.Say("pages.part.findings"), out);
    std::vector<std::size_t> shown(std::min(kMostFindings, book_.findings.size()));
    for (std::size_t i = 0; i < shown.size(); ++i) shown[i] = i;
    if (!IsWhole()) {
      out.Element("p", words_.Say("pages.findings.first",
                                  {{"shown", std::to_string(shown.size())},
                                   {"all", std::to_string(book_.findings.size())}}));
    }
    WriteFindingList(book_, shown, "", out);
    out.Close();
  }

  void WriteCharts(HtmlWriter& out) {
    Begin("rules", words_.Say("pages.part.rules"), out);
    WriteKey(out);
    WriteRuleChart(book_, [this](const std::string& rule) {
      return IsWhole() ? std::string("#findings") : "rules/" + rule + ".html";
    }, out);
    out.Close();
    Begin("years", words_.Say("pages.part.years"), out);
    out.Element("p", words_.Say("pages.chart.about"), {{"class", "soft"}});
    WriteOrganChart(book_, out);
    out.Close();
  }

  void WriteKey(HtmlWriter& out) {
    out.Open("p", {{"class", "key"}});
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
      const std::string name(PageWords::SeverityClass(severity));
      out.Element("i", "", {{"class", "key-" + name}});
      out.Text(words_.SeverityText(severity));
    }
    out.Close();
  }

  std::string OrgansPage(std::size_t number) {
    HtmlWriter out;
    out.Open("header");
    out.Open("p", {{"class", "up"}});
    out.Element("a", words_.Say("pages.up"), {{"href", "index.html"}});
    out.Close();
    const std::string title =
        words_.Say("pages.organs.page", {{"page", std::to_string(number)},
                                         {"pages", std::to_string(organ_pages_)}});
    out.Element("h1", title);
    out.Close();
    out.Open("main", {{"id", "main"}});
    WriteOrgans(number, out);
    out.Close();
    return Finish(title, std::move(out));
  }

  void WriteOrgans(std::size_t page, HtmlWriter& out) {
    Begin("organs", words_.Say("pages.part.organs"), out);
    out.Element("p", words_.Say("pages.organs.about"), {{"class", "soft"}});
    out.Open("table", {{"class", "organs"}});
    out.Open("thead");
    out.Open("tr");
    out.Element("th", words_.Say("pages.organ"), {{"scope", "col"}});
    out.Element("th", words_.Say("pages.organ.reports"), {{"scope", "col"}});
    out.Close();
    out.Close();
    out.Open("tbody");
    const std::size_t end = std::min(page * kMostOrgans, book_.audit->organs.size());
    for (std::size_t i = (page - 1) * kMostOrgans; i < end; ++i) WriteOrgan(i, out);
    out.Close();
    out.Close();
    WriteOrganPages(page, out);
    out.Close();
  }

  void WriteOrgan(std::size_t index, HtmlWriter& out) {
    const Organ& organ = book_.audit->organs[index];
    out.Break();
    out.Open("tr");
    out.Open("th", {{"scope", "row"}});
    out.Text(organ.name);
    std::string others;
    for (const std::string& name : organ.names) {
      if (name == organ.name) continue;
      others += (others.empty() ? "" : words_.Say("compare.list_separator")) + name;
    }
    if (!others.empty()) {
      out.Element("span", words_.Say("pages.organ.also", {{"names", others}}),
                  {{"class", "printed"}});
    }
    out.Close();
    out.Open("td", {{"class", "years"}});
    for (const std::size_t report : reports_of_[index]) WriteReportLink(report, out);
    out.Close();
    out.Close();
  }

  void WriteReportLink(std::size_t index, HtmlWriter& out) {
    const ListedReport& report = book_.reports[index];
    const SeverityCounts& counts = book_.counts_of[index];
    HtmlAttributes attributes{{"href", ReportFile(report)}};
    const std::size_t weight = counts.errors + counts.warnings;
    if (counts.errors == 0) attributes.emplace_back("class", "few");
    out.Open("a", attributes);
    out.Text(report.year ? std::to_string(*report.year) : report.title);
    if (weight > 0) out.Element("sup", std::to_string(weight));
    out.Close();
    out.Text(" ");
  }

  void WriteOrganPages(std::size_t page, HtmlWriter& out) {
    if (organ_pages_ == 1) return;
    out.Open("nav", {{"class", "years"}, {"aria-label", words_.Say("pages.organs.pages")}});
    for (std::size_t i = 1; i <= organ_pages_; ++i) {
      const std::size_t first = (i - 1) * kMostOrgans;
      const std::string text = std::to_string(i) + " " + book_.audit->organs[first].name + " …";
      if (i == page) {
        out.Element("b", text, {{"aria-current", "page"}});
      } else {
        out.Element("a", text, {{"href", OrgansFile(i) + "#organs"}});
      }
    }
    out.Close();
  }

  void WriteUnplaced(HtmlWriter& out) {
    if (unplaced_.empty()) return;
    Begin("unplaced", words_.Say("pages.part.unplaced"), out);
    out.Open("ul");
    for (const std::size_t index : unplaced_) {
      const ListedReport& report = book_.reports[index];
      out.Open("li");
      out.Element("a", report.title.empty() ? report.path : report.title,
                  {{"href", ReportFile(report)}});
      out.Close();
    }
    out.Close();
    out.Close();
  }

  void WriteGaps(HtmlWriter& out) {
    const auto& gaps = book_.audit->not_assessed;
    if (gaps.empty()) return;
    Begin("gaps", words_.Say("pages.not_assessed"), out);
    out.Open("ul");
    for (std::size_t i = 0; i < std::min(kMostGaps, gaps.size()); ++i) {
      const AuditGap& gap = gaps[i];
      out.Element("li", gap.agency + " " + words_.YearsText({gap.year}) + " " + gap.rule + " " +
                            words_.Say(gap.reason, gap.details));
    }
    out.Close();
    if (gaps.size() > kMostGaps) {
      const std::string more = std::to_string(gaps.size() - kMostGaps);
      out.Element("p", words_.Say("pages.more", {{"count", more}}));
    }
    out.Close();
  }

  // The findings of a rule, as many pages as it takes.
  void AddRulePages(const std::string& rule, const std::vector<std::size_t>& findings,
                    std::vector<std::pair<std::string, std::string>>& pages) {
    const std::size_t count = (findings.size() + kMostFindings - 1) / kMostFindings;
    const std::string title =
        words_.Say("pages.rule", {{"rule", rule}, {"count", std::to_string(findings.size())}});
    for (std::size_t page = 1; page <= count; ++page) {
      const auto begin = findings.begin() + static_cast<std::ptrdiff_t>((page - 1) * kMostFindings);
      const auto end = page == count ? findings.end() : begin + kMostFindings;
      HtmlWriter out;
      WriteRuleHead(rule, title, page, count, out);
      out.Open("main", {{"id", "main"}});
      WriteFindingList(book_, {begin, end}, "../", out);
      out.Close();
      pages.emplace_back("rules/" + RuleFile(rule, page), Finish(title, std::move(out)));
    }
  }

  static std::string RuleFile(const std::string& rule, std::size_t page) {
    return rule + (page == 1 ? "" : "-" + std::to_string(page)) + ".html";
  }

  void WriteRuleHead(const std::string& rule, const std::string& title, std::size_t page,
                     std::size_t pages, HtmlWriter& out) {
    out.Open("header");
    out.Open("p", {{"class", "up"}});
    out.Element("a", words_.Say("pages.up"), {{"href", "../index.html"}});
    out.Close();
    out.Element("h1", title);
    out.Element("p", words_.Rule(rule));
    if (pages > 1) {
      out.Open("nav", {{"class", "years"}, {"aria-label", words_.Say("pages.organs.pages")}});
      for (std::size_t i = 1; i <= pages; ++i) {
        const std::string number = std::to_string(i);
        i == page ? out.Element("b", number, {{"aria-current", "page"}})
                  : out.Element("a", number, {{"href", RuleFile(rule, i)}});
      }
      out.Close();
    }
    out.Close();
  }

  const AuditBook& book_;
  PageWords words_;
  std::map<std::size_t, std::vector<std::size_t>> reports_of_;
  std::vector<std::size_t> unplaced_;
  std::size_t organ_pages_ = 1;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> WriteIndexPages(const AuditBook& book) {
  return IndexWriter(book).Write();
}

}  // namespace gongkai
