// The parts of a comparison that have a source of their own.
#pragma once

#include <vector>

#include "corpus/compare.h"

namespace gongkai {

// `difference` and, if asked for, `percent` of two numbers; nothing where either is none.
void FillInDifference(NumberPair& numbers, bool with_percent);

std::vector<ComparedStatistic> CompareStatistics(const Report& before, const Report& after);
std::vector<ComparedSection> CompareSections(const Report& before, const Report& after);

}  // namespace gongkai
