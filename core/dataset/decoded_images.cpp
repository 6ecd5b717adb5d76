#include "dataset/decoded_images.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace acim {

DecodedImages::DecodedImages(std::int64_t count, std::size_t image_bytes, Decode decode, Limits limits)
    : count_(count), image_bytes_(std::max<std::size_t>(image_bytes, 1)), decode_(std::move(decode)), limits_(limits) {
  // Half of what is kept may be ahead: else images would be dropped before they are read.
  limits_.ahead = std::min(limits_.ahead, static_cast<std::int64_t>(limits_.most_bytes / image_bytes_ / 2));
}

DecodedImages::~DecodedImages() = default;

void DecodedImages::read(std::int64_t index, std::span<std::uint8_t> pixels) {
  const std::shared_ptr<const Pixels> image = find_or_decode(index);
  if (image->size() != pixels.size()) throw Error(ErrorKind::internal, "A decoded image has another size");
  std::copy(image->begin(), image->end(), pixels.begin());
}

std::size_t DecodedImages::kept_bytes() const {
  const std::lock_guard lock(mutex_);
  return recent_.size() * image_bytes_;
}

std::shared_ptr<const DecodedImages::Pixels> DecodedImages::find_or_decode(std::int64_t index) {
  std::unique_lock lock(mutex_);
  request_ahead(index);
  while (true) {
    const auto found = entries_.find(index);
    if (found == entries_.end()) return decode(index, lock);
    if (found->second.pixels) {
      recent_.splice(recent_.begin(), recent_, found->second.recent);
      return found->second.pixels;
    }
    changed_.wait(lock);
  }
}

void DecodedImages::request_ahead(std::int64_t index) {
  if (limits_.threads < 1 || limits_.ahead < 1) return;
  if (threads_.empty()) {
    for (int i = 0; i < limits_.threads; ++i) {
      threads_.emplace_back([this](const std::stop_token& stop) { decode_requests(stop); });
    }
  }
  for (std::int64_t i = index + 1; i < std::min(count_, index + 1 + limits_.ahead); ++i) {
    if (!entries_.contains(i) && std::find(requests_.begin(), requests_.end(), i) == requests_.end()) {
      requests_.push_back(i);
    }
  }
  // A reader that went elsewhere leaves requests behind: the oldest go first.
  while (requests_.size() > static_cast<std::size_t>(limits_.ahead)) requests_.pop_front();
  changed_.notify_all();
}

void DecodedImages::decode_requests(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return !requests_.empty(); })) {
    const std::int64_t index = requests_.front();
    requests_.pop_front();
    try {
      if (!entries_.contains(index)) decode(index, lock);
    } catch (...) {
      // Whoever reads the image tries again, and sees the error.
    }
    if (stop.stop_requested()) return;
  }
}

std::shared_ptr<const DecodedImages::Pixels> DecodedImages::decode(std::int64_t index,
                                                                   std::unique_lock<std::mutex>& lock) {
  entries_.emplace(index, Entry{});
  lock.unlock();
  std::shared_ptr<const Pixels> pixels;
  try {
    pixels = std::make_shared<const Pixels>(decode_(index));
  } catch (...) {
    lock.lock();
    entries_.erase(index);
    changed_.notify_all();
    throw;
  }
  lock.lock();
  Entry& entry = entries_.at(index);
  entry.pixels = pixels;
  recent_.push_front(index);
  entry.recent = recent_.begin();
  while (recent_.size() > 1 && recent_.size() * image_bytes_ > limits_.most_bytes) {
    entries_.erase(recent_.back());
    recent_.pop_back();
  }
  changed_.notify_all();
  return pixels;
}

}  // namespace acim
