// What CLI11 says to a person, in both languages: help and wrong usage.
#pragma once

#include <string>
#include <string_view>

#include "model/texts.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace gongkai {

// The language that the arguments ask for, known before they are parsed, since help and usage
// errors need it: what the last --lang says; Chinese where none does.
Language FindLanguage(int argc, char** argv);

// What every command has: --help with its examples, --lang. `name` is that of the catalogue's
// entries help.<name> and help.<name>.examples.
void DeclareCommon(CLI::App& app, std::string_view name, Language language);

// The help of the command that was chosen; of the whole program where none was.
std::string HelpText(const CLI::App& app);

std::string UsageMessage(const CLI::ParseError& error, Language language);

}  // namespace gongkai
