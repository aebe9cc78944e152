// Poppler mends what can be mended (a lost cross-reference table, a cut end) before it gives up;
// what it gives up on is kDamaged here.
#include "extract/pdf_document.h"

#include <poppler/Annot.h>
#include <poppler/Error.h>
#include <poppler/GlobalParams.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>

#include "extract/charset.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

// Poppler reports every oddity of a file; they are no concern of the reader of a report, save for
// the last one before it gives up, which goes into the error's detail.
thread_local std::string last_complaint;

void KeepComplaint(ErrorCategory, Goffset, const char* message) {
  if (message != nullptr) last_complaint = message;
}

void SetUpPoppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(KeepComplaint);
  });
}

std::unique_ptr<PDFDoc> Open(std::string_view bytes, const std::optional<GooString>& password) {
  const auto length = static_cast<Goffset>(bytes.size());
  auto* stream = new MemStream(bytes.data(), 0, length, Object(objNull));
  return std::make_unique<PDFDoc>(stream, password, password);  // owns the stream
}

Error Failure(ErrorCode code, std::string detail) {
  Error error;
  error.code = code;
  error.detail = std::move(detail);
  return error;
}

bool OnlyWhiteSpace(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return c == '\0' || IsSpace(static_cast<unsigned char>(c)); });
}

// A reader's password may be the user's or the owner's. The empty one comes first: a file that
// only forbids copying or printing opens with it.
std::unique_ptr<PDFDoc> OpenWithPassword(std::string_view bytes, const std::string& password) {
  auto document = Open(bytes, std::nullopt);
  if (!document->isOk() && document->getErrorCode() == errEncrypted && !password.empty()) {
    document = Open(bytes, GooString(password));
  }
  return document;
}

// "/Count 0" is a document without pages; no count at all is damage.
bool SaysThatItHasNoPages(PDFDoc& document) {
  const Object root = document.getXRef()->getCatalog();
  if (!root.isDict()) return false;
  const Object pages = root.dictLookup("Pages");
  if (!pages.isDict()) return false;
  const Object kids = pages.dictLookup("Kids");
  return pages.dictLookup("Count").isInt() && (!kids.isArray() || kids.arrayGetLength() == 0);
}

}  // namespace

Result<std::unique_ptr<PDFDoc>> OpenPdf(std::string_view bytes, const ExtractOptions& options) {
  if (OnlyWhiteSpace(bytes)) return Failure(ErrorCode::kEmpty, "");
  SetUpPoppler();
  last_complaint.clear();
  auto document = OpenWithPassword(bytes, options.password);
  if (!document->isOk()) {
    const bool encrypted = document->getErrorCode() == errEncrypted;
    return Failure(encrypted ? ErrorCode::kEncrypted : ErrorCode::kDamaged,
                   encrypted ? "" : last_complaint);
  }
  const int pages = document->getNumPages();
  if (pages <= 0) {
    const bool none = SaysThatItHasNoPages(*document);
    return Failure(none ? ErrorCode::kNoPages : ErrorCode::kDamaged, none ? "" : last_complaint);
  }
  if (pages > options.max_pages) {
    return Failure(ErrorCode::kTooLarge, std::to_string(pages) + " > " +
                                             std::to_string(options.max_pages) + " pages");
  }
  return document;
}

bool BelongsToPage(Annot* annotation, void*) {
  const auto type = annotation->getType();
  return type == Annot::typeWidget || type == Annot::typeFreeText || type == Annot::typeStamp;
}

std::string ReadPdfTitle(PDFDoc& document) {
  const auto raw = document.getDocInfoTitle();
  if (!raw) return "";
    // UTF-16 with a byte order mark, or PDFDocEncoding, which is ASCII for our purposes: what goes
  // beyond it there is GBK or UTF-8 in the files of Chinese producers.
  std::string out;
  for (const char32_t c : DecodeUtf8(ToUtf8(raw->toStr()))) {
    if (c >= 0x20 && c != 0x7F) out += EncodeUtf8(std::u32string_view(&c, 1));
  }
  return Trim(out);
}

}  // namespace gongkai
