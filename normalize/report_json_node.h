// A JSON value of an untrusted text with its place, and typed ways into it: the first value that is
// not what was asked for is the fault of the whole reading, and empty values stand in from there.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/texts.h"
#include "model/report_names.h"
#include "normalize/report_json_value.h"

namespace gongkai {

inline const JsonValue kNothing;

// One reading of one JSON text.
struct Reader {
  std::string fault;  // the first one, with its place; empty while there is none
  // Of the same: its place, the byte of the text at which that begins, and the reason by itself.
  std::string fault_at;
  std::size_t fault_begin = 0;
  std::string reason_zh, reason_en;
  std::unordered_map<std::string_view, const JsonValue*> cells;  // what the tables hold
  std::unordered_set<std::string_view> rows;                     // the rows that are there

  void Refuse(const std::string& at, std::string_view reason, std::size_t begin = 0) {
    Refuse(at, begin, std::string(reason), std::string(reason));
  }
  void Refuse(const std::string& at, std::size_t begin, std::string zh, std::string en) {
    if (!fault.empty()) return;
    fault = (at.empty() ? "/" : at) + ": " + en;
    fault_at = at;
    fault_begin = begin;
    reason_zh = std::move(zh);
    reason_en = std::move(en);
  }
};

// A value and its place, with typed ways in.
class Node {
 public:
  Node(Reader& reader, const JsonValue& value, std::string at)
      : reader_(&reader), value_(&value), at_(std::move(at)) {}

  const std::string& at() const { return at_; }
  bool IsNull() const { return value_->kind == JsonKind::kNull; }
  std::size_t size() const { return value_->items.size(); }
  const std::string& KeyOf(std::size_t i) const { return value_->keys[i]; }
  const JsonValue& value() const { return *value_; }
  bool Has(std::string_view key) const { return value_->Find(key) != nullptr; }
  Node Item(std::size_t i) const {
    return {*reader_, value_->items[i], at_ + "/" + std::to_string(i)};
  }
  Node Member(std::size_t i) const { return {*reader_, value_->items[i], at_ + "/" + KeyOf(i)}; }

  bool IsFaulty() const { return !reader_->fault.empty(); }  // this or another value
  void Refuse(std::string_view reason) const { reader_->Refuse(at_, reason, value_->begin); }
  // The reason is a text of the catalogue.
  void RefuseAs(std::string_view id, const TextDetails& details = {}) const {
    RefuseAs(id, details, value_->begin);
  }

  // The member `key`; a null value (and a fault) where it is not there.
  Node Get(std::string_view key) const {
    const JsonValue* found = value_->Find(key);
    if (found == nullptr) RefuseAs("errors.json.missing", {{"name", std::string(key)}});
    return {*reader_, found ? *found : kNothing, at_ + "/" + std::string(key)};
  }

  bool Is(JsonKind kind) const {
    constexpr std::string_view kIds[] = {"errors.json.null",   "errors.json.bool",
                                         "errors.json.number", "errors.json.string",
                                         "errors.json.array",  "errors.json.object"};
    if (value_->kind == kind) return true;
    RefuseAs(kIds[static_cast<std::size_t>(kind)]);
    return false;
  }
  // An object that has no other members than these.
  void Object(std::initializer_list<std::string_view> allowed) const {
    if (!Is(JsonKind::kObject)) return;
    for (std::size_t i = 0; i < size(); ++i) {
      if (std::find(allowed.begin(), allowed.end(), KeyOf(i)) == allowed.end()) {
        RefuseAs("errors.json.unknown", {{"name", KeyOf(i)}}, value_->items[i].begin);
      }
    }
  }
  bool Array() const { return Is(JsonKind::kArray); }

  std::string String() const {
    return Is(JsonKind::kString) ? value_->text : std::string();
  }
  std::string StringOrNull() const { return IsNull() ? std::string() : String(); }
  bool Bool() const { return Is(JsonKind::kBool) && value_->boolean; }
  Decimal Number() const {
    if (!Is(JsonKind::kNumber)) return {};
    const auto number = Decimal::Parse(value_->text);
    if (!number) Refuse("expected a number of at most 18 digits, without an exponent");
    return number.value_or(Decimal());
  }
  std::int64_t Integer(std::int64_t least, std::int64_t most) const {
    const Decimal number = Number();
    if (number.IsInteger() && number >= Decimal(least) && number <= Decimal(most)) {
      return number.digits();
    }
    Refuse("expected an integer from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
  }
  int Int(int least, int most) const { return static_cast<int>(Integer(least, most)); }

  std::vector<std::string> Strings() const {
    std::vector<std::string> texts;
    if (!Array()) return texts;
    for (std::size_t i = 0; i < size(); ++i) texts.push_back(Item(i).String());
    return texts;
  }

  template <typename E, std::size_t N>
  E Name(const JsonName<E> (&names)[N]) const {
    const auto parsed = ParseName(names, String());
    if (!parsed) Refuse("not one of the names that may stand here");
    return parsed.value_or(names[0].value);
  }

 private:
  void RefuseAs(std::string_view id, const TextDetails& details, std::size_t begin) const {
    reader_->Refuse(at_, begin, Text(id, Language::kZh, details),
                    Text(id, Language::kEn, details));
  }

  Reader* reader_;
  const JsonValue* value_;
  std::string at_;
};

template <typename T, typename Read>
std::vector<T> ReadList(const Node& node, Read read) {
  std::vector<T> items;
  if (!node.Array()) return items;
  for (std::size_t i = 0; i < node.size(); ++i) items.push_back(read(node.Item(i)));
  return items;
}

}  // namespace gongkai
