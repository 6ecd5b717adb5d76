#include "ui/model/thumbnails.h"

#include <utility>

#include "base/error.h"

namespace acim::ui {

namespace {
constexpr std::size_t kMostKept = 500;
}

void Thumbnails::set_source(std::shared_ptr<const ImageSource> source) {
  wanted_.request_stop();
  wanted_ = std::stop_source();
  source_ = std::move(source);
  pictures_.clear();
}

QImage Thumbnails::of(std::int64_t image) {
  if (!source_) return {};
  const auto found = pictures_.find(image);
  if (found != pictures_.end()) return found->second;
  if (pictures_.size() >= kMostKept) pictures_.clear();
  pictures_.emplace(image, QImage());  // asked for once
  make(image);
  return {};
}

void Thumbnails::make(std::int64_t image) {
  queue_.add([this, image, source = source_, wanted = wanted_.get_token()](const std::stop_token&) {
    if (wanted.stop_requested()) return;
    QImage picture;
    try {
      picture = source->picture(image);
    } catch (const Error&) {
      return;  // cannot be read any more: its number is enough
    }
    if (picture.isNull()) return;
    picture = picture.scaled(kSide, kSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    hand_over(this, wanted, [this, image, picture] {
      pictures_[image] = picture;
      Q_EMIT made(image);
    });
  });
}

}  // namespace acim::ui
