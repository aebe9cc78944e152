// What is said of an input that cannot be read.
#pragma once

#include <string>

#include "model/result.h"
#include "model/texts.h"

namespace gongkai {

// The file, the reason and what to do: "a.pdf：文件是空的。请…". One line, unless the file's name has
// line breaks.
std::string ErrorMessage(const Error& error, Language language);

// The same without the file, for where its name stands beside.
std::string ErrorReason(const Error& error, Language language);

}  // namespace gongkai
