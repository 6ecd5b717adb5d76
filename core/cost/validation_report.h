#pragma once

#include <string>
#include <vector>

#include "cost/energy_breakdown.h"
#include "cost/preset.h"

namespace acim::cost {

/// The model with no constant fitted against one published chip: model over reported energy.
struct ChipComparison {
  const Preset* preset = nullptr;
  double reported_fj_per_mac = 0;
  EnergyBreakdown model_fj_per_mac;
  double ratio = 0;
};

struct DigitalComparison {
  const DigitalReference* reference = nullptr;
  double reported_fj = 0;  ///< per product of single bits
  double model_fj = 0;
  double ratio = 0;
};

struct LatencyComparison {
  const Preset* preset = nullptr;
  double model_ns = 0;
  double ratio = 0;
};

/// Ratios of a group, as logarithms.
struct RatioStatistics {
  std::string group;
  int points = 0;
  double geometric_mean = 1;
  double spread = 1;        ///< factor of one standard deviation
  double median_error = 1;  ///< factor that half of the points stay within
  int within_two = 0;       ///< points within a factor of 2
};
/// Of at least two ratios.
RatioStatistics ratio_statistics(std::string group, const std::vector<double>& ratios);

struct ValidationReport {
  std::vector<ChipComparison> chips;
  std::vector<RatioStatistics> groups;  ///< chips in the statistics that gave no constant
  std::vector<DigitalComparison> digital;
  RatioStatistics digital_statistics;
  std::vector<LatencyComparison> latency;  ///< SAR macros
  RatioStatistics latency_statistics;
};
/// Pointers are into the collection, which must outlive the report.
ValidationReport validation_report(const PresetCollection& collection);

}  // namespace acim::cost
