#include "normalize/chinese_number.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gongkai {
namespace {

TEST_CASE("Chinese numbers are read in both writings") {
  struct Row {
    std::string text;
    std::int64_t value;
  };
  const std::vector<Row> rows{{"一", 1},           {"十", 10},
                              {"十二", 12},        {"二十", 20},
                              {"二十三", 23},      {"九十九", 99},
                              {"一百", 100},       {"一百零五", 105},
                              {"一百〇五", 105},   {"一百一十", 110},
                              {"一百一十二", 112}, {"一百十二", 112},
                              {"两百", 200},       {"一千零二十", 1020},
                              {"三千零五", 3005},  {"九千八百七十六", 9876},
                              {"一万", 10000},     {"两万三千", 23000},
                              {"一万零二", 10002}, {"十二万三千四百五十六", 123456},
                              {"三亿", 300000000}, {"零", 0},
                              {"〇", 0},           {"两", 2},
                              {"二〇二三", 2023},  {"二零一九", 2019},
                              {"一九九八", 1998},  {"二○二四", 2024}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(ParseChineseNumber(row.text) == row.value);
  }
}

TEST_CASE("what is no Chinese number gives nothing") {
  const std::vector<std::string> texts{"",           "百",
                                       "万",         "亿",
                                       "一百二",     "一千五",
                                       "一万二",     "三十百",
                                       "十百",       "二〇十",
                                       "十零",       "十零三",
                                       "二十零",     "一百零",
                                       "三条",       "第三",
                                       "23",         "二3",
                                       "一 二",      "一万一万",
                                       "两〇",       "二十三十",
                                       "一千零零二", "若干",
                                       "abc",        "一二三四五六七八九一",
                                       "\xE4\xB8"};
  for (const std::string& text : texts) {
    INFO(text);
    CHECK_FALSE(ParseChineseNumber(text).has_value());
  }
}

}  // namespace
}  // namespace gongkai
