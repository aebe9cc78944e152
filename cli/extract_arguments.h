// What every command that reads files accepts about how they are read.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "extract/extract.h"

namespace gongkai {

struct ExtractArguments {
  std::string password, ocr = "auto";
  int dpi = 0, jobs = 1, max_pages = ExtractOptions().max_pages;

  // With the program's own reader of scans.
  ExtractOptions Options() const;
};

// Appends the rows. `with_dpi`: false where a command has a --dpi of its own.
void DeclareExtract(ExtractArguments& arguments, bool with_dpi, std::vector<Argument>& rows);

}  // namespace gongkai
