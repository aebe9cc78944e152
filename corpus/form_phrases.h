// What every report says because the law or the national form says it: known even where there are
// too few reports to tell by counting.
#pragma once

#include <span>
#include <string_view>

namespace gongkai {

// Each is a stretch without the parts that differ between reports. Which of them a report has, and
// in what order, does not matter: shingles are compared.
std::span<const std::string_view> FormPhrases();

}  // namespace gongkai
