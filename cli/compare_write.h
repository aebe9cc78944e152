// A comparison written down, a source a format.
#pragma once

#include <string>

#include "cli/compare_words.h"

namespace gongkai {

// For a terminal. `colours`: deletions struck out in red, insertions underlined in green; otherwise
// [-deleted-] and {+inserted+}. Long stretches that are the same are shortened.
std::string WriteCompareText(const ComparedReports& reports, bool colours);

// docs/comparison.md has the shape. Texts are the documents' own: the language does not matter.
std::string WriteCompareJson(const ComparedReports& reports);

// One page that holds all it needs.
std::string WriteCompareHtml(const ComparedReports& reports);

}  // namespace gongkai
