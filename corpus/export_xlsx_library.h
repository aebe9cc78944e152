// libxlsxwriter's functions. The library is loaded when the first workbook is written: it would
// cost every other start of the program a millisecond, of the seven that a small report takes.
#pragma once

#include <xlsxwriter.h>

namespace gongkai {

struct XlsxLibrary {
  decltype(&workbook_new_opt) new_book = nullptr;
  decltype(&workbook_set_properties) set_properties = nullptr;
  decltype(&workbook_add_format) add_format = nullptr;
  decltype(&workbook_add_worksheet) add_sheet = nullptr;
  decltype(&workbook_close) close = nullptr;
  decltype(&lxw_workbook_free) free = nullptr;
  decltype(&lxw_strerror) error_text = nullptr;
  decltype(&format_set_bold) set_bold = nullptr;
  decltype(&format_set_bg_color) set_background = nullptr;
  decltype(&worksheet_freeze_panes) freeze = nullptr;
  decltype(&worksheet_set_column) set_column = nullptr;
  decltype(&worksheet_write_string) write_text = nullptr;
  decltype(&worksheet_write_number) write_number = nullptr;
  decltype(&worksheet_autofilter) filter = nullptr;
  decltype(&lxw_worksheet_write_single_row) write_row = nullptr;
};

// Null where it is not there or is not the one that these headers are of.
const XlsxLibrary* LoadXlsxLibrary();

inline constexpr const char* kXlsxLibrary = "libxlsxwriter.so.4";  // Debian 12's

}  // namespace gongkai
