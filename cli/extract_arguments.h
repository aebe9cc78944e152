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
  // Words of a command line that say what differs from the defaults, --jobs aside. `with_password`:
  // it is needed to read, but does not change what is read.
  std::vector<std::string> Words(bool with_password) const;
};

// Appends the rows but for those that a command has in a way of its own.
struct ExtractRows {
  bool dpi = true, jobs = true;
};
void DeclareExtract(ExtractArguments& arguments, ExtractRows which, std::vector<Argument>& rows);

}  // namespace gongkai
