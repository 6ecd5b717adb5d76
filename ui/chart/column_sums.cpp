#include "ui/chart/column_sums.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/chart/column_view.h"
#include "ui/model/parameter_text.h"

// How the sums of a pair of bits spread over the column, and which part of it the ADC sees.

namespace acim::ui {

namespace {

constexpr double kTitle = 24;  ///< of the words above
constexpr double kLabels = 26;
constexpr double kFewestPixels = 4;  ///< of a bar
constexpr double kRange = 4;         ///< height of the ADC's range below the bars

double share(std::int64_t count, std::int64_t all) {
  return all > 0 ? static_cast<double>(count) / static_cast<double>(all) : 0;
}

}  // namespace

SumsAtAdc sums_at_adc(const PairSums::Bins& sums, const Conversion& ideal) {
  // Half a code beyond the outer ones rounds to them: only what is further off is lost.
  const double half = (ideal.edge_above(1) - ideal.edge_above(0)) / 2;
  const double low = ideal.edge_above(ideal.lowest_code()) - 2 * half;
  const double high = ideal.edge_above(ideal.highest_code() - 1) + 2 * half;
  SumsAtAdc found;
  std::int64_t all = 0;
  std::int64_t below = 0;
  std::int64_t above = 0;
  for (std::size_t bin = 0; bin < sums.counts.size(); ++bin) {
    const double middle = (static_cast<double>(bin) + 0.5) * static_cast<double>(sums.sums_per_bin) - 0.5;
    const double value = ideal.column_value(middle);
    all += sums.counts[bin];
    if (value < low) below += sums.counts[bin];
    if (value > high) above += sums.counts[bin];
  }
  found.clipped_below = share(below, all);
  found.clipped_above = share(above, all);
  found.most_code = ideal.code(sums.largest);
  int codes = ideal.highest_code() + 1;
  while (codes > 1 && found.most_code < codes / 2) {
    codes /= 2;
    ++found.empty_bits;
  }
  return found;
}

const PairSums::Bins* ColumnView::sums() const {
  const TracedConversion* one = model_->conversion();
  if (one == nullptr || model_->scene()->sums == nullptr) return nullptr;
  return &model_->scene()->sums->of(one->weight_bit, one->cycle);
}

QString ColumnView::sums_words() const {
  const PairSums::Bins* bins = sums();
  if (bins == nullptr) return {};
  QString largest = tr("largest sum %1 of %2").arg(count_text(bins->largest), count_text(bins->full_scale));
  if (is_exact()) return largest;
  const SumsAtAdc found = sums_at_adc(*bins, conversion());
  QStringList words;
  if (found.clipped_above > 0) words << tr("%1 clipped above").arg(percent_text(found.clipped_above, 1));
  if (found.clipped_below > 0) words << tr("%1 clipped below").arg(percent_text(found.clipped_below, 1));
  if (found.empty_bits > 0) words << tr("%n upper ADC bits empty", nullptr, found.empty_bits);
  words << largest;
  return words.join(QStringLiteral("; "));
}

void ColumnView::paint_sums(QPainter& painter, const QRectF& box) const {
  const Tokens& t = theme_->tokens();
  const PairSums::Bins* bins = sums();
  if (bins == nullptr) return;
  const TracedConversion& one = *model_->conversion();
  painter.setFont(theme_->font(TextRole::strong));
  painter.setPen(t.text);
  const QString title = tr("Column sums of this pair");
  const int title_width = painter.fontMetrics().horizontalAdvance(title) + 16;
  painter.drawText(QRectF(box.left(), box.top(), box.width(), 18), Qt::AlignLeft | Qt::AlignVCenter, title);
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  const QRectF beside(box.left() + title_width, box.top(), box.width() - title_width, 18);
  painter.drawText(beside, Qt::AlignRight | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(sums_words(), Qt::ElideRight, static_cast<int>(beside.width())));

  const QRectF plot(box.left(), box.top() + kTitle, box.width(), box.height() - kTitle - kLabels);
  const double sums_shown = static_cast<double>(bins->full_scale) + 1;
  const auto x_of = [&](double sum) { return plot.left() + (sum + 0.5) / sums_shown * plot.width(); };
  paint_sum_bars(painter, plot);
  painter.setPen(QPen(t.axis, 1));
  painter.drawLine(plot.bottomLeft(), plot.bottomRight());
  if (!is_exact()) paint_adc_range(painter, plot);

  painter.setFont(theme_->font(TextRole::caption));
  const double labels = plot.bottom() + kRange + 4;
  painter.setPen(t.text2);
  painter.drawText(QRectF(plot.left(), labels, 60, 16), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"));
  painter.drawText(QRectF(plot.right() - 160, labels, 160, 16), Qt::AlignRight | Qt::AlignVCenter,
                   tr("%1 counts").arg(count_text(bins->full_scale)));
  // Where the conversion that is drawn above lies.
  const double x = std::clamp(x_of(one.sum), plot.left(), plot.right());
  painter.setPen(QPen(t.text, 1.5));
  painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + kRange));
  painter.setFont(theme_->font(TextRole::caption_strong));
  painter.setPen(t.text);
  const QString label = tr("this one %1").arg(sum_text(one.sum));
  const double width = painter.fontMetrics().horizontalAdvance(label) + 4.0;
  const double left =
      std::clamp(x - width / 2, plot.left() + 16, std::max(plot.left() + 16, plot.right() - 80 - width));
  painter.drawText(QRectF(left, labels, width, 16), Qt::AlignCenter, label);
}

void ColumnView::paint_sum_bars(QPainter& painter, const QRectF& plot) const {
  const Tokens& t = theme_->tokens();
  const PairSums::Bins& bins = *sums();
  const auto count = bins.counts.size();
  // Several bins share a bar where there are more than pixels for them.
  const auto most_bars = static_cast<std::size_t>(std::max(1.0, plot.width() / kFewestPixels));
  const std::size_t per_bar = (count + most_bars - 1) / most_bars;
  std::vector<std::int64_t> bars((count + per_bar - 1) / per_bar);
  for (std::size_t bin = 0; bin < count; ++bin) bars[bin / per_bar] += bins.counts[bin];
  const auto most = static_cast<double>(std::max<std::int64_t>(1, *std::ranges::max_element(bars)));
  const double step = plot.width() / static_cast<double>(count) * static_cast<double>(per_bar);
  const double gap = step >= 6 ? 2 : step >= 3 ? 1 : 0;
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.series[0]);
  for (std::size_t bar = 0; bar < bars.size(); ++bar) {
    if (bars[bar] == 0) continue;
    // What comes up at all is seen.
    const double height = std::max(1.5, static_cast<double>(bars[bar]) / most * (plot.height() - 2));
    const double left = plot.left() + static_cast<double>(bar) * step;
    const double right = std::min(left + step - gap, plot.right());
    painter.drawRect(QRectF(QPointF(left, plot.bottom() - height), QPointF(right, plot.bottom())));
  }
}

/// A bar below the sums that have codes of their own; hatched where sums are clipped.
void ColumnView::paint_adc_range(QPainter& painter, const QRectF& plot) const {
  const Tokens& t = theme_->tokens();
  const Conversion ideal = conversion();
  const PairSums::Bins& bins = *sums();
  const auto full = static_cast<double>(bins.full_scale);
  // In sums, as they lie on the axis: with compression the ADC's ends lie further out.
  const auto sum_of = [&](double value) {
    double low = 0;
    double high = full;
    for (int i = 0; i < 40; ++i) {
      const double middle = (low + high) / 2;
      (ideal.column_value(middle) < value ? low : high) = middle;
    }
    return low;
  };
  const double step = ideal.edge_above(1) - ideal.edge_above(0);
  const auto x_of = [&](double sum) { return plot.left() + (sum + 0.5) / (full + 1) * plot.width(); };
  const double first = std::max(plot.left(), x_of(sum_of(ideal.edge_above(0) - step)) - 1);
  const double last = std::min(plot.right(), x_of(sum_of(ideal.edge_above(ideal.highest_code() - 1) + step)) + 1);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.accent);
  painter.drawRect(QRectF(QPointF(first, plot.bottom() + 1), QPointF(last, plot.bottom() + kRange)));
  const SumsAtAdc found = sums_at_adc(bins, ideal);
  painter.setBrush(QBrush(found.clipped_below > 0 ? t.warning : t.field, Qt::BDiagPattern));
  if (first > plot.left() + 2) painter.drawRect(QRectF(plot.topLeft(), QPointF(first, plot.bottom() + kRange)));
  painter.setBrush(QBrush(found.clipped_above > 0 ? t.warning : t.field, Qt::BDiagPattern));
  if (last < plot.right() - 2) painter.drawRect(QRectF(QPointF(last, plot.top()), plot.bottomRight()));
  // The codes at its ends; that of the first sum is told where the range begins later.
  painter.setFont(theme_->font(TextRole::caption));
  const auto label = [&](const QString& text, double x, bool after) {
    const double width = painter.fontMetrics().horizontalAdvance(text) + 8.0;
    const QRectF place(after ? x + 4 : x - width - 4, plot.top() + 2, width, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.panel);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(t.text2);
    painter.drawText(place, Qt::AlignCenter, text);
  };
  label(tr("code %1").arg(number_text(ideal.highest_code(), 0)), last, last < plot.right() - 80);
  if (first > plot.left() + 80) label(tr("code %1").arg(number_text(ideal.lowest_code(), 0)), first, false);
}

}  // namespace acim::ui
