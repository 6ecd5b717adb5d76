#include "cost/validation_report.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

#include "cost/component_energy.h"
#include "cost/macro_cost.h"

namespace acim::cost {
namespace {

constexpr double kFemtojoulesPerTopsPerWatt = 2000;

/// The chip of a measurement: points at other supplies end in _0v85 and the like.
std::string chip_of(const std::string& id) {
  const std::size_t supply = std::min(id.find("_0v"), id.find("_1v"));
  return id.substr(0, supply);
}

using Condition = std::function<bool(const Preset&)>;

bool is_charge(const Preset& preset) {
  return preset.domain == AnalogDomain::charge;
}

std::vector<double> ratios_of(const std::vector<ChipComparison>& chips, const Condition& belongs) {
  std::vector<double> ratios;
  for (const ChipComparison& chip : chips) {
    const Preset& preset = *chip.preset;
    if (preset.in_statistics && !preset.used_for_constants && belongs(preset)) ratios.push_back(chip.ratio);
  }
  return ratios;
}

/// One value a chip: the geometric mean over its supplies.
std::vector<double> ratios_by_chip(const std::vector<ChipComparison>& chips, const Condition& belongs) {
  std::map<std::string, std::vector<double>> logarithms;
  for (const ChipComparison& chip : chips) {
    const Preset& preset = *chip.preset;
    if (!preset.in_statistics || preset.used_for_constants || !belongs(preset)) continue;
    logarithms[chip_of(preset.id)].push_back(std::log(chip.ratio));
  }
  std::vector<double> ratios;
  for (const auto& [chip, values] : logarithms) {
    double sum = 0;
    for (const double value : values) sum += value;
    ratios.push_back(std::exp(sum / static_cast<double>(values.size())));
  }
  return ratios;
}

std::vector<RatioStatistics> group_statistics(const std::vector<ChipComparison>& chips) {
  const auto rows_of = [](const Preset& p) { return p.design->rows; };
  const std::vector<std::pair<std::string, Condition>> groups = {
      {"charge domain", is_charge},
      {"charge domain, 128 rows or more", [&](const Preset& p) { return is_charge(p) && rows_of(p) >= 128; }},
      {"charge domain, fewer rows", [&](const Preset& p) { return is_charge(p) && rows_of(p) < 128; }},
      {"current, resistive, time domain", [&](const Preset& p) { return !is_charge(p); }},
      {"the same, 64 rows or more", [&](const Preset& p) { return !is_charge(p) && rows_of(p) >= 64; }},
      {"the same, fewer rows", [&](const Preset& p) { return !is_charge(p) && rows_of(p) < 64; }}};
  std::vector<RatioStatistics> statistics;
  const auto add = [&](const std::string& name, const std::vector<double>& ratios) {
    if (ratios.size() >= 2) statistics.push_back(ratio_statistics(name, ratios));
  };
  for (const auto& [name, belongs] : groups) add(name, ratios_of(chips, belongs));
  add("charge domain, by chip", ratios_by_chip(chips, is_charge));
  add("current, resistive, time domain, by chip", ratios_by_chip(chips, [](const Preset& p) { return !is_charge(p); }));
  return statistics;
}

}  // namespace

RatioStatistics ratio_statistics(std::string group, const std::vector<double>& ratios) {
  RatioStatistics statistics;
  statistics.group = std::move(group);
  statistics.points = static_cast<int>(ratios.size());
  const auto count = static_cast<double>(ratios.size());
  double sum = 0;
  std::vector<double> errors;
  for (const double ratio : ratios) {
    sum += std::log(ratio);
    errors.push_back(std::abs(std::log(ratio)));
    if (ratio >= 0.5 && ratio <= 2) ++statistics.within_two;
  }
  const double mean = sum / count;
  double squares = 0;
  for (const double ratio : ratios) squares += (std::log(ratio) - mean) * (std::log(ratio) - mean);
  std::sort(errors.begin(), errors.end());
  statistics.geometric_mean = std::exp(mean);
  statistics.spread = std::exp(std::sqrt(squares / (count - 1)));
  statistics.median_error = std::exp(errors[errors.size() / 2]);
  return statistics;
}

ValidationReport validation_report(const PresetCollection& collection) {
  ValidationReport report;
  std::vector<double> latency_ratios;
  for (const Preset& preset : collection.presets) {
    if (!preset.design || !preset.reported_tops_per_watt) continue;
    ChipComparison chip;
    chip.preset = &preset;
    chip.reported_fj_per_mac = kFemtojoulesPerTopsPerWatt / *preset.reported_tops_per_watt;
    chip.model_fj_per_mac = energy_per_mac(*preset.design, preset.with_shift_add);
    chip.ratio = chip.model_fj_per_mac.total() / chip.reported_fj_per_mac;
    report.chips.push_back(chip);
    if (!preset.reported_core_ns || preset.design->adc_type != AdcType::sar) continue;
    const double model_ns = conversion_ns(*preset.design);
    report.latency.push_back({&preset, model_ns, model_ns / *preset.reported_core_ns});
    latency_ratios.push_back(report.latency.back().ratio);
  }
  report.groups = group_statistics(report.chips);
  report.latency_statistics = ratio_statistics("SAR macros", latency_ratios);
  std::vector<double> digital_ratios;
  for (const DigitalReference& reference : collection.digital) {
    MacroDesign design;
    design.node_nm = reference.node_nm;
    design.supply_voltage = reference.supply_voltage;
    DigitalComparison comparison;
    comparison.reference = &reference;
    comparison.reported_fj = kFemtojoulesPerTopsPerWatt / reference.tops_per_watt_1b;
    comparison.model_fj = ComponentEnergy(design).digital_bit_product();
    comparison.ratio = comparison.model_fj / comparison.reported_fj;
    report.digital.push_back(comparison);
    digital_ratios.push_back(comparison.ratio);
  }
  report.digital_statistics = ratio_statistics("digital macros", digital_ratios);
  return report;
}

}  // namespace acim::cost
