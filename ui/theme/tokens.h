#pragma once

#include <QColor>
#include <QVector>
#include <array>
#include <utility>

namespace acim::ui {

enum class MarkerShape { circle, square, triangle_up, diamond, plus, triangle_down };

/// How one curve is told from the others: by colour, dash and marker, never by colour alone.
struct SeriesStyle {
  QColor color;
  QVector<qreal> dashes;  ///< pixels at line width 2; empty: solid
  MarkerShape marker = MarkerShape::circle;
  bool filled = false;  ///< from the seventh curve on colours repeat with filled markers
};

/// The colours of one theme. Contrast against `panel`: text at least 4.5 (but text3: disabled only), data marks at
/// least 3.
struct Tokens {
  QColor ground;
  QColor panel;
  QColor sunken;
  QColor hover;
  QColor line;
  QColor grid;
  QColor field;
  QColor edge;
  QColor axis;
  QColor text;
  QColor text2;
  QColor text3;
  QColor accent;
  QColor accent_hovered;
  QColor accent_ink;
  QColor accent_soft;
  QColor error;
  QColor error_soft;
  QColor warning;
  QColor warning_soft;
  QColor good;
  QColor good_soft;
  QColor shadow;
  double band_opacity = 0.2;
  double curve_width = 2;  ///< pixels
  std::array<QColor, 6> series;
  /// Of energy, in the order of the stack: several have less contrast, so names and values stand beside a bar.
  std::array<QColor, 9> components;

  /// Heat from the least to the most, at 0, .35, .7 and 1.
  std::array<QColor, 4> heat;

  /// The heat of a share, 0 .. 1.
  QColor heat_color(double share) const;
  /// Whichever ink for a number on a ground has more contrast.
  static QColor ink_on(const QColor& ground);

  /// Names as they stand in the style sheet between two '@'.
  QVector<std::pair<QString, QColor>> named() const;
  SeriesStyle series_style(int index) const;
};

const Tokens& light_tokens();
const Tokens& dark_tokens();
/// Of pictures that are printed: black on white, a paler grid, stronger lines, curves dark enough for greys.
const Tokens& paper_tokens();

}  // namespace acim::ui
