#pragma once

#include <QPaintDevice>
#include <memory>

class QPainter;

namespace acim::ui {

/// Hands what is painted on it to another painter, text as outlines: a picture that needs no font where it is shown.
class OutlineDevice : public QPaintDevice {
 public:
  /// `target` is active and outlives what is painted here; `size` in its pixels of 1/96 inch.
  OutlineDevice(QPainter* target, const QSize& size);
  ~OutlineDevice() override;
  QPaintEngine* paintEngine() const override;

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  QSize size_;
  std::unique_ptr<QPaintEngine> engine_;
};

}  // namespace acim::ui
