// Every text that a person reads, in Chinese and in English, from one catalogue.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

enum class Language { kZh, kEn };

using TextDetails = std::vector<std::pair<std::string, std::string>>;

// The text `id` in `language`, with each {name} replaced by the detail of that name. An id that is
// not in the catalogue is a bug: it asserts in debug builds and gives the id itself otherwise.
std::string Text(std::string_view id, Language language, const TextDetails& details = {});

// `pattern` with each {name} replaced by the detail of that name; a name that has none stays.
std::string FillIn(std::string_view pattern, const TextDetails& details);

// For tests: every id of the catalogue.
std::vector<std::string_view> TextIds();

}  // namespace gongkai
