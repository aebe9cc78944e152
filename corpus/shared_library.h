// A library that is loaded when it is needed, and never let go.
#pragma once

#include <dlfcn.h>

namespace gongkai {

class SharedLibrary {
 public:
  explicit SharedLibrary(const char* name) : handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}

  // False where the library is not there or does not have the function.
  template <typename F>
  bool Load(const char* name, F& function) const {
    if (handle_ != nullptr) function = reinterpret_cast<F>(dlsym(handle_, name));
    return function != nullptr;
  }

 private:
  void* handle_;
};

}  // namespace gongkai
