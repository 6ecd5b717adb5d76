#include <algorithm>
#include <cstddef>
#include <vector>

#include "array/engine.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {
namespace {

/// Sums of at most this many products of two 9-bit integers fit 32 bits.
constexpr std::size_t kRun = 16384;

std::int64_t dot(std::span<const std::int16_t> a, std::span<const std::int16_t> b) {
  std::int64_t total = 0;
  for (std::size_t begin = 0; begin < a.size(); begin += kRun) {
    const std::size_t end = std::min(a.size(), begin + kRun);
    std::int32_t sum = 0;
    for (std::size_t k = begin; k < end; ++k) sum += std::int32_t{a[k]} * std::int32_t{b[k]};
    total += sum;
  }
  return total;
}

}  // namespace

void exact_products(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                    std::span<const std::int16_t> streamed, std::span<double> output, std::stop_token stop) {
  const auto reduction = static_cast<std::size_t>(geometry.reduction());
  const std::int64_t positions = geometry.positions();
  const std::int64_t group_outputs = geometry.outputs_per_group();
  std::vector<std::int16_t> window(reduction);
  for (std::int64_t group = 0; group < geometry.groups; ++group) {
    for (std::int64_t position = 0; position < positions; ++position) {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the computation was stopped");
      gather_window(geometry, streamed, group, position, window);
      for (std::int64_t o = group * group_outputs; o < (group + 1) * group_outputs; ++o) {
        const auto row = weights.subspan(static_cast<std::size_t>(o) * reduction, reduction);
        output[static_cast<std::size_t>(output_index(geometry, positions, position, o))] =
            static_cast<double>(dot(row, window));
      }
    }
  }
}

}  // namespace acim
