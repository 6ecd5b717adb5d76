#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace acim {

/// Appends predictions or labels as a row keeps them: two bytes each, the low one first.
inline void append_row_bytes(std::vector<std::byte>& bytes, std::span<const std::int16_t> values) {
  for (const std::int16_t value : values) {
    const auto bits = static_cast<std::uint16_t>(value);
    bytes.push_back(static_cast<std::byte>(bits & 0xFFU));
    bytes.push_back(static_cast<std::byte>(bits >> 8U));
  }
}

/// SHA-256 over the columns of a row of a study file, each with its length before it.
class RowDigest {
 public:
  RowDigest& add(std::span<const std::byte> bytes) {
    const std::uint64_t size = bytes.size();
    hash_.add(std::as_bytes(std::span(&size, 1)));
    hash_.add(bytes);
    return *this;
  }
  RowDigest& add(std::string_view text) { return add(std::as_bytes(std::span(text))); }
  RowDigest& add(std::int64_t value) { return add(fmt::format("{}", value)); }
  RowDigest& add(double value) { return add(fmt::format("{:a}", value)); }
  std::string hex() { return hash_.hex(); }

 private:
  Sha256 hash_;
};

}  // namespace acim
