#pragma once

#include <QGraphicsItem>
#include <QPointF>
#include <functional>
#include <optional>
#include <vector>

#include "ui/chart/chart_plan.h"
#include "ui/chart/reference_lines.h"
#include "ui/theme/theme.h"

namespace acim::ui {

struct PointPlace {
  std::size_t curve = 0;
  std::size_t place = 0;
  bool operator==(const PointPlace&) const = default;
};

/// A point that is no point of the sweep: where the knobs stand.
struct LiveMark {
  double x = 0;  ///< the number on the axis
  PointResult result;
};

/// What stands over the lines: whiskers, markers, the ring of the selected point, reference lines with their labels.
class ChartOverlay : public QGraphicsItem {
 public:
  struct Mark {
    PointPlace point;
    QPointF center;
    double low_y = 0;  ///< ends of the whisker
    double high_y = 0;
    int style = 0;
  };

  explicit ChartOverlay(const Theme* theme);

  void set_area(const QRectF& bounds, const QRectF& plot_area);
  void set_marks(std::vector<Mark> marks);
  struct Published {
    QPointF center;
    int style = 0;
    bool faint = false;     ///< printed for other settings
    std::size_t index = 0;  ///< among the values that the chart was given
  };
  void set_published(std::vector<Published> values);
  const std::vector<Published>& published() const { return published_; }
  /// Points of earlier runs, smaller and behind the others.
  void set_pinned(std::vector<Mark> marks);
  struct Live {
    QPointF center;
    double low_y = 0;
    double high_y = 0;
  };
  void set_live(std::optional<Live> live);
  const std::optional<Live>& live() const { return live_; }
  void set_references(std::vector<PlacedReference> references);
  void set_selected(std::optional<PointPlace> point);
  void set_guide(std::optional<double> x);
  void set_titles(const QString& x, const QString& y);
  const std::vector<Mark>& marks() const { return marks_; }
  /// Whether a marker there is within the axes, and drawn.
  bool shows(QPointF center) const;

  QRectF boundingRect() const override { return bounds_; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  void paint_titles(QPainter& painter) const;
  /// As much of it as lies within the axes.
  void paint_whisker(QPainter& painter, const Mark& mark) const;
  double held_y(double y) const;
  /// What labels of references stay clear of: markers with their whiskers.
  std::vector<QRectF> obstacles() const;

  const Theme* theme_;
  QRectF bounds_;
  QRectF plot_area_;
  std::vector<Mark> marks_;
  std::vector<Published> published_;
  std::vector<Mark> pinned_;
  std::optional<Live> live_;
  std::vector<PlacedReference> references_;
  std::optional<PointPlace> selected_;
  std::optional<double> guide_;
  QString x_title_;
  QString y_title_;
};

}  // namespace acim::ui
