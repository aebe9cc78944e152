// gongkai audit: the rules between the reports of an archive.
#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/audit_format.h"
#include "cli/audit_html.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/messages.h"
#include "cli/organ_files.h"
#include "cli/output.h"
#include "corpus/archive_writer.h"
#include "corpus/audit.h"

namespace gongkai {
namespace {

constexpr int kMostThreads = 64;

struct AuditArguments {
  std::string archive, aliases, regions, output, format, html;
  int jobs = 0;
};

int Failed(Error error, Language language) {
  Complain(ErrorMessage(error, language));
  return kInputUnread;
}

// Nothing where no file is named.
template <typename T>
Result<std::vector<T>> ReadRowsOf(const std::string& file,
                                  Result<std::vector<T>> (*read)(std::string_view json)) {
  if (file.empty()) return std::vector<T>();
  return ReadInputAs(file, read);
}

// Whoever asked for pages reads those: besides, only the summary is written, unless more is asked.
std::string WriteFormat(const AuditArguments& arguments, const AuditResult& audit,
                        Language language) {
  if (arguments.format == "json") return AuditJson(audit, language);
  const bool asked = !arguments.format.empty() || !arguments.output.empty();
  const bool summary = !arguments.html.empty() && !asked;
  return summary ? AuditSummary(audit, language) : AuditText(audit, language);
}

int RunAudit(const AuditArguments& arguments, Language language) {
  auto aliases = ReadRowsOf<OrganAlias>(arguments.aliases, ReadAliases);
  if (!aliases.ok()) return Failed(aliases.error(), language);
  auto regions = ReadRowsOf<Region>(arguments.regions, ReadRegions);
  if (!regions.ok()) return Failed(regions.error(), language);
  auto archive = OpenArchive(arguments.archive);
  if (!archive.ok()) return Failed(archive.error(), language);
  const int cores = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
  const int threads = arguments.jobs > 0 ? arguments.jobs : cores;
  const auto audit = Audit(archive.value(), {std::move(aliases.value()), std::move(regions.value()),
                                             threads});
  if (!audit.ok()) return Failed(audit.error(), language);
  if (!arguments.html.empty()) {
    const auto failed =
        WriteAuditPages(archive.value(), audit.value(), {arguments.html, language, threads});
    if (failed) return Failed(*failed, language);
  }
  const std::string text = WriteFormat(arguments, audit.value(), language);
  if (const int failed = WriteOrComplain(arguments.output, text, language)) return failed;
  return HasErrors(audit.value()) ? kFoundErrors : kDone;
}

}  // namespace

Declared DeclareAudit(Language language) {
  const auto own = std::make_shared<AuditArguments>();
  std::vector<Argument> rows = {
      {"--archive", "help.audit.archive", "ARCHIVE", &own->archive, true},
      {"--aliases", "help.audit.aliases", "FILE", &own->aliases},
      {"--regions", "help.audit.regions", "FILE", &own->regions},
      {"--format", "help.audit.format", "text|json", &own->format, false, {"text", "json"}},
      {"--html", "help.audit.html", "DIR", &own->html},
      {"-o,--output", "help.read.output", "FILE", &own->output},
      {"--jobs", "help.audit.jobs", "N", &own->jobs, false, {}, {0, kMostThreads}},
  };
  return {std::move(rows), [own, language] { return RunAudit(*own, language); }};
}

}  // namespace gongkai
