#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "base/error.h"

namespace acim {

/// Calls work(i) for i in [0, count) from `threads` threads, the calling one among them, which alone calls
/// progress(0..1). The first error is thrown again; Error(cancelled) when stop is requested.
template <typename Work, typename Progress>
void parallel_for(std::int64_t count, int threads, const std::stop_token& stop, const Work& work,
                  const Progress& progress) {
  std::atomic<std::int64_t> next{0};
  std::mutex mutex;
  std::exception_ptr error;
  const auto take = [&](bool reports) {
    try {
      for (std::int64_t i = next++; i < count && !stop.stop_requested(); i = next++) {
        work(i);
        if (reports) progress(static_cast<double>(i + 1) / static_cast<double>(count));
      }
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!error) error = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (std::int64_t i = 1; i < threads && i < count; ++i) helpers.emplace_back(take, false);
    take(true);
  }
  if (error) std::rethrow_exception(error);
  if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "The verification was stopped");
}

}  // namespace acim
