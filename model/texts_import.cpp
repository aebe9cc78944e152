// The texts of an archive: what importing many reports says.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"import.separator", "，", ", "},
});

}  // namespace

std::span<const TextEntry> ImportTexts() { return kTexts; }

}  // namespace gongkai
