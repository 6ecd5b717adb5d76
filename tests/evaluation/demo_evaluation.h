#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "counting_network.h"
#include "evaluation/evaluation.h"
#include "network/network.h"

namespace acim::test {

/// Pixels for the demo network that are no constant.
class PatternImages : public IndexImages {
 public:
  PatternImages() : IndexImages(7, 10) {}
  ImageShape shape() const override { return {3, 32, 32}; }
  void read(std::int64_t index, std::span<std::uint8_t> pixels) const override {
    for (std::size_t i = 0; i < pixels.size(); ++i) {
      pixels[i] = static_cast<std::uint8_t>((i * i * 31 + i * 17 + static_cast<std::size_t>(index) * 101) % 251);
    }
  }
};

/// The demo network on those.
inline Evaluation demo_evaluation() {
  return make_evaluation(load_network({.path = "demo", .architecture = {}, .normalisation = {}}),
                         std::make_shared<PatternImages>(), StudySubject{}, 100);
}

}  // namespace acim::test
