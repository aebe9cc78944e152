add_library(gongkai_options INTERFACE)
target_include_directories(gongkai_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(gongkai_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                 $<$<BOOL:${GONGKAI_WERROR}>:-Werror>)
# g++ 12 warns falsely of "text" + std::string at -O2 (GCC bug 105651).
target_compile_options(gongkai_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(GONGKAI_SANITIZE)
  target_compile_options(gongkai_options INTERFACE -fsanitize=${GONGKAI_SANITIZE}
                                                   -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(gongkai_options INTERFACE -fsanitize=${GONGKAI_SANITIZE})
endif()
if(GONGKAI_FUZZ)
  target_compile_options(gongkai_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# gongkai_library(FOLDER [FOLDER...] [PRIVATE TARGET...]): the static library of a folder, the
# folders it may include, and the third-party libraries that only its own sources see.
function(gongkai_library folder)
  cmake_parse_arguments(ARG "" "" "PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
  add_library(gongkai_${folder} STATIC ${sources})
  target_link_libraries(gongkai_${folder} PUBLIC gongkai_options PRIVATE ${ARG_PRIVATE})
  foreach(below ${ARG_UNPARSED_ARGUMENTS})
    target_link_libraries(gongkai_${folder} PUBLIC gongkai_${below})
  endforeach()
endfunction()

# gongkai_test(FOLDER LIBRARY...): one test program from tests/FOLDER/*_test.cpp, run by ctest.
function(gongkai_test folder)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*_test.cpp)
  add_executable(test_${folder} ${sources})
  target_link_libraries(test_${folder} PRIVATE ${ARGN} Catch2::Catch2WithMain gongkai_test_support)
  add_test(NAME ${folder} COMMAND test_${folder})
  set_tests_properties(${folder} PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

# The trained nets are assembled into the program (.incbin): what embeds them depends on them.
file(GLOB weights CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/ocr/weights/*.net)
file(GLOB embedding CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/ocr/*_weights.cpp)
set_source_files_properties(${embedding} PROPERTIES
  COMPILE_DEFINITIONS "GONGKAI_WEIGHTS=\"${CMAKE_SOURCE_DIR}/ocr/weights\"" OBJECT_DEPENDS "${weights}")
