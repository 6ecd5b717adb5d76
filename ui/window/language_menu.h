#pragma once

#include <QMenu>

namespace acim::ui {

/// View > Language: the system's, or one of languages(). What is chosen is kept for the next start.
class LanguageMenu : public QMenu {
  Q_OBJECT

 public:
  explicit LanguageMenu(QWidget* parent);

 Q_SIGNALS:
  void chosen(const QString& name);
};

}  // namespace acim::ui
