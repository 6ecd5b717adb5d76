#include "cli/csnr_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "cli/csnr_picture.h"
#include "cli/decibel_text.h"
#include "cli/output.h"

namespace acim::cli {

void add_csnr_options(CLI::App& command, CsnrOptions& options) {
  const std::string group = "Signal to noise of layers";
  command
      .add_flag("--csnr", options.shown,
                "show what the array makes of each layer's exact outputs as compute SNR, with its estimate")
      ->group(group);
  command.add_option("--csnr-csv", options.csv, "write it as CSV, a row per point and layer ('-': standard output)")
      ->group(group);
  command
      .add_option("--csnr-picture", options.picture, "draw measured against estimated compute SNR of all layers (.svg)")
      ->group(group);
}

void check_csnr_options(const CsnrOptions& options, const StudySpec& spec) {
  if (!options.wanted()) return;
  const EvaluationMode mode = spec.points.front().settings.mode;
  if (mode != EvaluationMode::simulated) {
    throw Error(ErrorKind::usage, fmt::format("mode {} has no array whose errors to measure", mode_name(mode)),
                "--csnr", "Choose --mode simulated");
  }
  if (!options.csv.empty()) require_writable(options.csv);
  if (!options.picture.empty()) require_svg(options.picture);
}

std::shared_ptr<const CsnrEvaluator> collect_csnr(const CsnrOptions& options, Evaluation& evaluation) {
  if (!options.wanted()) return nullptr;
  auto collecting = std::make_shared<const CsnrEvaluator>(evaluation);
  evaluation.evaluator = collecting;
  return collecting;
}

std::string csnr_table(std::span<const LayerCsnr> layers) {
  std::size_t width = 5;
  bool pessimistic = false;
  for (const LayerCsnr& layer : layers) {
    width = std::max(width, layer.layer.size());
    pessimistic = pessimistic || layer.estimate.pessimistic;
  }
  std::string text = fmt::format("{:<{}}  {:>8}  {:>12}  {:>12}  {:>11}\n", "layer", width, "CSNR dB", "estimated dB",
                                 "rms error", "mean error");
  for (const LayerCsnr& layer : layers) {
    text += fmt::format("{:<{}}  {:>8}  {:>11}{}  {:>12.1f}  {:>11.1f}\n", layer.layer, width,
                        decibel_text(layer.moments.csnr_db()), decibel_text(layer.estimate.csnr_db),
                        layer.estimate.pessimistic ? '*' : ' ', std::sqrt(layer.moments.mean_squared_error()),
                        layer.moments.mean_error());
  }
  if (pessimistic) text += "* pessimistic: less than 0.3 steps of noise leave rounding errors that cancel\n";
  return text;
}

std::string csnr_tables(const StudySpec& spec, const CsnrEvaluator* evaluator) {
  std::string text;
  if (evaluator == nullptr) return text;
  for (const StudyPoint& point : spec.points) {
    std::string where;
    for (const auto& [key, value] : point.coordinates) {
      where += fmt::format("{}{}={}", where.empty() ? "" : ", ", key, value);
    }
    text += fmt::format("\n{}\n{}", where, csnr_table(evaluator->layers(point.settings)));
  }
  return text;
}

nlohmann::json csnr_json(std::span<const LayerCsnr> layers) {
  nlohmann::json json = nlohmann::json::array();
  for (const LayerCsnr& layer : layers) {
    json.push_back({{"layer", layer.layer},
                    {"csnr_db", decibel_json(layer.moments.csnr_db())},
                    {"estimated_csnr_db", decibel_json(layer.estimate.csnr_db)},
                    {"pessimistic", layer.estimate.pessimistic},
                    {"outputs", layer.moments.count()},
                    {"signal_variance", layer.moments.variance()},
                    {"mean_squared_error", layer.moments.mean_squared_error()},
                    {"mean_error", layer.moments.mean_error()}});
  }
  return json;
}

std::string csnr_csv(const StudySpec& spec, const CsnrEvaluator& evaluator) {
  std::string csv;
  for (const std::string& key : {spec.x.key, spec.family.key}) {
    if (!key.empty()) csv += key + ',';
  }
  csv += "layer,outputs,csnr_db,estimated_csnr_db,pessimistic,signal_variance,mean_squared_error,mean_error\n";
  for (const StudyPoint& point : spec.points) {
    std::string coordinates;
    for (const std::string& key : {spec.x.key, spec.family.key}) {
      for (const auto& [own, value] : point.coordinates) {
        if (own == key) coordinates += value + ',';
      }
    }
    for (const LayerCsnr& layer : evaluator.layers(point.settings)) {
      csv += fmt::format("{}{},{},{:.6g},{:.6g},{},{:.9g},{:.9g},{:.9g}\n", coordinates, layer.layer,
                         layer.moments.count(), layer.moments.csnr_db(), layer.estimate.csnr_db,
                         layer.estimate.pessimistic, layer.moments.variance(), layer.moments.mean_squared_error(),
                         layer.moments.mean_error());
    }
  }
  return csv;
}

void add_csnr_writers(std::vector<std::function<void()>>& writers, const CsnrOptions& options, const StudySpec& spec,
                      const CsnrEvaluator* evaluator) {
  if (evaluator == nullptr) return;
  if (!options.csv.empty()) {
    writers.emplace_back([&options, &spec, evaluator] { write_output(options.csv, csnr_csv(spec, *evaluator)); });
  }
  if (!options.picture.empty()) {
    writers.emplace_back(
        [&options, &spec, evaluator] { write_output(options.picture, csnr_picture(spec, *evaluator)); });
  }
}

}  // namespace acim::cli
