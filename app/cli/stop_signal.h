#pragma once

#include <stop_token>
#include <thread>

namespace acim::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request, so that what is done can be saved. A second signal more than
/// a second after the first ends the program at once. One of these exists at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  std::stop_token token() const { return source_.get_token(); }

 private:
  void watch();

  std::stop_source source_;
  int read_end_ = -1;
  std::thread watcher_;
};

}  // namespace acim::cli
