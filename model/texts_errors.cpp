#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"errors.placeholder", "", ""},
});

}  // namespace

std::span<const TextEntry> ErrorTexts() { return kTexts; }

}  // namespace gongkai
