#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/decibel_text.h"
#include "cli/hint_text.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/subject_options.h"
#include "evaluation/layer_explanation.h"
#include "evaluation/layer_work.h"

namespace acim::cli {
namespace {

constexpr std::size_t kShownTrials = 6;

struct ExplainOptions {
  SubjectOptions subject;
  SettingsOptions settings;
  std::string layers = "*";
  bool no_trials = false;
  bool quiet = false;
  bool json = false;
};

/// A share in per cent without a sign that rounding leaves of nothing.
double rounded_percent(double share) {
  return std::round(1000 * share) / 10 + 0.0;
}

std::size_t pair_index(const LayerErrors& errors, int weight_bit, int cycle) {
  return static_cast<std::size_t>(weight_bit) * static_cast<std::size_t>(errors.cycles) +
         static_cast<std::size_t>(cycle);
}

/// Causes that matter somewhere, in the order of the signal's way.
std::vector<ErrorCause> causes_of(const std::vector<LayerExplanation>& layers) {
  std::vector<ErrorCause> causes;
  for (std::size_t k = 0; k < kErrorCauses; ++k) {
    const auto cause = static_cast<ErrorCause>(k);
    if (std::ranges::any_of(layers, [&](const auto& one) { return std::abs(one.errors.share(cause)) >= 0.0005; })) {
      causes.push_back(cause);
    }
  }
  return causes;
}

/// What the shares of layers without error of the array are of.
std::string losses_text(const std::vector<LayerExplanation>& layers) {
  const auto lossless = std::ranges::count_if(layers, &LayerExplanation::is_lossless);
  if (lossless == 0) return {};
  const bool all = static_cast<std::size_t>(lossless) == layers.size();
  return fmt::format(
      "{}: the array gives the exact integer products, as the quantised network has them. What is left\n"
      "against real numbers is the rounding and clipping to integers, no knob of the array.\n\n",
      all ? "No layer loses anything" : fmt::format("{} of {} layers are lossless", lossless, layers.size()));
}

std::string cause_table(const std::vector<LayerExplanation>& layers) {
  const std::vector<ErrorCause> causes = causes_of(layers);
  std::size_t width = 5;
  for (const LayerExplanation& layer : layers) width = std::max(width, layer.layer.size());
  std::string text = losses_text(layers);
  text += "Share of each cause in the squared error of a layer's outputs against real numbers, %:\n";
  text += fmt::format("{:<{}}  {:>8}", "layer", width, "CSNR dB");
  for (const ErrorCause cause : causes) text += fmt::format("  {}", error_cause_name(cause));
  text += '\n';
  for (const LayerExplanation& layer : layers) {
    text += fmt::format("{:<{}}  {:>8}", layer.layer, width, decibel_text(layer.errors.csnr_db()));
    for (const ErrorCause cause : causes) {
      text += fmt::format("  {:>{}.1f}", rounded_percent(layer.errors.share(cause)), error_cause_name(cause).size());
    }
    text += '\n';
  }
  return text;
}

/// Rows: weight bits from the top; columns: activation cycles from the top.
std::string pair_table(const LayerExplanation& layer) {
  const LayerErrors& errors = layer.errors;
  const double energy = std::accumulate(layer.pair_energy_fj.begin(), layer.pair_energy_fj.end(), 0.0);
  std::string text =
      "\nShare of the array's error (and of its energy), %, by weight bit (rows) and activation cycle:\n     ";
  for (int j = errors.cycles - 1; j >= 0; --j) text += fmt::format("{:>13}", j);
  text += '\n';
  for (int i = errors.weight_bits - 1; i >= 0; --i) {
    text += fmt::format("{:>5}", i);
    for (int j = errors.cycles - 1; j >= 0; --j) {
      const auto pair = pair_index(errors, i, j);
      const std::string part = energy > 0 ? fmt::format("({:.1f})", 100 * layer.pair_energy_fj[pair] / energy) : "";
      text += fmt::format("{:>7.1f}{:>6}", rounded_percent(errors.pair_share(i, j)), part);
    }
    text += '\n';
  }
  return text;
}

std::string trial_table(const std::vector<KnobTrial>& trials, const std::string& head) {
  if (trials.empty()) return {};
  std::string text = fmt::format("\n{:<52}{:>9}  {:>8}\n", head, "gain dB", "energy");
  for (std::size_t i = 0; i < std::min(trials.size(), kShownTrials); ++i) {
    const KnobTrial& trial = trials[i];
    text += fmt::format("  {:<50}{:>9}  {:>8}\n", trial.change, decibel_text(trial.gained_db),
                        trial.energy_ratio > 0 ? fmt::format("x {:.2f}", trial.energy_ratio) : "-");
  }
  return text;
}

std::string explanation_text(const std::vector<LayerExplanation>& layers) {
  std::string text = cause_table(layers);
  if (layers.size() == 1) {
    text += pair_table(layers.front()) + trial_table(layers.front().trials, "What one knob would change:");
  } else {
    text += trial_table(network_trials(layers), "What one knob would change, mean of layers (60 at most):");
  }
  return text;
}

nlohmann::json trials_json(const std::vector<KnobTrial>& trials, bool with_csnr) {
  nlohmann::json json = nlohmann::json::array();
  for (const KnobTrial& trial : trials) {
    nlohmann::json entry = {{"change", trial.change}, {"gained_db", decibel_json(trial.gained_db)}};
    if (with_csnr) entry["csnr_db"] = decibel_json(trial.csnr_db);
    entry["energy_ratio"] = trial.energy_ratio > 0 ? nlohmann::json(trial.energy_ratio) : nlohmann::json();
    json.push_back(std::move(entry));
  }
  return json;
}

nlohmann::json layer_json(const LayerExplanation& layer) {
  const LayerErrors& errors = layer.errors;
  nlohmann::json json = {{"layer", layer.layer},
                         {"csnr_db", decibel_json(errors.csnr_db())},
                         {"outputs", errors.array.count()},
                         {"signal_variance", errors.array.variance()},
                         {"array_mean_squared_error", errors.array.mean_squared_error()},
                         {"mean_squared_error", errors.squared_error / static_cast<double>(errors.array.count())},
                         {"trials", trials_json(layer.trials, true)},
                         {"hints", hints_json(layer.hints)}};
  for (std::size_t k = 0; k < kErrorCauses; ++k) {
    const auto cause = static_cast<ErrorCause>(k);
    json["causes"][std::string(error_cause_key(cause))] = errors.share(cause);
  }
  json["pairs"] = nlohmann::json::array();
  for (int i = 0; i < errors.weight_bits; ++i) {
    for (int j = 0; j < errors.cycles; ++j) {
      const auto pair = pair_index(errors, i, j);
      json["pairs"].push_back(
          {{"weight_bit", i},
           {"cycle", j},
           {"error_share", errors.pair_share(i, j)},
           {"mean_fill", errors.mean_fill(i, j)},
           {"energy_fj",
            layer.pair_energy_fj.empty() ? nlohmann::json() : nlohmann::json(layer.pair_energy_fj[pair])}});
    }
  }
  return json;
}

int explain(const ExplainOptions& options, const std::stop_token& stop) {
  const PointSettings settings = options.settings.point();
  StudySubject subject = options.subject.subject();
  if (subject.images == 0) subject.images = ExplanationOptions{}.images;
  ProgressLine progress(options.quiet);
  const Evaluation evaluation = load_evaluation(subject, settings, {}, progress, stop);
  check_layer_patterns(settings, evaluation.layers);
  ExplanationOptions wanted;
  wanted.images = evaluation.evaluator->image_count();
  wanted.layers = options.layers;
  wanted.trials = !options.no_trials;
  wanted.progress = [&](double part) {
    if (progress.due()) progress.show(fmt::format("Explaining layers ({:.0f} %)", 100 * part));
  };
  const std::vector<LayerExplanation> layers = explain_layers(evaluation, settings, wanted, stop);
  progress.clear();
  std::vector<cost::DesignHint> hints = cost::design_hints(settings, layer_work(evaluation.layers));
  if (options.json) {
    nlohmann::json json = {{"network", subject.network},
                           {"dataset", subject.dataset},
                           {"images", wanted.images},
                           {"parameters", acim::to_json(settings.macro)},
                           {"trials", trials_json(network_trials(layers), false)},
                           {"hints", hints_json(hints)},
                           {"layers", nlohmann::json::array()}};
    for (const LayerExplanation& layer : layers) json["layers"].push_back(layer_json(layer));
    write_standard_output(json_text(json));
    return kDone;
  }
  for (const LayerExplanation& layer : layers) hints.insert(hints.end(), layer.hints.begin(), layer.hints.end());
  const std::string found = hints_text(hints);
  write_standard_output(explanation_text(layers) + (found.empty() ? "" : "\n" + found));
  return kDone;
}

}  // namespace

void add_explain_command(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("explain", "where the errors of each layer come from, and what would help");
  auto options = std::make_shared<ExplainOptions>();
  add_subject_options(*command, options->subject);
  add_settings_options(*command, options->settings);
  command->add_option("--only", options->layers, "pattern of layers' names; of one layer its pairs of bits are shown")
      ->group("What is explained")
      ->capture_default_str();
  command->add_flag("--no-trials", options->no_trials, "turn no knobs")->group("What is explained");
  command->add_flag("--quiet,-q", options->quiet, "no progress on standard error")->group("How");
  command->add_flag("--json", options->json, "JSON on standard output")->group("How");
  command->footer(
      "It looks at the first 2 images, or at --images N. Every cause's share is its part in the squared error\n"
      "(docs/array-model.md, Causes of error); shares add up to 100 % and are negative where a cause undoes others.\n"
      "Examples:\n"
      "  acim explain --set adc_bits=6\n"
      "  acim explain --set adc_bits=6 --set random_noise_percent=0.1 --only layer1.0.conv1\n"
      "  acim explain --set rows=256 --only 'layer3.*' --json");
  command->callback(
      [options, &action] { action = [options](const std::stop_token& stop) { return explain(*options, stop); }; });
}

}  // namespace acim::cli
