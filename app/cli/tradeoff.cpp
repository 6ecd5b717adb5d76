#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/cost_columns.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/subject_options.h"
#include "cli/tradeoff_picture.h"
#include "cost/pareto_front.h"
#include "evaluation/evaluation.h"
#include "evaluation/layer_work.h"
#include "study/command_line.h"
#include "study/kept_run.h"
#include "study/study_store.h"

namespace acim::cli {
namespace {

struct TradeoffOptions {
  std::vector<std::string> studies;
  std::vector<std::string> labels;
  std::string title;
  std::string csv;
  std::string picture;
  bool json = false;
  bool quiet = false;
};

/// What was computed of a study, and the layers that its energies are counted on.
struct ReadStudy {
  StudySpec spec;
  std::vector<PointResult> results;
  std::vector<cost::LayerWork> layers;
};

ReadStudy read_study(const std::string& path, ProgressLine& progress, const std::stop_token& stop) {
  const std::unique_ptr<StudyStore> store = StudyStore::open(path);
  ReadStudy study;
  study.spec = store->spec();
  study.results = results_of(kept_run(*store));
  const Evaluation evaluation =
      load_evaluation(study.spec.subject, study.spec.points.front().settings, store->calibration(), progress, stop);
  study.layers = layer_work(evaluation.layers);
  return study;
}

std::string settings_text(const StudyPoint& point) {
  std::string text;
  for (const auto& [key, value] : point.coordinates) {
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", key, value);
  }
  return text;
}

/// One curve for each member of the study's family; points without images or without a cost are left out.
std::vector<TradeoffCurve> curves_of(const ReadStudy& study, std::size_t index, const std::string& label) {
  std::vector<TradeoffCurve> curves;
  const std::size_t per_curve = std::max<std::size_t>(1, study.spec.x.values.size());
  for (std::size_t i = 0; i < study.spec.points.size(); ++i) {
    if (i % per_curve == 0) {
      const std::size_t member = i / per_curve;
      const bool has_family = member < study.spec.family.values.size();
      curves.push_back({has_family
                            ? fmt::format("{}, {}={}", label, study.spec.family.key, study.spec.family.values[member])
                            : label,
                        index,
                        {}});
    }
    const StudyPoint& point = study.spec.points[i];
    const std::optional<cost::NetworkCost> cost = cost_of(study.layers, point.settings);
    if (study.results[i].images == 0 || !cost) continue;
    curves.back().points.push_back(
        {settings_text(point), study.results[i], cost->uj_per_inference(), cost->tops_per_watt(), cost->latency_us});
  }
  return curves;
}

void mark_front(std::vector<TradeoffCurve>& curves) {
  std::vector<TradeoffPoint*> points;
  std::vector<cost::CostAndAccuracy> pairs;
  for (TradeoffCurve& curve : curves) {
    for (TradeoffPoint& point : curve.points) {
      points.push_back(&point);
      pairs.push_back({point.uj, point.result.accuracy()});
    }
  }
  for (const std::size_t place : cost::pareto_front(pairs)) points[place]->on_front = true;
}

std::string csv_of(std::span<const TradeoffCurve> curves) {
  std::string csv =
      "curve,settings,images,correct,accuracy,ci95_low,ci95_high,energy_uj_per_inference,tops_per_watt,latency_us,"
      "on_pareto_front\n";
  for (const TradeoffCurve& curve : curves) {
    for (const TradeoffPoint& point : curve.points) {
      const Interval interval = point.result.interval();
      csv += fmt::format("\"{}\",{},{},{},{:.6f},{:.6f},{:.6f},{:.9g},{:.9g},{:.9g},{}\n", curve.label, point.settings,
                         point.result.images, point.result.correct, point.result.accuracy(), interval.low,
                         interval.high, point.uj, point.tops_per_watt, point.latency_us, point.on_front ? 1 : 0);
    }
  }
  return csv;
}

/// The front alone, from the cheapest point on: each step says what more accuracy costs.
std::string front_text(std::span<const TradeoffCurve> curves) {
  struct Row {
    const TradeoffCurve* curve;
    const TradeoffPoint* point;
  };
  std::vector<Row> rows;
  for (const TradeoffCurve& curve : curves) {
    for (const TradeoffPoint& point : curve.points) {
      if (point.on_front) rows.push_back({&curve, &point});
    }
  }
  std::ranges::sort(rows, {}, [](const Row& row) { return row.point->uj; });
  std::string text = "Pareto front, from the cheapest point on:\n   µJ/image   accuracy  point\n";
  for (const Row& row : rows) {
    text += fmt::format("{:>11.4g} {:>8.2f} %  {}: {}\n", row.point->uj, 100 * row.point->result.accuracy(),
                        row.curve->label, row.point->settings);
  }
  return text;
}

nlohmann::json json_of(std::span<const TradeoffCurve> curves) {
  nlohmann::json json = nlohmann::json::array();
  for (const TradeoffCurve& curve : curves) {
    nlohmann::json points = nlohmann::json::array();
    for (const TradeoffPoint& point : curve.points) {
      points.push_back({{"settings", point.settings},
                        {"images", point.result.images},
                        {"correct", point.result.correct},
                        {"accuracy", point.result.accuracy()},
                        {"energy_uj_per_inference", point.uj},
                        {"tops_per_watt", point.tops_per_watt},
                        {"latency_us", point.latency_us},
                        {"on_pareto_front", point.on_front}});
    }
    json.push_back({{"curve", curve.label}, {"points", std::move(points)}});
  }
  return {{"curves", std::move(json)}};
}

/// What draws the picture again.
std::string command_of(const TradeoffOptions& options) {
  CommandLine command("acim tradeoff");
  for (const std::string& study : options.studies) command.add(study);
  for (const std::string& label : options.labels) command.add("--label", label);
  if (!options.title.empty()) command.add("--title", options.title);
  command.add("--picture", options.picture);
  return command.text();
}

void check_options(const TradeoffOptions& options) {
  require_one_on_standard_output(options.json, {options.csv, options.picture});
  if (!options.csv.empty()) require_writable(options.csv);
  if (!options.picture.empty()) require_svg(options.picture);
  if (!options.labels.empty() && options.labels.size() != options.studies.size()) {
    throw Error(ErrorKind::usage,
                fmt::format("{} labels for {} studies", options.labels.size(), options.studies.size()), "--label",
                "Give one for each study, in their order, or none");
  }
}

int tradeoff(const TradeoffOptions& options, const std::stop_token& stop) {
  check_options(options);
  ProgressLine progress(options.quiet);
  std::vector<TradeoffCurve> curves;
  for (std::size_t i = 0; i < options.studies.size(); ++i) {
    const ReadStudy study = read_study(options.studies[i], progress, stop);
    const std::string label =
        options.labels.empty() ? std::filesystem::path(options.studies[i]).stem().string() : options.labels[i];
    for (TradeoffCurve& curve : curves_of(study, i, label)) curves.push_back(std::move(curve));
  }
  progress.clear();
  mark_front(curves);
  std::vector<std::function<void()>> writers;
  if (options.json) {
    writers.emplace_back([&] { write_standard_output(json_text(json_of(curves))); });
  } else if (options.csv != "-") {
    writers.emplace_back([&] { write_standard_output(front_text(curves)); });
  }
  if (!options.csv.empty()) writers.emplace_back([&] { write_output(options.csv, csv_of(curves)); });
  if (!options.picture.empty()) {
    writers.emplace_back(
        [&] { write_output(options.picture, tradeoff_picture(curves, options.title, command_of(options))); });
  }
  write_each(writers);
  return kDone;
}

}  // namespace

void add_tradeoff_command(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("tradeoff", "accuracy against energy of finished sweeps, and the best of all of them");
  auto options = std::make_shared<TradeoffOptions>();
  command->add_option("studies", options->studies, "study files (.acim), as `acim sweep --out` writes them")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("--label", options->labels, "what to call a study, one for each; default: the file's name")
      ->allow_extra_args(false);
  command->add_option("--title", options->title, "above the picture");
  command->add_option("--csv", options->csv, "write one row per point ('-': standard output)")->group("Output");
  command->add_option("--picture", options->picture, "write the curves as a picture (.svg)")->group("Output");
  command->add_flag("--json", options->json, "JSON on standard output")->group("Output");
  command->add_flag("-q,--quiet", options->quiet, "no progress on standard error");
  command->footer(
      "Example:\n"
      "  acim sweep --x adc_bits=4:10 --family encoding_bits=1,2,4 --out full.acim\n"
      "  acim sweep --x adc_bits=4:10 --family encoding_bits=1,2,4 --calibrate-adc-range mse --out narrow.acim\n"
      "  acim tradeoff full.acim narrow.acim --picture tradeoff.svg --csv tradeoff.csv");
  command->callback(
      [options, &action] { action = [options](const std::stop_token& stop) { return tradeoff(*options, stop); }; });
}

}  // namespace acim::cli
