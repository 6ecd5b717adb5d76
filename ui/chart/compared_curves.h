#pragma once

#include <QWidget>
#include <vector>

#include "study/study_spec.h"
#include "ui/chart/plot_frame.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// Two curves at the places that both have, one over the other, with their 95 % intervals; places stand side by side.
class ComparedCurves : public QWidget {
  Q_OBJECT

 public:
  struct Place {
    QString label;
    PointResult first;
    PointResult second;
  };

  ComparedCurves(std::vector<Place> places, const QString& x_title, const Theme* theme, QWidget* parent = nullptr);
  void set_places(std::vector<Place> places);

  QSize sizeHint() const override { return {520, 208}; }
  QSize minimumSizeHint() const override { return {320, 160}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void label_places();
  void paint_curve(QPainter& painter, PointResult Place::*result, int style) const;

  const Theme* theme_;
  std::vector<Place> places_;
  PlotFrame frame_;
};

}  // namespace acim::ui
