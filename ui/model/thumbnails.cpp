#include "ui/model/thumbnails.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace acim::ui {

namespace {
constexpr std::size_t kMostKept = 500;
}

struct Thumbnails::Waiting {
  const std::shared_ptr<const ImageSource> source;
  std::stop_source wanted;

  std::mutex mutex;
  std::deque<std::int64_t> images;     ///< the newest last
  std::optional<std::int64_t> making;  ///< taken out, and not handed over yet
  bool works = false;                  ///< a job of the queue takes them

  explicit Waiting(std::shared_ptr<const ImageSource> of) : source(std::move(of)) {}

  /// True when a job is to be started for them.
  bool ask(std::int64_t image) {
    const std::lock_guard lock(mutex);
    if (making == image) return false;
    std::erase(images, image);
    images.push_back(image);
    if (images.size() > kMostWaiting) images.pop_front();
    return !std::exchange(works, true);
  }
  std::optional<std::int64_t> take() {
    const std::lock_guard lock(mutex);
    making.reset();
    if (images.empty()) {
      works = false;
      return std::nullopt;
    }
    making = images.back();
    images.pop_back();
    return making;
  }
};

Thumbnails::Thumbnails(QObject* parent) : QObject(parent) {}

Thumbnails::~Thumbnails() {
  set_source(nullptr);
}

void Thumbnails::set_source(std::shared_ptr<const ImageSource> source) {
  if (waiting_) waiting_->wanted.request_stop();
  source_ = std::move(source);
  waiting_ = source_ ? std::make_shared<Waiting>(source_) : nullptr;
  pictures_.clear();
}

QImage Thumbnails::of(std::int64_t image) {
  if (!source_) return {};
  const auto found = pictures_.find(image);
  if (found != pictures_.end()) return found->second;
  if (waiting_->ask(image)) {
    queue_.add([this, waiting = waiting_](const std::stop_token& closing) { make(waiting, closing); });
  }
  return {};
}

/// On the queue's thread.
void Thumbnails::make(const std::shared_ptr<Waiting>& waiting, const std::stop_token& closing) {
  const std::stop_token wanted = waiting->wanted.get_token();
  while (!wanted.stop_requested() && !closing.stop_requested()) {
    const std::optional<std::int64_t> image = waiting->take();
    if (!image) return;
    QImage picture;
    try {
      picture = waiting->source->picture(*image);
    } catch (const std::exception&) {
      picture = {};  // cannot be read (any more): its number is enough
    }
    if (!picture.isNull()) picture = picture.scaled(kSide, kSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    hand_over(this, wanted, [this, image = *image, picture] {
      if (pictures_.size() >= kMostKept) pictures_.clear();
      pictures_[image] = picture;
      if (!picture.isNull()) Q_EMIT made(image);
    });
  }
}

}  // namespace acim::ui
