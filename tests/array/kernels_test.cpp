// The fast engine's parts, by themselves: where cells, windows and tables stand.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <set>
#include <stop_token>

#include "array/kernels/layer_layout.h"
#include "array/kernels/sum_table.h"
#include "array/window.h"
#include "base/error.h"
#include "random_layer.h"

namespace acim {
namespace {

using test::TestRandom;

LayerGeometry grouped(std::int64_t groups, std::int64_t outputs_per_group) {
  LayerGeometry geometry;
  geometry.channels = 3 * groups;
  geometry.height = 5;
  geometry.width = 4;
  geometry.outputs = groups * outputs_per_group;
  geometry.kernel_height = 3;
  geometry.kernel_width = 2;
  geometry.padding_height = 1;
  geometry.padding_width = 2;
  geometry.groups = groups;
  return geometry;
}

TEST(SlotLayout, HasAPlaceForEveryWeightBitOfEveryBlock) {
  for (int weight_bits = 2; weight_bits <= 9; ++weight_bits) {
    for (const std::int64_t outputs : {1, 16, 17, 48, 64, 200, 512}) {
      const SlotLayout layout = slot_layout(weight_bits, outputs);
      EXPECT_GE(layout.words() * SlotLayout::kSlotsPerWord, layout.slots());
      EXPECT_GE(layout.block_sets() * layout.block_lanes * kBlockOutputs, outputs);
      // Groups of words hold whole sets, so no set is cut.
      EXPECT_EQ(layout.words_per_group() * SlotLayout::kSlotsPerWord, layout.sets_per_group() * weight_bits);
    }
  }
}

TEST(SlotLayout, GivesManyOutputsWholeRecords) {
  EXPECT_EQ(slot_layout(8, 128).block_lanes, 4);
  EXPECT_EQ(slot_layout(8, 16).positions(), 4);
}

TEST(Banks, BeginAtBlocksAndHoldEveryOutputOnce) {
  for (const std::int64_t outputs : {1, 3, 8, 10, 16, 40}) {
    for (const std::int64_t groups : {1, 2, 7, 32}) {
      std::int64_t next = 0;
      for (const Bank& bank : banks_of(grouped(groups, outputs))) {
        EXPECT_EQ(bank.first_output, next);
        EXPECT_EQ(bank.first_output % kBlockOutputs, 0);
        next += bank.outputs;
      }
      EXPECT_EQ(next, groups * outputs);
    }
  }
}

TEST(PaddedImage, HasTheWindowsThatGatherWindowGives) {
  const LayerGeometry geometry = grouped(2, 1);
  TestRandom random(5);
  const auto streamed = test::random_activations(random, static_cast<std::size_t>(geometry.input_elements()), 8, false);
  const PaddedImage image(geometry);
  std::vector<std::uint8_t> bytes(image.bytes() + PaddedImage::kSlack);
  image.fill(geometry, streamed, 0, bytes);
  const Bank bank{0, 2, 0, 2};
  const std::vector<Chunk> chunks = {{0, geometry.reduction()}};
  const std::vector<std::int16_t> weights(static_cast<std::size_t>(geometry.outputs * geometry.reduction()));
  const BankCells cells(geometry, bank, weights, chunks, 8);
  for (std::int64_t position = 0; position < geometry.positions(); ++position) {
    std::multiset<int> expected;
    for (std::int64_t group = 0; group < 2; ++group) {
      std::vector<std::int16_t> window(static_cast<std::size_t>(geometry.reduction()));
      gather_window(geometry, streamed, group, position, window);
      expected.insert(window.begin(), window.end());
    }
    std::multiset<int> gathered;
    const std::uint8_t* first = bytes.data() + image.window(geometry, position);
    for (const GatherRun& run : cells.chunks()[0].runs) {
      gathered.insert(first + run.offset, first + run.offset + run.length);
    }
    EXPECT_EQ(gathered, expected) << "position " << position;
  }
}

TEST(BankCells, CutLongChunksInListsThatAByteCounts) {
  LayerGeometry geometry = LayerGeometry::linear(1, 1000, 4);
  const std::vector<std::int16_t> weights(4000, 1);
  const BankCells cells(geometry, {0, 1, 0, 4}, weights, {{0, 1000}}, 2);
  int rows = 0;
  for (const RowList& list : cells.chunks()[0].lists) {
    EXPECT_EQ(list.first_row, rows);
    EXPECT_LE(list.rows, kMostListedRows);
    rows += list.rows;
  }
  EXPECT_EQ(rows, 1000);
}

struct TableCase {
  MacroParameters macro;
  std::int64_t full_scale;
};

std::vector<TableCase> table_cases() {
  std::vector<TableCase> cases;
  for (const double noise : {0.05, 0.4, 3.0}) {
    for (const int bits : {4, 8, 10}) {
      MacroParameters macro;
      macro.adc_bits = bits;
      macro.random_noise_percent = noise;
      cases.push_back({macro, 255});
      macro.nonlinearity_percent = 2;
      cases.push_back({macro, 255});
      macro.compression_alpha = 1e-3;
      cases.push_back({macro, 1020});
    }
  }
  return cases;
}

/// Residual bits that hit the first, the last and inner codes.
constexpr std::array<std::uint32_t, 5> kResidualBits = {0, 1U << 20U, 1U << 31U, 0xFFFF0000U, 0xFFFFFFFFU};

int residual_code(const SumTable& table, std::size_t s, std::uint32_t bits) {
  const std::uint32_t* last = table.residual_bits.data() + s * table.residual_entries;
  const auto below = std::count_if(last, last + table.residual_entries, [bits](std::uint32_t b) { return b < bits; });
  return std::clamp(table.residual_codes[s] + static_cast<int>(below), 0, table.highest_code);
}

TEST(SumTable, GivesTheCodesOfTheConversionTableInBothForms) {
  int compared = 0;
  for (const TableCase& test : table_cases()) {
    const auto conversions = std::make_shared<const ConversionTable>(test.macro, test.full_scale);
    const SumTables by_bytes(conversions, test.full_scale, true, SumTableForm::bytes);
    const SumTables by_thresholds(conversions, test.full_scale, true, SumTableForm::thresholds);
    for (std::int64_t sum = 0; sum <= test.full_scale; sum += 5) {
      const auto window = static_cast<std::size_t>(sum) / SumTable::kSums;
      const std::size_t s = static_cast<std::size_t>(sum) % SumTable::kSums;
      if (by_bytes.window(window, {}) == nullptr) continue;
      ++compared;
      const SumTable& bytes = *by_bytes.window(window, {});
      const SumTable& thresholds = *by_thresholds.window(window, {});
      EXPECT_EQ(bytes.codes[s] | bytes.high_codes[s] << 8, conversions->code(sum));
      for (int u = 0; u < 256; ++u) {
        for (const std::uint32_t bits : kResidualBits) {
          const int expected = conversions->sample(sum, static_cast<std::uint8_t>(u), [bits] { return bits; });
          const std::size_t cell = 256 * s + static_cast<std::size_t>(u);
          const int from_bytes = u >= bytes.decided[s]      ? residual_code(bytes, s, bits)
                                 : bytes.byte_codes.empty() ? bytes.wide_byte_codes[cell]
                                                            : bytes.byte_codes[cell];
          ASSERT_EQ(from_bytes, expected) << "sum " << sum << ", byte " << u;
          if (!thresholds.by_thresholds) continue;
          int code = thresholds.first_codes[s] | thresholds.high_first_codes[s] << 8;
          for (std::size_t t = 0; t < thresholds.threshold_count; ++t) {
            code += u > thresholds.thresholds[SumTable::kSums * t + s] ? 1 : 0;
          }
          if (u > thresholds.last_deciding[s]) code = residual_code(thresholds, s, bits);
          ASSERT_EQ(code, expected) << "sum " << sum << ", byte " << u;
        }
      }
    }
  }
  EXPECT_GT(compared, 500);
}

TEST(SumTables, AreNotMadeOfNoiseOverManyCodesNorBeyondTheBudget) {
  MacroParameters macro;
  macro.adc_bits = 12;
  macro.random_noise_percent = 1;
  const auto wide = std::make_shared<const ConversionTable>(macro, 1020);
  EXPECT_EQ(SumTables(wide, 1020, true, SumTableForm::bytes).window(0, {}), nullptr);
  macro.random_noise_percent = 0.1;
  const auto narrow = std::make_shared<const ConversionTable>(macro, 1020);
  const SumTables small(narrow, 1020, true, SumTableForm::bytes, 1);
  EXPECT_NE(small.window(3, {}), nullptr);
  EXPECT_EQ(small.window(1, {}), nullptr);  // the first filled the budget
  EXPECT_NE(small.window(3, {}), nullptr);
}

TEST(SumTables, AreNotMadeOnceStopped) {
  MacroParameters macro;
  macro.random_noise_percent = 0.1;
  const SumTables tables(std::make_shared<const ConversionTable>(macro, 255), 255, true, SumTableForm::bytes);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(tables.window(0, stop.get_token()), Error);
  EXPECT_NE(tables.window(0, {}), nullptr);
}

TEST(BankCells, PackingStops) {
  const LayerGeometry geometry = LayerGeometry::linear(1, 10, 4);
  const std::vector<std::int16_t> weights(40, 1);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(BankCells(geometry, {0, 1, 0, 4}, weights, {{0, 10}}, 2, stop.get_token()), Error);
}

TEST(PaddedImage, DoesNotSuitVastPadding) {
  LayerGeometry geometry = grouped(1, 1);
  EXPECT_TRUE(PaddedImage::suits(geometry));
  geometry.padding_height = geometry.padding_width = 30000;
  EXPECT_FALSE(PaddedImage::suits(geometry));
}

TEST(CommonNoise, IsTheDistributionOfEverySumBetweenTheClamps) {
  MacroParameters macro;
  macro.random_noise_percent = 0.6;
  const ConversionTable table(macro, 255);
  ASSERT_NE(table.common_noise(), nullptr);
  for (const int sum : {0, 2, 100, 254, 255}) {
    const CodeDistribution exact = code_distribution(table.conversion(), sum);
    const CodeDistribution common = common_noise_distribution(0.6 / 100 * 255);
    std::vector<double> clamped(256);
    for (std::size_t k = 0; k < common.probabilities.size(); ++k) {
      const int code = table.clamped(sum + common.first_code + static_cast<int>(k));
      clamped[static_cast<std::size_t>(code)] += common.probabilities[k];
    }
    for (std::size_t k = 0; k < exact.probabilities.size(); ++k) {
      const auto code = static_cast<std::size_t>(exact.first_code) + k;
      EXPECT_NEAR(clamped[code], exact.probabilities[k], 1e-14) << "sum " << sum << ", code " << code;
    }
  }
}

TEST(CommonNoise, IsNotWhereNoiseOrCodesDependOnTheSum) {
  MacroParameters macro;
  macro.random_noise_percent = 0.4;
  EXPECT_EQ(ConversionTable(macro, 256).common_noise(), nullptr);  // sums between codes
  macro.nonlinearity_percent = 1;
  EXPECT_EQ(ConversionTable(macro, 255).common_noise(), nullptr);
  macro.nonlinearity_percent = 0;
  macro.compression_alpha = 1e-4;
  EXPECT_EQ(ConversionTable(macro, 255).common_noise(), nullptr);
  macro.compression_alpha = 0;
  macro.adc_range_percent = 50;
  EXPECT_EQ(ConversionTable(macro, 255).common_noise(), nullptr);
}

}  // namespace
}  // namespace acim
