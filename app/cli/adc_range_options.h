#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "evaluation/adc_range_calibration.h"
#include "study/study_spec.h"

namespace CLI {
class App;
}

namespace acim::cli {

class ProgressLine;

/// --calibrate-adc-range, --adc-range-scope, --adc-range-images.
struct AdcRangeOptions {
  std::string criterion;  ///< empty: the ranges that the settings say
  std::string scope;
  std::int64_t images = 0;

  bool wanted() const { return !criterion.empty(); }
};
void add_adc_range_options(CLI::App& command, AdcRangeOptions& options);

/// What was calibrated for each point of a study; empty when nothing was wanted, and for points that keep theirs.
using CalibratedRanges = std::vector<std::vector<LayerAdcRange>>;

/// Says in the study what is to be calibrated. Error(usage) for options of no use, and for points that have no range to
/// calibrate.
void apply_adc_range_options(const AdcRangeOptions& options, StudySpec& spec);

/// Gives every point that asks for it the best ranges of its layers as overrides; empty when none does.
CalibratedRanges calibrate_adc_ranges(const Evaluation& evaluation, StudySpec& spec, ProgressLine& progress,
                                      const std::stop_token& stop);

/// A row for each layer.
std::string range_table(const std::vector<LayerAdcRange>& ranges);
/// A line for each point: narrowest and widest range.
std::string range_summary(const StudySpec& spec, const CalibratedRanges& ranges);
/// [{"layer", "adc_bits", "adc_range_percent", "adc_offset_percent", "csnr_db", "full_range_csnr_db"}]; null for an
/// infinite signal to noise ratio.
nlohmann::json ranges_json(const std::vector<LayerAdcRange>& ranges);

}  // namespace acim::cli
