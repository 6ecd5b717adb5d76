#include "array/varied_cells.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "array/draws.h"
#include "array/kernels/variation_kernel.h"
#include "array/normal_bounds.h"
#include "base/error.h"

namespace acim {
namespace {

constexpr double kFarthestDeviation = 8.25;  // see NormalBounds
constexpr double kLargestSteps = 32767;
constexpr int kMostWeightBits = 9;

/// Nearest whole number, ties to even, of one that is small: the sum has no bits left below 1.
double rounded(double x) {
  constexpr double kNoFraction = 0x1.8p52;
  return (x + kNoFraction) - kNoFraction;
}

/// Makes cell_steps() of cell_deviation(), mostly without the quantile.
class CellSource {
 public:
  explicit CellSource(double variation_percent, int step_bits)
      : percent_(variation_percent),
        step_bits_(step_bits),
        variation_(variation_percent / 100),
        scale_(std::ldexp(1.0, step_bits)),
        bounds_(NormalBounds::instance()) {}

  std::int16_t steps(bool bit, std::uint64_t bits) const {
    const NormalBounds::Estimate estimate = bounds_.estimate(bits);
    const double low = steps_of(bit, estimate.value - estimate.error);
    const double high = steps_of(bit, estimate.value + estimate.error);
    if (low == high) return static_cast<std::int16_t>(low);
    return cell_steps(bit, normal_quantile(open_unit_interval(bits)), percent_, step_bits_);
  }

 private:
  double steps_of(bool bit, double deviation) const {
    return rounded(((bit ? 1.0 : 0.0) + variation_ * deviation) * scale_);
  }

  double percent_;
  int step_bits_;
  double variation_;
  double scale_;
  const NormalBounds& bounds_;
};

}  // namespace

int cell_step_bits(double variation_percent) {
  int bits = 14;
  while (std::ldexp(1 + kFarthestDeviation * variation_percent / 100, bits) > kLargestSteps) --bits;
  return bits;
}

std::int16_t cell_steps(bool bit, double deviation, double variation_percent, int step_bits) {
  const double contribution = (bit ? 1.0 : 0.0) + variation_percent / 100 * deviation;
  return static_cast<std::int16_t>(std::nearbyint(std::ldexp(contribution, step_bits)));
}

std::size_t VariedWeights::bit_stride(const Chunk& chunk) {
  return pairs_of(chunk) * 2 * kVariedOutputs;
}

VariedWeights::VariedWeights(const LayerGeometry& layer, std::span<const std::int16_t> weights,
                             const ConversionSettings& settings, std::uint64_t weight_identity,
                             const std::stop_token& stop)
    : geometry(layer),
      weight_bits(settings.macro.weight_bits),
      variation_percent(settings.macro.weight_variation_percent),
      seed(settings.macro.seed),
      step_bits(cell_step_bits(variation_percent)),
      chunks(chunks_of(layer.reduction(), layer.elements_per_channel(), settings.macro.rows, settings.macro.mapping)),
      blocks((static_cast<std::size_t>(layer.outputs_per_group()) + kVariedOutputs - 1) / kVariedOutputs) {
  for (const Chunk& chunk : chunks) {
    first_cells_.push_back(group_cells_);
    group_cells_ += blocks * static_cast<std::size_t>(weight_bits) * bit_stride(chunk);
  }
  cells_.resize(static_cast<std::size_t>(layer.groups) * group_cells_);
  const std::uint64_t key = cell_key(seed, weight_identity);
  for (std::size_t group = 0; group < static_cast<std::size_t>(layer.groups); ++group) {
    for (std::size_t chunk = 0; chunk < chunks.size(); ++chunk) {
      for (std::size_t block = 0; block < blocks; ++block) {
        if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the simulation was stopped");
        fill_block(weights, group, chunk, block * kVariedOutputs, key);
      }
    }
  }
}

void VariedWeights::fill_block(std::span<const std::int16_t> weights, std::size_t group, std::size_t chunk,
                               std::size_t first_output, std::uint64_t key) {
  const CellSource source(variation_percent, step_bits);
  const auto bits = static_cast<std::size_t>(weight_bits);
  const auto reduction = static_cast<std::size_t>(geometry.reduction());
  const auto outputs = static_cast<std::size_t>(geometry.outputs_per_group());
  const std::size_t lanes = std::min(kVariedOutputs, outputs - first_output);
  const std::size_t stride = bit_stride(chunks[chunk]);
  const auto begin = static_cast<std::size_t>(chunks[chunk].begin);
  std::array<std::uint64_t, kMostWeightBits> mixed_bits = {};
  for (std::size_t i = 0; i < bits; ++i) mixed_bits[i] = mix64(i);
  std::int16_t* const block = cells_.data() + block_offset(group, chunk, first_output / kVariedOutputs);
  for (std::size_t k = begin; k < static_cast<std::size_t>(chunks[chunk].end); ++k) {
    const std::size_t row = k - begin;
    const std::uint64_t of_element = mix64(key, k);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const std::size_t output = group * outputs + first_output + lane;
      const std::uint64_t of_output = mix64(of_element, output);
      const auto pattern = static_cast<std::uint16_t>(weights[output * reduction + k]);
      std::int16_t* const cell = block + (row / 2 * kVariedOutputs + lane) * 2 + row % 2;
      for (std::size_t i = 0; i < bits; ++i) {
        cell[i * stride] = source.steps((pattern >> i & 1U) != 0, mix64(of_output ^ mixed_bits[i]));
      }
    }
  }
}

std::size_t VariedWeights::size_in_bytes() const {
  return sizeof(VariedWeights) + cells_.size() * sizeof(cells_[0]);
}

const std::int16_t* VariedWeights::cells_of(std::size_t group, std::size_t chunk, std::size_t block,
                                            int weight_bit) const {
  return cells_.data() + block_offset(group, chunk, block) +
         static_cast<std::size_t>(weight_bit) * bit_stride(chunks[chunk]);
}

}  // namespace acim
