// JSON text, written piece by piece. Containers are indented by two spaces; one that is opened as a
// line stays on one line with all that is in it, so that a row of a table reads as a row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/decimal.h"
#include "model/geometry.h"

namespace gongkai {

class JsonWriter {
 public:
  enum class Style { kBlock, kLine };

  void OpenObject(Style style = Style::kBlock) { Open('{', style); }
  void OpenArray(Style style = Style::kBlock) { Open('[', style); }
  void Close();  // REQUIRES: something is open
  void Key(std::string_view key);
  void String(std::string_view text);  // broken UTF-8 becomes U+FFFD
  void Number(const Decimal& value) { Literal(value.ToString()); }
  void Integer(std::int64_t value) { Literal(std::to_string(value)); }
  void Bool(bool value) { Literal(value ? "true" : "false"); }
  void Null() { Literal("null"); }
  void Literal(std::string_view text);  // as it stands: a number, true, false, null

  std::string Take() && { return std::move(out_); }

 private:
  struct Level {
    char close;
    bool line;
    bool empty = true;
  };

  void Open(char bracket, Style style);
  void Separate();     // before a key, or a value of an array
  void BeforeValue();  // before any value
  void Break();        // the line break or space that parts two members
  void Quote(std::string_view text);

  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

// `number` to `places` decimals, as an exact decimal. Not a number becomes 0; a page is far below
// a million points.
Decimal Rounded(double number, int places);

std::string WithPoint(const Decimal& number);  // with one decimal at least: 486.0, 1.0

void WriteBox(JsonWriter& out, const Box& box);  // [x0, y0, x1, y1], to a tenth of a point

}  // namespace gongkai
