#pragma once

#include <QMainWindow>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "ui/model/column_model.h"
#include "ui/model/job_queue.h"
#include "ui/model/layers_model.h"
#include "ui/model/parameters.h"
#include "ui/model/sensitivity_study.h"
#include "ui/model/study_controller.h"
#include "ui/theme/theme.h"

class QDockWidget;

namespace acim::ui {

class BitsPanel;
class ColumnPanel;
class LayersPanel;

/// The docks at the right that look into the network: its layers and their bits, and one conversion, which can take the
/// middle of the window.
class LayerDocks : public QObject {
  Q_OBJECT

 public:
  /// `charts`: what stands in the middle of the window otherwise. `settings_in_view`: knobs, with swept ones as at the
  /// point that is selected. `adc_range`: what calibrates the ADC's range, or "".
  LayerDocks(QMainWindow* window, QWidget* charts, StudyController* controller, Parameters* parameters,
             std::function<PointSettings()> settings_in_view, std::function<std::string()> adc_range,
             const Theme* theme);

  /// Network, knobs or the selected point may be others than before.
  void show_settings();
  /// Tabs in a narrow window, one above the other in a wide one.
  void fit(bool compact);

  /// A dock at the right, shown and hidden by `key`.
  QDockWidget* add_dock(const QString& name, const char* object_name, QWidget* panel, const QKeySequence& key);
  /// Shows a dock, also one that is closed or behind another tab.
  void bring_to_front(QDockWidget* dock);
  /// What is shown of the layers: knobs, with swept ones as at the point that is selected.
  const PointSettings& settings() const { return layers_model_.settings(); }

  LayersPanel* layers() const { return layers_; }
  ColumnPanel* column() const { return column_; }
  ColumnPanel* large_column() const { return large_column_; }
  BitsPanel* large_bits() const { return large_bits_; }
  ColumnModel& conversion() { return column_model_; }
  SensitivityStudy& sensitivity() { return sensitivity_; }
  const SensitivityStudy& sensitivity() const { return sensitivity_; }
  /// Ranks the layers at the settings in view, by the changes chosen in the panel, and shows it.
  void find_sensitivity();
  /// The dock with the ranking in front.
  void show_ranks();
  QDockWidget* layers_dock() const { return layers_dock_; }
  QDockWidget* column_dock() const { return column_dock_; }
  /// Bits map and column view in the middle of the window, in place of the charts.
  void show_large(bool large);
  bool is_large() const;

 Q_SIGNALS:
  /// After show_settings().
  void settings_shown();
  /// Signal to noise of each layer at settings(), dB, on all images that ran there; NaN where none did.
  void csnr_measured(const std::vector<double>& csnr_db);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* make_large();
  void take_network();
  void show_bits();
  void show_sensitivity();
  /// Into the study's knob, or the layer's where it has a value of its own.
  void set_levels(const char* key, int levels);
  /// Where the layer has a value of its own, there; else for all.
  void set_level(const char* key, std::int64_t value, const cost::LayerWork& work);
  void keep_margins();
  /// In a while, and again when something changed while it was read.
  void want_csnr();
  void read_csnr();
  void take_csnr(std::vector<double> csnr_db, bool expected, bool is_of_now);

  QMainWindow* window_;
  QWidget* charts_;
  StudyController* controller_;
  Parameters* parameters_;
  std::function<PointSettings()> settings_in_view_;
  const Theme* theme_;
  std::function<std::string()> adc_range_;
  SensitivityStudy sensitivity_;
  LayersModel layers_model_;
  ColumnModel column_model_;
  LayersPanel* layers_ = nullptr;
  ColumnPanel* column_ = nullptr;
  ColumnPanel* large_column_ = nullptr;
  BitsPanel* large_bits_ = nullptr;
  QWidget* large_ = nullptr;
  QWidget* large_bits_box_ = nullptr;
  QDockWidget* layers_dock_ = nullptr;
  QDockWidget* column_dock_ = nullptr;
  std::optional<bool> compact_;
  QTimer csnr_delay_;
  bool reading_csnr_ = false;
  bool csnr_wanted_ = false;  ///< once more, after the reading under way
  std::shared_ptr<const LayerProbe> probe_;
  std::shared_ptr<const LayerErrors> errors_;         ///< that the bits map shows
  std::pair<int, std::int64_t> errors_of_ = {-1, 0};  ///< layer and image
  JobQueue measurements_;                             ///< last: its thread ends before the rest
};

}  // namespace acim::ui
