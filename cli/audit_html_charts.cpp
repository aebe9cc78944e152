#include "cli/audit_html_charts.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "cli/audit_html_words.h"
#include "model/unicode.h"
#include "normalize/report_json_out.h"

namespace gongkai {
namespace {

constexpr std::size_t kMostOrgans = 20;  // two screens of a phone
// Pixels.
constexpr int kTextHeight = 20, kSmallHeight = 16, kBarHeight = 12, kFieldHeight = 26, kGap = 10;

struct RuleCount {
  std::string rule;
  SeverityCounts counts;

  std::size_t All() const { return counts.errors + counts.warnings + counts.infos; }
};

std::vector<RuleCount> CountByRule(const AuditBook& book) {
  std::map<std::string, SeverityCounts> by_rule;
  for (const ListedFinding& finding : book.findings) Count(finding, by_rule[finding.rule]);
  std::vector<RuleCount> rules;
  for (const auto& [rule, counts] : by_rule) rules.push_back({rule, counts});
  std::stable_sort(rules.begin(), rules.end(),
                   [](const RuleCount& a, const RuleCount& b) { return a.All() > b.All(); });
  return rules;
}

// `part` of `whole` as a percentage with two decimals.
std::string Percent(double part, double whole) {
  constexpr double kWhole = 100;
  constexpr int kPlaces = 2;
  return Rounded(part * kWhole / whole, kPlaces).ToString() + "%";
}

class ChartWriter {
 public:
  explicit ChartWriter(HtmlWriter& out) : out_(out) {}

  void Begin(const std::string& label, int height) {
    out_.Break();
    out_.Open("svg", {{"class", "chart"}, {"role", "group"}, {"aria-label", label},
                      {"height", std::to_string(height)}});
  }
  void End() { out_.Close(); }

  void Write(std::string_view text, const std::string& x, int y, std::string_view anchor = "start",
             std::string_view style = "") {
    out_.Element("text", text, {{"x", x}, {"y", std::to_string(y)},
                                {"text-anchor", std::string(anchor)},
                                {"class", std::string(style)}});
  }

  void Field(const std::string& x, int y, const std::string& width, int height,
             std::string_view style, const std::string& opacity = "1") {
    out_.Open("rect", {{"x", x}, {"y", std::to_string(y)}, {"width", width},
                       {"height", std::to_string(height)}, {"class", std::string(style)},
                       {"fill-opacity", opacity}});
    out_.Close();
  }

 private:
  HtmlWriter& out_;
};

void WriteBar(const SeverityCounts& counts, double longest, int y, ChartWriter& chart) {
  double done = 0;
  const std::array<std::pair<std::size_t, std::string_view>, 3> parts{
      {{counts.errors, "error"}, {counts.warnings, "warning"}, {counts.infos, "info"}}};
  for (const auto& [count, style] : parts) {
    if (count == 0) continue;
    const auto length = static_cast<double>(count);
    chart.Field(Percent(done, longest), y, Percent(length, longest), kBarHeight, style);
    done += length;
  }
}

// What fits a line of a phone: 28 Chinese characters, or twice as many Latin ones.
std::string Shortened(const std::string& text) {
  constexpr int kMost = 56;
  std::u32string line;
  int width = 0;
  for (const char32_t c : DecodeUtf8(text)) {
    width += c < 0x2E80 ? 1 : 2;
    if (width > kMost) return EncodeUtf8(line) + "…";
    line += c;
  }
  return EncodeUtf8(line);
}

// By organ, then by year: what the organ's reports of that year have; nothing where there is none.
using YearCounts = std::map<int, SeverityCounts>;

std::size_t Weight(const SeverityCounts& counts) { return counts.errors + counts.warnings; }

std::vector<YearCounts> CountByOrgan(const AuditBook& book) {
  std::vector<YearCounts> organs(book.audit->organs.size());
  for (std::size_t i = 0; i < book.reports.size(); ++i) {
    const ListedReport& report = book.reports[i];
    if (!report.organ || !report.year) continue;
    SeverityCounts& sum = organs[*report.organ][*report.year];
    sum.errors += book.counts_of[i].errors;
    sum.warnings += book.counts_of[i].warnings;
    sum.infos += book.counts_of[i].infos;
  }
  return organs;
}

struct RankedOrgan {
  std::size_t organ = 0;
  std::size_t errors = 0, weight = 0;
};

std::vector<RankedOrgan> MostTelling(const std::vector<YearCounts>& organs) {
  std::vector<RankedOrgan> ranked;
  for (std::size_t i = 0; i < organs.size(); ++i) {
    RankedOrgan organ{i, 0, 0};
    for (const auto& [year, counts] : organs[i]) {
      organ.errors += counts.errors;
      organ.weight += Weight(counts);
    }
    if (organ.weight > 0) ranked.push_back(organ);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const RankedOrgan& a, const RankedOrgan& b) {
    return std::pair(a.errors, a.weight) > std::pair(b.errors, b.weight);
  });
  if (ranked.size() > kMostOrgans) ranked.resize(kMostOrgans);
  return ranked;
}

// Four shades: 1, 2 to 3, 4 to 7, more.
std::string Shade(std::size_t weight) {
  return weight >= 8 ? "0.8" : weight >= 4 ? "0.55" : weight >= 2 ? "0.35" : "0.18";
}

class OrganChart {
 public:
  OrganChart(const AuditBook& book, HtmlWriter& out)
      : book_(book), out_(out), chart_(out), words_(book.language), organs_(CountByOrgan(book)),
        ranked_(MostTelling(organs_)) {
    for (const RankedOrgan& organ : ranked_) {
      for (const auto& [year, counts] : organs_[organ.organ]) AddYear(year);
    }
  }

  void Write() {
    if (ranked_.empty()) return;
    const int organ_height = kTextHeight + kFieldHeight + kGap;
    chart_.Begin(words_.Say("pages.chart.organs"),
                 kTextHeight + organ_height * static_cast<int>(ranked_.size()));
    for (int year = first_; year <= last_; ++year) {
      chart_.Write(std::to_string(year % 100 + 100).substr(1), Middle(year), kTextHeight - 6,
                   "middle", "minor");
    }
    int y = kTextHeight;
    for (const RankedOrgan& organ : ranked_) {
      chart_.Write(book_.audit->organs[organ.organ].name, "0", y + kTextHeight - 5);
      for (int year = first_; year <= last_; ++year) WriteYear(organ.organ, year, y + kTextHeight);
      y += organ_height;
    }
    chart_.End();
  }

 private:
  void AddYear(int year) {
    first_ = last_ == 0 ? year : std::min(first_, year);
    last_ = std::max(last_, year);
  }

  double Years() const { return last_ - first_ + 1; }
  std::string Left(int year) const { return Percent(year - first_, Years()); }
  std::string Middle(int year) const { return Percent(year - first_ + 0.5, Years()); }

  void WriteYear(std::size_t organ, int year, int y) {
    const auto counts = organs_[organ].find(year);
    if (counts == organs_[organ].end()) return;
    const std::size_t weight = Weight(counts->second);
    out_.Open("a", {{"href", ReportFile(FirstReport(organ, year))}});
    out_.Element("title", words_.Say("pages.chart.field",
                                     {{"organ", book_.audit->organs[organ].name},
                                      {"year", std::to_string(year)},
                                      {"errors", std::to_string(counts->second.errors)},
                                      {"warnings", std::to_string(counts->second.warnings)}}));
    chart_.Field(Left(year), y, Percent(0.94, Years()), kFieldHeight, weight == 0 ? "none" : "tone",
                 weight == 0 ? "1" : Shade(weight));
    chart_.Write(std::to_string(weight), Middle(year), y + kFieldHeight - 8, "middle",
                 weight == 0 ? "minor" : "");
    out_.Close();
  }

  const ListedReport& FirstReport(std::size_t organ, int year) const {
    const auto fits = [&](const ListedReport& report) {
      return report.organ == organ && report.year == year;
    };
    return *std::find_if(book_.reports.begin(), book_.reports.end(), fits);
  }

  const AuditBook& book_;
  HtmlWriter& out_;
  ChartWriter chart_;
  PageWords words_;
  std::vector<YearCounts> organs_;
  std::vector<RankedOrgan> ranked_;
  int first_ = 0, last_ = 0;
};

}  // namespace

void WriteRuleChart(const AuditBook& book,
                    const std::function<std::string(const std::string&)>& link, HtmlWriter& out) {
  const auto rules = CountByRule(book);
  if (rules.empty() || rules.front().All() == 0) return;
  const auto longest = static_cast<double>(rules.front().All());
  ChartWriter chart(out);
  const PageWords words(book.language);
  const int height = kTextHeight + kSmallHeight + kBarHeight + kGap;
  chart.Begin(Text("pages.chart.rules", book.language), height * static_cast<int>(rules.size()));
  int y = 0;
  for (const RuleCount& rule : rules) {
    out.Open("a", {{"href", link(rule.rule)}, {"data-rule", rule.rule}});
    chart.Write(rule.rule, "0", y + kTextHeight - 5);
    out.Close();
    chart.Write(std::to_string(rule.All()), "100%", y + kTextHeight - 5, "end", "minor");
    chart.Write(Shortened(words.Rule(rule.rule)), "0", y + kTextHeight + kSmallHeight - 5, "start",
                "minor small");
    WriteBar(rule.counts, longest, y + kTextHeight + kSmallHeight, chart);
    y += height;
  }
  chart.End();
}

void WriteOrganChart(const AuditBook& book, HtmlWriter& out) { OrganChart(book, out).Write(); }

}  // namespace gongkai
