#pragma once

#include <QString>
#include <array>

#include "cost/energy_breakdown.h"

namespace acim::ui {

/// The components of an energy in the order of the stack, from the axis up; Tokens::components has their colours.
constexpr std::size_t kEnergyParts = 9;
struct EnergyPart {
  QString name;
  double cost::EnergyBreakdown::*value;
};
std::array<EnergyPart, kEnergyParts> energy_parts();

}  // namespace acim::ui
