// Pages read from their pictures, several at the same time.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "extract/extract.h"
#include "model/page.h"
#include "model/result.h"
#include "model/scan_reader.h"

namespace gongkai {

// The picture of one page, by its index in the list of those that are to be read; its size is that
// of its file. For one thread.
using ScanSource = std::function<Result<ScannedPage>(std::size_t index)>;
// A source for a thread of its own; called in that thread.
using OpenScanSource = std::function<Result<ScanSource>()>;

// The pages of these numbers, in their order. One picture a thread is in memory, and no more threads
// than options.jobs are at work; the result does not depend on how many. The error is that of the
// first page that failed: a page that cannot be read would be numbers lost without a word. It names
// the page. REQUIRES: options.scans is not null.
Result<std::vector<Page>> ReadScannedPages(const std::vector<int>& numbers,
                                           const OpenScanSource& open,
                                           const ExtractOptions& options);

}  // namespace gongkai
