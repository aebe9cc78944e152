// An amount in 元 under a header in 万元: the form cannot tell, but the report's own text can, where
// it says the same fees in words. Only a difference of exactly the two units' factor is said.
#include <algorithm>
#include <optional>

#include <re2/re2.h>

#include "model/unicode.h"
#include "rules/catalogue.h"
#include "rules/check.h"

namespace gongkai {
namespace {

constexpr const char* kFees = "/active_disclosure/fees/amount";
constexpr int kTenThousand = 4;  // 1 万元 is 10^4 元

struct Stated {
  Decimal amount;  // in 万元
  std::string quote;
};

const re2::RE2& FeePattern() {
  // 行政事业性收费25.1万元, 收取行政事业性收费共计251000元
  static const re2::RE2 kPattern(
      "(行政事业性收费[^0-9。;%]{0,30}([0-9]{1,12}(?:\\.[0-9]{1,6})?)(万?元))");
  return kPattern;
}

// 251,000元 -> 251000元
std::string WithoutThousands(const std::string& text) {
  const auto digit = [&](std::size_t k) {
    return k < text.size() && text[k] >= '0' && text[k] <= '9';
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool mark = text[i] == ',' && i > 0 && digit(i - 1) && digit(i + 1) && digit(i + 2) &&
                      digit(i + 3) && !digit(i + 4);
    if (!mark) out.push_back(text[i]);
  }
  return out;
}

std::optional<Stated> FindStated(const Report& report) {
  for (const Section& section : report.sections) {
    if (section.text.find("收费") == section.text.npos) continue;
    const std::string text = WithoutThousands(FoldTight(section.text));
    std::string quote, number, unit;
    if (!re2::RE2::PartialMatch(text, FeePattern(), &quote, &number, &unit)) continue;
    const auto value = Decimal::Parse(number);
    const auto amount = value && unit == "元" ? value->TimesPowerOfTen(-kTenThousand) : value;
    if (amount) return Stated{*amount, quote};
  }
  return std::nullopt;
}

}  // namespace

void CheckFeeAmount(const ReportIndex& index, Findings& out) {
  const Reading* cell = index.Value(kFees);
  if (cell == nullptr || !cell->value) return;
  if (!cell->unit.empty()) return;  // cell.unit says so already
  if (*cell->value == Decimal(0)) return;
  const auto stated = FindStated(index.report());
  if (!stated || stated->amount.TimesPowerOfTen(kTenThousand) != *cell->value) return;
  Finding finding = NewFinding("cell.unit");
  finding.message = "cell.unit.contradiction";
  finding.at = {kFees};  // findings of cells name cells only; the text is quoted
  finding.expected = stated->amount;
  finding.actual = *cell->value;
  finding.details = {{"actual", cell->value->ToString()},
                     {"expected", stated->amount.ToString()},
                     {"quote", stated->quote}};
  out.found.push_back(std::move(finding));
}

}  // namespace gongkai
