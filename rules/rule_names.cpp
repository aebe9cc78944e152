#include "rules/rule_names.h"

#include <algorithm>

#include "model/unicode.h"
#include "normalize/labels.h"

namespace gongkai {

TextDetails NearestName(std::string_view name, const std::vector<std::string>& names) {
  constexpr std::size_t kLongest = 200;  // bytes; longer ones are not compared in full
  const std::u32string wanted = DecodeUtf8(name.substr(0, kLongest));
  const auto likeness = [&](const std::string& known) {
    return Similarity(wanted, DecodeUtf8(known));
  };
  const auto nearest =
      std::max_element(names.begin(), names.end(), [&](const auto& a, const auto& b) {
        return likeness(a) < likeness(b);
      });
  return {{"name", EncodeUtf8(wanted)}, {"nearest", *nearest}};
}

}  // namespace gongkai
