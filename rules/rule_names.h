// Names that a rules file may mention, and the one that was meant by another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/texts.h"

namespace gongkai {

// {name} and {nearest}, for a text that says that there is no such name. REQUIRES: some names.
TextDetails NearestName(std::string_view name, const std::vector<std::string>& names);

}  // namespace gongkai
