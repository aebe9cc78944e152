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

#include "normalize/report_json_names.h"
#include "normalize/report_json_value.h"

namespace gongkai {

inline const JsonValue kNothing;

// One reading of one JSON text.
struct Reader {
  std::string fault;  // the first one, with its place; empty while there is none
  std::size_t fault_begin = 0;  // the byte of the text at which it is
  std::unordered_map<std::string_view, const JsonValue*> cells;  // what the tables hold
  std::unordered_set<std::string_view> rows;                     // the rows that are there

  void Refuse(const std::string& at, std::string_view reason, std::size_t begin = 0) {
    if (!fault.empty()) return;
    fault = (at.empty() ? "/" : at) + ": " + std::string(reason);
    fault_begin = begin;
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

  void Refuse(std::string_view reason) const { reader_->Refuse(at_, reason, value_->begin); }

  // The member `key`; a null value (and a fault) where it is not there.
  Node Get(std::string_view key) const {
    const JsonValue* found = value_->Find(key);
    if (found == nullptr) Refuse("the member \"" + std::string(key) + "\" is missing");
    return {*reader_, found ? *found : kNothing, at_ + "/" + std::string(key)};
  }

  bool Is(JsonKind kind, std::string_view name) const {
    if (value_->kind == kind) return true;
    Refuse("expected " + std::string(name));
    return false;
  }
  // An object that has no other members than these.
  void Object(std::initializer_list<std::string_view> allowed) const {
    if (!Is(JsonKind::kObject, "an object")) return;
    for (std::size_t i = 0; i < size(); ++i) {
      if (std::find(allowed.begin(), allowed.end(), KeyOf(i)) == allowed.end()) {
        reader_->Refuse(at_, "unknown member \"" + KeyOf(i) + "\"", value_->items[i].begin);
      }
    }
  }
  bool Array() const { return Is(JsonKind::kArray, "an array"); }

  std::string String() const {
    return Is(JsonKind::kString, "a string") ? value_->text : std::string();
  }
  std::string StringOrNull() const { return IsNull() ? std::string() : String(); }
  bool Bool() const { return Is(JsonKind::kBool, "true or false") && value_->boolean; }
  Decimal Number() const {
    if (!Is(JsonKind::kNumber, "a number")) return {};
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
