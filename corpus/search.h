// Where the narrative of the reports in an archive says something.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/sqlite.h"

namespace gongkai {

// One section that holds the text.
struct SearchHit {
  std::string agency, title;  // empty where the report has none
  std::optional<std::int64_t> year;
  std::string sha256;
  std::string path;  // the first of its copies
  std::string key, number, heading;  // of the section, as in Section (model/report.h)
  std::optional<std::int64_t> page;  // on which the section begins
  std::int64_t times = 0;            // how often the section says it, its heading included
  std::string snippet;               // the first time, with what stands around it; … is a cut
};

struct SearchHits {
  std::vector<SearchHit> hits;  // by agency, year, SHA-256 and the sections' order
  bool more = false;            // there are hits beyond the limit
};

// A query's length in characters.
inline constexpr std::size_t kMaxQueryCharacters = 1000;

// Sections whose heading or text holds `text` exactly as it stands, the case of ASCII letters
// aside. The index of trigrams finds texts of three characters and more; for shorter ones every
// section is read. Ends early at a fault of the archive. REQUIRES: UTF-8, 1 to kMaxQueryCharacters
// characters; limit > 0.
SearchHits SearchArchive(Database& archive, std::string_view text, int limit);

// What SearchArchive runs. ?1 is the text for LIKE with ESCAPE '\', ?2 the text itself, ?3 the
// limit, ?4 the expression for the index.
std::string SearchQuery(bool indexed);

}  // namespace gongkai
