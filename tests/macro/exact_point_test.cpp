#include "macro/exact_point.h"

#include <gtest/gtest.h>

namespace acim {
namespace {

PointSettings point_of(std::initializer_list<const char*> assignments, std::initializer_list<const char*> layers = {}) {
  PointSettings point;
  for (const char* assignment : assignments) apply_assignment(point.macro, assignment);
  for (const char* layer : layers) point.layers.push_back(parse_layer_override(layer));
  return point;
}

TEST(ExactPoint, IsTheSameForEveryArray) {
  const PointSettings plain = exact_point({});
  EXPECT_EQ(plain.mode, EvaluationMode::quantised);
  EXPECT_EQ(exact_point(point_of({"adc_bits=4", "rows=127", "encoding_bits=2", "random_noise_percent=0.5"})), plain);
  EXPECT_EQ(exact_point(point_of({}, {"layer1.*:adc_bits=5"})), plain);
}

TEST(ExactPoint, KeepsWhatIntegersDependOn) {
  const PointSettings plain = exact_point({});
  for (const char* assignment :
       {"weight_bits=5", "activation_bits=5", "activation_scale=per_image", "activation_percentile=99.5",
        "signed_activations=always", "matmul_stationary=first", "digital_weight_bits=5", "digital_activation_bits=5"}) {
    EXPECT_NE(exact_point(point_of({assignment})), plain) << assignment;
  }
  const PointSettings layers = exact_point(point_of({}, {"conv1:weight_bits=5,adc_bits=5", "fc:digital=true"}));
  ASSERT_EQ(layers.layers.size(), 2U);
  EXPECT_EQ(override_text(layers.layers[0]), "conv1:weight_bits=5");
  EXPECT_EQ(override_text(layers.layers[1]), "fc:digital=true");
}

TEST(ExactPoint, KeepsTheBlockOnlyWhereItSetsTheScale) {
  EXPECT_EQ(exact_point(point_of({"batch=7"})), exact_point({}));
  EXPECT_NE(exact_point(point_of({"batch=7", "activation_scale=per_batch"})),
            exact_point(point_of({"batch=8", "activation_scale=per_batch"})));
}

}  // namespace
}  // namespace acim
