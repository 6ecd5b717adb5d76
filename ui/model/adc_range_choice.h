#pragma once

#include <QObject>
#include <string>

#include "study/study_spec.h"

class QUndoStack;

namespace acim::ui {

/// What chooses the ADC's range of every point of a run: a calibration, by its name on the axis adc_range ("mse"), or
/// nothing ("": the knobs). An edit is undone with those of the knobs.
class AdcRangeChoice : public QObject {
  Q_OBJECT

 public:
  AdcRangeChoice(QUndoStack* undo, QObject* parent = nullptr);

  const std::string& value() const { return value_; }
  void set(const std::string& value);

 Q_SIGNALS:
  void changed();

 private:
  friend class AdcRangeEdit;
  void apply(const std::string& value);

  QUndoStack* undo_;
  std::string value_;
};

/// "Ranges from 6 to 50 % of full scale" of a study's calibrated points; empty when there are none.
QString calibrated_ranges_text(const StudySpec& spec);

}  // namespace acim::ui
