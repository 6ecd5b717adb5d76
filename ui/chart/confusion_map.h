#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

#include "study/confusion.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// Labels downwards against predictions across, each cell coloured by its share of the label's images. Arrows move from
/// cell to cell; a click or Enter picks one, Escape or a second click none.
class ConfusionMap : public QWidget {
  Q_OBJECT

 public:
  using Cell = std::pair<int, int>;  ///< label, prediction

  explicit ConfusionMap(const Theme* theme, QWidget* parent = nullptr);

  void set_names(const QStringList& names);
  void set_matrix(ConfusionMatrix matrix);
  const ConfusionMatrix& matrix() const { return matrix_; }
  std::optional<Cell> picked() const { return picked_; }
  QRectF cell(int label, int prediction) const;
  /// "cat taken for dog: 3 of 20 images, 15.00 %"
  QString words(Cell cell) const;
  QImage picture(double scale);

  QSize sizeHint() const override { return {420, 420}; }
  QSize minimumSizeHint() const override { return {220, 200}; }

 Q_SIGNALS:
  void cell_picked();
  /// The cell under the pointer or the keyboard, in words; empty: none.
  void pointed_at(const QString& words);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString name(int label) const;
  double pitch() const;
  double pitch(double names_below) const;
  double names_below() const;
  double widest_name() const;
  double left() const;
  QPointF origin() const;
  std::optional<Cell> cell_at(QPointF position) const;
  QColor ground(int label, int prediction) const;
  void pick(std::optional<Cell> cell);
  void paint_cells(QPainter& painter) const;
  void paint_names(QPainter& painter) const;
  void paint_key(QPainter& painter) const;

  const Theme* theme_;
  QStringList names_;
  ConfusionMatrix matrix_;
  std::vector<std::int64_t> totals_;  ///< images of each label
  Cell current_ = {0, 0};
  std::optional<Cell> picked_;
  std::optional<Cell> hovered_;
};

}  // namespace acim::ui
