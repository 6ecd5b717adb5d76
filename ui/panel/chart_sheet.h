#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <memory>
#include <vector>

#include "ui/chart/chart_legend.h"
#include "ui/chart/chart_picture.h"
#include "ui/panel/chart_panel.h"

namespace acim::ui {

/// A chart as the window shows it, with its legend above, on a sheet of its own size and style: for pictures that
/// go into papers and slides. The window stays as it is.
class ChartSheet {
 public:
  static constexpr int kLeast = 240;  ///< pixels, of width and height
  static constexpr int kMost = 4096;
  static constexpr int kLegendRow = 32;  ///< pixels that a legend of one row takes

  /// `size` in pixels of 1/96 inch, kLeast .. kMost.
  ChartSheet(const ChartPanel& panel, ChartView view, const Theme& theme, PictureStyle style, const QSize& size);
  ~ChartSheet();

  QImage image(double scale) const;
  /// What is known of its origin is in the file: texts of the PNG, title and desc of the SVG, metadata of the PDF.
  QByteArray png(double scale, const PictureOrigin& origin) const;
  QByteArray svg(const PictureOrigin& origin) const;
  QByteArray pdf(const PictureOrigin& origin) const;

 private:
  struct Entry {
    QString name;
    LegendSample sample = LegendSample::curve;
    int style = 0;
    QRect box;
  };
  void add_legend(const ChartPanel& panel, ChartView view);
  void add_confusion(const ConfusionPanel& panel);
  void paint(QPainter& painter) const;

  Theme theme_;
  QSize size_;
  QString heading_;  ///< over the picture: the family, or the point that the confusion is of
  std::vector<Entry> legend_;
  int legend_height_ = 0;
  std::unique_ptr<QWidget> chart_;
  std::function<void(QPainter&)> paint_chart_;
};

}  // namespace acim::ui
