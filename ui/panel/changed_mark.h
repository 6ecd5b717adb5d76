#pragma once

#include <QPainter>

#include "ui/theme/theme.h"

namespace acim::ui {

/// The dot before the first line of a row of the form whose knob is not as in the baseline.
inline void paint_changed_mark(QWidget* row, const Theme& theme) {
  constexpr QPointF kCenter(8, 6 + 13);  ///< in the margin; half a line below the row's top
  constexpr double kRadius = 2.5;
  QPainter painter(row);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.tokens().accent);
  painter.drawEllipse(kCenter, kRadius, kRadius);
}

}  // namespace acim::ui
