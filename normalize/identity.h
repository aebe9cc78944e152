// Who reports, on which year: the head of a report.
#pragma once

#include <optional>
#include <vector>

#include "model/document.h"
#include "model/report.h"
#include "normalize/headings_plan.h"
#include "normalize/title.h"

namespace gongkai {

struct Identity {
  TextFact title, agency;
  std::optional<int> year;
  TextFact year_evidence;  // value: the year's four digits
  std::optional<Period> period;
};

// title: what a person would name (normalize/title.h). agency: the organ as the title names it,
// else from the first sentences, the page's metadata or the signature. year: the title's, else the
// period's, else the one that the text speaks of most; at last the year before the publication.
// What is not there is empty. Confidence: 1 from the title, 0.8 from the text, 0.5 from a date of
// publication.
Identity FindIdentity(const Document& document, const HeadingPlan& plan, const TitleChoice& title);

}  // namespace gongkai
