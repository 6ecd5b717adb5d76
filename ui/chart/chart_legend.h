#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <utility>
#include <vector>

#include "ui/chart/chart_plan.h"
#include "ui/chart/pinned_curve.h"
#include "ui/theme/theme.h"

class QLabel;
class QScrollArea;

namespace acim::ui {

/// What a legend entry shows beside its name.
enum class LegendSample { curve, published_values, published_chips };

/// What can be drawn over the curves; `curve`: nothing.
struct LegendOverlay {
  LegendSample sample = LegendSample::curve;
  QString name;
  QString tip;
};

/// `style` is a curve's.
void draw_legend_sample(QPainter& painter, LegendSample sample, int style, const QRectF& box, const Tokens& tokens);

/// A curve's line sample and name; checked while the curve is shown, struck through while it is not.
class LegendEntry : public QAbstractButton {
  Q_OBJECT

 public:
  LegendEntry(const QString& name, int style, const Theme* theme, QWidget* parent = nullptr);
  /// Of something drawn over the curves.
  LegendEntry(const QString& name, LegendSample sample, const Theme* theme, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }
  int style_index() const { return style_; }
  void set_style(int style) {
    style_ = style;
    update();
  }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int style_;
  LegendSample sample_ = LegendSample::curve;
  const Theme* theme_;
};

/// Above the chart: the family's knob, its curves in as many rows as they need (more than three are scrolled), and at
/// the right what the bands are.
class ChartLegend : public QWidget {
  Q_OBJECT

 public:
  ChartLegend(const Theme* theme, QWidget* parent = nullptr);
  void set_plan(const ChartPlan& plan);
  /// Neither an entry nor room for it, as long as it is so.
  void set_deleted(std::size_t curve, bool deleted);
  /// The plan's styles, of the curves that are there.
  void set_styles(const ChartPlan& plan);
  void set_note(const QString& note);
  /// What can be drawn over the curves: nothing, printed values or chips. Keeps its state while it is offered.
  void set_overlay(const LegendOverlay& offered);
  /// Curves of earlier runs, those that are pinned; entries stay while they are the same.
  void set_pinned(const std::vector<PinnedCurve>& curves);
  /// Not where the chart has none.
  void show_pinned(bool shown);
  const std::vector<LegendEntry*>& pinned() const { return pinned_entries_; }
  LegendEntry* overlay() const { return overlay_; }
  LegendEntry* entry(std::size_t curve) const { return curve < entries_.size() ? entries_[curve] : nullptr; }

 Q_SIGNALS:
  void curve_toggled(std::size_t curve, bool shown);
  void pinned_toggled(const CurveOfRun& curve, bool shown);
  void overlay_toggled(LegendSample sample, bool shown);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  const Theme* theme_;
  QLabel* family_;
  QWidget* entries_box_;
  QScrollArea* scroll_;
  void make_room();
  int rows_of(int width, bool place) const;

  QLabel* note_;
  std::vector<LegendEntry*> entries_;
  std::vector<std::pair<CurveOfRun, bool>> pinned_;  ///< curve, and whether it is pinned and not just picked
  std::vector<LegendEntry*> pinned_entries_;
  bool pinned_shown_ = true;
  LegendEntry* overlay_ = nullptr;
  LegendSample overlay_sample_ = LegendSample::curve;
};

}  // namespace acim::ui
