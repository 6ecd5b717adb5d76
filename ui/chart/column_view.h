#pragma once

#include <QImage>
#include <QPointer>
#include <QWidget>

#include "array/conversion.h"
#include "ui/model/column_model.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// In the user's locale, with a true minus.
QString number_text(double value, int decimals);
/// Whole numbers without decimals, others with one.
QString sum_text(double value);
QString signed_sum_text(double value);

/// One conversion, drawn from left to right: the rows that are on, the charge on the line, the ADC's codes with the one
/// that was hit, and what is read back. Arrows step through the pairs of weight bit and activation cycle. Where there
/// is little room, only rows, line and value.
class ColumnView : public QWidget {
  Q_OBJECT

 public:
  ColumnView(ColumnModel* model, const Theme* theme, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {640, 380}; }
  QSize minimumSizeHint() const override { return {240, 120}; }
  /// What is drawn, in words.
  QString words() const;
  /// Codes that the ladder shows, lowest and highest.
  std::pair<int, int> shown_codes() const;
  /// What the sums of the pair shown are like: the largest, the share that is clipped, bits that stay empty. Empty
  /// where they are not known.
  QString sums_words() const;
  QImage picture(double scale);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct Ladder {
    QRectF box;
    int lowest = 0;
    int highest = 0;
    double y_of_code(double code) const;  ///< of its middle
    double step() const { return box.height() / (highest - lowest + 1); }
  };
  Conversion conversion() const;
  double code_position(double column_value) const;
  double noise_in_codes() const;
  bool is_exact() const;
  void describe();

  void paint_empty(QPainter& painter) const;
  void paint_full(QPainter& painter) const;
  void paint_compact(QPainter& painter) const;
  void paint_rows_and_count(QPainter& painter, const QRectF& box) const;
  void paint_codes(QPainter& painter, const QRectF& box) const;
  void paint_result(QPainter& painter, const QRectF& box, int alignment) const;
  /// `next_x`: where the head of the next stage begins.
  void paint_head(QPainter& painter, double x, double next_x, int number, const QString& name) const;
  void paint_rows(QPainter& painter, const QRectF& box, double most_pitch) const;
  void paint_charge(QPainter& painter, const QRectF& box, const Ladder& ladder) const;
  void paint_ladder(QPainter& painter, const Ladder& ladder) const;
  void paint_noise(QPainter& painter, const Ladder& ladder) const;
  void paint_values(QPainter& painter, const QRectF& box) const;
  const PairSums::Bins* sums() const;
  void paint_sums(QPainter& painter, const QRectF& box) const;
  void paint_sum_bars(QPainter& painter, const QRectF& plot) const;
  void paint_adc_range(QPainter& painter, const QRectF& plot) const;

  QPointer<ColumnModel> model_;
  const Theme* theme_;
};

}  // namespace acim::ui
