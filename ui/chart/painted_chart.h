#pragma once

#include <QImage>
#include <QWidget>

#include "ui/chart/plot_frame.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// A chart that paints itself in a PlotFrame: arrow keys move the selection, the mouse picks and points, a ring shows
/// the focus that Tab brought.
class PaintedChart : public QWidget {
  Q_OBJECT

 public:
  PaintedChart(const Theme* theme, QWidget* parent);

  /// `scale` device pixels per pixel; written with its own size and resolution.
  QImage picture(double scale) const;
  void paint_on(QPainter& painter) const { paint_chart(painter); }

 protected:
  /// The frame's area and axes for the present size and data.
  virtual void lay_out() = 0;
  virtual void paint_chart(QPainter& painter) const = 0;
  /// What is drawn on the screen alone, over the chart; not in pictures.
  virtual void paint_passing(QPainter&) const {}
  virtual void move_selection(int along, int across) = 0;
  /// Escape; false when there was no selection to drop.
  virtual bool drop_selection() = 0;
  virtual void pick_at(QPointF position) = 0;
  virtual void point_at(QPointF position) = 0;
  /// The mouse is elsewhere.
  virtual void point_at_nothing() = 0;
  /// The focus came or went.
  virtual void focus_changed() {}

  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  /// The focus is here, and Tab brought it.
  bool ring_shown() const { return ring_shown_; }

  const Theme* theme_;
  PlotFrame frame_;

 private:
  bool ring_shown_ = false;
};

}  // namespace acim::ui
