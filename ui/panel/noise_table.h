#pragma once

#include <QWidget>
#include <array>

#include "macro/noise_units.h"
#include "ui/model/parameters.h"
#include "ui/theme/theme.h"

class QLabel;
class QToolButton;

namespace acim::ui {

class Segments;
class TypedField;

/// The random noise as one quantity: a line with its measures, and folded below it each to be typed, and which one
/// stays when other knobs change.
class NoiseTable : public QWidget {
  Q_OBJECT

 public:
  static constexpr std::size_t kUnits = 5;

  NoiseTable(Parameters* parameters, const Theme* theme, QWidget* parent = nullptr);

  QToolButton* unfold() const { return unfold_; }
  bool is_open() const { return !body_->isHidden(); }
  TypedField* field(NoiseUnit unit) const { return rows_[static_cast<std::size_t>(unit)].field; }
  Segments* held() const { return held_; }
  /// The line that is always there.
  QString summary() const;
  /// What happens to the percentage, below what stays fixed.
  QString note() const;
  QString problem() const;

 private:
  struct Row {
    QLabel* name = nullptr;
    TypedField* field = nullptr;
  };
  QWidget* make_body();
  void show_noise();
  void show_held();
  void take(NoiseUnit unit, const QString& text);
  /// Frames what was refused, and says why below: of all fields, each reason once.
  void show_problems();
  /// In its unit as it is shown: chances in per cent.
  double shown(NoiseUnit unit) const;
  QString text_of(NoiseUnit unit) const;
  QString measures() const;

  Parameters* parameters_;
  const Theme* theme_;
  QLabel* summary_;
  QToolButton* unfold_;
  QWidget* body_;
  std::array<Row, kUnits> rows_;
  double shown_percent_ = -1;  ///< the noise that the fields are of
  Segments* held_;
  QLabel* note_;
  QLabel* problem_;
};

}  // namespace acim::ui
