// gongkai compare: two reports, or two years of an organ in an archive, side by side.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/compare_archive.h"
#include "cli/compare_write.h"
#include "cli/extract_arguments.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_report.h"
#include "rules/rule_set.h"

namespace gongkai {
namespace {

struct CompareArguments {
  std::string before, after;  // files; years where an archive is given
  std::string archive, agency;
  std::string format = "text", output;
  ExtractArguments extract;
};

// NO_COLOR: https://no-color.org
bool WantsColours(const CompareArguments& arguments) {
  const bool to_terminal = arguments.output.empty() || arguments.output == "-";
  const char* unwanted = std::getenv("NO_COLOR");
  return to_terminal && isatty(STDOUT_FILENO) == 1 && (unwanted == nullptr || *unwanted == '\0');
}

std::string WriteFormat(const CompareArguments& arguments, const ComparedReports& reports) {
  if (arguments.format == "json") return WriteCompareJson(reports);
  if (arguments.format == "html") return WriteCompareHtml(reports);
  return WriteCompareText(reports, WantsColours(arguments));
}

// The id of what is wrong about the arguments together; nothing where nothing is.
std::string_view FindMisuse(const CompareArguments& arguments) {
  if (arguments.archive.empty() != arguments.agency.empty()) return "compare.archive_and_agency";
  if (!arguments.archive.empty()) {
    const bool years = ParseYear(arguments.before) && ParseYear(arguments.after);
    return years ? "" : "compare.two_years";
  }
  if (arguments.before == "-" && arguments.after == "-") return "compare.one_input";
  return "";
}

bool IsSameFile(const std::string& a, const std::string& b) {
  std::error_code missing;
  return std::filesystem::equivalent(a, b, missing);
}

// Writing the result over what it came from is never what was meant.
std::string FindOverwritten(const CompareArguments& arguments) {
  for (const std::string& input : {arguments.before, arguments.after, arguments.archive}) {
    if (!input.empty() && IsSameFile(input, arguments.output)) return input;
  }
  return "";
}

struct NamedReport {
  Report report;
  std::string name;
};

// Why a report cannot be had, each reason once.
using Problems = std::set<std::string>;

std::optional<NamedReport> LoadFile(const std::string& file, const ExtractOptions& options,
                                    Language language, Problems& problems) {
  auto report = ReadReportOrJson(file, options, BuiltInRules());
  if (report.ok()) return NamedReport{std::move(report.value()), file};
  problems.insert(ErrorMessage(report.error(), language));
  return std::nullopt;
}

std::optional<NamedReport> LoadStored(const CompareArguments& arguments, const std::string& year,
                                      Language language, Problems& problems) {
  auto found = ReadStoredReport(arguments.archive, arguments.agency, *ParseYear(year));
  if (!found.ok()) {
    problems.insert(ErrorMessage(found.error(), language));
    return std::nullopt;
  }
  StoredReport& stored = found.value();
  const TextDetails details = {{"archive", arguments.archive},
                               {"agency", arguments.agency},
                               {"year", year},
                               {"years", stored.years},
                               {"count", std::to_string(stored.of_the_year)},
                               {"file", stored.path}};
  if (!stored.report) {
    const bool no_agency = stored.years.empty();
    problems.insert(Text(no_agency ? "compare.no_agency" : "compare.no_year", language, details));
    return std::nullopt;
  }
  if (stored.of_the_year > 1) Complain(Text("compare.several", language, details));
  return NamedReport{std::move(*stored.report), std::move(stored.path)};
}

std::optional<NamedReport> Load(const CompareArguments& arguments, const std::string& which,
                                Language language, Problems& problems) {
  return arguments.archive.empty()
             ? LoadFile(which, arguments.extract.Options(), language, problems)
             : LoadStored(arguments, which, language, problems);
}

int RunCompare(const CompareArguments& arguments, Language language) {
  if (const auto misuse = FindMisuse(arguments); !misuse.empty()) {
    Complain(Text(misuse, language));
    return kWrongUsage;
  }
  if (const std::string file = FindOverwritten(arguments); !file.empty()) {
    Complain(Text("usage.same_file", language, {{"file", file}}));
    return kWrongUsage;
  }
  // Both are tried before the first failure ends it: one run tells all that is wrong.
  Problems problems;
  const auto before = Load(arguments, arguments.before, language, problems);
  const auto after = Load(arguments, arguments.after, language, problems);
  for (const std::string& problem : problems) Complain(problem);
  if (!before || !after) return kInputUnread;
  const ComparedReports reports{before->report, after->report,
                                Compare(before->report, after->report),
                                before->name, after->name, language};
  return WriteOrComplain(arguments.output, WriteFormat(arguments, reports), language);
}

}  // namespace

Declared DeclareCompare(Language language) {
  const auto own = std::make_shared<CompareArguments>();
  std::vector<Argument> rows = {
      {"A", "help.compare.before", " ", &own->before, true},
      {"B", "help.compare.after", " ", &own->after, true},
      {"--format", "help.compare.format", "FORMAT", &own->format, false, {"text", "json", "html"}},
      {"-o,--output", "help.compare.output", "FILE", &own->output},
      {"--archive", "help.compare.archive", "ARCHIVE", &own->archive},
      {"--agency", "help.compare.agency", "NAME", &own->agency},
  };
  DeclareExtract(own->extract, {}, rows);
  return {std::move(rows), [own, language] { return RunCompare(*own, language); }};
}

}  // namespace gongkai
