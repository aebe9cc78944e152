#include "cli/organ_files.h"

#include <algorithm>
#include <optional>
#include <set>

#include "normalize/report_json_node.h"

namespace gongkai {
namespace {

constexpr int kFirstYear = 2008, kLastYear = 2999;  // the Regulations came into force in 2008

Error Fault(std::string detail, TextDetails details = {}) {
  return {ErrorCode::kBadOrgans, "", std::move(detail), 0, std::move(details)};
}

std::vector<std::string> StringsOrNone(const Node& node, std::string_view key) {
  return node.Has(key) ? node.Get(key).Strings() : std::vector<std::string>();
}

std::string StringOrNone(const Node& node, std::string_view key) {
  return node.Has(key) ? node.Get(key).StringOrNull() : std::string();
}

std::optional<int> YearOrNone(const Node& node, std::string_view key) {
  if (!node.Has(key)) return std::nullopt;
  return node.Get(key).Int(kFirstYear, kLastYear);
}

OrganAlias ReadAlias(const Node& node) {
  node.Object({"name", "formerly"});
  return {node.Get("name").String(), node.Get("formerly").Strings()};
}

RegionMember ReadMember(const Node& node) {
  node.Object({"name", "from", "to"});
  return {node.Get("name").String(), YearOrNone(node, "from"), YearOrNone(node, "to")};
}

Region ReadRegion(const Node& node) {
  node.Object({"name", "within", "total", "formerly", "organs"});
  return {node.Get("name").String(), StringOrNone(node, "within"), StringOrNone(node, "total"),
          StringsOrNone(node, "formerly"), ReadList<RegionMember>(node.Get("organs"), ReadMember)};
}

const Region* Find(const std::vector<Region>& regions, const std::string& name) {
  const auto found = std::find_if(regions.begin(), regions.end(),
                                  [&](const Region& region) { return region.name == name; });
  return found == regions.end() ? nullptr : &*found;
}

// Each region is within one that is there, and at last within none.
std::optional<Error> CheckRegions(const std::vector<Region>& regions) {
  std::set<std::string> names;
  for (const Region& region : regions) {
    if (!names.insert(region.name).second) {
      return Fault("errors.detail.region_twice", {{"name", region.name}});
    }
    std::size_t steps = 0;
    for (const Region* at = &region; !at->within.empty();) {
      const Region* above = Find(regions, at->within);
      if (above == nullptr) return Fault("errors.detail.region_unknown", {{"name", at->within}});
      if (++steps > regions.size()) return Fault("errors.detail.region_loop", {{"name", region.name}});
      at = above;
    }
  }
  return std::nullopt;
}

template <typename T, typename Read>
Result<std::vector<T>> ReadRows(std::string_view json, std::string_view key, Read read) {
  const Result<JsonValue> parsed = ParseJson(json, JsonPlace::kLine);
  if (!parsed.ok()) return Fault(parsed.error().detail);
  Reader reader;
  const Node root(reader, parsed.value(), "");
  root.Object({key});
  auto rows = ReadList<T>(root.Get(key), read);
  if (reader.fault.empty()) return rows;
  return Fault("errors.detail.at", {{"at", LineAndColumn(json, reader.fault_begin)},
                                    {"reason", reader.reason_zh},
                                    {"reason_en", reader.reason_en}});
}

}  // namespace

Result<std::vector<OrganAlias>> ReadAliases(std::string_view json) {
  return ReadRows<OrganAlias>(json, "aliases", ReadAlias);
}

Result<std::vector<Region>> ReadRegions(std::string_view json) {
  auto regions = ReadRows<Region>(json, "regions", ReadRegion);
  if (!regions.ok()) return regions;
  if (const auto error = CheckRegions(regions.value())) return *error;
  return regions;
}

}  // namespace gongkai
