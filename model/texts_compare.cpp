// The texts of an archive: what the comparison of two reports says.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"compare.separator", "，", ", "},
});

}  // namespace

std::span<const TextEntry> CompareTexts() { return kTexts; }

}  // namespace gongkai
