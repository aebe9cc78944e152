// A finding may be the document's fault or the reader's. Characters of a text layer are not guessed;
// a number read from a picture says by its confidence how far it can be trusted; words read from a
// picture have no confidence in the report, so that whatever rests on them may be misread.
#include <algorithm>
#include <array>

#include "rules/check.h"
#include "rules/places.h"

namespace gongkai {
namespace {

// Findings about what the labels and headings are, or about whether there are any.
constexpr std::array<std::string_view, 2> kOfWords{"section.", "table."};

bool IsDoubtful(const ReportIndex& index, const std::string& pointer) {
  const Report& report = index.report();
  if (const Reading* reading = index.Value(pointer)) return reading->confidence < kDoubtful;
  if (pointer == "/title") return report.title.confidence < kDoubtful;
  if (pointer == "/agency") return report.agency.confidence < kDoubtful;
  return pointer == "/year" && report.year_evidence.confidence < kDoubtful;
}

const std::string* FindDoubtful(const ReportIndex& index, const Finding& finding) {
  for (const auto* places : {&finding.at, &finding.operands}) {
    const auto it = std::find_if(places->begin(), places->end(),
                                 [&](const std::string& at) { return IsDoubtful(index, at); });
    if (it != places->end()) return &*it;
  }
  return nullptr;
}

bool RestsOnWords(const Finding& finding) {
  const auto is_words = [](const std::string& at) {
    return at.starts_with("/sections") || at == "/title" || at == "/agency" || at == "/period";
  };
  return std::any_of(finding.at.begin(), finding.at.end(), is_words) ||
         std::any_of(kOfWords.begin(), kOfWords.end(),
                     [&](std::string_view family) { return finding.rule.starts_with(family); });
}

void Blame(Finding& finding, FindingCause cause, const char* because) {
  finding.cause = cause;
  finding.because = because;
}

}  // namespace

void SetCause(const ReportIndex& index, Finding& finding) {
  if (finding.rule == "cell.unreadable") {
    return Blame(finding, FindingCause::kReading, "because.unreadable");
  }
  if (const std::string* place = FindDoubtful(index, finding)) {
    AddDetail(finding.details, "doubt", PlaceName(index.report(), *place));
    return Blame(finding, FindingCause::kReading, "because.doubtful");
  }
  if (index.report().source.origin == Origin::kText) {
    return Blame(finding, FindingCause::kDocument, "because.exact_text");
  }
  if (RestsOnWords(finding)) {
    return Blame(finding, FindingCause::kReading, "because.scanned_text");
  }
  Blame(finding, FindingCause::kDocument, "because.sure_reading");
}

}  // namespace gongkai
