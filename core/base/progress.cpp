#include "base/progress.h"

#include <fmt/format.h>

#include <cmath>

namespace acim {

ProgressRate::ProgressRate(std::chrono::milliseconds window) : window_(window) {}

void ProgressRate::update(double done, Clock::time_point now) {
  const auto at = [this](int back) -> Sample& { return samples_[(next_ - back + 2 * kSamples) % kSamples]; };
  // Updates may come thousands of times a second: samples closer than a ring's share of the window are merged, so that
  // the ring always spans the whole window.
  if (count_ >= 2 && at(1).time - at(2).time < window_ / (kSamples - 1)) {
    at(1) = {now, done};
    return;
  }
  samples_[next_] = {now, done};
  next_ = (next_ + 1) % kSamples;
  if (count_ < kSamples) ++count_;
}

void ProgressRate::restart() {
  count_ = 0;
}

double ProgressRate::per_second() const {
  if (count_ < 2) return 0;
  const auto at = [this](int back) -> const Sample& { return samples_[(next_ - back + 2 * kSamples) % kSamples]; };
  const Sample& newest = at(1);
  int back = 2;  // updates rarer than the window still give a rate
  while (back < count_ && newest.time - at(back + 1).time <= window_) ++back;
  const double seconds = std::chrono::duration<double>(newest.time - at(back).time).count();
  return seconds > 0 ? (newest.done - at(back).done) / seconds : 0;
}

std::optional<double> ProgressRate::seconds_left(double total) const {
  const double rate = per_second();
  if (!(rate > 0)) return std::nullopt;
  const double done = samples_[(next_ - 1 + kSamples) % kSamples].done;
  return done < total ? (total - done) / rate : 0;
}

std::string duration_text(double seconds) {
  if (!(seconds > 0)) return "0 s";
  if (seconds > 1e9) return "over 30 years";
  const auto whole = std::llround(seconds);
  if (whole >= 3600) return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
  if (whole >= 60) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} s", whole);
}

}  // namespace acim
