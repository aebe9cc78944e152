#include "normalize/report_json_out.h"

#include <algorithm>
#include <cmath>

#include "model/unicode.h"

namespace gongkai {

void JsonWriter::Break() {
  out_.push_back('\n');
  out_.append(2 * levels_.size(), ' ');
}

void JsonWriter::Separate() {
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_.push_back(',');
  if (!level.line) {
    Break();
  } else if (!level.empty) {
    out_.push_back(' ');
  }
  level.empty = false;
}

void JsonWriter::BeforeValue() {
  if (!after_key_) Separate();
  after_key_ = false;
}

void JsonWriter::Open(char bracket, Style style) {
  BeforeValue();
  out_.push_back(bracket);
  const bool line = style == Style::kLine || (!levels_.empty() && levels_.back().line);
  levels_.push_back({bracket == '{' ? '}' : ']', line});
}

void JsonWriter::Close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.line && !level.empty) Break();
  out_.push_back(level.close);
  if (levels_.empty()) out_.push_back('\n');
}

void JsonWriter::Key(std::string_view key) {
  Separate();
  Quote(key);
  out_ += ": ";
  after_key_ = true;
}

void JsonWriter::String(std::string_view text) {
  BeforeValue();
  Quote(text);
}

void JsonWriter::Literal(std::string_view text) {
  BeforeValue();
  out_ += text;
}

void JsonWriter::Quote(std::string_view text) {
  if (!IsValidUtf8(text)) return Quote(EncodeUtf8(DecodeUtf8(text)));
  constexpr std::string_view kHex = "0123456789abcdef";
  out_.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_.push_back('\\');
      out_.push_back(c);
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (c == '\t') {
      out_ += "\\t";
    } else if (byte < 0x20) {
      out_ += "\\u00";
      out_.push_back(kHex[byte >> 4]);
      out_.push_back(kHex[byte & 0xF]);
    } else {
      out_.push_back(c);
    }
  }
  out_.push_back('"');
}

Decimal Rounded(double number, int places) {
  const double bounded = std::isfinite(number) ? std::clamp(number, -1e6, 1e6) : 0.0;
  return Decimal::Make(std::llround(bounded * std::pow(10, places)), places).value_or(Decimal());
}

std::string WithPoint(const Decimal& number) {
  return number.IsInteger() ? number.ToString() + ".0" : number.ToString();
}

void WriteBox(JsonWriter& out, const Box& box) {
  out.OpenArray(JsonWriter::Style::kLine);
  for (const double x : {box.x0, box.y0, box.x1, box.y1}) out.Literal(WithPoint(Rounded(x, 1)));
  out.Close();
}

}  // namespace gongkai
