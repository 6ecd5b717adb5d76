#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "evaluation/evaluation.h"
#include "macro/settings.h"
#include "study/study_spec.h"

namespace CLI {
class App;
}

namespace acim::cli {

class ProgressLine;

/// --network, --architecture, --mean, --std, --dataset, --crop, --resize, --images, --subset: what is evaluated, as
/// typed.
struct SubjectOptions {
  std::string network = "demo";
  std::string architecture;
  std::string mean;
  std::string standard_deviation;
  std::string dataset = "demo";
  std::int64_t images = 0;
  std::int64_t calibration_images = 64;
  std::int64_t crop = 0;
  std::int64_t resize = 0;
  std::string subset;
  std::optional<std::uint64_t> subset_seed;

  /// --crop, --resize and --subset become part of the data set's specification.
  StudySubject subject() const;
};
void add_subject_options(CLI::App& command, SubjectOptions& options);

/// --mode, --settings, --preset, --set, --seed, --layer: the point.
struct SettingsOptions {
  std::string mode;
  std::string file;
  std::string preset;  ///< id of a published macro
  std::vector<std::string> assignments;
  std::optional<std::uint64_t> seed;
  std::vector<std::string> layers;

  /// The file first, then the preset, then --set, --seed and --layer on top; validated. Error(usage).
  PointSettings point() const;
};
void add_settings_options(CLI::App& command, SettingsOptions& options);

/// --threads, --batch, --quiet, --json: how it is done and shown.
struct ExecutionOptions {
  int threads = 0;
  std::optional<int> batch;
  bool quiet = false;
  bool json = false;
};
void add_execution_options(CLI::App& command, ExecutionOptions& options);

/// Sets the images per block of the spec from --batch. With activation_scale=per_batch the block is the batch, a
/// setting, which --batch then sets, like --seed on top of a file. Error(usage) when --set names another or an axis
/// varies it.
void apply_batch(StudySpec& spec, const ExecutionOptions& execution, const SettingsOptions& settings);

/// What is wrong with the overrides of any point on any of these layers: a pattern that names none, values that
/// contradict others. Error(usage), to be said before a study file is made or hours are spent.
void check_layer_settings(const StudySpec& spec, std::span<const LayerInfo> layers);

/// Three comma-separated numbers. Error(usage) names the option.
std::vector<float> parse_channels(const std::string& text, const std::string& option);

/// "2 broken images: a.jpg is cut short; b.jpg is empty"; empty when all are whole.
std::string broken_images_text(const ImageSet& images);

/// make_evaluation with progress shown; broken images are reported, and so is a set of fewer images than asked for.
Evaluation load_evaluation(const StudySubject& subject, const PointSettings& settings, const std::string& calibration,
                           ProgressLine& progress, const std::stop_token& stop);

}  // namespace acim::cli
