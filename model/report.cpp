#include "model/report.h"

#include <algorithm>

namespace gongkai {
namespace {

template <typename Items, typename Key>
auto* FindBy(const Items& items, Key key, const std::string& wanted) {
  const auto it = std::find_if(items.begin(), items.end(),
                               [&](const auto& item) { return item.*key == wanted; });
  return it == items.end() ? nullptr : &*it;
}

}  // namespace

const Reading* FindValue(const Report& report, const std::string& pointer) {
  const TableValue* found = FindBy(report.values, &TableValue::pointer, pointer);
  return found ? &found->reading : nullptr;
}

const Table* FindTable(const Report& report, const std::string& key) {
  return FindBy(report.tables, &Table::key, key);
}

const Section* FindSection(const Report& report, const std::string& key) {
  return FindBy(report.sections, &Section::key, key);
}

}  // namespace gongkai
