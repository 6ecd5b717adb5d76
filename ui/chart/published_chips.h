#pragma once

#include <QPainter>
#include <QString>
#include <vector>

#include "cost/preset.h"
#include "macro/macro_parameters.h"
#include "ui/theme/tokens.h"

namespace acim::ui {

/// What a published chip would take for a network: its reported efficiency at the network's operations and bits, the
/// macro alone. Its accuracy on this network is not known.
struct ChipEnergy {
  const cost::Preset* preset = nullptr;
  double uj = 0;  ///< per inference
};
/// Chips that reported an efficiency, cheapest first; `macs` of one inference.
std::vector<ChipEnergy> chip_energies(const cost::PresetCollection& chips, double macs, int weight_bits,
                                      int activation_bits);
/// "abstract read, figures of a model repository".
QString trust_text(const cost::Preset& preset);
/// A rotated square with a dot.
void draw_chip(QPainter& painter, QPointF center, const Tokens& tokens, bool strong);

}  // namespace acim::ui
