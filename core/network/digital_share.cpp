#include "network/digital_share.h"

#include <fmt/format.h>

namespace acim {

namespace {

/// Why a layer is digital: the setting that says so last, or what holds without one.
std::string reason_of(const PointSettings& point, const LayerInfo& layer) {
  if (point.mode != EvaluationMode::simulated) return fmt::format("mode {}", mode_name(point.mode));
  std::string reason = "first convolution";
  for (const LayerOverride& setting : point.layers) {
    if (setting.digital && matches_pattern(setting.pattern, layer.name)) {
      reason = fmt::format("layer setting {}:digital={}", setting.pattern, *setting.digital);
    }
  }
  return reason;
}

}  // namespace

std::int64_t DigitalShare::digital_multiply_accumulates() const {
  std::int64_t sum = 0;
  for (const DigitalLayer& layer : layers) sum += layer.multiply_accumulates;
  for (const OutsideOperation& operation : outside) sum += operation.multiply_accumulates;
  return sum;
}

DigitalShare digital_share(std::span<const LayerInfo> layers, std::span<const OutsideOperation> outside,
                           const PointSettings& point) {
  DigitalShare share;
  share.layer_count = layers.size();
  share.outside.assign(outside.begin(), outside.end());
  for (const OutsideOperation& operation : outside) share.multiply_accumulates += operation.multiply_accumulates;
  for (const LayerInfo& layer : layers) {
    share.multiply_accumulates += layer.multiply_accumulates;
    const bool digital = point.mode != EvaluationMode::simulated ||
                         settings_of_layer(point, layer.name, layer.first_convolution).digital;
    if (digital) {
      share.layers.push_back({layer.index, layer.name, layer.multiply_accumulates, reason_of(point, layer)});
    }
  }
  return share;
}

}  // namespace acim
