// The checks that rest on claims.
#pragma once

#include "rules/check.h"
#include "rules/claims.h"

namespace gongkai {

void CompareWithTables(const ReportIndex& index, const Narrative& narrative, Findings& out);
void CompareClaims(const ReportIndex& index, const Narrative& narrative, Findings& out);
void CheckPercentages(const Narrative& narrative, Findings& out);

// The pointer of a claim's text, and the claim in the document's own characters.
std::string PointerOf(const Claim& claim);
std::string QuoteOf(const Narrative& narrative, const Claim& claim);

// Do two amounts agree to the places that both are written with?
bool AreEqual(const Decimal& a, int places_a, const Decimal& b, int places_b);

}  // namespace gongkai
