#include "extract/extract.h"

#include <algorithm>
#include <utility>

#include "extract/charset.h"
#include "extract/html.h"
#include "extract/layout.h"
#include "extract/media_type.h"
#include "extract/pdf.h"
#include "extract/plain_text.h"

namespace gongkai {
namespace {

bool IsBlankBytes(std::string_view bytes) {
  return bytes.find_first_not_of(std::string_view(" \t\r\n\f\v\0", 7)) == std::string_view::npos;
}

Result<Document> ReadPdf(std::string_view bytes, const ExtractOptions& options) {
  Result<PdfPages> read = ReadPdfPages(bytes, options);
  if (!read.ok()) return read.error();
  const std::vector<Page>& pages = read.value().pages;
  if (pages.empty()) return Error{ErrorCode::kNoPages, "", ""};
  const bool has_text =
      std::any_of(pages.begin(), pages.end(), [](const Page& page) { return !page.words.empty(); });
  if (!has_text) return Error{ErrorCode::kNoText, "", std::to_string(pages.size())};

  Document document = LayOutPages(pages);
  document.pages = static_cast<int>(pages.size());
  if (!read.value().title.empty()) {
    document.titles.insert(document.titles.begin(), std::move(read.value().title));
  }
  return document;
}

Result<Document> ReadText(std::string_view bytes, bool markdown) {
  if (bytes.size() > kMaxTextBytes) {  // before it is decoded, which takes as much memory again
    return Error{ErrorCode::kTooLarge, "", std::to_string(kMaxTextBytes >> 20) + " MB"};
  }
  return ReadPlainText(ToUtf8(bytes), markdown);
}

Result<Document> ReadByType(std::string_view bytes, MediaType type, const ExtractOptions& options) {
  switch (type) {
    case MediaType::kPdf: return ReadPdf(bytes, options);
    case MediaType::kHtml: return ReadHtml(ToUtf8(bytes));
    case MediaType::kText: return ReadText(bytes, false);
    case MediaType::kMarkdown: return ReadText(bytes, true);
    case MediaType::kUnknown: break;
  }
  return Error{ErrorCode::kUnsupported, "", std::string(ForeignFormatName(bytes))};
}

}  // namespace

Result<Document> ExtractDocument(std::string_view bytes, std::string_view name,
                                 const ExtractOptions& options) {
  if (IsBlankBytes(bytes)) return Error{ErrorCode::kEmpty, "", ""};
  if (bytes.size() > kMaxFileBytes) {
    return Error{ErrorCode::kTooLarge, "", std::to_string(kMaxFileBytes >> 20) + " MB"};
  }
  const MediaType type = FindMediaType(bytes, name);
  Result<Document> document = ReadByType(bytes, type, options);
  if (!document.ok()) return document;
  document.value().media_type = MediaTypeName(type);
  document.value().origin = Origin::kText;
  return document;
}

}  // namespace gongkai
