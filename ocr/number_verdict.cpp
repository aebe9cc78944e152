// Two readers that agree settle a shape that both can see. Of ink that is not there any more they
// know nothing, and there they err together.
#include "ocr/number_verdict.h"

#include <algorithm>
#include <string_view>

namespace gongkai {
namespace {

// Where only shapes were in doubt, the engine's agreement settles the number: it errs on others.
constexpr double kSettled = 0.92;
// From here on both nets hold every digit to be five times as likely as any other. Below it, what a
// copy left of a digit looks like another one to every reader: a 4 without its hairlines is a 1. In
// 118 scans 18 numbers were settled from less, 2 of them wrong, and 199 from more, none wrong.
constexpr double kSettleable = 0.7;
// Of a grid's numbers. In 38 bad scans the two whose 4s became 1s had 9 and 31 % in pieces, the
// others 3 % and less.
constexpr double kBrokenPrint = 0.05;
// What two readers that agree, and two that do not, make of a number that is still doubtful.
constexpr double kAgreed = 0.85, kDisagreed = 0.4, kEngineAlone = 0.3;
// A dash is at least so many times as wide as high, and so many pixels wide: nothing else in a cell
// is, a 1 least of all.
constexpr int kDashShape = 3, kDashWidth = 8;

// Whether the numbers' own reader can have seen all of it. Where only shapes are in doubt it knows
// that there is no room for a point; in print that fell to pieces it knows better than others which
// of them are points.
bool KnowsMarks(const NumberInk& ink, std::string_view text) {
  const bool points = ink.only_shapes || ink.broken;
  return text.find_first_not_of(points ? "0123456789.,-" : "0123456789") == text.npos;
}

}  // namespace

void DoubtOnes(std::span<NumberInk* const> numbers) {
  const auto broken = std::ranges::count_if(numbers, &NumberInk::broken);
  if (static_cast<double>(broken) <= kBrokenPrint * static_cast<double>(numbers.size())) return;
  for (NumberInk* ink : numbers) {
    if (ink->text.find('1') != std::string::npos) ink->only_shapes = false;
  }
}

bool IsLoneBar(const NumberInk& ink) {
  return ink.only_shapes && (ink.text == "-" || ink.text == "—") &&
         ink.box.Width() >= std::max(kDashWidth, kDashShape * ink.box.Height());
}

JudgedNumber JudgeNumber(const NumberInk& ink, const SecondOpinion& second) {
  if (IsLoneBar(ink)) return {ink.text, kSettled};
  if (second.text.empty()) {
    return {ink.text, ink.text.empty() ? 0 : std::min(ink.confidence, kDisagreed)};
  }
  if (second.text == ink.text) {
    const bool settled = second.engine && ink.only_shapes && ink.confidence >= kSettleable;
    return {ink.text, settled ? kSettled : std::max(ink.confidence, kAgreed)};
  }
  // Words and signs are what the numbers' reader cannot know: it reads 增 as some digit.
  if (ink.text.empty() || !KnowsMarks(ink, second.text)) return {second.text, kEngineAlone};
  return {ink.text, std::min(ink.confidence, kDisagreed)};
}

}  // namespace gongkai
