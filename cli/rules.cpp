// gongkai rules: the built-in arithmetic, as a rules file.
#include "cli/commands.h"
#include "cli/output.h"
#include "rules/rule_set.h"

namespace gongkai {

Declared DeclareRules(Language language) {
  return {{}, [language] { return WriteOrComplain("-", WriteRules(BuiltInSums()), language); }};
}

}  // namespace gongkai
