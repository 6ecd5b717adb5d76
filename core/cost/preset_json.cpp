#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.h"
#include "cost/preset.h"
#include "macro/parameter_table.h"

namespace acim::cost {
namespace {

using Json = nlohmann::json;
constexpr std::string_view kSchema = "acim-macro-preset/1";
constexpr double kLargestNumber = 1e9;

/// One object of the file, read key by key; errors name it.
class Reader {
 public:
  Reader(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
    if (!json.is_object()) refuse(Phrase("Error", "This is no object"));
  }

  std::string text(const char* key) const {
    const Json& value = required(key);
    if (!value.is_string()) refuse(Phrase("Error", "{} is no text").filled_with(key));
    return value.get<std::string>();
  }
  std::string optional_text(const char* key) const { return has(key) ? text(key) : std::string(); }
  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> values;
    if (!has(key)) return values;
    if (!json_.at(key).is_array()) refuse(Phrase("Error", "{} is no list").filled_with(key));
    for (const Json& value : json_.at(key)) {
      if (!value.is_string()) refuse(Phrase("Error", "{} holds something that is no text").filled_with(key));
      values.push_back(value.get<std::string>());
    }
    return values;
  }
  bool flag(const char* key) const {
    const Json& value = required(key);
    if (!value.is_boolean()) refuse(Phrase("Error", "{} is neither true nor false").filled_with(key));
    return value.get<bool>();
  }
  double number(const char* key, double minimum = 1e-6, double maximum = kLargestNumber) const {
    const Json& value = required(key);
    if (!value.is_number()) refuse(Phrase("Error", "{} is no number").filled_with(key));
    const double number = value.get<double>();
    if (!(number >= minimum && number <= maximum)) {
      refuse(Phrase("Error", "{} is {}, not within {} to {}").filled_with(key, number, minimum, maximum));
    }
    return number;
  }
  std::optional<double> optional_number(const char* key) const {
    if (!has(key)) return std::nullopt;
    return number(key);
  }
  int integer(const char* key, int maximum) const {
    const double value = number(key, 1, maximum);
    if (value != std::floor(value)) refuse(Phrase("Error", "{} is no integer").filled_with(key));
    return static_cast<int>(value);
  }
  template <typename T, std::size_t N>
  T choice(const char* key, const std::pair<const char*, T> (&choices)[N]) const {
    const std::string name = text(key);
    for (const auto& [known, value] : choices) {
      if (name == known) return value;
    }
    refuse(Phrase("Error", "{} is '{}', which is unknown").filled_with(key, name));
  }
  Reader object(const char* key) const { return {required(key), fmt::format("{}, {}", where_, key)}; }
  bool has(const char* key) const { return json_.contains(key) && !json_.at(key).is_null(); }

  [[noreturn]] void refuse(const Phrase& what) const {
    throw Error(ErrorKind::input, what, where_,
                Phrase("Error", "docs/energy-model.md describes the format of presets"));
  }

 private:
  const Json& required(const char* key) const {
    if (!has(key)) refuse(Phrase("Error", "{} is missing").filled_with(key));
    return json_.at(key);
  }

  const Json& json_;
  std::string where_;
};

void read_converter(const Reader& adc, MacroDesign& design) {
  design.adc_type = adc.choice<AdcType>(
      "type", {{"sar", AdcType::sar}, {"flash", AdcType::flash}, {"sense_amp", AdcType::sense_amp}});
  design.adc_bits = adc.number("bits", 1, 14);
  if (design.adc_type == AdcType::flash) design.comparators = adc.integer("comparators", 4095);
}

std::optional<MacroDesign> read_design(const Reader& reader, AnalogDomain domain) {
  if (!reader.has("vdd") || !reader.has("rows_parallel") || !reader.has("columns")) return std::nullopt;
  MacroDesign design;
  design.node_nm = reader.number("node_nm", 3, 250);
  design.supply_voltage = reader.number("vdd", 0.1, 5);
  design.domain = domain;
  design.rows = reader.integer("rows_parallel", 1 << 16);
  design.columns = reader.integer("columns", 1 << 16);
  design.cells_per_weight = reader.integer("cells_per_weight", 64);
  design.conversions_per_weight = reader.integer("conv_per_weight", 64);
  design.weight_bits = reader.number("wbits", 1, 16);
  design.activation_bits = reader.number("abits", 1, 16);
  const int encoding_bits = reader.integer("enc_bits", 16);
  const auto cycles = static_cast<std::size_t>(std::ceil(design.activation_bits / encoding_bits));
  design.cycle_widths.assign(cycles, encoding_bits);
  enum class Encoding { serial, dac, pulse };
  const auto encoding = reader.choice<Encoding>(
      "enc_type", {{"serial", Encoding::serial}, {"dac", Encoding::dac}, {"pulse", Encoding::pulse}});
  design.encoded = encoding != Encoding::serial;
  design.row_driver = encoding == Encoding::pulse ? RowDriver::pulse : RowDriver::dac;
  read_converter(reader.object("adc"), design);
  design.unit_capacitor_ff = reader.optional_number("c_unit_fF").value_or(1);
  if (reader.has("attenuation")) design.attenuation = reader.number("attenuation", 0.01, 1);
  return design;
}

bool is_integer_in(double value, int minimum, int maximum) {
  return value == std::floor(value) && value >= minimum && value <= maximum;
}

/// What the array model lacks for this macro; "" when nothing.
std::string reason_for_cost_only(const std::optional<MacroDesign>& design, AnalogDomain domain) {
  if (!design) return "supply, rows or columns were not published";
  if (domain == AnalogDomain::resistive) return "the array model has no resistive cells";
  if (domain == AnalogDomain::time) return "the array model has no time domain";
  if (!is_integer_in(design->weight_bits, 2, 9)) return fmt::format("weights of {} bit", design->weight_bits);
  if (!is_integer_in(design->activation_bits, 2, 9)) {
    return fmt::format("activations of {} bit", design->activation_bits);
  }
  if (!is_integer_in(design->adc_bits, 1, 14)) return fmt::format("an ADC of {} bit", design->adc_bits);
  if (design->rows > 4096) return fmt::format("{} rows at once", design->rows);
  if (design->conversions_per_weight != design->weight_bits) {
    return "the bits of a weight are combined in the analog domain";
  }
  if (design->cells_per_weight != design->weight_bits) {
    return fmt::format("{} cells for {} weight bits", design->cells_per_weight, design->weight_bits);
  }
  return {};
}

MacroParameters knobs_of(const Preset& preset) {
  const MacroDesign& design = *preset.design;
  MacroParameters macro;
  macro.weight_bits = static_cast<int>(design.weight_bits);
  macro.activation_bits = static_cast<int>(design.activation_bits);
  macro.rows = design.rows;
  macro.columns = design.columns;
  macro.adc_bits = static_cast<int>(design.adc_bits);
  macro.encoding_bits = design.cycle_widths.front();
  macro.node_nm = static_cast<int>(design.node_nm);
  macro.supply_voltage = design.supply_voltage;
  macro.domain = design.domain;
  macro.adc_type = design.adc_type;
  macro.adc_comparators = static_cast<int>(design.comparators);
  macro.unit_capacitor_ff = design.unit_capacitor_ff;
  macro.attenuation = design.attenuation;
  macro.row_driver = design.row_driver;
  macro.energy_scale = preset.energy_scale;
  macro.random_noise_percent = preset.random_noise_percent;
  return macro;
}

Preset read_preset(const Reader& reader) {
  Preset preset;
  preset.id = reader.text("id");
  preset.name = reader.text("name");
  preset.citation = reader.text("citation");
  preset.doi = reader.optional_text("doi");
  preset.source = reader.text("source");
  preset.trust = reader.text("trust");
  preset.assumed = reader.texts("assumed");
  preset.notes = reader.optional_text("notes");
  preset.node_nm = reader.number("node_nm", 3, 250);
  preset.domain = reader.choice<AnalogDomain>("domain", {{"charge", AnalogDomain::charge},
                                                         {"current", AnalogDomain::current},
                                                         {"resistive", AnalogDomain::resistive},
                                                         {"time", AnalogDomain::time}});
  preset.design = read_design(reader, preset.domain);
  preset.with_shift_add = reader.flag("include_digital");
  const Reader reported = reader.object("reported");
  preset.precision = reported.text("at");
  preset.reported_tops_per_watt = reported.optional_number("tops_per_w");
  preset.reported_tops_per_watt_1b = reported.optional_number("tops_per_w_1b");
  preset.reported_tops_per_mm2 = reported.optional_number("tops_per_mm2");
  preset.reported_core_ns = reader.optional_number("t_core_ns");
  if (reader.has("noise")) {
    preset.random_noise_percent = reader.object("noise").optional_number("random_noise_percent").value_or(0);
  }
  preset.energy_scale = reader.object("calibration").number("energy_scale", 0.01, 100);
  preset.in_statistics = reader.flag("use_in_stats");
  preset.used_for_constants = reader.flag("used_for_constants");
  preset.why_cost_only = reason_for_cost_only(preset.design, preset.domain);
  if (!preset.why_cost_only.empty()) return preset;
  MacroParameters knobs = knobs_of(preset);
  // What this program's knobs do not allow it cannot simulate either.
  const std::vector<ParameterProblem> problems = problems_of(knobs);
  if (problems.empty()) preset.knobs = knobs;
  if (!problems.empty()) preset.why_cost_only = problems.front().message.text();
  return preset;
}

DigitalReference read_digital(const Reader& reader) {
  DigitalReference reference;
  reference.id = reader.text("id");
  reference.node_nm = reader.number("node_nm", 3, 250);
  reference.supply_voltage = reader.number("vdd", 0.1, 5);
  reference.tops_per_watt_1b = reader.number("tops_per_w_1b");
  reference.source = reader.text("source");
  return reference;
}

const Json& list_of(const Json& json, const char* key, const std::string& where) {
  if (!json.contains(key) || !json.at(key).is_array()) {
    throw Error(ErrorKind::input, Phrase("Error", "{} is no list").filled_with(key), where,
                Phrase("Error", "It holds objects, one for each macro"));
  }
  return json.at(key);
}

}  // namespace

PresetCollection parse_presets(std::string_view text, const std::string& where) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || !json.contains("schema") || json.at("schema") != kSchema) {
    throw Error(ErrorKind::input, Phrase("Error", "no presets"), where,
                Phrase("Error", "They are JSON of the schema {}").filled_with(kSchema));
  }
  PresetCollection collection;
  for (const Json& entry : list_of(json, "presets", where)) {
    const Reader nameless(entry, where);
    const std::string place = fmt::format("{}, preset {}", where, nameless.text("id"));
    collection.presets.push_back(read_preset(Reader(entry, place)));
  }
  for (const Json& entry : list_of(json, "digital_cim_reference", where)) {
    collection.digital.push_back(read_digital(Reader(entry, where + ", digital_cim_reference")));
  }
  return collection;
}

}  // namespace acim::cost
