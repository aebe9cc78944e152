// What the narrative says in numbers: 收到政府信息公开申请21件, 未发生行政复议. Only what is
// understood for certain becomes a claim: every word of its clause is known, it speaks of the
// report's year and of the organ itself, and not of a part (by channel, in time, of last year).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "rules/prose.h"
#include "rules/prose_numbers.h"

namespace gongkai {

enum class Subject {
  kNewReceived,  // 新收
  kReceived,     // 收到, 受理: may count what was carried over
  kHandled,      // 办理: what came in or what went out
  kDone, kAnswered, kCarriedOver, kCarriedForward,
  kGranted, kPartly, kRefused, kUnavailable, kNotProcessed, kOtherOutcome,
  kReview, kReviewUpheld, kReviewCorrected, kReviewPending, kReviewOther,
  kLitigation, kLitigationUpheld, kLitigationCorrected, kLitigationPending, kLitigationOther,
  kDirect, kAfterReview,
  kNormativeIssued, kNormativeRepealed, kNormativeInForce,
  kRegulationsIssued, kRegulationsRepealed, kRegulationsInForce,
  kLicences, kPenalties, kCoercive, kFees,
  kActivelyPublished,  // 主动公开政府信息: in no table
  kReason,    // one row of the outcomes: Claim::row
  kLeftOver,  // of 均已办结: 0 carried forward
};

enum class Applicants { kAll, kNaturalPersons, kOrganisations };

struct Claim {
  std::vector<Subject> subjects;  // more than one: their sum (予以公开及部分公开258件)
  Applicants applicants = Applicants::kAll;
  std::string_view row;   // of kReason: outcome/unavailable/not_held
  ProseNumber number;     // of a negation: 0, without a unit
  bool negation = false;  // said without a number: 未收到
  bool level = false;     // of a government, whose text may count less or more than its table
  bool apart = false;     // 收到 where what was carried over has a number of its own: 新收
  std::size_t section = 0;
  Span quote;             // in that section's prose
};

struct Narrative {
  std::vector<Prose> sections;  // of the report's sections, in their order
  std::vector<Claim> claims;    // in the order of the text
};

Narrative ReadNarrative(const Report& report);

}  // namespace gongkai
