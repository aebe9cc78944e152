#include "cli/audit_html_words.h"

#include <cmath>

#include "cli/findings.h"
#include "model/report_names.h"
#include "rules/catalogue.h"

namespace gongkai {

PageWords::PageWords(Language chosen)
    : language(chosen),
      blank(Say("compare.cell.blank")),
      unreadable(Say("compare.cell.unreadable")),
      missing(Say("compare.cell.missing")),
      unplaced(Say("compare.cell.unplaced")),
      no_row(Say("pages.row.missing")) {}

std::string PageWords::SeverityText(Severity severity) const {
  return SeverityName(severity, language);
}

std::string_view PageWords::SeverityClass(Severity severity) {
  return NameOf(kSeverityNames, severity).value_or("");
}

std::string PageWords::TableText(const std::string& key) const {
  return Say("compare.table." + key);
}

std::string PageWords::Rule(const std::string& rule) const {
  return FindRule(rule) == nullptr ? "" : Say("rule." + rule + ".what");
}

std::string PageWords::YearsText(const std::vector<int>& years) const {
  std::string text;
  for (const int year : years) {
    text += (text.empty() ? "" : Say("compare.list_separator")) + std::to_string(year);
  }
  return text.empty() ? "" : Say("compare.year", {{"year", text}});
}

std::string PageWords::ReadingText(const Reading& reading) const {
  if (reading.value) return reading.value->ToString();
  if (reading.state == CellState::kBlank) return blank;
  if (reading.state == CellState::kUnreadable) return unreadable;
  return "“" + reading.raw + "”";
}

std::string PageWords::DoubtText(const Reading& reading) const {
  constexpr int kPercent = 100;
  return Say("pages.doubtful",
             {{"percent", std::to_string(std::lround(reading.confidence * kPercent))}});
}

}  // namespace gongkai
