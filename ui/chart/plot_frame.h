#pragma once

#include <QPainter>
#include <QRectF>
#include <vector>

#include "ui/chart/chart_axes.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// Axes of the charts that paint themselves, in the look of the others: horizontal grid, an axis line below, none at
/// the left.
struct PlotFrame {
  QRectF area;  ///< of the data
  AxisLayout x;
  AxisLayout y;
  std::vector<double> minor_x;  ///< axis numbers of vertical lines without a label
  bool vertical_grid = false;
  QString x_title;
  QString y_title;

  double x_at(double number) const;
  double y_at(double number) const;
  /// The axis number at a pixel.
  double y_number(double pixel) const;
  /// Grid, axis line, tick labels and titles; no labels below the axis when `x.labels` is empty.
  void paint(QPainter& painter, const Theme& theme) const;

 private:
  void paint_labels(QPainter& painter, const Theme& theme) const;
  void paint_titles(QPainter& painter, const Theme& theme) const;
};

}  // namespace acim::ui
