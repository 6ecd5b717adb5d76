#include "array/layer_errors.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "array/accumulator.h"
#include "array/bit_planes.h"
#include "array/conversion.h"
#include "array/draws.h"
#include "array/mapping.h"
#include "array/quantiser.h"
#include "array/sampled_positions.h"
#include "array/varied_cells.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {
namespace {

constexpr std::int64_t kFewestPositions = 8;
constexpr std::int64_t kFewestOutputs = 8;
constexpr std::size_t kMostSamples = 31;

struct CauseInfo {
  std::string_view name;
  std::string_view key;
};
constexpr std::array<CauseInfo, kErrorCauses> kCauses = {{{"activation clipping", "activation_clipping"},
                                                          {"activation rounding", "activation_rounding"},
                                                          {"weight rounding", "weight_rounding"},
                                                          {"weight variation", "weight_variation"},
                                                          {"compression", "compression"},
                                                          {"random noise", "random_noise"},
                                                          {"nonlinearity", "nonlinearity"},
                                                          {"clipping below", "clipping_below"},
                                                          {"clipping above", "clipping_above"},
                                                          {"ADC rounding", "adc_rounding"}}};

using Causes = std::array<double, kErrorCauses>;

double& of(Causes& causes, ErrorCause cause) {
  return causes[static_cast<std::size_t>(cause)];
}

void add_scaled(Causes& causes, const Causes& more, double factor) {
  for (std::size_t k = 0; k < kErrorCauses; ++k) causes[k] += factor * more[k];
}

double total(const Causes& causes) {
  double sum = 0;
  for (const double one : causes) sum += one;
  return sum;
}

/// What happens to one column sum on its way to the digital side, in units of the sum.
class ConversionPath {
 public:
  ConversionPath(const MacroParameters& macro, std::int64_t full_scale)
      : conversion_(macro, full_scale, macro.weight_parallel),
        full_scale_(static_cast<double>(full_scale)),
        random_(macro.random_noise_percent / 100),
        only_random_(macro.nonlinearity_percent == 0) {
    const double range = macro.adc_range_percent / 100;
    const double offset = macro.adc_offset_percent / 100;
    low_ = macro.weight_parallel ? -range : offset;
    high_ = macro.weight_parallel ? range : std::min(1.0, offset + range);
  }

  /// `sum` is what the cells really give, `ideal` what they should; without noise.
  Causes quiet(std::int64_t ideal, double sum, int& code) const {
    const bool varied = sum != static_cast<double>(ideal);
    code = varied ? conversion_.code(sum) : conversion_.code(ideal);
    return after_noise(ideal, sum, conversion_.column_value(sum), 0, 0, code);
  }
  /// The same with a standard normal number.
  Causes noisy(std::int64_t ideal, double sum, double gaussian, int& code) const {
    const double value = conversion_.column_value(sum);
    const double deviation = conversion_.noise_deviation(value);
    code = conversion_.noisy_code(value, gaussian);
    const double noise = deviation * gaussian;
    // What each of two independent noises is expected to be, their sum being known.
    const double random = only_random_ ? noise : noise * random_ * random_ / (deviation * deviation);
    return after_noise(ideal, sum, value, random, noise - random, code);
  }

 private:
  Causes after_noise(std::int64_t ideal, double sum, double value, double random, double nonlinear, int code) const {
    const double with_noise = value + random + nonlinear;
    const double clipped = std::clamp(with_noise, low_, high_);
    const double read = conversion_.offset_worth() + code * conversion_.code_worth();
    Causes causes = {};
    of(causes, ErrorCause::weight_variation) = sum - static_cast<double>(ideal);
    of(causes, ErrorCause::compression) = value * full_scale_ - sum;
    of(causes, ErrorCause::random_noise) = random * full_scale_;
    of(causes, ErrorCause::nonlinearity) = nonlinear * full_scale_;
    of(causes, with_noise < low_ ? ErrorCause::clipping_below : ErrorCause::clipping_above) =
        (clipped - with_noise) * full_scale_;
    of(causes, ErrorCause::adc_rounding) = read - clipped * full_scale_;
    return causes;
  }

  Conversion conversion_;
  double full_scale_;
  double random_;
  bool only_random_;
  double low_;
  double high_;
};

int digit_of(std::int16_t value, const Cycle& cycle) {
  return static_cast<std::uint16_t>(value) >> static_cast<unsigned>(cycle.least_significant_bit) &
         ((1 << cycle.width) - 1);
}

class Explanation {
 public:
  Explanation(const LayerOperands& layer, const std::stop_token& stop)
      : layer_(layer),
        geometry_(layer.geometry),
        settings_(layer.settings),
        macro_(layer.settings.macro),
        stop_(stop),
        draws_(layer.key),
        chunks_(chunks_of(geometry_.reduction(), geometry_.elements_per_channel(), macro_.rows, macro_.mapping)),
        reduction_(static_cast<std::size_t>(geometry_.reduction())),
        weight_bits_(macro_.weight_parallel ? 1 : macro_.weight_bits),
        cycles_(static_cast<int>(settings_.cycles.size())),
        step_bits_(cell_step_bits(macro_.weight_variation_percent)) {
    for (int j = 0; j < cycles_; ++j) paths_.emplace_back(macro_, settings_.full_scale(j));
    const auto pairs = static_cast<std::size_t>(weight_bits_) * static_cast<std::size_t>(cycles_);
    errors_.weight_bits = weight_bits_;
    errors_.cycles = cycles_;
    errors_.pairs.resize(pairs);
    errors_.pair_fill.resize(pairs);
    errors_.activation_ones.resize(static_cast<std::size_t>(macro_.activation_bits));
    pair_errors_.resize(pairs);
  }

  LayerErrors run(std::int64_t most_conversions) {
    choose_sample(most_conversions);
    for (std::int64_t group = 0; group < geometry_.groups; ++group) {
      gather_positions(group);
      for (std::int64_t part = 0; part < outputs_; ++part) {
        if (stop_.stop_requested()) throw Error(ErrorKind::cancelled, "the explanation of a layer was stopped");
        begin_output(group * geometry_.outputs_per_group() +
                     sampled_index(geometry_.outputs_per_group(), part, outputs_));
        for (const Position& position : looked_at_) explain_output(position);
      }
    }
    return errors_;
  }

 private:
  void choose_sample(std::int64_t most_conversions) {
    const std::int64_t each = static_cast<std::int64_t>(chunks_.size()) * weight_bits_ * cycles_ * geometry_.groups;
    const std::int64_t outputs = geometry_.outputs_per_group();
    const std::int64_t affordable = std::max<std::int64_t>(1, most_conversions / each);
    positions_ =
        std::clamp(affordable / outputs, std::min(kFewestPositions, geometry_.positions()), geometry_.positions());
    outputs_ = std::clamp(affordable / positions_, std::min(kFewestOutputs, outputs), outputs);
  }

  bool varied() const { return macro_.weight_variation_percent > 0; }
  bool real() const { return !layer_.real_weights.empty() && !layer_.real_streamed.empty(); }
  std::span<const std::int16_t> weights_of_output() const {
    return layer_.weights.subspan(static_cast<std::size_t>(output_) * reduction_, reduction_);
  }

  void begin_output(std::int64_t output) {
    output_ = output;
    weight_planes_ = planes_of(weights_of_output(), macro_.weight_bits);
    if (varied()) make_cells();
    if (!real()) return;
    const double levels = quantiser_levels(macro_.weight_bits, true);
    real_weights_.resize(reduction_);
    const auto values = layer_.real_weights.subspan(static_cast<std::size_t>(output) * reduction_, reduction_);
    for (std::size_t k = 0; k < reduction_; ++k) {
      real_weights_[k] = static_cast<double>(values[k]) / static_cast<double>(layer_.weight_scale) * levels;
    }
  }

  void make_cells() {
    cells_.resize(reduction_ * static_cast<std::size_t>(weight_bits_));
    const auto weights = weights_of_output();
    for (int i = 0; i < weight_bits_; ++i) {
      for (std::size_t k = 0; k < reduction_; ++k) {
        const bool bit = (static_cast<unsigned>(static_cast<std::uint16_t>(weights[k])) >> i & 1U) != 0;
        const double deviation = cell_deviation(macro_.seed, layer_.key.weight, k, static_cast<std::uint64_t>(output_),
                                                static_cast<std::uint64_t>(i));
        cells_[static_cast<std::size_t>(i) * reduction_ + k] =
            cell_steps(bit, deviation, macro_.weight_variation_percent, step_bits_);
      }
    }
  }

  /// What one position of a group sees.
  struct Position {
    std::int64_t index = 0;
    std::vector<std::int16_t> window;
    std::vector<float> real_window;
    std::vector<std::uint64_t> planes;  ///< of each chunk: [activation bit][word]
  };

  static std::size_t words_of(const Chunk& chunk) { return (static_cast<std::size_t>(chunk.length()) + 63) / 64; }
  static std::span<const std::int16_t> part_of(std::span<const std::int16_t> values, const Chunk& chunk) {
    return values.subspan(static_cast<std::size_t>(chunk.begin), static_cast<std::size_t>(chunk.length()));
  }
  /// Bit planes of all chunks, one behind the other.
  std::vector<std::uint64_t> planes_of(std::span<const std::int16_t> values, int bits) const {
    std::vector<std::uint64_t> planes;
    for (const Chunk& chunk : chunks_) {
      const std::size_t begin = planes.size();
      planes.resize(begin + static_cast<std::size_t>(bits) * words_of(chunk));
      activation_planes(part_of(values, chunk), bits, words_of(chunk), std::span(planes).subspan(begin));
    }
    return planes;
  }

  void gather_positions(std::int64_t group) {
    looked_at_.resize(static_cast<std::size_t>(positions_));
    for (std::size_t p = 0; p < looked_at_.size(); ++p) {
      Position& position = looked_at_[p];
      position.index = sampled_index(geometry_.positions(), static_cast<std::int64_t>(p), positions_);
      position.window.resize(reduction_);
      gather_window(geometry_, layer_.streamed, group, position.index, position.window);
      if (real()) {
        position.real_window.resize(reduction_);
        gather_window(geometry_, layer_.real_streamed, group, position.index, position.real_window);
      }
      position.planes = planes_of(position.window, macro_.activation_bits);
      for (const std::int16_t value : position.window) {
        for (std::size_t bit = 0; bit < errors_.activation_ones.size(); ++bit) {
          errors_.activation_ones[bit] += static_cast<std::uint16_t>(value) >> bit & 1U;
        }
      }
      errors_.activations += static_cast<double>(reduction_);
    }
  }

  void explain_output(const Position& position) {
    Causes causes = {};
    std::fill(pair_errors_.begin(), pair_errors_.end(), 0.0);
    std::size_t rows_before = 0;  // words of earlier chunks
    for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) {
      for (int i = 0; i < weight_bits_; ++i) {
        for (int j = 0; j < cycles_; ++j) {
          const ColumnSum sum = macro_.weight_parallel ? parallel_sum(position, chunk, j)
                                                       : column_sum(position, chunk, rows_before, i, j);
          explain_conversion(position.index, chunk, i, j, sum, causes);
        }
      }
      rows_before += words_of(chunks_[chunk]);
    }
    errors_.columns += static_cast<double>(chunks_.size());
    const double of_array = total(causes);
    add_quantisers(position, causes);
    const double whole = total(causes);
    errors_.squared_error += whole * whole;
    for (std::size_t k = 0; k < kErrorCauses; ++k) errors_.causes[k] += causes[k] * whole;
    for (std::size_t p = 0; p < pair_errors_.size(); ++p) errors_.pairs[p] += pair_errors_[p] * of_array;
    const double ideal = exact_product(position);
    errors_.array.add(ideal, ideal + of_array);
  }

  double exact_product(const Position& position) const {
    std::int64_t sum = 0;
    const auto weights = weights_of_output();
    for (std::size_t k = 0; k < reduction_; ++k) sum += std::int64_t{weights[k]} * position.window[k];
    return static_cast<double>(sum);
  }

  /// Activations clipped, then rounded, then weights rounded: what each step adds to the product.
  void add_quantisers(const Position& position, Causes& causes) const {
    if (!real()) return;
    const double levels = quantiser_levels(macro_.activation_bits, settings_.signed_activations);
    const double low = settings_.signed_activations ? -levels : 0;
    const double factor = levels / static_cast<double>(layer_.streamed_scale);
    const auto weights = weights_of_output();
    for (std::size_t k = 0; k < reduction_; ++k) {
      const double value = static_cast<double>(position.real_window[k]) * factor;
      const double clipped = std::clamp(value, low, levels);
      of(causes, ErrorCause::activation_clipping) += real_weights_[k] * (clipped - value);
      of(causes, ErrorCause::activation_rounding) += real_weights_[k] * (position.window[k] - clipped);
      of(causes, ErrorCause::weight_rounding) += (weights[k] - real_weights_[k]) * position.window[k];
    }
  }

  /// What a column should sum to, and does.
  struct ColumnSum {
    std::int64_t ideal = 0;
    double real = 0;
  };
  ColumnSum column_sum(const Position& position, std::size_t chunk, std::size_t rows_before, int weight_bit,
                       int cycle) const {
    const Cycle& own = settings_.cycles[static_cast<std::size_t>(cycle)];
    const std::size_t words = words_of(chunks_[chunk]);
    const auto plane = [&](const std::vector<std::uint64_t>& planes, int bits, int bit) {
      return planes.data() + static_cast<std::size_t>(bits) * rows_before + static_cast<std::size_t>(bit) * words;
    };
    const std::uint64_t* weights = plane(weight_planes_, macro_.weight_bits, weight_bit);
    ColumnSum sum;
    for (int bit = 0; bit < own.width; ++bit) {
      const std::uint64_t* streamed = plane(position.planes, macro_.activation_bits, own.least_significant_bit + bit);
      std::int64_t ones = 0;
      for (std::size_t word = 0; word < words; ++word) ones += std::popcount(weights[word] & streamed[word]);
      sum.ideal += ones << bit;
    }
    sum.real = varied() ? varied_sum(position, chunks_[chunk], weight_bit, cycle) : static_cast<double>(sum.ideal);
    return sum;
  }

  double varied_sum(const Position& position, const Chunk& chunk, int weight_bit, int cycle) const {
    const std::int16_t* cells = cells_.data() + static_cast<std::size_t>(weight_bit) * reduction_;
    std::int64_t steps = 0;
    for (auto k = static_cast<std::size_t>(chunk.begin); k < static_cast<std::size_t>(chunk.end); ++k) {
      steps += std::int64_t{digit_of(position.window[k], settings_.cycles[static_cast<std::size_t>(cycle)])} * cells[k];
    }
    steps = std::clamp(steps, std::int64_t{0}, settings_.full_scale(cycle) << step_bits_);
    return std::ldexp(static_cast<double>(steps), -step_bits_);
  }

  ColumnSum parallel_sum(const Position& position, std::size_t chunk, int cycle) const {
    const Chunk& range = chunks_[chunk];
    const auto weights = weights_of_output();
    ColumnSum sum;
    for (auto k = static_cast<std::size_t>(range.begin); k < static_cast<std::size_t>(range.end); ++k) {
      sum.ideal +=
          std::int64_t{weights[k]} * digit_of(position.window[k], settings_.cycles[static_cast<std::size_t>(cycle)]);
    }
    sum.real = static_cast<double>(sum.ideal);
    return sum;
  }

  void explain_conversion(std::int64_t position, std::size_t chunk, int weight_bit, int cycle, const ColumnSum& sum,
                          Causes& causes) {
    const Cycle& own = settings_.cycles[static_cast<std::size_t>(cycle)];
    const ConversionIndex index{static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(chunk),
                                static_cast<std::uint8_t>(weight_bit), static_cast<std::uint8_t>(cycle), 0};
    const Causes errors = converted(index, sum);
    const double weight = settings_.sign(weight_bit, cycle) * std::ldexp(1, weight_bit + own.least_significant_bit);
    add_scaled(causes, errors, weight);
    const std::size_t pair =
        static_cast<std::size_t>(weight_bit) * static_cast<std::size_t>(cycles_) + static_cast<std::size_t>(cycle);
    pair_errors_[pair] += weight * total(errors);
    errors_.pair_fill[pair] += std::abs(sum.real) / static_cast<double>(settings_.full_scale(cycle));
  }

  Causes converted(ConversionIndex index, const ColumnSum& sum) const {
    const CycleTreatment treatment = settings_.treatment(index.weight_bit, index.cycle);
    const ConversionPath& path = paths_[index.cycle];
    if (treatment == CycleTreatment::digital_exact) {
      Causes causes = {};
      of(causes, ErrorCause::weight_variation) = sum.real - static_cast<double>(sum.ideal);
      return causes;
    }
    int code = 0;
    if (!settings_.noisy() || treatment == CycleTreatment::digital_through_adc) {
      return path.quiet(sum.ideal, sum.real, code);
    }
    const auto output = static_cast<std::uint32_t>(output_);
    if (treatment != CycleTreatment::voted)
      return path.noisy(sum.ideal, sum.real, draws_.gaussian(index, output), code);

    // A vote that elects a code has the errors of the samples that gave it.
    const auto samples = static_cast<std::size_t>(macro_.voting_samples);
    std::array<Causes, kMostSamples> each;
    std::array<int, kMostSamples> codes;
    for (std::size_t s = 0; s < samples; ++s) {
      index.sample = static_cast<std::uint8_t>(s);
      each[s] = path.noisy(sum.ideal, sum.real, draws_.gaussian(index, output), codes[s]);
    }
    std::array<int, kMostSamples> sorted = codes;
    const bool mean = macro_.voting_rule == VotingRule::mean;
    const int elected = mean ? 0 : elected_code(std::span(sorted).first(samples), macro_.voting_rule);
    Causes causes = {};
    double counted = 0;
    for (std::size_t s = 0; s < samples; ++s) {
      if (!mean && codes[s] != elected) continue;
      add_scaled(causes, each[s], 1);
      ++counted;
    }
    for (double& cause : causes) cause /= counted;
    return causes;
  }

  const LayerOperands& layer_;
  const LayerGeometry& geometry_;
  const ConversionSettings& settings_;
  const MacroParameters& macro_;
  std::stop_token stop_;
  LayerDraws draws_;
  std::vector<Chunk> chunks_;
  std::size_t reduction_;
  int weight_bits_;
  int cycles_;
  int step_bits_;
  std::vector<ConversionPath> paths_;  ///< by cycle
  std::int64_t positions_ = 0;         ///< looked at
  std::int64_t outputs_ = 0;           ///< looked at, of each group
  std::int64_t output_ = 0;
  std::vector<std::int16_t> cells_;  ///< [weight bit][k] of the output
  std::vector<double> real_weights_;
  std::vector<std::uint64_t> weight_planes_;  ///< of the output, as those of a position
  std::vector<Position> looked_at_;
  std::vector<double> pair_errors_;  ///< of the output
  LayerErrors errors_;
};

void check(const LayerOperands& layer) {
  const auto weights = static_cast<std::size_t>(layer.geometry.outputs * layer.geometry.reduction());
  const auto streamed = static_cast<std::size_t>(layer.geometry.input_elements());
  const bool real = !layer.real_weights.empty() || !layer.real_streamed.empty();
  if (layer.weights.size() != weights || layer.streamed.size() != streamed ||
      (real && (layer.real_weights.size() != weights || layer.real_streamed.size() != streamed))) {
    throw Error(ErrorKind::internal, "operands do not fit the layer");
  }
}

void add_to(std::vector<double>& sums, const std::vector<double>& more) {
  if (sums.empty()) sums.resize(more.size());
  if (sums.size() != more.size()) throw Error(ErrorKind::internal, "errors of layers of different bits");
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

std::string_view error_cause_name(ErrorCause cause) {
  return kCauses[static_cast<std::size_t>(cause)].name;
}

std::string_view error_cause_key(ErrorCause cause) {
  return kCauses[static_cast<std::size_t>(cause)].key;
}

double LayerErrors::share(ErrorCause cause) const {
  return squared_error > 0 ? causes[static_cast<std::size_t>(cause)] / squared_error : 0;
}

double LayerErrors::pair_share(int weight_bit, int cycle) const {
  const double whole = array.mean_squared_error() * static_cast<double>(array.count());
  const auto pair = static_cast<std::size_t>(weight_bit * cycles + cycle);
  return whole > 0 ? pairs.at(pair) / whole : 0;
}

double LayerErrors::mean_fill(int weight_bit, int cycle) const {
  const auto pair = static_cast<std::size_t>(weight_bit * cycles + cycle);
  return columns > 0 ? pair_fill.at(pair) / columns : 0;
}

double LayerErrors::ones(std::size_t activation_bit) const {
  return activations > 0 ? activation_ones.at(activation_bit) / activations : 0;
}

LayerErrors& LayerErrors::operator+=(const LayerErrors& other) {
  array += other.array;
  squared_error += other.squared_error;
  for (std::size_t k = 0; k < kErrorCauses; ++k) causes[k] += other.causes[k];
  weight_bits = other.weight_bits;
  cycles = other.cycles;
  add_to(pairs, other.pairs);
  add_to(pair_fill, other.pair_fill);
  columns += other.columns;
  add_to(activation_ones, other.activation_ones);
  activations += other.activations;
  return *this;
}

LayerErrors explain_errors(const LayerOperands& layer, std::int64_t most_conversions, const std::stop_token& stop) {
  validate(layer.geometry);
  check(layer);
  return Explanation(layer, stop).run(most_conversions);
}

}  // namespace acim
