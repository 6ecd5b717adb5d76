#include "cli/adc_range_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "cli/decibel_text.h"
#include "cli/progress_line.h"
#include "study/named_setting.h"

namespace acim::cli {
namespace {

std::string point_text(const StudyPoint& point) {
  std::string text;
  for (const auto& [key, value] : point.coordinates)
    text += fmt::format("{}{}={}", text.empty() ? "" : ", ", key, value);
  return text;
}

}  // namespace

void add_adc_range_options(CLI::App& command, AdcRangeOptions& options) {
  const std::string group = "ADC range";
  CLI::Option* criterion =
      command
          .add_option(
              "--calibrate-adc-range", options.criterion,
              "choose range and offset of the ADC from the column sums of a few images: by mean square error of "
              "rounding and clipping (mse), by compute SNR with the noise (csnr), or from the least to the greatest "
              "sum (minmax)")
          ->group(group)
          ->check(CLI::IsMember({"mse", "csnr", "minmax"}));
  command
      .add_option("--adc-range-scope", options.scope, "a range for each layer (layer, default) or one for all (global)")
      ->group(group)
      ->check(CLI::IsMember({"layer", "global"}))
      ->needs(criterion);
  command.add_option("--adc-range-images", options.images, "images whose column sums are looked at; default 8")
      ->group(group)
      ->check(CLI::Range(std::int64_t{1}, kMostAdcRangeImages));
}

void apply_adc_range_options(const AdcRangeOptions& options, StudySpec& spec) {
  const bool on_an_axis = spec.x.key == kAdcRange || spec.family.key == kAdcRange;
  if (options.images > 0 && !options.wanted() && !on_an_axis) {
    throw Error(ErrorKind::usage, "--adc-range-images is of use with --calibrate-adc-range, or the axis adc_range", {},
                "Leave it out, or say what to calibrate by");
  }
  if (options.wanted()) {
    AdcRangeCalibration calibration;
    calibration.criterion = criterion_from_name(options.criterion);
    if (!options.scope.empty()) calibration.scope = scope_from_name(options.scope);
    spec.adc_range = calibration_name(calibration);
    validate(spec);
  }
  if (options.images > 0) spec.adc_range_images = options.images;
  check_adc_ranges(spec);
}

CalibratedRanges calibrate_adc_ranges(const Evaluation& evaluation, StudySpec& spec, ProgressLine& progress,
                                      const std::stop_token& stop) {
  const auto asks = [&](const StudyPoint& point) { return calibration_of_name(adc_range_of(spec, point)).has_value(); };
  if (std::ranges::none_of(spec.points, asks)) return {};
  AdcRangeCalibrator calibrator(evaluation);
  const auto show = [&](std::size_t done) {
    if (progress.due()) {
      progress.show(fmt::format("Calibrating the ADC's range, {} of {} points", done, spec.points.size()));
    }
  };
  CalibratedRanges ranges = calibrator.calibrate(spec, show, stop);
  progress.clear();
  return ranges;
}

std::string range_table(const std::vector<LayerAdcRange>& ranges) {
  std::size_t width = 5;
  for (const LayerAdcRange& range : ranges) width = std::max(width, range.layer.size());
  std::string text = fmt::format("{:<{}}  ADC bits   range %  offset %   CSNR dB  full range dB\n", "layer", width);
  for (const LayerAdcRange& range : ranges) {
    text += fmt::format("{:<{}}  {:>8}  {:>8.2f}  {:>8.2f}  {:>8}  {:>13}\n", range.layer, width, range.adc_bits,
                        range.best.range_percent, range.best.offset_percent, decibel_text(range.best.csnr_db),
                        decibel_text(range.full.csnr_db));
  }
  return text;
}

std::string range_summary(const StudySpec& spec, const CalibratedRanges& ranges) {
  std::string text;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (ranges[i].empty()) continue;
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
                    {"csnr_db", decibel_json(range.best.csnr_db)},
                    {"full_range_csnr_db", decibel_json(range.full.csnr_db)}});
  }
  return json;
}

}  // namespace acim::cli
