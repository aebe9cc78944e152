// Findings as SARIF 2.1.0 (OASIS), the form in which other tools take in what a checker found.
#pragma once

#include <string>

#include "model/report.h"
#include "model/texts.h"

namespace gongkai {

// One run up to the opening of its results, with every rule of the catalogue.
std::string OpenSarif(Language language);

// The results of one file, a line each. `file` becomes a relative or absolute URI reference; the
// place is the JSON Pointer as a logical location, and the page and box among the properties, since
// SARIF's regions know lines and bytes only. A dismissed finding is a suppressed result.
std::string WriteFindingsSarif(const std::string& file, const Report& report, Language language);

}  // namespace gongkai
