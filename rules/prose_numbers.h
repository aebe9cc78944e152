// Numbers with a unit in prose: 21件, 1,300 条, 二十一件, 18万余条, 7.73万元, 86.92%.
#pragma once

#include <string_view>
#include <vector>

#include "model/decimal.h"
#include "rules/prose.h"

namespace gongkai {

enum class UnitKind {
  kCount,    // 件 条 次 份 宗 项 起 个 …
  kMoney,    // 元, 万元, 亿元: the value is in 元
  kPercent,  // %
};

struct ProseNumber {
  Span span;              // number and unit, with 约 before and 左右 behind
  Decimal value;
  int places = 0;         // printed decimals, those of 元 for money; negative: cut above the units
  bool exact = true;      // not 约, 近, 余, 多, 以上; not 1.5万条; not doubtful as a number
  UnitKind kind = UnitKind::kCount;
  std::string_view unit;  // as folded
};

// In the order of the text. Ordinals (第3次), years, dates and numbers without a unit are left out.
std::vector<ProseNumber> FindProseNumbers(const Prose& prose, Span span);

}  // namespace gongkai
