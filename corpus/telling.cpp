// The idea: the law's and the form's words are a list, everybody's words are counted.
#include "corpus/telling.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>

#include "corpus/form_phrases.h"
#include "corpus/parallel.h"

namespace gongkai {
namespace {

// Slots of counters: an organ's texts have some 2,500 shingles of their own.
constexpr std::size_t kSlotsPerOrgan = 4096;
constexpr std::size_t kMostSlots = std::size_t{1} << 24;
constexpr std::size_t kCountedAtATime = 16;  // organs

void SortOut(std::vector<std::uint64_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::vector<std::uint64_t> HashFormPhrases() {
  std::vector<std::uint64_t> out;
  for (const std::string_view phrase : FormPhrases()) {
    const auto hashes = HashShingles(MakeNearText(phrase, {}).text);
    out.insert(out.end(), hashes.begin(), hashes.end());
  }
  SortOut(out);
  return out;
}

std::size_t SlotOf(std::uint64_t hash, std::size_t slots) {
  return static_cast<std::size_t>(hash) & (slots - 1);
}

bool IsFrequent(std::uint64_t hash, const CommonShingles& common) {
  return !common.frequent.empty() && common.frequent[SlotOf(hash, common.frequent.size())];
}

}  // namespace

std::uint64_t MixBits(std::uint64_t bits) {
  bits += 0x9E3779B97F4A7C15;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
  return bits ^ (bits >> 31);
}

std::vector<std::uint64_t> HashShingles(std::u32string_view text) {
  std::vector<std::uint64_t> out;
  if (text.size() < kShingle) return out;
  out.reserve(text.size() - kShingle + 1);
  constexpr int kBits = 21;  // of a code point
  constexpr std::size_t kHalf = kShingle / 2;
  static_assert(kShingle == 2 * kHalf && kHalf * kBits < 64);
  for (std::size_t at = 0; at + kShingle <= text.size(); ++at) {
    std::uint64_t front = 0, back = 0;
    for (std::size_t i = 0; i < kHalf; ++i) {
      front = front << kBits | text[at + i];
      back = back << kBits | text[at + kHalf + i];
    }
    out.push_back(MixBits(MixBits(front) ^ back));
  }
  return out;
}

CommonShingles CountCommonShingles(const std::vector<std::vector<std::size_t>>& organs,
                                   const std::function<NearText(std::size_t)>& load, int threads) {
  CommonShingles common;
  common.form = HashFormPhrases();
  const std::size_t counted = std::min(organs.size(), kMostCountedOrgans);
  if (counted < kFrequentLeast) return common;
  const std::size_t slots = std::min(std::bit_ceil(counted * kSlotsPerOrgan), kMostSlots);
  std::vector<std::atomic<std::uint32_t>> counts(slots);
  ForStretches(counted, kCountedAtATime, threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      std::vector<std::uint64_t> own;
      for (const std::size_t narrative : organs[i * organs.size() / counted]) {
        for (const auto hash : HashShingles(load(narrative).text)) {
          own.push_back(SlotOf(hash, slots));
        }
      }
      SortOut(own);
      for (const auto slot : own) counts[slot].fetch_add(1, std::memory_order_relaxed);
    }
  });
  const double share = kFrequentShare * static_cast<double>(counted);
  const auto least = std::max(kFrequentLeast, static_cast<std::uint32_t>(std::ceil(share)));
  for (const auto& count : counts) common.frequent.push_back(count >= least);
  return common;
}

std::vector<bool> FindTelling(const std::vector<std::uint64_t>& shingles,
                              const CommonShingles& common) {
  std::vector<bool> telling(shingles.size(), true);
  std::vector<std::size_t> run;  // frequent shingles since the last one that is not
  const auto end_run = [&] {
    if (run.size() < kPassedOn) {
      for (const std::size_t at : run) telling[at] = false;
    }
    run.clear();
  };
  for (std::size_t i = 0; i < shingles.size(); ++i) {
    if (std::binary_search(common.form.begin(), common.form.end(), shingles[i])) {
      telling[i] = false;  // stands in a run without being of it
    } else if (IsFrequent(shingles[i], common)) {
      run.push_back(i);
    } else {
      end_run();
    }
  }
  end_run();
  return telling;
}

}  // namespace gongkai
