// The line falls into parts with blank paper between; every run of parts that may be one character
// is looked at, and the cheapest way through the line is its reading.
#include "ocr/form_line.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "model/stage_times.h"
#include "ocr/form_ink.h"
#include "ocr/form_net.h"
#include "ocr/form_piece.h"
#include "ocr/form_reading.h"

namespace gongkai {
namespace {

// A line of 45 characters has about 80 pieces; noise has thousands.
constexpr std::size_t kMaxPieces = 400;

struct Glyph {
  FormPiece piece;
  FormInputs inputs;
  FormGuess guess;

  int Parts() const { return piece.last - piece.first + 1; }
};

// The glyphs of the cheapest reading, from left to right; none where no reading is complete. A
// glyph costs by its parts, so that many parts are not read as one for the sake of cheapness.
std::vector<Glyph> CheapestPath(const std::vector<Glyph>& glyphs, int parts) {
  constexpr int kNever = std::numeric_limits<int>::max();
  std::vector<int> costs(static_cast<std::size_t>(parts) + 1, kNever);
  std::vector<int> arrived(costs.size(), -1);
  costs[0] = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {  // ordered by first: what it builds on is done
    const Glyph& glyph = glyphs[i];
    const int before = costs[static_cast<std::size_t>(glyph.piece.first)];
    if (before == kNever) continue;
    const int cost = before + glyph.guess.cost * glyph.Parts();
    int& after = costs[static_cast<std::size_t>(glyph.piece.last) + 1];
    if (cost >= after) continue;
    after = cost;
    arrived[static_cast<std::size_t>(glyph.piece.last) + 1] = static_cast<int>(i);
  }
  std::vector<Glyph> path;
  for (int at = parts; at > 0;) {
    const int step = arrived[static_cast<std::size_t>(at)];
    if (step < 0) return {};
    path.push_back(glyphs[static_cast<std::size_t>(step)]);
    at = path.back().piece.first;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

// Dirt that stands alone; a full stop is as small and is told apart by the nets.
bool MayBeSpeck(const FormPiece& piece, int em) {
  const int side = std::max(piece.box.Width(), piece.box.Height());
  return piece.first == piece.last && side * 100 <= em * 14;
}

constexpr auto kWesternMarks = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"（", "("}, {"）", ")"}, {"，", ","}, {"：", ":"}, {"；", ";"}});

// Whether the mark has less room than a full character. At an end of the line nothing says so.
bool IsNarrow(const std::vector<Glyph>& path, std::size_t at, int em) {
  if (at == 0 || at + 1 >= path.size()) return false;
  const int room = path[at + 1].piece.box.x0 - path[at - 1].piece.box.x1;
  // A western mark takes a third of the type's size, a full-width one all of it.
  return room * 100 < em * 62;
}

std::string_view Printed(const std::vector<Glyph>& path, std::size_t at, int em) {
  const std::string_view text = path[at].guess.text;
  const auto mark = std::find_if(kWesternMarks.begin(), kWesternMarks.end(),
                                 [&](const auto& pair) { return pair.first == text; });
  return mark != kWesternMarks.end() && IsNarrow(path, at, em) ? mark->second : text;
}

// Chinese characters begin at U+4E00: three bytes from E4 on; 一 alone may as well be a dash.
bool IsHan(std::string_view text) {
  return text.size() == 3 && static_cast<unsigned char>(text[0]) >= 0xE4 &&
         static_cast<unsigned char>(text[0]) < 0xEF && text != "一";
}

// Whether between two glyphs there is something that is fainter than ink and more than noise: a
// stroke that was lost.
bool LeavesInk(const FormInk& ink, const std::vector<Glyph>& path) {
  constexpr int kEdge = 2;    // pixels: how far blur reaches from a glyph
  constexpr int kFaint = 70;  // of 255; noise of 25 grey levels is above it in 1 of 1,000 pixels
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    int faint = 0;
    for (int y = std::max(0, ink.top); y < ink.bottom; ++y) {
      const std::uint8_t* row = ink.shade.data() + std::ptrdiff_t{y} * ink.width;
      const int to = path[i + 1].piece.box.x0 - kEdge;
      for (int x = path[i].piece.box.x1 + kEdge; x < to; ++x) faint += row[x] >= kFaint;
    }
    if (faint * 3 > ink.Em()) return true;
  }
  return false;
}

std::vector<Glyph> LookAtAll(const FormInk& ink, const std::vector<FormPiece>& pieces) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(2 * pieces.size());
  for (const FormPiece& piece : pieces) {
    const FormInputs inputs = LookAtPiece(ink, piece.box);
    const FormGuesses guesses = GuessFormCharacter(inputs);
    glyphs.push_back({piece, inputs, guesses.character});
    if (MayBeSpeck(piece, ink.Em())) glyphs.push_back({piece, inputs, guesses.none});
  }
  return glyphs;
}

// From here on a glyph is as sure as the less sure of the two nets.
void ConfirmPath(std::vector<Glyph>& path, int em) {
  for (Glyph& glyph : path) {
    const double second = ConfirmFormCharacter(glyph.inputs, glyph.guess.text);
    const double both = std::min(glyph.guess.sure, second);
    // A dot and dirt look alike: the nets are half as sure of them as they say.
    glyph.guess.sure = MayBeSpeck(glyph.piece, em) ? both * both : both;
  }
}

double LeastSure(const std::vector<Glyph>& path) {
  double sure = 1;
  for (const Glyph& glyph : path) sure = std::min(sure, glyph.guess.sure);
  return sure;
}

bool IsDigit(const Glyph& glyph) {
  return glyph.guess.text.size() == 1 && glyph.guess.text[0] >= '0' && glyph.guess.text[0] <= '9';
}

// Of the least sure digit where the line holds a number other than its own (1. or 12、): else 1.
double LeastSureDigit(const std::vector<Glyph>& path) {
  const auto first = std::find_if_not(path.begin(), path.end(), IsDigit);
  const bool numbered =
      first != path.end() && (first->guess.text == "." || first->guess.text == "、");
  if (std::none_of(numbered ? first : path.begin(), path.end(), IsDigit)) return 1;
  double sure = 1;
  for (const Glyph& glyph : path) {
    if (IsDigit(glyph)) sure = std::min(sure, glyph.guess.sure);
  }
  return sure;
}

// Brackets around nothing are a round digit whose thin ink is lost above and below.
bool HasEmptyBrackets(const std::vector<Glyph>& path) {
  return std::adjacent_find(path.begin(), path.end(), [](const Glyph& a, const Glyph& b) {
           return a.guess.text == "（" && b.guess.text == "）";
         }) != path.end();
}

// Whether behind a digit, low down, a speck was left out that may have been its full stop.
bool MayLackStop(const FormInk& ink, const std::vector<Glyph>& path) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    if (!IsDigit(path[i])) continue;
    const int from = path[i].piece.box.x1, to = path[i + 1].piece.box.x0;
    for (const PixelBox& speck : ink.specks) {
      const bool low = (speck.y1 - ink.top) * 3 > ink.Em() * 2 && speck.y0 < ink.bottom;
      if (low && speck.x0 >= from && speck.x1 <= to) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<FormReading> ReadWholeFormLine(const GreyView& line) {
  const std::optional<FormInk> ink = FindFormInk(line);
  if (!ink) return std::nullopt;
  const std::vector<FormPiece> pieces = FindFormPieces(*ink);
  if (pieces.empty() || pieces.size() > kMaxPieces) return std::nullopt;
  std::vector<Glyph> path =
      CheapestPath(LookAtAll(*ink, pieces), static_cast<int>(ink->parts.size() / 2));
  ConfirmPath(path, ink->Em());
  const double sure = LeastSure(path);
  const bool ink_left = LeavesInk(*ink, path);
  std::erase_if(path, [](const Glyph& glyph) { return glyph.guess.text.empty(); });
  if (path.empty() || ink_left || MayLackStop(*ink, path) || HasEmptyBrackets(path)) {
    return std::nullopt;
  }
  FormReading reading{{"", sure, path.front().piece.box}, LeastSureDigit(path), false};
  PixelBox& box = reading.line.box;
  for (std::size_t i = 0; i < path.size(); ++i) {
    reading.line.text += Printed(path, i, ink->Em());
    reading.chinese = reading.chinese || IsHan(path[i].guess.text);
    const PixelBox& one = path[i].piece.box;
    box = {box.x0, std::min(box.y0, one.y0), one.x1, std::max(box.y1, one.y1)};
  }
  return reading;
}

std::optional<FormLine> ReadFormLine(const GreyView& line) {
  const StageTimer timer(Stage::kForm);
  // At 0.7 about one line in 2,000 of clean and office scans is wrong, at 0.5 three. A
  // number has no neighbours that would show a misreading.
  constexpr double kCertain = 0.7, kCertainNumber = 0.9;
  std::optional<FormReading> reading = ReadWholeFormLine(line);
  if (!reading || !reading->chinese) return std::nullopt;
  if (reading->line.confidence < kCertain || reading->digits < kCertainNumber) return std::nullopt;
  return std::move(reading->line);
}

}  // namespace gongkai
