// Poppler's own word builder (TextPage) is not used: it makes the words of Type 3 fonts, which
// Chromium writes, twice as high as they are, drops glyphs without Unicode, and keeps fake bold.
#include "extract/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/pdf_characters.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// Tangent of the angle to the nearest axis from which on text is diagonal, as Poppler has it
// (diagonalThreshold). Slanted letters (fake italics) stand on an upright line.
constexpr double kDiagonal = 0.1;

// Parts of the font size. A gap that is wider ends the word, as Poppler has it (minWordBreakSpace).
constexpr double kGap = 0.1;

// Parts of the font size. Full-width punctuation may be set half an em tighter than it is wide.
constexpr double kOverlap = 0.6;

// Points, and parts of the font size: how far a glyph may stand off the line of its word.
constexpr double kOffLine = 0.5, kOffLineOfSize = 0.05;

// Parts: how much the sizes within a word may differ. Rounding.
constexpr double kSameSize = 0.05;

// Parts of the font size between which glyphs are wide. A Type 3 font whose glyphs are not has a
// size that means nothing (1, with the glyphs drawn in points).
constexpr double kNarrowest = 0.15, kWidest = 1.5;

// Points: no page is larger (PDF allows 200 inches), and no glyph.
constexpr double kFarthest = 20000;

constexpr int kFillAndStroke = 2;  // text render mode: how a face without bold is made bold

double Along(const Glyph& glyph, double x, double y) {  // the reading direction
  return glyph.turn == 0 ? x : glyph.turn == 1 ? y : glyph.turn == 2 ? -x : -y;
}

double Baseline(const Glyph& glyph) { return glyph.turn % 2 == 0 ? glyph.y : glyph.x; }

// By the directions of the letters' axes on the page. False where the text is diagonal.
bool FindTurn(const GfxState* state, const PdfFont& font, int& turn) {
  double m[4];
  state->getFontTransMat(&m[0], &m[1], &m[2], &m[3]);
  if (font.type3) {
    const double* f = font.matrix;
    const double n[4] = {f[0] * m[0] + f[1] * m[2], f[0] * m[1] + f[1] * m[3],
                         f[2] * m[0] + f[3] * m[2], f[2] * m[1] + f[3] * m[3]};
    std::copy_n(n, 4, m);
  }
  const double along_x = std::fabs(m[0]), along_y = std::fabs(m[1]);
  if (std::min(along_x, along_y) > kDiagonal * std::max(along_x, along_y)) return false;
  turn = along_x >= along_y ? (m[0] > 0 || m[3] < 0 ? 0 : 2) : (m[2] > 0 ? 1 : 3);
  if (font.vertical) turn = (turn + 1) % 4;
  return true;
}

// The advance without the spacing behind the glyph, which is no part of it.
void FindAdvance(const GfxState* state, double dx, double dy, CharCode code, bool vertical,
                 Glyph& glyph) {
  double spacing = state->getCharSpace() + (code == ' ' ? state->getWordSpace() : 0);
  double space_x = 0, space_y = 0;
  if (vertical) {
    state->textTransformDelta(0, spacing, &space_x, &space_y);
  } else {
    state->textTransformDelta(spacing * state->getHorizScaling(), 0, &space_x, &space_y);
  }
  state->transformDelta(dx - space_x, dy - space_y, &glyph.dx, &glyph.dy);
}

double FindSize(const GfxState* state, const PdfFont& font, const Glyph& glyph) {
  const double size = state->getTransformedFontSize();
  if (!font.type3) return size;
  const double width = std::hypot(glyph.dx, glyph.dy);
  if (width == 0 || (width > kNarrowest * size && width < kWidest * size)) return size;
  const bool wide = !glyph.text.empty() && IsWide(glyph.text.front());
  return wide ? width : 2 * width;
}

Box GlyphBox(const Glyph& glyph, const PdfFont& font) {
  const double up = font.ascent * glyph.size, down = font.descent * glyph.size;
  Box box{std::min(glyph.x, glyph.x + glyph.dx), std::min(glyph.y, glyph.y + glyph.dy),
          std::max(glyph.x, glyph.x + glyph.dx), std::max(glyph.y, glyph.y + glyph.dy)};
  const double half = glyph.size / 2;
  double before = 0, behind = 0;  // left or above of the baseline, right or below of it
  switch (glyph.turn) {
    case 0: before = up, behind = -down; break;
    case 1: before = -down, behind = up; break;
    case 2: before = -down, behind = up; break;
    default: before = up, behind = -down; break;
  }
  if (font.vertical) before = behind = half;
  if (glyph.turn % 2 == 0) {
    box.y0 = glyph.y - before, box.y1 = glyph.y + behind;
  } else {
    box.x0 = glyph.x - before, box.x1 = glyph.x + behind;
  }
  return box;
}

// Mirrored text runs against its own letters: the glyph then starts at its other end.
void TurnForward(Glyph& glyph) {
  if (Along(glyph, glyph.dx, glyph.dy) >= 0) return;
  glyph.x += glyph.dx, glyph.y += glyph.dy;
  glyph.dx = -glyph.dx, glyph.dy = -glyph.dy;
}

bool OnPage(const Box& box, double width, double height) {
  return box.x1 > 0 && box.y1 > 0 && box.x0 < width && box.y0 < height;
}

std::u32string Characters(CharCode code, const Unicode* u, int length) {
  std::u32string text;
  for (int i = 0; i < length; ++i) text.push_back(PdfCharacter(u[i]));
  if (length <= 0) text.push_back(code == ' ' ? U' ' : U'\uFFFD');
  return text;
}

bool OnOneLine(const std::vector<Glyph>& glyphs) {
  return std::all_of(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
    const Glyph& first = glyphs.front();
    return glyph.turn == first.turn &&
           std::fabs(Baseline(glyph) - Baseline(first)) <= kOffLineOfSize * first.size + kOffLine &&
           Along(glyph, glyph.x, glyph.y) >= Along(first, first.x, first.y) - first.size;
  });
}

}  // namespace

void PageText::Draw(const GfxState* state, double x, double y, double dx, double dy, CharCode code,
                    const Unicode* u, int length) {
  Glyph glyph;
  glyph.font = font_;
  const PdfFont& font = fonts_[glyph.font];
  if (!FindTurn(state, font, glyph.turn)) return;
  state->transform(x, y, &glyph.x, &glyph.y);
  FindAdvance(state, dx, dy, code, font.vertical, glyph);
  glyph.text = Characters(code, u, length);
  glyph.size = FindSize(state, font, glyph);
  const double farthest = std::max({std::fabs(glyph.x), std::fabs(glyph.y), std::fabs(glyph.dx),
                                    std::fabs(glyph.dy), std::fabs(glyph.size)});
  if (!(farthest < kFarthest)) return;  // or no number
  TurnForward(glyph);
  // A glyph without Unicode is told from others by its code.
  const bool known = length > 0 && glyph.text.front() != U'\uFFFD';
  const char32_t same = known ? glyph.text.front() : (char32_t{1} << 31 | code);
  const bool bold = font.bold || (state->getRender() & 3) == kFillAndStroke;
  glyph.drawing = twins_.Add(same, glyph.x, glyph.y, glyph.size, bold);
  if (glyph.drawing == TwinFinder::kTwin) return;
  if (actual_text_) {
    actual_glyphs_.push_back(std::move(glyph));
  } else {
    Add(glyph);
  }
}

void PageText::BeginActualText(std::u32string text) {
  EndActualText();
  actual_text_ = std::move(text);
}

void PageText::EndActualText() {
  if (!actual_text_) return;
  std::vector<Glyph> glyphs = std::exchange(actual_glyphs_, {});
  const std::u32string text = std::exchange(actual_text_, std::nullopt).value();
  if (glyphs.empty() || text.empty()) return;
  if (!OnOneLine(glyphs)) {
    for (const Glyph& glyph : glyphs) Add(glyph);
    return;
  }
  Glyph whole = glyphs.front();
  const Glyph& last = glyphs.back();
  (whole.turn % 2 == 0 ? whole.dx : whole.dy) =
      whole.turn % 2 == 0 ? last.x + last.dx - whole.x : last.y + last.dy - whole.y;
  whole.text.clear();
  for (const char32_t c : text) whole.text.push_back(PdfCharacter(c));
  Add(whole);
}

// Several characters of one glyph share its width, so that white space among them can end the word.
void PageText::Add(const Glyph& glyph) {
  const auto count = static_cast<double>(glyph.text.size());
  Glyph part = glyph;
  part.dx = glyph.dx / count;
  part.dy = glyph.dy / count;
  for (const char32_t c : glyph.text) {
    if (IsSpace(c)) {
      EndWord();
    } else {
      AddCharacter(part, c);
    }
    part.x += part.dx;
    part.y += part.dy;
  }
}

bool PageText::Continues(const Glyph& part) const {
  const Word& word = open_->word;
  if (word.rotation != 90 * part.turn) return false;
  if (std::fabs(word.font_size - part.size) > kSameSize * word.font_size) return false;
  const double off_line = std::fabs(Baseline(part) - open_->baseline);
  if (off_line > std::max(kOffLine, kOffLineOfSize * part.size)) return false;
  const double start = Along(part, part.x, part.y);
  return start - open_->end <= kGap * part.size && start - open_->end >= -kOverlap * part.size &&
         start >= open_->start - kGap * part.size;
}

void PageText::AddCharacter(const Glyph& part, char32_t c) {
  const PdfFont& font = fonts_[part.font];
  const Box box = GlyphBox(part, font);
  if (open_ && !Continues(part)) EndWord();
  if (!open_) {
    open_ = Draft{};
    open_->word.box = box;
    open_->word.font = font.name;
    open_->word.font_size = part.size;
    open_->word.rotation = 90 * part.turn;
    open_->baseline = Baseline(part);
  }
  Word& word = open_->word;
  word.box = Union(word.box, box);
  word.text += EncodeUtf8(std::u32string_view(&c, 1));
  open_->start = Along(part, part.x, part.y);
  open_->end = Along(part, part.x + part.dx, part.y + part.dy);
  open_->drawings.push_back(part.drawing);
}

void PageText::EndWord() {
  if (open_) drafts_.push_back(std::move(*open_));
  open_.reset();
}

std::vector<Word> PageText::TakeWords(double page_width, double page_height) {
  EndActualText();
  EndWord();
  std::vector<Word> words;
  words.reserve(drafts_.size());
  for (Draft& draft : drafts_) {
    if (!OnPage(draft.word.box, page_width, page_height)) continue;
    const auto bold = std::count_if(draft.drawings.begin(), draft.drawings.end(),
                                    [&](std::size_t drawing) { return twins_.Bold(drawing); });
    draft.word.bold = 2 * bold > static_cast<std::ptrdiff_t>(draft.drawings.size());
    words.push_back(std::move(draft.word));
  }
  drafts_.clear();
  twins_ = TwinFinder();
  return words;
}

}  // namespace gongkai
