#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <vector>

#include "ui/chart/chart_overlay.h"
#include "ui/chart/chart_plan.h"
#include "ui/chart/plot_frame.h"
#include "ui/model/point_costs.h"
#include "ui/theme/theme.h"

namespace acim::ui {

enum class EnergyBars { points, layers };

/// Energy by component as stacked bars: of the points of one curve, or of the layers of one point. Beside them the
/// numbers of the bar that is pointed at or selected.
class EnergyChart : public QWidget {
  Q_OBJECT

 public:
  EnergyChart(const Theme* theme, QWidget* parent = nullptr);

  void set_plan(const ChartPlan& plan);
  /// Of every point, in the order of the sweep, or empty.
  void set_costs(const std::vector<PointCost>& costs);
  /// The selected point's cost layer by layer.
  void set_layers(const PointCost& cost);
  void show_bars(EnergyBars bars);

  /// The point whose energy is told: the selected one, else the last of the first curve.
  PointPlace point() const;
  std::optional<PointPlace> selected() const { return selected_; }
  void select(std::optional<PointPlace> point);

  struct Bar {
    QString name;
    QString title;  ///< in full
    cost::EnergyBreakdown fj;
    double tops_per_watt = 0;
    std::optional<double> macro_tops_per_watt;
    std::optional<double> digital_fj;  ///< of the all-digital macro
  };
  const std::vector<Bar>& bars() const { return bars_; }
  /// The bar whose numbers stand at the right; none without bars.
  std::optional<std::size_t> told() const;
  QRectF box_of(std::size_t bar) const;
  QImage picture(double scale) const;

 Q_SIGNALS:
  void point_selected();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void gather();
  void lay_out();
  void pick(std::size_t bar);
  void move_selection(int along, int across);
  std::optional<std::size_t> bar_at(QPointF position) const;
  void paint_chart(QPainter& painter) const;
  void paint_bars(QPainter& painter) const;
  void paint_names(QPainter& painter) const;
  void paint_numbers(QPainter& painter) const;
  void paint_problem(QPainter& painter) const;

  const Theme* theme_;
  EnergyBars shown_ = EnergyBars::points;
  ChartPlan plan_;
  std::vector<PointCost> costs_;
  PointCost layers_;
  std::vector<Bar> bars_;
  std::optional<PointPlace> selected_;
  std::optional<std::size_t> layer_;  ///< selected one
  std::optional<std::size_t> hovered_;
  bool ring_shown_ = false;
  bool upright_names_ = false;
  PlotFrame frame_;
};

}  // namespace acim::ui
