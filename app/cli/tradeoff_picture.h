#pragma once

#include <span>
#include <string>
#include <vector>

#include "study/study_spec.h"

namespace acim::cli {

/// A point of a study with what an inference costs there.
struct TradeoffPoint {
  std::string settings;  ///< "adc_bits=6 encoding_bits=1"
  PointResult result;
  double uj = 0;  ///< per inference
  double tops_per_watt = 0;
  double latency_us = 0;
  bool on_front = false;  ///< no other point of any curve is as accurate for less
};

struct TradeoffCurve {
  std::string label;
  std::size_t study = 0;  ///< curves of a study share their dashes
  std::vector<TradeoffPoint> points;
};

/// Accuracy against energy per inference (logarithmic) as an SVG: curves with 95 % whiskers, the Pareto front of all
/// of them, a legend. `title` says what was evaluated, `command` draws it again.
std::string tradeoff_picture(std::span<const TradeoffCurve> curves, const std::string& title,
                             const std::string& command);

}  // namespace acim::cli
