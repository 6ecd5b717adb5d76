#include "ui/chart/reference_lines.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ReferenceLines)
};

constexpr double kMargin = 6;        // px, of a label from the axes
constexpr double kLabelHeight = 20;  // px

QVector<qreal> dash_pattern(LineDash dash) {
  if (dash == LineDash::dotted) return {1, 3};
  return dash == LineDash::dashed ? QVector<qreal>{5, 3.2} : QVector<qreal>{2, 2.4};
}

bool is_within(const QRectF& axes, double y) {
  return y >= axes.top() - 1 && y <= axes.bottom() + 1;
}

/// Best first: at the ends of the line, a little further from it, and along it.
std::vector<QRectF> label_places(const QRectF& axes, double y, bool above, double width) {
  constexpr double kFurther = 8;  // px, clear of marks on the line
  constexpr int kAlong = 8;
  const double left = axes.left() + kMargin;
  const double right = std::max(left, axes.right() - kMargin - width);
  const auto at = [&](double x, double gap) {
    return QRectF(x, above ? y - kLabelHeight - gap : y + gap, width, kLabelHeight);
  };
  std::vector<QRectF> places = {at(right, 0), at(left, 0), at(right, kFurther), at(left, kFurther)};
  for (const double gap : {0.0, kFurther}) {
    for (int i = 1; i < kAlong; ++i) places.push_back(at(right + (left - right) * i / kAlong, gap));
  }
  std::erase_if(places, [&](const QRectF& place) {
    return place.top() < axes.top() - kLabelHeight - 2 || place.bottom() > axes.bottom() + kLabelHeight + 2;
  });
  return places;
}

}  // namespace

std::vector<ReferenceLine> reference_lines(const References& references) {
  constexpr double kSame = 0.05;  // points
  const double in_float = references.in_float.accuracy() * 100;
  const double quantised = references.quantised.accuracy() * 100;
  const bool has_float = references.in_float.images > 0;
  const bool has_quantised = references.quantised.images > 0;
  const bool both = has_float && has_quantised;
  const auto words = [](const PointResult& result) { return percent_text(result.accuracy()); };
  if (both && std::abs(in_float - quantised) < kSame) {
    return {{in_float, Words::tr("float and quantised %1").arg(words(references.in_float)), LineDash::dashed, false}};
  }
  std::vector<ReferenceLine> lines;
  if (has_float) {
    lines.push_back({in_float, Words::tr("float %1").arg(words(references.in_float)), LineDash::dashed,
                     both && in_float < quantised});
  }
  if (has_quantised) {
    lines.push_back({quantised, Words::tr("quantised %1").arg(words(references.quantised)), LineDash::short_dashes,
                     both && quantised < in_float});
  }
  return lines;
}

void paint_reference_lines(QPainter& painter, const Theme& theme, const QRectF& axes,
                           std::span<const PlacedReference> references) {
  for (const PlacedReference& reference : references) {
    if (!is_within(axes, reference.y)) continue;
    QPen pen(theme.tokens().text2, 1.3, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern(dash_pattern(reference.line.dash));
    painter.setPen(pen);
    painter.drawLine(QPointF(axes.left(), reference.y), QPointF(axes.right(), reference.y));
  }
}

std::vector<QRectF> place_reference_labels(const QRectF& axes, std::span<const PlacedReference> references,
                                           std::span<const double> widths, std::span<const QRectF> obstacles) {
  // In axes as low as this a label would stand beside another line than its own.
  constexpr double kLeastAxes = 3 * kLabelHeight;
  std::vector<QRectF> placed;
  for (std::size_t i = 0; i < references.size(); ++i) {
    const double y = references[i].y;
    if (!is_within(axes, y) || axes.height() < kLeastAxes) {
      placed.emplace_back();
      continue;
    }
    // Above its line, below it where that would be above the axes.
    const bool above = !references[i].line.lower && y - kLabelHeight >= axes.top() - kMargin;
    const auto covered = [&](const QRectF& label) {
      const auto meets = [&](const QRectF& other) { return label.intersects(other); };
      return std::pair(std::ranges::count_if(placed, meets), std::ranges::count_if(obstacles, meets));
    };
    const std::vector<QRectF> places = label_places(axes, y, above, widths[i]);
    placed.push_back(*std::ranges::min_element(places, {}, covered));
  }
  return placed;
}

void paint_reference_labels(QPainter& painter, const Theme& theme, const QRectF& axes,
                            std::span<const PlacedReference> references, std::span<const QRectF> obstacles) {
  const Tokens& t = theme.tokens();
  const QFont font = theme.font(TextRole::small);
  const QFontMetricsF metrics(font);
  std::vector<double> widths;
  for (const PlacedReference& reference : references) widths.push_back(metrics.horizontalAdvance(reference.line.label));
  const std::vector<QRectF> places = place_reference_labels(axes, references, widths, obstacles);
  // A rim of the ground's colour keeps it readable over bands and whiskers.
  QColor rim = t.panel;
  rim.setAlphaF(0.85F);
  painter.setFont(font);
  for (std::size_t i = 0; i < references.size(); ++i) {
    if (places[i].isEmpty()) continue;
    const QPointF base(places[i].left(), places[i].bottom() - kMargin);
    QPainterPath text;
    text.addText(base, font, references[i].line.label);
    painter.setPen(QPen(rim, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(text);
    painter.setPen(t.text2);
    painter.drawText(base, references[i].line.label);
  }
}

}  // namespace acim::ui
