// The files that say which names are one organ, and who belongs to whom (docs/audit.md).
#pragma once

#include <string_view>
#include <vector>

#include "corpus/organs.h"
#include "model/result.h"

namespace gongkai {

// Untrusted. Error kBadOrgans with the place and the reason.
Result<std::vector<OrganAlias>> ReadAliases(std::string_view json);

// The same; also where a region is within one that is not there, or within itself.
Result<std::vector<Region>> ReadRegions(std::string_view json);

}  // namespace gongkai
