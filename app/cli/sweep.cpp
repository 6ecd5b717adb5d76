#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/progress.h"
#include "cli/adc_range_options.h"
#include "cli/command.h"
#include "cli/cost_columns.h"
#include "cli/csnr_options.h"
#include "cli/csnr_picture.h"
#include "cli/curve_picture.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/result_table.h"
#include "cli/study_run.h"
#include "cli/subject_options.h"
#include "evaluation/evaluation.h"
#include "macro/parameter_table.h"
#include "study/command_line.h"
#include "study/held_noise.h"
#include "study/study_store.h"

namespace acim::cli {
namespace {

struct SweepOptions {
  SubjectOptions subject;
  SettingsOptions settings;
  AdcRangeOptions adc_range;
  CsnrOptions csnr;
  ExecutionOptions execution;
  std::string x;
  std::string family;
  std::string held_noise;
  std::string out;
  std::string resume;
  std::string csv;
  std::string picture;
};

/// A study ready to run: new, or opened again.
struct PreparedStudy {
  StudySpec spec;
  Evaluation evaluation;
  std::unique_ptr<StudyStore> store;
  CalibratedRanges ranges;  ///< of a new study that asks for them; a study opened again has them among its overrides
  std::shared_ptr<const CsnrEvaluator> csnr;  ///< may be null
};

/// Whether what is held of the noise follows from where the axis's knob was set.
bool holds_noise_by(const SweepOptions& options, const StudySpec& spec, const SweepAxis& axis,
                    const MacroParameters& base) {
  if (options.held_noise.empty() || sweeps_noise(spec) || !is_knob(axis)) return false;
  const NoiseUnit unit = held_noise_from_name(options.held_noise);
  const Parameter& knob = parameter_of(axis.key);
  return std::ranges::any_of(axis.values, [&](const std::string& value) {
    MacroParameters point = base;
    knob.set(point, parse_value(knob, value));
    return held_noise_percent(unit, base, point) != base.random_noise_percent;
  });
}

/// What was set for all points and is swept as well does nothing, which is said rather than left to be wondered at.
void tell_overridden(const SweepOptions& options, const StudySpec& spec, const MacroParameters& base,
                     ProgressLine& progress) {
  for (const auto& [option, axis] : {std::pair("--x", &spec.x), std::pair("--family", &spec.family)}) {
    for (const std::string& assignment : options.settings.assignments) {
      if (holds_noise_by(options, spec, *axis, base)) break;
      if (axis->key.empty() || !assignment.starts_with(axis->key + "=")) continue;
      progress.say(
          fmt::format("note: --set {} has no effect, {} sets {} at every point", assignment, option, axis->key));
    }
    if (axis->key == "seed" && options.settings.seed) {
      progress.say(
          fmt::format("note: --seed {} has no effect, {} sets seed at every point", *options.settings.seed, option));
    }
  }
}

PreparedStudy new_study(const SweepOptions& options, ProgressLine& progress, const std::stop_token& stop) {
  PreparedStudy study;
  const PointSettings base = options.settings.point();
  const StudySubject subject = options.subject.subject();
  const SweepAxis family = options.family.empty() ? SweepAxis{} : parse_sweep_axis(options.family);
  study.spec = make_study_spec(subject, base, parse_sweep_axis(options.x), family);
  if (!options.held_noise.empty()) hold_noise(study.spec, held_noise_from_name(options.held_noise), base.macro);
  tell_overridden(options, study.spec, base.macro, progress);
  apply_batch(study.spec, options.execution, options.settings);
  apply_adc_range_options(options.adc_range, study.spec);
  check_csnr_options(options.csnr, study.spec);
  if (!options.out.empty()) {
    std::error_code ignored;
    if (std::filesystem::exists(options.out, ignored) && !std::filesystem::is_directory(options.out, ignored)) {
      throw Error(ErrorKind::output, "the study file exists", options.out,
                  "Continue it with --resume " + shell_word(options.out) + ", or name another file");
    }
    require_writable(options.out);
  }
  study.evaluation = load_evaluation(subject, base, {}, progress, stop);
  check_layer_settings(study.spec, study.evaluation.layers);
  study.ranges = calibrate_adc_ranges(study.evaluation, study.spec, progress, stop);
  study.csnr = collect_csnr(options.csnr, study.evaluation);
  if (!options.out.empty()) {
    study.store = StudyStore::create(options.out, study.spec, study.evaluation.evaluator->provenance());
  }
  return study;
}

PreparedStudy continued_study(const SweepOptions& options, ProgressLine& progress, const std::stop_token& stop) {
  PreparedStudy study;
  study.store = StudyStore::open(options.resume);
  study.spec = study.store->spec();
  study.evaluation = load_evaluation(study.spec.subject, study.spec.points.front().settings, study.store->calibration(),
                                     progress, stop);
  return study;
}

nlohmann::json sweep_json(const PreparedStudy& study, const StudyOutcome& outcome) {
  nlohmann::json points = nlohmann::json::array();
  for (std::size_t i = 0; i < outcome.results.size(); ++i) {
    const StudyPoint& point = study.spec.points[i];
    nlohmann::json entry = to_json(outcome.results[i]);
    entry["coordinates"] = nlohmann::json::object();
    for (const auto& [key, value] : point.coordinates) entry["coordinates"][key] = value;
    entry["mode"] = mode_name(point.settings.mode);
    const nlohmann::json settings = acim::to_json(point.settings);
    entry["parameters"] = settings.at("parameters");
    entry["layers"] = settings.value("layers", nlohmann::json::array());
    add_costs(entry, point.settings, study.evaluation.layers);
    if (study.csnr) entry["csnr"] = csnr_json(study.csnr->layers(point.settings));
    if (!study.ranges.empty() && !study.ranges[i].empty()) entry["adc_ranges"] = ranges_json(study.ranges[i]);
    points.push_back(std::move(entry));
  }
  return {{"network", study.spec.subject.network},
          {"dataset", study.spec.subject.dataset},
          {"points", std::move(points)},
          {"seconds", outcome.seconds},
          {"images_per_second", outcome.images_per_second()},
          {"provenance", provenance_json(study.evaluation)},
          {"complete", outcome.state == RunnerState::finished}};
}

void write_results(const SweepOptions& options, const PreparedStudy& study, const StudyOutcome& outcome) {
  std::vector<std::function<void()>> writers;
  // What made the study fail is said rather than what fails after it.
  if (outcome.error) writers.emplace_back([&] { throw Error(*outcome.error); });
  if (options.execution.json) {
    writers.emplace_back([&] { write_standard_output(json_text(sweep_json(study, outcome))); });
  } else if (options.csv != "-" && options.csnr.csv != "-") {
    writers.emplace_back([&] {
      write_standard_output(result_table(study.spec, outcome.results) + range_summary(study.spec, study.ranges) +
                            csnr_tables(study.spec, options.csnr.shown ? study.csnr.get() : nullptr));
    });
  }
  if (!options.csv.empty()) {
    writers.emplace_back([&] {
      write_output(options.csv, results_csv(study.spec, outcome.results, study.evaluation.evaluator->provenance(),
                                            cost_columns(study.spec, study.evaluation.layers)));
    });
  }
  if (!options.picture.empty()) {
    writers.emplace_back([&] { write_output(options.picture, curve_picture(study.spec, outcome.results)); });
  }
  add_csnr_writers(writers, options.csnr, study.spec, study.csnr.get());
  write_each(writers);
}

StudyOutcome run_shown(const SweepOptions& options, const PreparedStudy& study, ProgressLine& progress,
                       const std::stop_token& stop) {
  std::vector<PointResult> latest(study.spec.points.size());
  RunnerOptions runner;
  runner.threads = options.execution.threads;
  runner.store = study.store.get();
  runner.on_event = [&](const StudyEvent& event) {
    if (event.kind == StudyEvent::Kind::point_advanced) latest.at(static_cast<std::size_t>(event.point)) = event.result;
    if (progress.due()) progress.show(progress_text(event), result_table(study.spec, latest));
  };
  // Only here is it known that a study opened again is on its own network and images.
  const auto on_ready = [&](const std::vector<PointResult>& known) {
    latest = known;
    if (study.store && study.store->calibration().empty()) {
      study.store->set_calibration(calibration_json(study.evaluation.calibration));
    }
  };
  StudyOutcome outcome = run_study(study.spec, study.evaluation, runner, stop, on_ready);
  progress.clear();
  return outcome;
}

void check_options(const SweepOptions& options) {
  if (options.resume.empty() == options.x.empty()) {
    throw Error(ErrorKind::usage, "a sweep needs --x, or --resume", {},
                "For example --x adc_bits=4:10, or --resume study.acim");
  }
  require_one_on_standard_output(options.execution.json, {options.csv, options.picture, options.csnr.csv});
  if (!options.csv.empty()) require_writable(options.csv);
  if (!options.picture.empty()) require_svg(options.picture);
}

int sweep(const SweepOptions& options, const std::stop_token& stop) {
  check_options(options);
  ProgressLine progress(options.execution.quiet);
  const PreparedStudy study =
      options.resume.empty() ? new_study(options, progress, stop) : continued_study(options, progress, stop);
  const StudyOutcome outcome = run_shown(options, study, progress, stop);
  const bool anything = std::ranges::any_of(outcome.results, [](const PointResult& r) { return r.images > 0; });
  if (outcome.error && !anything) throw Error(*outcome.error);
  write_results(options, study, outcome);
  if (outcome.state == RunnerState::stopped) throw stopped_study(study.store.get(), "sweep");
  return kDone;
}

}  // namespace

void add_sweep_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("sweep", "accuracy along one or two knobs, all points together");
  auto options = std::make_shared<SweepOptions>();
  add_subject_options(*command, options->subject);
  add_settings_options(*command, options->settings);
  add_adc_range_options(*command, options->adc_range);
  add_csnr_options(*command, options->csnr);
  const std::vector<CLI::Option*> fixed_by_the_study =
      command->get_options([](const CLI::Option* option) { return option->get_name() != "--help"; });
  add_execution_options(*command, options->execution);
  CLI::Option* x =
      command->add_option("--x", options->x, "KEY=FROM:TO[:STEP] or KEY=A,B,C: the knob along x")->group("Sweep");
  CLI::Option* family = command
                            ->add_option("--family", options->family,
                                         "a second knob, one curve per value; or "
                                         "adc_range=full,mse,csnr,minmax,mse-global,csnr-global,minmax-global")
                            ->group("Sweep");
  command
      ->add_option("--hold-noise", options->held_noise,
                   "what of the random noise stays as --set has it at every point: percent (default), lsb, millivolt")
      ->group("Sweep");
  CLI::Option* out =
      command->add_option("--out", options->out, "study file (.acim): every prediction, saved as it goes")
          ->group("Output");
  CLI::Option* resume = command->add_option("--resume", options->resume, "continue a study file")->group("Sweep");
  for (CLI::Option* option : fixed_by_the_study) resume->excludes(option);
  for (CLI::Option* option : {x, family, out, command->get_option("--hold-noise")}) resume->excludes(option);
  resume->excludes(command->get_option("--batch"));
  command->add_option("--csv", options->csv, "write one row per point ('-': standard output)")->group("Output");
  command->add_option("--picture", options->picture, "write the curves as a picture (.svg)")->group("Output");
  command->footer(
      "Ctrl-C saves: with --out the study continues later.\n"
      "Examples:\n"
      "  acim sweep --images 300 --x adc_bits=4:10 --out s.acim --csv s.csv --picture s.svg\n"
      "  acim sweep --images 300 --x random_noise_percent=0:0.5:0.1 --family encoding_bits=1,2,4 --json\n"
      "  acim sweep --images 300 --x adc_bits=4:8 --calibrate-adc-range mse --csv s.csv\n"
      "  acim sweep --images 300 --x adc_bits=4:8 --family adc_range=full,mse --csv both.csv\n"
      "  acim sweep --resume s.acim");
  command->callback(
      [options, &action] { action = [options](const std::stop_token& stop) { return sweep(*options, stop); }; });
}

}  // namespace acim::cli
