#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/sensitivity_report.h"
#include "cli/study_run.h"
#include "cli/subject_options.h"
#include "study/evaluator.h"
#include "study/study_store.h"

namespace acim::cli {
namespace {

struct SensitivityCommandOptions {
  SubjectOptions subject;
  SettingsOptions settings;
  ExecutionOptions execution;
  std::vector<std::string> treatments;
  double tolerance_percent = 100 * RankCriterion{}.tolerance;
  std::string out;
  std::string resume;
  std::string csv;
};

/// A study ready to run: new, or opened again.
struct PreparedSensitivity {
  StudySpec spec;
  Evaluation evaluation;
  std::unique_ptr<StudyStore> store;
  double tolerance_percent = 0;
};

std::vector<StudiedLayer> studied_layers(const Evaluation& evaluation) {
  std::vector<StudiedLayer> layers;
  for (const LayerInfo& layer : evaluation.layers) layers.push_back({layer.name, layer.first_convolution});
  return layers;
}

PreparedSensitivity new_study(const SensitivityCommandOptions& options, ProgressLine& progress,
                              const std::stop_token& stop) {
  const PointSettings base = options.settings.point();
  std::vector<LayerOverride> treatments;
  for (const std::string& text : options.treatments) treatments.push_back(parse_treatment(text));
  if (treatments.empty()) treatments = default_treatments(base);
  if (!options.out.empty()) {
    std::error_code ignored;
    if (std::filesystem::exists(options.out, ignored) && !std::filesystem::is_directory(options.out, ignored)) {
      throw Error(ErrorKind::output, "the study file exists", options.out,
                  "Continue it with --resume " + options.out + ", or name another file");
    }
    require_writable(options.out);
  }
  PreparedSensitivity study;
  study.tolerance_percent = options.tolerance_percent;
  const StudySubject subject = options.subject.subject();
  study.evaluation = load_evaluation(subject, base, {}, progress, stop);
  study.spec = make_sensitivity_spec(subject, base, studied_layers(study.evaluation), treatments);
  apply_batch(study.spec, options.execution, options.settings);
  check_layer_settings(study.spec, study.evaluation.layers);
  if (!options.out.empty()) {
    auto provenance = study.evaluation.evaluator->provenance();
    provenance.emplace_back(kSensitivityToleranceKey, fmt::format("{}", study.tolerance_percent));
    study.store = StudyStore::create(options.out, study.spec, provenance);
  }
  return study;
}

PreparedSensitivity continued_study(const SensitivityCommandOptions& options, ProgressLine& progress,
                                    const std::stop_token& stop) {
  PreparedSensitivity study;
  study.store = StudyStore::open(options.resume);
  study.spec = study.store->spec();
  if (!is_sensitivity_spec(study.spec)) {
    throw Error(ErrorKind::usage, "the study is not one of layers' sensitivity", options.resume,
                "Continue it with: acim sweep --resume " + options.resume);
  }
  study.tolerance_percent = 100 * sensitivity_tolerance(study.store->provenance());
  study.evaluation = load_evaluation(study.spec.subject, study.spec.points.front().settings, study.store->calibration(),
                                     progress, stop);
  return study;
}

SensitivityOutcome run_shown(const SensitivityCommandOptions& options, const PreparedSensitivity& study,
                             ProgressLine& progress, const std::stop_token& stop) {
  std::string ranks;
  SensitivityOptions run;
  run.threads = options.execution.threads;
  run.store = study.store.get();
  run.tolerance = study.tolerance_percent / 100;
  run.on_ranking = [&](const SensitivityRanking& ranking) {
    ranks =
        fmt::format("; {} of {} ranks decided after {} images", ranking.gaps_known, ranking.gaps, ranking.base.images);
  };
  run.on_event = [&](const StudyEvent& event) {
    if (progress.due()) progress.show(progress_text(event) + ranks);
  };
  if (study.store && study.store->calibration().empty()) {
    study.store->set_calibration(calibration_json(study.evaluation.calibration));
  }
  SensitivityOutcome outcome = run_sensitivity(study.spec, study.evaluation.evaluator, run, stop);
  progress.clear();
  return outcome;
}

void write_results(const SensitivityCommandOptions& options, const PreparedSensitivity& study,
                   const SensitivityReport& report) {
  std::vector<std::function<void()>> writers;
  // What made the study fail is said rather than what fails after it.
  if (report.outcome.error) writers.emplace_back([&] { throw Error(*report.outcome.error); });
  if (options.execution.json) {
    writers.emplace_back([&] { write_standard_output(json_text(sensitivity_json(report, study.evaluation))); });
  } else if (options.csv != "-") {
    writers.emplace_back([&] { write_standard_output(sensitivity_text(report)); });
  }
  if (!options.csv.empty()) {
    writers.emplace_back(
        [&] { write_output(options.csv, sensitivity_csv(report, study.evaluation.evaluator->provenance())); });
  }
  write_each(writers);
}

int sensitivity(const SensitivityCommandOptions& options, const std::stop_token& stop) {
  require_one_on_standard_output(options.execution.json, {options.csv});
  if (!options.csv.empty()) require_writable(options.csv);
  ProgressLine progress(options.execution.quiet);
  const PreparedSensitivity study =
      options.resume.empty() ? new_study(options, progress, stop) : continued_study(options, progress, stop);

  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  SensitivityReport report;
  report.spec = study.spec;
  report.tolerance = study.tolerance_percent / 100;
  report.outcome = run_shown(options, study, progress, stop);
  report.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  report.energy_uj = energies(study.spec, study.evaluation);
  if (report.outcome.error && report.outcome.ranking.base.images == 0) throw Error(*report.outcome.error);
  write_results(options, study, report);
  if (report.outcome.state == RunnerState::stopped) throw stopped_study(study.store.get(), "sensitivity");
  return kDone;
}

}  // namespace

void add_sensitivity_command(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("sensitivity", "which layers a network can spare: each in turn at other settings");
  auto options = std::make_shared<SensitivityCommandOptions>();
  add_subject_options(*command, options->subject);
  add_settings_options(*command, options->settings);
  command
      ->add_option("--try", options->treatments,
                   "KEY=VALUE,... or digital: what is done to one layer at a time, repeatable; default: two ADC bits "
                   "less, 0.2 % of noise more, digital")
      ->group("Sensitivity")
      ->allow_extra_args(false)
      ->take_all();
  command
      ->add_option("--tolerance", options->tolerance_percent,
                   "percentage points of accuracy: layers closer than this need not be told apart")
      ->group("Sensitivity")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  const std::vector<CLI::Option*> fixed_by_the_study =
      command->get_options([](const CLI::Option* option) { return option->get_name() != "--help"; });
  add_execution_options(*command, options->execution);
  CLI::Option* out =
      command->add_option("--out", options->out, "study file (.acim): every prediction, saved as it goes")
          ->group("Output");
  CLI::Option* resume = command->add_option("--resume", options->resume, "continue a study file")->group("Sensitivity");
  for (CLI::Option* option : fixed_by_the_study) resume->excludes(option);
  resume->excludes(out);
  resume->excludes(command->get_option("--batch"));
  command->add_option("--csv", options->csv, "write one row per layer and treatment ('-': standard output)")
      ->group("Output");
  command->footer(
      "Every layer sees the images and the random numbers of the base, so the losses are paired. It ends when each\n"
      "layer is told apart from the next one of the ranking or is within the tolerance of it, or after --images.\n"
      "Examples:\n"
      "  acim sensitivity --images 300 --out layers.acim --csv layers.csv\n"
      "  acim sensitivity --images 500 --set adc_bits=7 --try adc_bits=5 --try random_noise_percent=0.2 --try digital\n"
      "  acim sensitivity --resume layers.acim");
  command->callback(
      [options, &action] { action = [options](const std::stop_token& stop) { return sensitivity(*options, stop); }; });
}

}  // namespace acim::cli
