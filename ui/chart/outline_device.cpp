#include "ui/chart/outline_device.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace acim::ui {

namespace {

/// What of a line lies in a box.
std::optional<QLineF> cut_line(const QLineF& line, const QRectF& box) {
  // Each edge as (step of the line over it, distance to it), after Liang and Barsky.
  const std::array<std::pair<double, double>, 4> edges = {{{-line.dx(), line.x1() - box.left()},
                                                           {line.dx(), box.right() - line.x1()},
                                                           {-line.dy(), line.y1() - box.top()},
                                                           {line.dy(), box.bottom() - line.y1()}}};
  double from = 0;
  double to = 1;
  for (const auto& [step, distance] : edges) {
    if (step == 0 && distance < 0) return std::nullopt;
    if (step < 0) from = std::max(from, distance / step);
    if (step > 0) to = std::min(to, distance / step);
  }
  if (from > to) return std::nullopt;
  return QLineF(line.pointAt(from), line.pointAt(to));
}

/// Text is not overridden: Qt's own engine fills the outlines of glyphs where an engine has nothing better.
class OutlineEngine : public QPaintEngine {
 public:
  explicit OutlineEngine(QPainter* target)
      : QPaintEngine(PaintEngineFeatures(AllFeatures & ~PerspectiveTransform & ~PorterDuff & ~BlendModes)),
        target_(target) {}

  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  Type type() const override { return User; }

  void updateState(const QPaintEngineState& now) override {
    const DirtyFlags dirty = now.state();
    if (dirty.testFlag(DirtyTransform)) target_->setTransform(now.transform());
    if (dirty.testFlag(DirtyPen)) target_->setPen(now.pen());
    if (dirty.testFlag(DirtyBrush)) target_->setBrush(now.brush());
    if (dirty.testFlag(DirtyBrushOrigin)) target_->setBrushOrigin(now.brushOrigin());
    if (dirty.testFlag(DirtyOpacity)) target_->setOpacity(now.opacity());
    if (dirty.testFlag(DirtyHints)) target_->setRenderHints(now.renderHints());
    if (dirty.testFlag(DirtyClipRegion)) target_->setClipRegion(now.clipRegion(), now.clipOperation());
    if (dirty.testFlag(DirtyClipPath)) target_->setClipPath(now.clipPath(), now.clipOperation());
    if (dirty.testFlag(DirtyClipEnabled)) target_->setClipping(now.isClipEnabled());
  }

  void drawPath(const QPainterPath& path) override {
    const std::optional<QRectF> clip = clip_of(path.controlPointRect());
    if (!clip) return target_->drawPath(path);
    QPainterPath box;
    box.addRect(*clip);
    const QPen pen = target_->pen();
    if (target_->brush().style() != Qt::NoBrush) {
      target_->setPen(Qt::NoPen);
      target_->drawPath(path.intersected(box));
      target_->setPen(pen);
    }
    if (pen.style() == Qt::NoPen) return;
    for (const QPolygonF& line : path.toSubpathPolygons()) draw_cut(line, *clip);
  }
  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
    if (mode == PolylineMode) {
      const QPolygonF line(QVector<QPointF>(points, points + count));
      if (const auto clip = clip_of(line.boundingRect())) return draw_cut(line, *clip);
      return target_->drawPolyline(points, count);
    }
    target_->drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
  }
  void drawPixmap(const QRectF& box, const QPixmap& pixmap, const QRectF& source) override {
    target_->drawPixmap(box, pixmap, source);
  }

 private:
  /// The box that cuts a shape; nothing: the shape lies within. Cut here, as SVG files of Qt have no clipping.
  std::optional<QRectF> clip_of(const QRectF& shape) const {
    if (!target_->hasClipping()) return std::nullopt;
    const QRectF clip = target_->clipBoundingRect();
    const bool inside = shape.left() >= clip.left() && shape.right() <= clip.right() && shape.top() >= clip.top() &&
                        shape.bottom() <= clip.bottom();
    return inside ? std::nullopt : std::optional(clip);
  }
  void draw_cut(const QPolygonF& line, const QRectF& clip) {
    QPolygonF piece;
    for (qsizetype i = 1; i < line.size(); ++i) {
      const auto cut = cut_line(QLineF(line[i - 1], line[i]), clip);
      if (!cut) continue;
      if (piece.isEmpty() || piece.back() != cut->p1()) {
        if (piece.size() > 1) target_->drawPolyline(piece);
        piece = {cut->p1()};
      }
      piece << cut->p2();
    }
    if (piece.size() > 1) target_->drawPolyline(piece);
  }

  QPainter* target_;
};

}  // namespace

OutlineDevice::OutlineDevice(QPainter* target, const QSize& size)
    : size_(size), engine_(std::make_unique<OutlineEngine>(target)) {}

OutlineDevice::~OutlineDevice() = default;

QPaintEngine* OutlineDevice::paintEngine() const {
  return engine_.get();
}

int OutlineDevice::metric(PaintDeviceMetric metric) const {
  constexpr double kMillimetresPerPixel = 25.4 / 96;
  switch (metric) {
    case PdmWidth:
      return size_.width();
    case PdmHeight:
      return size_.height();
    case PdmWidthMM:
      return static_cast<int>(std::lround(size_.width() * kMillimetresPerPixel));
    case PdmHeightMM:
      return static_cast<int>(std::lround(size_.height() * kMillimetresPerPixel));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
      return 96;
    case PdmDepth:
      return 32;
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return static_cast<int>(devicePixelRatioFScale());
    default:
      return QPaintDevice::metric(metric);
  }
}

}  // namespace acim::ui
