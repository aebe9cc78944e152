// Why an input failed, as the short fixed list that an archive keeps.
#pragma once

#include <string_view>

#include "corpus/archive_writer.h"
#include "model/result.h"

namespace gongkai {

// not_opened, empty, too_large, encrypted, unreadable, unsupported, not_a_report, no_text, changed,
// timeout, memory, crash.
std::string_view ReasonOf(ErrorCode code);

Failure FailureOf(const Error& error);

}  // namespace gongkai
