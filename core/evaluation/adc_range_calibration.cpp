#include "evaluation/adc_range_calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>

#include "array/column_sums.h"
#include "base/error.h"
#include "evaluation/image_evaluator.h"
#include "study/named_setting.h"
#include "study/study_base.h"

namespace acim {
namespace {

struct CriterionNames {
  cost::RangeCriterion criterion;
  std::string_view of_a_layer;
  std::string_view of_all;
};

constexpr std::array<CriterionNames, 3> kCriteria = {{
    {cost::RangeCriterion::mean_square_error, "mse", "mse-global"},
    {cost::RangeCriterion::compute_snr, "csnr", "csnr-global"},
    {cost::RangeCriterion::least_and_greatest, "minmax", "minmax-global"},
}};

void check_point(const PointSettings& point) {
  if (point.mode == EvaluationMode::simulated) return;
  throw Error(ErrorKind::usage,
              Phrase("Error", "mode {} has no ADC whose range to calibrate").filled_with(mode_name(point.mode)), "mode",
              Phrase("Error", "Choose the mode simulated."));
}

/// The macro of a layer, with the range it would have without any setting.
MacroParameters macro_of(const PointSettings& point, std::string_view layer) {
  MacroParameters macro = settings_of_layer(point, layer, false).macro;
  macro.adc_range_percent = MacroParameters{}.adc_range_percent;
  macro.adc_offset_percent = MacroParameters{}.adc_offset_percent;
  return macro;
}

/// The variance of what a histogram holds, in units of full scale squared, times its weight.
double weighted_variance(const ColumnSumHistogram& sums) {
  double weight = 0;
  double first = 0;
  double second = 0;
  for (std::size_t k = 0; k < sums.levels(); ++k) {
    weight += sums.weight(k);
    first += sums.weight(k) * sums.value(k);
    second += sums.weight(k) * sums.value(k) * sums.value(k);
  }
  return weight > 0 ? second - first * first / weight : 0;
}

/// Adds sums of another number of levels.
void add_scaled(const ColumnSumHistogram& from, double factor, ColumnSumHistogram& to) {
  const auto steps = static_cast<double>(to.levels() - 1);
  for (std::size_t k = 0; k < from.levels(); ++k) {
    if (from.weight(k) > 0) {
      to.add_weight(static_cast<std::size_t>(std::lround(from.value(k) * steps)), factor * from.weight(k));
    }
  }
}

/// The sums of all layers, so that their noise to signal ratios add up.
ColumnSumHistogram joined(std::span<const LayerColumnSums> layers) {
  const auto finest = std::max_element(layers.begin(), layers.end(),
                                       [](const auto& a, const auto& b) { return a.sums.levels() < b.sums.levels(); });
  ColumnSumHistogram all(static_cast<std::int64_t>(finest->sums.levels()) - 1);
  for (const LayerColumnSums& layer : layers) {
    const double variance = weighted_variance(layer.sums);
    if (variance > 0) add_scaled(layer.sums, 1 / variance, all);
  }
  return all;
}

}  // namespace

std::string_view criterion_name(cost::RangeCriterion criterion) {
  return std::ranges::find(kCriteria, criterion, &CriterionNames::criterion)->of_a_layer;
}

cost::RangeCriterion criterion_from_name(std::string_view name) {
  const auto* const found = std::ranges::find(kCriteria, name, &CriterionNames::of_a_layer);
  if (found != std::end(kCriteria)) return found->criterion;
  throw Error(ErrorKind::usage, Phrase("Error", "there is no criterion '{}' for the ADC's range").filled_with(name), {},
              Phrase("Error", "Criteria are mse, csnr and minmax."));
}

std::string_view scope_name(AdcRangeScope scope) {
  return scope == AdcRangeScope::global ? "global" : "layer";
}

AdcRangeScope scope_from_name(std::string_view name) {
  if (name == "layer") return AdcRangeScope::layer;
  if (name == "global") return AdcRangeScope::global;
  throw Error(ErrorKind::usage, Phrase("Error", "there is no scope '{}' for the ADC's range").filled_with(name), {},
              Phrase("Error", "Scopes are layer and global."));
}

std::optional<AdcRangeCalibration> calibration_of_name(std::string_view name) {
  if (name.empty() || name == kFullAdcRange) return std::nullopt;
  AdcRangeCalibration calibration;
  const std::size_t dash = name.find('-');
  calibration.criterion = criterion_from_name(name.substr(0, dash));
  if (dash != std::string_view::npos) calibration.scope = scope_from_name(name.substr(dash + 1));
  return calibration;
}

std::string_view calibration_name(const AdcRangeCalibration& calibration) {
  const auto* const names = std::ranges::find(kCriteria, calibration.criterion, &CriterionNames::criterion);
  return calibration.scope == AdcRangeScope::layer ? names->of_a_layer : names->of_all;
}

std::vector<LayerColumnSums> record_column_sums(const Evaluation& evaluation, const PointSettings& point,
                                                std::int64_t images, const std::stop_token& stop) {
  check_point(point);
  PointSettings exact = point;
  exact.mode = EvaluationMode::quantised;
  std::vector<std::optional<LayerColumnSums>> by_layer(evaluation.layers.size());
  const ArrayLayerObserver record = [&](const ArrayLayerRun& run) {
    const std::string& name = evaluation.layers.at(run.layer).name;
    // Calls of one name share their settings, so they share a range.
    const auto same = std::find_if(evaluation.layers.begin(), evaluation.layers.end(),
                                   [&](const LayerInfo& layer) { return layer.name == name; });
    std::optional<LayerColumnSums>& known = by_layer[static_cast<std::size_t>(same - evaluation.layers.begin())];
    ColumnSumHistogram sums = empty_column_sums(run.settings);
    add_column_sums(run.geometry, run.weights, run.streamed, run.settings, sums, kMostRecordedSums, stop);
    if (!known) {
      known = LayerColumnSums{name, std::move(sums)};
    } else {
      add_scaled(sums, 1, known->sums);
    }
  };
  const std::int64_t count = std::min(images, evaluation.images->size());
  const ImageEvaluator evaluator(evaluation.network, evaluation.images, count, evaluation.calibration,
                                 evaluation.layers);
  evaluator.observe(exact, 0, count, record, stop);
  std::vector<LayerColumnSums> found;
  for (std::optional<LayerColumnSums>& layer : by_layer) {
    if (layer) found.push_back(std::move(*layer));
  }
  if (found.empty()) {
    throw Error(
        ErrorKind::usage, Phrase("Error", "no layer is on the array, so there is no ADC whose range to calibrate"),
        evaluation.network->name(), Phrase("Error", "Set digital=false for the layers that belong on the array."));
  }
  return found;
}

bool have_same_column_sums(const PointSettings& one, const PointSettings& other) {
  const auto without_converter = [](PointSettings point) {
    const MacroParameters defaults;
    point.macro.adc_bits = defaults.adc_bits;
    point.macro.random_noise_percent = defaults.random_noise_percent;
    point.macro.nonlinearity_percent = defaults.nonlinearity_percent;
    point.macro.seed = defaults.seed;
    return point;
  };
  return without_converter(one) == without_converter(other);
}

std::vector<LayerAdcRange> best_adc_ranges(std::span<const LayerColumnSums> sums, const PointSettings& point,
                                           const AdcRangeCalibration& calibration) {
  std::optional<cost::AdcRange> of_all;
  if (calibration.scope == AdcRangeScope::global && !sums.empty()) {
    of_all = cost::best_range(joined(sums), macro_of({.mode = point.mode, .macro = point.macro, .layers = {}}, {}),
                              calibration.criterion);
  }
  std::vector<LayerAdcRange> ranges;
  for (const LayerColumnSums& layer : sums) {
    const MacroParameters macro = macro_of(point, layer.layer);
    LayerAdcRange range{layer.layer, macro.adc_bits, cost::measured_range(layer.sums, macro, 100, 0), {}};
    range.best = of_all ? cost::measured_range(layer.sums, macro, of_all->range_percent, of_all->offset_percent)
                        : cost::best_range(layer.sums, macro, calibration.criterion);
    ranges.push_back(std::move(range));
  }
  return ranges;
}

void apply_adc_ranges(std::span<const LayerAdcRange> ranges, PointSettings& point) {
  for (const LayerAdcRange& range : ranges) {
    add_calibrated_range(point, range.layer, range.best.range_percent, range.best.offset_percent);
  }
}

AdcRangeCalibrator::AdcRangeCalibrator(Evaluation evaluation) : evaluation_(std::move(evaluation)) {}

const std::vector<LayerColumnSums>& AdcRangeCalibrator::sums_of(const PointSettings& point, std::int64_t images,
                                                                const std::stop_token& stop) {
  // A sweep over mappings or encodings needs a few; those of an older one may go.
  constexpr std::size_t kMostKept = 32;
  const auto known = std::find_if(recorded_.begin(), recorded_.end(), [&](const Recorded& one) {
    return one.images == images && have_same_column_sums(one.point, point);
  });
  if (known != recorded_.end()) return known->sums;
  Recorded fresh{point, images, record_column_sums(evaluation_, point, images, stop)};
  if (recorded_.size() >= kMostKept) recorded_.erase(recorded_.begin());
  recorded_.push_back(std::move(fresh));
  return recorded_.back().sums;
}

std::vector<std::vector<LayerAdcRange>> AdcRangeCalibrator::calibrate(StudySpec& spec,
                                                                      const std::function<void(std::size_t)>& progress,
                                                                      const std::stop_token& stop) {
  check_adc_ranges(spec);
  std::vector<std::vector<LayerAdcRange>> ranges(spec.points.size());
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped while calibrating the ADC's range");
    if (progress) progress(i);
    StudyPoint& point = spec.points[i];
    if (const auto calibration = calibration_of_name(adc_range_of(spec, point))) {
      ranges[i] = best_adc_ranges(sums_of(point.settings, spec.adc_range_images, stop), point.settings, *calibration);
      apply_adc_ranges(ranges[i], point.settings);
    }
  }
  return ranges;
}

void check_adc_ranges(const StudySpec& spec) {
  for (const StudyPoint& point : spec.points) {
    if (!calibration_of_name(adc_range_of(spec, point))) continue;
    check_point(point.settings);
    cost::require_calibratable_range(point.settings.macro);
    for (const auto& [key, value] : point.coordinates) {
      if (key == "adc_range_percent" || key == "adc_offset_percent") {
        throw Error(
            ErrorKind::usage,
            Phrase("Error", "calibrating the ADC's range contradicts the axis {}").filled_with(Filling::knob(key)), key,
            Phrase("Error", "Give one of them"));
      }
    }
  }
}

}  // namespace acim
