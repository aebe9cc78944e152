// libzip's functions. The library is loaded when the first ZIP is opened: with libcrypto, which it
// brings, it would cost every other start of the program more than a millisecond.
#pragma once

#include <zip.h>

namespace gongkai {

struct ZipLibrary {
  decltype(&zip_open) open = nullptr;
  decltype(&zip_open_from_source) open_from_source = nullptr;
  decltype(&zip_discard) discard = nullptr;
  decltype(&zip_fclose) close_file = nullptr;
  decltype(&zip_fopen_index) open_file = nullptr;
  decltype(&zip_fread) read = nullptr;
  decltype(&zip_get_num_entries) count = nullptr;
  decltype(&zip_get_name) name = nullptr;
  decltype(&zip_name_locate) locate = nullptr;
  decltype(&zip_get_error) error_of = nullptr;
  decltype(&zip_error_code_zip) error_code = nullptr;
  decltype(&zip_error_strerror) error_text = nullptr;
  decltype(&zip_error_init) init_error = nullptr;
  decltype(&zip_error_fini) end_error = nullptr;
  decltype(&zip_source_file_create) file_source = nullptr;
  decltype(&zip_source_buffer_create) buffer_source = nullptr;
  decltype(&zip_source_stat) source_facts = nullptr;
  decltype(&zip_source_free) free_source = nullptr;
  decltype(&zip_stat_init) init_facts = nullptr;
  decltype(&zip_stat_index) facts = nullptr;
  decltype(&zip_file_strerror) file_error_text = nullptr;
};

// Null where it is not there or is not the one that these headers are of.
const ZipLibrary* LoadZipLibrary();

// The same. REQUIRES: LoadZipLibrary() was asked, and gave it.
inline const ZipLibrary& Libzip() { return *LoadZipLibrary(); }

inline constexpr const char* kZipLibrary = "libzip.so.4";  // Debian 12's

}  // namespace gongkai
