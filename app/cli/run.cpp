#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/adc_range_options.h"
#include "cli/command.h"
#include "cli/cost_columns.h"
#include "cli/csnr_options.h"
#include "cli/csnr_picture.h"
#include "cli/digital_text.h"
#include "cli/hint_text.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/result_table.h"
#include "cli/study_run.h"
#include "cli/subject_options.h"
#include "evaluation/layer_work.h"
#include "study/study_store.h"

namespace acim::cli {
namespace {

struct RunOptions {
  SubjectOptions subject;
  SettingsOptions settings;
  AdcRangeOptions adc_range;
  CsnrOptions csnr;
  ExecutionOptions execution;
  std::string logits;
  std::string csv;
};

/// Logits by image, filled by blocks in no order.
class LogitTable {
 public:
  LogitTable(std::int64_t images, int classes)
      : classes_(static_cast<std::size_t>(classes)),
        values_(static_cast<std::size_t>(images) * classes_),
        known_(static_cast<std::size_t>(images)) {}

  void store(std::int64_t first, const std::vector<float>& logits) {
    const std::size_t begin = static_cast<std::size_t>(first) * classes_;
    if (begin + logits.size() > values_.size()) throw Error(ErrorKind::internal, "a block lies outside the image set");
    std::ranges::copy(logits, values_.begin() + static_cast<std::ptrdiff_t>(begin));
    std::fill_n(known_.begin() + first, logits.size() / classes_, true);
  }

  /// index,label,logit_0,... of the finished images: the shortest decimals that read back equal.
  std::string csv(const Evaluator& evaluator) const {
    std::string text = "index,label";
    for (std::size_t c = 0; c < classes_; ++c) text += fmt::format(",logit_{}", c);
    text += '\n';
    for (std::int64_t image = 0; image < static_cast<std::int64_t>(known_.size()); ++image) {
      if (!known_[static_cast<std::size_t>(image)]) continue;
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
  std::vector<bool> known_;  // by image
};

/// What a run has besides its outcome.
struct RunFindings {
  CalibratedRanges ranges;
  std::shared_ptr<const CsnrEvaluator> csnr;  ///< may be null
};

nlohmann::json run_json(const StudySpec& spec, const Evaluation& evaluation, const StudyOutcome& outcome,
                        const RunFindings& findings) {
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
  add_costs(json, settings, evaluation.layers);
  json["digital"] = digital_json(digital_share(evaluation.layers, evaluation.outside, settings));
  if (settings.mode == EvaluationMode::simulated)
    json["hints"] = hints_json(cost::design_hints(settings, layer_work(evaluation.layers)));
  if (!findings.ranges.empty()) json["adc_ranges"] = ranges_json(findings.ranges.front());
  if (findings.csnr) json["csnr"] = csnr_json(findings.csnr->layers(settings));
  json["provenance"] = provenance_json(evaluation);
  json["broken_images"] = evaluation.images->broken_images().size();
  json["complete"] = outcome.state == RunnerState::finished;
  return json;
}

std::string run_text(const StudySpec& spec, const Evaluation& evaluation, const StudyOutcome& outcome,
                     const RunFindings& findings, const CsnrEvaluator* shown_csnr) {
  const CalibratedRanges& ranges = findings.ranges;
  const PointSettings& settings = spec.points.front().settings;
  // Calibrated ranges come last of the overrides and have a table of their own.
  const std::size_t typed = settings.layers.size() - (ranges.empty() ? 0 : ranges.front().size());
  const PointResult& result = outcome.results.front();
  std::string changed;
  for (const auto& [key, value] : differing_values(settings.macro, MacroParameters{})) {
    changed += fmt::format("{}{}={}", changed.empty() ? "" : ", ", key, value_text(value));
  }
  for (const LayerOverride& layer : std::span(settings.layers).first(typed)) {
    if (!changed.empty()) changed += ", ";
    changed += override_text(layer);
  }
  return fmt::format(
      "network    {}\n"
      "images     {} of {}\n"
      "mode       {}\n"
      "settings   {}\n"
      "digital    {}"
      "accuracy   {}, {} of {} correct\n"
      "time       {:.3g} s, {:.3g} images/s\n"
      "{}{}",
      spec.subject.network, result.images, spec.subject.dataset, mode_name(settings.mode),
      changed.empty() ? std::string("defaults") : changed,
      digital_text(digital_share(evaluation.layers, evaluation.outside, settings), std::string(11, ' ')),
      accuracy_text(result), result.correct, result.images, outcome.seconds, outcome.images_per_second(),
      ranges.empty() ? std::string() : "\n" + range_table(ranges.front()),
      shown_csnr != nullptr ? "\n" + csnr_table(shown_csnr->layers(settings)) : std::string());
}

void write_results(const RunOptions& options, const StudySpec& spec, const Evaluation& evaluation,
                   const StudyOutcome& outcome, const RunFindings& findings, const LogitTable* logits) {
  std::vector<std::function<void()>> writers;
  // What made the study fail is said rather than what fails after it.
  if (outcome.error) writers.emplace_back([&] { throw Error(*outcome.error); });
  if (options.execution.json) {
    writers.emplace_back([&] { write_standard_output(json_text(run_json(spec, evaluation, outcome, findings))); });
  } else if (options.csv != "-" && options.logits != "-" && options.csnr.csv != "-") {
    writers.emplace_back([&] {
      const CsnrEvaluator* csnr = options.csnr.shown ? findings.csnr.get() : nullptr;
      write_standard_output(run_text(spec, evaluation, outcome, findings, csnr));
    });
  }
  if (logits != nullptr) {
    writers.emplace_back([&, logits] { write_output(options.logits, logits->csv(*evaluation.evaluator)); });
  }
  if (!options.csv.empty()) {
    writers.emplace_back([&] {
      write_output(options.csv, results_csv(spec, outcome.results, evaluation.evaluator->provenance(),
                                            cost_columns(spec, evaluation.layers)));
    });
  }
  add_csnr_writers(writers, options.csnr, spec, findings.csnr.get());
  write_each(writers);
}

StudyOutcome run_shown(const RunOptions& options, const StudySpec& spec, const Evaluation& evaluation,
                       LogitTable* logits, const std::stop_token& stop, ProgressLine& progress) {
  PointResult latest;
  RunnerOptions runner;
  runner.threads = options.execution.threads;
  runner.on_event = [&](const StudyEvent& event) {
    if (event.kind == StudyEvent::Kind::point_advanced) latest = event.result;
    if (progress.due()) progress.show(progress_text(event) + ", " + accuracy_text(latest));
  };
  if (logits != nullptr) {
    runner.on_logits = [logits](int /*point*/, std::int64_t first, const std::vector<float>& block) {
      logits->store(first, block);
    };
  }
  StudyOutcome outcome = run_study(spec, evaluation, runner, stop);
  progress.clear();
  return outcome;
}

/// Traps of the settings, for people.
void say_hints(const PointSettings& settings, const Evaluation& evaluation, ProgressLine& progress) {
  if (settings.mode != EvaluationMode::simulated) return;
  std::string text = hints_text(cost::design_hints(settings, layer_work(evaluation.layers)));
  if (text.empty()) return;
  text.pop_back();  // its last line end
  progress.say(text);
}

int run(const RunOptions& options, const std::stop_token& stop) {
  const PointSettings settings = options.settings.point();
  const StudySubject subject = options.subject.subject();
  StudySpec spec = make_study_spec(subject, settings, {}, {});
  apply_batch(spec, options.execution, options.settings);
  apply_adc_range_options(options.adc_range, spec);
  check_csnr_options(options.csnr, spec);
  require_one_on_standard_output(options.execution.json, {options.csv, options.logits, options.csnr.csv});
  if (!options.logits.empty()) require_writable(options.logits);
  if (!options.csv.empty()) require_writable(options.csv);

  ProgressLine progress(options.execution.quiet);
  Evaluation evaluation = load_evaluation(subject, settings, {}, progress, stop);
  check_layer_settings(spec, evaluation.layers);
  RunFindings findings;
  findings.ranges = calibrate_adc_ranges(evaluation, spec, progress, stop);
  findings.csnr = collect_csnr(options.csnr, evaluation);
  std::unique_ptr<LogitTable> logits;
  if (!options.logits.empty()) {
    logits = std::make_unique<LogitTable>(evaluation.evaluator->image_count(), evaluation.evaluator->class_count());
  }
  say_hints(spec.points.front().settings, evaluation, progress);
  const StudyOutcome outcome = run_shown(options, spec, evaluation, logits.get(), stop, progress);
  const PointResult& result = outcome.results.front();
  if (outcome.error && result.images == 0) throw Error(*outcome.error);
  write_results(options, spec, evaluation, outcome, findings, logits.get());
  if (outcome.state == RunnerState::stopped) {
    throw Error(ErrorKind::cancelled, fmt::format("stopped after {} images, {}", result.images, accuracy_text(result)),
                {}, "A sweep with --out FILE.acim keeps what is done and can be continued");
  }
  return kDone;
}

}  // namespace

void add_run_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("run", "accuracy of one network at one setting");
  auto options = std::make_shared<RunOptions>();
  add_subject_options(*command, options->subject);
  add_settings_options(*command, options->settings);
  add_adc_range_options(*command, options->adc_range);
  add_csnr_options(*command, options->csnr);
  add_execution_options(*command, options->execution);
  command->add_option("--logits", options->logits, "write index, label and logits of every image as CSV")
      ->group("Output");
  command->add_option("--csv", options->csv, "write the result and every parameter as CSV ('-': standard output)")
      ->group("Output");
  command->footer(
      "Examples:\n"
      "  acim run --images 200\n"
      "  acim run --images 200 --set adc_bits=7 --set random_noise_percent=0.05 --seed 1 --json\n"
      "  acim run --images 200 --set adc_bits=6 --calibrate-adc-range mse\n"
      "  acim run --images 20 --set adc_bits=7 --csnr\n"
      "  acim run --network net.pt --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225 --dataset cifar10:test_batch.bin "
      "--mode quantised\n"
      "  acim run --network resnet20.th --architecture resnet20-cifar --dataset cifar10:folder --layer "
      "'layer3.*:adc_bits=7'");
  command->callback(
      [options, &action] { action = [options](const std::stop_token& stop) { return run(*options, stop); }; });
}

}  // namespace acim::cli
