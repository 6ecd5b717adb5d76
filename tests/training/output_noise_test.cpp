#include "training/output_noise.h"

#include <ATen/ops/allclose.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/full.h>
#include <ATen/ops/mean.h>
#include <ATen/ops/mul.h>
#include <ATen/ops/std.h>
#include <ATen/ops/sum.h>
#include <gtest/gtest.h>

namespace acim {
namespace {

TEST(OutputNoise, ScalesOutputsWithTheGivenDeviation) {
  const at::Tensor noisy = OutputNoise(20, 1).applied(3, 2, at::full({100000}, 5.0));
  EXPECT_NEAR(at::mean(noisy).item<double>(), 5, 0.02);
  EXPECT_NEAR(at::std(noisy).item<double>(), 1, 0.02);
}

TEST(OutputNoise, IsAFunctionOfSeedStepAndLayer) {
  const at::Tensor output = at::arange(1, 1000, at::kFloat);
  const at::Tensor first = OutputNoise(20, 1).applied(3, 2, output);
  EXPECT_TRUE(first.equal(OutputNoise(20, 1).applied(3, 2, output)));
  EXPECT_FALSE(first.equal(OutputNoise(20, 2).applied(3, 2, output)));
  EXPECT_FALSE(first.equal(OutputNoise(20, 1).applied(4, 2, output)));
  EXPECT_FALSE(first.equal(OutputNoise(20, 1).applied(3, 1, output)));
}

TEST(OutputNoise, HasTheGradientOfAFactor) {
  at::Tensor output = at::arange(1, 50, at::kFloat).set_requires_grad(true);
  const at::Tensor noisy = OutputNoise(30, 1).applied(0, 0, output);
  at::sum(noisy).backward();
  EXPECT_TRUE(at::allclose(at::mul(output.grad(), output.detach()), noisy.detach()));
}

}  // namespace
}  // namespace acim
