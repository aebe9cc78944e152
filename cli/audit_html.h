// The pages of an audit, for a person to read: an index and a page a report, in a folder that needs
// nothing outside of it.
//
//   index.html          totals, charts, findings, organs
//   organs-2.html ...   more organs than one page holds
//   rules/RULE.html     the findings of a rule, where the index cannot hold all findings
//   reports/ID.html     a report; ID: the first 16 digits of its SHA-256
//   pages/ID-3-110dpi.png  the picture of its page 3
#pragma once

#include <optional>
#include <string>

#include "corpus/audit.h"
#include "corpus/sqlite.h"
#include "model/result.h"
#include "model/texts.h"

namespace gongkai {

struct AuditPagesOptions {
  std::string folder;  // made where it is not there
  Language language = Language::kZh;
  int threads = 1;  // the pages do not depend on it
};

// Pages of an earlier run are replaced, and those of reports that the archive no longer has go;
// pictures that are there are kept. Errors: kNotWritable, those of the archive, and kBadArchive
// where what it holds is no report.
std::optional<Error> WriteAuditPages(Database& archive, const AuditResult& audit,
                                     const AuditPagesOptions& options);

}  // namespace gongkai
