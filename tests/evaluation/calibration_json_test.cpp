#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "evaluation/evaluation.h"

namespace acim {
namespace {

Calibration calibration() {
  Calibration calibration;
  calibration.network_hash = "hash of the network";
  calibration.images_hash = "hash of the images";
  calibration.images = 64;
  calibration.percentile = 99.9;
  calibration.layers.resize(2);
  calibration.layers[1].streamed = {.maximum = 0.1F, .positive_maximum = 1.0F / 3, .negative = true};
  calibration.layers[1].second = {.maximum = 1e-30F, .positive_maximum = 0, .negative = true};
  return calibration;
}

TEST(CalibrationJson, KeepsEveryBit) {
  const Calibration before = calibration();
  const Calibration after = calibration_from_json(calibration_json(before));
  ASSERT_EQ(after.layers.size(), 2U);
  EXPECT_EQ(after.layers[1].streamed.maximum, before.layers[1].streamed.maximum);
  EXPECT_EQ(after.layers[1].streamed.positive_maximum, before.layers[1].streamed.positive_maximum);
  EXPECT_EQ(after.layers[1].second.maximum, before.layers[1].second.maximum);
  EXPECT_EQ(after.layers[1].percentile, 99.9);
  EXPECT_TRUE(after.layers[1].streamed.negative);
  EXPECT_TRUE(after.layers[1].second.negative);
  EXPECT_FALSE(after.layers[0].streamed.negative);
  EXPECT_EQ(after.percentile, 99.9);
  EXPECT_EQ(after.hash(), before.hash());
}

TEST(CalibrationJson, RefusesDamage) {
  const auto good = nlohmann::json::parse(calibration_json(calibration()));
  const std::vector<std::pair<std::string, nlohmann::json>> changes = {{"/format", "x"},
                                                                       {"/version", 2},
                                                                       {"/images", 0},
                                                                       {"/images", 1.5},
                                                                       {"/percentile", 49},
                                                                       {"/percentile", nullptr},
                                                                       {"/layers", "x"},
                                                                       {"/layers/0", 1},
                                                                       {"/layers/0/streamed/maximum", -1},
                                                                       {"/layers/0/streamed/maximum", 1e300},
                                                                       {"/layers/1/second/negative", 1},
                                                                       {"/network_hash", 1}};
  for (const auto& [pointer, value] : changes) {
    nlohmann::json damaged = good;
    damaged[nlohmann::json::json_pointer(pointer)] = value;
    try {
      calibration_from_json(damaged.dump());
      ADD_FAILURE() << pointer << " accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input) << pointer;
    }
  }
  EXPECT_THROW(calibration_from_json("{"), Error);
  EXPECT_THROW(calibration_from_json("[]"), Error);
}

}  // namespace
}  // namespace acim
