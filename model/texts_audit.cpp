// The texts of an archive: what the audit between reports and its pages say.
#include <array>

#include "model/texts_table.h"

namespace gongkai {
namespace {

constexpr auto kTexts = std::to_array<TextEntry>({
    {"audit.separator", "，", ", "},
});

}  // namespace

std::span<const TextEntry> AuditTexts() { return kTexts; }

}  // namespace gongkai
