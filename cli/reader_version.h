// Which reader it is, for archives: the program's version with a hash of all sources that read.
#pragma once

#include <string>
#include <string_view>

#include "cli/extract_arguments.h"

namespace gongkai {

// With whatever options change what is read. `rules`: the bytes of a rules file, empty where there is
// none. One line.
std::string ReaderVersion(const ExtractArguments& arguments, std::string_view rules);

}  // namespace gongkai
