#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "macro/settings.h"

namespace acim {

/// The value of a key of a provenance (Evaluator::provenance); empty when it is not known.
inline std::string provenance_value(std::span<const std::pair<std::string, std::string>> provenance,
                                    std::string_view key) {
  for (const auto& [name, value] : provenance) {
    if (name == key) return value;
  }
  return {};
}

/// Joins a network with images, as far as a study needs it. Implemented in core/evaluation with LibTorch, in tests
/// without. Thread-safe: evaluate() is called from several threads at once.
class Evaluator {
 public:
  virtual ~Evaluator() = default;

  virtual std::int64_t image_count() const = 0;
  virtual int class_count() const = 0;
  virtual int label(std::int64_t image) const = 0;
  /// Logits [count][classes] of images [first, first + count) of the data set at a point; a pure function of (image,
  /// settings), except that activation_scale=per_batch makes the block one batch. Error(cancelled) when stop is
  /// requested.
  virtual std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                                      std::stop_token stop) const = 0;
  /// Names and hashes for provenance: "network", "network_hash", "images", "images_hash", "calibration_hash",
  /// "instruction_set"...
  virtual std::vector<std::pair<std::string, std::string>> provenance() const = 0;
  /// What a study stores, as JSON text, so that it goes on with the same scales; empty: none.
  virtual std::string calibration() const { return {}; }
};

}  // namespace acim
