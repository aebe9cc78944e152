// gongkai: which commands there are. Everything else is wiring of CLI11.
#include <array>
#include <cstdio>
#include <exception>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/usage.h"

namespace gongkai {
namespace {

constexpr auto kCommands = std::to_array<Command>({
    {"read", DeclareRead},
    {"check", DeclareCheck},
    {"show", DeclareShow},
    {"schema", DeclareSchema},
});

int Run(int argc, char** argv) {
  const Language language = FindLanguage(argc, argv);
  CLI::App app(Text("help.gongkai", language), "gongkai");
  DeclareCommon(app, "gongkai", language);
  app.set_version_flag("--version", "gongkai " GONGKAI_VERSION, Text("help.version", language));
  app.require_subcommand(1);

  RunCommand chosen;
  for (const Command& command : kCommands) {
    const std::string name(command.name);
    CLI::App* sub = app.add_subcommand(name, Text("help." + name, language));
    DeclareCommon(*sub, name, language);
    const RunCommand run = command.declare(*sub, language);
    sub->parse_complete_callback([&chosen, run] { chosen = run; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return WriteOrComplain("-", HelpText(app), language);
  } catch (const CLI::CallForVersion&) {
    return WriteOrComplain("-", app.version() + "\n", language);
  } catch (const CLI::ParseError& error) {
    Complain(UsageMessage(error, language));
    return kWrongUsage;
  }
  return chosen();
}

}  // namespace
}  // namespace gongkai

int main(int argc, char** argv) {
  try {
    return gongkai::Run(argc, argv);
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "gongkai: 程序内部错误 · internal error: %s\n", bug.what());
    return gongkai::kInputUnread;
  }
}
