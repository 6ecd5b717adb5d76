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

/// One thread that does jobs in order, so that the window's thread never waits for one. It and the threads that its
/// jobs start (runners' workers, LibTorch's) have a lower priority than the window's, on Linux. The destructor asks the
/// running job to stop, does the remaining ones (they see the stop request) and joins.
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
  void work(const std::stop_token& stop);

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
