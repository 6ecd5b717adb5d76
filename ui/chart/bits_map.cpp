#include "ui/chart/bits_map.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr double kLeft = 48;    ///< name and bits of the weights
constexpr double kBottom = 44;  ///< and of the activations
constexpr double kEdge = 12;
constexpr double kMostPitch = 62;
constexpr double kGap = 2;
constexpr double kNumberPitch = 40;  ///< cells smaller than this have no numbers
constexpr double kDecades = 4;       ///< of the log scale, below the largest share

}  // namespace

BitsMap::BitsMap(const Theme* theme, QWidget* parent) : CellGrid(FirstCell::bottom_right, parent), theme_(theme) {
  setAccessibleName(tr("Bits map: weight bits against activation cycles"));
}

void BitsMap::set_pairs(BitPairs pairs) {
  pairs_ = std::move(pairs);
  take_new_cells();
}

void BitsMap::show_shares(BitsShown shown) {
  shown_ = shown;
  update();
}

void BitsMap::set_current(int weight_bit, int cycle) {
  set_current_cell({weight_bit, cycle});
}

const std::vector<double>& BitsMap::shares() const {
  switch (shown_) {
    case BitsShown::error:
      return pairs_.error;
    case BitsShown::weight:
      return pairs_.weight;
    case BitsShown::energy:
      break;
  }
  return pairs_.energy;
}

double BitsMap::share(int weight_bit, int cycle) const {
  const std::vector<double>& values = shares();
  const std::size_t index = pairs_.index(weight_bit, cycle);
  return index < values.size() ? values[index] : 0;
}

double BitsMap::heat(double share) const {
  const std::vector<double>& values = shares();
  const double most = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
  if (most <= 0 || share <= 0) return 0;
  return std::clamp(1 + std::log10(share / most) / kDecades, 0.0, 1.0);
}

QString BitsMap::words(int weight_bit, int cycle) const {
  QString pair = tr("Weight bit %1, cycle %2").arg(weight_bit).arg(cycle);
  if (pairs_.is_serial()) pair = tr("Weight bit %1, activation bit %2").arg(weight_bit).arg(cycle);
  const std::size_t index = pairs_.index(weight_bit, cycle);
  if (index >= pairs_.treatments.size()) return pair;
  QString treatment = tr("converted");
  if (pairs_.treatments[index] == CycleTreatment::voted) treatment = tr("voted");
  if (pairs_.treatments[index] == CycleTreatment::digital_exact) treatment = tr("digital");
  if (pairs_.treatments[index] == CycleTreatment::digital_through_adc) treatment = tr("digital, rounded by the ADC");
  if (shown_ == BitsShown::error && pairs_.error.empty()) return tr("%1: %2, error not measured").arg(pair, treatment);
  if (shown_ == BitsShown::error && pairs_.is_exact()) {
    return tr("%1: %2, no error: all outputs of image %3 are exact").arg(pair, treatment).arg(pairs_.image);
  }
  const QString part = percent_text(share(weight_bit, cycle), 2);
  QString what = tr("%1 of the macro's energy").arg(part);
  if (shown_ == BitsShown::weight) what = tr("%1 of the output error if all codes were wrong by one").arg(part);
  if (shown_ == BitsShown::error) what = tr("%1 of the output error of image %2").arg(part).arg(pairs_.image);
  return QStringLiteral("%1: %2, %3").arg(pair, treatment, what);
}

// Geometry.

double BitsMap::pitch() const {
  if (pairs_.count() == 0) return 0;
  const double across = (width() - kLeft - kEdge) / static_cast<double>(pairs_.cycles.size());
  const double up = (height() - kBottom - kEdge) / static_cast<double>(pairs_.weight_bits);
  return std::floor(std::max(8.0, std::min({across, up, kMostPitch})));
}

QPointF BitsMap::origin() const {
  const double used = pitch() * static_cast<double>(pairs_.cycles.size());
  return {kLeft + std::max(0.0, std::floor((width() - kLeft - kEdge - used) / 2)), kEdge};
}

QRectF BitsMap::cell(int weight_bit, int cycle) const {
  const double size = pitch();
  const int column = static_cast<int>(pairs_.cycles.size()) - 1 - cycle;
  return {origin().x() + column * size, origin().y() + (pairs_.weight_bits - 1 - weight_bit) * size, size - kGap,
          size - kGap};
}

std::optional<CellGrid::Cell> BitsMap::cell_at(QPointF position) const {
  for (int bit = 0; bit < pairs_.weight_bits; ++bit) {
    for (int cycle = 0; cycle < static_cast<int>(pairs_.cycles.size()); ++cycle) {
      if (cell(bit, cycle).adjusted(0, 0, kGap, kGap).contains(position)) return Cell{bit, cycle};
    }
  }
  return std::nullopt;
}

// Events.

void BitsMap::click(std::optional<Cell> cell) {
  if (cell) act(*cell, click_);
}

void BitsMap::act(Cell pair, BitsClick what) {
  set_current_cell(pair);
  Q_EMIT pair_picked(pair.first, pair.second);
  if (pairs_.weight_parallel || what == BitsClick::look) return;
  // A second click on the last diagonal takes it out again.
  const int levels = pairs_.levels_of(pair.first, pair.second);
  if (what == BitsClick::hybrid) Q_EMIT hybrid_picked(levels == pairs_.hybrid_levels ? levels - 1 : levels);
  if (what == BitsClick::voting) Q_EMIT voting_picked(levels == pairs_.voting_levels ? levels - 1 : levels);
}

void BitsMap::keyPressEvent(QKeyEvent* event) {
  const bool any = pairs_.count() > 0;
  if (any && event->key() == Qt::Key_H) return act(current(), BitsClick::hybrid);
  if (any && event->key() == Qt::Key_V) return act(current(), BitsClick::voting);
  CellGrid::keyPressEvent(event);
}

// Painting.

void BitsMap::paintEvent(QPaintEvent*) {
  const Tokens& t = theme_->tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (pairs_.count() == 0) {
    painter.setFont(theme_->font(TextRole::body));
    painter.setPen(t.text2);
    painter.drawText(QRectF(rect()).adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     pairs_.problem.isEmpty() ? tr("Choose a layer in the table: its pairs of bits are shown here.")
                                              : pairs_.problem);
    return;
  }
  paint_axes(painter);
  paint_cells(painter);
  if (!pairs_.weight_parallel) {
    QPen dashed(t.series[3], 2);
    dashed.setDashPattern({3, 2});
    if (pairs_.voting_levels > pairs_.hybrid_levels) paint_stairs(painter, pairs_.voting_levels, dashed);
    if (pairs_.hybrid_levels > 0) paint_stairs(painter, pairs_.hybrid_levels, QPen(t.accent, 2.5));
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(t.text, hasFocus() ? 3 : 2));
  painter.drawRoundedRect(cell(current().first, current().second).adjusted(1, 1, -1, -1), 4, 4);
  if (!hovered()) return;
  painter.setPen(QPen(t.text, 1));
  painter.drawRoundedRect(cell(hovered()->first, hovered()->second).adjusted(1, 1, -1, -1), 4, 4);
}

void BitsMap::paint_axes(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  const double size = pitch();
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  for (int bit = 0; bit < pairs_.weight_bits && !pairs_.weight_parallel; ++bit) {
    painter.drawText(QRectF(origin().x() - 30, cell(bit, 0).top(), 22, size - kGap), Qt::AlignRight | Qt::AlignVCenter,
                     QLocale().toString(bit));
  }
  const int cycles = static_cast<int>(pairs_.cycles.size());
  const double below = cell(0, 0).bottom() + 4;
  for (int cycle = 0; cycle < cycles; ++cycle) {
    painter.drawText(QRectF(cell(0, cycle).left() - 8, below, size + 14, 16), Qt::AlignCenter,
                     QLocale().toString(cycle));
  }
  painter.setFont(theme_->font(TextRole::small_strong));
  painter.setPen(t.text);
  painter.drawText(QRectF(origin().x() - 40, below + 17, cycles * size + 80, 18), Qt::AlignCenter,
                   pairs_.is_serial() ? tr("Activation bit") : tr("Activation cycle"));
  painter.save();
  painter.translate(origin().x() - 38, (cell(0, 0).bottom() + origin().y()) / 2);
  painter.rotate(-90);
  painter.drawText(QRectF(-100, -9, 200, 18), Qt::AlignCenter,
                   pairs_.weight_parallel ? tr("All weight bits") : tr("Weight bit"));
  painter.restore();
}

void BitsMap::paint_cells(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  const bool numbers = pitch() >= kNumberPitch;
  for (int bit = 0; bit < pairs_.weight_bits; ++bit) {
    for (int cycle = 0; cycle < static_cast<int>(pairs_.cycles.size()); ++cycle) {
      const QRectF box = cell(bit, cycle);
      const bool digital = pairs_.treatments[pairs_.index(bit, cycle)] == CycleTreatment::digital_exact;
      const double part = share(bit, cycle);
      const bool plain = digital && shown_ != BitsShown::energy;
      const QColor ground = plain ? t.sunken : t.heat_color(heat(part));
      // The least heat is near the panel's colour: an edge keeps an empty map a map.
      painter.setPen(QPen(t.line, 1));
      painter.setBrush(ground);
      painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
      if (!numbers) continue;
      const double percent = part * 100;
      QString text;
      if (plain) {
        text = tr("digital");
      } else if (percent >= 0.005) {
        text = QLocale().toString(percent, 'f', percent >= 0.995 ? 1 : 2);
      } else if (percent <= -0.05) {
        text = QChar(0x2212) + QLocale().toString(-percent, 'f', 1);
      }
      painter.setFont(theme_->font(plain          ? TextRole::caption
                                   : percent >= 1 ? TextRole::small_strong
                                                  : TextRole::small));
      painter.setPen(plain ? t.text2 : Tokens::ink_on(ground));
      painter.drawText(box, Qt::AlignCenter, text);
    }
  }
}

void BitsMap::paint_stairs(QPainter& painter, int levels, const QPen& pen) const {
  QPainterPath area;
  for (int bit = 0; bit < pairs_.weight_bits; ++bit) {
    for (int cycle = 0; cycle < static_cast<int>(pairs_.cycles.size()); ++cycle) {
      if (pairs_.levels_of(bit, cycle) > levels) continue;
      QPainterPath one;
      one.addRect(cell(bit, cycle).adjusted(-kGap / 2, -kGap / 2, kGap / 2, kGap / 2));
      area = area.united(one);
    }
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(pen);
  painter.drawPath(area.simplified());
}

}  // namespace acim::ui
