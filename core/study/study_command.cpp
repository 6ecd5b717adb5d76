#include "study/study_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "study/command_line.h"
#include "study/held_noise.h"
#include "study/named_setting.h"
#include "study/study_base.h"

namespace acim {

namespace {

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

void add_adc_range(CommandLine& line, const StudySpec& spec) {
  const std::string& range = spec.adc_range;
  const bool calibrates = !range.empty() && range != kFullAdcRange;
  if (calibrates) {
    const std::size_t scope = range.find('-');
    line.add("--calibrate-adc-range", range.substr(0, scope));
    if (scope != std::string::npos) line.add("--adc-range-scope", range.substr(scope + 1));
  }
  const bool on_an_axis = spec.x.key == kAdcRange || spec.family.key == kAdcRange;
  if ((calibrates || on_an_axis) && spec.adc_range_images != StudySpec{}.adc_range_images)
    line.add("--adc-range-images", fmt::format("{}", spec.adc_range_images));
}

/// Of the first two values, which are numbers of the C locale; none where they are not.
std::optional<double> step_of(const std::vector<std::string>& values) {
  std::array<double, 2> first = {};
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::string& text = values[i];
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), first[i]);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  }
  return first[1] - first[0];
}

}  // namespace

std::string axis_text(const SweepAxis& axis) {
  const std::vector<std::string>& values = axis.values;
  const std::optional<double> step = values.size() > 2 && is_knob(axis) ? step_of(values) : std::nullopt;
  if (step) {
    for (const std::string& text : {fmt::format("{}={}:{}", axis.key, values.front(), values.back()),
                                    fmt::format("{}={}:{}:{:.12g}", axis.key, values.front(), values.back(), *step)}) {
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
  if (!makes_points(base, spec)) return {};
  add_subject(line, spec.subject);
  add_settings(line, base.settings);
  if (base.held_noise != NoiseUnit::percent) line.add("--hold-noise", std::string(held_noise_name(base.held_noise)));
  add_adc_range(line, spec);
  const bool batches = base.settings.macro.activation_scale == ActivationScale::per_batch;
  if (spec.images_per_block != StudySpec{}.images_per_block && !batches)
    line.add("--batch", fmt::format("{}", spec.images_per_block));
  if (sweeps) line.add("--x", axis_text(spec.x));
  if (!spec.family.key.empty()) line.add("--family", axis_text(spec.family));
  return line.text();
}

}  // namespace acim
