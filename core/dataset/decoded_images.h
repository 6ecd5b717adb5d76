#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

namespace acim {

/// Images that are decoded when they are read, and ahead of it in the background: after image i, the `ahead` next ones.
/// Keeps the most recently read within a bound, since a sweep reads the same block for each of its points. What an
/// image is does not depend on any of it. Memory: `most_bytes` and one image for each thread that decodes.
class DecodedImages {
 public:
  using Pixels = std::vector<std::uint8_t>;
  /// Called from several threads at once; what it throws, read() throws.
  using Decode = std::function<Pixels(std::int64_t index)>;
  struct Limits {
    std::size_t most_bytes = std::size_t{256} << 20U;
    std::int64_t ahead = 64;  ///< less where `most_bytes` holds fewer
    int threads = 1;
  };

  /// Images 0 .. count - 1, each of `image_bytes`. Threads start with the first read.
  DecodedImages(std::int64_t count, std::size_t image_bytes, Decode decode, Limits limits);
  ~DecodedImages();
  DecodedImages(const DecodedImages&) = delete;
  DecodedImages& operator=(const DecodedImages&) = delete;

  /// Copies image `index`.
  void read(std::int64_t index, std::span<std::uint8_t> pixels);
  /// Bytes of the images that are kept now.
  std::size_t kept_bytes() const;

 private:
  struct Entry {
    std::shared_ptr<const Pixels> pixels;           ///< null while a thread decodes it
    std::list<std::int64_t>::iterator recent = {};  ///< place in recent_, when decoded
  };

  std::shared_ptr<const Pixels> find_or_decode(std::int64_t index);
  void request_ahead(std::int64_t index);
  void decode_requests(const std::stop_token& stop);
  /// With mutex_ held, before and afterwards; gives it up while decoding.
  std::shared_ptr<const Pixels> decode(std::int64_t index, std::unique_lock<std::mutex>& lock);

  const std::int64_t count_;
  const std::size_t image_bytes_;
  const Decode decode_;
  Limits limits_;

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::map<std::int64_t, Entry> entries_;
  std::list<std::int64_t> recent_;  ///< decoded images, the latest first
  std::deque<std::int64_t> requests_;
  std::vector<std::jthread> threads_;  ///< last: they end before what they use
};

}  // namespace acim
