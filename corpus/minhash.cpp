#include "corpus/minhash.h"

#include <algorithm>
#include <bit>

#include "corpus/telling.h"

namespace gongkai {
namespace {

constexpr int kBinBits = std::bit_width(kBins) - 1;
static_assert(std::has_single_bit(kBins));
constexpr std::uint64_t kEmpty = UINT64_MAX;
constexpr std::uint64_t kSeed = 0x676F6E676B6169;  // any number, always the same

std::size_t BinOf(std::uint64_t hash) {
  return static_cast<std::size_t>(hash >> (64 - kBinBits));
}

}  // namespace

MinHash MakeMinHash(std::span<const std::uint64_t> hashes) {
  std::array<std::uint64_t, kBins> least;
  least.fill(kEmpty);
  for (const std::uint64_t hash : hashes) {
    const std::uint64_t mixed = MixBits(hash ^ kSeed);
    std::uint64_t& bin = least[BinOf(mixed)];
    bin = std::min(bin, mixed);
  }
  MinHash out{};
  for (std::size_t i = 0; i < kBins; ++i) {
    std::size_t from = i;
    for (std::uint64_t attempt = 1; least[from] == kEmpty; ++attempt) {
      from = BinOf(MixBits(attempt << 32 | i));
    }
    out[i] = static_cast<std::uint16_t>(least[from]);
  }
  return out;
}

double EstimateResemblance(const MinHash& a, const MinHash& b) {
  int equal = 0;
  for (std::size_t i = 0; i < kBins; ++i) equal += a[i] == b[i] ? 1 : 0;
  return equal / static_cast<double>(kBins);
}

std::uint64_t BandOf(const MinHash& signature, std::size_t band) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < kRows; ++i) out = out << 16 | signature[band * kRows + i];
  return out;
}

}  // namespace gongkai
