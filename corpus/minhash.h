// MinHash signatures: what a set resembles, in a kilobyte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace gongkai {

// Of each of kBins bins that the set's members fall into, 16 bits of the least hash in it: "one
// permutation hashing" (Li, Owen, Zhang 2012), empty bins filled from others in an order that does
// not depend on the set (Shrivastava, "Optimal densification", 2017), few bits (Li, König 2010). As
// good as kBins hash functions of the whole set, at the cost of one.
inline constexpr std::size_t kBins = 512;
using MinHash = std::array<std::uint16_t, kBins>;

// `hashes` are well mixed; the order does not matter, nor whether one is there twice. Not empty.
MinHash MakeMinHash(std::span<const std::uint64_t> hashes);

// Of |A and B| / |A or B|; standard error sqrt(J (1 - J) / kBins), more for sets below 2 kBins.
double EstimateResemblance(const MinHash& a, const MinHash& b);

// A band is kRows bins; where two sets agree in a whole one, they are worth a comparison. With 128
// bands of 4 that happens to 0.96 of pairs of resemblance 0.4, to 0.01 of those of 0.1, and to
// 0.0001 of those of 0.03.
inline constexpr std::size_t kRows = 4, kBands = kBins / kRows;
std::uint64_t BandOf(const MinHash& signature, std::size_t band);

}  // namespace gongkai
