#include "ui/panel/knob_slider.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

namespace acim::ui {

namespace {
constexpr double kInset = 8;  ///< half a handle and its focus ring
}

KnobSlider::KnobSlider(const Parameter& parameter, const Theme* theme, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), scale_(parameter), theme_(theme) {
  setRange(0, scale_.last_place());
  setPageStep(std::max(1, scale_.last_place() / 10));
  setFixedHeight(18);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  connect(this, &QSlider::valueChanged, this, [this](int place) { Q_EMIT value_picked(scale_.value_at(place)); });
}

void KnobSlider::show_value(double value) {
  const QSignalBlocker quiet(this);
  setValue(scale_.place_of(value));
  update();
}

void KnobSlider::set_baseline(double value, bool differs) {
  baseline_place_ = scale_.place_of(value);
  differs_ = differs;
  update();
}

void KnobSlider::set_sweep(const std::vector<double>& values) {
  sweep_.clear();
  for (const double value : values) sweep_.push_back(scale_.place_of(value));
  setEnabled(sweep_.empty());
  update();
}

double KnobSlider::x_of(int place) const {
  return kInset + (width() - 2 * kInset) * place / std::max(1, scale_.last_place());
}

void KnobSlider::pick(double x) {
  const double fraction = (x - kInset) / std::max(1.0, width() - 2 * kInset);
  setValue(static_cast<int>(std::lround(fraction * scale_.last_place())));
}

void KnobSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  setSliderDown(true);
  pick(event->position().x());
}

void KnobSlider::mouseMoveEvent(QMouseEvent* event) {
  if (isSliderDown()) pick(event->position().x());
}

void KnobSlider::mouseReleaseEvent(QMouseEvent*) {
  setSliderDown(false);
}

void KnobSlider::wheelEvent(QWheelEvent* event) {
  // Without focus the wheel scrolls the form, so that a passing pointer changes nothing.
  if (hasFocus()) {
    QSlider::wheelEvent(event);
  } else {
    event->ignore();
  }
}

void KnobSlider::paintEvent(QPaintEvent*) {
  const Tokens& t = theme_->tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double middle = height() / 2.0;
  const auto bar = [&](double from, double to, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(from, middle - 2, std::max(0.0, to - from), 4), 2, 2);
  };
  const auto handle = [&](double x, double radius, const QColor& color) {
    painter.setPen(QPen(color, 2));
    painter.setBrush(t.panel);
    painter.drawEllipse(QPointF(x, middle), radius, radius);
  };
  bar(kInset - 2, width() - kInset + 2, t.hover);
  if (!sweep_.empty()) {
    const auto [low, high] = std::minmax_element(sweep_.begin(), sweep_.end());
    QColor soft = t.accent;
    soft.setAlphaF(0.45F);
    bar(x_of(*low), x_of(*high), soft);
    if (sweep_.size() <= 4) {
      for (const int place : sweep_) handle(x_of(place), 4, t.accent);
    } else {
      handle(x_of(*low), 4, t.accent);
      handle(x_of(*high), 4, t.accent);
    }
    return;
  }
  const QColor color = isEnabled() ? t.accent : t.text3;
  const double x = x_of(value());
  bar(kInset - 2, x, color);
  if (differs_) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.text2);
    painter.drawRect(QRectF(x_of(baseline_place_) - 1, middle - 4, 2, 8));
  }
  handle(x, 6, underMouse() && isEnabled() ? t.accent_hovered : color);
  if (hasFocus()) {
    painter.setPen(QPen(t.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(x, middle), 8.2, 8.2);
  }
}

}  // namespace acim::ui
