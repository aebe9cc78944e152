// Glyphs in the space of the page, and the telling of those that were drawn twice.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace gongkai {

// One glyph as drawn. Points of the page, y downwards.
struct Glyph {
  std::u32string text;        // U+FFFD where the font does not say; may be several characters
  double x = 0, y = 0;        // where it starts, on its baseline (vertical writing: its top centre)
  double dx = 0, dy = 0;      // from there to where the next one would start
  double size = 0;            // of the font, along the line's height
  int turn = 0;               // of the reading direction, quarters clockwise: 0 to 3
  std::size_t font = 0;       // an index of PdfFonts
  std::size_t drawing = 0;    // an index of TwinFinder
};

// Fake bold and shadows draw the same character twice, a little shifted.
class TwinFinder {
 public:
  // The number of the drawing of `character` at (x, y) with a font of `size` points, or kTwin
  // where it has been drawn there before; where the second is shifted against the first, it makes
  // that one bold. Numbers count from 0.
  static constexpr std::size_t kTwin = static_cast<std::size_t>(-1);
  std::size_t Add(char32_t character, double x, double y, double size, bool bold);

  bool Bold(std::size_t drawing) const { return drawings_[drawing].bold; }

 private:
  struct Drawing {
    double x = 0, y = 0;
    char32_t character = 0;
    int next = -1;  // in the same bucket
    bool bold = false;
  };
  static std::size_t Bucket(double cell_x, double cell_y);
  Drawing* FindTwin(char32_t character, double x, double y, double size);

  std::vector<int> heads_ = std::vector<int>(4096, -1);  // the newest drawing of each bucket
  std::vector<Drawing> drawings_;
};

}  // namespace gongkai
