// Opening a PDF: the one place that knows Poppler's set-up, its error codes and its passwords.
#pragma once

#include <poppler/PDFDoc.h>

#include <memory>
#include <string_view>

#include "extract/extract.h"
#include "model/result.h"

namespace gongkai {

// The document has at least one page and at most options.max_pages. It reads from `bytes`, which
// must outlive it. May be called from several threads; one document belongs to one thread.
Result<std::unique_ptr<PDFDoc>> OpenPdf(std::string_view bytes, const ExtractOptions& options);

// For PDFDoc::displayPage. A filled-in form, a text box and a stamp belong to what a reader reads.
// Notes, highlights and the frames of links do not: their lines would pass for a table's.
bool BelongsToPage(Annot* annotation, void*);

// The document information's Title as UTF-8 without control characters; may be empty.
std::string ReadPdfTitle(PDFDoc& document);

}  // namespace gongkai
