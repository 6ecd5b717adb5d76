#pragma once

#include <cstdint>

namespace acim {

/// Transposition of 8 x 8 bits: bit c of byte r becomes bit r of byte c (H. S. Warren, Hacker's Delight, section 7-3).
constexpr std::uint64_t transposed_bits(std::uint64_t square) {
  std::uint64_t t = (square ^ square >> 7U) & 0x00AA00AA00AA00AAULL;
  square ^= t ^ t << 7U;
  t = (square ^ square >> 14U) & 0x0000CCCC0000CCCCULL;
  square ^= t ^ t << 14U;
  t = (square ^ square >> 28U) & 0x00000000F0F0F0F0ULL;
  return square ^ t ^ t << 28U;
}

}  // namespace acim
