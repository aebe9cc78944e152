// The narratives of one search in their order, read when they are needed: what its stages share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "corpus/near_copies.h"
#include "corpus/near_text.h"
#include "corpus/shared_passage.h"
#include "corpus/telling.h"

namespace gongkai {

// A narrative ready to be compared.
struct ComparedText {
  std::string raw;
  NearText near;
  std::vector<bool> telling;              // of each shingle
  std::vector<std::uint64_t> telling_set;  // hashes of those that tell: sorted, each once
};

// How two sets of telling shingles resemble each other; both sorted, not both empty.
struct Resemblance {
  double resemblance = 0, containment = 0;
};
Resemblance MeasureResemblance(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

// Narratives by rank: 0 is the first by year and id, those without a year come last. `heads` and
// `read` must live as long. All functions may be called by several threads.
class NarrativeLoader {
 public:
  NarrativeLoader(std::span<const NarrativeHead> heads, const ReadNarrative& read);

  // Counts what is common; until then everything tells.
  void CountCommon(int threads);

  std::size_t size() const { return order_.size(); }
  std::size_t IndexOf(std::size_t rank) const { return order_[rank]; }  // in `heads`
  bool SameOrgan(std::size_t rank, std::size_t other) const;
  // The ranks of each organ, ascending; a narrative without an organ is one of its own.
  const std::vector<std::vector<std::size_t>>& organs() const { return organs_; }

  ComparedText Load(std::size_t rank) const;

 private:
  std::string ReadRaw(std::size_t rank) const;
  const NarrativeHead& HeadOf(std::size_t rank) const { return heads_[order_[rank]]; }

  std::span<const NarrativeHead> heads_;
  const ReadNarrative& read_;
  std::vector<std::size_t> order_;
  std::vector<std::vector<std::size_t>> organs_;
  CommonShingles common_;
  mutable std::mutex reading_;
};

// The last text that was loaded, for work that goes through pairs sorted by their first.
class KeptText {
 public:
  explicit KeptText(const NarrativeLoader& loader) : loader_(loader) {}
  const ComparedText& Get(std::size_t rank);

 private:
  const NarrativeLoader& loader_;
  std::size_t rank_ = SIZE_MAX;
  ComparedText text_;
};

// The places of matches between two texts, for a reader.
std::vector<SharedPassage> PlacePassages(const ComparedText& here, const ComparedText& there,
                                         std::span<const PassageMatch> matches);

}  // namespace gongkai
