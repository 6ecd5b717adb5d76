#pragma once

#include <QAbstractButton>
#include <QWidget>

#include "ui/theme/theme.h"

class QButtonGroup;
class QHBoxLayout;

namespace acim::ui {

/// The name of a view, underlined with the accent while it is the one shown.
class ViewTab : public QAbstractButton {
  Q_OBJECT

 public:
  ViewTab(const QString& text, const Theme* theme, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme* theme_;
};

/// Names of views of which one is shown: Tab reaches the one that is, arrows go to the others, Ctrl+1 .. to each.
class ViewTabs : public QWidget {
  Q_OBJECT

 public:
  ViewTabs(const Theme* theme, QWidget* parent = nullptr);
  /// The first one is shown.
  void add(const QString& name, const QString& what_it_shows);
  int current() const;
  void show_view(int view);
  ViewTab* tab(int view) const;

 Q_SIGNALS:
  /// By its key or in a menu: the keyboard is to go there.
  void view_asked_for(int view);
  void view_changed(int view);

 private:
  const Theme* theme_;
  QButtonGroup* group_;
  QHBoxLayout* layout_;
};

}  // namespace acim::ui
