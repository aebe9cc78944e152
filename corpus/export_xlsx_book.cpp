#include "corpus/export_xlsx_book.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "corpus/export_xlsx_library.h"
#include "corpus/zip_xml.h"
#include "model/unicode.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxUnits = 32'767;  // UTF-16 units of one cell: Excel's limit
constexpr char32_t kReplacement = 0xFFFD, kLastOfPlane0 = 0xFFFF, kNoCharacter = 0xFFFE;
constexpr std::u32string_view kCut = U"…";

// A ZIP entry without the ZIP64 extension holds 4 GiB; a sheet ends well before.
constexpr long kMaxSheetBytes = 3'000'000'000;
// How many rows may go by before a fault of the disk is seen: some megabytes.
constexpr std::uint32_t kRowsACheck = 10'000;

// The same workbook has the same bytes whenever it is made: as old as the oldest date of a ZIP
// entry.
constexpr std::time_t kCreated = 315'532'800;  // 1980-01-01

constexpr lxw_color_t kHeadingColour = 0xDDEBF7;

std::size_t Units(char32_t c) { return c > kLastOfPlane0 ? 2 : 1; }

}  // namespace

std::string SheetText(std::string_view text) {
  std::u32string characters = DecodeUtf8(text);
  std::size_t units = 0, kept = 0;
  for (char32_t& c : characters) {
    if (c == kNoCharacter || c == kLastOfPlane0) c = kReplacement;
    units += Units(c);
    if (units + kCut.size() <= kMaxUnits) ++kept;
  }
  if (units > kMaxUnits) characters = characters.substr(0, kept).append(kCut);
  return EncodeUtf8(characters);
}

void XlsxBook::Free::operator()(lxw_workbook* book) const { LoadXlsxLibrary()->free(book); }

XlsxBook::XlsxBook(const std::string& path)
    : path_(path), folder_(std::filesystem::path(path).parent_path()), library_(LoadXlsxLibrary()) {
  if (folder_.empty()) folder_ = ".";
  if (library_ == nullptr) {
    Fail(kXlsxLibrary);
    return;
  }
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder_.data();
  book_.reset(library_->new_book(path_.c_str(), &options));
  if (!book_) {
    Fail(library_->error_text(LXW_ERROR_MEMORY_MALLOC_FAILED));
    return;
  }
  lxw_doc_properties properties{};
  properties.created = kCreated;
  library_->set_properties(book_.get(), &properties);
  heading_ = library_->add_format(book_.get());
  library_->set_bold(heading_);
  library_->set_background(heading_, kHeadingColour);
}

XlsxBook::~XlsxBook() = default;

void XlsxBook::Fail(std::string_view what) {
  if (fault_.empty()) fault_ = what;
}

void XlsxBook::AddSheet(const std::string& name, const std::vector<SheetColumn>& columns) {
  EndSheet();
  if (failed()) return;
  errno = 0;
  sheet_ = library_->add_sheet(book_.get(), name.c_str());
  if (sheet_ == nullptr) return Fail(std::strerror(errno != 0 ? errno : ENOSPC));
  row_ = 0;
  columns_ = columns.size();
  library_->freeze(sheet_, 1, 0);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto at = static_cast<lxw_col_t>(i);
    library_->set_column(sheet_, at, at, columns[i].width, nullptr);
    library_->write_text(sheet_, 0, at, columns[i].header.c_str(), heading_);
  }
}

void XlsxBook::NextRow() {
  ++row_;
  if (!failed() && row_ % kRowsACheck == 0 && std::ferror(sheet_->optimize_tmpfile) != 0) {
    Fail(std::strerror(ENOSPC));
  }
}

void XlsxBook::Number(std::size_t column, double value) {
  if (failed()) return;
  library_->write_number(sheet_, row_, static_cast<lxw_col_t>(column), value, nullptr);
}

void XlsxBook::Text(std::size_t column, std::string_view text) {
  if (failed() || text.empty()) return;
  library_->write_text(sheet_, row_, static_cast<lxw_col_t>(column), SheetText(text).c_str(),
                         nullptr);
}

bool XlsxBook::IsFull(std::uint32_t rows) const {
  return row_ + 1 >= rows || (!failed() && std::ftell(sheet_->optimize_tmpfile) > kMaxSheetBytes);
}

// The library looks at no error of the files that it keeps rows in: on a full disk it would make a
// workbook that ends somewhere and say that all is well.
void XlsxBook::EndSheet() {
  if (sheet_ == nullptr || failed()) return;
  library_->filter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_ - 1));
  library_->write_row(sheet_);
  errno = 0;
  if (std::fflush(sheet_->optimize_tmpfile) != 0 || std::ferror(sheet_->optimize_tmpfile) != 0) {
    return Fail(std::strerror(errno != 0 ? errno : ENOSPC));
  }
  const std::string number = std::to_string(sheets_.size() + 1);
  sheets_.push_back({"xl/worksheets/sheet" + number + ".xml",
                     static_cast<std::uint64_t>(std::ftell(sheet_->optimize_tmpfile))});
}

// Every part ends as it should, and no sheet is shorter than its rows.
bool XlsxBook::IsWhole() const {
  const auto sizes = SizesOfWholeXml(path_);
  return sizes && std::all_of(sheets_.begin(), sheets_.end(), [&](const Sheet& sheet) {
    const auto found = sizes->find(sheet.entry);
    return found != sizes->end() && found->second > sheet.bytes;
  });
}

std::optional<std::string> XlsxBook::Close() {
  EndSheet();
  if (failed()) return fault_;
  const lxw_error error = library_->close(book_.release());
  if (error != LXW_NO_ERROR) return library_->error_text(error);
  return IsWhole() ? std::nullopt : std::optional<std::string>(std::strerror(ENOSPC));
}

}  // namespace gongkai
