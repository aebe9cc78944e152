// Narratives of reports that nobody wrote: the form's formulas, and sentences made of phrases drawn
// by chance, so that two of them share words but no sentences. For tests and for bench/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/near_copies.h"

namespace gongkai::testing {

// A fixed sequence of numbers, the same on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next();
  std::size_t Below(std::size_t bound) { return static_cast<std::size_t>(Next() % bound); }
  bool Happens(double share) { return static_cast<double>(Next() >> 11) * 0x1p-53 < share; }

 private:
  std::uint64_t state_;
};

// A narrative before it is a text.
struct MadeNarrative {
  std::string organ;
  int year = 0;
  // Its own words; <organ>, <own>, <year>, <n> stand for what changes while they are copied.
  std::vector<std::string> sentences;
};

std::string MakeSentence(Chance& chance);  // about 45 characters
MadeNarrative MakeNarrative(Chance& chance, std::string organ, int year, std::size_t sentences);
std::string MakeOrgan(std::size_t number);  // a different one for each number

// That share of the sentences, drawn by chance, are replaced by new ones.
void ReplaceSentences(Chance& chance, MadeNarrative& narrative, double share);
void Shuffle(Chance& chance, std::vector<std::string>& sentences);

// With the preamble and the other formulas of the form, in paragraphs of five sentences. Numbers
// are drawn by chance, so that a copy has others.
std::string WriteNarrative(Chance& chance, const MadeNarrative& narrative);
// The formulas alone.
std::string WriteFormulas(const std::string& organ, int year);

NarrativeHead HeadOf(const MadeNarrative& narrative);  // "甲镇人民政府 2023" is the id

}  // namespace gongkai::testing
