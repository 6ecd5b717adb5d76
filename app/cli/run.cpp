#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/result_table.h"
#include "cli/study_run.h"
#include "cli/subject_options.h"
#include "study/study_store.h"

namespace acim::cli {
namespace {

struct RunOptions {
  SubjectOptions subject;
  SettingsOptions settings;
  ExecutionOptions execution;
  std::string logits;
  std::string csv;
};

/// Logits by image, filled by blocks in no order.
class LogitTable {
 public:
  LogitTable(std::int64_t images, int classes)
      : classes_(static_cast<std::size_t>(classes)), values_(static_cast<std::size_t>(images) * classes_) {}

  void store(std::int64_t first, const std::vector<float>& logits) {
    const std::size_t begin = static_cast<std::size_t>(first) * classes_;
    if (begin + logits.size() > values_.size()) throw Error(ErrorKind::internal, "a block lies outside the image set");
    std::ranges::copy(logits, values_.begin() + static_cast<std::ptrdiff_t>(begin));
  }

  /// index,label,logit_0,...: the shortest decimals that read back equal.
  std::string csv(const Evaluator& evaluator, std::int64_t images) const {
    std::string text = "index,label";
    for (std::size_t c = 0; c < classes_; ++c) text += fmt::format(",logit_{}", c);
    text += '\n';
    for (std::int64_t image = 0; image < images; ++image) {
      text += fmt::format("{},{}", image, evaluator.label(image));
      for (std::size_t c = 0; c < classes_; ++c) {
        text += fmt::format(",{}", values_[static_cast<std::size_t>(image) * classes_ + c]);
      }
      text += '\n';
    }
    return text;
  }

 private:
  std::size_t classes_;
  std::vector<float> values_;
};

nlohmann::json run_json(const StudySpec& spec, const Evaluation& evaluation, const StudyOutcome& outcome) {
  const PointSettings& settings = spec.points.front().settings;
  const nlohmann::json settings_json = acim::to_json(settings);
  nlohmann::json json = to_json(outcome.results.front());
  json["seconds"] = outcome.seconds;
  json["images_per_second"] = outcome.images_per_second();
  json["network"] = spec.subject.network;
  json["dataset"] = spec.subject.dataset;
  json["mode"] = mode_name(settings.mode);
  json["parameters"] = acim::to_json(settings.macro);
  json["layers"] = settings_json.contains("layers") ? settings_json["layers"] : nlohmann::json::array();
  json["provenance"] = provenance_json(evaluation);
  json["complete"] = outcome.state == RunnerState::finished;
  return json;
}

std::string run_text(const StudySpec& spec, const StudyOutcome& outcome) {
  const PointSettings& settings = spec.points.front().settings;
  const PointResult& result = outcome.results.front();
  std::string changed;
  for (const auto& [key, value] : differing_values(settings.macro, MacroParameters{})) {
    changed += fmt::format("{}{}={}", changed.empty() ? "" : ", ", key, value_text(value));
  }
  return fmt::format(
      "network    {}\n"
      "images     {} of {}\n"
      "mode       {}\n"
      "settings   {}\n"
      "accuracy   {}, {} of {} correct\n"
      "time       {:.3g} s, {:.3g} images/s\n",
      spec.subject.network, result.images, spec.subject.dataset, mode_name(settings.mode),
      changed.empty() ? std::string("defaults") : changed, accuracy_text(result), result.correct, result.images,
      outcome.seconds, outcome.images_per_second());
}

int run(const RunOptions& options, const std::stop_token& stop) {
  const PointSettings settings = options.settings.point();
  const StudySubject subject = options.subject.subject();
  if (!options.logits.empty()) require_writable(options.logits);
  if (!options.csv.empty()) require_writable(options.csv);

  StudySpec spec = make_study_spec(subject, settings, {}, {});
  apply_batch(spec, options.execution.batch);
  ProgressLine progress(options.execution.quiet);
  const Evaluation evaluation = load_evaluation(subject, settings, {}, progress, stop);
  std::unique_ptr<LogitTable> logits;
  if (!options.logits.empty()) {
    logits = std::make_unique<LogitTable>(evaluation.evaluator->image_count(), evaluation.evaluator->class_count());
  }
  RunnerOptions runner;
  runner.threads = options.execution.threads;
  runner.on_event = [&progress](const StudyEvent& event) {
    if (progress.due()) progress.show(progress_text(event) + ", " + accuracy_text(event.result));
  };
  if (logits) {
    runner.on_logits = [&logits](int /*point*/, std::int64_t first, const std::vector<float>& block) {
      logits->store(first, block);
    };
  }
  const StudyOutcome outcome = run_study(spec, evaluation, runner, stop);
  progress.clear();
  if (outcome.state == RunnerState::stopped) {
    const PointResult& result = outcome.results.front();
    throw Error(ErrorKind::cancelled, fmt::format("stopped after {} images, {}", result.images, accuracy_text(result)),
                {}, "A sweep with --out FILE.acim keeps what is done and can be continued");
  }
  if (logits) write_output(options.logits, logits->csv(*evaluation.evaluator, outcome.results.front().images));
  if (!options.csv.empty())
    write_output(options.csv, results_csv(spec, outcome.results, evaluation.evaluator->provenance()));
  write_standard_output(options.execution.json ? run_json(spec, evaluation, outcome).dump(2) + "\n"
                                               : run_text(spec, outcome));
  return kDone;
}

}  // namespace

void add_run_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("run", "accuracy of one network at one setting");
  auto options = std::make_shared<RunOptions>();
  add_subject_options(*command, options->subject);
  add_settings_options(*command, options->settings);
  add_execution_options(*command, options->execution);
  command->add_option("--logits", options->logits, "write index, label and logits of every image as CSV")
      ->group("Output");
  command->add_option("--csv", options->csv, "write the result and every parameter as CSV ('-': standard output)")
      ->group("Output");
  command->footer(
      "Examples:\n"
      "  acim run --images 200\n"
      "  acim run --images 200 --set adc_bits=7 --set random_noise_percent=0.05 --seed 1 --json\n"
      "  acim run --network net.pt --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225 --dataset cifar10:test_batch.bin "
      "--mode quantised\n"
      "  acim run --network resnet20.th --architecture resnet20-cifar --dataset cifar10:folder --layer "
      "'layer3.*:adc_bits=7'");
  command->callback(
      [options, &action] { action = [options](const std::stop_token& stop) { return run(*options, stop); }; });
}

}  // namespace acim::cli
