#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace acim {

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
