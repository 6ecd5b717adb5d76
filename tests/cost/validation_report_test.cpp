// The comparison with silicon: every ratio and every statistic of docs/energy-model.md.

#include "cost/validation_report.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace acim::cost {
namespace {

/// Model over reported energy with no constant fitted, given with two digits.
const std::map<std::string, double> kRatios = {
    {"jia20_0v85", 0.32},   {"jia20_1v2", 0.31},   {"jia22_16nm", 0.89},   {"lee21", 1.23},
    {"c3sram", 0.88},       {"pimca", 0.61},       {"convram", 0.35},      {"valavi18", 0.70},
    {"zhang22_0v8", 1.30},  {"zhang22_1v0", 1.59}, {"dctram_0v8", 0.50},   {"dctram_1v0", 0.56},
    {"choi22_0v85", 1.33},  {"choi22_1v2", 1.04},  {"wang23_0v7", 0.36},   {"wang23_1v1", 0.43},
    {"wang23_1v0", 0.38},   {"hsieh23", 3.39},     {"zhao23", 2.26},       {"rasul21", 0.93},
    {"crcim_bs", 0.56},     {"crcim_bp", 0.97},    {"imagine_8b", 1.46},   {"papistas_0v8", 0.80},
    {"papistas_0v6", 0.80}, {"diana", 0.26},       {"sinangil_0v8", 0.99}, {"sinangil_1v0", 1.41},
    {"yue21", 1.47},        {"si19", 0.79},        {"xnor_0v6", 0.17},     {"xnor_1v0", 0.17},
    {"si20", 10.55},        {"su20", 5.76},        {"wu22", 4.56},         {"kim19", 0.12},
    {"khwa18", 0.06},       {"kul_aimc2", 6.60},   {"kul_aimc3", 2.69},    {"capram", 0.61}};

const ValidationReport& report() {
  static const ValidationReport made = validation_report(built_in_presets());
  return made;
}

const RatioStatistics& group(const std::string& name) {
  for (const RatioStatistics& statistics : report().groups) {
    if (statistics.group == name) return statistics;
  }
  throw std::runtime_error("no group " + name);
}

TEST(ValidationReport, ReproducesEveryRatioOfModelOverSilicon) {
  std::size_t compared = 0;
  for (const ChipComparison& chip : report().chips) {
    SCOPED_TRACE(chip.preset->id);
    const auto expected = kRatios.find(chip.preset->id);
    ASSERT_NE(expected, kRatios.end());
    EXPECT_NEAR(chip.ratio, expected->second, 0.0051);
    // The calibration factor of the file is the inverse.
    EXPECT_NEAR(chip.ratio * chip.preset->energy_scale, 1, 0.001);
    ++compared;
  }
  EXPECT_EQ(compared, kRatios.size());
}

struct Expected {
  const char* group;
  int points;
  double geometric_mean, spread, median_error;
  int within_two;
};

TEST(ValidationReport, ReproducesTheStatisticsOfGroups) {
  for (const Expected& row : {Expected{"charge domain", 20, 0.78, 1.94, 1.79, 13},
                              {"charge domain, 128 rows or more", 14, 0.77, 1.78, 1.64, 11},
                              {"charge domain, fewer rows", 6, 0.80, 2.47, 2.75, 2},
                              {"current, resistive, time domain", 14, 0.89, 5.32, 5.7, 4},
                              {"the same, 64 rows or more", 10, 0.42, 3.78, 4.6, 4},
                              {"the same, fewer rows", 4, 5.73, 1.76, 6.6, 0}}) {
    SCOPED_TRACE(row.group);
    const RatioStatistics& seen = group(row.group);
    EXPECT_EQ(seen.points, row.points);
    EXPECT_NEAR(seen.geometric_mean, row.geometric_mean, 0.0051);
    EXPECT_NEAR(seen.spread, row.spread, 0.0051);
    EXPECT_NEAR(seen.median_error, row.median_error, 0.06);
    EXPECT_EQ(seen.within_two, row.within_two);
  }
  EXPECT_EQ(group("charge domain, by chip").points, 15);
  EXPECT_NEAR(group("charge domain, by chip").geometric_mean, 0.83, 0.0051);
  EXPECT_NEAR(group("charge domain, by chip").spread, 1.95, 0.0051);
  EXPECT_EQ(group("charge domain, by chip").within_two, 10);
  EXPECT_EQ(group("current, resistive, time domain, by chip").points, 12);
}

TEST(ValidationReport, ComparesDigitalMacrosAndLatency) {
  EXPECT_EQ(report().digital_statistics.points, 9);
  EXPECT_NEAR(report().digital_statistics.geometric_mean, 0.80, 0.0051);
  EXPECT_NEAR(report().digital_statistics.spread, 1.60, 0.0051);
  EXPECT_EQ(report().latency_statistics.points, 21);
  EXPECT_NEAR(report().latency_statistics.geometric_mean, 0.45, 0.0051);
  EXPECT_NEAR(report().latency_statistics.spread, 3.7, 0.051);
}

TEST(RatioStatistics, AreOfLogarithms) {
  const RatioStatistics statistics = ratio_statistics("g", {0.5, 2, 1});
  EXPECT_NEAR(statistics.geometric_mean, 1, 1e-12);
  EXPECT_NEAR(statistics.spread, 2, 1e-12);
  EXPECT_NEAR(statistics.median_error, 2, 1e-12);
  EXPECT_EQ(statistics.within_two, 3);
}

}  // namespace
}  // namespace acim::cost
