#include "corpus/audit_pairs.h"

#include <optional>

namespace gongkai {
namespace {

// The first report of a later year than that at `at`.
std::size_t EndOfYear(const OrganSeries& organ, std::size_t at) {
  std::size_t end = at;
  while (end < organ.reports.size() && organ.reports[end].year == organ.reports[at].year) ++end;
  return end;
}

}  // namespace

std::vector<YearPair> SuccessiveReports(const OrganSeries& organ,
                                        const CountDifferences& differences) {
  std::vector<YearPair> pairs;
  std::size_t begin = 0;
  for (std::size_t next = EndOfYear(organ, begin); next < organ.reports.size();) {
    const std::size_t end = EndOfYear(organ, next);
    YearPair best;
    std::optional<std::size_t> fewest;
    for (std::size_t i = begin; i < next; ++i) {
      for (std::size_t j = next; j < end; ++j) {
        const std::size_t count = differences(organ.reports[i], organ.reports[j]);
        if (fewest && count >= *fewest) continue;
        best = {&organ.reports[i], &organ.reports[j]};
        fewest = count;
      }
    }
    pairs.push_back(best);
    begin = next;
    next = end;
  }
  return pairs;
}

}  // namespace gongkai
