#include "cli/command_line.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <type_traits>

#include <CLI/CLI.hpp>

#include "cli/messages.h"
#include "cli/output.h"

namespace gongkai {
namespace {

// CLI11's kinds of error and the text for each. Its own English sentence goes in as the detail.
struct UsageText {
  CLI::ExitCodes error;
  std::string_view id;
};
constexpr auto kUsageTexts = std::to_array<UsageText>({
    {CLI::ExitCodes::ExtrasError, "usage.unexpected"},
    {CLI::ExitCodes::RequiredError, "usage.missing"},
    {CLI::ExitCodes::ArgumentMismatch, "usage.count"},
    {CLI::ExitCodes::ValidationError, "usage.value"},
    {CLI::ExitCodes::ConversionError, "usage.value"},
});

// The words that CLI11 puts into help by itself.
constexpr auto kLabels = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Usage", "help.label.usage"},
    {"OPTIONS", "help.label.options"},
    {"Positionals", "help.label.arguments"},
    {"SUBCOMMAND", "help.label.command"},
    {"REQUIRED", "help.label.required"},
});

// The language that the arguments ask for, known before they are parsed, since help and usage
// errors need it: what the last --lang says; Chinese where none does.
Language FindLanguage(int argc, char** argv) {
  constexpr std::string_view kOption = "--lang";
  Language language = Language::kZh;
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    std::string_view value = argv[i];
    if (value == kOption && i + 1 < argc) {
      value = argv[i + 1];
    } else if (value.starts_with("--lang=")) {
      value.remove_prefix(kOption.size() + 1);
    } else {
      continue;
    }
    language = value == "en" ? Language::kEn : Language::kZh;
  }
  return language;
}

// What every command has: --help with its examples, --lang.
void DeclareCommon(CLI::App& app, const std::string& name, Language language) {
  const std::string options = Text("help.label.group_options", language);
  app.footer(Text("help." + name + ".examples", language));
  app.set_help_flag("-h,--help", Text("help.help", language))->group(options);
  app.option_defaults()->group(options);
  app.group(Text("help.label.group_commands", language));
  // FindLanguage has read the value already; here it is only checked.
  app.add_option_function<std::string>("--lang", [](const std::string&) {},
                                       Text("help.lang", language))
      ->option_text("zh|en")
      ->check(CLI::IsMember({"zh", "en"}));
  for (const auto& [label, text] : kLabels) {
    app.get_formatter()->label(std::string(label), Text(text, language));
  }
}

void DeclareArgument(CLI::App& app, const Argument& argument, Language language) {
  const std::string help = Text(argument.help, language);
  CLI::Option* option = std::visit(
      [&](auto* value) {
        if constexpr (std::is_same_v<decltype(value), bool*>) {
          return app.add_flag(argument.name, *value, help);
        } else {
          return app.add_option(argument.name, *value, help);
        }
      },
      argument.value);
  option->option_text(argument.shown)->required(argument.required);
  const auto [least, most] = argument.range;
  if (least < most) option->check(CLI::Range(least, most));
  if (!argument.choices.empty()) option->check(CLI::IsMember(argument.choices));
  if (argument.delimiter != '\0') option->delimiter(argument.delimiter);
}

// The help of the command that was chosen; of the whole program where none was.
std::string HelpText(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app.help() : chosen.front()->help("gongkai");
}

std::string UsageMessage(const CLI::ParseError& error, Language language) {
  const auto row = std::find_if(kUsageTexts.begin(), kUsageTexts.end(), [&](const UsageText& text) {
    return static_cast<int>(text.error) == error.get_exit_code();
  });
  return Text(row == kUsageTexts.end() ? "usage.other" : row->id, language,
              {{"detail", error.what()}});
}

}  // namespace

int RunCommandLine(int argc, char** argv, std::span<const Command> commands) {
  const Language language = FindLanguage(argc, argv);
  CLI::App app(Text("help.gongkai", language), "gongkai");
  DeclareCommon(app, "gongkai", language);
  app.set_version_flag("--version", "gongkai " GONGKAI_VERSION, Text("help.version", language));
  app.require_subcommand(1);

  std::function<int()> chosen;
  for (const Command& command : commands) {
    const std::string name(command.name);
    CLI::App* sub = app.add_subcommand(name, Text("help." + name, language));
    DeclareCommon(*sub, name, language);
    if (command.hidden) sub->group("");
    const Declared declared = command.declare(language);
    for (const Argument& argument : declared.arguments) DeclareArgument(*sub, argument, language);
    sub->parse_complete_callback([&chosen, run = declared.run] { chosen = run; });
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

}  // namespace gongkai
