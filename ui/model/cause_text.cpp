#include "ui/model/cause_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr double kMostDecibels = 59.95;  ///< means over layers count no error at all as 60 dB
constexpr double kSameEnergy = 0.005;

class Causes {
  Q_DECLARE_TR_FUNCTIONS(acim::ui::Causes)
};

}  // namespace

QString cause_name(ErrorCause cause) {
  switch (cause) {
    case ErrorCause::activation_clipping:
      return Causes::tr("Activation clipping");
    case ErrorCause::activation_rounding:
      return Causes::tr("Activation rounding");
    case ErrorCause::weight_rounding:
      return Causes::tr("Weight rounding");
    case ErrorCause::weight_variation:
      return Causes::tr("Weight variation");
    case ErrorCause::compression:
      return Causes::tr("Compression");
    case ErrorCause::random_noise:
      return Causes::tr("Random noise");
    case ErrorCause::nonlinearity:
      return Causes::tr("Nonlinearity");
    case ErrorCause::clipping_below:
      return Causes::tr("Clamp at zero");
    case ErrorCause::clipping_above:
      return Causes::tr("Clipping at the top");
    case ErrorCause::adc_rounding:
      break;
  }
  return Causes::tr("ADC rounding");
}

QString cause_meaning(ErrorCause cause) {
  switch (cause) {
    case ErrorCause::activation_clipping:
      return Causes::tr("Inputs above the scale of the activations are cut off.");
    case ErrorCause::activation_rounding:
      return Causes::tr("Inputs are rounded to the steps of their bits.");
    case ErrorCause::weight_rounding:
      return Causes::tr("Weights are rounded to the steps of their bits.");
    case ErrorCause::weight_variation:
      return Causes::tr("Each cell adds a little more or less than one.");
    case ErrorCause::compression:
      return Causes::tr("The column answers large sums with less than they are.");
    case ErrorCause::random_noise:
      return Causes::tr("Thermal noise, comparator and supply move the charge before it is read.");
    case ErrorCause::nonlinearity:
      return Causes::tr("Mismatch of the capacitors moves the charge before it is read.");
    case ErrorCause::clipping_below:
      return Causes::tr("What lies below the ADC's range, noise below zero too, is read as its lowest code.");
    case ErrorCause::clipping_above:
      return Causes::tr("What lies above the ADC's range is read as its highest code.");
    case ErrorCause::adc_rounding:
      break;
  }
  return Causes::tr("Sums that lie between two codes of the ADC are read as the nearer one.");
}

QString trial_name(const KnobTrial& trial) {
  if (trial.change == kRangeCalibrated) return Causes::tr("ADC range calibrated");
  QStringList knobs;
  for (const auto& [key, value] : trial.values) {
    if (const Parameter* parameter = find_parameter(key)) knobs << named_value(*parameter, value_text(value));
  }
  if (!knobs.isEmpty()) return knobs.join(QStringLiteral(", "));
  const std::size_t sign = trial.change.find(" = ");
  const Parameter* parameter = sign == std::string::npos ? nullptr : find_parameter(trial.change.substr(0, sign));
  return parameter != nullptr ? named_value(*parameter, trial.change.substr(sign + 3))
                              : QString::fromStdString(trial.change);
}

bool ends_all_error(const KnobTrial& trial) {
  return trial.gained_db > kMostDecibels;
}

QString trial_gain(const KnobTrial& trial) {
  const QString sign = trial.gained_db > 0 ? QStringLiteral("+") : QString();
  QString gain = ends_all_error(trial) ? Causes::tr("No error left")
                                       : Causes::tr("%1 dB").arg(sign + decibel_text(trial.gained_db));
  if (trial.energy_ratio <= 0) return gain;
  if (std::abs(trial.energy_ratio - 1) < kSameEnergy) return Causes::tr("%1, same energy").arg(gain);
  const QString ratio = QLocale().toString(trial.energy_ratio, 'f', is_dear(trial) ? 0 : 2);
  return is_dear(trial) ? Causes::tr("%1, at a high price: energy × %2").arg(gain, ratio)
                        : Causes::tr("%1, energy × %2").arg(gain, ratio);
}

}  // namespace acim::ui
