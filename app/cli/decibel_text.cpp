#include "cli/decibel_text.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace acim::cli {

std::string decibel_text(double decibels) {
  if (std::isinf(decibels) && decibels > 0) return "lossless";
  return std::isfinite(decibels) ? fmt::format("{:.1f}", decibels) : "-";
}

nlohmann::json decibel_json(double decibels) {
  return std::isfinite(decibels) ? nlohmann::json(decibels) : nlohmann::json();
}

}  // namespace acim::cli
