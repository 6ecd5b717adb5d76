#pragma once

#include <optional>
#include <vector>

#include "ui/chart/chart_overlay.h"
#include "ui/chart/chart_plan.h"
#include "ui/chart/painted_chart.h"
#include "ui/model/point_costs.h"

namespace acim::ui {

enum class EnergyBars { points, layers };

/// Energy by component as stacked bars: of the points of one curve, or of the layers of one point. Beside them the
/// numbers of the bar that is pointed at or selected.
class EnergyChart : public PaintedChart {
  Q_OBJECT

 public:
  EnergyChart(const Theme* theme, QWidget* parent = nullptr);

  void set_plan(const ChartPlan& plan);
  /// Of every point, in the order of the sweep, or empty.
  void set_costs(const std::vector<PointCost>& costs);
  /// The selected point's cost layer by layer.
  void set_layers(const PointCost& cost);
  /// Curves without bars, which keys go past; missing: there.
  void set_deleted(std::vector<bool> deleted);
  void show_bars(EnergyBars bars);
  /// Shows what another chart shows.
  void show_as(const EnergyChart& other);

  /// The point whose energy is told: the selected one, else the last of the first curve that is there.
  PointPlace point() const;
  std::optional<PointPlace> selected() const { return selected_; }
  void select(std::optional<PointPlace> point);
  /// The point whose bar the mouse is at.
  std::optional<PointPlace> hovered() const;
  /// Bars are those of the curve that is pointed at elsewhere, in place of the selected one's.
  void emphasise(std::optional<std::size_t> curve);

  struct Bar {
    QString name;
    QString title;  ///< in full
    cost::EnergyBreakdown fj;
    double tops_per_watt = 0;
    std::optional<double> macro_tops_per_watt;
    std::optional<double> digital_fj;  ///< of the all-digital macro
  };
  const std::vector<Bar>& bars() const { return bars_; }
  /// What the all-digital macro would take, and how many times the bar's energy that is. Of a bar that knows it.
  static QString digital_words(const Bar& bar);
  /// The bar whose numbers stand at the right; none without bars.
  std::optional<std::size_t> told() const;
  QRectF box_of(std::size_t bar) const;

 Q_SIGNALS:
  void point_selected();
  void point_hovered();

 protected:
  void lay_out() override;
  void paint_chart(QPainter& painter) const override;
  void move_selection(int along, int across) override;
  bool drop_selection() override;
  void pick_at(QPointF position) override;
  void point_at(QPointF position) override;
  void point_at_nothing() override;

 private:
  void gather();
  bool is_deleted(std::size_t curve) const { return curve < deleted_.size() && deleted_[curve]; }
  std::size_t curve_in_view() const;
  QString name_of(std::size_t place) const;
  void pick(std::size_t bar);
  std::optional<std::size_t> bar_at(QPointF position) const;
  void paint_bars(QPainter& painter) const;
  void paint_names(QPainter& painter) const;
  void paint_numbers(QPainter& painter) const;
  void paint_problem(QPainter& painter) const;

  EnergyBars shown_ = EnergyBars::points;
  ChartPlan plan_;
  std::vector<PointCost> costs_;
  PointCost layers_;
  std::vector<bool> deleted_;
  std::vector<Bar> bars_;
  std::optional<PointPlace> selected_;
  std::optional<std::size_t> layer_;  ///< selected one
  std::optional<std::size_t> hovered_;
  std::optional<std::size_t> emphasised_;
  bool upright_names_ = false;
};

}  // namespace acim::ui
