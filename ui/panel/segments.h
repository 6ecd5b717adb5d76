#pragma once

#include <QFrame>
#include <QString>

#include "ui/theme/theme.h"

class QButtonGroup;
class QHBoxLayout;

namespace acim::ui {

/// Choices side by side of which one is pressed.
class Segments : public QFrame {
  Q_OBJECT

 public:
  /// `name`: what is chosen, for assistive technology.
  Segments(QString name, const Theme* theme, QWidget* parent = nullptr);
  void add(const QString& text, const QString& tip);
  /// Emits nothing.
  void show_choice(int index);
  int choice() const;
  QWidget* button(int index) const;

 Q_SIGNALS:
  void picked(int index);

 private:
  QString name_;
  const Theme* theme_;
  QButtonGroup* group_;
  QHBoxLayout* layout_;
};

}  // namespace acim::ui
