#include "ui/model/job_queue.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace acim::ui {
namespace {

/// A sweep takes every core: without this the window's thread, and what draws the screen, would wait in line with it.
void lower_priority() {
#ifdef __linux__
  constexpr int kBackground = 10;
  // Of this thread alone; threads inherit it from the one that starts them. Where it is refused, nothing is lost.
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kBackground);
#endif
}

}  // namespace

void JobQueue::work(const std::stop_token& stop) {
  lower_priority();
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, stop, [this] { return !jobs_.empty(); });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    try {
      job(stop);
    } catch (...) {  // NOLINT(bugprone-empty-catch)
      // Jobs say themselves what went wrong; one that has no memory left even for that must not end the program.
    }
  }
}

}  // namespace acim::ui
