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
    Of(Word::kApply, Word::kApplication, Word::kTopic, Word::kPublished, Word::kInfo);
constexpr WordSet kDispute = kNouns | Of(Word::kCause, Word::kReceived, Word::kNew, Word::kHandled);
constexpr WordSet kDecision = Of(Word::kDecided, Word::kHandled, Word::kDone);

constexpr auto kPatterns = std::to_array<SubjectPattern>({
    {Subject::kNewReceived, Of(Word::kNew), kNouns | Of(Word::kReceived), Need::kNamed},
    {Subject::kNewReceived, Of(Word::kNew), Of(Word::kReceived), Need::kTopic},
    {Subject::kReceived, Of(Word::kReceived), kNouns, Need::kNamed},
    {Subject::kReceived, Of(Word::kReceived), 0, Need::kTopic},
    {Subject::kHandled, Of(Word::kHandled),
     kNouns | Of(Word::kReceived, Word::kAnswered, Word::kDone), Need::kNamed},
    {Subject::kDone, Of(Word::kDone), kNouns, Need::kTopic},
    // 公开答复4条 is one to a message of the public.
    {Subject::kAnswered, Of(Word::kAnswered), (kNouns & ~Of(Word::kPublished)) | Of(Word::kDone),
     Need::kTopic},
    {Subject::kCarriedOver, Of(Word::kCarriedOver), kNouns | Of(Word::kReceived), Need::kTopic},
    {Subject::kCarriedForward, Of(Word::kCarriedForward),
     kNouns | Of(Word::kHandled, Word::kAnswered, Word::kDone), Need::kTopic},
    {Subject::kReview, Of(Word::kReview), kDispute, Need::kDisclosure},
    {Subject::kLitigation, Of(Word::kLitigation), kDispute, Need::kDisclosure},
    {Subject::kDirect, Of(Word::kDirect), kDispute | Of(Word::kLitigation), Need::kDisclosure},
    {Subject::kAfterReview, Of(Word::kAfterReview), kDispute | Of(Word::kLitigation),
     Need::kDisclosure},
    {Subject::kNormativeIssued, Of(Word::kIssued, Word::kNormative), Of(Word::kPublished),
     Need::kNothing},
    {Subject::kNormativeRepealed, Of(Word::kRepealed, Word::kNormative), 0, Need::kNothing},
    {Subject::kNormativeInForce, Of(Word::kInForce, Word::kNormative), 0, Need::kNothing},
    {Subject::kRegulationsIssued, Of(Word::kIssued, Word::kRegulation), Of(Word::kPublished),
     Need::kNothing},
    {Subject::kRegulationsRepealed, Of(Word::kRepealed, Word::kRegulation), 0, Need::kNothing},
    {Subject::kRegulationsInForce, Of(Word::kInForce, Word::kRegulation), 0, Need::kNothing},
    {Subject::kLicences, Of(Word::kLicence), kDecision, Need::kNothing},
    {Subject::kPenalties, Of(Word::kPenalty), kDecision, Need::kNothing},
    {Subject::kCoercive, Of(Word::kCoercive), kDecision, Need::kNothing},
    {Subject::kFees, Of(Word::kFee), Of(Word::kCharged), Need::kNothing},
    {Subject::kActivelyPublished, Of(Word::kActively, Word::kInfo), 0, Need::kNothing},
});

struct WordSubject {
  Word word;
  Subject subject;
};

constexpr auto kOutcomes = std::to_array<WordSubject>({
    {Word::kGranted, Subject::kGranted},
    {Word::kPartly, Subject::kPartly},
    {Word::kRefused, Subject::kRefused},
    {Word::kUnavailable, Subject::kUnavailable},
    {Word::kNotProcessed, Subject::kNotProcessed},
    {Word::kOtherOutcome, Subject::kOtherOutcome},
});

struct ResultSubject {
  Word word;
  Subject of_review, of_litigation;
};

constexpr auto kResults = std::to_array<ResultSubject>({
    {Word::kUpheld, Subject::kReviewUpheld, Subject::kLitigationUpheld},
    {Word::kCorrected, Subject::kReviewCorrected, Subject::kLitigationCorrected},
    {Word::kPending, Subject::kReviewPending, Subject::kLitigationPending},
    {Word::kOtherResult, Subject::kReviewOther, Subject::kLitigationOther},
});

constexpr WordSet kOutcomeWords =
    Of(Word::kGranted, Word::kPartly, Word::kRefused, Word::kUnavailable, Word::kNotProcessed,
       Word::kOtherOutcome);
constexpr WordSet kResultWords =
    Of(Word::kUpheld, Word::kCorrected, Word::kPending, Word::kOtherResult);
constexpr WordSet kApplicantWords = Of(Word::kNatural, Word::kOrganisation);

bool Has(WordSet words, Word word) { return (words & Bit(word)) != 0; }
bool Within(WordSet words, WordSet allowed) { return (words & ~allowed) == 0; }

bool IsMet(Need need, WordSet words, const ClaimContext& context) {
  const bool disclosure = context.disclosure || Has(words, Word::kTopic);
  const bool named = Has(words, Word::kApplication) ||
                     (Has(words, Word::kApply) && (disclosure || context.applications));
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
  if (Has(words, Word::kReason)) {
    const bool fits = IsMet(Need::kTopic, words, context) &&
                      Within(words, Of(Word::kReason, Word::kCause, Word::kAnswered) |
                                        kOutcomeWords | kNouns);
    return fits ? std::optional(Named{{Subject::kReason}, Applicants::kAll}) : std::nullopt;
  }
  if ((words & kOutcomeWords) == 0 || !IsMet(Need::kTopic, words, context) ||
      !Within(words, kOutcomeWords | kNouns | Of(Word::kAnswered, Word::kHandled, Word::kDone))) {
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
  if (!Within(words, kResultWords | kDispute | Of(Word::kReview, Word::kLitigation))) {
    return std::nullopt;
  }
  const bool review = Has(words, Word::kReview), litigation = Has(words, Word::kLitigation);
  if (review && litigation) return std::nullopt;
  const Word group = review ? Word::kReview : litigation ? Word::kLitigation : context.group;
  if (group == Word::kUnknown || !IsMet(Need::kDisclosure, words, context)) return std::nullopt;
  for (const ResultSubject& result : kResults) {
    if ((words & kResultWords) != Bit(result.word)) continue;
    return Named{{group == Word::kReview ? result.of_review : result.of_litigation}, {}};
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
               who == Bit(Word::kNatural) ? Applicants::kNaturalPersons
                                          : Applicants::kOrganisations};
}

bool IsDocument(Subject subject) {
  return subject >= Subject::kNormativeIssued && subject <= Subject::kRegulationsInForce;
}

std::vector<Token>::const_iterator FindNegation(const std::vector<Token>& tokens) {
  return std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.word == Word::kNot || token.word == Word::kNone;
  });
}

// Of the clause from the first negation on: is the application that it names one that was not
// received, and no mere attribute of something else (因政府信息公开申请引起的行政复议)?
bool NamesApplicationItself(const std::vector<Token>& tokens) {
  constexpr WordSet kVerbs = Of(Word::kReceived, Word::kNew);
  constexpr WordSet kPassed = Of(Word::kFiller, Word::kTopic, Word::kInfo, Word::kPublished,
                                 Word::kApply, Word::kApplication, Word::kOwn);
  constexpr WordSet kNames = Of(Word::kApply, Word::kApplication);
  auto at = FindNegation(tokens);
  if (at == tokens.end()) return false;
  const bool none = at->word == Word::kNone;
  ++at;
  bool verb = none, named = false;
  for (; at != tokens.end(); ++at) {
    const WordSet word = Bit(at->word);
    if (word & kVerbs) {
      verb = true;
    } else if (word & kPassed) {
      named = named || (word & kNames) != 0;
    } else {
      return verb && named && at->word == Word::kJoin;
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
  if (!subject && context.document != Word::kUnknown) {
    subject = FindPattern(words | Bit(context.document), context);
    if (subject && !IsDocument(*subject)) subject = std::nullopt;
  }
  if (!subject) return std::nullopt;
  return Named{{*subject}, Applicants::kAll};
}

std::vector<Subject> NameNothing(const std::vector<Token>& tokens, const ClaimContext& context) {
  constexpr WordSet kNegations = Of(Word::kNot, Word::kNone);
  constexpr WordSet kDisputes = Of(Word::kReview, Word::kLitigation);
  constexpr WordSet kDecisions = Of(Word::kLicence, Word::kPenalty, Word::kCoercive);
  // 均已答复且未收到行政复议: what stands before the negation is another matter, but must be known.
  constexpr WordSet kBefore = kNeutral | kNouns | Of(Word::kReceived, Word::kHandled, Word::kDone,
                                                     Word::kAnswered, Word::kCause);
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
    const bool corrected = named && (words & kResultWords) == Bit(Word::kCorrected);
    return corrected ? named->subjects : subjects;
  }
  if ((words & kDisputes) != 0) {
    if (!Within(words, kDisputes | kDispute)) return {};
    if (NamesApplicationItself(tokens)) subjects.push_back(Subject::kReceived);
    if (Has(words, Word::kReview)) subjects.push_back(Subject::kReview);
    if (Has(words, Word::kLitigation)) subjects.push_back(Subject::kLitigation);
    return subjects;
  }
  if ((words & kDecisions) != 0) {
    if (!Within(words, kDecisions | Of(Word::kDecided))) return {};
    if (Has(words, Word::kLicence)) subjects.push_back(Subject::kLicences);
    if (Has(words, Word::kPenalty)) subjects.push_back(Subject::kPenalties);
    if (Has(words, Word::kCoercive)) subjects.push_back(Subject::kCoercive);
    return subjects;
  }
  if (Within(words, kNouns | Of(Word::kReceived, Word::kNew))) {
    const bool named = Has(words, Word::kApplication) || IsMet(Need::kNamed, words, context);
    if (named && NamesApplicationItself(tokens)) subjects.push_back(Subject::kReceived);
    return subjects;
  }
  if (Has(words, Word::kIssued) && Has(words, Word::kRepealed)) {  // 未制发、废止规范性文件
    for (const Word verb : {Word::kIssued, Word::kRepealed}) {
      const auto subject =
          FindPattern((words & ~Of(Word::kIssued, Word::kRepealed)) | Bit(verb), context);
      if (subject) subjects.push_back(*subject);
    }
    return subjects;
  }
  const auto subject = FindPattern(words, context);
  // 政府信息公开工作未发生收费 is about the fee for processing information.
  if (Has(before, Word::kTopic) || Has(before, Word::kApplication)) return subjects;
  if (subject && CanBeNone(*subject)) subjects.push_back(*subject);
  return subjects;
}

bool DecidesReviews(WordSet words) {
  return (words & Of(Word::kReview, Word::kLitigation)) != 0 &&
         (words & Of(Word::kReceived, Word::kHandled)) != 0 &&
         (words & Of(Word::kTopic, Word::kCause, Word::kApplication)) == 0;
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
