#include "ocr/upright.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <utility>

#include "model/stage_times.h"
#include "ocr/clean.h"
#include "ocr/form_line.h"
#include "ocr/line_crop.h"
#include "ocr/page_streaks.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kRadians = 3.14159265358979323846 / 180;

// Points. Paper's short side, from A5 to A3: a page said to be of another size was given a wrong
// resolution, and its print is taken to be that of A4.
constexpr double kLeastSide = 400, kMostSide = 860, kUsualSide = 595;

// Lines that are tried, and how much of each: enough to tell an upright line, which Tesseract reads
// at 0.8 and more, from one on its head (0.2 to 0.5).
constexpr std::size_t kFormLines = 8, kEngineLines = 3;
// Em. Labels are short; the form's reader would take its time over a line of prose, and refuse it.
constexpr double kMostFormEms = 14;
constexpr double kLeastEms = 3, kMostEms = 10;
constexpr std::size_t kFormLinesToBeSure = 2;
constexpr double kUprightConfidence = 0.65;
// Another way has to be better by this to be believed.
constexpr double kBetter = 0.1;

// Lines that words can be told by: not lone marks or numbers.
std::vector<PrintLine> LinesToTry(const UprightPage& page) {
  std::vector<PrintLine> lines = FindPrintLines(page.pieces, page.typical);
  std::erase_if(lines, [](const PrintLine& line) {
    return line.box.Width() < kLeastEms * line.em || line.pieces.size() < 3;
  });
  return lines;
}

bool HasFormLines(const UprightPage& page, const std::vector<PrintLine>& lines) {
  std::size_t read = 0, tried = 0;
  for (const PrintLine& line : lines) {
    if (line.box.Width() > kMostFormEms * line.em) continue;
    if (++tried > kFormLines) return false;
    if (ReadFormLine(LineOf(page.print, line.box).View())) ++read;
    if (read == kFormLinesToBeSure) return true;
  }
  return false;
}

// How surely the engine reads some of the page's longest lines, 0 to 1: the second best of them,
// since one may read the same on its head, as a row of noughts does.
double EngineConfidence(const UprightPage& page, std::vector<PrintLine> lines, LineEngine& engine) {
  std::stable_sort(lines.begin(), lines.end(), [](const PrintLine& a, const PrintLine& b) {
    return a.box.Width() > b.box.Width();
  });
  lines.resize(std::min(lines.size(), kEngineLines));
  double best = 0, second = 0;
  for (const PrintLine& line : lines) {
    PixelBox box = line.box;
    box.x1 = std::min(box.x1, box.x0 + static_cast<int>(kMostEms * line.em));
    const double sure = engine.ReadLine(PaddedLineOf(page.print, box, line.em).View()).confidence;
    second = std::max(second, std::min(best, sure));
    best = std::max(best, sure);
    if (second >= kUprightConfidence) break;
  }
  return lines.size() > 1 ? second : best;
}

double Uprightness(const UprightPage& page, LineEngine& engine) {
  const std::vector<PrintLine> lines = LinesToTry(page);
  if (HasFormLines(page, lines)) return 1;
  return EngineConfidence(page, lines, engine);
}

void DropSpecks(UprightPage& page) {
  const std::vector<PixelBox> specks = FindSpecks(page.pieces, page.typical);
  if (specks.empty()) return;
  std::set<std::pair<int, int>> gone;
  for (const PixelBox& speck : specks) {
    gone.emplace(speck.x0, speck.y0);
    const int x0 = std::max(0, speck.x0 - 1), x1 = std::min(page.print.width, speck.x1 + 1);
    for (int y = std::max(0, speck.y0 - 1); y < std::min(page.print.height, speck.y1 + 1); ++y) {
      const auto row = page.print.samples.begin() + std::ptrdiff_t{y} * page.print.width;
      std::fill(row + x0, row + x1, static_cast<unsigned char>(kPaperLevel));
    }
  }
  std::erase_if(page.pieces, [&](const PixelBox& p) { return gone.count({p.x0, p.y0}) > 0; });
}

// From the straightened picture's points to those of the page as it came: turned back by the skew
// about the middle, then by the quarters.
Affine BackToShown(double width, double height, int quarters, double skew) {
  const double c = std::cos(skew * kRadians), s = std::sin(skew * kRadians);
  const double mx = width / 2, my = height / 2;
  // Rotate() turned clockwise by `skew`; this turns back.
  const Affine straight{c, s, mx - c * mx - s * my, -s, c, my + s * mx - c * my};
  switch (quarters % 4) {
    case 1: return {straight.yx, straight.yy, straight.y0,
                    -straight.xx, -straight.xy, width - straight.x0};
    case 2: return {-straight.xx, -straight.xy, width - straight.x0,
                    -straight.yx, -straight.yy, height - straight.y0};
    case 3: return {-straight.yx, -straight.yy, height - straight.y0,
                    straight.xx, straight.xy, straight.x0};
    default: return straight;
  }
}

}  // namespace

Raster CleanPicture(const ScannedPage& page) {
  const StageTimer timer(Stage::kClean);
  Raster grey = DropSeal(page.raster);
  const double side = std::min(page.width, page.height);
  const double paper = side < kLeastSide || side > kMostSide ? kUsualSide / side : 1;
  const auto pixels = [paper](double points) {
    return std::max(1, static_cast<int>(std::lround(points * paper * kWorkingDpi / kPointsPerInch)));
  };
  grey = ScaleTo(grey, pixels(page.width), pixels(page.height));
  grey = DropDarkEdges(std::move(grey));
  return grey.bilevel ? grey : FlattenLight(grey);
}

UprightPage Straighten(const ScannedPage& page, const Raster& clean, int quarters) {
  const StageTimer timer(Stage::kClean);
  UprightPage out;
  Raster grey = TurnQuarters(clean, quarters);
  out.width = quarters % 2 == 0 ? page.width : page.height;
  out.height = quarters % 2 == 0 ? page.height : page.width;
  out.scale = out.width / grey.width;
  const double skew = FindSkew(grey);
  grey = Rotate(grey, skew);
  out.shown = BackToShown(out.width, out.height, quarters, skew);
  {
    const StageTimer rulings(Stage::kRulings);
    out.rulings = FindInkLines(grey);
    if (!page.raster.bilevel && !out.rulings.page_streaks.empty()) {
      PaledPage paled = PaleStreaks(std::move(grey), out.rulings.page_streaks);
      grey = std::move(paled.grey);
      out.rulings = FindInkLines(grey);
      out.rulings.paled = std::move(paled.streaks);
    }
    out.print = EraseInkLines(std::move(grey), out.rulings);
  }
  const StageTimer pieces(Stage::kPieces);
  out.pieces = FindInkPieces(out.print, kInkLevel);
  out.typical = TypicalHeight(out.pieces);
  DropSpecks(out);
  return out;
}

UprightPage StandUpright(const ScannedPage& page, const Raster& clean, LineEngine& engine) {
  UprightPage best = Straighten(page, clean, 0);
  if (best.pieces.empty()) return best;
  double most = Uprightness(best, engine);
  if (most >= kUprightConfidence) return best;
  for (const int quarters : {2, 1, 3}) {
    UprightPage other = Straighten(page, clean, quarters);
    const double confidence = Uprightness(other, engine);
    if (confidence < most + kBetter) continue;
    most = confidence;
    best = std::move(other);
  }
  return best;
}

}  // namespace gongkai
