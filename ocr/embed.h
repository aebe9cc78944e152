// Files of ocr/weights as bytes of the program.
#pragma once

#include <cstddef>
#include <string_view>

// Declares `name` and `name`_end, between which the file's bytes stand. GONGKAI_WEIGHTS is the folder
// ocr/weights; CMake defines it for the sources named *_weights.cpp.
#define GONGKAI_EMBED(name, file)                                   \
  asm(".section .rodata\n.balign 16\n.global " #name "\n" #name     \
      ":\n.incbin \"" GONGKAI_WEIGHTS "/" file "\"\n.global " #name \
      "_end\n" #name "_end:\n.byte 0\n.previous\n");                \
  extern "C" const char name[], name##_end[]

namespace gongkai {

inline std::string_view BytesBetween(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace gongkai
