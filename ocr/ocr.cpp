#include "ocr/ocr.h"

#include "ocr/image_file.h"
#include "ocr/page_reader.h"

namespace gongkai {

ScanReader MakeScanReader() { return {CountPictures, ReadPicture, ReadScannedPage}; }

}  // namespace gongkai
