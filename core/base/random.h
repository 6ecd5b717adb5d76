#pragma once

#include <array>
#include <cstdint>

namespace acim {

/// A strong 64-bit mix (the finaliser of SplitMix64): a bijection whose every output bit depends on every input bit.
constexpr std::uint64_t mix64(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

/// Mixes a further value into a hash; the order of calls matters.
constexpr std::uint64_t mix64(std::uint64_t hash, std::uint64_t value) {
  return mix64(hash ^ mix64(value));
}

/// Counter-based generator: five AES rounds of a 128-bit counter under a key. A draw is a pure function of (key,
/// counter), so results do not depend on threads, batches or instruction sets. Five rounds: see docs/array-model.md,
/// Randomness.
class CounterRandom {
 public:
  using Block = std::array<std::uint8_t, 16>;

  /// The round keys from a 64-bit key by a strong mix.
  explicit CounterRandom(std::uint64_t key);

  /// Sixteen random bytes of counter (high, low); bytes of `low` come first in the AES state, little-endian.
  Block block(std::uint64_t low, std::uint64_t high) const;

  /// The six round keys (whitening first), as two little-endian words each: what a vector implementation loads.
  const std::array<std::array<std::uint64_t, 2>, 6>& round_keys() const { return round_keys_; }

 private:
  std::array<std::array<std::uint64_t, 2>, 6> round_keys_;
};

/// Quantile of the standard normal distribution, probability in (0, 1), double precision (Wichura, AS 241, PPND16).
double normal_quantile(double probability);

/// A double in the open interval (0, 1) from 64 random bits: (bits >> 12 + 0.5) / 2^52. One bit more would round up
/// to 1.
constexpr double open_unit_interval(std::uint64_t bits) {
  return (static_cast<double>(bits >> 12U) + 0.5) * 0x1.0p-52;
}

}  // namespace acim
