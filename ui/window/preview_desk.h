#pragma once

#include <QObject>
#include <filesystem>
#include <functional>

#include "ui/model/adc_range_choice.h"
#include "ui/model/live_preview.h"
#include "ui/model/parameters.h"

class QAction;

namespace acim::ui {

class ChartPanel;
class PreviewStrip;

/// Shows what the live preview finds of the point where the knobs stand: a strip below the charts, and a mark in them.
class PreviewDesk : public QObject {
  Q_OBJECT

 public:
  /// `settings_in_view`: knobs, with swept ones as at the point that is selected. `state_folder`: keeps whether it is
  /// on; empty: nowhere.
  PreviewDesk(ChartPanel* charts, const StudyController* controller, const Parameters* parameters,
              const AdcRangeChoice* adc_range, std::function<PointSettings()> settings_in_view,
              std::filesystem::path state_folder, QObject* parent);

  /// Switches it on and off; checkable.
  QAction* action() const { return action_; }
  LivePreview& preview() { return preview_; }
  PreviewStrip* strip() const { return strip_; }

 private:
  void follow(bool moved);
  void switch_to(bool on);
  void show_figures();
  void show_marks();
  QString place_of(const PointSettings& settings) const;

  ChartPanel* charts_;
  const StudyController* controller_;
  const Parameters* parameters_;
  const AdcRangeChoice* adc_range_;
  std::function<PointSettings()> settings_in_view_;
  std::filesystem::path state_folder_;
  LivePreview preview_;
  PreviewStrip* strip_;
  QAction* action_;
};

}  // namespace acim::ui
