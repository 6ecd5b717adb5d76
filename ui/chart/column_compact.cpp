#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/chart/column_view.h"
#include "ui/model/parameter_text.h"

// The column view with little room: rows, codes and value, side by side in a low box, one below the other in a high
// one.

namespace acim::ui {

namespace {

constexpr double kMargin = 16;
constexpr double kLowBox = 240;      ///< below this height: side by side
constexpr double kValuesWidth = 92;  ///< beside the codes
constexpr double kValuesHeight = 56;
constexpr double kLabelPitch = 34;  ///< of two codes on the line
constexpr double kBell = 36;        ///< height of the noise over the line

}  // namespace

void ColumnView::paint_compact(QPainter& painter) const {
  const double inner = width() - 2 * kMargin;
  if (height() >= kLowBox) {
    const double result = height() - kValuesHeight - 12;
    const double codes = result - 132;
    paint_rows_and_count(painter, QRectF(kMargin, 12, inner, codes - 20));
    paint_codes(painter, QRectF(kMargin, codes, inner, 124));
    paint_result(painter, QRectF(kMargin, result, inner, kValuesHeight), Qt::AlignLeft | Qt::AlignVCenter);
    return;
  }
  const double rows = width() < 400 ? 72 : 96;
  const QRectF result(width() - kValuesWidth - kMargin, (height() - kValuesHeight) / 2.0 - 8, kValuesWidth,
                      kValuesHeight);
  paint_rows_and_count(painter, QRectF(kMargin, 12, rows, height() - 16.0));
  paint_codes(painter, QRectF(kMargin + rows + 24, 10, result.left() - rows - kMargin - 48, height() - 14.0));
  paint_result(painter, result, Qt::AlignRight | Qt::AlignVCenter);
}

void ColumnView::paint_rows_and_count(QPainter& painter, const QRectF& box) const {
  paint_rows(painter, box.adjusted(0, 0, 0, -28), 12);
  const std::vector<int> products =
      row_products(model_->scene()->trace, model_->scene()->operands->settings, *model_->conversion());
  const auto on = std::count_if(products.begin(), products.end(), [](int product) { return product != 0; });
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(theme_->tokens().text);
  painter.drawText(QRectF(box.left(), box.bottom() - 22, std::max(box.width(), 120.0), 18),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   tr("%1 of %2 rows on").arg(count_text(on), count_text(static_cast<qint64>(products.size()))));
}

void ColumnView::paint_codes(QPainter& painter, const QRectF& box) const {
  const Tokens& t = theme_->tokens();
  const TracedConversion& one = *model_->conversion();
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  if (is_exact()) {
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, tr("digital: exact, no conversion"));
    return;
  }
  const auto [lowest, highest] = shown_codes();
  const double left = box.left() + 4;
  const double right = box.right() - 4;
  const double base = box.top() + std::min(80.0, box.height() * 0.6);
  const double step = (right - left) / (highest - lowest + 1);
  const auto x_of = [&, low = lowest](double code) { return left + (code - low + 0.5) * step; };
  painter.drawText(QRectF(box.left(), box.top(), box.width(), 18), Qt::AlignLeft | Qt::AlignVCenter,
                   box.width() < 160 ? tr("Codes") : tr("Charge on the line, in codes"));
  const double sigma = noise_in_codes();
  const double center = code_position(one.column_value);
  if (sigma > 0) {
    QPainterPath bell(QPointF(x_of(center - 4 * sigma), base));
    for (int i = -40; i <= 40; ++i) {
      const double z = i / 10.0;
      bell.lineTo(x_of(center + z * sigma), base - kBell * std::exp(-z * z / 2));
    }
    QColor fill = t.series[0];
    fill.setAlphaF(static_cast<float>(t.band_opacity));
    painter.save();
    painter.setClipRect(QRectF(left - 4, box.top(), right - left + 8, box.height()));
    painter.setPen(QPen(t.series[0], 1.5));
    painter.setBrush(fill);
    painter.drawPath(bell);
    painter.restore();
  }
  painter.setPen(QPen(t.axis, 1));
  painter.drawLine(QPointF(left, base), QPointF(right, base));
  const int every = std::max(1, static_cast<int>(std::ceil(kLabelPitch / step)));
  for (int code = lowest; code <= highest; ++code) {
    const bool told = (code - lowest) % every == 0;
    if (!told && step < 4) continue;
    painter.setPen(QPen(t.axis, 1));
    painter.drawLine(QPointF(x_of(code), base), QPointF(x_of(code), base + (told ? 6 : 3)));
    if (!told) continue;
    painter.setPen(t.text2);
    painter.drawText(QRectF(x_of(code) - 24, base + 8, 48, 16), Qt::AlignCenter, number_text(code, 0));
  }
  painter.setPen(QPen(t.text, 1.5));
  painter.drawLine(QPointF(x_of(center), base - kBell - 6), QPointF(x_of(center), base));
  painter.setPen(QPen(t.accent, 2.5));
  painter.drawLine(QPointF(x_of(one.code), base - 8), QPointF(x_of(one.code), base + 6));
  painter.setFont(theme_->font(TextRole::strong));
  painter.setPen(t.accent);
  const double label = std::clamp(x_of(one.code) - 50, box.left() - 16, std::max(box.left(), box.right() - 84));
  painter.drawText(QRectF(label, base + 25, 100, 18), Qt::AlignCenter, tr("code %1").arg(sum_text(one.code)));
}

void ColumnView::paint_result(QPainter& painter, const QRectF& box, int alignment) const {
  const Tokens& t = theme_->tokens();
  const TracedConversion& one = *model_->conversion();
  painter.setFont(theme_->font(TextRole::readout));
  painter.setPen(t.text);
  painter.drawText(QRectF(box.left(), box.top(), box.width(), 24), alignment, number_text(one.read_back, 1));
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  painter.drawText(QRectF(box.left(), box.top() + 24, box.width(), 16), alignment, tr("read back"));
  painter.drawText(QRectF(box.left(), box.top() + 40, box.width(), 16), alignment,
                   tr("true %1").arg(sum_text(one.sum)));
}

}  // namespace acim::ui
