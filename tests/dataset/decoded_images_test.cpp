#include "dataset/decoded_images.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace acim {
namespace {

constexpr std::size_t kBytes = 10;

DecodedImages::Pixels image(std::int64_t index) {
  return DecodedImages::Pixels(kBytes, static_cast<std::uint8_t>(index));
}

int read(DecodedImages& images, std::int64_t index) {
  std::vector<std::uint8_t> pixels(kBytes);
  images.read(index, pixels);
  return pixels.front() == pixels.back() ? pixels.front() : -1;
}

/// Counts decodings of each image.
struct Counter {
  std::mutex mutex;
  std::vector<int> decoded = std::vector<int>(200);
  DecodedImages::Pixels operator()(std::int64_t index) {
    const std::lock_guard lock(mutex);
    ++decoded.at(static_cast<std::size_t>(index));
    return image(index);
  }
  int of(std::int64_t index) {
    const std::lock_guard lock(mutex);
    return decoded.at(static_cast<std::size_t>(index));
  }
};

TEST(DecodedImages, DecodesAheadOfTheReader) {
  Counter counter;
  DecodedImages images(200, kBytes, [&](std::int64_t i) { return counter(i); },
                       {.most_bytes = 1000, .ahead = 8, .threads = 1});
  EXPECT_EQ(read(images, 20), 20);
  // Waits for the background; a test that hangs here is a failure.
  while (counter.of(28) == 0) std::this_thread::yield();
  EXPECT_EQ(counter.of(29), 0);
  EXPECT_EQ(counter.of(19), 0);
}

TEST(DecodedImages, KeepsABlockForTheNextPoint) {
  Counter counter;
  DecodedImages images(200, kBytes, [&](std::int64_t i) { return counter(i); },
                       {.most_bytes = 1000, .ahead = 0, .threads = 1});
  for (int point = 0; point < 3; ++point) {
    for (std::int64_t i = 0; i < 20; ++i) EXPECT_EQ(read(images, i), i);
  }
  for (std::int64_t i = 0; i < 20; ++i) EXPECT_EQ(counter.of(i), 1);
}

TEST(DecodedImages, KeepsNoMoreThanItsBound) {
  DecodedImages images(200, kBytes, image, {.most_bytes = 55, .ahead = 64, .threads = 2});
  for (std::int64_t i = 0; i < 200; ++i) {
    EXPECT_EQ(read(images, i), static_cast<int>(i));
    EXPECT_LE(images.kept_bytes(), 55U);
  }
}

TEST(DecodedImages, ServesManyReadersTheSameImages) {
  std::atomic<int> wrong = 0;
  {
    DecodedImages images(200, kBytes, image, {.most_bytes = 300, .ahead = 8, .threads = 3});
    std::vector<std::jthread> readers;
    for (int t = 0; t < 4; ++t) {
      readers.emplace_back([&, t] {
        for (std::int64_t step = 0; step < 2000; ++step) {
          const std::int64_t index = (step * (t + 1) * 7 + t) % 200;
          if (read(images, index) != static_cast<int>(index)) ++wrong;
        }
      });
    }
  }
  EXPECT_EQ(wrong, 0);
}

TEST(DecodedImages, AFailureReachesTheReaderAndHangsNobody) {
  std::atomic<int> attempts = 0;
  DecodedImages images(10, kBytes,
                       [&](std::int64_t index) {
                         if (index == 1 && ++attempts < 4) throw std::runtime_error("no memory");
                         return image(index);
                       },
                       {.most_bytes = 1000, .ahead = 4, .threads = 1});
  EXPECT_EQ(read(images, 0), 0);
  int value = -1;
  for (int tries = 0; tries < 5 && value < 0; ++tries) {
    try {
      value = read(images, 1);
    } catch (const std::runtime_error&) {
    }
  }
  EXPECT_EQ(value, 1);
}

}  // namespace
}  // namespace acim
