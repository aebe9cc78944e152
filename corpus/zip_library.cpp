#include "corpus/zip_library.h"

#include <optional>

#include "corpus/shared_library.h"

namespace gongkai {
namespace {

std::optional<ZipLibrary> LoadAll() {
  const SharedLibrary library(kZipLibrary);
  ZipLibrary f;
  const bool complete = library.Load("zip_open", f.open) &&
                        library.Load("zip_open_from_source", f.open_from_source) &&
                        library.Load("zip_discard", f.discard) &&
                        library.Load("zip_fclose", f.close_file) &&
                        library.Load("zip_fopen_index", f.open_file) &&
                        library.Load("zip_fread", f.read) &&
                        library.Load("zip_get_num_entries", f.count) &&
                        library.Load("zip_get_name", f.name) &&
                        library.Load("zip_name_locate", f.locate) &&
                        library.Load("zip_get_error", f.error_of) &&
                        library.Load("zip_error_code_zip", f.error_code) &&
                        library.Load("zip_error_strerror", f.error_text) &&
                        library.Load("zip_error_init", f.init_error) &&
                        library.Load("zip_error_fini", f.end_error) &&
                        library.Load("zip_source_file_create", f.file_source) &&
                        library.Load("zip_source_buffer_create", f.buffer_source) &&
                        library.Load("zip_source_stat", f.source_facts) &&
                        library.Load("zip_source_free", f.free_source) &&
                        library.Load("zip_stat_init", f.init_facts) &&
                        library.Load("zip_stat_index", f.facts) &&
                        library.Load("zip_file_strerror", f.file_error_text);
  return complete ? std::optional(f) : std::nullopt;
}

}  // namespace

const ZipLibrary* LoadZipLibrary() {
  static const std::optional<ZipLibrary> library = LoadAll();
  return library ? &*library : nullptr;
}

}  // namespace gongkai
