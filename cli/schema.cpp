// gongkai schema: the JSON Schema of a report.
#include "cli/commands.h"
#include "cli/output.h"
#include "normalize/report_json.h"

namespace gongkai {

Declared DeclareSchema(Language language) {
  return {{}, [language] { return WriteOrComplain("-", ReportSchema(), language); }};
}

}  // namespace gongkai
