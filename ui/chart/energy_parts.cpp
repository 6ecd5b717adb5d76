#include "ui/chart/energy_parts.h"

#include <QCoreApplication>

namespace acim::ui {

std::array<EnergyPart, kEnergyParts> energy_parts() {
  using cost::EnergyBreakdown;
  return {{{QCoreApplication::translate("EnergyPart", "ADC"), &EnergyBreakdown::adc},
           {QCoreApplication::translate("EnergyPart", "DAC"), &EnergyBreakdown::dac},
           {QCoreApplication::translate("EnergyPart", "Array"), &EnergyBreakdown::array},
           {QCoreApplication::translate("EnergyPart", "Row drivers"), &EnergyBreakdown::wordline},
           {QCoreApplication::translate("EnergyPart", "Shift and add"), &EnergyBreakdown::shift_add},
           {QCoreApplication::translate("EnergyPart", "Digital"), &EnergyBreakdown::digital},
           {QCoreApplication::translate("EnergyPart", "Partial sums"), &EnergyBreakdown::partial_sums},
           {QCoreApplication::translate("EnergyPart", "Buffers"), &EnergyBreakdown::buffers},
           {QCoreApplication::translate("EnergyPart", "Weights"), &EnergyBreakdown::weights}}};
}

}  // namespace acim::ui
