#pragma once

#include <QWidget>
#include <optional>
#include <utility>

namespace acim::ui {

/// A picture of rows and columns of cells, of which one is the current one: arrows go from cell to cell, and a cell
/// under the pointer is told in words. Who paints says where cells are and what they mean.
class CellGrid : public QWidget {
  Q_OBJECT

 public:
  using Cell = std::pair<int, int>;  ///< row and column, each from 0
  enum class FirstCell { top_left, bottom_right };

  explicit CellGrid(FirstCell first, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// What is under the pointer, or where keys went; empty: nothing.
  void pointed_at(const QString& words);

 protected:
  /// How many rows and columns; none of either: no cell.
  virtual Cell extent() const = 0;
  virtual std::optional<Cell> cell_at(QPointF position) const = 0;
  virtual QString words_of(Cell cell) const = 0;
  /// A click, also beside all cells; Enter and Space are one on the current cell.
  virtual void click(std::optional<Cell> cell) = 0;
  /// Keys made another cell the current one.
  virtual void moved() = 0;

  Cell current() const { return current_; }
  /// The nearest that there is; nothing happens where there is none.
  void set_current_cell(Cell cell);
  std::optional<Cell> hovered() const { return hovered_; }
  /// After others came: what is no cell any more is neither current nor under the pointer.
  void take_new_cells();

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  bool has_cells() const { return extent().first > 0 && extent().second > 0; }

  const int step_;  ///< of a row downwards, and of a column to the right
  Cell current_ = {0, 0};
  std::optional<Cell> hovered_;
};

}  // namespace acim::ui
