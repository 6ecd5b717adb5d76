#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/chart/column_view.h"
#include "ui/model/parameter_text.h"

// The column view with room: four stages from left to right.

namespace acim::ui {

namespace {

constexpr double kMargin = 24;
constexpr double kHead = 44;  ///< numbers and names of the stages
constexpr double kFoot = 52;  ///< captions below them
constexpr double kHeightForSums = 360;
constexpr double kSmallestBox = 17;  ///< of a code with its number

QString superscript(int exponent) {
  static const std::array<ushort, 10> kDigits = {0x2070, 0x00B9, 0x00B2, 0x00B3, 0x2074,
                                                 0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  QString text;
  for (const QChar digit : QString::number(exponent))
    text += QChar(kDigits[static_cast<std::size_t>(digit.digitValue())]);
  return text;
}

}  // namespace

void ColumnView::paint_head(QPainter& painter, double x, double next_x, int number_of_stage,
                            const QString& name) const {
  const double room = next_x - x - 36;
  const Tokens& t = theme_->tokens();
  const QRectF circle(x, kMargin - 4, 20, 20);
  painter.setPen(QPen(t.edge, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(circle);
  painter.setFont(theme_->font(TextRole::caption));
  painter.setPen(t.text2);
  painter.drawText(circle, Qt::AlignCenter, QLocale().toString(number_of_stage));
  painter.setFont(theme_->font(TextRole::strong));
  painter.setPen(t.text);
  painter.drawText(QRectF(x + 28, kMargin - 8, room, 28), Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(painter.font()).elidedText(name, Qt::ElideRight, static_cast<int>(room)));
}

void ColumnView::paint_rows(QPainter& painter, const QRectF& box, double most_pitch) const {
  const Tokens& t = theme_->tokens();
  const ColumnScene& scene = *model_->scene();
  const std::vector<int> products = row_products(scene.trace, scene.operands->settings, *model_->conversion());
  const auto rows = static_cast<std::size_t>(scene.operands->settings.macro.rows);
  int largest = 1;
  for (const int product : products) largest = std::max(largest, std::abs(product));
  double pitch = most_pitch;
  const auto fits = [&](double size) {
    return std::floor(box.width() / size) * std::floor(box.height() / size) >= static_cast<double>(rows);
  };
  while (pitch > 3 && !fits(pitch)) pitch -= 0.5;
  const auto across = std::max<std::size_t>(1, static_cast<std::size_t>(box.width() / pitch));
  const double gap = pitch > 8 ? 4 : pitch > 5 ? 2 : 1;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t line = row / across;
    const QRectF cell(box.left() + pitch * static_cast<double>(row % across),
                      box.top() + pitch * static_cast<double>(line), pitch - gap, pitch - gap);
    if (cell.bottom() > box.bottom() + 1) break;  // More rows than pixels.
    const bool used = row < products.size();
    const int product = used ? products[row] : 0;
    QColor ink = product < 0 ? t.series[1] : t.accent;
    // Encoded activations: the more a row adds, the stronger its cell.
    if (product != 0) ink.setAlphaF(static_cast<float>(0.3 + 0.7 * std::abs(product) / largest));
    painter.setPen(product != 0 ? Qt::NoPen : QPen(used ? t.field : t.grid, 1, used ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(product != 0 ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(product != 0 ? cell : cell.adjusted(0.5, 0.5, -0.5, -0.5), pitch / 6, pitch / 6);
  }
}

void ColumnView::paint_charge(QPainter& painter, const QRectF& box, const Ladder& ladder) const {
  const Tokens& t = theme_->tokens();
  const TracedConversion& one = *model_->conversion();
  const MacroParameters& macro = model_->scene()->operands->settings.macro;
  const double lowest = macro.weight_parallel ? -1 : 0;
  const auto y_of = [&](double value) { return box.bottom() - (value - lowest) / (1 - lowest) * box.height(); };
  const QRectF bar(box.left() + 44, box.top(), 32, box.height());
  painter.setPen(QPen(t.field, 1));
  painter.setBrush(t.sunken);
  painter.drawRoundedRect(bar, 4, 4);
  const double value = std::clamp(one.column_value, lowest, 1.0);
  QColor fill = t.accent;
  fill.setAlphaF(0.5F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill);
  const QRectF filled(QPointF(bar.left() + 1, std::min(y_of(value), y_of(0))),
                      QPointF(bar.right() - 1, std::max(y_of(value), y_of(0))));
  painter.drawRect(filled);

  // In volts where the full scale is a voltage, else of full scale.
  const bool volts = macro.domain == AnalogDomain::charge;
  const double full = volts ? macro.attenuation * macro.supply_voltage : 100;
  painter.setFont(theme_->font(TextRole::caption));
  for (int tick = 0; tick <= 4; ++tick) {
    const double at = lowest + (1 - lowest) * tick / 4;
    painter.setPen(QPen(t.axis, 1));
    painter.drawLine(QPointF(bar.left() - 5, y_of(at)), QPointF(bar.left() - 1, y_of(at)));
    painter.setPen(t.text2);
    painter.drawText(QRectF(box.left() - 8, y_of(at) - 8, 44, 16), Qt::AlignRight | Qt::AlignVCenter,
                     number_text(at * full, volts ? 2 : 0));
  }
  painter.drawText(QRectF(bar.left() - 16, bar.bottom() + 4, bar.width() + 32, 16), Qt::AlignCenter,
                   volts ? tr("V") : tr("% of full scale"));
  if (is_exact()) return;

  // The codes of the ladder, as they lie on the line, spread out to it.
  const double first =
      conversion().edge_above(ladder.lowest) - (conversion().edge_above(1) - conversion().edge_above(0));
  const double last = conversion().edge_above(ladder.highest);
  painter.setPen(QPen(t.axis, 1));
  painter.drawLine(QPointF(bar.right() + 4, y_of(std::clamp(last, lowest, 1.0))), ladder.box.topLeft());
  painter.drawLine(QPointF(bar.right() + 4, y_of(std::clamp(first, lowest, 1.0))), ladder.box.bottomLeft());
}

void ColumnView::paint_ladder(QPainter& painter, const Ladder& ladder) const {
  const Tokens& t = theme_->tokens();
  const TracedConversion& one = *model_->conversion();
  const double step = ladder.step();
  const bool boxes = step >= kSmallestBox;
  const int labelled = boxes ? 1 : static_cast<int>(std::ceil(kSmallestBox / step));
  const auto is_hit = [&](int code) { return std::find(one.codes.begin(), one.codes.end(), code) != one.codes.end(); };
  painter.setFont(theme_->font(TextRole::small));
  if (!boxes) {
    painter.setPen(QPen(t.field, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ladder.box, 4, 4);
  }
  for (int code = ladder.lowest; code <= ladder.highest; ++code) {
    const QRectF slot(ladder.box.left(), ladder.y_of_code(code) - step / 2, ladder.box.width(), step);
    const bool hit = is_hit(code);
    if (boxes || hit) {
      const double inset = boxes ? 1 : 0;
      painter.setPen(QPen(hit ? t.accent : t.line, hit ? 2 : 1));
      painter.setBrush(hit ? t.accent_soft : t.panel);
      const double height = std::max(step - 2 * inset, 3.0);
      painter.drawRoundedRect(QRectF(slot.left(), slot.center().y() - height / 2, slot.width(), height), 4, 4);
    }
    const bool told = boxes || (code - ladder.lowest) % labelled == 0;
    if (!told) continue;
    painter.setPen(hit ? t.accent : t.text2);
    painter.setFont(theme_->font(hit ? TextRole::strong : TextRole::small));
    painter.drawText(QRectF(slot.left(), slot.center().y() - 9, slot.width(), 18), Qt::AlignCenter,
                     number_text(code, 0));
  }
}

void ColumnView::paint_noise(QPainter& painter, const Ladder& ladder) const {
  const Tokens& t = theme_->tokens();
  const TracedConversion& one = *model_->conversion();
  const double center = code_position(one.column_value);
  const double sigma = noise_in_codes();
  const double left = ladder.box.right() + 8;
  const double width = 48;
  const double y = std::clamp(ladder.y_of_code(center), ladder.box.top(), ladder.box.bottom());
  if (sigma > 0) {
    QPainterPath bell(QPointF(left, ladder.y_of_code(center - 4 * sigma)));
    for (int i = -40; i <= 40; ++i) {
      const double z = i / 10.0;
      bell.lineTo(left + width * std::exp(-z * z / 2), ladder.y_of_code(center + z * sigma));
    }
    painter.save();
    painter.setClipRect(QRectF(left - 1, ladder.box.top(), width + 4, ladder.box.height()));
    QColor fill = t.series[0];
    fill.setAlphaF(static_cast<float>(t.band_opacity));
    painter.setPen(QPen(t.series[0], 1.5));
    painter.setBrush(fill);
    painter.drawPath(bell);
    painter.restore();
  }
  QPen dotted(t.text2, 1.2);
  dotted.setDashPattern({3, 2});
  painter.setPen(dotted);
  painter.drawLine(QPointF(ladder.box.right() + 2, y), QPointF(left + width + 6, y));
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  // On its line, not beyond it, where the values are.
  painter.drawText(QRectF(ladder.box.right() + 2, y - 19, width + 12, 18), Qt::AlignRight | Qt::AlignVCenter,
                   tr("true"));
}

void ColumnView::paint_values(QPainter& painter, const QRectF& box) const {
  const Tokens& t = theme_->tokens();
  const TracedConversion& one = *model_->conversion();
  double y = box.top();
  const auto caption = [&](const QString& text) {
    painter.setFont(theme_->font(TextRole::small));
    painter.setPen(t.text2);
    painter.drawText(QRectF(box.left(), y, box.width(), 18), Qt::AlignLeft | Qt::AlignVCenter, text);
    y += 18;
  };
  const auto value = [&](const QString& text, const QColor& ink, TextRole role) {
    painter.setFont(theme_->font(role));
    painter.setPen(ink);
    const double height = QFontMetricsF(painter.font()).height() + 6;
    painter.drawText(QRectF(box.left(), y, box.width(), height), Qt::AlignLeft | Qt::AlignVCenter, text);
    y += height + 6;
  };
  if (!is_exact()) {
    caption(one.codes.size() > 1 ? tr("code, of %1 votes").arg(one.codes.size()) : tr("code"));
    value(sum_text(one.code), t.accent, TextRole::readout);
  }
  caption(is_exact() ? tr("computed digitally") : tr("value"));
  value(number_text(one.read_back, 1), t.text, TextRole::readout);
  caption(tr("true sum"));
  value(sum_text(one.sum), t.text, TextRole::head);
  const double error = one.read_back - one.sum;
  const bool none = std::abs(error) < 1e-9;
  caption(tr("error"));
  value(none ? tr("none") : signed_sum_text(error), none ? t.good : t.warning, TextRole::head);
  const Cycle& cycle = model_->scene()->operands->settings.cycles[static_cast<std::size_t>(one.cycle)];
  const QString power = superscript(one.weight_bit + cycle.least_significant_bit);
  caption(one.weight < 0 ? tr("× −2%1, weight of").arg(power) : tr("× 2%1, weight of").arg(power));
  caption(tr("bits %1 × %2").arg(one.weight_bit).arg(one.cycle));
  painter.setFont(theme_->font(TextRole::strong));
  painter.setPen(t.text);
  painter.drawText(
      QRectF(box.left(), y + 2, box.width(), 40), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
      none ? tr("nothing lost in the output") : tr("= %1 in the output").arg(signed_sum_text(error * one.weight)));
}

void ColumnView::paint_full(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  const TracedConversion& one = *model_->conversion();
  const ColumnScene& scene = *model_->scene();
  const double usable = width() - 2 * kMargin;
  const double rows_width = usable * 0.22;
  const double charge = kMargin + usable * 0.25;
  const double adc = kMargin + usable * 0.52;
  const double values = kMargin + usable * 0.83;
  const double top = kMargin + kHead - 8;
  // The values at the right take what height there is; the sums stand below the other stages.
  const bool with_sums = sums() != nullptr && height() >= kHeightForSums;
  const double room = with_sums ? std::clamp(height() * 0.25, 96.0, 148.0) + 12 : 0;
  const double high = std::min(height() - top - kFoot - room, 420.0);
  paint_head(painter, kMargin, charge, 1, tr("Rows on"));
  paint_head(painter, charge, adc, 2, tr("Charge on the line"));
  paint_head(painter, adc, values, 3, tr("ADC"));
  paint_head(painter, values, width(), 4, tr("Read back"));

  paint_rows(painter, QRectF(kMargin, top, rows_width, high), 16);
  const std::vector<int> products = row_products(scene.trace, scene.operands->settings, one);
  const auto on = std::count_if(products.begin(), products.end(), [](int product) { return product != 0; });
  const auto unused = scene.operands->settings.macro.rows - static_cast<std::int64_t>(products.size());
  painter.setFont(theme_->font(TextRole::strong));
  painter.setPen(t.text);
  painter.drawText(QRectF(kMargin, top + high + 6, rows_width + 40, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   tr("%1 of %2 rows fire").arg(count_text(on), count_text(static_cast<qint64>(products.size()))));
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  if (unused > 0) {
    painter.drawText(QRectF(kMargin, top + high + 24, adc - kMargin - 8, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 of %2 rows unused, still loaded")
                         .arg(count_text(unused), count_text(scene.operands->settings.macro.rows)));
  }

  const auto [lowest, highest] = shown_codes();
  const Ladder ladder{QRectF(adc, top, usable * 0.15, high), lowest, highest};
  paint_charge(painter, QRectF(charge, top, usable * 0.2, high), ladder);
  painter.setFont(theme_->font(TextRole::small));
  if (is_exact()) {
    painter.setPen(t.text2);
    painter.drawText(QRectF(adc, top, usable * 0.26, high), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("A digital pair: the sum is counted exactly, nothing is converted."));
  } else {
    paint_ladder(painter, ladder);
    paint_noise(painter, ladder);
    painter.setFont(theme_->font(TextRole::small));
    painter.setPen(t.text2);
    const QRectF foot(adc, top + high + 6, values - adc - 8, 18);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 bits, codes %2 to %3")
                         .arg(scene.operands->settings.macro.adc_bits)
                         .arg(number_text(lowest, 0), number_text(highest, 0)));
    const double sigma = noise_in_codes();
    painter.setPen(t.series[0]);
    painter.drawText(foot.translated(0, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     sigma > 0 ? tr("noise σ %1 LSB").arg(number_text(sigma, sigma < 10 ? 2 : 1)) : tr("no noise"));
  }
  paint_values(painter, QRectF(values, top + 4, width() - values - 12, high + room));
  if (!with_sums) return;
  const double line = top + high + kFoot;
  painter.setPen(QPen(t.grid, 1));
  painter.drawLine(QPointF(kMargin, line), QPointF(values - 24, line));
  paint_sums(painter, QRectF(kMargin, line + 8, values - 24 - kMargin, room - 12));
}

}  // namespace acim::ui
