#pragma once

#include <QImage>
#include <QStringList>
#include <optional>
#include <vector>

#include "study/confusion.h"
#include "ui/chart/cell_grid.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// Labels downwards against predictions across, each cell coloured by its share of the label's images. Arrows move from
/// cell to cell; a click or Enter picks one, Escape or a second click none.
class ConfusionMap : public CellGrid {
  Q_OBJECT

 public:
  /// A cell is a label and a prediction.
  explicit ConfusionMap(const Theme* theme, QWidget* parent = nullptr);

  void set_names(const QStringList& names);
  void set_matrix(ConfusionMatrix matrix);
  /// What stands in the middle while there is no matrix; empty: what to do for one.
  void set_empty_words(const QString& words);
  /// The words that do, as they are painted.
  QString empty_words() const;
  const ConfusionMatrix& matrix() const { return matrix_; }
  bool has_answers() const { return matrix_.images() > 0; }
  std::optional<Cell> picked() const { return picked_; }
  QRectF cell(int label, int prediction) const;
  /// "cat taken for dog: 3 of 20 images, 15.00 %"
  QString words(Cell cell) const;
  QImage picture(double scale);
  /// Names, cells and key, without what is under pointer and keyboard; or the words for an empty matrix.
  void paint_on(QPainter& painter) const;
  const QStringList& names() const { return names_; }

  QSize sizeHint() const override { return {420, 420}; }
  QSize minimumSizeHint() const override { return {220, 200}; }

 Q_SIGNALS:
  void cell_picked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  Cell extent() const override { return {matrix_.classes, matrix_.classes}; }
  std::optional<Cell> cell_at(QPointF position) const override;
  QString words_of(Cell cell) const override { return words(cell); }
  void click(std::optional<Cell> cell) override { pick(cell == picked_ ? std::nullopt : cell); }
  void moved() override {}
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString name(int label) const;
  double pitch() const;
  double pitch(double names_below) const;
  double names_below() const;
  double widest_name() const;
  double left() const;
  QPointF origin() const;
  QColor ground(int label, int prediction) const;
  void pick(std::optional<Cell> cell);
  void paint_cells(QPainter& painter) const;
  void paint_names(QPainter& painter) const;
  void paint_key(QPainter& painter) const;

  const Theme* theme_;
  QStringList names_;
  QString empty_words_;
  ConfusionMatrix matrix_;
  std::vector<std::int64_t> totals_;  ///< images of each label
  std::optional<Cell> picked_;
};

}  // namespace acim::ui
