#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"commands.placeholder", "", ""},
});

}  // namespace

std::span<const TextEntry> CommandTexts() { return kTexts; }

}  // namespace gongkai
