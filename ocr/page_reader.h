// One scanned page, from its picture to words and rulings.
#pragma once

#include "model/page.h"
#include "model/result.h"
#include "model/scan_reader.h"

namespace gongkai {

// The page upright and straight, with Page::shown to the page as it came. Words of numbers carry a
// confidence that was calibrated (docs/digits.md). Errors: kTooLarge (pixels), kUnsupported (the
// engine or its Chinese data is missing; detail "chi_sim").
Result<Page> ReadScannedPage(const ScannedPage& page, const CellFinder& find_cells);

}  // namespace gongkai
