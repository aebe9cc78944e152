// The command line through CLI11, in both languages. Only this file's source includes it: it takes
// half a minute to compile under the sanitizers.
#pragma once

#include <span>

#include "cli/commands.h"

namespace gongkai {

// Parses the arguments, runs the command they name and returns the exit status. Help and version go
// to standard output; wrong usage is said on standard error and is kWrongUsage.
int RunCommandLine(int argc, char** argv, std::span<const Command> commands);

}  // namespace gongkai
