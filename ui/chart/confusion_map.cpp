#include "ui/chart/confusion_map.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr double kMargin = 16;
constexpr double kTitle = 20;       ///< of an axis
constexpr double kNames = 76;       ///< of labels, before the cells
constexpr double kNameHeight = 18;  ///< of predictions, below them
constexpr double kMostPitch = 56;
constexpr double kNamedPitch = 14;   ///< cells smaller than this have no names
constexpr double kNumberPitch = 18;  ///< nor numbers, nor those that are too wide
constexpr double kKeyHeight = 22;    ///< of the colours' key, below all
constexpr double kKeyWidth = 96;
constexpr double kSmallestCell = 3;  ///< smaller ones are pixels of a picture
constexpr double kDecades = 2;       ///< of the log scale, below all images of a label

}  // namespace

ConfusionMap::ConfusionMap(const Theme* theme, QWidget* parent) : CellGrid(FirstCell::top_left, parent), theme_(theme) {
  setAccessibleName(tr("Confusion matrix: what is shown against what is said"));
}

void ConfusionMap::set_empty_words(const QString& words) {
  if (words == empty_words_) return;
  empty_words_ = words;
  update();
}

QString ConfusionMap::empty_words() const {
  return empty_words_.isEmpty()
             ? tr("No answers yet: run a sweep, and choose one of its points in a chart or the table of runs.")
             : empty_words_;
}

void ConfusionMap::set_names(const QStringList& names) {
  names_ = names;
  update();
}

void ConfusionMap::set_matrix(ConfusionMatrix matrix) {
  const bool others = matrix.classes != matrix_.classes;
  matrix_ = std::move(matrix);
  totals_.clear();
  for (int label = 0; label < matrix_.classes; ++label) totals_.push_back(matrix_.images_of(label));
  take_new_cells();
  if (!others) return;
  picked_.reset();
  set_current_cell({0, 0});
}

QString ConfusionMap::name(int label) const {
  return label < names_.size() ? names_[label] : QLocale().toString(label);
}

QString ConfusionMap::words(Cell cell) const {
  const auto [label, prediction] = cell;
  if (label >= matrix_.classes || prediction >= matrix_.classes) return {};
  const std::int64_t all = totals_[static_cast<std::size_t>(label)];
  const std::int64_t count = matrix_.count(label, prediction);
  const double share = all > 0 ? static_cast<double>(count) / static_cast<double>(all) : 0;
  const QString what = label == prediction ? tr("%1 seen as such").arg(name(label))
                                           : tr("%1 taken for %2").arg(name(label), name(prediction));
  return tr("%1: %2 of %3 images, %4").arg(what, count_text(count), count_text(all), percent_text(share, 1));
}

QImage ConfusionMap::picture(double scale) {
  QImage image(size() * scale, QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  image.fill(theme_->tokens().panel);
  render(&image);
  return image;
}

// Geometry.

double ConfusionMap::left() const {
  return kMargin + kTitle + kNames;
}

double ConfusionMap::widest_name() const {
  const QFontMetricsF metrics(theme_->font(TextRole::small));
  double widest = 0;
  for (int label = 0; label < matrix_.classes; ++label) {
    widest = std::max(widest, metrics.horizontalAdvance(name(label)));
  }
  return widest;
}

double ConfusionMap::pitch(double names_below) const {
  const double across = (width() - left() - kMargin) / matrix_.classes;
  const double down = (height() - kMargin - kTitle - names_below - kKeyHeight - 12) / matrix_.classes;
  const double size = std::min({across, down, kMostPitch});
  return std::max(0.1, size >= kSmallestCell ? std::floor(size) : size);
}

/// Of predictions: a line, or as high as names standing upright need.
double ConfusionMap::names_below() const {
  const double lying = pitch(kNameHeight);
  const double widest = widest_name();
  return lying < kNamedPitch || widest <= lying - 2 ? kNameHeight : std::min(widest + 6, kNames);
}

double ConfusionMap::pitch() const {
  return matrix_.classes == 0 ? 0 : pitch(names_below());
}

QPointF ConfusionMap::origin() const {
  return {left() + std::max(0.0, std::floor((width() - left() - kMargin - pitch() * matrix_.classes) / 2)), kMargin};
}

QRectF ConfusionMap::cell(int label, int prediction) const {
  const double size = pitch();
  const double gap = size >= 12 ? 2 : size >= 6 ? 1 : 0;
  return {origin().x() + prediction * size, origin().y() + label * size, size - gap, size - gap};
}

std::optional<CellGrid::Cell> ConfusionMap::cell_at(QPointF position) const {
  if (matrix_.classes == 0) return std::nullopt;
  const QPointF within = (position - origin()) / pitch();
  if (within.x() < 0 || within.y() < 0 || within.x() >= matrix_.classes || within.y() >= matrix_.classes) {
    return std::nullopt;
  }
  return Cell{static_cast<int>(within.y()), static_cast<int>(within.x())};
}

// Events.

void ConfusionMap::pick(std::optional<Cell> cell) {
  if (cell) set_current_cell(*cell);
  picked_ = cell;
  update();
  Q_EMIT cell_picked();
}

void ConfusionMap::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && picked_) return pick(std::nullopt);
  CellGrid::keyPressEvent(event);
}

// Painting.

QColor ConfusionMap::ground(int label, int prediction) const {
  const std::int64_t all = totals_[static_cast<std::size_t>(label)];
  const std::int64_t count = matrix_.count(label, prediction);
  const double share = all > 0 ? static_cast<double>(count) / static_cast<double>(all) : 0;
  return theme_->tokens().heat_color(share > 0 ? std::clamp(1 + std::log10(share) / kDecades, 0.05, 1.0) : 0);
}

void ConfusionMap::paintEvent(QPaintEvent*) {
  const Tokens& t = theme_->tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paint_on(painter);
  if (!has_answers()) return;
  painter.setBrush(Qt::NoBrush);
  const auto frame = [&](Cell one, double width) {
    painter.setPen(QPen(t.text, width));
    painter.drawRoundedRect(cell(one.first, one.second).adjusted(-1, -1, 1, 1), 3, 3);
  };
  if (hovered()) frame(*hovered(), 1);
  if (hasFocus()) frame(current(), 1.5);
  if (picked_) frame(*picked_, 2.5);
}

void ConfusionMap::paint_on(QPainter& painter) const {
  if (!has_answers()) {
    painter.setFont(theme_->font(TextRole::body));
    painter.setPen(theme_->tokens().text2);
    painter.drawText(QRectF(rect()).adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, empty_words());
    return;
  }
  paint_names(painter);
  paint_cells(painter);
  paint_key(painter);
}

void ConfusionMap::paint_cells(QPainter& painter) const {
  const int classes = matrix_.classes;
  if (pitch() < kSmallestCell) {
    // A thousand classes are a million cells, nearly all of them empty.
    QImage pixels(classes, classes, QImage::Format_RGB32);
    pixels.fill(theme_->tokens().heat_color(0));
    for (int label = 0; label < classes; ++label) {
      for (int prediction = 0; prediction < classes; ++prediction) {
        if (matrix_.count(label, prediction) > 0) pixels.setPixelColor(prediction, label, ground(label, prediction));
      }
    }
    painter.drawImage(QRectF(origin(), QSizeF(pitch() * classes, pitch() * classes)), pixels);
    return;
  }
  const bool numbers = pitch() >= kNumberPitch;
  for (int label = 0; label < classes; ++label) {
    for (int prediction = 0; prediction < classes; ++prediction) {
      const QRectF box = cell(label, prediction);
      const QColor color = ground(label, prediction);
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      painter.drawRoundedRect(box, pitch() >= 20 ? 4 : 1, pitch() >= 20 ? 4 : 1);
      const std::int64_t count = matrix_.count(label, prediction);
      if (!numbers || count == 0) continue;
      const bool right = label == prediction;
      const QString text = count < 10000 ? QLocale().toString(count) : short_count_text(count);
      painter.setFont(theme_->font(right ? TextRole::small_strong : TextRole::small));
      if (painter.fontMetrics().horizontalAdvance(text) > box.width() - 1) {
        painter.setFont(theme_->font(right ? TextRole::caption_strong : TextRole::caption));
      }
      if (painter.fontMetrics().horizontalAdvance(text) > box.width()) continue;
      painter.setPen(Tokens::ink_on(color));
      painter.drawText(box, Qt::AlignCenter, text);
    }
  }
}

void ConfusionMap::paint_names(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  const double size = pitch();
  const double below = origin().y() + size * matrix_.classes;
  const double height_below = names_below();
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  const QFontMetricsF metrics(painter.font());
  for (int label = 0; label < matrix_.classes && size >= kNamedPitch; ++label) {
    painter.drawText(QRectF(origin().x() - kNames - 6, origin().y() + label * size, kNames, size - 2),
                     Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name(label), Qt::ElideRight, kNames));
    if (height_below <= kNameHeight) {
      painter.drawText(QRectF(origin().x() + label * size, below + 2, size - 2, kNameHeight), Qt::AlignCenter,
                       metrics.elidedText(name(label), Qt::ElideRight, size - 2));
      continue;
    }
    painter.save();
    painter.translate(origin().x() + label * size + (size - 2) / 2, below + 2);
    painter.rotate(-90);
    painter.drawText(QRectF(-height_below, -8, height_below - 2, 16), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(name(label), Qt::ElideRight, height_below - 2));
    painter.restore();
  }
  painter.setFont(theme_->font(TextRole::small_strong));
  painter.setPen(t.text);
  painter.drawText(QRectF(origin().x(), below + height_below + 2, size * matrix_.classes, kTitle), Qt::AlignCenter,
                   tr("Prediction"));
  painter.save();
  painter.translate(origin().x() - kNames - kTitle, origin().y() + size * matrix_.classes / 2);
  painter.rotate(-90);
  painter.drawText(QRectF(-100, -9, 200, 18), Qt::AlignCenter, tr("Label"));
  painter.restore();
}

/// What a colour says: the share of a label's images, on a log scale.
void ConfusionMap::paint_key(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  const double top = origin().y() + pitch() * matrix_.classes + names_below() + kTitle + 4;
  painter.setFont(theme_->font(TextRole::caption));
  const QFontMetricsF metrics(painter.font());
  const QString least = percent_text(std::pow(10, -kDecades), 0);
  const QString most = tr("%1 of a label's images").arg(percent_text(1, 0));
  const double width = metrics.horizontalAdvance(least) + kKeyWidth + metrics.horizontalAdvance(most) + 16;
  const double center = origin().x() + pitch() * matrix_.classes / 2;
  double x = std::clamp(center - width / 2, kMargin, std::max(kMargin, this->width() - kMargin - width));
  const auto write = [&](const QString& text) {
    const double text_width = metrics.horizontalAdvance(text) + 2;
    painter.setPen(t.text2);
    painter.drawText(QRectF(x, top, text_width, kKeyHeight - 4), Qt::AlignLeft | Qt::AlignVCenter, text);
    x += text_width + 6;
  };
  write(least);
  QLinearGradient colors(x, 0, x + kKeyWidth, 0);
  for (const double share : {0.05, 0.35, 0.7, 1.0}) colors.setColorAt((share - 0.05) / 0.95, t.heat_color(share));
  painter.setPen(QPen(t.line, 1));
  painter.setBrush(colors);
  painter.drawRoundedRect(QRectF(x, top + (kKeyHeight - 4) / 2 - 5, kKeyWidth, 10), 2, 2);
  x += kKeyWidth + 8;
  write(most);
}

}  // namespace acim::ui
