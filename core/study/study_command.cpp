#include "study/study_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "study/held_noise.h"
#include "study/named_setting.h"

namespace acim {

namespace {

constexpr std::string_view kNoise = "random_noise_percent";

bool is_knob(const SweepAxis& axis) {
  return !axis.key.empty() && axis.key != kLayerAxis && find_named_setting(axis.key) == nullptr;
}

/// The largest relative difference of the points' noise from what is held of `base`.
double distance(const StudySpec& spec, NoiseUnit unit, const MacroParameters& base) {
  double largest = 0;
  for (const StudyPoint& point : spec.points) {
    MacroParameters held = point.settings.macro;
    hold_noise(held, unit, base);
    const double noise = point.settings.macro.random_noise_percent;
    const double apart = std::abs(held.random_noise_percent - noise);
    largest = std::max(largest, apart / std::max(noise, std::numeric_limits<double>::min()));
  }
  return largest;
}

/// Which noise is held, and the point that the others' noise follows from best.
std::pair<NoiseUnit, std::size_t> held_noise_of(const StudySpec& spec) {
  constexpr std::size_t kMostBases = 64;
  const auto noise = [](const StudyPoint& point) { return point.settings.macro.random_noise_percent; };
  const bool swept = spec.x.key == kNoise || spec.family.key == kNoise;
  const auto differs = [&](const StudyPoint& point) { return noise(point) != noise(spec.points.front()); };
  if (swept || std::ranges::none_of(spec.points, differs)) return {NoiseUnit::percent, 0};
  std::pair<NoiseUnit, std::size_t> best = {NoiseUnit::lsb, 0};
  double least = std::numeric_limits<double>::infinity();
  for (const NoiseUnit unit : {NoiseUnit::lsb, NoiseUnit::millivolt}) {
    for (std::size_t base = 0; base < std::min(spec.points.size(), kMostBases); ++base) {
      const double apart = distance(spec, unit, spec.points[base].settings.macro);
      if (apart >= least) continue;
      least = apart;
      best = {unit, base};
    }
  }
  return best;
}

/// The words of a command, each quoted as it needs it.
class CommandLine {
 public:
  explicit CommandLine(std::string_view begin) : text_(begin) {}
  void add(std::string_view option, const std::string& value) {
    // What begins with '-' would be taken for an option.
    const bool joined = value.starts_with('-');
    text_ += fmt::format(" {}{}{}", option, joined ? "=" : " ", shell_word(value));
  }
  std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

void add_subject(CommandLine& line, const StudySubject& subject) {
  const StudySubject usual;
  if (subject.network != usual.network) line.add("--network", subject.network);
  if (!subject.architecture.empty()) line.add("--architecture", subject.architecture);
  if (!subject.mean.empty()) line.add("--mean", fmt::format("{}", fmt::join(subject.mean, ",")));
  if (!subject.standard_deviation.empty())
    line.add("--std", fmt::format("{}", fmt::join(subject.standard_deviation, ",")));
  if (subject.dataset != usual.dataset) line.add("--dataset", subject.dataset);
  if (subject.images > 0) line.add("--images", fmt::format("{}", subject.images));
  if (subject.calibration_images != usual.calibration_images)
    line.add("--calibration-images", fmt::format("{}", subject.calibration_images));
}

void add_settings(CommandLine& line, const PointSettings& settings) {
  if (settings.mode != EvaluationMode::simulated) line.add("--mode", std::string(mode_name(settings.mode)));
  for (const auto& [key, value] : differing_values(settings.macro, MacroParameters{})) {
    if (key == "seed") {
      line.add("--seed", value_text(value));
    } else {
      line.add("--set", fmt::format("{}={}", key, value_text(value)));
    }
  }
  for (const LayerOverride& layer : settings.layers) line.add("--layer", override_text(layer));
}

void add_adc_range(CommandLine& line, const std::string& range) {
  if (range.empty() || range == kFullAdcRange) return;
  const std::size_t scope = range.find('-');
  line.add("--calibrate-adc-range", range.substr(0, scope));
  if (scope != std::string::npos) line.add("--adc-range-scope", range.substr(scope + 1));
}

}  // namespace

PointSettings settings_before_calibration(const StudySpec& spec, const StudyPoint& point) {
  PointSettings settings = point.settings;
  const std::string range = adc_range_of(spec, point);
  if (range.empty() || range == kFullAdcRange) return settings;
  // Calibrated ranges are the last overrides: range and offset and nothing else.
  const auto calibrated = [](const LayerOverride& layer) {
    return !layer.digital && layer.values.size() == 2 && layer.values[0].first == "adc_range_percent" &&
           layer.values[1].first == "adc_offset_percent";
  };
  while (!settings.layers.empty() && calibrated(settings.layers.back())) settings.layers.pop_back();
  return settings;
}

StudyBase base_of(const StudySpec& spec) {
  StudyBase base;
  if (spec.points.empty()) return base;
  const auto [unit, place] = held_noise_of(spec);
  // A full range is set over what the base has; every other value of that axis leaves it.
  const auto keeps_range = [](const StudyPoint& point) {
    return std::ranges::none_of(point.coordinates,
                                [](const auto& one) { return one.first == kAdcRange && one.second == kFullAdcRange; });
  };
  const auto found = std::ranges::find_if(spec.points, keeps_range);
  const StudyPoint& layers = found == spec.points.end() ? spec.points.front() : *found;
  base.settings = settings_before_calibration(spec, layers);
  base.held_noise = unit;
  if (unit != NoiseUnit::percent) {
    MacroParameters held = spec.points[place].settings.macro;
    held.adc_range_percent = base.settings.macro.adc_range_percent;
    held.adc_offset_percent = base.settings.macro.adc_offset_percent;
    base.settings.macro = held;
    return base;
  }
  for (const SweepAxis* axis : {&spec.x, &spec.family}) {
    if (is_knob(*axis)) parameter_of(axis->key).set(base.settings.macro, parameter_of(axis->key).get({}));
  }
  return base;
}

std::string shell_word(std::string_view word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./:=,+@%").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, plain)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::string axis_text(const SweepAxis& axis) {
  const std::vector<std::string>& values = axis.values;
  if (values.size() > 2 && is_knob(axis)) {
    for (const std::string& text :
         {fmt::format("{}={}:{}", axis.key, values.front(), values.back()),
          fmt::format("{}={}:{}:{:.12g}", axis.key, values.front(), values.back(),
                      std::strtod(values[1].c_str(), nullptr) - std::strtod(values[0].c_str(), nullptr))}) {
      try {
        if (parse_sweep_axis(text) == axis) return text;
      } catch (const Error&) {  // NOLINT(bugprone-empty-catch)
        // No range of numbers: its values are listed.
      }
    }
  }
  return fmt::format("{}={}", axis.key, fmt::join(values, ","));
}

std::string study_command(const StudySpec& spec) {
  if (spec.x.key == kLayerAxis || spec.family.key == kLayerAxis || spec.points.empty()) return {};
  const bool sweeps = !spec.x.key.empty();
  CommandLine line(sweeps ? "acim sweep" : "acim run");
  const StudyBase base = base_of(spec);
  add_subject(line, spec.subject);
  add_settings(line, base.settings);
  if (base.held_noise != NoiseUnit::percent) line.add("--hold-noise", std::string(held_noise_name(base.held_noise)));
  add_adc_range(line, spec.adc_range);
  const bool batches = base.settings.macro.activation_scale == ActivationScale::per_batch;
  if (spec.images_per_block != StudySpec{}.images_per_block && !batches)
    line.add("--batch", fmt::format("{}", spec.images_per_block));
  if (sweeps) line.add("--x", axis_text(spec.x));
  if (!spec.family.key.empty()) line.add("--family", axis_text(spec.family));
  return std::move(line).text();
}

}  // namespace acim
