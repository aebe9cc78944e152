// The words of which sentences with numbers are made. A clause is understood only where every one
// of its words is known: a word that is not may make its number something else (县公安局收到申请5件).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/prose_numbers.h"

namespace gongkai {

enum class Term : std::uint8_t {
  kUnknown,
  // What does not change the meaning of a number
  kFiller,
  kJoin,      // 和 及 、
  kOwn,       // 我局, 本机关, the organ's own name
  kLevel,     // 全县, 各级: the table's scope where the report is that of a government
  kTopic,     // 政府信息公开
  kInfo,      // 信息, 类: a piece of information about the thing, not the thing itself
  kApply,     // 申请
  kCause,     // 因…引起, 被
  kIncludes,  // 其中, 含
  // What decides whose or when
  kThisYear, kOtherYear, kSince, kCompared, kPart, kChannel,
  // Negations
  kNot,   // 未
  kNone,  // 无, 没有
  // Applications
  kApplication,  // 依申请公开
  kNew, kReceived, kHandled, kDone, kAnswered, kCarriedOver, kCarriedForward,
  kNatural, kOrganisation,
  kGranted, kPartly, kRefused, kUnavailable, kNotProcessed, kOtherOutcome,
  kReason,  // 本机关不掌握: one row of table 3
  // Review and litigation
  kReview, kLitigation, kDirect, kAfterReview, kUpheld, kCorrected, kPending, kOtherResult,
  // Table 2
  kIssued, kRepealed, kInForce, kPublished, kActively, kNormative, kRegulation,
  kDecided, kLicence, kPenalty, kCoercive, kFee, kCharged, kProcessingFee,
  kNumber,  // index() of the sentence's numbers
};

using WordSet = std::uint64_t;
static_assert(static_cast<int>(Term::kNumber) < 64, "a WordSet has a bit for each");
constexpr WordSet Bit(Term word) { return WordSet{1} << static_cast<int>(word); }

struct Token {
  Term word = Term::kUnknown;
  Span span;
  int year = 0;            // of kOtherYear and kThisYear where it is written
  std::size_t number = 0;  // of kNumber: its index
  std::string_view row;    // of kReason: outcome/unavailable/not_held
};

struct WordContext {
  std::u32string agency;  // whose characters, in their order, are its own names: 市科委
  int year = 0;           // of the report; 0 where it is not known
  char32_t level = 0;     // 县 where the table counts all of a 县: 全县, 各级; 0 for other organs
};

// The tokens of a clause; neighbouring unknown characters are one token.
std::vector<Token> FindTokens(std::string_view text, Span clause,
                              const std::vector<ProseNumber>& numbers, const WordContext& context);

// Of tokens[from] to tokens[to - 1].
WordSet WordsOf(const std::vector<Token>& tokens, std::size_t from, std::size_t to);

}  // namespace gongkai
