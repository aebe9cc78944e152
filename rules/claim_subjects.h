// Which subject the words of a clause name.
#pragma once

#include <optional>
#include <vector>

#include "rules/claim_words.h"
#include "rules/claims.h"

namespace gongkai {

// What the text before a clause has already said.
struct ClaimContext {
  bool applications = false;  // the section, its part or the paragraph speaks of applications
  bool disclosure = false;    // the sentence said 政府信息公开, so that 行政复议 is one about it
  Term group = Term::kUnknown;     // kReview or kLitigation: the last one named in the sentence
  Term document = Term::kUnknown;  // kNormative or kRegulation: that of the sentence's last claim
  std::optional<Subject> whole;    // of which applicants are a breakdown: 收到, 办结
};

struct Named {
  std::vector<Subject> subjects;
  Applicants applicants = Applicants::kAll;
};

// Nothing where the words do not make one subject for certain. `words`: of the clause, without
// negations.
std::optional<Named> NameSubject(WordSet words, const ClaimContext& context);

// What a clause with a negation says there was none of; empty where that is not certain.
std::vector<Subject> NameNothing(const std::vector<Token>& tokens, const ClaimContext& context);

// May a negation before its word mean that there was none? 未答复 says something else.
bool CanBeNone(Subject subject);

// 收到行政复议30件, 办理行政复议30件 of an organ that decides reviews are about anything.
bool DecidesReviews(WordSet words);

// Words that leave the meaning of a number as it is.
inline constexpr WordSet kNeutral = Bit(Term::kFiller) | Bit(Term::kJoin) | Bit(Term::kOwn) |
                                    Bit(Term::kLevel) | Bit(Term::kThisYear) |
                                    Bit(Term::kIncludes) | Bit(Term::kNumber);

}  // namespace gongkai
