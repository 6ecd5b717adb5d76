#pragma once

#include <QFrame>
#include <QImage>

#include "ui/chart/chart_legend.h"
#include "ui/chart/pinned_curve.h"
#include "ui/chart/published_curves.h"
#include "ui/model/study_controller.h"
#include "ui/panel/banner.h"
#include "ui/theme/theme.h"

class QAction;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace acim::ui {

class AccuracyChart;
class EnergyChart;
class TradeoffChart;
class ViewTabs;
class ConfusionPanel;
class PreviewStrip;
class Segments;
class SweepBar;
class Parameters;

enum class ChartView { accuracy, tradeoff, energy, confusion };
/// As files of its pictures are named, without their suffix.
const char* view_name(ChartView view);

/// The middle of the window: what is wrong (if anything), the legend, one of the charts, and the sweep below it. All of
/// them show the same points, and one selection.
class ChartPanel : public QFrame {
  Q_OBJECT

 public:
  ChartPanel(const StudyController* controller, const Parameters* parameters, QAction* copy_picture, const Theme* theme,
             QWidget* parent = nullptr);

  AccuracyChart* chart() const { return chart_; }
  TradeoffChart* tradeoff() const { return tradeoff_; }
  EnergyChart* energy() const { return energy_; }
  ConfusionPanel* confusion() const { return confusion_; }
  /// Bars of the energy chart: of points, or of the layers of the selected point.
  void show_energy_of_layers(bool layers);
  ViewTabs* tabs() const { return tabs_; }
  ChartLegend* legend() const { return legend_; }
  SweepBar* sweep_bar() const { return sweep_; }
  PreviewStrip* preview() const { return preview_; }
  /// Whether the live preview is on; where the panel is low, charts that it says nothing in have its room.
  void show_preview(bool shown);
  Banner* banner() const { return banner_; }

  ChartView view() const;
  /// The chart of the view, which takes the keys.
  QWidget* chart_in_view() const;
  void show_view(ChartView view);
  /// The chart shown, as a picture; and what a file of it is called: "accuracy".
  QImage picture(double scale) const;

  /// A curve that is pointed at elsewhere stands out in every chart.
  void emphasise(std::optional<std::size_t> curve);

  /// What the curves say, in a sentence; empty when it is nothing in particular.
  QString finding() const;

  /// A new run began: its axes; the old curves stay until the new run's first result.
  void begin_run();
  void show_results();
  void show_costs();
  void show_reference();
  /// In place of a chart while there is none; `links`: what can be done about it.
  void show_empty(const QString& title, const QString& text, const std::vector<Banner::Link>& links = {});
  void clear();
  /// Curves of earlier runs behind those of the accuracy chart; the pinned ones stand in the legend.
  void set_pinned(const std::vector<PinnedCurve>& curves);
  /// What the curves of the run shown are drawn like, as ChartPlan::styles.
  void set_curve_styles(std::vector<int> styles);
  /// Curves of the run shown that are in no chart, and in no word about them; without all of them there is none.
  void set_deleted_curves(std::vector<bool> deleted);

  /// What is drawn over the curves of a view; without a name: nothing.
  LegendOverlay shown_overlay(ChartView view) const;

 Q_SIGNALS:
  /// The mouse is at another curve of the run shown, or at none.
  void curve_hovered(std::optional<std::size_t> curve);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void make_energy_head(const Theme* theme);
  void link_selections();
  void link_hovers();
  void show_layers();
  void change_energy_bars();
  void change_view();
  void fit_to_height();
  void toggle_fit();
  void show_zoomed();
  void show_note();
  void hide_deleted();
  bool is_deleted(std::size_t curve) const { return curve < deleted_.size() && deleted_[curve]; }
  void offer_overlay();
  LegendOverlay overlay_of(ChartView view) const;
  void show_finding();

  const StudyController* controller_;
  Banner* banner_;
  ChartLegend* legend_;
  ViewTabs* tabs_;
  AccuracyChart* chart_;
  TradeoffChart* tradeoff_;
  EnergyChart* energy_;
  ConfusionPanel* confusion_;
  QWidget* energy_head_;
  Segments* energy_bars_;
  QStackedWidget* views_;
  QLabel* finding_;  ///< what the curves say, in a sentence
  QLabel* trust_;
  PreviewStrip* preview_;
  SweepBar* sweep_;
  QStackedWidget* stack_;
  QToolButton* fit_;
  QToolButton* zoomed_;  ///< there while the chart shown is zoomed
  QLabel* empty_title_;
  QLabel* empty_text_;
  QWidget* empty_links_;
  PublishedOverlay printed_;
  std::vector<int> styles_;
  std::vector<bool> deleted_;
  bool plan_pending_ = false;
  bool preview_shown_ = true;
};

}  // namespace acim::ui
