// The parts of CheckIdentity.
#pragma once

#include <string>
#include <vector>

#include "rules/check.h"
#include "rules/section_text.h"

namespace gongkai {

// A word or a name that is not the organ's own, and the places where it stands.
struct ForeignWord {
  std::string word, quote;  // of the first place
  int count = 0;
  std::vector<std::string> at;

  void AddPlace(const std::string& pointer);  // one that was just added stays one
};

// identity.agency, where there is any. `message`: an id of the text catalogue.
void SayForeign(ForeignWord found, const Report& report, const char* message, Findings& out);

void CheckYear(const Report& report, const std::vector<SectionText>& prose, Findings& out);
// 全乡 in the report of a 镇.
void CheckAreaWords(const Report& report, Findings& out);
// 我局 in the report of a 镇, and names of other organs where the text says whose report it is.
void CheckOrganNames(const Report& report, const std::vector<SectionText>& prose, Findings& out);

}  // namespace gongkai
