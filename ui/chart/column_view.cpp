#include "ui/chart/column_view.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr double kMargin = 24;
constexpr double kFullWidth = 600;   ///< less than this, or
constexpr double kFullHeight = 300;  ///< than this: the compact drawing
constexpr int kFewestCodes = 9;

}  // namespace

QString number_text(double value, int decimals) {
  return with_minus(QLocale().toString(value, 'f', decimals));
}

QString sum_text(double value) {
  return number_text(value, std::abs(value - std::round(value)) < 1e-9 ? 0 : 1);
}

/// Of an error: fine codes leave hundredths of a row, which are not nothing.
QString signed_sum_text(double value) {
  const bool whole = std::abs(value - std::round(value)) < 1e-9;
  const QString text = number_text(value, whole ? 0 : std::abs(value) < 0.1 ? 3 : std::abs(value) < 1 ? 2 : 1);
  return value > 0 ? QLatin1Char('+') + text : text;
}

ColumnView::ColumnView(ColumnModel* model, const Theme* theme, QWidget* parent)
    : QWidget(parent), model_(model), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("One conversion"));
  connect(model_, &ColumnModel::changed, this, [this] {
    describe();
    update();
  });
  describe();
}

// What there is to draw.

Conversion ColumnView::conversion() const {
  const ConversionSettings& settings = model_->scene()->operands->settings;
  return {settings.macro, settings.full_scale(model_->conversion()->cycle), settings.macro.weight_parallel};
}

/// Where a column value lies among the codes: code k at k.
double ColumnView::code_position(double column_value) const {
  const Conversion ideal = conversion();
  const double edge = ideal.edge_above(0);
  const double step = ideal.edge_above(1) - edge;
  return (column_value - edge) / step + 0.5;
}

double ColumnView::noise_in_codes() const {
  const Conversion ideal = conversion();
  return model_->conversion()->noise_deviation / (ideal.edge_above(1) - ideal.edge_above(0));
}

bool ColumnView::is_exact() const {
  return model_->conversion()->treatment == CycleTreatment::digital_exact;
}

std::pair<int, int> ColumnView::shown_codes() const {
  const TracedConversion& one = *model_->conversion();
  const Conversion ideal = conversion();
  int low = one.true_code;
  int high = one.true_code;
  for (const int code : one.codes) {
    low = std::min(low, code);
    high = std::max(high, code);
  }
  const int spread = static_cast<int>(std::ceil(std::min(2.5 * noise_in_codes(), 1e6)));
  const int more = std::max({spread, (kFewestCodes - (high - low)) / 2, 1});
  low -= more;
  high += more;
  // Near an end of the ADC's codes the window moves rather than shrinks.
  const int shift_up = std::max(0, ideal.lowest_code() - low);
  const int shift_down = std::max(0, high + shift_up - ideal.highest_code());
  return {std::max(low + shift_up - shift_down, ideal.lowest_code()),
          std::min(high + shift_up - shift_down, ideal.highest_code())};
}

double ColumnView::Ladder::y_of_code(double code) const {
  return box.bottom() - (code - lowest + 0.5) * step();
}

QString ColumnView::words() const {
  const TracedConversion* one = model_->conversion();
  if (one == nullptr) return model_->state() == ColumnState::problem ? model_->problem() : tr("Nothing to show yet");
  const QString pair = tr("Weight bit %1, cycle %2").arg(one->weight_bit).arg(one->cycle);
  if (is_exact()) return tr("%1: computed digitally, the exact sum %2").arg(pair, sum_text(one->sum));
  const QString conversion = tr("%1: column sum %2, code %3, read back as %4, error %5")
                                 .arg(pair, sum_text(one->sum), sum_text(one->code), sum_text(one->read_back),
                                      signed_sum_text(one->read_back - one->sum));
  const QString sums = sums_words();
  return sums.isEmpty() ? conversion : tr("%1. All conversions of this pair: %2").arg(conversion, sums);
}

void ColumnView::describe() {
  setAccessibleDescription(words());
  setToolTip(model_->conversion() == nullptr ? QString()
                                             : tr("Left and right step through the pairs of weight bit and cycle"));
}

// Events.

void ColumnView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Right:
      model_->step(1);
      return;
    case Qt::Key_Left:
      model_->step(-1);
      return;
    case Qt::Key_Down:
      model_->step(model_->cycles());
      return;
    case Qt::Key_Up:
      model_->step(-model_->cycles());
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void ColumnView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  model_->watch(true);
}
void ColumnView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  if (model_) model_->watch(false);  // Not of a window that is being destroyed.
}

QImage ColumnView::picture(double scale) {
  QImage image(size() * scale, QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  image.fill(theme_->tokens().panel);
  render(&image);
  return image;
}

// Painting.

void ColumnView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (model_->conversion() == nullptr) {
    paint_empty(painter);
  } else if (width() >= kFullWidth && height() >= kFullHeight) {
    paint_full(painter);
  } else {
    paint_compact(painter);
  }
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme_->tokens().accent, 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 5, 5);
}

void ColumnView::paint_empty(QPainter& painter) const {
  QString text = tr("Choose a layer that is on the array: one of its conversions is drawn here.");
  if (model_->state() == ColumnState::waiting) text = tr("Running the network up to this layer …");
  if (model_->state() == ColumnState::problem) text = model_->problem();
  painter.setFont(theme_->font(TextRole::body));
  painter.setPen(theme_->tokens().text2);
  painter.drawText(QRectF(rect()).adjusted(kMargin, 8, -kMargin, -8), Qt::AlignCenter | Qt::TextWordWrap, text);
}

}  // namespace acim::ui
