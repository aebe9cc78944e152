#include "corpus/export_xlsx_library.h"

#include <dlfcn.h>

#include <optional>

namespace gongkai {
namespace {

template <typename F>
bool Load(void* library, const char* name, F& function) {
  function = reinterpret_cast<F>(dlsym(library, name));
  return function != nullptr;
}

std::optional<XlsxLibrary> LoadAll() {
  void* library = dlopen(kXlsxLibrary, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  XlsxLibrary f;
  const bool complete = Load(library, "workbook_new_opt", f.new_book) &&
                        Load(library, "workbook_set_properties", f.set_properties) &&
                        Load(library, "workbook_add_format", f.add_format) &&
                        Load(library, "workbook_add_worksheet", f.add_sheet) &&
                        Load(library, "workbook_close", f.close) &&
                        Load(library, "lxw_workbook_free", f.free) &&
                        Load(library, "lxw_strerror", f.error_text) &&
                        Load(library, "format_set_bold", f.set_bold) &&
                        Load(library, "format_set_bg_color", f.set_background) &&
                        Load(library, "worksheet_freeze_panes", f.freeze) &&
                        Load(library, "worksheet_set_column", f.set_column) &&
                        Load(library, "worksheet_write_string", f.write_text) &&
                        Load(library, "worksheet_write_number", f.write_number) &&
                        Load(library, "worksheet_autofilter", f.filter) &&
                        Load(library, "lxw_worksheet_write_single_row", f.write_row);
  return complete ? std::optional(f) : std::nullopt;
}

}  // namespace

const XlsxLibrary* LoadXlsxLibrary() {
  static const std::optional<XlsxLibrary> library = LoadAll();
  return library ? &*library : nullptr;
}

}  // namespace gongkai
