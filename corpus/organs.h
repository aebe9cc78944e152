// Who is who: names as reports print them become organs. 某县农业局, 某市某县农业局 and 某县 农业局 are one
// organ, and so are names that an aliases file says were one; towns of the same name in two counties are
// not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

// A row of an aliases file: all of these are one organ.
struct OrganAlias {
  std::string name;
  std::vector<std::string> formerly;
};

// A region of a regions file (docs/audit.md).
struct RegionMember {
  std::string name;
  std::optional<int> from, to;  // the years of its reports, where it was founded or dissolved
};
struct Region {
  std::string name;
  std::string within;                 // the region above; empty: none
  std::string total;                  // the organ whose reports hold the sums over the region; empty: none
  std::vector<std::string> formerly;  // its own earlier names
  std::vector<RegionMember> organs;
};

// One report as its head says.
struct ReportHead {
  std::int64_t reading = 0;  // readings.id of the archive
  std::string agency;        // as printed
  int year = 0;
};

struct Organ {
  std::string name;                    // as in the regions file, else as its last report prints it
  std::vector<std::string> names;      // every name that its reports print
  std::vector<ReportHead> reports;     // by year, then in the order given
  std::optional<int> from, to;         // of a regions file
};

// Every report in exactly one organ; organs in the order of their names. A short name belongs to a
// longer one only where all longer ones that it could stand for are one organ.
std::vector<Organ> GroupOrgans(const std::vector<ReportHead>& reports,
                               const std::vector<OrganAlias>& aliases,
                               const std::vector<Region>& regions);

// A name as names are compared: folded, without white space, 人民政府 as 政府.
std::string CanonicalOrgan(std::string_view name);

// Index of the organ that a name of a regions file means; nothing where none has reports.
std::optional<std::size_t> FindOrgan(const std::vector<Organ>& organs, std::string_view name);

}  // namespace gongkai
