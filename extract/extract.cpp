#include "extract/extract.h"

#include <optional>
#include <utility>

#include "extract/charset.h"
#include "extract/html.h"
#include "extract/layout.h"
#include "extract/media_type.h"
#include "extract/pages.h"
#include "extract/plain_text.h"

namespace gongkai {
namespace {

bool IsBlankBytes(std::string_view bytes) {
  return bytes.find_first_not_of(std::string_view(" \t\r\n\f\v\0", 7)) == std::string_view::npos;
}

Result<Document> ReadText(std::string_view bytes, bool markdown) {
  if (bytes.size() > kMaxTextBytes) {  // before it is decoded, which takes as much memory again
    return Error{ErrorCode::kTooLarge, "", std::to_string(kMaxTextBytes >> 20) + " MB"};
  }
  return ReadPlainText(ToUtf8(bytes), markdown);
}

Result<FixedPages> ReadPagesByType(std::string_view bytes, MediaType type,
                                  const ExtractOptions& options) {
  if (type == MediaType::kPdf) return ReadPdf(bytes, options);
  if (HasPages(type)) return ReadPictures(bytes, options);
  return Error{ErrorCode::kUnsupported, "", std::string(ForeignFormatName(bytes)), 0};
}

Result<Document> ReadFlowing(std::string_view bytes, MediaType type) {
  if (type == MediaType::kHtml) return ReadHtml(ToUtf8(bytes));
  return ReadText(bytes, type == MediaType::kMarkdown);
}

// What no format can have.
std::optional<Error> CheckBytes(std::string_view bytes) {
  if (IsBlankBytes(bytes)) return Error{ErrorCode::kEmpty, "", "", 0};
  if (bytes.size() <= kMaxFileBytes) return std::nullopt;
  return Error{ErrorCode::kTooLarge, "", std::to_string(kMaxFileBytes >> 20) + " MB", 0};
}

}  // namespace

Result<FixedPages> ExtractPages(std::string_view bytes, std::string_view name,
                               const ExtractOptions& options) {
  if (const auto error = CheckBytes(bytes)) return *error;
  return ReadPagesByType(bytes, FindMediaType(bytes, name), options);
}

Document MakeDocument(FixedPages pages, MediaType type) {
  Document document = LayOutPages(pages.pages);
  if (!pages.title.empty()) document.titles.push_back(std::move(pages.title));
  document.media_type = MediaTypeName(type);
  document.origin = pages.origin;
  return document;
}

Result<Document> ExtractDocument(std::string_view bytes, std::string_view name,
                                 const ExtractOptions& options) {
  if (const auto error = CheckBytes(bytes)) return *error;
  const MediaType type = FindMediaType(bytes, name);
  if (HasPages(type) || type == MediaType::kUnknown) {
    auto pages = ReadPagesByType(bytes, type, options);
    if (!pages.ok()) return pages.error();
    return MakeDocument(std::move(pages.value()), type);
  }
  Result<Document> document = ReadFlowing(bytes, type);
  if (document.ok()) document.value().media_type = MediaTypeName(type);
  return document;
}

}  // namespace gongkai
