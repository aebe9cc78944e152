// gongkai search: where the narrative of an archive's reports says something.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "corpus/archive_writer.h"
#include "corpus/search.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr int kUsualLimit = 50, kMostHits = 100'000;

struct SearchArguments {
  std::string archive, text, format = "text";
  int limit = kUsualLimit;
};

bool IsQuery(const std::string& text) {
  return !text.empty() && IsValidUtf8(text) && DecodeUtf8(text).size() <= kMaxQueryCharacters;
}

std::string HitLine(const SearchHit& hit, Language language) {
  const std::string page =
      hit.page ? Text("search.page", language, {{"page", std::to_string(*hit.page)}}) : "";
  const std::string times =
      hit.times > 1 ? Text("search.times", language, {{"times", std::to_string(hit.times)}}) : "";
  const auto or_else = [&](const std::string& text, std::string_view id) {
    return text.empty() ? Text(id, language) : text;
  };
  return OneLine(Text("search.hit", language,
                      {{"agency", or_else(hit.agency, "search.no_agency")},
                       {"year", hit.year ? std::to_string(*hit.year) : "?"},
                       {"section", or_else(hit.heading, "search.no_heading")},
                       {"page", page},
                       {"times", times},
                       {"snippet", hit.snippet},
                       {"path", hit.path}})) +
         "\n";
}

std::string HitsText(const SearchHits& found, Language language) {
  std::string text;
  for (const SearchHit& hit : found.hits) text += HitLine(hit, language);
  return text;
}

template <typename T>
nlohmann::ordered_json OrNull(const T& value, bool there) {
  return there ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

std::string HitsJson(const SearchHits& found) {
  auto hits = nlohmann::ordered_json::array();
  for (const SearchHit& hit : found.hits) {
    hits.push_back({{"agency", OrNull(hit.agency, !hit.agency.empty())},
                    {"year", OrNull(hit.year.value_or(0), hit.year.has_value())},
                    {"title", OrNull(hit.title, !hit.title.empty())},
                    {"sha256", hit.sha256},
                    {"path", hit.path},
                    {"section", hit.key},
                    {"number", hit.number},
                    {"heading", hit.heading},
                    {"page", OrNull(hit.page.value_or(0), hit.page.has_value())},
                    {"times", hit.times},
                    {"snippet", hit.snippet}});
  }
  return nlohmann::ordered_json{{"hits", hits}, {"more", found.more}}.dump(2) + "\n";
}

int RunSearch(const SearchArguments& arguments, Language language) {
  if (!IsQuery(arguments.text)) {
    Complain(Text("search.no_query", language, {{"most", std::to_string(kMaxQueryCharacters)}}));
    return kWrongUsage;
  }
  auto archive = OpenArchive(arguments.archive);
  SearchHits found;
  if (archive.ok()) found = SearchArchive(archive.value(), arguments.text, arguments.limit);
  if (!archive.ok() || archive.value().fault()) {
    Complain(ErrorMessage(archive.ok() ? *archive.value().fault() : archive.error(), language));
    return kInputUnread;
  }
  const bool text = arguments.format == "text";
  if (text && found.hits.empty()) Complain(Text("search.nothing", language));
  if (text && found.more) {
    Complain(Text("search.more", language, {{"limit", std::to_string(arguments.limit)}}));
  }
  return WriteOrComplain("-", text ? HitsText(found, language) : HitsJson(found), language);
}

}  // namespace

Declared DeclareSearch(Language language) {
  const auto own = std::make_shared<SearchArguments>();
  std::vector<Argument> rows = {
      {"TEXT", "help.search.text", " ", &own->text, true},
      {"--archive", "help.archive", "ARCHIVE", &own->archive, true},
      {"--limit", "help.search.limit", "N", &own->limit, false, {}, {1, kMostHits}},
      {"--format", "help.search.format", "text|json", &own->format, false, {"text", "json"}},
  };
  return {std::move(rows), [own, language] { return RunSearch(*own, language); }};
}

}  // namespace gongkai
