#include "plain_model.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/random.h"

namespace acim::test {
namespace {

struct PlainCycle {
  int lsb;
  int width;
  bool negative;
};

double round_half_even(double x) {
  const double below = std::floor(x);
  const double fraction = x - below;
  if (fraction != 0.5) return fraction < 0.5 ? below : below + 1;
  return std::fmod(below, 2) == 0 ? below : below + 1;
}

double converted(double sum, double full, const MacroParameters& macro, double lowest, bool half) {
  const double top = std::pow(2, macro.adc_bits - (half ? 1 : 0)) - 1;
  const double range = macro.adc_range_percent / 100;
  const double offset = macro.adc_offset_percent / 100;
  double code = 0;
  if (macro.compression_alpha == 0 && range == 1 && offset == 0) {
    // A tie of integers: (|s| top) / F has the fraction one half just when 2 |s| top is an odd multiple of F.
    const auto numerator = static_cast<std::int64_t>(std::abs(sum) * top);
    const auto denominator = static_cast<std::int64_t>(full);
    std::int64_t rounded = numerator / denominator;
    const std::int64_t rest = numerator - rounded * denominator;
    if (2 * rest > denominator || (2 * rest == denominator && rounded % 2 != 0)) ++rounded;
    code = sum < 0 ? -static_cast<double>(rounded) : static_cast<double>(rounded);
  } else {
    const double value = sum / (1 + macro.compression_alpha * sum) / full;
    code = round_half_even(std::min(std::max((value - offset) / range, lowest), 1.0) * top);
  }
  return (offset + code / top * range) * full;
}

}  // namespace

std::vector<double> plain_layer(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                                std::span<const std::int16_t> streamed, const MacroParameters& macro,
                                bool signed_activations) {
  const int magnitude = macro.activation_bits - (signed_activations ? 1 : 0);
  std::vector<PlainCycle> cycles;
  for (int lsb = 0; lsb < magnitude; lsb += macro.encoding_bits) {
    cycles.push_back({lsb, std::min(macro.encoding_bits, magnitude - lsb), false});
  }
  if (signed_activations) cycles.push_back({magnitude, 1, true});

  const std::int64_t kernel = geometry.kernel_height * geometry.kernel_width;
  std::int64_t step = macro.rows;
  if (macro.mapping == Mapping::whole_channels && kernel <= macro.rows) step = macro.rows / kernel * kernel;
  const std::int64_t group_channels = geometry.channels / geometry.groups;
  const std::int64_t group_outputs = geometry.outputs / geometry.groups;
  const std::int64_t reduction = group_channels * kernel;

  const auto activation = [&](std::int64_t group, std::int64_t position, std::int64_t k) -> int {
    if (geometry.layout == OperandLayout::rows) return streamed[static_cast<std::size_t>(position * reduction + k)];
    const std::int64_t channel = group * group_channels + k / kernel;
    const std::int64_t ky = k % kernel / geometry.kernel_width;
    const std::int64_t kx = k % geometry.kernel_width;
    const std::int64_t y = position / geometry.output_width() * geometry.stride_height - geometry.padding_height +
                           ky * geometry.dilation_height;
    const std::int64_t x = position % geometry.output_width() * geometry.stride_width - geometry.padding_width +
                           kx * geometry.dilation_width;
    if (y < 0 || x < 0 || y >= geometry.height || x >= geometry.width) return 0;
    return streamed[static_cast<std::size_t>((channel * geometry.height + y) * geometry.width + x)];
  };
  const auto field = [](int value, int total, int lsb, int width) {
    return ((value & ((1 << total) - 1)) >> lsb) & ((1 << width) - 1);
  };

  const std::int64_t positions = geometry.positions();
  std::vector<double> output(static_cast<std::size_t>(geometry.outputs * positions));
  for (std::int64_t position = 0; position < positions; ++position) {
    for (std::int64_t o = 0; o < geometry.outputs; ++o) {
      double total = 0;
      for (std::int64_t begin = 0; begin < reduction; begin += step) {
        const std::int64_t end = std::min(begin + step, reduction);
        for (std::size_t j = 0; j < cycles.size(); ++j) {
          const PlainCycle& cycle = cycles[j];
          if (macro.weight_parallel) {
            double sum = 0;
            for (std::int64_t k = begin; k < end; ++k) {
              sum += weights[static_cast<std::size_t>(o * reduction + k)] *
                     field(activation(o / group_outputs, position, k), macro.activation_bits, cycle.lsb, cycle.width);
            }
            const double full = (std::pow(2, cycle.width) - 1) * (std::pow(2, macro.weight_bits - 1) - 1) * macro.rows;
            total += (cycle.negative ? -1 : 1) * std::pow(2, cycle.lsb) * converted(sum, full, macro, -1, true);
            continue;
          }
          for (int i = 0; i < macro.weight_bits; ++i) {
            double sum = 0;
            for (std::int64_t k = begin; k < end; ++k) {
              sum += field(weights[static_cast<std::size_t>(o * reduction + k)], macro.weight_bits, i, 1) *
                     field(activation(o / group_outputs, position, k), macro.activation_bits, cycle.lsb, cycle.width);
            }
            const double full = (std::pow(2, cycle.width) - 1) * macro.rows;
            const int diagonal = i + static_cast<int>(j);
            const bool digital =
                diagonal > macro.weight_bits + static_cast<int>(cycles.size()) - macro.hybrid_levels - 2;
            const bool exact = digital && macro.hybrid_readout == HybridReadout::exact;
            const double value = exact ? sum : converted(sum, full, macro, 0, false);
            const bool negative = (i == macro.weight_bits - 1) != cycle.negative;
            total += (negative ? -1 : 1) * std::pow(2, i + cycle.lsb) * value;
          }
        }
      }
      const std::int64_t at =
          geometry.layout == OperandLayout::rows ? position * geometry.outputs + o : o * positions + position;
      output[static_cast<std::size_t>(at)] = total;
    }
  }
  return output;
}

}  // namespace acim::test
