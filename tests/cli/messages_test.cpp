#include "cli/messages.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

#include "model/unicode.h"

namespace gongkai {
namespace {

bool HasHan(const std::string& text) {
  const auto decoded = DecodeUtf8(text);
  return std::any_of(decoded.begin(), decoded.end(), IsHan);
}

}  // namespace

TEST_CASE("every error code has a message that names the file, the reason and what to do") {
  std::set<std::string> messages;
  constexpr int kLast = static_cast<int>(ErrorCode::kBusy);
  for (int code = 0; code <= kLast; ++code) {
    for (const Language language : {Language::kZh, Language::kEn}) {
      const Error error{static_cast<ErrorCode>(code), "some/a.pdf", "a fact", 3};
      const std::string message = ErrorMessage(error, language);
      CAPTURE(code, message);
      CHECK(message.starts_with("some/a.pdf"));
      CHECK(message.find("a fact") != message.npos);
      CHECK(message.find('3') != message.npos);
      CHECK(message.find('{') == message.npos);
      CHECK(message.find('\n') == message.npos);
      CHECK(HasHan(message) == (language == Language::kZh));
      messages.insert(message);
    }
  }
  CHECK(messages.size() == 2 * (kLast + 1));
}

TEST_CASE("a line holds no control characters") {
  CHECK(OneLine("a\nb\r\tc\x1B[31m\x7F") == "a b  c [31m ");
  CHECK(OneLine("二、主动公开") == "二、主动公开");
  CHECK(OneLine("").empty());
}

TEST_CASE("a detail that is an id of the catalogue is said in the language of the message") {
  const Error error{ErrorCode::kUnsupported, "-", "errors.detail.folder", 0};
  CHECK(ErrorMessage(error, Language::kZh).find("这是文件夹") != std::string::npos);
  CHECK(ErrorMessage(error, Language::kEn).find("it is a folder") != std::string::npos);
  CHECK(ErrorMessage(error, Language::kEn).starts_with("standard input:"));
  const Error output{ErrorCode::kNotWritable, "-", "", 0};
  CHECK(ErrorMessage(output, Language::kEn).starts_with("standard output:"));
}

}  // namespace gongkai
