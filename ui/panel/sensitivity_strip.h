#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "macro/settings.h"
#include "ui/model/sensitivity_study.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace acim::ui {

class ProgressBar;
class ValuesButton;

/// Over the table of layers: which treatments to try, the button that tries them, how far that is, and which of them
/// the table shows.
class SensitivityStrip : public QWidget {
  Q_OBJECT

 public:
  SensitivityStrip(const SensitivityStudy* study, const Theme* theme, QWidget* parent = nullptr);

  /// What is tried is a change of these; `fits`: the ranking is of them.
  void show_settings(const PointSettings& settings, bool fits);
  /// Those that are to be tried.
  std::vector<LayerOverride> chosen() const;
  /// That the table shows; "" before there are results.
  std::string shown() const;

  QToolButton* button() const { return button_; }
  ValuesButton* choice() const { return choice_; }
  QComboBox* treatments() const { return treatments_; }
  QString words() const;

 Q_SIGNALS:
  void run_wanted();
  void stop_wanted();
  void shown_changed();

 private:
  void show_study();
  void show_treatments();
  void show_words();
  QString study_words() const;

  const SensitivityStudy* study_;
  const Theme* theme_;
  ValuesButton* choice_;
  QToolButton* button_;
  QComboBox* treatments_;
  QLabel* stale_;
  ProgressBar* bar_;
  QLabel* words_;
  PointSettings settings_;
  bool fits_ = true;
};

}  // namespace acim::ui
