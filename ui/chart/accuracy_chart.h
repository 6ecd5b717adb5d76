#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <vector>

#include "ui/chart/chart_overlay.h"
#include "ui/chart/chart_plan.h"
#include "ui/chart/pinned_curve.h"
#include "ui/chart/published_curves.h"
#include "ui/chart/reference_lines.h"
#include "ui/theme/theme.h"

class QAreaSeries;
class QCategoryAxis;
class QChart;
class QChartView;
class QLineSeries;

namespace acim::ui {

class CardPresence;
class HoverCard;
class PlotZoom;

/// The curve that cards compare accuracies with.
struct BaselineCurve {
  std::optional<std::size_t> own;    ///< its place, where it is one of the curves that are shown
  std::vector<QString> x_texts;      ///< else of its points, as ChartPlan::x_texts
  std::vector<PointResult> results;  ///< at these
};

/// Accuracy against x with 95 % bands: Qt Charts draws lines, bands and axes, the overlay what they cannot.
class AccuracyChart : public QWidget {
  Q_OBJECT

 public:
  AccuracyChart(const Theme* theme, QWidget* parent = nullptr);

  const ChartPlan& plan() const { return plan_; }
  /// A new sweep: axes are laid out anew, curves start empty.
  void set_plan(const ChartPlan& plan);
  /// As ChartPlan::styles.
  void set_styles(std::vector<int> styles);
  /// Newest totals, point by point (family-major); the axes stay.
  void set_results(const std::vector<PointResult>& results);
  /// µJ per inference of each point, 0: not known.
  void set_energies(std::vector<double> energies);
  void set_baseline(const std::optional<BaselineCurve>& baseline);
  /// What the curves are measured against.
  void set_references(const References& references);
  /// Printed values to compare with; drawn while they are shown.
  /// `faint`: they were printed for other settings than those of the curves.
  void set_published(std::vector<PublishedPoint> points, const QString& citation, bool faint = false);
  void show_published(bool shown);
  bool shows_published() const { return published_shown_; }
  const std::vector<PublishedPoint>& published() const { return published_; }
  void set_curve_visible(std::size_t curve, bool visible);
  /// Curves of earlier runs on the same axis, drawn quietly behind the others.
  void set_pinned(const std::vector<PinnedCurve>& curves);
  const std::vector<PinnedCurve>& pinned() const { return pinned_; }
  /// Stays as it is while the curve stays pinned.
  void set_pinned_visible(const CurveOfRun& curve, bool visible);
  bool is_pinned_visible(const CurveOfRun& curve) const;
  /// Where the knobs stand, drawn when it lies on the axis; not in pictures of the chart.
  void set_live(const std::optional<LiveMark>& mark);
  bool shows_live() const { return overlay_->live().has_value(); }
  /// Range of the accuracy axis that holds what is there, or 0 .. 100 again.
  void fit();
  void show_full_range();
  void toggle_fit();
  /// The part of the plane that is looked at, if not all of it; toggle_fit() leaves it.
  const PlotZoom& zoom() const { return *zoom_; }
  bool is_zoomed() const;

  std::optional<PointPlace> selected() const { return selected_; }
  void select(std::optional<PointPlace> point);
  /// What the mouse is at.
  std::optional<PointPlace> hovered() const { return hovered_; }
  /// A curve that is pointed at elsewhere stands out; so does the hovered one.
  void emphasise(std::optional<std::size_t> curve);
  std::optional<std::size_t> emphasised() const { return emphasised_; }
  const HoverCard* card() const { return card_; }
  /// Where a point is drawn, in this widget's coordinates.
  QPointF place_of(PointPlace point) const;
  /// Points of a curve as drawn: (x, accuracy in per cent).
  std::vector<QPointF> curve_points(std::size_t curve) const;
  /// The chart as a picture, `scale` device pixels per pixel; written with its own size and resolution.
  QImage picture(double scale) const;
  /// The same onto a painter, without the card.
  void paint_on(QPainter& painter) const;
  /// Shows what another chart shows, but its selection.
  void show_as(const AccuracyChart& other);

 Q_SIGNALS:
  void point_selected();
  void point_hovered();
  void range_changed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Curve {
    QLineSeries* line;
    QLineSeries* upper;
    QLineSeries* lower;
    QAreaSeries* band;
    bool visible = true;
  };
  void make_curves();
  void draw_pinned();
  void lay_out_axes();
  void apply_theme();
  void set_axis(QCategoryAxis* axis, const struct AxisLayout& layout);
  void place_plot_area();
  void place_overlay();
  void place_live();
  void show_card();
  void show_printed_card(const ChartOverlay::Published& value);
  void hover(std::optional<PointPlace> point, std::optional<std::size_t> printed = std::nullopt);
  void hover_at(QPointF position);
  std::optional<PointPlace> nearest(QPointF position, double reach) const;
  /// The printed value that is pointed at, or told by keys, where it is drawn.
  const ChartOverlay::Published* told_value() const;
  /// Page keys go through the printed values; false: not for them.
  bool take_printed_key(int key);
  QPointF position_of(PointPlace point) const;
  const PointResult* result_of(PointPlace point) const;
  /// Of the baseline at the same x; nullptr where it has none, and at its own points.
  const PointResult* baseline_at(PointPlace point) const;
  void move_selection(int along, int across);
  /// Of a point with results, in axis numbers.
  QPointF number_of(PointPlace point) const;

  const Theme* theme_;
  ChartPlan plan_;
  std::vector<PointResult> results_;
  std::vector<double> energies_;  ///< of results_, or empty
  std::optional<BaselineCurve> baseline_;
  References references_;
  std::vector<Curve> curves_;
  std::vector<PublishedPoint> published_;
  QString citation_;
  bool published_shown_ = false;
  bool published_faint_ = false;
  std::optional<LiveMark> live_;
  std::vector<PinnedCurve> pinned_;
  std::vector<CurveOfRun> pinned_hidden_;
  std::vector<QLineSeries*> pinned_lines_;
  std::optional<PointPlace> selected_;
  std::optional<PointPlace> hovered_;
  std::optional<std::size_t> hovered_value_;  ///< of published_
  std::optional<std::size_t> emphasised_;
  bool ring_shown_ = false;
  double y_low_ = 0;
  double y_high_ = 100;
  QChart* chart_;
  QChartView* view_;
  QCategoryAxis* x_axis_;
  QCategoryAxis* y_axis_;
  ChartOverlay* overlay_;
  HoverCard* card_;
  PlotZoom* zoom_;
  CardPresence* presence_;
};

}  // namespace acim::ui
