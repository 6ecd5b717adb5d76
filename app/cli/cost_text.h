#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "cost/csnr_estimate.h"
#include "cost/macro_cost.h"
#include "cost/network_cost.h"
#include "cost/preset.h"
#include "cost/validation_report.h"
#include "macro/settings.h"
#include "network/digital_share.h"

namespace acim::cli {

/// What `acim energy` shows: a full macro, and a network on it when there is one.
struct CostReport {
  PointSettings point;
  cost::MacroCost macro;
  cost::CsnrEstimate csnr;  ///< of one full column of uniform random operands
  std::optional<cost::NetworkCost> network;
  DigitalShare digital;  ///< of the network
  std::string network_name;
  const cost::Preset* preset = nullptr;
};
std::string cost_text(const CostReport& report);
/// A row for each layer and one for the whole; of a macro alone one row.
std::string cost_csv(const CostReport& report);
nlohmann::json cost_json(const CostReport& report);

/// A published macro that cannot be simulated, priced as it is.
std::string preset_text(const cost::Preset& preset);
nlohmann::json preset_json(const cost::Preset& preset);
/// One line for the list of presets.
std::string preset_line(const cost::Preset& preset);

/// The model against published chips.
std::string validation_text(const cost::ValidationReport& report);
nlohmann::json validation_json(const cost::ValidationReport& report);

}  // namespace acim::cli
