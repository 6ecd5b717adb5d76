#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/cost_text.h"
#include "cli/output.h"
#include "cli/subject_options.h"
#include "evaluation/layer_work.h"
#include "network/network.h"

namespace acim::cli {
namespace {

struct EnergyOptions {
  SettingsOptions settings;
  std::string network;
  std::string architecture;
  std::string input = "3x32x32";
  std::string csv;
  bool json = false;
  bool validate = false;
  bool quiet = false;
};

/// "3x32x32": channels, height, width.
std::array<std::int64_t, 3> parse_shape(std::string_view text) {
  const std::string whole(text);
  std::array<std::int64_t, 3> shape = {};
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const std::size_t cross = i + 1 < shape.size() ? text.find('x') : text.size();
    const std::string_view part = text.substr(0, cross);
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), shape[i]);
    if (cross == std::string_view::npos || error != std::errc() || end != part.data() + part.size() || shape[i] < 1 ||
        shape[i] > 1 << 14) {
      throw Error(ErrorKind::usage, fmt::format("'{}' is no input size", whole), "--input",
                  "Write channels x height x width, such as 3x32x32");
    }
    text.remove_prefix(std::min(cross + 1, text.size()));
  }
  return shape;
}

void write_report(const EnergyOptions& options, const nlohmann::json& json, const std::string& text,
                  const std::string& csv) {
  std::vector<std::function<void()>> writers;
  if (options.json) {
    writers.emplace_back([&] { write_standard_output(json_text(json)); });
  } else if (options.csv != "-") {
    writers.emplace_back([&] { write_standard_output(text); });
  }
  if (!options.csv.empty()) writers.emplace_back([&] { write_output(options.csv, csv); });
  write_each(writers);
}

int show_validation(const EnergyOptions& options) {
  if (!options.csv.empty() || !options.network.empty() || !options.settings.preset.empty()) {
    throw Error(ErrorKind::usage, "--validate compares all presets as they are", {},
                "Leave out --preset, --network and --csv");
  }
  const cost::ValidationReport report = cost::validation_report(cost::built_in_presets());
  write_standard_output(options.json ? json_text(validation_json(report)) : validation_text(report));
  return kDone;
}

int show_cost_only(const EnergyOptions& options, const cost::Preset& preset) {
  if (!options.network.empty() || !options.csv.empty() || !options.settings.assignments.empty() ||
      !options.settings.file.empty()) {
    throw Error(ErrorKind::usage, fmt::format("the preset '{}' is cost only", preset.id), preset.why_cost_only,
                "Leave out --network, --set, --settings and --csv");
  }
  write_standard_output(options.json ? json_text(preset_json(preset)) : preset_text(preset));
  return kDone;
}

int energy(const EnergyOptions& options) {
  require_one_on_standard_output(options.json, {options.csv});
  if (!options.csv.empty()) require_writable(options.csv);
  if (options.validate) return show_validation(options);
  CostReport report;
  if (!options.settings.preset.empty()) {
    report.preset = &cost::built_in_preset(options.settings.preset);
    if (!report.preset->knobs) return show_cost_only(options, *report.preset);
  }
  report.point = options.settings.point();
  report.macro = cost::macro_cost(report.point.macro);
  const ConversionSettings conversions =
      make_conversion_settings(report.point.macro, report.point.macro.signed_activations == SignedActivations::always);
  report.csnr = cost::estimate_csnr(LayerGeometry::linear(1, report.point.macro.rows, 1), conversions,
                                    cost::uniform_statistics(conversions));
  if (!options.network.empty()) {
    const auto [channels, height, width] = parse_shape(options.input);
    // The layers do not depend on the normalisation, so it need not be known.
    const auto network = load_network({options.network, options.architecture, Normalisation{}});
    const std::vector<LayerInfo> layers = network->layers(channels, height, width);
    report.network = cost::network_cost(layer_work(layers), report.point);
    report.digital = digital_share(layers, network->outside_operations(channels, height, width), report.point);
    report.network_name = options.network;
  }
  write_report(options, cost_json(report), cost_text(report), cost_csv(report));
  return kDone;
}

}  // namespace

void add_energy_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("energy", "energy, latency and area of a macro, and of a network on it");
  auto options = std::make_shared<EnergyOptions>();
  add_settings_options(*command, options->settings);
  command->add_option("--network", options->network, "network to price: TorchScript, weights or the built-in demo")
      ->group("Network");
  command->add_option("--architecture", options->architecture, "for weights alone")->group("Network");
  command->add_option("--input", options->input, "its input: channels x height x width")
      ->group("Network")
      ->capture_default_str();
  command->add_flag("--validate", options->validate, "compare the model with every published macro");
  command->add_flag("--quiet,-q", options->quiet, "as of other commands; this one has no progress to show")
      ->group("Output");
  command->add_flag("--json", options->json, "JSON on standard output")->group("Output");
  command->add_option("--csv", options->csv, "write a row per layer ('-': standard output)")->group("Output");
  command->footer(
      "Signs of `auto` activations are known after calibration only; here they count as unsigned.\n"
      "Examples:\n"
      "  acim energy --set rows=256 --set adc_bits=8\n"
      "  acim energy --preset jia22_16nm --network demo --json\n"
      "  acim energy --set noise_source=physical --set comparator_noise_lsb=0.25 --set unit_capacitor_ff=2\n"
      "  acim energy --validate");
  command->callback([options, &action] { action = [options](const std::stop_token&) { return energy(*options); }; });
}

}  // namespace acim::cli
