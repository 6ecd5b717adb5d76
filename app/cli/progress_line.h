#pragma once

#include <chrono>
#include <mutex>
#include <string>

namespace acim::cli {

/// Progress for people, on standard error. On a terminal it is redrawn in place (several lines are allowed); elsewhere
/// a line is written every few seconds; nothing when quiet. Thread-safe.
class ProgressLine {
 public:
  explicit ProgressLine(bool quiet);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Whether text given now would be shown: spares making it.
  bool due() const;
  /// `block` stands above `line` on a terminal that has room for it; elsewhere only `line` is written.
  void show(const std::string& line, const std::string& block = {});
  /// Wipes what is drawn on a terminal.
  void clear();
  /// Clears, then writes a line that stays; quiet too when `always`.
  void say(const std::string& message, bool always = false);

 private:
  using Clock = std::chrono::steady_clock;
  void erase();

  mutable std::mutex mutex_;
  bool quiet_;
  bool terminal_;
  int drawn_lines_ = 0;
  Clock::time_point next_;
};

}  // namespace acim::cli
