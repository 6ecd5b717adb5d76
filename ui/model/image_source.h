#pragma once

#include <QImage>
#include <QStringList>
#include <cstdint>

namespace acim::ui {

/// The images that a study runs on, for the eye; made by whoever knows data sets. Thread-safe.
class ImageSource {
 public:
  virtual ~ImageSource() = default;

  /// Index = label.
  virtual QStringList class_names() const = 0;
  /// Null when there is none.
  virtual QImage picture(std::int64_t image) const = 0;
};

}  // namespace acim::ui
