// The entry of ocr/: what extract/ is handed to read scans with.
#pragma once

#include "model/scan_reader.h"

namespace gongkai {

// Holds nothing; its functions may be called from several threads.
ScanReader MakeScanReader();

}  // namespace gongkai
