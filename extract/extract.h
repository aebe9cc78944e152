// The entry of extract/: bytes of any format that gongkai reads become one Document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/page.h"
#include "model/result.h"

namespace gongkai {

enum class MediaType { kPdf, kHtml, kText, kMarkdown, kUnknown };

struct ExtractOptions {
  std::string password;  // of an encrypted PDF; empty where none was given
  int max_pages = 2000;  // a larger PDF is Error kTooLarge
};

// By the first bytes, then by what the bytes hold, then by the name's ending; never fails.
MediaType FindMediaType(std::string_view bytes, std::string_view name);
std::string_view MediaTypeName(MediaType type);  // "application/pdf"

// Errors: kEmpty, kTooLarge, kEncrypted, kDamaged, kNoPages, kUnsupported, kNoText (Error::file is
// left empty). `name` is used only to tell formats apart.
Result<Document> ExtractDocument(std::string_view bytes, std::string_view name,
                                 const ExtractOptions& options = {});

}  // namespace gongkai
