#pragma once

#include <QRectF>
#include <QString>
#include <span>
#include <vector>

#include "study/study_spec.h"
#include "ui/theme/theme.h"

class QPainter;

namespace acim::ui {

/// What curves are measured against: the network in float, and with integers but no array. No images: not known.
struct References {
  PointResult in_float;
  PointResult quantised;
};

enum class LineDash { dashed, short_dashes, dotted };

/// A line across the axes at an accuracy.
struct ReferenceLine {
  double percent = 0;
  QString label;
  LineDash dash = LineDash::dashed;
  bool lower = false;  ///< of two: its label goes below the line
};
/// Of what is known of both; one line for both where they are the same to 0.05 points.
std::vector<ReferenceLine> reference_lines(const References& references);

/// The same on screen, in the coordinates of the painter.
struct PlacedReference {
  double y = 0;
  ReferenceLine line;
};
void paint_reference_lines(QPainter& painter, const Theme& theme, const QRectF& axes,
                           std::span<const PlacedReference> references);
/// Each where it meets no other label and the fewest obstacles, at an end of its line if it can.
void paint_reference_labels(QPainter& painter, const Theme& theme, const QRectF& axes,
                            std::span<const PlacedReference> references, std::span<const QRectF> obstacles);
/// Where paint_reference_labels puts them, of these widths; an empty one is outside the axes, or they are too low for
/// it.
std::vector<QRectF> place_reference_labels(const QRectF& axes, std::span<const PlacedReference> references,
                                           std::span<const double> widths, std::span<const QRectF> obstacles);

}  // namespace acim::ui
