// Products of 16-bit values summed in 32 bits are what every compiler turns into vector code.
#include "ocr/glyph_net.h"

#include <algorithm>
#include <cstddef>

namespace gongkai {
namespace {

// With at most kMostInputs values up to kMostValue and eight-bit weights a sum stays below 2^31.
constexpr int kMostInputs = 1000;
constexpr int kMostValue = 16383;  // 16.0 in units of 1/1024: sums above it say no more
constexpr std::int32_t kMostBias = 1 << 25;
constexpr std::uint32_t kMostLayers = 8;
constexpr std::uint32_t kMostOutputs = 4096;

class NetBytes {
 public:
  explicit NetBytes(std::string_view bytes) : bytes_(bytes) {}

  bool Starts(std::string_view magic) {
    if (!bytes_.starts_with(magic)) return false;
    bytes_.remove_prefix(magic.size());
    return true;
  }
  bool Has(std::size_t count) const { return bytes_.size() >= count; }
  bool AtEnd() const { return bytes_.empty(); }
  std::uint32_t Word() {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4 && i < bytes_.size(); ++i) {
      word |= std::uint32_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
    }
    bytes_.remove_prefix(std::min<std::size_t>(4, bytes_.size()));
    return word;
  }
  std::vector<std::int32_t> Words(std::size_t count) {
    std::vector<std::int32_t> words(count);
    for (std::int32_t& word : words) word = static_cast<std::int32_t>(Word());
    return words;
  }
  std::vector<std::int16_t> Small(std::size_t count) {
    std::vector<std::int16_t> values(count);
    for (std::size_t i = 0; i < count && i < bytes_.size(); ++i) {
      values[i] = static_cast<signed char>(bytes_[i]);
    }
    bytes_.remove_prefix(std::min(count, bytes_.size()));
    return values;
  }

 private:
  std::string_view bytes_;
};

bool InRange(const GlyphNetLayer& layer) {
  const auto small_bias = [](std::int32_t b) { return b >= -kMostBias && b <= kMostBias; };
  const auto small_factor = [](std::int32_t m) { return m >= 0 && m <= 1 << 16; };
  return layer.shift >= 0 && layer.shift < 48 && std::ranges::all_of(layer.biases, small_bias) &&
         std::ranges::all_of(layer.multipliers, small_factor);
}

std::optional<GlyphNetLayer> ParseLayer(NetBytes& bytes, std::uint32_t inputs,
                                        std::uint32_t outputs) {
  const std::size_t weights = std::size_t{inputs} * outputs;
  if (!bytes.Has(4 + 8 * std::size_t{outputs} + weights)) return std::nullopt;
  GlyphNetLayer layer;
  layer.inputs = static_cast<int>(inputs);
  layer.outputs = static_cast<int>(outputs);
  layer.shift = static_cast<int>(bytes.Word());
  layer.biases = bytes.Words(outputs);
  layer.multipliers = bytes.Words(outputs);
  layer.weights = bytes.Small(weights);
  return InRange(layer) ? std::optional(std::move(layer)) : std::nullopt;
}

// Sums of products of whole numbers are the same in any order, so that the compiler may take many at
// a time: on a processor with AVX2 that is five times as fast, which is decided at run time.
#if defined(__GNUC__) && !defined(__clang__)
__attribute__((optimize("O3"), target_clones("avx2", "default")))
#endif
std::int32_t SumOfProducts(const std::int16_t* a, const std::int16_t* b, int count) {
  std::int32_t sum = 0;
  for (int i = 0; i < count; ++i) sum += a[i] * b[i];
  return sum;
}

// The layer's values, before negative ones are cut off.
std::vector<std::int32_t> RunLayer(const GlyphNetLayer& layer,
                                   const std::vector<std::int16_t>& inputs) {
  std::vector<std::int32_t> values(static_cast<std::size_t>(layer.outputs));
  const std::int16_t* weight = layer.weights.data();
  const std::int16_t* input = inputs.data();
  for (std::size_t i = 0; i < values.size(); ++i, weight += layer.inputs) {
    const std::int32_t sum = layer.biases[i] + SumOfProducts(weight, input, layer.inputs);
    const std::int64_t scaled = (std::int64_t{sum} * layer.multipliers[i]) >> layer.shift;
    values[i] = static_cast<std::int32_t>(std::clamp<std::int64_t>(scaled, -(1 << 24), 1 << 24));
  }
  return values;
}

}  // namespace

std::optional<GlyphNet> ParseGlyphNet(std::string_view bytes) {
  NetBytes rest(bytes);
  if (!rest.Starts("GNET") || !rest.Has(4)) return std::nullopt;
  const std::uint32_t count = rest.Word();
  if (count < 2 || count > kMostLayers || !rest.Has(4 * std::size_t{count})) return std::nullopt;
  std::vector<std::uint32_t> sizes(count);
  for (std::uint32_t& size : sizes) size = rest.Word();
  GlyphNet net;
  for (std::size_t i = 0; i + 1 < sizes.size(); ++i) {
    if (sizes[i] < 1 || sizes[i] > kMostInputs || sizes[i + 1] < 1) return std::nullopt;
    if (sizes[i + 1] > kMostOutputs) return std::nullopt;
    std::optional<GlyphNetLayer> layer = ParseLayer(rest, sizes[i], sizes[i + 1]);
    if (!layer) return std::nullopt;
    net.layers.push_back(*std::move(layer));
  }
  return rest.AtEnd() ? std::optional(std::move(net)) : std::nullopt;
}

std::vector<int> RunGlyphNet(const GlyphNet& net, std::span<const unsigned char> inputs) {
  std::vector<std::int16_t> values(inputs.begin(), inputs.end());
  for (std::size_t i = 0;; ++i) {
    const std::vector<std::int32_t> sums = RunLayer(net.layers[i], values);
    if (i + 1 == net.layers.size()) return {sums.begin(), sums.end()};
    values.resize(sums.size());
    std::ranges::transform(sums, values.begin(), [](std::int32_t sum) {
      return static_cast<std::int16_t>(std::clamp(sum, 0, kMostValue));
    });
  }
}

}  // namespace gongkai
