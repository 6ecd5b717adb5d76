#pragma once

#include <QDialog>

#include "ui/model/curve_comparison.h"
#include "ui/theme/theme.h"

class QCheckBox;
class QFrame;
class QLabel;

namespace acim::ui {

class ComparedCurves;
class TextTable;

/// Settings that differ and curves of two runs, side by side; not modal. Of a sweep under way it follows the curves,
/// and stops the sweep when every difference is decided, if its user likes.
class CompareDialog : public QDialog {
  Q_OBJECT

 public:
  CompareDialog(StudyController* controller, const RunsModel& model, CurveId first, CurveId second, const Theme* theme,
                QWidget* parent);

  CurveComparison* comparison() const { return comparison_; }

 private:
  void show_points();
  void grow();
  bool is_paired() const;
  QString decision_text() const;
  QString pairing_text() const;

  CurveComparison* comparison_;
  QFrame* sheet_;
  ComparedCurves* curves_ = nullptr;  ///< none where there is no line to draw
  TextTable* table_;
  QLabel* decision_;
  QCheckBox* stops_;
  QLabel* pairing_;
  bool paired_ = false;
};

}  // namespace acim::ui
