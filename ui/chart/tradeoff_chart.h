#pragma once

#include <optional>
#include <vector>

#include "ui/chart/chart_overlay.h"
#include "ui/chart/chart_plan.h"
#include "ui/chart/painted_chart.h"
#include "ui/chart/published_chips.h"
#include "ui/chart/reference_lines.h"
#include "ui/model/point_costs.h"

namespace acim::ui {

class CardPresence;
class HoverCard;
class PlotZoom;

/// Accuracy with its 95 % interval against energy per inference, a point for each point of the sweep, and the front of
/// those that no other one beats (filled). The same points and selection as the accuracy chart's.
class TradeoffChart : public PaintedChart {
  Q_OBJECT

 public:
  TradeoffChart(const Theme* theme, QWidget* parent = nullptr);

  /// A new sweep: nothing is drawn before it has costs and results.
  void set_plan(const ChartPlan& plan);
  const ChartPlan& plan() const { return plan_; }
  /// As ChartPlan::styles.
  void set_styles(std::vector<int> styles);
  /// Lays out the energy axis; it stays while results stream. In the order of the sweep's points, or empty.
  void set_costs(const std::vector<PointCost>& costs);
  /// What chips would take for the network of these costs, at these bits of weights and activations.
  void set_precision(int weight_bits, int activation_bits);
  void set_results(const std::vector<PointResult>& results);
  void set_references(const References& references);
  /// Published chips at this network's work, over the points; laid out with the costs.
  void show_chips(bool shown);
  bool shows_chips() const { return chips_shown_; }
  struct Chip {
    ChipEnergy energy;
    QPointF center;
  };
  /// Those within the energy axis, as drawn.
  const std::vector<Chip>& chips() const { return chips_; }
  /// Where the knobs stand (x: µJ per inference), drawn when it lies on the axis; not in pictures of the chart.
  void set_live(const std::optional<LiveMark>& mark);
  void set_curve_visible(std::size_t curve, bool visible);
  /// Range of the accuracy axis that holds what is there, or 0 .. 100 again.
  void fit();
  void toggle_fit();
  void show_full_range();
  /// The part of the plane that is looked at, if not all of it; toggle_fit() leaves it.
  const PlotZoom& zoom() const { return *zoom_; }
  bool is_zoomed() const;

  /// Shows what another chart shows, but its selection.
  void show_as(const TradeoffChart& other);

  std::optional<PointPlace> selected() const { return selected_; }
  void select(std::optional<PointPlace> point);
  std::optional<PointPlace> hovered() const { return hovered_; }
  /// A curve that is pointed at stands out.
  void emphasise(std::optional<std::size_t> curve);
  std::optional<std::size_t> emphasised() const { return emphasised_; }
  const HoverCard* card() const { return card_; }

  struct Drawn {
    PointPlace point;
    double uj = 0;       ///< per inference
    double percent = 0;  ///< accuracy
    Interval interval;   ///< of accuracy, fractions
    bool on_front = false;
  };
  const std::vector<Drawn>& drawn() const { return drawn_; }
  /// Places in drawn() of the front, from the cheapest on.
  const std::vector<std::size_t>& front() const { return front_; }
  /// Where it is drawn, in this widget's coordinates.
  QPointF place_of(const Drawn& drawn) const;

 Q_SIGNALS:
  void point_selected();
  void point_hovered();
  void range_changed();

 protected:
  void lay_out() override;
  void paint_chart(QPainter& painter) const override;
  void paint_passing(QPainter& painter) const override;
  void move_selection(int along, int across) override;
  bool drop_selection() override;
  void pick_at(QPointF position) override;
  void point_at(QPointF position) override;
  void point_at_nothing() override;
  void focus_changed() override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void gather();
  void lay_out_zoom(bool known);
  void lay_out_chips();
  void show_chip_card();
  /// Page Up and Page Down point at chips, Escape at none.
  bool take_chip_key(int key);
  void leave_chip();
  void show_card();
  void say_selected();
  const Drawn* find(std::optional<PointPlace> point) const;
  std::optional<PointPlace> nearest(QPointF position) const;
  bool shows(QPointF center) const;
  double held_y(double percent) const;
  void paint_front(QPainter& painter) const;
  void paint_curves(QPainter& painter) const;
  void paint_marks(QPainter& painter) const;
  void paint_references(QPainter& painter) const;
  void paint_chips(QPainter& painter) const;
  void paint_notes(QPainter& painter) const;

  ChartPlan plan_;
  std::vector<PointCost> costs_;
  std::vector<PointResult> results_;
  References references_;
  std::vector<bool> visible_;
  std::vector<Drawn> drawn_;
  std::vector<std::size_t> front_;
  std::vector<ChipEnergy> chip_energies_;
  std::vector<Chip> chips_;
  std::optional<std::size_t> hovered_chip_;
  bool chips_shown_ = false;
  std::optional<LiveMark> live_;
  std::optional<PointPlace> selected_;
  std::optional<PointPlace> hovered_;
  std::optional<std::size_t> emphasised_;
  double y_low_ = 0;
  double y_high_ = 100;
  HoverCard* card_;
  PlotZoom* zoom_;
  CardPresence* presence_;
};

}  // namespace acim::ui
