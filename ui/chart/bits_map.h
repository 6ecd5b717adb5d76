#pragma once

#include <QImage>
#include <optional>

#include "ui/chart/cell_grid.h"
#include "ui/model/bit_pairs.h"
#include "ui/theme/theme.h"

namespace acim::ui {

enum class BitsShown { error, weight, energy };
/// What a click on a pair does.
enum class BitsClick { look, hybrid, voting };

/// Weight bits against activation cycles, the most significant pair at the top left, each coloured by its share.
/// Hybrid pairs are framed solid, voted ones dashed. Arrows move from pair to pair, Enter does what a click does, H and
/// V set the levels down to the pair.
class BitsMap : public CellGrid {
  Q_OBJECT

 public:
  /// A cell is a weight bit and a cycle.
  explicit BitsMap(const Theme* theme, QWidget* parent = nullptr);

  void set_pairs(BitPairs pairs);
  void show_shares(BitsShown shown);
  void set_click(BitsClick click) { click_ = click; }
  /// The pair that the column view looks at: weight bit and cycle.
  void set_current(int weight_bit, int cycle);
  const BitPairs& pairs() const { return pairs_; }
  BitsShown shown() const { return shown_; }
  /// Of the shares that are shown.
  double share(int weight_bit, int cycle) const;
  QRectF cell(int weight_bit, int cycle) const;
  /// What a pair does, in words.
  QString words(int weight_bit, int cycle) const;

  QSize sizeHint() const override { return {420, 420}; }
  QSize minimumSizeHint() const override { return {220, 104}; }

 Q_SIGNALS:
  void pair_picked(int weight_bit, int cycle);
  void hybrid_picked(int levels);
  void voting_picked(int levels);

 protected:
  void paintEvent(QPaintEvent* event) override;
  Cell extent() const override { return {pairs_.weight_bits, static_cast<int>(pairs_.cycles.size())}; }
  std::optional<Cell> cell_at(QPointF position) const override;
  QString words_of(Cell cell) const override { return words(cell.first, cell.second); }
  void click(std::optional<Cell> cell) override;
  void moved() override { Q_EMIT pair_picked(current().first, current().second); }
  void keyPressEvent(QKeyEvent* event) override;

 private:
  const std::vector<double>& shares() const;
  /// 0 .. 1 on a log scale over what is shown.
  double heat(double share) const;
  void act(Cell pair, BitsClick what);
  void paint_cells(QPainter& painter) const;
  void paint_axes(QPainter& painter) const;
  /// The outline of the most significant diagonals.
  void paint_stairs(QPainter& painter, int levels, const QPen& pen) const;
  double pitch() const;
  QPointF origin() const;

  const Theme* theme_;
  BitPairs pairs_;
  BitsShown shown_ = BitsShown::error;
  BitsClick click_ = BitsClick::look;
};

}  // namespace acim::ui
