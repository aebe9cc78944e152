// gongkai schema: the JSON Schema of a report.
#include "cli/commands.h"
#include "cli/output.h"
#include "normalize/report_json.h"

namespace gongkai {

RunCommand DeclareSchema(CLI::App&, Language language) {
  return [language] { return WriteOrComplain("-", ReportSchema(), language); };
}

}  // namespace gongkai
