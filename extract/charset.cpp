// Short Chinese texts deceive detectors, so the order is: what can be proved, what the page says,
// what fits strictly, and only then what a detector guesses.
#include "extract/charset.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include "model/unicode.h"

namespace gongkai {
namespace {

// HTML asks for the declaration in the first 1024 bytes; content systems put licences before it.
constexpr std::size_t kHeadBytes = 4096;
// Enough for a detector: it counts frequent characters.
constexpr std::size_t kDetectorBytes = 1 << 20;
// Of multibyte sequences that are right. Text in another encoding stays far below a half; a file
// that lost a few bytes on its way stays above 0.95.
constexpr double kMostlyValid = 0.95;
constexpr double kValidAsDeclared = 0.5;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Converted {
  std::string text;
  std::size_t broken = 0;     // bytes that became U+FFFD
  std::size_t multibyte = 0;  // bytes of the input above 0x7F
  bool Mostly() const {
    return static_cast<double>(broken) <= (1 - kMostlyValid) * static_cast<double>(multibyte);
  }
};

// What a head declares, and what iconv calls the smallest superset of it. Declarations that
// Chinese pages give wrongly as a rule (iso-8859-1) or cannot give in ASCII (utf-16) are no rows.
constexpr auto kDeclared = std::to_array<std::pair<std::string_view, const char*>>({
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"gb18030", "GB18030"},
    {"big5", "BIG5-HKSCS"},
    {"big5-hkscs", "BIG5-HKSCS"},
    {"x-x-big5", "BIG5-HKSCS"},
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
});

// Guesses worth following; a Western one means that the bytes are broken Chinese.
constexpr auto kDetected = std::to_array<std::pair<std::string_view, const char*>>({
    {"GB18030", "GB18030"},
    {"HZ-GB-2312", "HZ"},
    {"BIG5", "BIG5-HKSCS"},
    {"EUC-TW", "EUC-TW"},
    {"SHIFT_JIS", "CP932"},
    {"EUC-JP", "EUC-JP"},
    {"EUC-KR", "CP949"},
    {"UHC", "CP949"},
});

bool High(char c) { return static_cast<unsigned char>(c) >= 0x80; }

std::string AsciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (Usable()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool Usable() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Converts until the end or the first broken sequence; moves `left` behind what was converted.
  bool Run(std::string_view& left, std::string& out) const {
    std::array<char, 1 << 16> buffer;
    while (!left.empty()) {
      char* in = const_cast<char*>(left.data());
      std::size_t in_left = left.size();
      char* to = buffer.data();
      std::size_t to_left = buffer.size();
      const std::size_t done = iconv(handle_, &in, &in_left, &to, &to_left);
      const int reason = errno;
      out.append(buffer.data(), buffer.size() - to_left);
      left.remove_prefix(left.size() - in_left);
      if (done == static_cast<std::size_t>(-1) && reason != E2BIG) return false;
    }
    return true;
  }

 private:
  iconv_t handle_;
};

// Broken bytes become U+FFFD one by one. Nothing where iconv does not know the encoding.
std::optional<Converted> Convert(std::string_view bytes, const char* from) {
  const Converter converter(from);
  if (!converter.Usable()) return std::nullopt;
  Converted result;
  result.multibyte = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), High));
  result.text.reserve(bytes.size() + bytes.size() / 2);
  while (!converter.Run(bytes, result.text) && !bytes.empty()) {
    result.text += kReplacement;
    ++result.broken;
    bytes.remove_prefix(1);
  }
  return result;
}

// The share of multibyte sequences that are right UTF-8. REQUIRES: text is not valid UTF-8.
double ValidShare(std::string_view text) {
  std::size_t right = 0, wrong = 0;
  const std::u32string decoded = DecodeUtf8(text);
  for (char32_t c : decoded) {
    if (c == 0xFFFD) {
      ++wrong;
    } else if (c >= 0x80) {
      ++right;
    }
  }
  return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, right + wrong));
}

// "charset=gb2312", 'charset = "gbk"' or encoding="..." of the head, in lower case; may be empty.
std::string DeclaredName(std::string_view bytes) {
  const std::string head = AsciiLower(bytes.substr(0, kHeadBytes));
  constexpr std::string_view kBefore = " \t\r\n=\"'";
  constexpr std::pair<const char*, const char*> kDeclarations[] = {{"<meta", "charset"},
                                                                   {"<?xml", "encoding"}};
  for (const auto& [opening, key] : kDeclarations) {
    for (std::size_t tag = head.find(opening); tag != std::string::npos;
         tag = head.find(opening, tag + 1)) {
      const std::size_t end = std::min(head.find('>', tag), head.size());
      const std::string_view inside(head.data() + tag, end - tag);
      std::size_t at = inside.find(key);
      if (at == std::string_view::npos) continue;
      at = inside.find_first_not_of(kBefore, at + std::string_view(key).size());
      if (at == std::string_view::npos) continue;
      return std::string(inside.substr(at, inside.find_first_of(" \t\r\n\"';/?>", at) - at));
    }
  }
  return "";
}

template <typename Table>
const char* Lookup(const Table& table, std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return value;
  }
  return nullptr;
}

const char* DetectedName(std::string_view bytes) {
  const std::unique_ptr<struct uchardet, void (*)(uchardet_t)> detector(uchardet_new(),
                                                                        uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kDetectorBytes));
  uchardet_data_end(detector.get());
  return Lookup(kDetected, uchardet_get_charset(detector.get()));
}

std::string WithReplacements(std::string_view text) { return EncodeUtf8(DecodeUtf8(text)); }

std::string FromUnknown(std::string_view bytes) {
  const double share = ValidShare(bytes);
  if (share > kMostlyValid) return WithReplacements(bytes);
  const std::string name = DeclaredName(bytes);
  const char* declared = Lookup(kDeclared, name);
  if (declared != nullptr && std::string_view(declared) == "UTF-8") {
    if (share > kValidAsDeclared) return WithReplacements(bytes);
  } else if (declared != nullptr) {
    if (auto text = Convert(bytes, declared); text && text->Mostly()) return std::move(text->text);
  }
  auto chinese = Convert(bytes, "GB18030");
  if (chinese && chinese->broken == 0) return std::move(chinese->text);
  if (const char* detected = DetectedName(bytes)) {
    if (auto text = Convert(bytes, detected); text && text->Mostly()) return std::move(text->text);
  }
  if (chinese && chinese->Mostly()) return std::move(chinese->text);
  return WithReplacements(bytes);
}

// UTF-16 without its mark; unpaired surrogates and an odd last byte become U+FFFD.
std::string FromUtf16(std::string_view bytes, bool little_endian) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little_endian ? second << 8 | first : first << 8 | second);
  };
  std::u32string text;
  text.reserve(bytes.size() / 2 + 1);
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t next = c < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
      const bool pair = next >= 0xDC00 && next <= 0xDFFF;
      c = pair ? 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00) : 0xFFFD;
      if (pair) at += 2;
    }
    text.push_back(c);
  }
  if (at < bytes.size()) text.push_back(0xFFFD);
  return EncodeUtf8(text);
}

std::string Decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return FromUtf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFE\xFF")) return FromUtf16(bytes.substr(2), false);
  if (IsValidUtf8(bytes)) return std::string(bytes);
  if (bytes.starts_with(kByteOrderMark)) return WithReplacements(bytes);
  return FromUnknown(bytes);
}

}  // namespace

std::string ToUtf8(std::string_view bytes) {
  std::string text = Decode(bytes);
  std::erase(text, '\0');
  std::size_t marks = 0;
  while (std::string_view(text).substr(marks).starts_with(kByteOrderMark)) {
    marks += kByteOrderMark.size();
  }
  text.erase(0, marks);
  return text;
}

}  // namespace gongkai
