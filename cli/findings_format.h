// The output formats of `gongkai check`: what is written for each file, and what goes around it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/report.h"
#include "model/texts.h"

namespace gongkai {

struct FindingsFormat {
  std::string_view name;
  std::string (*open)(Language language);
  // One file. What is empty is left out, together with what would part it from the others.
  std::string (*write)(const std::string& file, const Report& report, Language language);
  std::string_view between, close;
  bool summary;  // for a person: summaries are said on standard error
};

std::span<const FindingsFormat> FindingsFormats();  // the first is the one by default

}  // namespace gongkai
