#pragma once

#include <QToolButton>
#include <algorithm>

#include "ui/theme/theme.h"

namespace acim::ui {

/// A box of the toolbar: a quiet caption, the value, a chevron; opens a menu.
class PickerButton : public QToolButton {
  Q_OBJECT

 public:
  PickerButton(const QString& caption, const Theme* theme, QWidget* parent = nullptr);
  /// `shorter` stands where the value has no room.
  void set_value(const QString& value, const QString& shorter = {});
  /// Below 1440 px of window the caption is left out.
  void set_caption_shown(bool shown);
  QString value() const { return value_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {std::min(sizeHint().width(), maximumWidth()), sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString caption_;
  QString value_;
  QString shorter_;
  bool caption_shown_ = true;
  const Theme* theme_;
};

}  // namespace acim::ui
