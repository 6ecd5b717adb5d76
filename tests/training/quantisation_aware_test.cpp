#include "training/quantisation_aware.h"

#include <ATen/ops/ones_like.h>
#include <ATen/ops/sum.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include <cstdint>
#include <vector>

#include "array/quantiser.h"

namespace acim {
namespace {

const std::vector<float> kValues = {-0.9F, -0.31F, 0.0F, 0.123F, 0.5F, 0.77F, 1.0F, 0.333F};

std::vector<float> values_of(const at::Tensor& tensor) {
  const at::Tensor flat = tensor.detach().contiguous();
  return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

/// What the array's own quantiser makes of the values, back in their units.
std::vector<float> array_values(const std::vector<float>& values, int bits, bool is_signed) {
  const float scale = quantiser_scale(values, is_signed);
  std::vector<std::int16_t> integers(values.size());
  quantise(values, scale, bits, is_signed, integers);
  std::vector<float> result;
  for (const std::int16_t integer : integers) {
    result.push_back(static_cast<float>(integer * static_cast<double>(scale) / quantiser_levels(bits, is_signed)));
  }
  return result;
}

TEST(FakeQuantisation, RoundsAsTheArraysQuantisers) {
  for (const int bits : {2, 4, 8}) {
    FakeQuantisation quantisation(bits, bits);
    std::vector<float> positive = kValues;
    for (float& value : positive) value = value < 0 ? -value : value;
    const LayerOperands of_signed = quantisation.quantised(0, {at::tensor(kValues), at::tensor(kValues)}, true);
    const LayerOperands of_unsigned = quantisation.quantised(1, {at::tensor(positive), at::tensor(kValues)}, true);
    EXPECT_THAT(values_of(of_signed.weight),
                ::testing::Pointwise(::testing::FloatNear(1e-6F), array_values(kValues, bits, true)));
    EXPECT_THAT(values_of(of_signed.input),
                ::testing::Pointwise(::testing::FloatNear(1e-6F), array_values(kValues, bits, true)));
    EXPECT_THAT(values_of(of_unsigned.input),
                ::testing::Pointwise(::testing::FloatNear(1e-6F), array_values(positive, bits, false)));
  }
}

TEST(FakeQuantisation, LetsGradientsThroughWhereNothingClips) {
  FakeQuantisation quantisation(0, 4);
  quantisation.quantised(0, {at::tensor(std::vector<float>{0.0F, 1.0F}), {}}, true);
  at::Tensor input = at::tensor(std::vector<float>{0.2F, 0.9F, 1.5F, -0.5F}).set_requires_grad(true);
  at::sum(quantisation.quantised(0, {input, {}}, false).input).backward();
  EXPECT_THAT(values_of(input.grad()), ::testing::ElementsAre(1, 1, 0, 0));
}

TEST(FakeQuantisation, FollowsTheMaximumOnlyInTraining) {
  FakeQuantisation quantisation(8, 8);
  const auto show = [&](float maximum, bool observe) {
    quantisation.quantised(0, {at::tensor(std::vector<float>{0.0F, maximum}), at::tensor(kValues)}, observe);
    return quantisation.ranges().at(0).maximum;
  };
  EXPECT_DOUBLE_EQ(show(1, true), 1);
  EXPECT_DOUBLE_EQ(show(2, false), 1);
  EXPECT_NEAR(show(2, true), 1.1, 1e-9);
}

TEST(FakeQuantisation, LeavesOperandsAloneAtZeroBits) {
  FakeQuantisation quantisation(0, 0);
  const LayerOperands operands = quantisation.quantised(0, {at::tensor(kValues), at::tensor(kValues)}, true);
  EXPECT_EQ(values_of(operands.input), kValues);
  EXPECT_EQ(values_of(operands.weight), kValues);
}

}  // namespace
}  // namespace acim
