// Messages for people, on standard error.
#pragma once

#include <string>

#include "model/error_text.h"

namespace gongkai {

// Without control characters: what a file or its name holds must neither break a line nor steer the
// terminal that shows it.
std::string OneLine(std::string text);

// One line on standard error, opened by the program's name.
void Complain(const std::string& message);

}  // namespace gongkai
