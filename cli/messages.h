// Messages for people, on standard error.
#pragma once

#include <string>

#include "model/result.h"
#include "model/texts.h"

namespace gongkai {

// The file, the reason and what to do: "a.pdf：文件是空的。请…". One line.
std::string ErrorMessage(const Error& error, Language language);

// Without control characters: what a file or its name holds must neither break a line nor steer the
// terminal that shows it.
std::string OneLine(std::string text);

// One line on standard error, opened by the program's name.
void Complain(const std::string& message);

}  // namespace gongkai
