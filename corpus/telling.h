// Shingles of a text, and which of them tell that it was copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "corpus/near_text.h"

namespace gongkai {

// A fixed mixing of 64 bits (the finalizer of SplitMix64, Steele et al. 2014): no seed of the day.
std::uint64_t MixBits(std::uint64_t bits);

// The hash of each run of kShingle characters, by where it begins; none in a shorter text.
std::vector<std::uint64_t> HashShingles(std::u32string_view text);

// What is common. Two kinds:
// - shingles of the form's phrases;
// - shingles that are frequent: a fifth (kFrequentShare) of the organs write them, and
//   kFrequentLeast organs at least. With fewer organs nothing is frequent: two who copied would
//   excuse each other. An organ counts once, however many years it repeats itself.
// kPassedOn and more frequent shingles that follow one another, those of the form aside, are
// telling nonetheless: a phrase is a sentence or two, a page that a fifth of the organs have word
// for word was passed on. What is missed for that: a text that a fifth of the organs copied and
// changed so much that no 300 characters in a row are left.
struct CommonShingles {
  std::vector<std::uint64_t> form;  // sorted hashes
  std::vector<bool> frequent;       // by slot of the hash; empty where nothing is
};

inline constexpr double kFrequentShare = 0.2;
inline constexpr std::uint32_t kFrequentLeast = 30;
inline constexpr std::size_t kPassedOn = 300;
// Organs of a larger archive are counted by a sample of this many, evenly out of `organs` below:
// its error of a share of 0.2 is below 0.01.
inline constexpr std::size_t kMostCountedOrgans = 4000;

// `organs`: the texts of each organ; `load` is called by several threads. Counters share slots
// where hashes meet: 2^24 of them at most, so that a rare shingle passes for a frequent one about
// once in a thousand times.
CommonShingles CountCommonShingles(const std::vector<std::vector<std::size_t>>& organs,
                                   const std::function<NearText(std::size_t)>& load, int threads);

// Of each shingle of a text, in its order: does it tell?
std::vector<bool> FindTelling(const std::vector<std::uint64_t>& shingles,
                              const CommonShingles& common);

}  // namespace gongkai
