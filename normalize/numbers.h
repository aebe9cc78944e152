// What is printed in a cell of a table becomes a reading: FORMS.md section 8's writings of numbers.
#pragma once

#include <string_view>

#include "model/reading.h"

namespace gongkai {

// What the column holds.
enum class CellType {
  kCount,   // a whole number
  kChange,  // a whole number that may be negative: -18, 减3, 增3, +3, ↑3
  kAmount,  // a decimal in 万元
};

// The unit that a column of amounts has by its own header.
enum class AmountUnit { kTenThousandYuan, kYuan };

// Sets state, value, raw, unit and note from the cell's text; place, confidence and kind are the
// caller's. An amount printed with its unit, or under a header of another unit, is converted to
// 万元 and keeps the unit in `unit`. A number that the cell's type cannot have (2.5 people) is
// kNotANumber. 0 件 -> 0, unit 件. 22（其中修订16件） -> 22, note 其中修订16件.
Reading ParseCell(std::string_view text, CellType type,
                  AmountUnit unit = AmountUnit::kTenThousandYuan);

// Could this text stand in a value cell: a number in any writing, a placeholder, or nothing?
bool IsValueText(std::string_view text);
// The same without the blank one.
bool IsNumberOrPlaceholder(std::string_view text);

}  // namespace gongkai
