// gongkai worker: the process behind `import` that reads one report after the other. Not for people.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/extract_arguments.h"
#include "corpus/worker_process.h"

namespace gongkai {

// What import and its workers agree on.
struct WorkerArguments {
  ExtractArguments extract;
  std::string rules;  // a rules file; empty: none
  WorkerLimits limits;
};

// Appends the rows.
void DeclareWorkerArguments(WorkerArguments& arguments, std::vector<Argument>& rows);

// What reads with them, by name. Error where the rules file cannot be read.
Result<std::string> ReaderVersionOf(const WorkerArguments& arguments);

// The command line of a worker of this very program.
std::vector<std::string> WorkerCommand(const WorkerArguments& arguments);

// The command. `reader` may put another reader in place of the program's own, for tests.
using ChangeReader = std::function<WorkerReader(WorkerReader)>;
Declared DeclareWorker(const ChangeReader& reader);

}  // namespace gongkai
