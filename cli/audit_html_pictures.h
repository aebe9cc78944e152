// The pictures of the pages that numbers stand on, as files beside the pages of an audit.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/audit_html_book.h"
#include "corpus/sqlite.h"

namespace gongkai {

// Pixels an inch: a digit of 9 points is 10 pixels high, which is read at a glance, and A4 in 16
// shades of grey takes 20 to 90 KB.
inline constexpr int kPictureDpi = 110;

struct PictureSize {
  int width = 0, height = 0;  // pixels
};

struct DocumentPictures {
  std::map<int, PictureSize> pages;  // those that have one
  std::string obstacle;  // why a page has none, in words; empty where nothing is missing
};

// By report. A file counts as the original only where its SHA-256 says so. What cannot be drawn is
// no error: the page says why. Pictures that are there already are kept.
std::vector<DocumentPictures> MakePictures(Database& archive, const AuditBook& book,
                                           const std::string& folder, int threads);

}  // namespace gongkai
