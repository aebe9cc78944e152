#include "extract/furniture.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <system_error>
#include <utility>

#include "model/unicode.h"

namespace gongkai {
namespace {

// Of the page's height. Word's margins are 2.54 cm of 29.7 (0.086), official documents leave 3.7
// and 3.5 cm (0.125); headers and footers stand inside of them.
constexpr double kMargin = 0.125;
// A header or footer has at most this many lines.
constexpr std::size_t kMarginLines = 3;
// Points. The same place on another page.
constexpr double kSamePlace = 4.0;
// Of the pages on which repeated text must stand, and at least two: left and right pages may have
// headers of their own, the first page often has none.
constexpr double kShareOfPages = 0.4;

// Points. The same place on another page of a scan: the feeder shifts a page by 2 mm.
constexpr double kSamePlaceScanned = 8.0;
// Em. The widest page number, - 12 -, takes 4.
constexpr double kWidestNumber = 5;
// Height to width from which on a picture shows several pages below one another: A4's own is 1.41.
constexpr double kSeveralPages = 1.8;
// Em. The text keeps so far from a page's number, 1 cm at least; lines stand within half an em.
constexpr double kApart = 2;

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

// The text folded, without white space, each run of digits as one '#'.
std::u32string WithoutNumbers(std::string_view text) {
  std::u32string out;
  for (const char32_t c : DecodeUtf8(FoldTight(text))) {
    const char32_t kept = IsDigit(c) ? U'#' : c;
    if (kept != '#' || out.empty() || out.back() != '#') out.push_back(kept);
  }
  return out;
}

// Pieces far apart are cells of a row without rules: 0 and 0 is not page 00.
bool StandsTogether(const Line& line) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    if (line.words[i].box.x0 - line.words[i - 1].box.x1 > 2 * line.font_size) return false;
  }
  return true;
}

// In the top or bottom margin, among the outermost lines there.
bool InMargin(const PageLines& page, std::size_t i) {
  const Box& box = page.lines[i].box;
  if (box.MidY() < kMargin * page.height) return i < kMarginLines;
  return box.MidY() > (1 - kMargin) * page.height && i + kMarginLines >= page.lines.size();
}

bool IsLastInMargin(const PageLines& page) {
  return !page.lines.empty() && page.lines.back().box.MidY() > (1 - kMargin) * page.height;
}

// Short print read from a scan at the page's foot, where another page has its number.
bool IsMisreadPageNumber(const std::vector<PageLines>& pages, std::size_t p) {
  if (!IsLastInMargin(pages[p])) return false;
  const Line& line = pages[p].lines.back();
  const bool scanned = QualityOf({line}).kind == ReadingKind::kOcr;
  if (!scanned || line.box.Width() > kWidestNumber * line.font_size) return false;
  return std::any_of(pages.begin(), pages.end(), [&](const PageLines& other) {
    if (&other == &pages[p] || !IsLastInMargin(other)) return false;
    const Line& number = other.lines.back();
    return IsPageNumber(number.text) &&
           std::abs(number.box.MidY() - line.box.MidY()) <= kSamePlaceScanned;
  });
}

bool StandsApart(const PageLines& page, std::size_t i) {
  const Line& line = page.lines[i];
  const double least = kApart * line.font_size;
  const bool above = i == 0 || line.box.y0 - page.lines[i - 1].box.y1 > least;
  const bool below =
      i + 1 == page.lines.size() || page.lines[i + 1].box.y0 - line.box.y1 > least;
  return above && below;
}

// 0 where it is none, or larger than any page's.
int FirstNumber(std::string_view text) {
  const std::string folded = FoldTight(text);
  const std::size_t at = std::min(folded.find_first_of("0123456789"), folded.size());
  int number = 0;
  const char* end = folded.data() + folded.size();
  const auto read = std::from_chars(folded.data() + at, end, number);
  return read.ec == std::errc() ? number : 0;
}

// The page numbers inside of one long picture of several pages: they stand apart and count on.
std::vector<std::size_t> NumbersOfSeveralPages(const PageLines& page) {
  std::vector<std::size_t> found;
  if (page.height < kSeveralPages * page.width) return found;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (!IsPageNumber(line.text) || !StandsTogether(line) || !StandsApart(page, i)) continue;
    if (!found.empty()) {
      const int before = FirstNumber(page.lines[found.back()].text);
      if (FirstNumber(line.text) <= before) return {};
    }
    found.push_back(i);
  }
  return found.size() > 1 ? found : std::vector<std::size_t>{};
}

// A browser's footer carries the address printed and the page: https://... 1/5.
bool IsAddressWithPage(std::string_view text) {
  const std::string folded = FoldTight(text);
  const std::u32string shape = WithoutNumbers(text);
  const bool address = folded.starts_with("http://") || folded.starts_with("https://") ||
                       folded.starts_with("file:///") || folded.starts_with("about:");
  return address && shape.ends_with(U"#/#");
}

// A browser's header opens with the time of printing: 2024/1/31 10:20, 1/31/24, 10:20 AM.
bool BeginsWithTime(std::string_view text) {
  const std::u32string shape = WithoutNumbers(text);
  return shape.starts_with(U"#/#/#") && shape.find(U"#:#") != std::u32string::npos;
}

struct Candidate {
  std::size_t page = 0, line = 0;
};

// Lines of one shape at one place, from the first page to the last.
using Places = std::map<std::pair<std::u32string, long>, std::vector<Candidate>>;

Places CandidatesByPlace(const std::vector<PageLines>& pages) {
  Places places;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t i = 0; i < pages[p].lines.size(); ++i) {
      if (!InMargin(pages[p], i)) continue;
      const Line& line = pages[p].lines[i];
      const long height = std::lround(line.box.MidY() / kSamePlace);
      places[{WithoutNumbers(line.text), height}].push_back({p, i});
    }
  }
  return places;
}

// A header stands on every page, or on every other one: left and right pages may have their own. The
// organ's name in the title and in the signature four pages on is none.
bool HasNeighbour(const std::vector<Candidate>& candidates, std::size_t page) {
  constexpr std::size_t kPagesApart = 2;
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
    const std::size_t apart = other.page > page ? other.page - page : page - other.page;
    return apart > 0 && apart <= kPagesApart;
  });
}

// A row of a table without rules that every page repeats has several words far apart.
bool LooksTabular(const Line& line) {
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    if (line.words[i].box.x0 - line.words[i - 1].box.x1 > 2 * line.font_size) ++gaps;
  }
  return gaps >= 2;
}

}  // namespace

bool IsPageNumber(std::string_view text) {
  static constexpr auto kShapes = std::to_array<std::u32string_view>({
      U"#", U"-#-", U"--#--", U"#/#", U"-#/#-", U"第#页", U"第#页共#页", U"第#页/共#页",
      U"第#页,共#页", U"共#页第#页", U"共#页,第#页", U"#页", U"Page#", U"page#", U"Page#of#",
      U"page#of#", U"#of#", U".#.", U"·#·", U"~#~", U"[#]", U"(#)", U"P#", U"p.#", U"-#", U"#-",
  });
  const std::u32string shape = WithoutNumbers(text);
  if (std::find(kShapes.begin(), kShapes.end(), shape) == kShapes.end()) return false;
  // 2023 alone is the year of a title; no report has 1,000 pages.
  return shape != U"#" || FoldTight(text).size() <= 3;
}

std::vector<std::vector<bool>> FindFurniture(const std::vector<PageLines>& pages) {
  std::vector<std::vector<bool>> furniture;
  for (const PageLines& page : pages) furniture.emplace_back(page.lines.size(), false);
  const auto enough = std::max(2.0, kShareOfPages * static_cast<double>(pages.size()));
  for (const auto& [place, candidates] : CandidatesByPlace(pages)) {
    for (const Candidate& c : candidates) {
      const Line& line = pages[c.page].lines[c.line];
      const bool repeated =
          static_cast<double>(candidates.size()) >= enough && HasNeighbour(candidates, c.page) &&
          !LooksTabular(line);
      const bool known = (IsPageNumber(line.text) && StandsTogether(line)) ||
                         IsAddressWithPage(line.text) ||
                         (BeginsWithTime(line.text) && c.line == 0);
      if (repeated || known) furniture[c.page][c.line] = true;
    }
  }
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (IsMisreadPageNumber(pages, p)) furniture[p].back() = true;
    for (const std::size_t i : NumbersOfSeveralPages(pages[p])) furniture[p][i] = true;
  }
  return furniture;
}

}  // namespace gongkai
