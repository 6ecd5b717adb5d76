#pragma once

#include <QObject>
#include <QRectF>
#include <optional>

#include "ui/chart/chart_axes.h"
#include "ui/theme/theme.h"

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace acim::ui {

/// What part of its plane a chart shows once the user looked closer: the wheel zooms about the pointer (with Ctrl, or
/// over the axis, x alone; with Shift or over its axis, y alone), a drag marks a part with a rubber band, a drag with
/// Shift or the middle button moves the part, + - 0 and Shift with arrows do it by keys. It stays whatever streams in.
class PlotZoom : public QObject {
  Q_OBJECT

 public:
  /// `surface`: whose events are taken, and on which the rubber band is drawn.
  PlotZoom(QWidget* surface, const Theme* theme);

  /// Where the data are drawn, in coordinates of the surface.
  void set_area(const QRectF& area) { area_ = area; }
  /// `home`: what is shown unless zoomed; `limits`: what nothing leaves; `least`: the smallest stretches.
  void set_home(const PlotRange& home, const PlotRange& limits, double least_x, double least_y);
  /// Categories along x: only y moves.
  void hold_x(bool held) { x_held_ = held; }

  /// Nothing: the home.
  const std::optional<PlotRange>& shown() const { return shown_; }
  void show(const std::optional<PlotRange>& range) { shown_ = range; }
  /// Moves a zoomed part so far that a point (axis numbers) lies in it.
  void reveal(QPointF number);

  /// Whether the event was the zoom's. A press with the left button is only where the chart has nothing to pick
  /// (`is_free`). A chart without a plane hands none, but all while is_dragging().
  bool take(QEvent* event, bool is_free = true);
  /// `about`: axis numbers of what keys zoom about; nothing: the middle.
  bool take_key(const QKeyEvent& event, std::optional<QPointF> about);
  /// Between press and release of a drag.
  bool is_dragging() const { return drag_ != Drag::none; }
  /// The rubber band, in coordinates of the surface; empty while there is none.
  QRectF band() const;

 Q_SIGNALS:
  /// Another part is shown.
  void changed();
  /// Double click: the part that holds the curves.
  void fit_wanted();
  /// Everything, as at first.
  void all_wanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Drag { none, pressed, band, pan };
  bool turn(const QWheelEvent& wheel);
  bool press(const QMouseEvent& mouse, bool is_free);
  void drag(const QMouseEvent& mouse);
  void release();
  void stop_drag();
  void zoom(QPointF about, double factor_x, double factor_y);
  void pan_by(double x, double y);
  void go_to(PlotRange range);
  PlotRange now() const { return shown_.value_or(home_); }
  QPointF number_at(QPointF position) const;

  QWidget* surface_;
  QWidget* band_;
  QRectF area_;
  PlotRange home_;
  PlotRange limits_;
  double least_x_ = 0;
  double least_y_ = 0;
  bool x_held_ = false;
  std::optional<PlotRange> shown_;
  Drag drag_ = Drag::none;
  QPointF from_;
  QPointF to_;
};

}  // namespace acim::ui
