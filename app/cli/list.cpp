#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "array/mapping.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/cost_text.h"
#include "cli/digital_text.h"
#include "cli/output.h"
#include "cli/subject_options.h"
#include "dataset/image_set.h"
#include "macro/parameter_table.h"
#include "network/network.h"

namespace acim::cli {
namespace {

struct ListOptions {
  SubjectOptions subject;
  SettingsOptions settings;
  bool json = false;
};

using Printer = std::function<int(const ListOptions&)>;

std::string shape_text(const LayerGeometry& geometry) {
  if (geometry.layout == OperandLayout::rows)
    return fmt::format("{}x{}->{}", geometry.positions(), geometry.reduction(), geometry.outputs);
  return fmt::format("{}x{}x{}->{}x{}x{}", geometry.channels, geometry.height, geometry.width, geometry.outputs,
                     geometry.output_height(), geometry.output_width());
}

std::string kernel_text(const LayerGeometry& geometry) {
  if (geometry.layout == OperandLayout::rows) return "";
  std::string text = fmt::format("{}x{}", geometry.kernel_height, geometry.kernel_width);
  if (geometry.stride_height != 1 || geometry.stride_width != 1) text += fmt::format("/{}", geometry.stride_height);
  if (geometry.groups > 1) text += fmt::format(" g{}", geometry.groups);
  return text;
}

int list_parameters(const ListOptions& options) {
  nlohmann::json json = nlohmann::json::array();
  const auto standard_of = [](const Parameter& parameter) { return value_text(parameter.get(MacroParameters{})); };
  std::size_t key = 3;
  std::size_t allowed = 7;
  std::size_t standard = 7;
  for (const Parameter& parameter : parameter_table()) {
    key = std::max(key, parameter.key.size());
    allowed = std::max(allowed, range_text(parameter).size());
    standard = std::max(standard, standard_of(parameter).size());
  }
  const auto line = [&](std::string_view a, std::string_view b, std::string_view c, std::string_view meaning) {
    return fmt::format("{:<{}}{:<{}}{:<{}}{}\n", a, key + 2, b, allowed + 2, c, standard + 2, meaning);
  };
  std::string text = line("key", "allowed", "default", "meaning");
  for (const Parameter& parameter : parameter_table()) {
    text += line(parameter.key, range_text(parameter), standard_of(parameter), parameter.meaning);
    json.push_back({{"key", parameter.key},
                    {"label", parameter.label},
                    {"group", group_label(parameter.group)},
                    {"unit", parameter.unit},
                    {"allowed", range_text(parameter)},
                    {"default", standard_of(parameter)},
                    {"per_layer", parameter.per_layer},
                    {"meaning", parameter.meaning}});
  }
  write_standard_output(options.json ? json_text(json) : text);
  return kDone;
}

/// Names with their descriptions: architectures, kinds of image sets.
template <typename Entries>
int list_entries(const Entries& entries, const ListOptions& options) {
  nlohmann::json json = nlohmann::json::array();
  std::string text;
  for (const auto& entry : entries) {
    json.push_back({{"name", entry.name}, {"description", entry.description}});
    text += fmt::format("{:<28}{}\n", entry.name, entry.description);
  }
  write_standard_output(options.json ? json_text(json) : text);
  return kDone;
}

int list_presets(const ListOptions& options) {
  nlohmann::json json = nlohmann::json::array();
  std::string text = fmt::format("{:<14}{:>4} {:>6}  {:<10}{:<11}{:>8}  {:<30}{}\n", "preset", "nm", "V", "domain",
                                 "size", "TOPS/W", "reported at", "");
  for (const cost::Preset& preset : cost::built_in_presets().presets) {
    json.push_back(preset_json(preset));
    text += preset_line(preset);
  }
  write_standard_output(options.json ? json_text(json) : text);
  return kDone;
}

struct LayerRow {
  LayerInfo layer;
  LayerSettings settings;
  std::size_t chunks = 0;
  std::string note;
};

LayerRow row_of(const LayerInfo& layer, const PointSettings& point) {
  LayerRow row{layer, settings_of_layer(point, layer.name, layer.first_convolution), 0, {}};
  const MacroParameters& macro = row.settings.macro;
  const LayerGeometry& geometry = layer.geometry;
  if (row.settings.digital) {
    row.note = layer.first_convolution && !row.settings.has_override ? "first convolution" : "chosen";
    return row;
  }
  row.chunks = chunks_of(geometry.reduction(), geometry.elements_per_channel(), macro.rows, macro.mapping).size();
  if (falls_back_to_dense(geometry.elements_per_channel(), macro.rows, macro.mapping)) {
    row.note = "dense: one channel does not fit the rows";
  }
  return row;
}

int list_layers(const ListOptions& options) {
  const PointSettings point = options.settings.point();
  const StudySubject subject = options.subject.subject();
  // The layers do not depend on the normalisation, so it need not be known.
  const NetworkSource source{subject.network, subject.architecture, Normalisation{}};
  const auto network = load_network(source);
  const ImageShape shape = open_image_set(fitting_dataset(subject), {}, 1)->shape();
  nlohmann::json json = nlohmann::json::array();
  const std::vector<LayerInfo> layers = network->layers(shape.channels, shape.height, shape.width);
  std::size_t width = 28;
  for (const LayerInfo& layer : layers) width = std::max(width, layer.name.size() + 2);
  std::string text = fmt::format("{:>5}  {:<{}}{:<13}{:<26}{:<9}{:>13}{:>8}  {}\n", "index", "name", width, "type",
                                 "shape", "kernel", "MACs", "chunks", "where");
  for (const LayerInfo& layer : layers) {
    const LayerRow row = row_of(layer, point);
    const std::string where = row.settings.digital ? "digital" : "array";
    text += fmt::format("{:>5}  {:<{}}{:<13}{:<26}{:<9}{:>13}{:>8}  {}{}\n", layer.index, layer.name, width,
                        layer_kind_name(layer.kind), shape_text(layer.geometry), kernel_text(layer.geometry),
                        layer.multiply_accumulates, row.settings.digital ? "-" : std::to_string(row.chunks), where,
                        row.note.empty() ? "" : " (" + row.note + ")");
    json.push_back({{"index", layer.index},
                    {"name", layer.name},
                    {"type", layer_kind_name(layer.kind)},
                    {"shape", shape_text(layer.geometry)},
                    {"kernel", kernel_text(layer.geometry)},
                    {"parts", layer.parts},
                    {"reduction", layer.geometry.reduction()},
                    {"macs", layer.multiply_accumulates},
                    {"chunks", row.chunks},
                    {"where", where},
                    {"note", row.note}});
  }
  const auto outside = network->outside_operations(shape.channels, shape.height, shape.width);
  text += "\ndigital: " + digital_text(digital_share(layers, outside, point), {});
  write_standard_output(options.json ? json_text(json) : text);
  return kDone;
}

CLI::App* add_list(CLI::App& list, const std::string& name, const std::string& description,
                   const std::shared_ptr<ListOptions>& options, const Printer& print, Action& action) {
  CLI::App* command = list.add_subcommand(name, description);
  command->add_flag("--json", options->json, "JSON on standard output");
  command->callback(
      [options, print, &action] { action = [options, print](const std::stop_token&) { return print(*options); }; });
  return command;
}

}  // namespace

void add_list_command(CLI::App& program, Action& action) {
  CLI::App* list = program.add_subcommand("list", "parameters, presets, architectures, datasets, layers of a network");
  list->require_subcommand(1);
  auto options = std::make_shared<ListOptions>();
  add_list(*list, "parameters", "every knob: allowed values, default, meaning", options, list_parameters, action);
  add_list(*list, "presets", "published macros, and which can be simulated", options, list_presets, action);
  add_list(
      *list, "architectures", "built-in networks that take weights", options,
      [](const ListOptions& chosen) { return list_entries(architectures(), chosen); }, action);
  add_list(
      *list, "datasets", "kinds of image sets", options,
      [](const ListOptions& chosen) { return list_entries(image_set_kinds(), chosen); }, action);
  CLI::App* layers = add_list(*list, "layers", "layers of a network and where each runs", options, list_layers, action);
  add_subject_options(*layers, options->subject);
  add_settings_options(*layers, options->settings);
  list->footer(
      "Examples:\n"
      "  acim list parameters\n"
      "  acim list layers --network resnet20.th --architecture resnet20-cifar --set rows=128");
}

}  // namespace acim::cli
