#include "cli/cost_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "cli/digital_text.h"
#include "macro/physical_noise.h"

namespace acim::cli {
namespace {

using cost::EnergyBreakdown;
using Json = nlohmann::json;
using Parts = std::vector<std::pair<const char*, double>>;

constexpr double kMicrojoulesPerFemtojoule = 1e-9;

Parts macro_parts(const EnergyBreakdown& energy) {
  return {{"adc", energy.adc}, {"array", energy.array},         {"wordline", energy.wordline},
          {"dac", energy.dac}, {"shift_add", energy.shift_add}, {"digital", energy.digital}};
}

Parts all_parts(const EnergyBreakdown& energy) {
  Parts parts = macro_parts(energy);
  parts.insert(parts.end(),
               {{"partial_sums", energy.partial_sums}, {"buffers", energy.buffers}, {"weights", energy.weights}});
  return parts;
}

Json parts_json(const Parts& parts, double total) {
  Json json = Json::object();
  for (const auto& [name, value] : parts) json[name] = value;
  json["total"] = total;
  return json;
}

std::string parts_text(const Parts& parts, double total, const char* unit) {
  std::string text;
  for (const auto& [name, value] : parts) {
    if (value == 0) continue;
    text += fmt::format("  {:<14}{:>12.4g} {}{:>7.1f} %\n", name, value, unit, 100 * value / total);
  }
  return text + fmt::format("  {:<14}{:>12.4g} {}\n", "total", total, unit);
}

std::string domain_text(AnalogDomain domain) {
  MacroParameters macro;
  macro.domain = domain;
  return value_text(parameter_of("domain").get(macro));
}

std::string trust_text(const cost::Trust& trust) {
  return fmt::format("x/{:g} is one standard deviation{}", trust.factor, trust.best_case ? ", best case" : "");
}

Json trust_json(const cost::Trust& trust) {
  return {{"factor", trust.factor}, {"best_case", trust.best_case}, {"basis", trust.basis}};
}

std::int64_t conversions_of(const cost::LayerCounts& counts) {
  return counts.analog_conversions + counts.voted_conversions * counts.voting_samples;
}

std::string macro_text(const CostReport& report) {
  const MacroParameters& macro = report.point.macro;
  const cost::MacroCost& cost = report.macro;
  std::string text =
      fmt::format("macro          {} x {}, weights {} b, activations {} b, ADC {} b, {} nm, {} V, {} domain\n",
                  macro.rows, macro.columns, macro.weight_bits, macro.activation_bits, macro.adc_bits, macro.node_nm,
                  macro.supply_voltage, domain_text(macro.domain));
  text += fmt::format("energy of one {}b x {}b multiply-accumulate, all rows and columns used ({}):\n",
                      macro.weight_bits, macro.activation_bits, trust_text(cost.energy_trust));
  text += parts_text(macro_parts(cost.fj_per_mac), cost.fj_per_mac.total(), "fJ");
  text += fmt::format("efficiency     {:.4g} TOPS/W ({}b x {}b), {:.4g} TOPS/W of single bits\n", cost.tops_per_watt,
                      macro.weight_bits, macro.activation_bits, cost.tops_per_watt_1b);
  text += fmt::format("all digital    {:.4g} fJ, {:.4g} TOPS/W, a macro of the same rows and bits\n",
                      cost.digital_fj_per_mac, cost::tops_per_watt(cost.digital_fj_per_mac));
  text += fmt::format("conversion     {:.4g} ns ({})\n", cost.conversion_ns, trust_text(cost::latency_trust()));
  text += fmt::format("area           {:.4g} mm2, ADC {:.4g} um2, cell {:.3g} um2, {:.3g} TOPS/mm2 ({})\n",
                      cost.area_mm2, cost.adc_um2, cost.cell_um2, cost.tops_per_mm2, trust_text(cost::area_trust()));
  const MacroParameters noisy = with_effective_noise(macro);
  text += fmt::format("noise          random {:.4g} %, nonlinearity {:.4g} % of full scale ({})\n",
                      noisy.random_noise_percent, noisy.nonlinearity_percent,
                      macro.noise_source == NoiseSource::physical ? "physical" : "typed in");
  return text + fmt::format("compute SNR    {} (uniform random operands, estimate{})\n",
                            std::isinf(report.csnr.csnr_db) ? std::string("without error")
                                                            : fmt::format("{:.1f} dB", report.csnr.csnr_db),
                            report.csnr.pessimistic ? ", pessimistic" : "");
}

std::string network_text(const CostReport& report) {
  const cost::NetworkCost& network = *report.network;
  const EnergyBreakdown uj = network.fj.scaled(kMicrojoulesPerFemtojoule);
  std::string text = fmt::format("\nnetwork        {}: {} multiply-accumulates, {} conversions an image\n",
                                 report.network_name, network.macs, network.conversions);
  text += fmt::format("energy of one inference ({}; buffers {}):\n", trust_text(network.energy_trust),
                      trust_text(cost::buffer_trust()));
  text += parts_text(all_parts(uj), uj.total(), "uJ");
  text += fmt::format("efficiency     {:.4g} TOPS/W, {:.4g} TOPS/W of the macro alone\n", network.tops_per_watt(),
                      network.macro_tops_per_watt());
  text += fmt::format("all digital    {:.4g} uJ\n", network.digital_fj * kMicrojoulesPerFemtojoule);
  text += fmt::format("latency        {:.4g} us ({}); digital layers and buffers take no time here\n",
                      network.latency_us, trust_text(cost::latency_trust()));
  text += "digital        " + digital_text(report.digital, std::string(15, ' '));
  text += fmt::format("weights        {} tiles; {}\n\n", network.tiles,
                      network.weights_fit ? "all fit the macros at once" : "they do not fit the macros at once");
  text += fmt::format("{:<28}{:<9}{:>13}{:>13}{:>7}{:>7}{:>11}{:>11}{:>11}\n", "layer", "where", "MACs", "conversions",
                      "tiles", "rows", "macro uJ", "total uJ", "us");
  for (const cost::LayerCost& layer : network.layers) {
    text += fmt::format("{:<28}{:<9}{:>13}{:>13}{:>7}{:>7}{:>11.4g}{:>11.4g}{:>11.4g}\n", layer.name,
                        layer.digital ? "digital" : "array", layer.counts.macs, conversions_of(layer.counts),
                        layer.counts.tiles, layer.digital ? 0 : layer.counts.chunk_rows.front(),
                        layer.fj.macro() * kMicrojoulesPerFemtojoule, layer.fj.total() * kMicrojoulesPerFemtojoule,
                        layer.compute_us);
  }
  return text;
}

Json layer_json(const cost::LayerCost& layer) {
  const EnergyBreakdown uj = layer.fj.scaled(kMicrojoulesPerFemtojoule);
  return {{"name", layer.name},
          {"where", layer.digital ? "digital" : "array"},
          {"macs", layer.counts.macs},
          {"conversions", conversions_of(layer.counts)},
          {"digital_sums", layer.counts.digital_sums + layer.counts.rounded_digital_sums},
          {"chunks", layer.counts.chunk_rows.size()},
          {"tiles", layer.counts.tiles},
          {"uj", parts_json(all_parts(uj), uj.total())},
          {"latency_us", layer.compute_us}};
}

void add_network(Json& json, const CostReport& report) {
  const cost::NetworkCost& network = *report.network;
  const EnergyBreakdown uj = network.fj.scaled(kMicrojoulesPerFemtojoule);
  json["network"] = report.network_name;
  json["uj_per_inference"] = parts_json(all_parts(uj), uj.total());
  json["conversions"] = network.conversions;
  json["macs"] = network.macs;
  json["latency_us"] = network.latency_us;
  json["network_tops_per_watt"] = network.tops_per_watt();
  json["network_macro_tops_per_watt"] = network.macro_tops_per_watt();
  json["digital_uj_per_inference"] = network.digital_fj * kMicrojoulesPerFemtojoule;
  json["tiles"] = network.tiles;
  json["weights_fit"] = network.weights_fit;
  json["digital"] = digital_json(report.digital);
  json["layers"] = Json::array();
  for (const cost::LayerCost& layer : network.layers) json["layers"].push_back(layer_json(layer));
}

std::string csv_row(const std::string& name, const char* where, const cost::LayerCounts& counts,
                    const EnergyBreakdown& fj, double latency_us) {
  std::string row = fmt::format("{},{},{},{},{}", name, where, counts.macs, conversions_of(counts), counts.tiles);
  for (const auto& [part, value] : all_parts(fj)) row += fmt::format(",{:.9g}", value * kMicrojoulesPerFemtojoule);
  return row + fmt::format(",{:.9g},{:.9g}\n", fj.total() * kMicrojoulesPerFemtojoule, latency_us);
}

}  // namespace

std::string cost_text(const CostReport& report) {
  std::string text;
  if (report.preset != nullptr) {
    text += fmt::format("preset         {}: {}\n", report.preset->id, report.preset->citation);
  }
  text += macro_text(report);
  if (report.network) text += network_text(report);
  return text;
}

std::string cost_csv(const CostReport& report) {
  if (!report.network) {
    const EnergyBreakdown& fj = report.macro.fj_per_mac;
    std::string head;
    std::string row;
    for (const auto& [part, value] : macro_parts(fj)) {
      head += fmt::format("{}_fj_per_mac,", part);
      row += fmt::format("{:.9g},", value);
    }
    return head + "total_fj_per_mac,tops_per_watt,tops_per_watt_1b,area_mm2,conversion_ns,band\n" + row +
           fmt::format("{:.9g},{:.9g},{:.9g},{:.9g},{:.9g},{:g}\n", fj.total(), report.macro.tops_per_watt,
                       report.macro.tops_per_watt_1b, report.macro.area_mm2, report.macro.conversion_ns,
                       report.macro.energy_trust.factor);
  }
  std::string csv = "layer,where,macs,conversions,tiles";
  for (const auto& [part, value] : all_parts({})) csv += fmt::format(",{}_uj", part);
  csv += ",total_uj,latency_us\n";
  for (const cost::LayerCost& layer : report.network->layers) {
    csv += csv_row(layer.name, layer.digital ? "digital" : "array", layer.counts, layer.fj, layer.compute_us);
  }
  cost::LayerCounts whole;
  whole.macs = report.network->macs;
  whole.analog_conversions = report.network->conversions;
  whole.tiles = report.network->tiles;
  return csv + csv_row("total", "", whole, report.network->fj, report.network->latency_us);
}

Json cost_json(const CostReport& report) {
  const cost::MacroCost& macro = report.macro;
  const MacroParameters noisy = with_effective_noise(report.point.macro);
  Json json = {
      {"fj_per_mac", parts_json(macro_parts(macro.fj_per_mac), macro.fj_per_mac.total())},
      {"precision", fmt::format("{}b/{}b", report.point.macro.weight_bits, report.point.macro.activation_bits)},
      {"tops_per_watt", macro.tops_per_watt},
      {"tops_per_watt_1b", macro.tops_per_watt_1b},
      {"area_mm2", macro.area_mm2},
      {"adc_um2", macro.adc_um2},
      {"tops_per_mm2", macro.tops_per_mm2},
      {"conversion_ns", macro.conversion_ns},
      {"band", macro.energy_trust.factor},
      {"trust",
       {{"energy", trust_json(macro.energy_trust)},
        {"buffers", trust_json(cost::buffer_trust())},
        {"latency", trust_json(cost::latency_trust())},
        {"area", trust_json(cost::area_trust())}}},
      {"digital_fj_per_mac", macro.digital_fj_per_mac},
      {"random_noise_percent", noisy.random_noise_percent},
      {"nonlinearity_percent", noisy.nonlinearity_percent},
      {"csnr_pessimistic", report.csnr.pessimistic},
      {"parameters", acim::to_json(report.point.macro)}};
  // No number when every sum is read without error.
  json["csnr_db"] = std::isinf(report.csnr.csnr_db) ? Json() : Json(report.csnr.csnr_db);
  if (report.preset != nullptr) json["preset"] = preset_json(*report.preset);
  if (report.network) add_network(json, report);
  return json;
}

std::string preset_line(const cost::Preset& preset) {
  std::string size = "-";
  std::string supply = "-";
  if (preset.design) {
    size = fmt::format("{}x{}", preset.design->rows, preset.design->columns);
    supply = fmt::format("{:g}", preset.design->supply_voltage);
  }
  const std::string efficiency =
      preset.reported_tops_per_watt ? fmt::format("{:g}", *preset.reported_tops_per_watt) : "-";
  return fmt::format("{:<14}{:>4} {:>6}  {:<10}{:<11}{:>8}  {:<30}{}\n", preset.id, preset.node_nm, supply,
                     domain_text(preset.domain), size, efficiency, preset.precision,
                     preset.knobs ? "simulated" : "cost only: " + preset.why_cost_only);
}

std::string preset_text(const cost::Preset& preset) {
  std::string text = fmt::format("preset         {}: {}\n", preset.id, preset.name);
  text += fmt::format("citation       {}{}{}\n", preset.citation, preset.doi.empty() ? "" : ", doi ", preset.doi);
  text += fmt::format("source         {} ({})\n", preset.source, preset.trust);
  for (const std::string& assumption : preset.assumed) text += fmt::format("assumed        {}\n", assumption);
  if (!preset.notes.empty()) text += fmt::format("note           {}\n", preset.notes);
  if (!preset.why_cost_only.empty()) text += fmt::format("cost only      {}\n", preset.why_cost_only);
  if (!preset.design) return text + "Without supply, rows and columns it cannot be priced.\n";
  const EnergyBreakdown fj = cost::energy_per_mac(*preset.design, preset.with_shift_add);
  text += fmt::format("energy of one multiply-accumulate at {}, no constant fitted ({}):\n", preset.precision,
                      trust_text(cost::energy_trust(preset.domain)));
  text += parts_text(macro_parts(fj), fj.total(), "fJ");
  text += fmt::format("efficiency     {:.4g} TOPS/W", cost::tops_per_watt(fj.total()));
  if (preset.reported_tops_per_watt) {
    text += fmt::format(", reported {:g}: model over reported energy {:.2f}", *preset.reported_tops_per_watt,
                        1 / preset.energy_scale);
  }
  return text + fmt::format("\nconversion     {:.4g} ns ({})\narea           {:.4g} mm2 ({})\n",
                            cost::conversion_ns(*preset.design), trust_text(cost::latency_trust()),
                            cost::macro_area_mm2(*preset.design), trust_text(cost::area_trust()));
}

Json preset_json(const cost::Preset& preset) {
  Json json = {{"id", preset.id},
               {"name", preset.name},
               {"citation", preset.citation},
               {"doi", preset.doi},
               {"source", preset.source},
               {"trust", preset.trust},
               {"assumed", preset.assumed},
               {"notes", preset.notes},
               {"node_nm", preset.node_nm},
               {"domain", domain_text(preset.domain)},
               {"precision", preset.precision},
               {"simulated", preset.knobs.has_value()},
               {"why_cost_only", preset.why_cost_only},
               {"energy_scale", preset.energy_scale},
               {"band", cost::energy_trust(preset.domain).factor}};
  if (preset.reported_tops_per_watt) json["reported_tops_per_watt"] = *preset.reported_tops_per_watt;
  if (!preset.design) return json;
  const EnergyBreakdown fj = cost::energy_per_mac(*preset.design, preset.with_shift_add);
  json["supply_voltage"] = preset.design->supply_voltage;
  json["rows"] = preset.design->rows;
  json["columns"] = preset.design->columns;
  json["fj_per_mac"] = parts_json(macro_parts(fj), fj.total());
  json["tops_per_watt"] = cost::tops_per_watt(fj.total());
  json["conversion_ns"] = cost::conversion_ns(*preset.design);
  json["area_mm2"] = cost::macro_area_mm2(*preset.design);
  return json;
}

}  // namespace acim::cli
