// JSON text as a value in which a number keeps its digits: 7730.28 is never a double on the way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace gongkai {

enum class JsonKind { kNull, kBool, kNumber, kString, kArray, kObject };

struct JsonValue {
  JsonKind kind = JsonKind::kNull;
  bool boolean = false;
  std::string text;               // of a string; of a number, its digits as written
  std::vector<std::string> keys;  // of an object, beside items; no key twice
  std::vector<JsonValue> items;   // of an array or object
  std::size_t begin = 0;          // the byte of the text at which it begins

  // The member `key`, or null. A linear search: for objects whose keys we know.
  const JsonValue* Find(std::string_view key) const;
};

// How a fault's place in the text is said: of what programs write, and of what people write.
enum class JsonPlace { kByte, kLine };

// Error kBadJson with "byte N: reason" (or "line:column: reason") where it is no JSON, is not
// UTF-8, names a key twice, or is over a budget of bytes, depth or number of values (stated in the
// source).
Result<JsonValue> ParseJson(std::string_view json, JsonPlace place = JsonPlace::kByte);

// "12:7", both from 1; a column is a character.
std::string LineAndColumn(std::string_view text, std::size_t byte);

}  // namespace gongkai
