#include "study/study_spec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"

namespace acim {
namespace {

using testing::HasSubstr;
using testing::Pair;

StudySpec two_curves() {
  PointSettings base;
  base.macro.random_noise_percent = 0.05;
  base.layers.push_back(parse_layer_override("layer3.*:adc_bits=7"));
  StudySubject subject;
  subject.mean = {0.485F, 0.456F, 0.406F};
  subject.images = 300;
  return make_study_spec(subject, base, parse_sweep_axis("adc_bits=4:6"), parse_sweep_axis("encoding_bits=1,2"));
}

TEST(StudySpec, HoldsAPointForEachPairOfValues) {
  const StudySpec spec = two_curves();
  ASSERT_EQ(spec.points.size(), 6U);
  EXPECT_EQ(spec.points[4].settings.macro.adc_bits, 5);
  EXPECT_EQ(spec.points[4].settings.macro.encoding_bits, 2);
  EXPECT_EQ(spec.points[4].settings.macro.random_noise_percent, 0.05);
  EXPECT_THAT(spec.points[4].coordinates, testing::ElementsAre(Pair("adc_bits", "5"), Pair("encoding_bits", "2")));
}

TEST(StudySpec, WithoutAxesIsOnePoint) {
  const StudySpec spec = make_study_spec({}, {}, {}, {});
  ASSERT_EQ(spec.points.size(), 1U);
  EXPECT_EQ(spec.points[0].settings, PointSettings{});
}

TEST(StudySpec, NamesThePointThatIsInvalid) {
  PointSettings base;
  base.macro.adc_offset_percent = 40;
  try {
    make_study_spec({}, base, parse_sweep_axis("adc_range_percent=50,80"), {});
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("adc_range_percent=80"));
    EXPECT_THAT(error.what(), HasSubstr("adc_offset_percent"));
  }
}

TEST(StudySpec, RefusesTheSameKnobOnBothAxes) {
  const SweepAxis axis = parse_sweep_axis("adc_bits=4:6");
  EXPECT_THROW(make_study_spec({}, {}, axis, axis), Error);
}

TEST(StudySpec, RefusesTooManyPoints) {
  EXPECT_THROW(make_study_spec({}, {}, parse_sweep_axis("random_noise_percent=0:1:0.002"),
                               parse_sweep_axis("nonlinearity_percent=0:1:0.002")),
               Error);
}

TEST(StudySpec, ChangedAfterwardsIsValidatedAgain) {
  StudySpec spec = two_curves();
  EXPECT_NO_THROW(validate(spec));
  spec.points[3].settings.macro.batch = 4096;
  try {
    validate(spec);
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("adc_bits=4, encoding_bits=2"));
    EXPECT_THAT(error.what(), HasSubstr("batch"));
  }
  spec = two_curves();
  spec.images_per_block = 0;
  EXPECT_THROW(validate(spec), Error);
}

TEST(StudySpec, RefusesJsonWhosePointsAreNotThoseOfTheAxes) {
  using nlohmann::json;
  const json good = to_json(two_curves());
  const std::vector<std::pair<std::string, json>> changes = {
      {"/x/key", ""},
      {"/x/key", "nothing"},
      {"/x/key", "encoding_bits"},
      {"/x/values", json::array()},
      {"/x/values", {"4", "5"}},
      {"/x/values", {"4", "5", "99"}},
      {"/x/values", {"4", "5", "7"}},
      {"/x/values", {"4", "6", "5"}},
      {"/family/values", json::array()},
      {"/family/values", {"1"}},
      {"/family/values", {"1", "2", "4"}},
      {"/family", {{"key", ""}, {"values", json::array()}}},
      {"/points/0/coordinates", json::array()},
      {"/points/0/coordinates", {{"encoding_bits", "1"}, {"adc_bits", "4"}}},
      {"/points/4/coordinates/0/1", "6"},
      {"/points/4/coordinates/1/0", "adc_bits"},
      {"/points/4/settings/parameters/adc_bits", 6},
      {"/points/4/settings/parameters/batch", 4096},
  };
  for (const auto& [pointer, value] : changes) {
    json damaged = good;
    damaged[json::json_pointer(pointer)] = value;
    try {
      study_spec_from_json(damaged);
      ADD_FAILURE() << pointer << " = " << value << " accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input) << pointer << " = " << value;
      EXPECT_FALSE(error.where().empty()) << pointer;
    }
  }
  json fewer = good;
  fewer["points"].erase(5);
  EXPECT_THROW(study_spec_from_json(fewer), Error);
  json more = good;
  more["points"].push_back(more["points"][5]);
  EXPECT_THROW(study_spec_from_json(more), Error);
  json single = to_json(make_study_spec({}, {}, {}, {}));
  EXPECT_NO_THROW(study_spec_from_json(single));
  single["points"][0]["coordinates"] = {{"adc_bits", "8"}};
  EXPECT_THROW(study_spec_from_json(single), Error);
}

TEST(StudySpec, IsTheSameAfterJson) {
  StudySpec spec = two_curves();
  EXPECT_EQ(study_spec_from_json(nlohmann::json::parse(to_json(spec).dump())), spec);
  EXPECT_FALSE(to_json(spec).contains("adc_range_images"));
  spec.adc_range = "mse";
  spec.adc_range_images = 3;
  nlohmann::json json = to_json(spec);
  EXPECT_EQ(study_spec_from_json(json), spec);
  for (const int images : {0, 10001}) {
    json["adc_range_images"] = images;
    EXPECT_THROW(study_spec_from_json(json), Error) << images;
  }
}

TEST(StudySpec, RefusesDamagedJsonNamingTheKey) {
  const nlohmann::json good = to_json(two_curves());
  const std::vector<std::pair<std::string, nlohmann::json>> changes = {
      {"/format", "other"},
      {"/version", 3},
      {"/points", nlohmann::json::array()},
      {"/points", 3},
      {"/points/0", "text"},
      {"/points/0/settings/parameters/adc_bits", 99},
      {"/points/0/coordinates/0", 1},
      {"/images_per_block", 0},
      {"/images_per_block", 1e9},
      {"/subject/images", -1},
      {"/subject/images", 18446744073709551615ULL},
      {"/subject/mean", nlohmann::json::array({1, 2, 3, 4})},
      {"/subject/network", 1},
      {"/x/values", "4"},
  };
  for (const auto& [pointer, value] : changes) {
    nlohmann::json damaged = good;
    damaged[nlohmann::json::json_pointer(pointer)] = value;
    try {
      study_spec_from_json(damaged);
      ADD_FAILURE() << pointer << " accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input) << pointer;
      EXPECT_FALSE(error.where().empty()) << pointer;
    }
  }
  for (const char* key : {"subject", "points", "x", "family", "images_per_block", "version"}) {
    nlohmann::json damaged = good;
    damaged.erase(key);
    EXPECT_THROW(study_spec_from_json(damaged), Error) << key;
  }
  EXPECT_THROW(study_spec_from_json(nlohmann::json::array()), Error);
}

}  // namespace
}  // namespace acim
