# Every library comes from Debian 12; packages.txt names the packages.
find_package(PkgConfig REQUIRED)
pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(uchardet REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(lept REQUIRED IMPORTED_TARGET lept)
pkg_check_modules(tesseract REQUIRED tesseract)  # its headers; ocr/tesseract.cpp loads the library
pkg_check_modules(cairo REQUIRED IMPORTED_TARGET cairo)
pkg_check_modules(sqlite REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(zip REQUIRED libzip)  # its headers; corpus/zip_library.cpp loads it
pkg_check_modules(xlsxwriter REQUIRED xlsxwriter)  # its headers; corpus/export_xlsx_library.cpp loads it
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
if(GONGKAI_TESTS)
  find_package(Catch2 2 REQUIRED)
endif()

# gongkai_link_archives(MODULE ARCHIVE... [SHARED LIBRARY...]): links a module's archives instead of
# its shared libraries. Each shared library costs a process some tenths of a millisecond at its
# start, and cairo's brings all of X11 with it: a fifth of the time that a small report takes.
function(gongkai_link_archives module)
  cmake_parse_arguments(ARG "" "" "SHARED" ${ARGN})
  set(libraries "")
  foreach(archive ${ARG_UNPARSED_ARGUMENTS})
    find_library(archive_${archive} NAMES lib${archive}.a REQUIRED)
    list(APPEND libraries ${archive_${archive}})
  endforeach()
  set_property(TARGET PkgConfig::${module} PROPERTY INTERFACE_LINK_LIBRARIES ${libraries} ${ARG_SHARED})
endfunction()

gongkai_link_archives(cairo cairo pixman-1 SHARED fontconfig freetype png z)
gongkai_link_archives(re2 re2 SHARED Threads::Threads)
gongkai_link_archives(gumbo gumbo)
gongkai_link_archives(uchardet uchardet)
gongkai_link_archives(nettle nettle)
gongkai_link_archives(sqlite sqlite3 SHARED m ${CMAKE_DL_LIBS} z Threads::Threads)
gongkai_link_archives(seccomp seccomp)
