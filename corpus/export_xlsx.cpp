#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "corpus/export_formats.h"
#include "corpus/export_xlsx_book.h"
#include "corpus/output_file.h"

namespace gongkai {
namespace {

// What Excel keeps of a number; one with more digits is written as text, and keeps them all.
constexpr std::ptrdiff_t kExcelDigits = 15;

// The codes that the catalogue has words for.
using Codes = std::set<std::string, std::less<>>;
Codes KnownCodes() {
  constexpr std::string_view kPrefix = "export.code.";
  Codes codes;
  for (const std::string_view id : TextIds()) {
    if (id.starts_with(kPrefix)) codes.emplace(id.substr(kPrefix.size()));
  }
  return codes;
}

class KindSheets {
 public:
  KindSheets(XlsxBook& book, RowKind kind, const ExportOptions& options, const Codes& codes)
      : book_(book), kind_(kind), options_(options), codes_(codes) {
    for (const ExportColumn& column : ExportColumns(kind)) {
      columns_.push_back(
          {Text("export.column." + std::string(column.key), options.language), column.width});
    }
    AddSheet();
  }

  void Add(const Statement& row) {
    if (book_.IsFull(options_.sheet_rows)) AddSheet();
    book_.NextRow();
    for (std::size_t i = 0; i < columns_.size(); ++i) AddCell(row, i);
  }

 private:
  void AddSheet() {
    std::string name = Text("export.sheet." + std::string(RowKindName(kind_)), options_.language);
    if (++sheets_ > 1) name += " " + std::to_string(sheets_);
    book_.AddSheet(name, columns_);
  }

  void AddCell(const Statement& row, std::size_t at) {
    const int column = static_cast<int>(at);
    if (row.IsNull(column)) return;
    const std::string_view text = row.TextView(column);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!row.IsText(column) && std::count_if(text.begin(), text.end(), is_digit) <= kExcelDigits) {
      book_.Number(at, row.Real(column));
    } else if (ExportColumns(kind_)[at].code && codes_.contains(text)) {
      book_.Text(at, Text("export.code." + std::string(text), options_.language));
    } else {
      book_.Text(at, text);
    }
  }

  XlsxBook& book_;
  RowKind kind_;
  const ExportOptions& options_;
  const Codes& codes_;
  std::vector<SheetColumn> columns_;
  int sheets_ = 0;
};

}  // namespace

std::optional<Error> ExportXlsx(Database& archive, const ExportOptions& options) {
  auto file = OutputFile::Open(options.path);
  if (!file.ok()) return file.error();
  if (file.value().beside().empty()) {
    return Error{ErrorCode::kNotWritable, options.path, "errors.detail.special", 0};
  }
  XlsxBook book(file.value().beside());
  const Codes codes = KnownCodes();
  for (const RowKind kind : kRowKinds) {
    KindSheets sheets(book, kind, options, codes);
    ForEachRow(archive, kind, options.language, [&](const Statement& row) {
      sheets.Add(row);
      return !book.failed();
    });
  }
  if (archive.fault()) return archive.fault();
  if (const auto fault = book.Close()) {
    return Error{ErrorCode::kNotWritable, options.path, *fault, 0};
  }
  return file.value().Commit();
}

}  // namespace gongkai
