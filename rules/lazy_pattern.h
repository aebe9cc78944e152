// A pattern that is compiled when it is first needed. Compiling one costs more than matching it in
// a report, and most reports need few of them.
#pragma once

#include <mutex>
#include <optional>

#include <re2/re2.h>

namespace gongkai {

class LazyPattern {
 public:
  // `text` has to outlive it. REQUIRES: RE2 takes it.
  explicit LazyPattern(const char* text) : text_(text) {}

  operator const re2::RE2&() const {
    std::call_once(once_, [this] { pattern_.emplace(text_); });
    return *pattern_;
  }

 private:
  const char* text_;
  mutable std::once_flag once_;
  mutable std::optional<re2::RE2> pattern_;
};

}  // namespace gongkai
