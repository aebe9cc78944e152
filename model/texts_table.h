// The parts of the text catalogue, a table a file: what cannot be read, what was found, what the
// rules are, what the commands say. {name} stands for a detail.
#pragma once

#include <span>
#include <string_view>

namespace gongkai {

struct TextEntry {
  std::string_view id, zh, en;
};

std::span<const TextEntry> ErrorTexts();    // texts_errors.cpp
std::span<const TextEntry> FindingTexts();  // texts_findings.cpp
std::span<const TextEntry> RuleTexts();     // texts_rules.cpp
std::span<const TextEntry> CommandTexts();  // texts_commands.cpp
std::span<const TextEntry> ImportTexts();   // texts_import.cpp, and so on
std::span<const TextEntry> ExportTexts();
std::span<const TextEntry> CompareTexts();
std::span<const TextEntry> AuditTexts();
std::span<const TextEntry> AuditPageTexts();

}  // namespace gongkai
