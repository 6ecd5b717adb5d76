#include "cli/digital_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace acim::cli {
namespace {

constexpr std::size_t kMostNamed = 6;

double percent(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? 100 * static_cast<double>(part) / static_cast<double>(whole) : 0;
}

std::string named_layers(const DigitalShare& share) {
  std::string text;
  // Of a network that is digital as a whole the first name says it.
  const bool all = share.layers.size() == share.layer_count;
  if (all && !share.layers.empty()) return " (" + share.layers.front().reason + ")";
  for (std::size_t i = 0; i < share.layers.size() && i < kMostNamed; ++i) {
    text += fmt::format("{}{} ({})", i == 0 ? ": " : ", ", share.layers[i].name, share.layers[i].reason);
  }
  if (share.layers.size() > kMostNamed) text += fmt::format(" and {} more", share.layers.size() - kMostNamed);
  return text;
}

}  // namespace

std::string digital_text(const DigitalShare& share, const std::string& indent) {
  std::string text =
      fmt::format("{} of {} layers, {:.3g} % of {:.4g} M multiply-accumulates{}\n", share.layers.size(),
                  share.layer_count, percent(share.digital_multiply_accumulates(), share.multiply_accumulates),
                  static_cast<double>(share.multiply_accumulates) / 1e6, named_layers(share));
  if (share.outside.empty()) return text;
  text += indent + "in float besides: ";
  for (std::size_t i = 0; i < share.outside.size(); ++i) {
    const OutsideOperation& operation = share.outside[i];
    text += fmt::format("{}{} ({}", i == 0 ? "" : ", ", operation.name, operation.calls);
    if (operation.multiply_accumulates > 0) {
      text += fmt::format(", {:.3g} % of multiply-accumulates",
                          percent(operation.multiply_accumulates, share.multiply_accumulates));
    }
    text += ")";
  }
  return text + "\n";
}

nlohmann::json digital_json(const DigitalShare& share) {
  nlohmann::json layers = nlohmann::json::array();
  for (const DigitalLayer& layer : share.layers) {
    layers.push_back(
        {{"index", layer.index}, {"name", layer.name}, {"macs", layer.multiply_accumulates}, {"reason", layer.reason}});
  }
  nlohmann::json outside = nlohmann::json::array();
  for (const OutsideOperation& operation : share.outside) {
    outside.push_back({{"name", operation.name}, {"calls", operation.calls}, {"macs", operation.multiply_accumulates}});
  }
  return {{"layers", std::move(layers)},
          {"outside", std::move(outside)},
          {"macs", share.digital_multiply_accumulates()},
          {"macs_percent", percent(share.digital_multiply_accumulates(), share.multiply_accumulates)}};
}

}  // namespace acim::cli
