// HTML through gumbo. This file family is the only one that includes it.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/result.h"

namespace gongkai {

// REQUIRES: utf8 is valid UTF-8. Errors: kEmpty, kTooLarge.
Result<Document> ReadHtml(std::string_view utf8);

}  // namespace gongkai
