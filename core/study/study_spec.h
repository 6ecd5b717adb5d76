#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/interval.h"
#include "macro/settings.h"

namespace acim {

/// What a study runs on: as typed, so that it can be opened again.
struct StudySubject {
  std::string network = "demo";  ///< path or "demo"
  std::string architecture;
  std::vector<float> mean;  ///< empty: the network's own
  std::vector<float> standard_deviation;
  std::string dataset = "demo";
  std::int64_t images = 0;  ///< the first n; 0: all
  std::int64_t calibration_images = 64;
  bool operator==(const StudySubject&) const = default;
};

constexpr std::size_t kMostStudyPoints = 10000;
constexpr int kMostImagesPerBlock = 1 << 20;
constexpr std::int64_t kMostAdcRangeImages = 10000;

/// The key of an axis along which not a knob of the macro changes but the settings of layers: its values are overrides
/// as parse_layer_override reads them ("conv1:adc_bits=5"), added to those of the point, or kNoTreatment.
inline constexpr std::string_view kLayerAxis = "layer";
inline constexpr std::string_view kNoTreatment = "none";

/// One axis of a sweep: a knob and its values, as texts in the C locale ("4"); or a named setting
/// (study/named_setting.h); or kLayerAxis.
struct SweepAxis {
  std::string key;
  std::vector<std::string> values;
  bool operator==(const SweepAxis&) const = default;
};

/// Whether its values are those of a knob.
bool is_knob(const SweepAxis& axis);

/// "adc_bits=4:10" (step 1), "adc_bits=4:10:2", "random_noise_percent=0:0.5:0.05", "encoding_bits=1,2,4",
/// "adc_range=full,mse". Error(usage).
SweepAxis parse_sweep_axis(std::string_view text);

struct StudyPoint {
  PointSettings settings;
  std::vector<std::pair<std::string, std::string>> coordinates;  ///< (key, value) on the axes: x first, then family
  bool operator==(const StudyPoint&) const = default;
};

struct StudySpec {
  StudySubject subject;
  SweepAxis x;                        ///< key empty: a single point
  SweepAxis family;                   ///< key empty: one curve
  std::string adc_range;              ///< what the ranges of all points were calibrated by ("mse"); empty: by nothing
  std::int64_t adc_range_images = 8;  ///< the first of the data set, whose column sums calibrate ranges
  std::vector<StudyPoint> points;     ///< family-major, x within
  int images_per_block = 20;

  bool operator==(const StudySpec&) const = default;
};

/// What chose the ADC's range of a point: its value on the axis adc_range, or spec.adc_range.
std::string adc_range_of(const StudySpec& spec, const StudyPoint& point);

/// All points base x family x x; every one validated, Error(usage) names the point.
StudySpec make_study_spec(StudySubject subject, const PointSettings& base, SweepAxis x, SweepAxis family);

/// What everything that reads a specification relies on: one point for each pair of axis values, in order, with the
/// coordinates and the knobs of its place; every knob in its range. Error(usage) names the point.
void validate(const StudySpec& spec);

nlohmann::json to_json(const StudySpec& spec);
/// Error(input) for what validate() refuses, too.
StudySpec study_spec_from_json(const nlohmann::json& json);

/// Counts of one point so far.
struct PointResult {
  std::int64_t images = 0;
  std::int64_t correct = 0;
  double seconds = 0;  ///< worker time spent
  double accuracy() const { return images > 0 ? static_cast<double>(correct) / static_cast<double>(images) : 0; }
  Interval interval() const { return wilson_interval(correct, images); }
};

}  // namespace acim
