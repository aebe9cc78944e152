// The families of the rules between reports. Each looks at what it is given and at nothing else.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "corpus/audit_finding.h"
#include "corpus/organs.h"

namespace gongkai {

// series.carry_over: what one year leaves to the next (结转), and 历年累计 of the statistics.
void CheckCarriedApplications(const OrganSeries& organ, AuditFindings& out);
void CheckCumulative(const OrganSeries& organ, AuditFindings& out);

// series.in_force: documents in force, by what was issued and repealed.
void CheckInForce(const OrganSeries& organ, AuditFindings& out);

// series.missing_year and series.duplicate.
void CheckYears(const OrganSeries& organ, AuditFindings& out);
void CheckDuplicates(const OrganSeries& organ, AuditFindings& out);

// series.outlier: one number of a year far from those of all other years.
void CheckOutliers(const OrganSeries& organ, AuditFindings& out);

// hierarchy.sum: the reports of a region's `total` against the sums over its organs. `series` gives the
// reports of an organ by its name, null where there are none. REQUIRES: no region is within itself.
using FindSeries = std::function<const OrganSeries*(const std::string& organ)>;
void CheckSums(const Region& region, std::span<const Region> regions, const FindSeries& series,
               AuditFindings& out);

}  // namespace gongkai
