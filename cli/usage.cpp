#include "cli/usage.h"

#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

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

}  // namespace

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

void DeclareCommon(CLI::App& app, std::string_view name, Language language) {
  const std::string id = "help." + std::string(name);
  const std::string options = Text("help.label.group_options", language);
  app.footer(Text(id + ".examples", language));
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

}  // namespace gongkai
