// The commands of gongkai. Each declares its arguments to the parser and gives back what is to be
// done once they have been parsed; that returns the exit status.
#pragma once

#include <functional>
#include <string_view>

#include "model/texts.h"

namespace CLI {
class App;
}

namespace gongkai {

// CONTRACT: what a calling script can tell apart.
enum ExitStatus : int {
  kDone = 0,
  kFoundErrors = 1,  // done, and `check` found something of error severity
  kWrongUsage = 2,
  kInputUnread = 3,  // an input could not be read or an output not be written
};

using RunCommand = std::function<int()>;

struct Command {
  std::string_view name;  // the catalogue has help.<name> and help.<name>.examples
  RunCommand (*declare)(CLI::App& app, Language language);
};

RunCommand DeclareRead(CLI::App& app, Language language);
RunCommand DeclareCheck(CLI::App& app, Language language);
RunCommand DeclareShow(CLI::App& app, Language language);
RunCommand DeclareSchema(CLI::App& app, Language language);

}  // namespace gongkai
