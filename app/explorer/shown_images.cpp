#include "shown_images.h"

#include <vector>

namespace acim::explorer {

QStringList ShownImages::class_names() const {
  QStringList names;
  for (const std::string& name : images_->class_names()) names.append(QString::fromStdString(name));
  return names;
}

QImage ShownImages::picture(std::int64_t image) const {
  const ImageShape shape = images_->shape();
  if (shape.channels != 3 || image < 0 || image >= images_->size()) return {};
  std::vector<std::uint8_t> planes(static_cast<std::size_t>(shape.bytes()));
  images_->read(image, planes);
  QImage picture(static_cast<int>(shape.width), static_cast<int>(shape.height), QImage::Format_RGB32);
  const auto plane = static_cast<std::size_t>(shape.height * shape.width);
  for (int y = 0; y < picture.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
    std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(shape.width);
    for (int x = 0; x < picture.width(); ++x, ++at) {
      line[x] = qRgb(planes[at], planes[plane + at], planes[2 * plane + at]);
    }
  }
  return picture;
}

}  // namespace acim::explorer
