// The style and the two scripts of the pages of an audit.
#pragma once

#include <string_view>

namespace gongkai {

extern const std::string_view kAuditStyle;
extern const std::string_view kListScript;    // filters a list of findings
extern const std::string_view kReportScript;  // shows the surroundings of a number in a dialog

}  // namespace gongkai
