// The entry of extract/: bytes of any format that gongkai reads become one Document.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "model/result.h"
#include "model/scan_reader.h"

namespace gongkai {

enum class MediaType { kPdf, kTiff, kPng, kJpeg, kHtml, kText, kMarkdown, kUnknown };

bool HasPages(MediaType type);  // pages of fixed layout: PDF and pictures

// A larger file is Error kTooLarge. The largest scanned reports are below 100 MB; bytes are held in
// memory once, and a text of them about three times more.
inline constexpr std::size_t kMaxFileBytes = std::size_t{200} << 20;

// Which pages are read from their picture.
enum class OcrMode {
  kAuto,   // those without a text layer that can be used
  kOff,    // none
  kForce,  // all
};

struct ExtractOptions {
  std::string password;  // of an encrypted PDF; empty where none was given
  int max_pages = 2000;  // a larger PDF or TIFF is Error kTooLarge
  OcrMode ocr = OcrMode::kAuto;
  double dpi = 0;        // of image files, and at which pages are rendered; 0: as the file says
  int jobs = 1;          // scanned pages that are read at the same time
  const ScanReader* scans = nullptr;  // must outlive the call; without it a scan is Error kNoText
  // Called after each page that was read from its picture, by one thread at a time.
  std::function<void(int done, int total)> progress;
};

// By the first bytes, then by what the bytes hold, then by the name's ending; never fails.
MediaType FindMediaType(std::string_view bytes, std::string_view name);
std::string_view MediaTypeName(MediaType type);  // "application/pdf"

// A document's pages before anything is made of them.
struct FixedPages {
  std::vector<Page> pages;
  std::string title;  // of the format; may be empty or meaningless
  Origin origin = Origin::kText;
};

// Of the formats with pages; kUnsupported for any other, else the errors of ExtractDocument.
Result<FixedPages> ExtractPages(std::string_view bytes, std::string_view name,
                               const ExtractOptions& options = {});
// The document that ExtractDocument makes of those pages.
Document MakeDocument(FixedPages pages, MediaType type);

// Errors: kEmpty, kTooLarge, kEncrypted, kDamaged, kNoPages, kUnsupported, kNoText (Error::file is
// left empty; detail: of kUnsupported the format, "DOCX", where it is known; of kTooLarge the
// limit; of kNoText the number of pages). A page that has to be read from its picture and cannot be
// is an error that names the page: without it numbers would be lost and nobody be told. `name` is used only to tell formats apart.
Result<Document> ExtractDocument(std::string_view bytes, std::string_view name,
                                 const ExtractOptions& options = {});

}  // namespace gongkai
