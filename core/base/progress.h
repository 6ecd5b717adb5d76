#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace acim {

/// Rate and time left of work counted in units, over a sliding window, so that a pause or a slow start is forgotten.
class ProgressRate {
 public:
  using Clock = std::chrono::steady_clock;

  explicit ProgressRate(std::chrono::milliseconds window = std::chrono::seconds(15));
  /// `done` units are done at `now`; done never falls.
  void update(double done, Clock::time_point now);
  /// Forgets the past (after a pause).
  void restart();
  /// Units per second; 0 before it is known.
  double per_second() const;
  /// Seconds until `total`; nothing before the rate is known.
  std::optional<double> seconds_left(double total) const;

 private:
  std::chrono::milliseconds window_;
  struct Sample {
    Clock::time_point time;
    double done;
  };
  // A ring of few samples; see progress.cpp.
  static constexpr int kSamples = 64;
  Sample samples_[kSamples] = {};
  int count_ = 0;
  int next_ = 0;
};

/// "1 h 2 min", "1 min 6 s", "12 s": C locale, for logs and terminals.
std::string duration_text(double seconds);

}  // namespace acim
