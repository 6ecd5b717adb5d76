#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/cost_text.h"

namespace acim::cli {
namespace {

using Json = nlohmann::json;

std::string statistics_line(const cost::RatioStatistics& statistics) {
  return fmt::format("{:<42}{:>7}{:>10.2f}{:>9.2f}{:>13.2f}{:>10}\n", statistics.group, statistics.points,
                     statistics.geometric_mean, statistics.spread, statistics.median_error,
                     fmt::format("{}/{}", statistics.within_two, statistics.points));
}

Json statistics_json(const cost::RatioStatistics& statistics) {
  return {{"group", statistics.group},
          {"points", statistics.points},
          {"geometric_mean", statistics.geometric_mean},
          {"spread", statistics.spread},
          {"median_error", statistics.median_error},
          {"within_two", statistics.within_two}};
}

const char* standing(const cost::Preset& preset) {
  if (!preset.in_statistics) return "not in the statistics";
  return preset.used_for_constants ? "gave a constant" : "";
}

}  // namespace

std::string validation_text(const cost::ValidationReport& report) {
  std::string text =
      "Energy of one multiply-accumulate at the reported precision, no constant fitted to these chips.\n\n";
  text += fmt::format("{:<14}{:>4}{:>7}  {:<11}{:>10}{:>10}{:>8}  {}\n", "chip", "nm", "V", "size", "reported", "model",
                      "ratio", "fJ: adc array wordline dac shift-add");
  for (const cost::ChipComparison& chip : report.chips) {
    const cost::Preset& preset = *chip.preset;
    const cost::EnergyBreakdown& fj = chip.model_fj_per_mac;
    text += fmt::format("{:<14}{:>4}{:>7}  {:<11}{:>10.4g}{:>10.4g}{:>8.2f}  {:.3g} {:.3g} {:.3g} {:.3g} {:.3g}  {}\n",
                        preset.id, preset.node_nm, preset.design->supply_voltage,
                        fmt::format("{}x{}", preset.design->rows, preset.design->columns), chip.reported_fj_per_mac,
                        fj.total(), chip.ratio, fj.adc, fj.array, fj.wordline, fj.dac, fj.shift_add, standing(preset));
  }
  text +=
      "\nModel over reported energy: its geometric mean, the factor of one standard deviation, the factor that half of "
      "the points stay within.\n";
  text += fmt::format("{:<42}{:>7}{:>10}{:>9}{:>13}{:>10}\n", "group", "points", "geo-mean", "spread", "half within",
                      "within 2");
  for (const cost::RatioStatistics& statistics : report.groups) text += statistics_line(statistics);
  text += "\nDigital macros, a product of single bits:\n";
  for (const cost::DigitalComparison& digital : report.digital) {
    text += fmt::format("{:<18}{:>4} nm {:>5} V{:>10.3f} fJ reported{:>10.3f} fJ model{:>8.2f}\n",
                        digital.reference->id, digital.reference->node_nm, digital.reference->supply_voltage,
                        digital.reported_fj, digital.model_fj, digital.ratio);
  }
  text += statistics_line(report.digital_statistics);
  text += "\nLatency of one evaluation of the array, a best case:\n";
  for (const cost::LatencyComparison& latency : report.latency) {
    text += fmt::format("{:<14}{:>10.4g} ns reported{:>10.4g} ns model{:>8.2f}\n", latency.preset->id,
                        *latency.preset->reported_core_ns, latency.model_ns, latency.ratio);
  }
  return text + statistics_line(report.latency_statistics);
}

Json validation_json(const cost::ValidationReport& report) {
  Json chips = Json::array();
  for (const cost::ChipComparison& chip : report.chips) {
    chips.push_back({{"id", chip.preset->id},
                     {"reported_fj_per_mac", chip.reported_fj_per_mac},
                     {"model_fj_per_mac", chip.model_fj_per_mac.total()},
                     {"ratio", chip.ratio},
                     {"in_statistics", chip.preset->in_statistics},
                     {"used_for_constants", chip.preset->used_for_constants}});
  }
  Json groups = Json::array();
  for (const cost::RatioStatistics& statistics : report.groups) groups.push_back(statistics_json(statistics));
  Json digital = Json::array();
  for (const cost::DigitalComparison& one : report.digital) {
    digital.push_back({{"id", one.reference->id},
                       {"reported_fj", one.reported_fj},
                       {"model_fj", one.model_fj},
                       {"ratio", one.ratio}});
  }
  Json latency = Json::array();
  for (const cost::LatencyComparison& one : report.latency) {
    latency.push_back({{"id", one.preset->id},
                       {"reported_ns", *one.preset->reported_core_ns},
                       {"model_ns", one.model_ns},
                       {"ratio", one.ratio}});
  }
  return {{"chips", std::move(chips)},     {"groups", std::move(groups)},
          {"digital", std::move(digital)}, {"digital_statistics", statistics_json(report.digital_statistics)},
          {"latency", std::move(latency)}, {"latency_statistics", statistics_json(report.latency_statistics)}};
}

}  // namespace acim::cli
