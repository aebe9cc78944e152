// Likelihoods come from a table of powers that is made by multiplication alone: std::exp may differ
// in its last bit from machine to machine.
#include "ocr/form_net.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "ocr/form_weights.h"
#include "ocr/glyph_net.h"

namespace gongkai {
namespace {

constexpr int kPowers = 20 * 256;  // e to the -20 adds nothing to a likelihood

// e to the power of -i / 256.
const std::array<double, kPowers>& Powers() {
  static const std::array<double, kPowers> powers = [] {
    std::array<double, kPowers> table{};
    double power = 1;
    for (double& entry : table) {
      entry = power;
      power *= 0.99610136947011749;
    }
    return table;
  }();
  return powers;
}

double Power(int logit, int highest) {
  const int below = highest - logit;
  return below < kPowers ? Powers()[static_cast<std::size_t>(below)] : 0.0;
}

struct Likelihoods {
  std::vector<int> logits;
  int highest = 0;
  double sum = 0;

  double Of(std::size_t output) const { return Power(logits[output], highest) / sum; }
};

Likelihoods Run(const GlyphNet& net, const FormInputs& inputs) {
  Likelihoods found;
  found.logits = RunGlyphNet(net, inputs);
  found.highest = *std::max_element(found.logits.begin(), found.logits.end());
  for (const int logit : found.logits) found.sum += Power(logit, found.highest);
  return found;
}

}  // namespace

FormGuesses GuessFormCharacter(const FormInputs& inputs) {
  const Likelihoods found = Run(FormFirstNet(), inputs);
  const auto best = std::max_element(found.logits.begin(), found.logits.end() - 1);
  const std::size_t output = static_cast<std::size_t>(best - found.logits.begin());
  const std::size_t none = found.logits.size() - 1;
  // log(sum): the first power that is not above 1 / sum.
  const auto& powers = Powers();
  const auto log_sum = std::lower_bound(powers.begin(), powers.end(), 1 / found.sum,
                                        [](double power, double limit) { return power > limit; });
  const int highest = found.highest + static_cast<int>(log_sum - powers.begin());
  return {{FormCharacters()[output], highest - *best, found.Of(output)},
          {"", highest - found.logits[none], found.Of(none)}};
}

double ConfirmFormCharacter(const FormInputs& inputs, std::string_view text) {
  const auto& characters = FormCharacters();
  const auto at = std::find(characters.begin(), characters.end(), text);
  if (at == characters.end() && !text.empty()) return 0;
  return Run(FormSecondNet(), inputs).Of(static_cast<std::size_t>(at - characters.begin()));
}

}  // namespace gongkai
