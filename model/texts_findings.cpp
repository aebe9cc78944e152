#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"findings.placeholder", "", ""},
});

}  // namespace

std::span<const TextEntry> FindingTexts() { return kTexts; }

}  // namespace gongkai
