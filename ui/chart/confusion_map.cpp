#include "ui/chart/confusion_map.h"

#include <QKeyEvent>
#include <QMouseEvent>
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
constexpr double kNumberPitch = 26;  ///< nor numbers
constexpr double kSmallestCell = 3;  ///< smaller ones are pixels of a picture
constexpr double kDecades = 2;       ///< of the log scale, below all images of a label

}  // namespace

ConfusionMap::ConfusionMap(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Confusion matrix: what is shown against what is said"));
}

void ConfusionMap::set_names(const QStringList& names) {
  names_ = names;
  update();
}

void ConfusionMap::set_matrix(ConfusionMatrix matrix) {
  if (matrix.classes != matrix_.classes) {
    picked_.reset();
    hovered_.reset();
    current_ = {0, 0};
  }
  matrix_ = std::move(matrix);
  totals_.clear();
  for (int label = 0; label < matrix_.classes; ++label) totals_.push_back(matrix_.images_of(label));
  setAccessibleDescription(words(current_));
  update();
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

double ConfusionMap::pitch() const {
  if (matrix_.classes == 0) return 0;
  const double across = (width() - left() - kMargin) / matrix_.classes;
  const double down = (height() - kMargin - kTitle - kNameHeight - 12) / matrix_.classes;
  const double size = std::min({across, down, kMostPitch});
  return std::max(0.1, size >= kSmallestCell ? std::floor(size) : size);
}

QPointF ConfusionMap::origin() const {
  return {left() + std::max(0.0, std::floor((width() - left() - kMargin - pitch() * matrix_.classes) / 2)), kMargin};
}

QRectF ConfusionMap::cell(int label, int prediction) const {
  const double size = pitch();
  const double gap = size >= 12 ? 2 : size >= 6 ? 1 : 0;
  return {origin().x() + prediction * size, origin().y() + label * size, size - gap, size - gap};
}

std::optional<ConfusionMap::Cell> ConfusionMap::cell_at(QPointF position) const {
  if (matrix_.classes == 0) return std::nullopt;
  const QPointF within = (position - origin()) / pitch();
  if (within.x() < 0 || within.y() < 0 || within.x() >= matrix_.classes || within.y() >= matrix_.classes) {
    return std::nullopt;
  }
  return Cell{static_cast<int>(within.y()), static_cast<int>(within.x())};
}

// Events.

void ConfusionMap::pick(std::optional<Cell> cell) {
  if (cell) current_ = *cell;
  picked_ = cell;
  setAccessibleDescription(words(current_));
  update();
  Q_EMIT cell_picked();
}

void ConfusionMap::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const auto cell = cell_at(event->position());
  pick(cell == picked_ ? std::nullopt : cell);
}

void ConfusionMap::mouseMoveEvent(QMouseEvent* event) {
  const auto cell = cell_at(event->position());
  if (cell == hovered_) return;
  hovered_ = cell;
  setToolTip(cell ? words(*cell) : QString());
  Q_EMIT pointed_at(toolTip());
  update();
}

void ConfusionMap::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  hovered_.reset();
  Q_EMIT pointed_at({});
  update();
}

void ConfusionMap::keyPressEvent(QKeyEvent* event) {
  if (matrix_.classes == 0) return QWidget::keyPressEvent(event);
  Cell next = current_;
  switch (event->key()) {
    case Qt::Key_Up:
      --next.first;
      break;
    case Qt::Key_Down:
      ++next.first;
      break;
    case Qt::Key_Left:
      --next.second;
      break;
    case Qt::Key_Right:
      ++next.second;
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      return pick(picked_ == current_ ? std::nullopt : std::optional(current_));
    case Qt::Key_Escape:
      if (!picked_) return QWidget::keyPressEvent(event);
      return pick(std::nullopt);
    default:
      return QWidget::keyPressEvent(event);
  }
  current_ = {std::clamp(next.first, 0, matrix_.classes - 1), std::clamp(next.second, 0, matrix_.classes - 1)};
  setAccessibleDescription(words(current_));
  Q_EMIT pointed_at(words(current_));
  update();
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
  if (matrix_.images() == 0) {
    painter.setFont(theme_->font(TextRole::body));
    painter.setPen(t.text2);
    painter.drawText(QRectF(rect()).adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No answers yet: run a sweep, and choose one of its points in a chart or the table of runs."));
    return;
  }
  paint_names(painter);
  paint_cells(painter);
  painter.setBrush(Qt::NoBrush);
  const auto frame = [&](Cell one, double width) {
    painter.setPen(QPen(t.text, width));
    painter.drawRoundedRect(cell(one.first, one.second).adjusted(-1, -1, 1, 1), 3, 3);
  };
  if (hovered_) frame(*hovered_, 1);
  if (hasFocus()) frame(current_, 1.5);
  if (picked_) frame(*picked_, 2.5);
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
      painter.setFont(theme_->font(label == prediction ? TextRole::small_strong : TextRole::small));
      painter.setPen(Tokens::ink_on(color));
      painter.drawText(box, Qt::AlignCenter, count < 10000 ? QLocale().toString(count) : short_count_text(count));
    }
  }
}

void ConfusionMap::paint_names(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  const double size = pitch();
  const double below = origin().y() + size * matrix_.classes;
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(t.text2);
  const QFontMetricsF metrics(painter.font());
  for (int label = 0; label < matrix_.classes && size >= kNamedPitch; ++label) {
    painter.drawText(QRectF(origin().x() - kNames - 6, origin().y() + label * size, kNames, size - 2),
                     Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name(label), Qt::ElideRight, kNames));
    painter.drawText(QRectF(origin().x() + label * size, below + 2, size - 2, kNameHeight), Qt::AlignCenter,
                     metrics.elidedText(name(label), Qt::ElideRight, size - 2));
  }
  painter.setFont(theme_->font(TextRole::small_strong));
  painter.setPen(t.text);
  painter.drawText(QRectF(origin().x(), below + kNameHeight + 2, size * matrix_.classes, kTitle), Qt::AlignCenter,
                   tr("Prediction"));
  painter.save();
  painter.translate(origin().x() - kNames - kTitle, origin().y() + size * matrix_.classes / 2);
  painter.rotate(-90);
  painter.drawText(QRectF(-100, -9, 200, 18), Qt::AlignCenter, tr("Label"));
  painter.restore();
}

}  // namespace acim::ui
