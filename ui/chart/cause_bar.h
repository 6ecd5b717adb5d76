#pragma once

#include <QWidget>
#include <vector>

#include "array/layer_errors.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// What a layer's error is made of: one stacked bar, and below it a line for each cause with its share. Causes that
/// undo others have a negative share: a line, but no piece of the bar.
class CauseBar : public QWidget {
  Q_OBJECT

 public:
  explicit CauseBar(const Theme* theme, QWidget* parent = nullptr);

  struct Part {
    ErrorCause cause = ErrorCause::adc_rounding;
    double share = 0;  ///< of the squared error, below 0 where others are undone
  };
  void set_errors(const LayerErrors& errors);
  /// The largest first; those that round to nothing are left out.
  const std::vector<Part>& parts() const { return parts_; }
  QColor color(ErrorCause cause) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect line(std::size_t part) const;

  const Theme* theme_;
  std::vector<Part> parts_;
};

}  // namespace acim::ui
