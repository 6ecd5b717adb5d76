#include "ui/chart/outline_device.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace acim::ui {

namespace {

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

  void drawPath(const QPainterPath& path) override { target_->drawPath(path); }
  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
    if (mode == PolylineMode) return target_->drawPolyline(points, count);
    target_->drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
  }
  void drawPixmap(const QRectF& box, const QPixmap& pixmap, const QRectF& source) override {
    target_->drawPixmap(box, pixmap, source);
  }

 private:
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
