// Results go to standard output or, whole or not at all, to a file.
#pragma once

#include <optional>
#include <string>

#include "model/result.h"
#include "model/texts.h"

namespace gongkai {

// Writes `text` to `path`, or to standard output where that is "-" or empty. A file is written
// beside and renamed: a reader sees the old one or the new one, never half of it, and after an
// error the old one still stands. (What is no regular file, such as /dev/null, is written to.)
// Error kNotWritable, with the file filled in.
std::optional<Error> WriteOutput(const std::string& path, const std::string& text);

// The same as the end of a command: the exit status, with the message said.
int WriteOrComplain(const std::string& path, const std::string& text, Language language);

}  // namespace gongkai
