#include "base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <set>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace acim {
namespace {

using Block = CounterRandom::Block;

std::uint8_t product(std::uint8_t a, std::uint8_t b) {
  unsigned sum = 0;
  for (unsigned i = 0; i < 8; ++i) {
    if ((unsigned{b} >> i & 1U) != 0) sum ^= unsigned{a} << i;
  }
  for (unsigned i = 15; i >= 8; --i) {
    if ((sum >> i & 1U) != 0) sum ^= 0x11BU << (i - 8);
  }
  return static_cast<std::uint8_t>(sum);
}

std::uint8_t substitution(std::uint8_t x) {
  unsigned inverse = 0;
  for (unsigned y = 1; y < 256; ++y) {
    if (product(x, static_cast<std::uint8_t>(y)) == 1) inverse = y;
  }
  unsigned result = 0x63;
  for (unsigned i = 0; i < 8; ++i) {
    const unsigned bit = (inverse >> i ^ inverse >> (i + 4) % 8 ^ inverse >> (i + 5) % 8 ^ inverse >> (i + 6) % 8 ^
                          inverse >> (i + 7) % 8) &
                         1U;
    result ^= bit << i;
  }
  return static_cast<std::uint8_t>(result);
}

/// FIPS 197 to the letter: SubBytes, ShiftRows, MixColumns, AddRoundKey.
Block plain_round(const Block& in, const Block& key) {
  Block shifted{};
  for (std::size_t column = 0; column < 4; ++column) {
    for (std::size_t row = 0; row < 4; ++row)
      shifted[4 * column + row] = substitution(in[4 * ((column + row) % 4) + row]);
  }
  Block out{};
  for (std::size_t column = 0; column < 4; ++column) {
    for (std::size_t row = 0; row < 4; ++row) {
      const auto s = [&](std::size_t i) { return shifted[4 * column + (row + i) % 4]; };
      out[4 * column + row] =
          static_cast<std::uint8_t>(product(s(0), 2) ^ product(s(1), 3) ^ s(2) ^ s(3) ^ key[4 * column + row]);
    }
  }
  return out;
}

Block bytes_of(std::uint64_t low, std::uint64_t high) {
  Block block{};
  for (std::size_t i = 0; i < 8; ++i) {
    block[i] = static_cast<std::uint8_t>(low >> (8 * i));
    block[8 + i] = static_cast<std::uint8_t>(high >> (8 * i));
  }
  return block;
}

TEST(AesRound, OfTheTestIsTheInstruction) {
  // S. Gueron, "Intel Advanced Encryption Standard Instructions Set" (2010): the example of AESENC.
  const Block state = bytes_of(0x63746F725D53475DULL, 0x7B5B546573745665ULL);
  const Block key = bytes_of(0x5B477565726F6E5DULL, 0x4869285368617929ULL);
  EXPECT_EQ(plain_round(state, key), bytes_of(0x8B104B58DED7E595ULL, 0xA8311C2F9FDBA3C5ULL));
}

TEST(CounterRandom, IsFiveRoundsOfTheWhitenedCounter) {
  const CounterRandom random(0x123456789ABCDEFULL);
  const auto& keys = random.round_keys();
  for (const std::uint64_t counter : {0ULL, 1ULL, 0xFEDCBA9876543210ULL}) {
    const std::uint64_t high = counter * 3;
    Block state = bytes_of(counter ^ keys[0][0], high ^ keys[0][1]);
    for (std::size_t round = 1; round < 6; ++round)
      state = plain_round(state, bytes_of(keys[round][0], keys[round][1]));
    EXPECT_EQ(random.block(counter, high), state);
  }
}

TEST(CounterRandom, TakesItsRoundKeysFromSplitMix64) {
  // The published first outputs of SplitMix64 seeded with 1234567 (Steele, Lea and Flood).
  const auto keys = CounterRandom(1234567).round_keys();
  EXPECT_EQ(keys[0][0], 6457827717110365317ULL);
  EXPECT_EQ(keys[0][1], 3203168211198807973ULL);
  EXPECT_EQ(keys[1][0], 9817491932198370423ULL);
  EXPECT_EQ(keys[1][1], 4593380528125082431ULL);
  EXPECT_EQ(keys[2][0], 16408922859458223821ULL);
}

#if defined(__x86_64__)
__attribute__((target("aes"))) Block block_by_instructions(const CounterRandom& random, std::uint64_t low,
                                                           std::uint64_t high) {
  const auto load = [](const std::array<std::uint64_t, 2>& words) {
    __m128i value;
    std::memcpy(&value, words.data(), sizeof(value));
    return value;
  };
  const auto& keys = random.round_keys();
  __m128i state = load({low ^ keys[0][0], high ^ keys[0][1]});
  for (std::size_t round = 1; round < keys.size(); ++round) state = _mm_aesenc_si128(state, load(keys[round]));
  Block block{};
  std::memcpy(block.data(), &state, sizeof(state));
  return block;
}

TEST(CounterRandom, EqualsTheProcessorsInstruction) {
  if (!__builtin_cpu_supports("aes")) GTEST_SKIP() << "skipped: this processor has no AES instructions";
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const CounterRandom random(mix64(i));
    ASSERT_EQ(random.block(mix64(i, 1), mix64(i, 2)), block_by_instructions(random, mix64(i, 1), mix64(i, 2)));
  }
}
#endif

TEST(CounterRandom, BytesAreUniform) {
  const CounterRandom random(7);
  std::array<std::array<int, 256>, 16> counts{};
  constexpr int kBlocks = 100'000;
  for (std::uint64_t i = 0; i < kBlocks; ++i) {
    const Block block = random.block(i, 0);
    for (std::size_t b = 0; b < block.size(); ++b) ++counts[b][block[b]];
  }
  for (const auto& byte : counts) {
    double chi_square = 0;
    for (const int count : byte) chi_square += std::pow(count - kBlocks / 256.0, 2) / (kBlocks / 256.0);
    // 255 degrees of freedom: mean 255, standard deviation 22.6.
    EXPECT_LT(chi_square, 255 + 5 * 22.6);
    EXPECT_GT(chi_square, 255 - 5 * 22.6);
  }
}

TEST(CounterRandom, OneBitOfCounterOrKeyChangesHalfTheBits) {
  const auto distance = [](const Block& a, const Block& b) {
    int bits = 0;
    for (std::size_t i = 0; i < a.size(); ++i) bits += __builtin_popcount(static_cast<unsigned>(a[i] ^ b[i]));
    return bits;
  };
  double counter_bits = 0;
  double key_bits = 0;
  for (unsigned bit = 0; bit < 64; ++bit) {
    const std::uint64_t flipped = std::uint64_t{1} << bit;
    const Block block = CounterRandom(5).block(9, 0);
    counter_bits += distance(block, CounterRandom(5).block(9 ^ flipped, 0)) / 64.0;
    key_bits += distance(block, CounterRandom(5 ^ flipped).block(9, 0)) / 64.0;
  }
  // The mean of 64 distances of standard deviation 5.7 each.
  EXPECT_NEAR(counter_bits, 64, 3.5);
  EXPECT_NEAR(key_bits, 64, 3.5);
}

TEST(Mix64, IsInjectiveAndDependsOnOrder) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t i = 0; i < 10'000; ++i) seen.insert(mix64(i));
  EXPECT_EQ(seen.size(), 10'000U);
  EXPECT_NE(mix64(mix64(1, 2), 3), mix64(mix64(1, 3), 2));
}

TEST(NormalQuantile, InvertsTheDistribution) {
  for (const double x : {-8.0, -5.1, -3.0, -1.2, -0.3, 0.0, 0.1, 1.0, 2.5}) {
    const double probability = 0.5 * std::erfc(-x / std::sqrt(2.0));
    EXPECT_NEAR(normal_quantile(probability), x, 1e-13 * (1 + std::fabs(x)));
  }
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-15);
  EXPECT_NEAR(normal_quantile(1e-300), -37.0470964, 1e-6);
  EXPECT_TRUE(std::isnan(normal_quantile(std::numeric_limits<double>::quiet_NaN())));
}

TEST(OpenUnitInterval, NeverReachesItsEnds) {
  EXPECT_GT(open_unit_interval(0), 0.0);
  EXPECT_LT(open_unit_interval(~0ULL), 1.0);
  EXPECT_TRUE(std::isfinite(normal_quantile(open_unit_interval(~0ULL))));
}

}  // namespace
}  // namespace acim
