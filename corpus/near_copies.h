// Near copies among the narratives of many reports: whole texts that are another's with some words
// changed (last year's, or another organ's), and single long passages in texts that are otherwise
// their own.
//
// What is compared. Spaces and punctuation go; a number, Arabic or Chinese, becomes one mark, and
// so do the organ's own names and 我镇, 本局 (near_text.h). What is left is cut into shingles of
// kShingle characters. Words that every report has tell nothing: the form's own phrases
// (form_phrases.h) and what a large share of the organs write (telling.h) are left out. Texts are
// judged by their telling shingles A and B:
//   resemblance |A and B| / |A or B|, containment |A and B| / min(|A|, |B|)   (Broder, "On the
//   resemblance and containment of documents", 1997), exact but for collisions of 64-bit hashes.
// Who is compared. MinHash signatures (minhash.h) in bands proposes pairs (Leskovec, Rajaraman,
// Ullman, "Mining of Massive Datasets", 3.4), and the years of one organ are always compared; every
// pair is then measured exactly, so that what is reported is so for certain and only what is missed
// is a matter of chance: 1 - (1 - J^4)^128, that is 0.96 of pairs at J = 0.4 and 0.9997 at 0.5.
// Passages are found by winnowing (near_passages.h), which misses none, and are measured by direct
// comparison; those of whole copies by a suffix automaton (shared_passage.h).
//
// Work and memory grow with the number of texts, not of pairs: n equal texts are one group. About
// 5 KB a narrative are kept, texts are read when they are needed (up to about six times each).
// The same narratives give the same result whatever their order and the number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace gongkai {

struct NarrativeHead {
  std::string id;                  // no two have the same; decides where years are equal
  std::string organ;               // whatever tells organs apart; empty: not known, its own
  int year = 0;                    // 0: not known
  std::vector<std::string> names;  // of the organ, as they may stand in its text
};

// The text of the narrative with that index: UTF-8, broken or not, paragraphs parted by \n. It is
// asked for several times and must be the same each time; never by two threads at once.
using ReadNarrative = std::function<std::string(std::size_t)>;

// A stretch of a narrative's text. A broken byte counts as one character, as in DecodeUtf8.
struct TextRange {
  std::size_t byte_begin = 0, byte_end = 0;
  std::size_t character_begin = 0, character_end = 0;
  bool operator==(const TextRange&) const = default;
};

// The same words in two texts: equal as they are compared, so numbers, names and signs may differ.
struct SharedPassage {
  TextRange here, there;
  std::size_t telling = 0;  // how many of its shingles are no common phrase: what it is judged by
};

// How one narrative is a copy of another.
struct CopyLink {
  std::size_t to = 0;  // index of the other
  bool same_organ = false;
  double estimate = 0;  // of the resemblance, by MinHash: standard error below 0.023
  double resemblance = 0, containment = 0;
  std::vector<SharedPassage> passages;  // the longest, at most kMostPassages; may be none
};

struct CopyMember {
  std::size_t narrative = 0;
  double to_first = 0;  // its resemblance to the group's first member; may be below kNearCopy
  // None for the first member. Otherwise one or both of: the latest earlier year of its own organ
  // in the group; the group's first member, or else the most alike that it was compared with. Where
  // it joined the group by a later text alone, that.
  std::vector<CopyLink> links;
};

// By year, then id: the first member is the earliest. Each member resembles some other member by
// kNearCopy at least.
struct CopyGroup {
  std::vector<CopyMember> members;
};

struct PassageMember {
  std::size_t narrative = 0;
  std::size_t to = 0;     // another member, an earlier one where years are known
  bool same_organ = false;
  SharedPassage passage;  // here: in `narrative`, there: in `to`
};

// One passage, and who has it besides the first. Texts that are whole copies of each other count
// once, by their earliest.
struct PassageGroup {
  std::size_t first = 0;
  std::vector<PassageMember> members;
};

struct NearCopies {
  std::vector<CopyGroup> groups;       // in the order of their first members
  std::vector<PassageGroup> passages;  // in the order of their first texts and places
  std::size_t judged = 0, too_short = 0;
};

// Characters in a shingle: about three words. Between honest real reports 4 characters gave a
// resemblance of 0.05, 6 gave 0.03, and longer ones lose more at every changed word.
inline constexpr std::size_t kShingle = 6;
// Telling shingles below which a text is not judged: three or four sentences, about the least of
// which a resemblance says something.
inline constexpr std::size_t kLeastTelling = 150;
// Two texts of one length that resemble each other by 0.4 have four sevenths in common: more was
// copied than was written.
inline constexpr double kNearCopy = 0.4;
// Characters of a passage, and how many of its shingles must tell. Law and form are quoted in
// stretches of up to about 100; a paragraph of one's own has 100 to 300, with stock phrases in it.
inline constexpr std::size_t kLeastPassage = 150, kLeastTellingOfPassage = 100;
// Bytes of a text that are compared, what follows is not: a bound for memory. 100,000 Chinese
// characters; the longest narratives of provinces have 30,000.
inline constexpr std::size_t kMostComparedBytes = 300'000;
inline constexpr std::size_t kMostPassages = 3;  // quoted for a pair

NearCopies FindNearCopies(std::span<const NarrativeHead> heads, const ReadNarrative& read,
                          int threads = 1);

}  // namespace gongkai
