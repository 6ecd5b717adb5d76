#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <utility>

#include "ui/model/bit_pairs.h"
#include "ui/theme/theme.h"

namespace acim::ui {

enum class BitsShown { error, weight, energy };
/// What a click on a pair does.
enum class BitsClick { look, hybrid, voting };

/// Weight bits against activation cycles, the most significant pair at the top left, each coloured by its share.
/// Hybrid pairs are framed solid, voted ones dashed. Arrows move from pair to pair, Enter does what a click does, H and
/// V set the levels down to the pair.
class BitsMap : public QWidget {
  Q_OBJECT

 public:
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
  QSize minimumSizeHint() const override { return {220, 180}; }

 Q_SIGNALS:
  void pair_picked(int weight_bit, int cycle);
  void hybrid_picked(int levels);
  void voting_picked(int levels);
  /// The pair under the pointer, in words; empty: none.
  void hovered(const QString& words);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  using Pair = std::pair<int, int>;
  std::optional<Pair> pair_at(QPointF position) const;
  const std::vector<double>& shares() const;
  /// 0 .. 1 on a log scale over what is shown.
  double heat(double share) const;
  void act(Pair pair, BitsClick click);
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
  Pair current_ = {0, 0};
  std::optional<Pair> hovered_;
};

}  // namespace acim::ui
