// Names are nodes of a forest (union-find): a name is joined to the longer ones that end with it, and to
// its aliases. What is left over as a root is an organ.
#include "corpus/organs.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "model/unicode.h"

namespace gongkai {
namespace {

// The last characters of places that may be left out before an organ's name.
constexpr std::u32string_view kPlaceEnds = U"省市县区州盟旗";

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// What is left of a name when one or more places before it are left out, longest first: 丙局 and 乙县丙局
// of 甲市乙县丙局.
std::vector<std::string> ShorterForms(const std::string& name) {
  std::vector<std::string> forms;
  const std::u32string decoded = DecodeUtf8(name);
  for (std::size_t i = 1; i + 1 < decoded.size(); ++i) {
    if (kPlaceEnds.find(decoded[i]) == kPlaceEnds.npos) continue;
    forms.push_back(EncodeUtf8(std::u32string_view(decoded).substr(i + 1)));
  }
  return forms;
}

class Names {
 public:
  std::size_t Add(const std::string& canonical) {
    const auto [found, is_new] = index_.emplace(canonical, names_.size());
    if (is_new) {
      names_.push_back(canonical);
      parent_.push_back(parent_.size());
    }
    return found->second;
  }

  std::size_t Root(std::size_t name) {
    while (parent_[name] != name) name = parent_[name] = parent_[parent_[name]];
    return name;
  }
  void Join(std::size_t a, std::size_t b) {
    const std::size_t x = Root(a), y = Root(b);
    parent_[std::max(x, y)] = std::min(x, y);
  }

  // Joins each name to the longer ones that it is the end of, where those are one organ. The longest of
  // the short names come first: by then 甲市乙县丙局 and 乙县丙局 are one, and no two that 丙局 could be.
  void JoinShortForms() {
    std::map<std::size_t, std::vector<std::size_t>> longer;  // by the short name
    for (std::size_t name = 0; name < names_.size(); ++name) {
      for (const std::string& form : ShorterForms(names_[name])) {
        const auto found = index_.find(form);
        if (found != index_.end()) longer[found->second].push_back(name);
      }
    }
    std::vector<std::size_t> order;
    for (const auto& [name, candidates] : longer) order.push_back(name);
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return names_[a].size() > names_[b].size();
    });
    for (const std::size_t name : order) {
      const auto& candidates = longer[name];
      const std::size_t root = Root(candidates.front());
      const bool one = std::all_of(candidates.begin(), candidates.end(),
                                   [&](std::size_t candidate) { return Root(candidate) == root; });
      if (one) Join(name, root);
    }
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::size_t> parent_;
  std::unordered_map<std::string, std::size_t> index_;
};

// The names of a region's organs as they were when the region had another name.
void AddFormerRegions(Names& names, const Region& region) {
  const std::string now = CanonicalOrgan(region.name);
  for (const std::string& former : region.formerly) {
    const std::string before = CanonicalOrgan(former);
    const auto join = [&](const std::string& organ) {
      const std::string name = CanonicalOrgan(organ);
      const auto at = name.find(now);
      if (at == name.npos) return;
      names.Join(names.Add(name), names.Add(std::string(name).replace(at, now.size(), before)));
    };
    for (const RegionMember& member : region.organs) join(member.name);
    if (!region.total.empty()) join(region.total);
  }
}

void AddAliases(Names& names, const std::vector<OrganAlias>& aliases) {
  for (const OrganAlias& alias : aliases) {
    const std::size_t name = names.Add(CanonicalOrgan(alias.name));
    for (const std::string& former : alias.formerly) {
      names.Join(name, names.Add(CanonicalOrgan(former)));
    }
  }
}

// Names that no report may print, so that a short name that could stand for them is not taken for another.
void AddRegions(Names& names, const std::vector<Region>& regions) {
  for (const Region& region : regions) {
    for (const RegionMember& member : region.organs) names.Add(CanonicalOrgan(member.name));
    if (!region.total.empty()) names.Add(CanonicalOrgan(region.total));
    AddFormerRegions(names, region);
  }
}

void NameOrgan(Organ& organ) {
  std::stable_sort(organ.reports.begin(), organ.reports.end(),
                   [](const ReportHead& a, const ReportHead& b) { return a.year < b.year; });
  organ.name = organ.reports.back().agency;
  for (const ReportHead& report : organ.reports) organ.names.push_back(report.agency);
  std::sort(organ.names.begin(), organ.names.end());
  organ.names.erase(std::unique(organ.names.begin(), organ.names.end()), organ.names.end());
}

}  // namespace

std::string CanonicalOrgan(std::string_view name) {
  std::string canonical = FoldTight(name);
  ReplaceAll(canonical, "人民政府", "政府");
  ReplaceAll(canonical, "管理委员会", "管委会");
  return canonical;
}

std::vector<Organ> GroupOrgans(const std::vector<ReportHead>& reports,
                               const std::vector<OrganAlias>& aliases,
                               const std::vector<Region>& regions) {
  Names names;
  std::vector<std::size_t> name_of;
  for (const ReportHead& report : reports) name_of.push_back(names.Add(CanonicalOrgan(report.agency)));
  AddRegions(names, regions);
  AddAliases(names, aliases);
  names.JoinShortForms();

  std::map<std::size_t, Organ> by_root;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    by_root[names.Root(name_of[i])].reports.push_back(reports[i]);
  }
  for (const Region& region : regions) {
    for (const RegionMember& member : region.organs) {
      const auto organ = by_root.find(names.Root(names.Add(CanonicalOrgan(member.name))));
      if (organ == by_root.end()) continue;
      organ->second.name = member.name;
      organ->second.from = member.from;
      organ->second.to = member.to;
    }
    if (region.total.empty()) continue;
    const auto organ = by_root.find(names.Root(names.Add(CanonicalOrgan(region.total))));
    if (organ != by_root.end()) organ->second.name = region.total;
  }
  std::vector<Organ> organs;
  for (auto& [root, organ] : by_root) {
    const std::string given = organ.name;
    NameOrgan(organ);
    if (!given.empty()) organ.name = given;
    organs.push_back(std::move(organ));
  }
  std::sort(organs.begin(), organs.end(),
            [](const Organ& a, const Organ& b) { return a.name < b.name; });
  return organs;
}

std::optional<std::size_t> FindOrgan(const std::vector<Organ>& organs, std::string_view name) {
  const auto organ = std::find_if(organs.begin(), organs.end(),
                                  [&](const Organ& candidate) { return candidate.name == name; });
  if (organ == organs.end()) return std::nullopt;
  return static_cast<std::size_t>(organ - organs.begin());
}

}  // namespace gongkai
