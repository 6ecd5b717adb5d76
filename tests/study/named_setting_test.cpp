#include "study/named_setting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "study/study_spec.h"

namespace acim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(NamedSetting, MakesAFamilyOfFullAndCalibratedRanges) {
  PointSettings base;
  base.macro.adc_range_percent = 50;
  base.layers = {parse_layer_override("a:adc_range_percent=20"),
                 parse_layer_override("b:adc_offset_percent=3,rows=15")};
  const StudySpec spec =
      make_study_spec({}, base, parse_sweep_axis("adc_bits=4,5"), parse_sweep_axis("adc_range=full,mse-global"));
  ASSERT_EQ(spec.points.size(), 4U);
  EXPECT_THAT(spec.points[3].coordinates, ElementsAre(Pair("adc_bits", "5"), Pair("adc_range", "mse-global")));
  EXPECT_EQ(adc_range_of(spec, spec.points[3]), "mse-global");
  // Full is the whole column, whatever the knobs and layers say.
  EXPECT_EQ(spec.points[0].settings.macro.adc_range_percent, 100);
  ASSERT_EQ(spec.points[0].settings.layers.size(), 1U);
  EXPECT_EQ(spec.points[0].settings.layers[0], parse_layer_override("b:rows=15"));
  EXPECT_EQ(study_spec_from_json(to_json(spec)), spec);
}

TEST(NamedSetting, RefusesUnknownValuesAndTwoChoicesAtOnce) {
  try {
    parse_sweep_axis("adc_range=full,best");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.remedy(), HasSubstr("csnr-global"));
  }
  EXPECT_THROW(parse_sweep_axis("adc_range=mse,mse"), Error);
  EXPECT_THROW(parse_sweep_axis("adc_range="), Error);
  StudySpec spec = make_study_spec({}, {}, parse_sweep_axis("adc_range=full,mse"), {});
  spec.adc_range = "csnr";
  EXPECT_THROW(validate(spec), Error);
  spec = make_study_spec({}, {}, parse_sweep_axis("adc_bits=4,5"), {});
  spec.adc_range = "csnr";
  EXPECT_EQ(study_spec_from_json(to_json(spec)), spec);
  spec.adc_range = "best";
  EXPECT_THROW(validate(spec), Error);
}

}  // namespace
}  // namespace acim
