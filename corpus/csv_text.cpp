#include "corpus/csv_text.h"

#include <algorithm>
#include <array>

#include "model/decimal.h"

namespace gongkai {
namespace {

constexpr auto kFormulaMarks =
    std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"});

bool IsNumber(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return Decimal::Parse(text).has_value();
}

}  // namespace

std::string WithoutFormula(std::string_view text) {
  std::string_view rest = text;
  rest.remove_prefix(std::min(rest.find_first_not_of('\''), rest.size()));
  const bool formula = std::any_of(kFormulaMarks.begin(), kFormulaMarks.end(), [&](auto mark) {
    return rest.starts_with(mark) && rest != mark;
  });
  return (formula && !IsNumber(text) ? "'" : "") + std::string(text);
}

void AppendCsvField(std::string& line, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace gongkai
