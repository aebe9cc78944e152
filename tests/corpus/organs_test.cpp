#include "corpus/organs.h"

#include <catch2/catch.hpp>

#include <set>

namespace gongkai {
namespace {

struct NameCase {
  const char* what;
  std::vector<std::string> names;  // as reports print them
  std::vector<std::set<std::string>> organs;
  std::vector<OrganAlias> aliases = {};
  std::vector<Region> regions = {};
};

std::set<std::set<std::string>> Grouped(const NameCase& c) {
  std::vector<ReportHead> heads;
  for (const std::string& name : c.names) heads.push_back({1, name, 2020});
  std::set<std::set<std::string>> organs;
  for (const Organ& organ : GroupOrgans(heads, c.aliases, c.regions)) {
    organs.emplace(organ.names.begin(), organ.names.end());
  }
  return organs;
}

}  // namespace

TEST_CASE("names that are one organ, and names that are not") {
  const std::vector<NameCase> cases{
      {"the same name", {"甲县乙局", "甲县乙局"}, {{"甲县乙局"}}},
      {"width and space", {"甲县乙局", "甲县 乙局", "甲县乙局　"}, {{"甲县乙局", "甲县 乙局", "甲县乙局　"}}},
      {"places before it", {"丁省丙市甲县乙局", "丙市甲县乙局", "甲县乙局"},
       {{"丁省丙市甲县乙局", "丙市甲县乙局", "甲县乙局"}}},
      {"政府 and 人民政府", {"甲县人民政府", "甲县政府"}, {{"甲县人民政府", "甲县政府"}}},
      {"an office is another organ", {"甲县人民政府", "甲县人民政府办公室"},
       {{"甲县人民政府"}, {"甲县人民政府办公室"}}},
      {"towns of the same name", {"甲县丙镇人民政府", "乙县丙镇人民政府"},
       {{"甲县丙镇人民政府"}, {"乙县丙镇人民政府"}}},
      {"a short name that could be either", {"甲县丙镇人民政府", "乙县丙镇人民政府", "丙镇人民政府"},
       {{"甲县丙镇人民政府"}, {"乙县丙镇人民政府"}, {"丙镇人民政府"}}},
      {"a short name that is one", {"丁市甲县丙镇政府", "甲县丙镇政府", "丙镇政府"},
       {{"丁市甲县丙镇政府", "甲县丙镇政府", "丙镇政府"}}},
      {"a district of the same name in two cities", {"甲市丙区乙局", "丁市丙区乙局", "丙区乙局"},
       {{"甲市丙区乙局"}, {"丁市丙区乙局"}, {"丙区乙局"}}},
      {"市 within a name is no place", {"甲县市场监督管理局", "场监督管理局"},
       {{"甲县市场监督管理局", "场监督管理局"}}},  // the price: nobody is called that
      {"an alias", {"甲县国土资源局", "甲县自然资源局"}, {{"甲县国土资源局", "甲县自然资源局"}},
       {{"甲县自然资源局", {"甲县国土资源局"}}}},
      {"an alias, printed with more places", {"丙市甲县国土资源局", "甲县自然资源局"},
       {{"丙市甲县国土资源局", "甲县自然资源局"}}, {{"甲县自然资源局", {"甲县国土资源局"}}}},
      {"no alias, no organ", {"甲县国土资源局", "甲县自然资源局"}, {{"甲县国土资源局"}, {"甲县自然资源局"}}},
      {"a name that another organ of the regions could be called", {"甲县丙镇政府", "丙镇政府"},
       {{"甲县丙镇政府"}, {"丙镇政府"}}, {}, {{"乙县", "", "", {}, {{"乙县丙镇政府", {}, {}}}}}},
      {"a county that became a district, and a bare name",
       {"丁市甲县丙镇政府", "甲区丙镇政府", "丁市甲区丙镇政府", "丙镇政府"},
       {{"丁市甲县丙镇政府", "甲区丙镇政府", "丁市甲区丙镇政府", "丙镇政府"}}, {},
       {{"甲区", "", "", {"甲县"}, {{"甲区丙镇政府", {}, {}}}}}},
      {"nothing", {}, {}},
  };
  for (const NameCase& c : cases) {
    INFO(c.what);
    CHECK(Grouped(c) == std::set<std::set<std::string>>(c.organs.begin(), c.organs.end()));
  }
}

TEST_CASE("an organ has the name of the regions file, else that of its last report") {
  const std::vector<ReportHead> heads{{1, "丙市甲县乙局", 2019}, {2, "甲县乙局", 2021}, {3, "甲县 乙局", 2020}};
  auto organs = GroupOrgans(heads, {}, {});
  REQUIRE(organs.size() == 1);
  CHECK(organs[0].name == "甲县乙局");
  CHECK(organs[0].reports[1].year == 2020);
  const std::vector<Region> regions{{"甲县", "", "", {}, {{"丙市甲县乙局", 2019, {}}}}};
  organs = GroupOrgans(heads, {}, regions);
  REQUIRE(organs.size() == 1);
  CHECK(organs[0].name == "丙市甲县乙局");
  CHECK(organs[0].from == 2019);
  CHECK(FindOrgan(organs, "丙市甲县乙局") == 0);
  CHECK_FALSE(FindOrgan(organs, "甲县乙局"));
}

}  // namespace gongkai
