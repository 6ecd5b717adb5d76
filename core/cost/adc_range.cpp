#include "cost/adc_range.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "array/conversion.h"
#include "base/error.h"
#include "macro/physical_noise.h"

namespace acim::cost {
namespace {

double normal_distribution(double z) {
  return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

struct Level {
  double value = 0;
  double share = 0;
};

/// The levels that have weight, as shares of the whole.
std::vector<Level> levels_of(const ColumnSumHistogram& sums) {
  std::vector<Level> levels;
  double total = 0;
  for (std::size_t k = 0; k < sums.levels(); ++k) {
    if (!(sums.weight(k) > 0)) continue;
    levels.push_back({sums.value(k), sums.weight(k)});
    total += sums.weight(k);
  }
  if (levels.empty()) {
    throw Error(ErrorKind::usage, Phrase("Error", "no column sums to calibrate the ADC's range on"), {},
                Phrase("Error", "Record some images of this layer on the array first"));
  }
  for (Level& level : levels) level.share /= total;
  return levels;
}

/// Expected squared error of the read-back of one column value. In units of full scale.
double squared_error(const Conversion& conversion, double value, bool noisy) {
  // Full scale is 1 here: sums are column values.
  const double step = conversion.code_worth();
  const double offset = conversion.offset_worth();
  const auto error = [&](double code) { return offset + code * step - value; };
  const double deviation = noisy ? conversion.noise_deviation(value) : 0;
  if (deviation < 1e-6 * step) {
    const double one = error(conversion.code_of_value(value));
    return one * one;
  }
  constexpr double kReach = 5;
  const int first = conversion.code_of_value(value - kReach * deviation);
  const int last = conversion.code_of_value(value + kReach * deviation);
  const int together = std::max(1, static_cast<int>(deviation / step / 8));
  double sum = 0;
  double below = 0;
  for (int code = first; code <= last; code += together) {
    const int final_code = std::min(code + together - 1, last);
    const double up_to =
        final_code == last ? 1 : normal_distribution((conversion.edge_above(final_code) - value) / deviation);
    const double one = error(0.5 * (code + final_code));
    sum += (up_to - below) * one * one;
    below = up_to;
  }
  return sum;
}

class RangeSearch {
 public:
  RangeSearch(const ColumnSumHistogram& sums, const MacroParameters& macro, bool noisy)
      : levels_(levels_of(sums)),
        steps_(static_cast<double>(std::max<std::size_t>(sums.levels(), 2) - 1)),
        macro_(macro),
        noisy_(noisy) {
    require_calibratable_range(macro);
    best_ = measured(100, 0);
  }

  AdcRange measured(double range_percent, double offset_percent) const {
    MacroParameters macro = macro_;
    macro.adc_range_percent = range_percent;
    macro.adc_offset_percent = offset_percent;
    macro = with_effective_noise(macro);
    const Conversion conversion(macro, 1, false);
    AdcRange range{range_percent, offset_percent, 0, 0};
    for (const Level& level : levels_) {
      range.mean_squared_error += level.share * squared_error(conversion, level.value, noisy_);
    }
    return range;
  }

  /// Ranges of all sizes with offsets over what is left, then smaller and smaller moves around the best.
  AdcRange by_mean_square_error() {
    constexpr int kRanges = 80;
    for (int i = 0; i <= kRanges; ++i) {
      const double range = std::pow(100, static_cast<double>(i) / kRanges);  // 1 to 100 %, evenly in ratio
      for (int part = 0; part <= 24; ++part) consider(range, (100 - range) * part / 24);
    }
    double range_move = 3;
    double offset_move = 2;
    while (range_move > 0.02) {
      if (!moved(range_move, offset_move)) {
        range_move /= 2;
        offset_move /= 2;
      }
    }
    return best_;
  }

  /// The lowest code reads as the least sum, the highest as the greatest. A column that never changes has one sum's
  /// worth.
  AdcRange by_least_and_greatest() const {
    const double least = 100 * levels_.front().value;
    const double range = std::max(100 * levels_.back().value - least, 100 / steps_);
    return measured(range, std::min(least, 100 - range));
  }

  /// Steps of whole sums, edges halfway between sums, so that no sum lies on an edge.
  AdcRange by_compute_snr() {
    const auto widest = static_cast<std::int64_t>(steps_ / codes());
    for (std::int64_t step = 1; step <= widest; step = std::max(step + 1, step * 27 / 25)) {
      const auto room = static_cast<std::int64_t>(steps_ - static_cast<double>(step) * codes());
      const std::int64_t stride = std::max<std::int64_t>(1, room / 32);
      for (std::int64_t low = 0; low <= room; low += stride) consider_steps(step, low);
    }
    refine_steps();
    return best_;
  }

 private:
  bool consider(double range, double offset) {
    if (range <= 0 || range > 100 || offset < 0 || offset + range > 100) return false;
    const AdcRange one = measured(range, offset);
    if (!(one.mean_squared_error < best_.mean_squared_error * (1 - 1e-12))) return false;
    best_ = one;
    return true;
  }

  bool moved(double range_move, double offset_move) {
    const AdcRange from = best_;
    bool better = false;
    for (const double range : {-range_move, 0.0, range_move}) {
      for (const double offset : {-offset_move, 0.0, offset_move}) {
        better = consider(from.range_percent + range, from.offset_percent + offset) || better;
      }
    }
    return better;
  }

  double codes() const { return std::exp2(macro_.adc_bits) - 1; }

  /// Code 0 reads as `low` sums; even steps begin half a sum higher, with their edges between sums.
  bool consider_steps(std::int64_t step, std::int64_t low) {
    const double begin = static_cast<double>(low) + (step % 2 == 0 ? 0.5 : 0);
    if (!consider(100 * static_cast<double>(step) * codes() / steps_, 100 * begin / steps_)) return false;
    best_step_ = step;
    best_low_ = low;
    return true;
  }

  void refine_steps() {
    if (best_step_ == 0) return;
    const auto room = static_cast<std::int64_t>(steps_ - static_cast<double>(best_step_) * codes());
    for (std::int64_t move = std::max<std::int64_t>(1, room / 64); move >= 1;) {
      const std::int64_t step = best_step_;
      const std::int64_t low = best_low_;
      bool better = false;
      for (const std::int64_t other : {step - 1, step, step + 1}) {
        for (const std::int64_t shift : {-move, std::int64_t{0}, move}) {
          if (other >= 1) better = consider_steps(other, low + shift) || better;
        }
      }
      if (!better) move /= 2;
    }
  }

  std::vector<Level> levels_;
  double steps_;  ///< sums within full scale
  MacroParameters macro_;
  bool noisy_;
  AdcRange best_;
  std::int64_t best_step_ = 0;
  std::int64_t best_low_ = 0;
};

double variance_of(const ColumnSumHistogram& sums) {
  double mean = 0;
  double square = 0;
  for (const Level& level : levels_of(sums)) {
    mean += level.share * level.value;
    square += level.share * level.value * level.value;
  }
  return square - mean * mean;
}

}  // namespace

void require_calibratable_range(const MacroParameters& macro) {
  if (!macro.weight_parallel) return;
  throw Error(ErrorKind::usage, Phrase("Error", "a weight-parallel macro has no ADC range to calibrate this way"),
              "weight_parallel", Phrase("Error", "Set {} by hand").filled_with(Filling::knob("adc_range_percent")));
}

AdcRange measured_range(const ColumnSumHistogram& sums, const MacroParameters& macro, double range_percent,
                        double offset_percent) {
  AdcRange range = RangeSearch(sums, macro, true).measured(range_percent, offset_percent);
  range.csnr_db = range.mean_squared_error > 0 ? 10 * std::log10(variance_of(sums) / range.mean_squared_error)
                                               : std::numeric_limits<double>::infinity();
  return range;
}

AdcRange best_range(const ColumnSumHistogram& sums, const MacroParameters& macro, RangeCriterion criterion) {
  RangeSearch search(sums, macro, criterion == RangeCriterion::compute_snr);
  const auto found = [&] {
    switch (criterion) {
      case RangeCriterion::least_and_greatest:
        return search.by_least_and_greatest();
      case RangeCriterion::compute_snr:
        return search.by_compute_snr();
      case RangeCriterion::mean_square_error:
        break;
    }
    return search.by_mean_square_error();
  };
  const AdcRange best = found();
  return measured_range(sums, macro, best.range_percent, best.offset_percent);
}

}  // namespace acim::cost
