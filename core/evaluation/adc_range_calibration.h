#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "array/column_sum_histogram.h"
#include "cost/adc_range.h"
#include "evaluation/evaluation.h"
#include "macro/settings.h"
#include "study/study_spec.h"

namespace acim {

/// A range for each layer, or one for all of them.
enum class AdcRangeScope { layer, global };

/// How the ADC's range is calibrated.
struct AdcRangeCalibration {
  cost::RangeCriterion criterion = cost::RangeCriterion::mean_square_error;
  AdcRangeScope scope = AdcRangeScope::layer;
};

/// "mse", "csnr" or "minmax", "layer" or "global". Error(usage) names what is allowed.
std::string_view criterion_name(cost::RangeCriterion criterion);
cost::RangeCriterion criterion_from_name(std::string_view name);
std::string_view scope_name(AdcRangeScope scope);
AdcRangeScope scope_from_name(std::string_view name);

/// The column sums of a layer of the array, of all calls that have its name.
struct LayerColumnSums {
  std::string layer;
  ColumnSumHistogram sums;
};

/// The calibration that a value of the axis adc_range names ("mse-global"); none for "full" and for "".
std::optional<AdcRangeCalibration> calibration_of_name(std::string_view name);
std::string_view calibration_name(const AdcRangeCalibration& calibration);

/// The layers' column sums over the first `images` of the data set, on exact activations (mode quantised). They depend
/// on the mapping, the bits of weights and activations and the encoding, not on ADC, noise, variation or seed.
/// Error(usage) without layers on the array, for mode other than simulated, and for weight_parallel.
std::vector<LayerColumnSums> record_column_sums(const Evaluation& evaluation, const PointSettings& point,
                                                std::int64_t images, const std::stop_token& stop = {});
/// Whether the column sums of both points are the same.
bool have_same_column_sums(const PointSettings& one, const PointSettings& other);

/// What was found for a layer.
struct LayerAdcRange {
  std::string layer;
  int adc_bits = 0;
  cost::AdcRange full;  ///< the whole column, for comparison
  cost::AdcRange best;
};

/// The best range of each layer at its ADC bits and noise, in order. Global: one range, at the ADC bits and noise of
/// the whole network, of all sums together, each layer's counted in units of its variance. What the point says of
/// ranges does not matter.
std::vector<LayerAdcRange> best_adc_ranges(std::span<const LayerColumnSums> sums, const PointSettings& point,
                                           const AdcRangeCalibration& calibration);

/// Adds an override for each layer, after those that are there.
void apply_adc_ranges(std::span<const LayerAdcRange> ranges, PointSettings& point);

/// Calibrates the points of studies on one evaluation, and keeps the column sums that points share.
class AdcRangeCalibrator {
 public:
  explicit AdcRangeCalibrator(Evaluation evaluation);

  /// Ranges of each point that asks for them (adc_range_of) by spec.adc_range_images, empty for the others; and the
  /// points' overrides, which a study keeps. `progress` may be empty. Error(usage) as check_adc_ranges(),
  /// Error(cancelled) on stop.
  std::vector<std::vector<LayerAdcRange>> calibrate(StudySpec& spec,
                                                    const std::function<void(std::size_t points_done)>& progress,
                                                    const std::stop_token& stop);

 private:
  struct Recorded {
    PointSettings point;
    std::int64_t images = 0;
    std::vector<LayerColumnSums> sums;
  };
  const std::vector<LayerColumnSums>& sums_of(const PointSettings& point, std::int64_t images,
                                              const std::stop_token& stop);

  Evaluation evaluation_;
  std::vector<Recorded> recorded_;  ///< latest last
};

/// Error(usage) when a point is to be calibrated that has no range to choose: another mode, weight-parallel, an axis of
/// ranges.
void check_adc_ranges(const StudySpec& spec);

}  // namespace acim
