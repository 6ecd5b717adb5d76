#pragma once

#include <memory>

#include "dataset/image_set.h"
#include "ui/model/image_source.h"

namespace acim::explorer {

/// The images of a study for the eye, as the network sees them: photographs are cropped.
class ShownImages : public ui::ImageSource {
 public:
  explicit ShownImages(std::shared_ptr<const ImageSet> images) : images_(std::move(images)) {}

  QStringList class_names() const override;
  QImage picture(std::int64_t image) const override;

 private:
  std::shared_ptr<const ImageSet> images_;
};

}  // namespace acim::explorer
