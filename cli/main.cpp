// gongkai: which commands there are.
#include <array>
#include <cstdio>
#include <exception>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/worker.h"

namespace {

gongkai::Declared DeclareOwnWorker(gongkai::Language) {
  return gongkai::DeclareWorker([](gongkai::WorkerReader reader) { return reader; });
}

constexpr auto kCommands = std::to_array<gongkai::Command>({
    {"read", gongkai::DeclareRead},
    {"check", gongkai::DeclareCheck},
    {"compare", gongkai::DeclareCompare},
    {"show", gongkai::DeclareShow},
    {"rules", gongkai::DeclareRules},
    {"explain", gongkai::DeclareExplain},
    {"export", gongkai::DeclareExport},
    {"search", gongkai::DeclareSearch},
    {"schema", gongkai::DeclareSchema},
    {"import", gongkai::DeclareImport},
    {"audit", gongkai::DeclareAudit},
    {"worker", DeclareOwnWorker, /*hidden=*/true},
});

}  // namespace

int main(int argc, char** argv) {
  try {
    return gongkai::RunCommandLine(argc, argv, kCommands);
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "gongkai: 程序内部错误 · internal error: %s\n", bug.what());
    return gongkai::kInputUnread;
  }
}
