#pragma once

#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

#include "ui/theme/theme.h"

namespace acim::ui {

/// The card beside a point: its curve, then rows of label and value. A child of the chart, so it never leaves it.
class HoverCard : public QWidget {
  Q_OBJECT

 public:
  HoverCard(const Theme* theme, QWidget* parent);

  struct Content {
    int style = 0;
    bool chip = false;     ///< a published chip's mark in place of a curve's
    bool printed = false;  ///< a printed value's, in the curve's colour
    QString title;
    std::vector<std::pair<QString, QString>> rows;
    QString note;  ///< below the rows, wrapped
    QString footer;
  };
  void set_content(const Content& content);
  const Content& content() const { return content_; }
  /// Beside `point` (parent coordinates), inside `area`, never over the point.
  void show_beside(QPointF point, const QRectF& area);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme* theme_;
  int note_height_ = 0;
  Content content_;
};

}  // namespace acim::ui
