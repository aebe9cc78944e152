// The commands of gongkai. Each declares what it accepts, as rows of data, and what is to be done
// once that has been parsed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/texts.h"

namespace gongkai {

// CONTRACT: what a calling script can tell apart.
enum ExitStatus : int {
  kDone = 0,
  kFoundErrors = 1,  // done, and `check` found something of error severity
  kWrongUsage = 2,
  kInputUnread = 3,  // an input could not be read or an output not be written
};

// Something that a command accepts.
struct Argument {
  std::string name;   // "-o,--output"; a positional argument has no dash: "FILE"
  std::string help;   // an id of the text catalogue
  std::string shown;  // what help shows behind the name: "PNG"
  // Where the value goes; it stays as it is where none is given. It has to outlive the parsing. A
  // bool has no value behind its name and becomes true.
  std::variant<std::string*, std::vector<std::string>*, int*, bool*> value;
  bool required = false;
  std::vector<std::string> choices = {};  // what is accepted; empty: anything
  std::pair<int, int> range = {0, 0};     // of a number, both ends included; equal: any number
  char delimiter = '\0';                  // parts one word into several values: ','
};

struct Declared {
  std::vector<Argument> arguments;
  std::function<int()> run;  // returns the exit status; owns what the arguments point to
};

struct Command {
  std::string_view name;  // the catalogue has help.<name> and help.<name>.examples
  Declared (*declare)(Language language);
  bool hidden = false;  // not for people: help does not name it
};

Declared DeclareRead(Language language);
Declared DeclareCheck(Language language);
Declared DeclareCompare(Language language);
Declared DeclareShow(Language language);
Declared DeclareRules(Language language);
Declared DeclareExplain(Language language);
Declared DeclareExport(Language language);
Declared DeclareSearch(Language language);
Declared DeclareSchema(Language language);
Declared DeclareImport(Language language);
Declared DeclareAudit(Language language);

}  // namespace gongkai
