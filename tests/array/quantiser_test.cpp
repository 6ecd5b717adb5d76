#include "array/quantiser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/random.h"

namespace acim {
namespace {

std::vector<std::int16_t> quantised(const std::vector<float>& values, int bits, bool is_signed) {
  std::vector<std::int16_t> result(values.size());
  quantise(values, quantiser_scale(values, is_signed), bits, is_signed, result);
  return result;
}

TEST(Quantiser, ScaleIsTheLargestMagnitudePlusASmallMargin) {
  EXPECT_EQ(quantiser_scale(std::vector<float>{-2, 1}, true), 2.0F + 1e-7F);
  EXPECT_EQ(quantiser_scale(std::vector<float>{-2, 1}, false), 1.0F + 1e-7F);
  EXPECT_GT(quantiser_scale(std::vector<float>{0, 0}, true), 0.0F);
}

TEST(Quantiser, SignedIsSymmetric) {
  EXPECT_EQ(quantised({-1, -0.5F, 0, 0.5F, 1}, 3, true), (std::vector<std::int16_t>{-3, -1, 0, 1, 3}));
}

TEST(Quantiser, UnsignedCutsNegativeValues) {
  EXPECT_EQ(quantised({-1, 0, 0.5F, 1}, 2, false), (std::vector<std::int16_t>{0, 0, 1, 3}));
}

TEST(Quantiser, TiesGoToTheEvenLevel) {
  std::vector<std::int16_t> result(3);
  quantise(std::vector<float>{0.5F, 1.5F, 2.5F}, 3.0F, 2, false, result);  // levels 0.5, 1.5, 2.5
  EXPECT_EQ(result, (std::vector<std::int16_t>{0, 2, 2}));
}

TEST(Quantiser, ValuesBeyondACalibratedScaleClip) {
  std::vector<std::int16_t> result(2);
  quantise(std::vector<float>{5.0F, -5.0F}, 1.0F, 8, true, result);
  EXPECT_EQ(result, (std::vector<std::int16_t>{127, -127}));
}

TEST(Quantiser, RefusesValuesThatAreNoNumbers) {
  EXPECT_THROW(quantiser_scale(std::vector<float>{1, std::numeric_limits<float>::quiet_NaN()}, true), Error);
  EXPECT_THROW(quantiser_scale(std::vector<float>{std::numeric_limits<float>::infinity()}, false), Error);
}

/// acim-model section 2, one value after the other.
std::vector<std::int16_t> plainly_quantised(const std::vector<float>& values, float scale, int bits, bool is_signed) {
  std::vector<std::int16_t> result;
  const auto levels = static_cast<float>(quantiser_levels(bits, is_signed));
  for (const float value : values) {
    const float magnitude = is_signed ? std::abs(value) : value;
    const float level = std::nearbyint(std::clamp(magnitude / scale, 0.0F, 1.0F) * levels);
    result.push_back(static_cast<std::int16_t>(is_signed && value < 0 ? -level : level));
  }
  return result;
}

float plain_scale(const std::vector<float>& values, bool is_signed) {
  float maximum = 0;
  for (const float value : values) maximum = std::max(maximum, is_signed ? std::abs(value) : value);
  return maximum + 1e-7F;
}

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

/// Values of all sizes, many of them ties of a level, and the odd ones.
std::vector<float> values_to_quantise(std::size_t count, float scale, int bits, bool is_signed, std::uint64_t seed) {
  const float odd[] = {0.0F,
                       -0.0F,
                       std::numeric_limits<float>::denorm_min(),
                       -std::numeric_limits<float>::min(),
                       std::numeric_limits<float>::max(),
                       std::numeric_limits<float>::lowest(),
                       scale,
                       -scale,
                       std::nextafter(scale, 0.0F)};
  const auto levels = static_cast<float>(quantiser_levels(bits, is_signed));
  std::vector<float> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t draw = mix64(seed, i);
    const float uniform = static_cast<float>(draw >> 40U) / 16777216.0F;
    switch (draw % 5) {
      case 0:
        values[i] = odd[(draw >> 8U) % std::size(odd)];
        break;
      case 1:
        values[i] = (std::floor(uniform * levels) + 0.5F) / levels * scale;
        break;
      default:
        values[i] = uniform * 1.2F * scale;
    }
    if ((draw & 0x100U) != 0) values[i] = -values[i];
  }
  return values;
}

TEST(Quantiser, EveryInstructionSetGivesThePlainIntegers) {
  for (const InstructionSet set : available_instruction_sets()) {
    for (std::size_t count = 0; count < 70; ++count) {
      for (const int bits : {2, 3, 4, 8, 9}) {
        for (const bool is_signed : {false, true}) {
          for (const float scale : {1.0F, 0.37F, 3e-39F, 2e38F}) {
            const auto values = values_to_quantise(count, scale, bits, is_signed, count);
            std::vector<std::int16_t> result(count, 999);
            quantise(values, scale, bits, is_signed, result, set);
            ASSERT_EQ(result, plainly_quantised(values, scale, bits, is_signed))
                << instruction_set_name(set) << ", " << count << " values, " << bits << " bits, scale " << scale;
          }
        }
      }
    }
  }
}

TEST(Quantiser, InfinitiesClipAndWhatIsNoNumberIsZero) {
  std::vector<float> values(40, 0.25F);
  values[0] = values[33] = kInfinity;
  values[1] = values[35] = -kInfinity;
  values[2] = values[36] = kNaN;
  values[3] = values[37] = -kNaN;
  for (const InstructionSet set : available_instruction_sets()) {
    std::vector<std::int16_t> result(values.size());
    quantise(values, 1.0F, 3, true, result, set);
    for (const std::size_t at : {std::size_t{0}, std::size_t{33}}) EXPECT_EQ(result[at], 3);
    for (const std::size_t at : {std::size_t{1}, std::size_t{35}}) EXPECT_EQ(result[at], -3);
    for (const std::size_t at : {2U, 3U, 36U, 37U}) EXPECT_EQ(result[at], 0) << instruction_set_name(set);
    quantise(values, 1.0F, 3, false, result, set);
    EXPECT_EQ(result[0], 7);
    EXPECT_EQ(result[1], 0);
    EXPECT_EQ(result[36], 0);
    EXPECT_EQ(result[20], 2);
  }
}

TEST(Quantiser, EveryInstructionSetFindsThePlainScale) {
  for (const InstructionSet set : available_instruction_sets()) {
    for (std::size_t count = 0; count < 70; ++count) {
      auto values = values_to_quantise(count, 0.8F, 8, true, 7 + count);
      for (float& value : values) value = std::abs(value) > 1 ? -0.0F : value;
      for (const bool is_signed : {false, true}) {
        EXPECT_EQ(quantiser_scale(values, is_signed, set), plain_scale(values, is_signed)) << count;
      }
      EXPECT_TRUE(all_finite(values, set));
      for (const float bad : {kInfinity, -kInfinity, kNaN, -kNaN}) {
        if (count == 0) continue;
        auto damaged = values;
        damaged[count * 5 / 7] = bad;
        EXPECT_FALSE(all_finite(damaged, set)) << instruction_set_name(set) << ", " << count;
        EXPECT_THROW(quantiser_scale(damaged, false, set), Error);
      }
    }
  }
}

TEST(Quantiser, NamesTheFirstValueThatIsNoNumber) {
  std::vector<float> values(50, 1.0F);
  values[31] = values[40] = kNaN;
  try {
    quantiser_scale(values, true);
    ADD_FAILURE() << "accepted";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("31"), std::string::npos) << error.what();
  }
}

TEST(Dequantise, EveryInstructionSetGivesThePlainNumbers) {
  LayerGeometry convolution;
  convolution.outputs = 3;
  for (const InstructionSet set : available_instruction_sets()) {
    for (std::int64_t positions = 1; positions < 40; ++positions) {
      for (const bool rows : {false, true}) {
        convolution.width = positions;
        const LayerGeometry geometry = rows ? LayerGeometry::linear(positions, 5, 3) : convolution;
        const auto count = static_cast<std::size_t>(3 * positions);
        std::vector<double> sums(count);
        std::vector<std::int32_t> integers(count);
        for (std::size_t i = 0; i < count; ++i) {
          integers[i] = static_cast<std::int32_t>(mix64(i) >> 40U) - (1 << 23);
          sums[i] = integers[i] * 1.0009765625 + 0.1;
        }
        const double factor = 0.1 / 3;
        const std::vector<float> bias = {0.7F, -1e-9F, 3e7F};
        std::vector<float> expected(count);
        std::vector<float> of_integers(count);
        std::vector<float> result(count);
        for (const bool with_bias : {false, true}) {
          for (std::size_t i = 0; i < count; ++i) {
            const std::size_t output = rows ? i % 3 : i / static_cast<std::size_t>(positions);
            const volatile double offset = with_bias ? static_cast<double>(bias[output]) : 0.0;
            const volatile double product = sums[i] * factor;  // no fused multiply-add
            const volatile double integer_product = integers[i] * factor;
            expected[i] = static_cast<float>(product + offset);
            of_integers[i] = static_cast<float>(integer_product + offset);
          }
          const std::span<const float> offsets = with_bias ? std::span<const float>(bias) : std::span<const float>();
          dequantise(geometry, sums, factor, offsets, result, set);
          EXPECT_EQ(result, expected) << instruction_set_name(set) << ", " << positions << " positions";
          dequantise(geometry, integers, factor, offsets, result, set);
          EXPECT_EQ(result, of_integers) << instruction_set_name(set) << ", " << positions << " positions";
        }
      }
    }
  }
}

TEST(Quantiser, LevelsFollowBitsAndSign) {
  EXPECT_EQ(quantiser_levels(8, false), 255);
  EXPECT_EQ(quantiser_levels(8, true), 127);
}

}  // namespace
}  // namespace acim
