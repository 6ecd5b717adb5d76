#include "cli/stop_signal.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "base/error.h"

namespace acim::cli {
namespace {

// A signal handler reaches only what is static; it does nothing but write a byte to this pipe.
std::atomic<int> pipe_to_watcher{-1};
static_assert(std::atomic<int>::is_always_lock_free);

constexpr char kSignalled = 's';
constexpr char kQuit = 'q';

void send(char byte) {
  const int saved = errno;
  [[maybe_unused]] const ssize_t written = write(pipe_to_watcher.load(), &byte, 1);
  errno = saved;
}

void on_signal(int /*number*/) {
  send(kSignalled);
}

}  // namespace

StopSignal::StopSignal() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw Error(ErrorKind::output, "cannot make a pipe for signals");
  read_end_ = ends[0];
  pipe_to_watcher.store(ends[1]);
  watcher_ = std::thread([this] { watch(); });
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

StopSignal::~StopSignal() {
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  send(kQuit);
  watcher_.join();
  close(pipe_to_watcher.exchange(-1));
  close(read_end_);
}

void StopSignal::watch() {
  using Clock = std::chrono::steady_clock;
  Clock::time_point first_signal;
  char byte = 0;
  while (true) {
    const ssize_t count = read(read_end_, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count != 1 || byte == kQuit) return;
    if (!source_.stop_requested()) {
      first_signal = Clock::now();
      source_.request_stop();
    } else if (Clock::now() - first_signal > std::chrono::seconds(1)) {
      std::_Exit(128 + SIGINT);
    }
  }
}

}  // namespace acim::cli
