// Values as bytes, for what passes between processes of one program on one machine: numbers in the
// machine's own order, texts and lists behind their lengths. A type says once which fields it has,
//   template <typename Visitor> void Visit(Visitor& v, T& value) { v(value.a, value.b); }
// beside itself in the namespace, and that serves for both ways.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/decimal.h"

namespace gongkai {

template <typename T>
concept PlainField = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class ByteWriter {
 public:
  template <typename... Fields>
  void operator()(Fields&... fields) {
    (Write(fields), ...);
  }
  std::string Take() && { return std::move(out_); }

 private:
  template <PlainField T>
  void Write(const T& value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void Write(std::string& text) {
    Write(std::uint64_t{text.size()});
    out_ += text;
  }
  void Write(Decimal& value) {
    Write(value.digits());
    Write(value.scale());
  }
  template <typename A, typename B>
  void Write(std::pair<A, B>& value) {
    (*this)(value.first, value.second);
  }
  template <typename T>
  void Write(std::optional<T>& value) {
    Write(value.has_value());
    if (value) Write(*value);
  }
  template <typename T>
  void Write(std::vector<T>& list) {
    Write(std::uint64_t{list.size()});
    for (T& item : list) Write(item);
  }
  template <typename T>
    requires(std::is_class_v<T>)
  void Write(T& value) {
    Visit(*this, value);
  }

  std::string out_;
};

// Of untrusted bytes: what is not there is left as it was, and whole() is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  template <typename... Fields>
  void operator()(Fields&... fields) {
    (Read(fields), ...);
  }
  bool whole() const { return sound_ && left_.empty(); }

 private:
  std::string_view Take(std::uint64_t size) {
    if (size > left_.size()) sound_ = false;
    if (!sound_) return {};
    const std::string_view taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }
  template <PlainField T>
  void Read(T& value) {
    if constexpr (std::is_same_v<T, bool>) {  // any other byte than 0 and 1 would be no bool
      const std::string_view byte = Take(1);
      value = !byte.empty() && byte.front() != 0;
    } else {
      const std::string_view bytes = Take(sizeof value);
      if (!bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
    }
  }
  void Read(std::string& text) {
    std::uint64_t size = 0;
    Read(size);
    text = Take(size);
  }
  void Read(Decimal& value) {
    std::int64_t digits = 0;
    int scale = 0;
    (*this)(digits, scale);
    const auto made = Decimal::Make(digits, scale);
    if (made) value = *made;
    sound_ = sound_ && made.has_value();
  }
  template <typename A, typename B>
  void Read(std::pair<A, B>& value) {
    (*this)(value.first, value.second);
  }
  template <typename T>
  void Read(std::optional<T>& value) {
    bool there = false;
    Read(there);
    if (there) Read(value.emplace());
  }
  template <typename T>
  void Read(std::vector<T>& list) {
    std::uint64_t size = 0;
    Read(size);
    // Every item takes a byte at least, so that a length that lies costs nothing.
    for (std::uint64_t i = 0; i < size && sound_; ++i) Read(list.emplace_back());
  }
  template <typename T>
    requires(std::is_class_v<T>)
  void Read(T& value) {
    Visit(*this, value);
  }

  std::string_view left_;
  bool sound_ = true;
};

template <typename T>
std::string EncodeBytes(const T& value) {
  ByteWriter writer;
  writer(const_cast<T&>(value));  // Visit serves for reading, too; a writer changes nothing
  return std::move(writer).Take();
}

template <typename T>
std::optional<T> DecodeBytes(std::string_view bytes) {
  ByteReader reader(bytes);
  T value;
  reader(value);
  if (!reader.whole()) return std::nullopt;
  return value;
}

}  // namespace gongkai
