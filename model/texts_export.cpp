// The texts of an archive: what exporting and searching an archive say.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"export.separator", "，", ", "},
});

}  // namespace

std::span<const TextEntry> ExportTexts() { return kTexts; }

}  // namespace gongkai
