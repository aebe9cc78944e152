#include "extract/text_layer.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "extract/frequent_characters.h"
#include "extract/grid.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// Characters. A page number, a running header, a download site's stamp; the shortest page of a
// report that ends on it has a line of text, an agency's name and a date.
constexpr int kFewCharacters = 30;

// Parts of the page that pictures cover. Half: an earlier OCR's text lies under a scan of the page,
// which leaves margins at most. A tenth: a page with few words is a scan then; a seal, an emblem or
// a QR code covers 1 to 3 %.
constexpr double kMostOfPage = 0.5, kPartOfPage = 0.1;

// Painted curves that are a text: a Chinese character has 20 to 60, an emblem some hundred.
constexpr int kOutlinedText = 1000;

// Parts of the page's width and height: table 4, the form's smallest, takes 0.8 and 0.12. Pixels
// of its width: at 60 dpi a table is no longer legible.
constexpr double kTableWidth = 0.3, kTableHeight = 0.06;
constexpr int kTablePixels = 250;

// Square points of a picture for each character on it: a page of 12 point text has one on 300; a
// letterhead's page with three lines of text one on 5,000.
constexpr double kPointsPerCharacter = 5000;

// Points between two strips of one scan: rounding.
constexpr double kTouching = 1.5;
// A scan has at most some hundred strips and tiles; more are one picture, to bound the work.
constexpr std::size_t kMostPictures = 300;

// Chinese characters from which on their frequencies say something.
constexpr int kFewestHan = 40;

// Share of the Chinese characters that are among the 300 and the 40 most frequent ones. Of 300
// characters of a report, counted by lists made without it: at least 0.68 and 0.18 in real ones
// (median 0.86 and 0.39). Where the characters are mapped at random onto the 20,900 of Unicode's
// first block: 0.01 and 0.00; onto those of the same report: median 0.65 and 0.10.
constexpr double kFewestFrequent = 0.45, kFewestMostFrequent = 0.13;
constexpr std::size_t kMostFrequent = 40;

// Characters that are none (U+FFFD, private use, control): of the page's, and how many at least.
// Bullets of symbol fonts are private use, one a line at most, and a line has 30 characters.
constexpr double kMostBad = 0.05;
constexpr int kFewestBad = 10;

// Letters of Latin-1 and of scripts that no report is written in: GBK taken for Latin-1.
constexpr double kMostForeign = 0.2;

struct CharacterCounts {
  int all = 0, bad = 0, foreign = 0, han = 0, frequent = 0, most_frequent = 0;
};

bool IsBad(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool private_use = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
  return c == 0xFFFD || control || private_use;
}

// From À on up to where general punctuation begins; Hangul and what lies around it.
bool IsForeign(char32_t c) { return (c >= 0xC0 && c < 0x2000) || (c >= 0xA000 && c < 0xE000); }

void Count(const Word& word, CharacterCounts& counts) {
  for (const char32_t c : DecodeUtf8(word.text)) {
    ++counts.all;
    counts.bad += IsBad(c) ? 1 : 0;
    counts.foreign += IsForeign(c) ? 1 : 0;
    if (!IsHan(c)) continue;
    ++counts.han;
    const std::size_t rank = kFrequentCharacters.find(c);
    counts.frequent += rank != kFrequentCharacters.npos ? 1 : 0;
    counts.most_frequent += rank < kMostFrequent ? 1 : 0;
  }
}

CharacterCounts Count(const std::vector<Word>& words) {
  CharacterCounts counts;
  for (const Word& word : words) Count(word, counts);
  return counts;
}

// A table whose digits are no characters is lost though they are few on the page.
bool HasBadCells(const Page& page) {
  for (const PageGrid& grid : FindPageGrids(page)) {
    if (grid.fragment) continue;
    for (const PageCell& cell : grid.cells) {
      const std::u32string text = DecodeUtf8(cell.cell.text);
      if (std::any_of(text.begin(), text.end(), IsBad)) return true;
    }
  }
  return false;
}

Box OnPage(const Page& page, const Box& box) {
  const Box cut{std::max(box.x0, 0.0), std::max(box.y0, 0.0), std::min(box.x1, page.width),
                std::min(box.y1, page.height)};
  return cut.x0 < cut.x1 && cut.y0 < cut.y1 ? cut : Box{};
}

bool Touch(const Box& a, const Box& b) {
  return a.x0 <= b.x1 + kTouching && b.x0 <= a.x1 + kTouching && a.y0 <= b.y1 + kTouching &&
         b.y0 <= a.y1 + kTouching;
}

double Area(const Box& box) { return box.Width() * box.Height(); }

struct PictureArea {
  Box box;
  double pixels_a_point = 0;  // of its finest picture
};

void JoinTouching(std::vector<PictureArea>& areas) {
  for (std::size_t i = 0; i < areas.size();) {
    const auto other = std::find_if(areas.begin() + static_cast<std::ptrdiff_t>(i) + 1, areas.end(),
                                    [&](const auto& area) { return Touch(areas[i].box, area.box); });
    if (other == areas.end()) {
      ++i;
      continue;
    }
    areas[i].box = Union(areas[i].box, other->box);
    areas[i].pixels_a_point = std::max(areas[i].pixels_a_point, other->pixels_a_point);
    areas.erase(other);
    i = 0;  // it may touch the earlier ones now
  }
}

std::vector<PictureArea> FindPictureAreas(const Page& page) {
  std::vector<PictureArea> areas;
  for (const Picture& picture : page.pictures) {
    const Box box = OnPage(page, picture.box);
    if (Area(box) <= 0) continue;
    const double longer = std::max(picture.width, picture.height);
    const double fine = longer / std::max(picture.box.Width(), picture.box.Height());
    if (areas.size() < kMostPictures) {
      areas.push_back({box, fine});
    } else {
      areas.back().box = Union(areas.back().box, box);
    }
  }
  JoinTouching(areas);
  return areas;
}

int CharactersOn(const Page& page, const Box& box) {
  CharacterCounts counts;
  for (const Word& word : page.words) {
    if (box.Contains(word.box.MidX(), word.box.MidY())) Count(word, counts);
  }
  return counts.all;
}

bool MayHoldTable(const Page& page, const PictureArea& area) {
  return area.box.Width() >= kTableWidth * page.width &&
         area.box.Height() >= kTableHeight * page.height &&
         area.pixels_a_point * area.box.Width() >= kTablePixels;
}

double CoveredByPictures(const Page& page) {
  double covered = 0;
  for (const PictureArea& area : FindPictureAreas(page)) covered += Area(area.box);
  return covered / std::max(page.width * page.height, 1.0);
}

}  // namespace

std::vector<Box> FindOpenPictures(const Page& page) {
  std::vector<Box> open;
  for (const PictureArea& area : FindPictureAreas(page)) {
    const double most = std::max(Area(area.box) / kPointsPerCharacter, 1.0);
    if (MayHoldTable(page, area) && CharactersOn(page, area.box) < most) open.push_back(area.box);
  }
  return open;
}

bool IsGarbled(const Page& page) {
  const CharacterCounts counts = Count(page.words);
  if (counts.bad >= kFewestBad && counts.bad > kMostBad * counts.all) return true;
  if (counts.foreign >= kFewestBad && counts.foreign > kMostForeign * counts.all) return true;
  if (counts.han >= kFewestHan && (counts.frequent < kFewestFrequent * counts.han ||
                                   counts.most_frequent < kFewestMostFrequent * counts.han)) {
    return true;
  }
  return counts.bad > 0 && HasBadCells(page);
}

PageSource ChoosePageSource(const Page& page, const PaintFacts& facts) {
  const double covered = CoveredByPictures(page);
  if (facts.hidden > 0 && 2 * facts.hidden > facts.characters && covered >= kMostOfPage) {
    return PageSource::kPicture;
  }
  if (IsGarbled(page)) return PageSource::kPicture;
  const bool few = Count(page.words).all < kFewCharacters;
  if (few && (covered >= kPartOfPage || facts.curves >= kOutlinedText)) {
    return PageSource::kPicture;
  }
  return FindOpenPictures(page).empty() ? PageSource::kText : PageSource::kBoth;
}

}  // namespace gongkai
