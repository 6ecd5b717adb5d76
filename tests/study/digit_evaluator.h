#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "study/evaluator.h"

namespace acim::test {

/// An evaluator without a network: logits are random functions of (image, ADC bits, seed), right more often with more
/// bits.
class DigitEvaluator : public Evaluator {
 public:
  explicit DigitEvaluator(std::int64_t images) : images_(images) {}

  std::int64_t image_count() const override { return images_; }
  int class_count() const override { return 10; }
  int label(std::int64_t image) const override {
    return static_cast<int>(mix64(static_cast<std::uint64_t>(image)) % 10);
  }

  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    if (before_each) before_each(settings, first, stop);
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "Stopped");
    std::vector<float> logits;
    for (std::int64_t image = first; image < first + count; ++image) {
      // A batch as a whole changes its results, as activation_scale=per_batch does.
      const bool per_batch = settings.macro.activation_scale == ActivationScale::per_batch;
      const std::uint64_t batch = per_batch ? static_cast<std::uint64_t>(first * 1000 + count) : 0;
      for (int cls = 0; cls < class_count(); ++cls) {
        const auto key = mix64(mix64(mix64(settings.macro.seed, static_cast<std::uint64_t>(image * 10 + cls)),
                                     static_cast<std::uint64_t>(settings.macro.adc_bits)),
                               batch);
        const double bonus = cls == label(image) ? 0.1 * settings.macro.adc_bits : 0;
        logits.push_back(static_cast<float>(open_unit_interval(key) + bonus));
      }
    }
    evaluated += count;
    return logits;
  }

  std::vector<std::pair<std::string, std::string>> provenance() const override {
    return {{"network_hash", network_hash}, {"images_hash", "digits"}};
  }

  /// Called before each block; may wait or throw.
  std::function<void(const PointSettings&, std::int64_t first, const std::stop_token&)> before_each;
  std::string network_hash = "digit-network";
  mutable std::atomic<std::int64_t> evaluated = 0;

 private:
  std::int64_t images_;
};

}  // namespace acim::test
