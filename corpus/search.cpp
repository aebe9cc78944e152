// The index gives sections that hold all trigrams of the text, somewhere; LIKE then decides. (LIKE
// alone will not do: with ESCAPE it does not use the index, and without it SQLite 3.40 finds
// nothing at all for two Chinese characters, whose bytes it counts.)
#include "corpus/search.h"

#include <algorithm>

#include "model/texts.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr std::size_t kTrigram = 3;
// More would only make the expression longer: that many hardly ever stand together by chance.
constexpr std::size_t kMaxTrigrams = 20;

// What a hit shows of the section around the text, in characters: with it about a line.
constexpr int kShownBefore = 20, kShownBehind = 40;

// First the sections, in their order and within the limit; then what is shown of them.
constexpr std::string_view kQuery = R"sql(
WITH found AS MATERIALIZED (
  SELECT r.agency, r.year, d.sha256, d.id AS document, r.title, s.position, s.key, s.number,
         s.heading, s.text, s.page
  FROM {from} JOIN readings r ON r.id = s.reading JOIN documents d ON d.id = r.document
  WHERE {only} (s.text LIKE ?1 ESCAPE '\' OR s.heading LIKE ?1 ESCAPE '\')
  ORDER BY r.agency, r.year, d.sha256, s.position
  LIMIT ?3),
chosen AS (
  SELECT *, CASE WHEN text LIKE ?1 ESCAPE '\' THEN text ELSE heading END AS shown,
         lower(heading) || char(10) || lower(text) AS folded
  FROM found),
placed AS (SELECT *, instr(lower(shown), lower(?2)) - 1 AS before FROM chosen)
SELECT agency, year, sha256, title, key, number, heading, page,
       (SELECT min(i.path) FROM inputs i WHERE i.document = placed.document),
       (length(folded) - length(replace(folded, lower(?2), ''))) / length(?2),
       iif(before > {before}, '…', '')
         || substr(shown, max(before - {before}, 0) + 1,
                   min(before, {before}) + length(?2) + {behind})
         || iif(length(shown) > before + length(?2) + {behind}, '…', '')
FROM placed
ORDER BY agency, year, sha256, position)sql";

std::string LikePattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

// "营商环" AND "商环境", or nothing where the text has no trigram.
std::string IndexExpression(std::string_view text) {
  const std::u32string characters = DecodeUtf8(text);
  std::string expression;
  for (std::size_t i = 0; i < kMaxTrigrams && i + kTrigram <= characters.size(); ++i) {
    if (i > 0) expression += " AND ";
    expression += '"';
    for (const char c : EncodeUtf8(std::u32string_view(characters).substr(i, kTrigram))) {
      expression += c;
      if (c == '"') expression += '"';
    }
    expression += '"';
  }
  return expression;
}

SearchHit HitOf(const Statement& row) {
  SearchHit hit;
  hit.agency = row.String(0);
  hit.year = row.OptionalInteger(1);
  hit.sha256 = row.String(2);
  hit.title = row.String(3);
  hit.key = row.String(4);
  hit.number = row.String(5);
  hit.heading = row.String(6);
  hit.page = row.OptionalInteger(7);
  hit.path = row.String(8);
  hit.times = row.Integer(9);
  hit.snippet = row.String(10);
  return hit;
}

}  // namespace

std::string SearchQuery(bool indexed) {
  return FillIn(kQuery, {{"from", indexed ? "sections_text t JOIN sections s ON s.id = t.rowid"
                                          : "sections s"},
                         {"only", indexed ? "t.sections_text MATCH ?4 AND" : ""},
                         {"before", std::to_string(kShownBefore)},
                         {"behind", std::to_string(kShownBehind)}});
}

SearchHits SearchArchive(Database& archive, std::string_view text, int limit) {
  const std::string index = IndexExpression(text);
  Statement rows = archive.Prepare(SearchQuery(!index.empty()));
  if (index.empty()) {
    rows.With(LikePattern(text), text, limit + 1);
  } else {
    rows.With(LikePattern(text), text, limit + 1, index);
  }
  SearchHits found;
  while (rows.Step()) found.hits.push_back(HitOf(rows));
  found.more = found.hits.size() > static_cast<std::size_t>(limit);
  if (found.more) found.hits.pop_back();
  return found;
}

}  // namespace gongkai
