// The parser is nlohmann's, driven through its SAX interface: it keeps no recursion on the input's
// depth, and hands over the digits of a number.
#include "normalize/report_json_value.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace gongkai {
namespace {

// A report with every cell and a long narrative is about 200 KB, 6,000 values and 7 levels.
constexpr std::size_t kMaxBytes = 32u << 20;
constexpr std::size_t kMaxValues = 400'000;
constexpr std::size_t kMaxDepth = 32;

Error BadJson(std::string detail) { return {ErrorCode::kBadJson, "", std::move(detail), 0}; }

JsonValue Make(JsonKind kind, std::string text = "") {
  JsonValue value;
  value.kind = kind;
  value.text = std::move(text);
  return value;
}

class Builder final : public nlohmann::json_sax<nlohmann::ordered_json> {
 public:
  bool null() override { return Add({}); }
  bool boolean(bool value) override {
    JsonValue added = Make(JsonKind::kBool);
    added.boolean = value;
    return Add(std::move(added));
  }
  bool number_integer(number_integer_t value) override { return Number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& digits) override { return Number(digits); }
  bool string(string_t& value) override {
    return Add(Make(JsonKind::kString, std::move(value)));
  }
  bool binary(binary_t&) override { return Refuse("binary value"); }
  bool start_object(std::size_t) override { return Open(JsonKind::kObject); }
  bool start_array(std::size_t) override { return Open(JsonKind::kArray); }
  bool key(string_t& name) override {
    stack_.back().keys.push_back(std::move(name));
    return true;
  }
  bool end_object() override {
    std::vector<std::string_view> keys(stack_.back().keys.begin(), stack_.back().keys.end());
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice != keys.end()) return Refuse("the key \"" + std::string(*twice) + "\" stands twice");
    return Close();
  }
  bool end_array() override { return Close(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& raised) override {
    const std::string_view what = raised.what();
    const auto reason = what.find("] ");
    return Refuse("byte " + std::to_string(position) + ": " +
                  std::string(reason == what.npos ? what : what.substr(reason + 2)));
  }

  JsonValue root;
  std::string error;

 private:
  bool Refuse(std::string reason) {
    if (error.empty()) error = std::move(reason);
    return false;
  }
  bool Number(std::string digits) {
    return Add(Make(JsonKind::kNumber, std::move(digits)));
  }
  bool Count() { return ++count_ <= kMaxValues || Refuse("too many values"); }
  bool Add(JsonValue value) {
    if (!Count()) return false;
    (stack_.empty() ? root : stack_.back().items.emplace_back()) = std::move(value);
    return true;
  }
  bool Open(JsonKind kind) {
    if (stack_.size() >= kMaxDepth) return Refuse("nested too deep");
    stack_.push_back(Make(kind));
    return Count();
  }
  bool Close() {
    JsonValue closed = std::move(stack_.back());
    stack_.pop_back();
    (stack_.empty() ? root : stack_.back().items.emplace_back()) = std::move(closed);
    return true;
  }

  std::vector<JsonValue> stack_;  // the arrays and objects that are open
  std::size_t count_ = 0;
};

}  // namespace

const JsonValue* JsonValue::Find(std::string_view key) const {
  const auto it = std::find(keys.begin(), keys.end(), key);
  return it == keys.end() ? nullptr : &items[static_cast<std::size_t>(it - keys.begin())];
}

Result<JsonValue> ParseJson(std::string_view json) {
  if (json.size() > kMaxBytes) return BadJson("larger than 32 MiB");
  Builder builder;
  bool parsed = false;
  try {
    parsed = nlohmann::ordered_json::sax_parse(json.begin(), json.end(), &builder);
  } catch (const std::exception& error) {
    return BadJson(error.what());
  }
  if (!parsed) return BadJson(builder.error);
  return std::move(builder.root);
}

}  // namespace gongkai
