#include "cli/sensitivity_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/error.h"
#include "cli/result_table.h"
#include "cli/study_run.h"
#include "cost/network_cost.h"
#include "evaluation/layer_work.h"
#include "study/csv_text.h"

namespace acim::cli {
namespace {

std::string_view gap_name(RankGap gap) {
  switch (gap) {
    case RankGap::apart:
      return "apart";
    case RankGap::level:
      return "level";
    case RankGap::last:
      return "last";
    default:
      return "open";
  }
}

std::string_view gap_sign(RankGap gap) {
  switch (gap) {
    case RankGap::apart:
      return ">";
    case RankGap::level:
      return "=";
    case RankGap::open:
      return "?";
    default:
      return " ";
  }
}

/// Energy of the base less that under the treatment, in microjoules an image.
std::optional<double> energy_gained(const SensitivityReport& report, const LayerSensitivity& layer) {
  const auto& before = report.energy_uj.front();
  const auto& after = report.energy_uj[layer.point];
  if (!before || !after) return std::nullopt;
  return *before - *after;
}

std::string signed_text(std::optional<double> value, int digits) {
  return value ? fmt::format("{:+.{}g}", *value, digits) : "-";
}

std::string row_text(const SensitivityReport& report, const LayerSensitivity& layer, std::size_t width) {
  const std::optional<double> gained = energy_gained(report, layer);
  const std::string share = gained && *report.energy_uj.front() > 0
                                ? fmt::format("{:+.2f} %", 100 * *gained / *report.energy_uj.front())
                                : "";
  const std::string lost = fmt::format("{:+.2f} [{:+.2f}, {:+.2f}]", 100 * layer.accuracy_lost(),
                                       100 * layer.interval.low, 100 * layer.interval.high);
  return fmt::format("{:>4} {} {:<{}}{:>24}{:>12}{:>20}{:>10}\n", layer.rank, gap_sign(layer.gap), layer.layer, width,
                     lost, layer.margin_change ? fmt::format("{:+.3f}", *layer.margin_change) : "-",
                     signed_text(gained, 4), share);
}

std::string why_it_ended(const SensitivityReport& report) {
  const SensitivityRanking& ranking = report.outcome.ranking;
  if (ranking.decided()) return "ranks are decided";
  const std::string known = fmt::format("{} of {} ranks are decided", ranking.gaps_known, ranking.gaps);
  return report.outcome.state == RunnerState::finished ? known + "; all images are done" : known;
}

}  // namespace

std::vector<std::optional<double>> energies(const StudySpec& spec, const Evaluation& evaluation) {
  const std::vector<cost::LayerWork> layers = layer_work(evaluation.layers);
  std::vector<std::optional<double>> result;
  for (const StudyPoint& point : spec.points) {
    try {
      result.emplace_back(cost::network_cost(layers, point.settings).uj_per_inference());
    } catch (const Error& error) {
      // Weights wider than the columns have no price; that must not take the accuracies with it.
      if (error.kind() != ErrorKind::usage) throw;
      result.emplace_back(std::nullopt);
    }
  }
  return result;
}

std::string sensitivity_text(const SensitivityReport& report) {
  const SensitivityRanking& ranking = report.outcome.ranking;
  std::size_t width = 16;
  for (const LayerSensitivity& layer : ranking.layers) width = std::max(width, layer.layer.size() + 2);
  std::string text = fmt::format("base  {} on {} images", accuracy_text(ranking.base), ranking.base.images);
  if (report.energy_uj.front()) text += fmt::format(", {:.4g} uJ an image", *report.energy_uj.front());
  text += fmt::format("; {}\n", why_it_ended(report));
  const std::string* treatment = nullptr;
  for (const LayerSensitivity& layer : ranking.layers) {
    if (treatment == nullptr || *treatment != layer.treatment) {
      text += fmt::format("\n{}\n{:>4}   {:<{}}{:>24}{:>12}{:>20}\n", layer.treatment, "rank", "layer", width,
                          "accuracy lost, points", "margin", "energy saved, uJ");
      treatment = &layer.treatment;
    }
    text += row_text(report, layer, width);
  }
  return text + fmt::format(
                    "\n> loses more than the next, = within {:g} points of it, ? not decided; "
                    "margin: change of the label's logit over the best other\n",
                    100 * report.tolerance);
}

std::string sensitivity_csv(const SensitivityReport& report,
                            const std::vector<std::pair<std::string, std::string>>& provenance) {
  const SensitivityRanking& ranking = report.outcome.ranking;
  std::string csv;
  for (const auto& [key, value] : provenance) csv += csv_comment(key, value);
  csv += csv_comment("base_correct", fmt::format("{}", ranking.base.correct));
  csv += csv_comment("tolerance_percent", fmt::format("{:g}", 100 * report.tolerance));
  csv +=
      "treatment,rank,layer,images,lost,gained,accuracy_lost,ci95_low,ci95_high,margin_change,energy_gained_uj,gap\n";
  for (const LayerSensitivity& layer : ranking.layers) {
    const std::optional<double> energy = energy_gained(report, layer);
    csv += fmt::format("{},{},{},{},{},{},{:.6f},{:.6f},{:.6f},{},{},{}\n", csv_field(layer.treatment), layer.rank,
                       csv_field(layer.layer), layer.images, layer.lost, layer.gained, layer.accuracy_lost(),
                       layer.interval.low, layer.interval.high,
                       layer.margin_change ? fmt::format("{:.6f}", *layer.margin_change) : "",
                       energy ? fmt::format("{:.9g}", *energy) : "", gap_name(layer.gap));
  }
  return csv;
}

nlohmann::json sensitivity_json(const SensitivityReport& report, const Evaluation& evaluation) {
  const SensitivityRanking& ranking = report.outcome.ranking;
  const auto number = [](const std::optional<double>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
  };
  nlohmann::json layers = nlohmann::json::array();
  for (const LayerSensitivity& layer : ranking.layers) {
    layers.push_back({{"treatment", layer.treatment},
                      {"rank", layer.rank},
                      {"layer", layer.layer},
                      {"images", layer.images},
                      {"lost", layer.lost},
                      {"gained", layer.gained},
                      {"accuracy_lost", layer.accuracy_lost()},
                      {"ci95", {layer.interval.low, layer.interval.high}},
                      {"margin_change", number(layer.margin_change)},
                      {"energy_gained_uj", number(energy_gained(report, layer))},
                      {"gap", gap_name(layer.gap)}});
  }
  nlohmann::json base = to_json(ranking.base);
  base.erase("seconds");
  base["energy_uj"] = number(report.energy_uj.front());
  const nlohmann::json settings = acim::to_json(report.spec.points.front().settings);
  base["parameters"] = settings.at("parameters");
  base["layers"] = settings.value("layers", nlohmann::json::array());
  return {{"network", report.spec.subject.network},
          {"dataset", report.spec.subject.dataset},
          {"base", std::move(base)},
          {"layers", std::move(layers)},
          {"tolerance", report.tolerance},
          {"decided", ranking.decided()},
          {"gaps_known", ranking.gaps_known},
          {"gaps", ranking.gaps},
          {"seconds", report.seconds},
          {"provenance", provenance_json(evaluation)},
          {"complete", report.outcome.state == RunnerState::finished}};
}

}  // namespace acim::cli
