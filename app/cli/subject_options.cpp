#include "cli/subject_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "base/error.h"
#include "base/file.h"
#include "cli/progress_line.h"
#include "cost/preset.h"

namespace acim::cli {
namespace {

constexpr std::string_view kSubject = "What is evaluated";
constexpr std::string_view kSettings = "Settings";
constexpr std::string_view kExecution = "How";

/// What --set says of a knob, if it does: the last one holds.
std::optional<ParameterValue> assigned_value(const std::vector<std::string>& assignments, std::string_view key) {
  std::optional<ParameterValue> value;
  for (const std::string& assignment : assignments) {
    if (assignment.substr(0, assignment.find('=')) != key) continue;
    MacroParameters parameters;
    apply_assignment(parameters, assignment);
    value = parameter_of(key).get(parameters);
  }
  return value;
}

/// Error(usage) when an option and --set give the same knob different values.
void require_agreement(std::string_view key, const ParameterValue& value, const std::vector<std::string>& assignments) {
  const std::optional<ParameterValue> other = assigned_value(assignments, key);
  if (!other || *other == value) return;
  throw Error(
      ErrorKind::usage,
      fmt::format("--{} {} and --set {}={} contradict each other", key, value_text(value), key, value_text(*other)), {},
      "Give one of them");
}

std::string dataset_specification(const SubjectOptions& options) {
  std::string dataset = options.dataset;
  if (options.crop > 0) dataset = with_option(dataset, "crop", fmt::format("{}", options.crop));
  if (options.resize > 0) dataset = with_option(dataset, "resize", fmt::format("{}", options.resize));
  if (options.subset.empty()) {
    if (options.subset_seed) throw Error(ErrorKind::usage, "--subset-seed is of --subset", {}, "Give --subset random");
    return dataset;
  }
  if (options.subset == "first") return dataset;
  // An order of all images, of which --images takes the first: so calibration sees the same ones for any N.
  return with_option(dataset, "subset", fmt::format("{}:all:{}", options.subset, options.subset_seed.value_or(1)));
}

}  // namespace

void add_subject_options(CLI::App& command, SubjectOptions& options) {
  const std::string group(kSubject);
  command
      .add_option("--network", options.network,
                  "TorchScript (.pt), weights (.pth, .th, .safetensors) or the built-in demo")
      ->group(group)
      ->capture_default_str();
  command.add_option("--architecture", options.architecture, "for weights alone; `acim list architectures` names them")
      ->group(group);
  command.add_option("--mean", options.mean, "mean of each channel on x/255, R,G,B; default: the network's own")
      ->group(group);
  command.add_option("--std", options.standard_deviation, "standard deviation of each channel, R,G,B")->group(group);
  command.add_option("--dataset", options.dataset, "images; `acim list datasets` names the kinds")
      ->group(group)
      ->capture_default_str();
  command.add_option("--images", options.images, "only the first N images; default: all")
      ->group(group)
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1} << 40));
  command
      .add_option("--subset", options.subset,
                  "which images --images N takes: first (default), random, or balanced over the classes")
      ->group(group)
      ->check(CLI::IsMember({"first", "random", "balanced"}));
  command.add_option("--subset-seed", options.subset_seed, "of --subset random and balanced; default 1")->group(group);
  command
      .add_option("--crop", options.crop, "of an image folder: central pixels taken; default: the network's, or 224")
      ->group(group)
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{4096}));
  command
      .add_option("--resize", options.resize, "of an image folder: shorter side before the crop; default: 8/7 of it")
      ->group(group)
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{4096}));
  command.add_option("--calibration-images", options.calibration_images, "images that calibrate the activation scales")
      ->group(group)
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1} << 20))
      ->capture_default_str();
}

StudySubject SubjectOptions::subject() const {
  if (mean.empty() != standard_deviation.empty()) {
    throw Error(ErrorKind::usage, "--mean and --std belong together", {}, "Give both or neither");
  }
  StudySubject subject;
  subject.network = network;
  subject.architecture = architecture;
  if (!mean.empty()) {
    subject.mean = parse_channels(mean, "--mean");
    subject.standard_deviation = parse_channels(standard_deviation, "--std");
    for (const float value : subject.standard_deviation) {
      if (value <= 0)
        throw Error(ErrorKind::usage, "--std must be positive", standard_deviation, "For example 0.229,0.224,0.225");
    }
  }
  subject.dataset = dataset_specification(*this);
  subject.images = images;
  subject.calibration_images = calibration_images;
  return subject;
}

void add_settings_options(CLI::App& command, SettingsOptions& options) {
  const std::string group(kSettings);
  command.add_option("--mode", options.mode, "float, quantised (integers without an array) or simulated (default)")
      ->group(group);
  command.add_option("--settings", options.file, "settings as JSON; --set, --seed and --layer go on top")->group(group);
  command.add_option("--preset", options.preset, "knobs of a published macro; `acim list presets` names them")
      ->group(group);
  command.add_option("--set", options.assignments, "KEY=VALUE, repeatable; `acim list parameters` names the keys")
      ->group(group)
      ->allow_extra_args(false)
      ->take_all();
  command.add_option("--seed", options.seed, "all randomness; the same as --set seed=N")->group(group);
  command
      .add_option("--layer", options.layers,
                  "PATTERN:KEY=VALUE,... or PATTERN:digital=true, repeatable ('layer3.*:adc_bits=7')")
      ->group(group)
      ->allow_extra_args(false)
      ->take_all();
}

PointSettings SettingsOptions::point() const {
  PointSettings point;
  if (!file.empty()) point = parse_settings(read_text_file(file), file);
  if (!mode.empty()) point.mode = mode_from_name(mode);
  if (!preset.empty()) cost::apply_preset(cost::built_in_preset(preset), point.macro);
  for (const std::string& assignment : assignments) apply_assignment(point.macro, assignment);
  if (seed) {
    require_agreement("seed", *seed, assignments);
    point.macro.seed = *seed;
  }
  for (const std::string& layer : layers) point.layers.push_back(parse_layer_override(layer));
  validate(point.macro);
  return point;
}

void add_execution_options(CLI::App& command, ExecutionOptions& options) {
  const std::string group(kExecution);
  command
      .add_option("--threads", options.threads,
                  "worker threads; default: one per processor; results do not depend on it")
      ->group(group)
      ->check(CLI::Range(1, 4096));
  command
      .add_option("--batch", options.batch,
                  "images per block of work (default 20); with activation_scale=per_batch the batch")
      ->group(group);
  command.add_flag("--quiet,-q", options.quiet, "no progress on standard error")->group(group);
  command.add_flag("--json", options.json, "JSON on standard output")->group(group);
}

void apply_batch(StudySpec& spec, const ExecutionOptions& execution, const SettingsOptions& settings) {
  if (!execution.batch) return;
  const int batch = *execution.batch;
  const ParameterValue value = std::int64_t{batch};
  check_value(parameter_of("batch"), value);
  require_agreement("batch", value, settings.assignments);
  if (spec.x.key == "batch" || spec.family.key == "batch") {
    throw Error(ErrorKind::usage, fmt::format("--batch {} contradicts the axis batch", batch), {}, "Give one of them");
  }
  for (StudyPoint& point : spec.points) {
    MacroParameters& macro = point.settings.macro;
    if (macro.activation_scale == ActivationScale::per_batch) macro.batch = batch;
    validate(macro);
  }
  spec.images_per_block = batch;
}

void check_layer_settings(const StudySpec& spec, std::span<const LayerInfo> layers) {
  for (const StudyPoint& point : spec.points) {
    const PointSettings& settings = point.settings;
    // Without overrides every layer has the point's own settings, which are valid.
    if (settings.layers.empty()) continue;
    check_layer_patterns(settings, layers);
    for (const LayerInfo& layer : layers) settings_of_layer(settings, layer.name, layer.first_convolution);
  }
}

std::vector<float> parse_channels(const std::string& text, const std::string& option) {
  std::vector<float> values;
  const char* position = text.data();
  const char* const end = position + text.size();
  while (true) {
    float value = 0;
    const auto [next, failure] = std::from_chars(position, end, value);
    if (failure != std::errc() || !std::isfinite(value)) break;
    values.push_back(value);
    position = next;
    if (position == end || *position != ',') break;
    ++position;
  }
  if (position != end || values.size() != 3) {
    throw Error(ErrorKind::usage, option + " takes three numbers", text,
                "For example " + option + " 0.485,0.456,0.406");
  }
  return values;
}

std::string broken_images_text(const ImageSet& images) {
  constexpr std::size_t kMostNamed = 5;
  const std::vector<BrokenImage> broken = images.broken_images();
  std::string text;
  for (std::size_t i = 0; i < std::min(broken.size(), kMostNamed); ++i) {
    text += fmt::format("{}{}: {}", i == 0 ? "" : "; ", broken[i].file, broken[i].reason.text());
  }
  if (broken.empty()) return text;
  return fmt::format("{} broken image{}, left out: {}{}", broken.size(), broken.size() == 1 ? "" : "s", text,
                     broken.size() > kMostNamed ? "; ..." : "");
}

Evaluation load_evaluation(const StudySubject& subject, const PointSettings& settings, const std::string& calibration,
                           ProgressLine& progress, const std::stop_token& stop) {
  Evaluation evaluation = make_evaluation(
      subject, settings.macro.activation_percentile, calibration,
      [&progress](double fraction, const std::string& what) {
        progress.show(fmt::format("{} ({:.0f} %)", what, 100 * fraction));
      },
      stop);
  progress.clear();
  const std::vector<BrokenImage> broken = evaluation.images->broken_images();
  if (!broken.empty()) progress.say(broken_images_text(*evaluation.images));
  // Broken images that were left out have been told of.
  const std::int64_t named = evaluation.evaluator->image_count() + static_cast<std::int64_t>(broken.size());
  // The window takes all then, too, so that its commands and studies give the same here.
  if (subject.images > named) {
    progress.say(fmt::format("note: --images {}, but there are {}: all of them are taken", subject.images,
                             evaluation.evaluator->image_count()));
  }
  return evaluation;
}

}  // namespace acim::cli
