#include "ui/chart/plot_zoom.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>
#include <QWheelEvent>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace acim::ui {

namespace {

constexpr double kNotch = 1.18;   ///< closer by one notch of the wheel
constexpr double kKeyStep = 1.3;  ///< closer by one key
constexpr double kKeyPan = 0.1;   ///< of what is shown
constexpr double kThin = 10;      ///< px: a band as thin as this leaves its axis as it is

class RubberBand : public QWidget {
 public:
  RubberBand(QWidget* surface, const Theme* theme) : QWidget(surface), theme_(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const QColor accent = theme_->tokens().accent;
    QColor fill = accent;
    fill.setAlphaF(0.12F);
    painter.setBrush(fill);
    painter.setPen(QPen(accent, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }

 private:
  const Theme* theme_;
};

bool as_wide(const AxisRange& range, const AxisRange& limits) {
  return range.span() >= limits.span() * (1 - 1e-9);
}

/// Into the limits, as wide as it may be.
AxisRange held(const AxisRange& range, const AxisRange& limits, double least) {
  // The limits as they are: high - (high - low) may round to less than low, and nothing can be held between those.
  if (as_wide(range, limits) || least >= limits.span()) return limits;
  const double span = std::max(range.span(), least);
  const double middle = (range.low + range.high) / 2;
  const double low = std::clamp(middle - span / 2, limits.low, limits.high - span);
  return {low, low + span};
}

AxisRange zoomed(const AxisRange& range, double about, double factor) {
  return {about + (range.low - about) * factor, about + (range.high - about) * factor};
}

/// Moved so far that a number lies a little inside.
AxisRange moved_to(const AxisRange& range, double number) {
  const double margin = range.span() * 0.05;
  double step = 0;
  if (number < range.low) step = number - range.low - margin;
  if (number > range.high) step = number - range.high + margin;
  return {range.low + step, range.high + step};
}

}  // namespace

PlotZoom::PlotZoom(QWidget* surface, const Theme* theme)
    : QObject(surface), surface_(surface), band_(new RubberBand(surface, theme)) {
  surface->installEventFilter(this);
}

/// The release of a drag goes elsewhere when its chart is hidden meanwhile.
bool PlotZoom::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Hide) stop_drag();
  return QObject::eventFilter(watched, event);
}

void PlotZoom::set_home(const PlotRange& home, const PlotRange& limits, double least_x, double least_y) {
  home_ = home;
  limits_ = limits;
  least_x_ = least_x;
  least_y_ = least_y;
  if (!shown_) return;
  // Other energies, say, may lie elsewhere altogether.
  const bool apart = shown_->x.high <= limits.x.low || shown_->x.low >= limits.x.high;
  if (apart) return shown_.reset();
  shown_ = PlotRange{x_held_ ? home.x : held(shown_->x, limits.x, least_x), held(shown_->y, limits.y, least_y)};
}

QPointF PlotZoom::number_at(QPointF position) const {
  const PlotRange range = now();
  return {range.x.low + (position.x() - area_.left()) / area_.width() * range.x.span(),
          range.y.low + (area_.bottom() - position.y()) / area_.height() * range.y.span()};
}

void PlotZoom::go_to(PlotRange range) {
  range.x = x_held_ ? home_.x : held(range.x, limits_.x, least_x_);
  range.y = held(range.y, limits_.y, least_y_);
  if (range == now()) return;
  if ((x_held_ || as_wide(range.x, limits_.x)) && as_wide(range.y, limits_.y)) {
    shown_.reset();
    Q_EMIT all_wanted();
    return;
  }
  shown_ = range;
  Q_EMIT changed();
}

void PlotZoom::zoom(QPointF about, double factor_x, double factor_y) {
  const PlotRange range = now();
  go_to({zoomed(range.x, about.x(), factor_x), zoomed(range.y, about.y(), factor_y)});
}

void PlotZoom::pan_by(double x, double y) {
  const PlotRange range = now();
  go_to({{range.x.low + x, range.x.high + x}, {range.y.low + y, range.y.high + y}});
}

void PlotZoom::reveal(QPointF number) {
  if (!shown_) return;
  go_to({moved_to(shown_->x, number.x()), moved_to(shown_->y, number.y())});
}

bool PlotZoom::take(QEvent* event, bool is_free) {
  if (area_.width() <= 0 || area_.height() <= 0) return false;
  switch (event->type()) {
    case QEvent::Wheel:
      return turn(*static_cast<QWheelEvent*>(event));
    case QEvent::MouseButtonPress:
      return press(*static_cast<QMouseEvent*>(event), is_free);
    case QEvent::MouseMove:
      // Without a button its release was somebody else's.
      if (static_cast<QMouseEvent*>(event)->buttons() == Qt::NoButton) stop_drag();
      if (!is_dragging()) return false;
      drag(*static_cast<QMouseEvent*>(event));
      return true;
    case QEvent::MouseButtonRelease:
      if (!is_dragging()) return false;
      release();
      return true;
    case QEvent::MouseButtonDblClick:
      if (static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton) return false;
      stop_drag();
      Q_EMIT fit_wanted();
      return true;
    default:
      return false;
  }
}

bool PlotZoom::turn(const QWheelEvent& wheel) {
  // Some systems make a wheel with Shift or Alt a horizontal one.
  const QPoint angle = wheel.angleDelta();
  const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / 120.0;
  const double factor = std::pow(kNotch, -notches);
  const QPointF at = wheel.position();
  const bool x_alone = wheel.modifiers().testFlag(Qt::ControlModifier) || at.y() > area_.bottom();
  const bool y_alone = wheel.modifiers().testFlag(Qt::ShiftModifier) || at.x() < area_.left();
  zoom(number_at(at), y_alone && !x_alone ? 1 : factor, x_alone ? 1 : factor);
  return true;
}

bool PlotZoom::press(const QMouseEvent& mouse, bool is_free) {
  const bool left = mouse.button() == Qt::LeftButton;
  const bool pans = mouse.button() == Qt::MiddleButton || (left && mouse.modifiers().testFlag(Qt::ShiftModifier));
  if (!area_.contains(mouse.position()) || (!pans && !(left && is_free))) return false;
  drag_ = pans ? Drag::pan : Drag::pressed;
  from_ = to_ = mouse.position();
  if (pans) surface_->setCursor(Qt::ClosedHandCursor);
  return true;
}

void PlotZoom::drag(const QMouseEvent& mouse) {
  const QPointF at = mouse.position();
  if (drag_ == Drag::pan) {
    const PlotRange range = now();
    pan_by((to_.x() - at.x()) / area_.width() * range.x.span(), (at.y() - to_.y()) / area_.height() * range.y.span());
    to_ = at;
    return;
  }
  if (drag_ == Drag::pressed) {
    if ((at - from_).manhattanLength() < QGuiApplication::styleHints()->startDragDistance()) return;
    drag_ = Drag::band;
    surface_->setCursor(Qt::CrossCursor);
  }
  to_ = {std::clamp(at.x(), area_.left(), area_.right()), std::clamp(at.y(), area_.top(), area_.bottom())};
  band_->setGeometry(band().toAlignedRect());
  band_->show();
}

QRectF PlotZoom::band() const {
  if (drag_ != Drag::band) return {};
  QRectF marked = QRectF(from_, to_).normalized();
  // A band that is thin along an axis, or has no say over it, goes over all of it.
  if (x_held_ || (marked.width() < kThin && marked.height() >= kThin)) {
    marked.setLeft(area_.left());
    marked.setRight(area_.right());
  } else if (marked.height() < kThin) {
    marked.setTop(area_.top());
    marked.setBottom(area_.bottom());
  }
  return marked;
}

void PlotZoom::release() {
  const QRectF marked = band();
  stop_drag();
  if (marked.width() < kThin || marked.height() < kThin) return;
  const QPointF low = number_at(marked.bottomLeft());
  const QPointF high = number_at(marked.topRight());
  go_to({{low.x(), high.x()}, {low.y(), high.y()}});
}

void PlotZoom::stop_drag() {
  if (!is_dragging()) return;
  drag_ = Drag::none;
  band_->hide();
  surface_->setCursor(Qt::ArrowCursor);
}

bool PlotZoom::take_key(const QKeyEvent& event, std::optional<QPointF> about) {
  const PlotRange range = now();
  const QPointF center = about.value_or(QPointF((range.x.low + range.x.high) / 2, (range.y.low + range.y.high) / 2));
  const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
  switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom(center, 1 / kKeyStep, 1 / kKeyStep);
      return true;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
      zoom(center, kKeyStep, kKeyStep);
      return true;
    case Qt::Key_0:
      Q_EMIT all_wanted();
      return true;
    case Qt::Key_Escape:
      if (!is_dragging()) return false;
      stop_drag();
      return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
      if (shift) pan_by((event.key() == Qt::Key_Left ? -kKeyPan : kKeyPan) * range.x.span(), 0);
      return shift;
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (shift) pan_by(0, (event.key() == Qt::Key_Down ? -kKeyPan : kKeyPan) * range.y.span());
      return shift;
    default:
      return false;
  }
}

}  // namespace acim::ui
