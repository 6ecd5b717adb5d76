#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace acim {

/// Reads little-endian numbers from bytes that are not trusted; running past the end is an Error(input) with the
/// offset.
class ByteReader {
 public:
  ByteReader(std::span<const std::byte> bytes, std::string where) : bytes_(bytes), where_(std::move(where)) {}

  std::uint64_t offset() const { return offset_; }
  std::uint64_t remaining() const { return bytes_.size() - offset_; }
  void seek(std::uint64_t offset) {
    if (offset > bytes_.size()) fail(Phrase("Error", "an offset beyond the end of the file"));
    offset_ = offset;
  }

  std::span<const std::byte> take(std::uint64_t count) {
    if (count > remaining()) fail(Phrase("Error", "the file ends too early"));
    const auto piece = bytes_.subspan(offset_, count);
    offset_ += count;
    return piece;
  }

  template <typename Number>
  Number number() {
    Number value;
    std::memcpy(&value, take(sizeof(Number)).data(), sizeof(Number));
    return value;
  }

  std::string text(std::uint64_t length) {
    const auto piece = take(length);
    std::string result(piece.size(), '\0');
    if (!piece.empty()) std::memcpy(result.data(), piece.data(), piece.size());
    return result;
  }

  [[noreturn]] void fail(const Phrase& what,
                         const Phrase& remedy = Phrase("Error", "The file is damaged; copy it again.")) const {
    throw Error(ErrorKind::input, what, fmt::format("{}, offset {}", where_, offset_), remedy);
  }

 private:
  std::span<const std::byte> bytes_;
  std::string where_;
  std::uint64_t offset_ = 0;
};

}  // namespace acim
