#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "study/evaluator.h"

namespace acim::test {

/// An evaluator without a network whose layers have known sensitivities: with fewer than 8 ADC bits a layer spoils its
/// share of the images, by the same random numbers whatever the other settings; so paired losses are what they are.
class LayerEvaluator : public Evaluator {
 public:
  LayerEvaluator(std::int64_t images, std::map<std::string, double> spoilt_share)
      : images_(images), spoilt_share_(std::move(spoilt_share)) {}

  std::int64_t image_count() const override { return images_; }
  int class_count() const override { return 3; }
  int label(std::int64_t image) const override { return static_cast<int>(image % 3); }

  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    if (before_each) before_each(first);
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "Stopped");
    std::vector<float> logits;
    for (std::int64_t image = first; image < first + count; ++image) {
      float of_label = 1;
      std::uint64_t index = 0;
      for (const auto& [layer, share] : spoilt_share_) {
        const auto key = mix64(mix64(settings.macro.seed, static_cast<std::uint64_t>(image)), ++index);
        const bool treated = settings_of_layer(settings, layer, false).macro.adc_bits < 8;
        if (treated && open_unit_interval(key) < share) of_label = -1;
        if (treated) of_label -= static_cast<float>(share) / 8;
      }
      for (int cls = 0; cls < class_count(); ++cls) logits.push_back(cls == label(image) ? of_label : 0.25F);
    }
    evaluated += count;
    return logits;
  }

  std::vector<std::pair<std::string, std::string>> provenance() const override {
    return {{"network_hash", "layers"}, {"images_hash", "numbers"}};
  }

  /// Called before each block; may throw or wait.
  std::function<void(std::int64_t first)> before_each;
  mutable std::atomic<std::int64_t> evaluated = 0;

 private:
  std::int64_t images_;
  std::map<std::string, double> spoilt_share_;
};

}  // namespace acim::test
