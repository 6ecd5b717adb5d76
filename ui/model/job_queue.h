#pragma once

#include <QObject>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace acim::ui {

/// One thread that does jobs in order, so that the window's thread never waits for one. The destructor asks the running
/// job to stop, does the remaining ones (they see the stop request) and joins.
class JobQueue {
 public:
  using Job = std::function<void(std::stop_token)>;

  JobQueue() : thread_([this](const std::stop_token& stop) { work(stop); }) {}
  ~JobQueue() {
    thread_.request_stop();
    wake_.notify_all();
  }
  JobQueue(const JobQueue&) = delete;
  JobQueue& operator=(const JobQueue&) = delete;

  void add(Job job) {
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(job));
    }
    wake_.notify_all();
  }

 private:
  void work(const std::stop_token& stop) {
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

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Job> jobs_;
  std::jthread thread_;
};

/// From a job to the thread of `receiver`, where it is dropped when `cancelled` came meanwhile.
inline void hand_over(QObject* receiver, const std::stop_token& cancelled, std::function<void()> action) {
  QMetaObject::invokeMethod(
      receiver,
      [cancelled, action = std::move(action)] {
        if (!cancelled.stop_requested()) action();
      },
      Qt::QueuedConnection);
}

}  // namespace acim::ui
