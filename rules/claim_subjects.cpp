#include "rules/claim_subjects.h"

#include <algorithm>
#include <array>

namespace gongkai {
namespace {

template <typename... Words>
constexpr WordSet Of(Words... words) {
  return (WordSet{0} | ... | Bit(words));
}

// What has to be known for the words to mean what they seem to.
enum class Need {
  kNothing,
  kNamed,       // the clause itself names applications
  kTopic,       // the clause or what stands before it speaks of applications
  kDisclosure,  // the clause or its sentence speaks of information disclosure
};

struct SubjectPattern {
  Subject subject;
  WordSet all, optional;
  Need need;
};

constexpr WordSet kNouns =
    Of(Term::kApply, Term::kApplication, Term::kTopic, Term::kPublished, Term::kInfo);
constexpr WordSet kDispute = kNouns | Of(Term::kCause, Term::kReceived, Term::kNew, Term::kHandled);
constexpr WordSet kDecision = Of(Term::kDecided, Term::kHandled, Term::kDone);

constexpr auto kPatterns = std::to_array<SubjectPattern>({
    {Subject::kNewReceived, Of(Term::kNew), kNouns | Of(Term::kReceived), Need::kNamed},
    {Subject::kNewReceived, Of(Term::kNew), Of(Term::kReceived), Need::kTopic},
    {Subject::kReceived, Of(Term::kReceived), kNouns, Need::kNamed},
    {Subject::kReceived, Of(Term::kReceived), 0, Need::kTopic},
    {Subject::kHandled, Of(Term::kHandled),
     kNouns | Of(Term::kReceived, Term::kAnswered, Term::kDone), Need::kNamed},
    {Subject::kDone, Of(Term::kDone), kNouns, Need::kTopic},
    // 公开答复4条 is one to a message of the public.
    {Subject::kAnswered, Of(Term::kAnswered), (kNouns & ~Of(Term::kPublished)) | Of(Term::kDone),
     Need::kTopic},
    {Subject::kCarriedOver, Of(Term::kCarriedOver), kNouns | Of(Term::kReceived), Need::kTopic},
    {Subject::kCarriedForward, Of(Term::kCarriedForward),
     kNouns | Of(Term::kHandled, Term::kAnswered, Term::kDone), Need::kTopic},
    {Subject::kReview, Of(Term::kReview), kDispute, Need::kDisclosure},
    {Subject::kLitigation, Of(Term::kLitigation), kDispute, Need::kDisclosure},
    {Subject::kDirect, Of(Term::kDirect), kDispute | Of(Term::kLitigation), Need::kDisclosure},
    {Subject::kAfterReview, Of(Term::kAfterReview), kDispute | Of(Term::kLitigation),
     Need::kDisclosure},
    {Subject::kNormativeIssued, Of(Term::kIssued, Term::kNormative), Of(Term::kPublished),
     Need::kNothing},
    {Subject::kNormativeRepealed, Of(Term::kRepealed, Term::kNormative), 0, Need::kNothing},
    {Subject::kNormativeInForce, Of(Term::kInForce, Term::kNormative), 0, Need::kNothing},
    {Subject::kRegulationsIssued, Of(Term::kIssued, Term::kRegulation), Of(Term::kPublished),
     Need::kNothing},
    {Subject::kRegulationsRepealed, Of(Term::kRepealed, Term::kRegulation), 0, Need::kNothing},
    {Subject::kRegulationsInForce, Of(Term::kInForce, Term::kRegulation), 0, Need::kNothing},
    {Subject::kLicences, Of(Term::kLicence), kDecision, Need::kNothing},
    {Subject::kPenalties, Of(Term::kPenalty), kDecision, Need::kNothing},
    {Subject::kCoercive, Of(Term::kCoercive), kDecision, Need::kNothing},
    {Subject::kFees, Of(Term::kFee), Of(Term::kCharged), Need::kNothing},
    {Subject::kActivelyPublished, Of(Term::kActively, Term::kInfo), 0, Need::kNothing},
});

struct WordSubject {
  Term word;
  Subject subject;
};

constexpr auto kOutcomes = std::to_array<WordSubject>({
    {Term::kGranted, Subject::kGranted},
    {Term::kPartly, Subject::kPartly},
    {Term::kRefused, Subject::kRefused},
    {Term::kUnavailable, Subject::kUnavailable},
    {Term::kNotProcessed, Subject::kNotProcessed},
    {Term::kOtherOutcome, Subject::kOtherOutcome},
});

struct ResultSubject {
  Term word;
  Subject of_review, of_litigation;
};

constexpr auto kResults = std::to_array<ResultSubject>({
    {Term::kUpheld, Subject::kReviewUpheld, Subject::kLitigationUpheld},
    {Term::kCorrected, Subject::kReviewCorrected, Subject::kLitigationCorrected},
    {Term::kPending, Subject::kReviewPending, Subject::kLitigationPending},
    {Term::kOtherResult, Subject::kReviewOther, Subject::kLitigationOther},
});

constexpr WordSet kOutcomeWords =
    Of(Term::kGranted, Term::kPartly, Term::kRefused, Term::kUnavailable, Term::kNotProcessed,
       Term::kOtherOutcome);
constexpr WordSet kResultWords =
    Of(Term::kUpheld, Term::kCorrected, Term::kPending, Term::kOtherResult);
constexpr WordSet kApplicantWords = Of(Term::kNatural, Term::kOrganisation);

bool Has(WordSet words, Term word) { return (words & Bit(word)) != 0; }
bool Within(WordSet words, WordSet allowed) { return (words & ~allowed) == 0; }

bool IsMet(Need need, WordSet words, const ClaimContext& context) {
  const bool disclosure = context.disclosure || Has(words, Term::kTopic);
  const bool named = Has(words, Term::kApplication) ||
                     (Has(words, Term::kApply) && (disclosure || context.applications));
  switch (need) {
    case Need::kNothing: return true;
    case Need::kNamed: return named;
    case Need::kTopic: return named || context.applications;
    case Need::kDisclosure:
      return (disclosure || named || context.applications) && !DecidesReviews(words);
  }
  return false;
}

std::optional<Subject> FindPattern(WordSet words, const ClaimContext& context) {
  for (const SubjectPattern& pattern : kPatterns) {
    if ((words & pattern.all) == pattern.all && Within(words, pattern.all | pattern.optional) &&
        IsMet(pattern.need, words, context)) {
      return pattern.subject;
    }
  }
  return std::nullopt;
}

std::optional<Named> NameOutcomes(WordSet words, const ClaimContext& context) {
  if (Has(words, Term::kReason)) {
    const bool fits = IsMet(Need::kTopic, words, context) &&
                      Within(words, Of(Term::kReason, Term::kCause, Term::kAnswered) |
                                        kOutcomeWords | kNouns);
    return fits ? std::optional(Named{{Subject::kReason}, Applicants::kAll}) : std::nullopt;
  }
  if ((words & kOutcomeWords) == 0 || !IsMet(Need::kTopic, words, context) ||
      !Within(words, kOutcomeWords | kNouns | Of(Term::kAnswered, Term::kHandled, Term::kDone))) {
    return std::nullopt;
  }
  Named named;
  for (const WordSubject& outcome : kOutcomes) {
    if (Has(words, outcome.word)) named.subjects.push_back(outcome.subject);
  }
  return named;
}

// 其中维持3件, 行政诉讼结果纠正1件
std::optional<Named> NameResult(WordSet words, const ClaimContext& context) {
  if (!Within(words, kResultWords | kDispute | Of(Term::kReview, Term::kLitigation))) {
    return std::nullopt;
  }
  const bool review = Has(words, Term::kReview), litigation = Has(words, Term::kLitigation);
  if (review && litigation) return std::nullopt;
  const Term group = review ? Term::kReview : litigation ? Term::kLitigation : context.group;
  if (group == Term::kUnknown || !IsMet(Need::kDisclosure, words, context)) return std::nullopt;
  for (const ResultSubject& result : kResults) {
    if ((words & kResultWords) != Bit(result.word)) continue;
    return Named{{group == Term::kReview ? result.of_review : result.of_litigation}, {}};
  }
  return std::nullopt;
}

// 自然人申请3493件: of what was received, where the sentence says so or the one before.
std::optional<Named> NameApplicants(WordSet words, const ClaimContext& context) {
  const WordSet who = words & kApplicantWords;
  if (who == 0 || who == kApplicantWords) return std::nullopt;
  const WordSet rest = words & ~kApplicantWords;
  const auto whole = Within(rest, kNouns) ? context.whole : FindPattern(rest, context);
  if (!whole) return std::nullopt;
  const bool by_applicant =
      *whole == Subject::kNewReceived || *whole == Subject::kReceived ||
      *whole == Subject::kHandled || *whole == Subject::kDone || *whole == Subject::kAnswered;
  if (!by_applicant) return std::nullopt;
  return Named{{*whole},
               who == Bit(Term::kNatural) ? Applicants::kNaturalPersons
                                          : Applicants::kOrganisations};
}

bool IsDocument(Subject subject) {
  return subject >= Subject::kNormativeIssued && subject <= Subject::kRegulationsInForce;
}

std::vector<Token>::const_iterator FindNegation(const std::vector<Token>& tokens) {
  return std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.word == Term::kNot || token.word == Term::kNone;
  });
}

// Of the clause from the first negation on: is the application that it names one that was not
// received, and no mere attribute of something else (因政府信息公开申请引起的行政复议)?
bool NamesApplicationItself(const std::vector<Token>& tokens) {
  constexpr WordSet kVerbs = Of(Term::kReceived, Term::kNew);
  constexpr WordSet kPassed = Of(Term::kFiller, Term::kTopic, Term::kInfo, Term::kPublished,
                                 Term::kApply, Term::kApplication, Term::kOwn);
  constexpr WordSet kNames = Of(Term::kApply, Term::kApplication);
  auto at = FindNegation(tokens);
  if (at == tokens.end()) return false;
  const bool none = at->word == Term::kNone;
  ++at;
  bool verb = none, named = false;
  for (; at != tokens.end(); ++at) {
    const WordSet word = Bit(at->word);
    if (word & kVerbs) {
      verb = true;
    } else if (word & kPassed) {
      named = named || (word & kNames) != 0;
    } else {
      return verb && named && at->word == Term::kJoin;
    }
  }
  return verb && named;
}

}  // namespace

std::optional<Named> NameSubject(WordSet words, const ClaimContext& context) {
  words &= ~kNeutral;
  if (words == 0) return std::nullopt;
  if (auto named = NameOutcomes(words, context)) return named;
  if ((words & kResultWords) != 0) return NameResult(words, context);
  if ((words & kApplicantWords) != 0) return NameApplicants(words, context);
  auto subject = FindPattern(words, context);
  if (!subject && context.document != Term::kUnknown) {
    subject = FindPattern(words | Bit(context.document), context);
    if (subject && !IsDocument(*subject)) subject = std::nullopt;
  }
  if (!subject) return std::nullopt;
  return Named{{*subject}, Applicants::kAll};
}

std::vector<Subject> NameNothing(const std::vector<Token>& tokens, const ClaimContext& context) {
  constexpr WordSet kNegations = Of(Term::kNot, Term::kNone);
  constexpr WordSet kDisputes = Of(Term::kReview, Term::kLitigation);
  constexpr WordSet kDecisions = Of(Term::kLicence, Term::kPenalty, Term::kCoercive);
  // 均已答复且未收到行政复议: what stands before the negation is another matter, but must be known.
  constexpr WordSet kBefore = kNeutral | kNouns | Of(Term::kReceived, Term::kHandled, Term::kDone,
                                                     Term::kAnswered, Term::kCause);
  const auto split = static_cast<std::size_t>(FindNegation(tokens) - tokens.begin());
  const WordSet before = WordsOf(tokens, 0, split);
  WordSet words = WordsOf(tokens, split, tokens.size()) & ~(kNeutral | kNegations);
  std::vector<Subject> subjects;
  if (!Within(before, kBefore)) {
    // 行政复议、行政诉讼均未发生: the subject may stand before it, with nothing behind.
    if (words != 0) return subjects;
    words = before & ~kNeutral;
  } else if (words == 0) {
    words = before & ~kNeutral;
  }
  if ((words & kResultWords) != 0) {
    const auto named = NameResult(words, context);
    const bool corrected = named && (words & kResultWords) == Bit(Term::kCorrected);
    return corrected ? named->subjects : subjects;
  }
  if ((words & kDisputes) != 0) {
    if (!Within(words, kDisputes | kDispute)) return {};
    if (NamesApplicationItself(tokens)) subjects.push_back(Subject::kReceived);
    if (Has(words, Term::kReview)) subjects.push_back(Subject::kReview);
    if (Has(words, Term::kLitigation)) subjects.push_back(Subject::kLitigation);
    return subjects;
  }
  if ((words & kDecisions) != 0) {
    if (!Within(words, kDecisions | Of(Term::kDecided))) return {};
    if (Has(words, Term::kLicence)) subjects.push_back(Subject::kLicences);
    if (Has(words, Term::kPenalty)) subjects.push_back(Subject::kPenalties);
    if (Has(words, Term::kCoercive)) subjects.push_back(Subject::kCoercive);
    return subjects;
  }
  if (Within(words, kNouns | Of(Term::kReceived, Term::kNew))) {
    const bool named = Has(words, Term::kApplication) || IsMet(Need::kNamed, words, context);
    if (named && NamesApplicationItself(tokens)) subjects.push_back(Subject::kReceived);
    return subjects;
  }
  if (Has(words, Term::kIssued) && Has(words, Term::kRepealed)) {  // 未制发、废止规范性文件
    for (const Term verb : {Term::kIssued, Term::kRepealed}) {
      const auto subject =
          FindPattern((words & ~Of(Term::kIssued, Term::kRepealed)) | Bit(verb), context);
      if (subject) subjects.push_back(*subject);
    }
    return subjects;
  }
  const auto subject = FindPattern(words, context);
  // 政府信息公开工作未发生收费 is about the fee for processing information.
  if (Has(before, Term::kTopic) || Has(before, Term::kApplication)) return subjects;
  if (subject && CanBeNone(*subject)) subjects.push_back(*subject);
  return subjects;
}

bool DecidesReviews(WordSet words) {
  return (words & Of(Term::kReview, Term::kLitigation)) != 0 &&
         (words & Of(Term::kReceived, Term::kHandled)) != 0 &&
         (words & Of(Term::kTopic, Term::kCause, Term::kApplication)) == 0;
}

bool CanBeNone(Subject subject) {
  constexpr auto kNames = std::to_array<Subject>(
      {Subject::kNewReceived, Subject::kReceived, Subject::kCarriedOver, Subject::kCarriedForward,
       Subject::kReview, Subject::kLitigation, Subject::kLicences, Subject::kPenalties,
       Subject::kCoercive, Subject::kFees});
  return IsDocument(subject) ||
         std::find(kNames.begin(), kNames.end(), subject) != kNames.end();
}

}  // namespace gongkai
