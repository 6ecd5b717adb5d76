#include "cli/adc_range_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "cli/progress_line.h"

namespace acim::cli {
namespace {

bool is_range_key(const std::string& key) {
  return key == "adc_range_percent" || key == "adc_offset_percent";
}

std::string point_text(const StudyPoint& point) {
  std::string text;
  for (const auto& [key, value] : point.coordinates)
    text += fmt::format("{}{}={}", text.empty() ? "" : ", ", key, value);
  return text;
}

nlohmann::json decibels(double csnr_db) {
  return std::isfinite(csnr_db) ? nlohmann::json(csnr_db) : nlohmann::json();
}

}  // namespace

AdcRangeCalibration AdcRangeOptions::calibration() const {
  AdcRangeCalibration calibration;
  calibration.criterion = criterion_from_name(criterion);
  if (!scope.empty()) calibration.scope = scope_from_name(scope);
  if (images > 0) calibration.images = images;
  return calibration;
}

void add_adc_range_options(CLI::App& command, AdcRangeOptions& options) {
  const std::string group = "ADC range";
  CLI::Option* criterion =
      command
          .add_option(
              "--calibrate-adc-range", options.criterion,
              "choose range and offset of the ADC from the column sums of a few images: by mean square error of "
              "rounding and clipping (mse), or by compute SNR with the noise (csnr)")
          ->group(group)
          ->check(CLI::IsMember({"mse", "csnr"}));
  command
      .add_option("--adc-range-scope", options.scope, "a range for each layer (layer, default) or one for all (global)")
      ->group(group)
      ->check(CLI::IsMember({"layer", "global"}))
      ->needs(criterion);
  command.add_option("--adc-range-images", options.images, "images whose column sums are looked at; default 8")
      ->group(group)
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{10000}))
      ->needs(criterion);
}

void check_adc_range_options(const AdcRangeOptions& options, const StudySpec& spec) {
  if (!options.wanted()) return;
  for (const SweepAxis* axis : {&spec.x, &spec.family}) {
    if (is_range_key(axis->key)) {
      throw Error(ErrorKind::usage, fmt::format("--calibrate-adc-range contradicts the axis {}", axis->key), {},
                  "Give one of them");
    }
    if (axis->key == "weight_parallel") {
      throw Error(ErrorKind::usage, "--calibrate-adc-range is for bit-serial weights, the axis has both", axis->key,
                  "Leave one of them out");
    }
  }
  const PointSettings& first = spec.points.front().settings;
  if (first.mode != EvaluationMode::simulated) {
    throw Error(ErrorKind::usage, fmt::format("mode {} has no ADC whose range to calibrate", mode_name(first.mode)),
                "--calibrate-adc-range", "Choose --mode simulated");
  }
  if (first.macro.weight_parallel) {
    throw Error(ErrorKind::usage, "a weight-parallel macro has no ADC range to calibrate this way", "weight_parallel",
                "Set adc_range_percent by hand");
  }
}

CalibratedRanges calibrate_adc_ranges(const AdcRangeOptions& options, const Evaluation& evaluation, StudySpec& spec,
                                      ProgressLine& progress, const std::stop_token& stop) {
  CalibratedRanges ranges;
  if (!options.wanted()) return ranges;
  const AdcRangeCalibration calibration = options.calibration();
  // Points differ in few ways that column sums depend on; those that are recorded stay until all points have theirs.
  struct Recorded {
    PointSettings point;
    std::vector<LayerColumnSums> sums;
  };
  std::vector<Recorded> recorded;
  for (StudyPoint& point : spec.points) {
    if (progress.due()) {
      progress.show(fmt::format("Calibrating the ADC's range, {} of {} points", ranges.size(), spec.points.size()));
    }
    auto known = std::ranges::find_if(
        recorded, [&](const Recorded& one) { return have_same_column_sums(one.point, point.settings); });
    if (known == recorded.end()) {
      recorded.push_back({point.settings, record_column_sums(evaluation, point.settings, calibration.images, stop)});
      known = std::prev(recorded.end());
    }
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped while calibrating the ADC's range");
    ranges.push_back(best_adc_ranges(known->sums, point.settings, calibration));
  }
  for (std::size_t i = 0; i < ranges.size(); ++i) apply_adc_ranges(ranges[i], spec.points[i].settings);
  progress.clear();
  return ranges;
}

std::string range_table(const std::vector<LayerAdcRange>& ranges) {
  std::size_t width = 5;
  for (const LayerAdcRange& range : ranges) width = std::max(width, range.layer.size());
  std::string text = fmt::format("{:<{}}  ADC bits   range %  offset %   CSNR dB  full range dB\n", "layer", width);
  for (const LayerAdcRange& range : ranges) {
    text += fmt::format("{:<{}}  {:>8}  {:>8.2f}  {:>8.2f}  {:>8.1f}  {:>13.1f}\n", range.layer, width, range.adc_bits,
                        range.best.range_percent, range.best.offset_percent, range.best.csnr_db, range.full.csnr_db);
  }
  return text;
}

std::string range_summary(const StudySpec& spec, const CalibratedRanges& ranges) {
  std::string text;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto [narrow, wide] =
        std::ranges::minmax(ranges[i], {}, [](const LayerAdcRange& range) { return range.best.range_percent; });
    text += fmt::format("ADC range at {}: {:.2f} to {:.2f} % of full scale\n", point_text(spec.points[i]),
                        narrow.best.range_percent, wide.best.range_percent);
  }
  return text;
}

nlohmann::json ranges_json(const std::vector<LayerAdcRange>& ranges) {
  nlohmann::json json = nlohmann::json::array();
  for (const LayerAdcRange& range : ranges) {
    json.push_back({{"layer", range.layer},
                    {"adc_bits", range.adc_bits},
                    {"adc_range_percent", range.best.range_percent},
                    {"adc_offset_percent", range.best.offset_percent},
                    {"csnr_db", decibels(range.best.csnr_db)},
                    {"full_range_csnr_db", decibels(range.full.csnr_db)}});
  }
  return json;
}

}  // namespace acim::cli
