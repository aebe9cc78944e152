#include "model/texts.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <span>

#include "model/texts_table.h"

namespace gongkai {
namespace {

std::array<std::span<const TextEntry>, 9> Tables() {
  return {ErrorTexts(),  FindingTexts(), RuleTexts(),  CommandTexts(),  ImportTexts(),
          ExportTexts(), CompareTexts(), AuditTexts(), AuditPageTexts()};
}

const TextEntry* Find(std::string_view id) {
  for (const std::span<const TextEntry> table : Tables()) {
    const auto it = std::find_if(table.begin(), table.end(),
                                 [&](const TextEntry& entry) { return entry.id == id; });
    if (it != table.end()) return &*it;
  }
  return nullptr;
}

}  // namespace

std::string Text(std::string_view id, Language language, const TextDetails& details) {
  const TextEntry* entry = Find(id);
  assert(entry != nullptr);
  if (entry == nullptr) return std::string(id);
  return FillIn(language == Language::kZh ? entry->zh : entry->en, details);
}

std::string FillIn(std::string_view pattern, const TextDetails& details) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto detail = std::find_if(details.begin(), details.end(), [&](const auto& candidate) {
      return pattern.substr(at).starts_with("{" + candidate.first + "}");
    });
    if (detail == details.end()) {
      text.push_back(pattern[at++]);
    } else {
      text += detail->second;
      at += detail->first.size() + 2;
    }
  }
  return text;
}

std::vector<std::string_view> TextIds() {
  std::vector<std::string_view> ids;
  for (const std::span<const TextEntry> table : Tables()) {
    for (const TextEntry& entry : table) ids.push_back(entry.id);
  }
  return ids;
}

}  // namespace gongkai
