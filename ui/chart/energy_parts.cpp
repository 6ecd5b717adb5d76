#include "ui/chart/energy_parts.h"

#include <QCoreApplication>

namespace acim::ui {

std::array<EnergyPart, kEnergyParts> energy_parts() {
  using cost::EnergyBreakdown;
  const auto name = [](const char* text) { return QCoreApplication::translate("EnergyPart", text); };
  return {{{name("ADC"), &EnergyBreakdown::adc},
           {name("DAC"), &EnergyBreakdown::dac},
           {name("Array"), &EnergyBreakdown::array},
           {name("Row drivers"), &EnergyBreakdown::wordline},
           {name("Shift and add"), &EnergyBreakdown::shift_add},
           {name("Digital"), &EnergyBreakdown::digital},
           {name("Partial sums"), &EnergyBreakdown::partial_sums},
           {name("Buffers"), &EnergyBreakdown::buffers},
           {name("Weights"), &EnergyBreakdown::weights}}};
}

}  // namespace acim::ui
