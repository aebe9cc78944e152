// Names that a rules file may mention, and the one that was meant by another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

// `no rule "cell.blnak"; the nearest is "cell.blank"`. REQUIRES: names is not empty.
std::string UnknownName(std::string_view what, std::string_view name,
                        const std::vector<std::string>& names);

}  // namespace gongkai
