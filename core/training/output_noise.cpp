#include "training/output_noise.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/mul.h>
#include <c10/core/GradMode.h>

#include "base/random.h"

namespace acim {
namespace {

// Apart from the streams of augmentation.cpp.
constexpr std::uint64_t kNoiseStream = 0x6E6F697365ULL;

}  // namespace

at::Tensor OutputNoise::applied(std::int64_t step, std::int64_t layer, const at::Tensor& output) const {
  const std::uint64_t key =
      mix64(mix64(mix64(kNoiseStream, seed_), static_cast<std::uint64_t>(step)), static_cast<std::uint64_t>(layer));
  at::Tensor factor;
  {
    const c10::AutoGradMode no_gradients(false);
    factor = at::empty_like(output).normal_(1, deviation_, at::detail::createCPUGenerator(key));
  }
  return at::mul(output, factor);
}

}  // namespace acim
