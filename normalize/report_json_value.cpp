// The parser is nlohmann's, driven through its SAX interface: it keeps no recursion on the input's
// depth, and hands over the digits of a number.
#include "normalize/report_json_value.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "model/unicode.h"

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

// Reads the text and says how far it has come: nlohmann's interface does not tell where a value is.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at;
  const char** reached;

  const char& operator*() const { return *at; }
  CountingIterator& operator++() {
    *reached = ++at;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

class Builder final : public nlohmann::json_sax<nlohmann::ordered_json> {
 public:
  explicit Builder(std::string_view text)
      : text_(text), reached_(text.data()), last_(text.data()) {}

  CountingIterator begin() { return {text_.data(), &reached_}; }
  CountingIterator end() { return {text_.data() + text_.size(), &reached_}; }

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
    last_ = reached_;
    stack_.back().keys.push_back(std::move(name));
    return true;
  }
  bool end_object() override {
    const JsonValue& object = stack_.back();
    std::vector<std::string_view> keys(object.keys.begin(), object.keys.end());
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice == keys.end()) return Close();
    const auto last = std::find(object.keys.rbegin(), object.keys.rend(), *twice);
    const auto item = static_cast<std::size_t>(object.keys.rend() - last) - 1;
    return Refuse("the key \"" + *last + "\" stands twice", object.items[item].begin);
  }
  bool end_array() override { return Close(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& raised) override {
    const std::string_view what = raised.what();
    // "[json.exception.parse_error.101] parse error at line 4, column 3: syntax error while …"
    std::size_t reason = what.find("] ");
    reason = reason == what.npos ? 0 : reason + 2;
    if (what.substr(reason).starts_with("parse error at line")) {
      reason = std::min(what.find(": ", reason), what.size() - 2) + 2;
    }
    return Refuse(std::string(what.substr(reason)), position == 0 ? 0 : position - 1);
  }

  JsonValue root;
  std::string error;
  std::size_t error_begin = 0;

 private:
  // Values are parted by no more than this, and the parser reads at most one such byte too far.
  std::size_t Begin() const {
    const auto from = static_cast<std::size_t>(last_ - text_.data());
    return std::min(text_.find_first_not_of(" \t\r\n:,", from), text_.size());
  }
  bool Refuse(std::string reason, std::size_t at) {
    if (error.empty()) {
      error = std::move(reason);
      error_begin = at;
    }
    return false;
  }
  bool Refuse(std::string reason) { return Refuse(std::move(reason), Begin()); }
  bool Number(std::string digits) {
    return Add(Make(JsonKind::kNumber, std::move(digits)));
  }
  bool Count() { return ++count_ <= kMaxValues || Refuse("too many values"); }
  bool Add(JsonValue value) {
    if (!Count()) return false;
    value.begin = Begin();
    last_ = reached_;
    (stack_.empty() ? root : stack_.back().items.emplace_back()) = std::move(value);
    return true;
  }
  bool Open(JsonKind kind) {
    if (stack_.size() >= kMaxDepth) return Refuse("nested too deep");
    stack_.push_back(Make(kind));
    stack_.back().begin = Begin();
    last_ = reached_;
    return Count();
  }
  bool Close() {
    last_ = reached_;
    JsonValue closed = std::move(stack_.back());
    stack_.pop_back();
    (stack_.empty() ? root : stack_.back().items.emplace_back()) = std::move(closed);
    return true;
  }

  std::string_view text_;
  const char* reached_;           // what the parser has read
  const char* last_;              // and had read when the last value or key came
  std::vector<JsonValue> stack_;  // the arrays and objects that are open
  std::size_t count_ = 0;
};

}  // namespace

const JsonValue* JsonValue::Find(std::string_view key) const {
  const auto it = std::find(keys.begin(), keys.end(), key);
  return it == keys.end() ? nullptr : &items[static_cast<std::size_t>(it - keys.begin())];
}

Result<JsonValue> ParseJson(std::string_view json, JsonPlace place) {
  if (json.size() > kMaxBytes) return BadJson("larger than 32 MiB");
  Builder builder(json);
  bool parsed = false;
  try {
    parsed = nlohmann::ordered_json::sax_parse(builder.begin(), builder.end(), &builder);
  } catch (const std::exception& error) {
    return BadJson(error.what());
  }
  if (parsed) return std::move(builder.root);
  const std::string at = place == JsonPlace::kLine
                             ? LineAndColumn(json, builder.error_begin)
                             : "byte " + std::to_string(builder.error_begin);
  return BadJson(at + ": " + builder.error);
}

std::string LineAndColumn(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::string_view in_line = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0
  return std::to_string(line) + ":" + std::to_string(DecodeUtf8(in_line).size() + 1);
}

}  // namespace gongkai
