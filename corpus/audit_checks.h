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

// hierarchy.sum: a region's report against the sum over its organs. `series` gives an organ's reports.
using FindSeries = std::function<const OrganSeries*(std::string_view organ)>;
void CheckSums(std::span<const Region> regions, const FindSeries& series, AuditFindings& out);

}  // namespace gongkai
