#include "corpus/export_xlsx_library.h"

#include <optional>

#include "corpus/shared_library.h"

namespace gongkai {
namespace {

std::optional<XlsxLibrary> LoadAll() {
  const SharedLibrary library(kXlsxLibrary);
  XlsxLibrary f;
  const bool complete = library.Load("workbook_new_opt", f.new_book) &&
                        library.Load("workbook_set_properties", f.set_properties) &&
                        library.Load("workbook_add_format", f.add_format) &&
                        library.Load("workbook_add_worksheet", f.add_sheet) &&
                        library.Load("workbook_close", f.close) &&
                        library.Load("lxw_workbook_free", f.free) &&
                        library.Load("lxw_strerror", f.error_text) &&
                        library.Load("format_set_bold", f.set_bold) &&
                        library.Load("format_set_bg_color", f.set_background) &&
                        library.Load("worksheet_freeze_panes", f.freeze) &&
                        library.Load("worksheet_set_column", f.set_column) &&
                        library.Load("worksheet_write_string", f.write_text) &&
                        library.Load("worksheet_write_number", f.write_number) &&
                        library.Load("worksheet_autofilter", f.filter) &&
                        library.Load("lxw_worksheet_write_single_row", f.write_row);
  return complete ? std::optional(f) : std::nullopt;
}

}  // namespace

const XlsxLibrary* LoadXlsxLibrary() {
  static const std::optional<XlsxLibrary> library = LoadAll();
  return library ? &*library : nullptr;
}

}  // namespace gongkai
