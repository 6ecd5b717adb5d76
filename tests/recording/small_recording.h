#pragma once

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <span>
#include <vector>

#include "base/safetensors.h"

namespace acim::test {

/// A recording that is easy to know: a linear layer of 3 x 20 with 4 outputs on a lossless macro (255 rows, 8-bit ADC),
/// whose array output is the integer product.
struct SmallRecording {
  nlohmann::json metadata = {{"format", "acim-recording"},
                             {"version", 1},
                             {"kind", "exact"},
                             {"operation", "linear"},
                             {"parameters", {{"signed_activations", "never"}, {"activation_scale", "per_batch"}}}};
  Safetensors file;

  SmallRecording() {
    std::vector<std::int32_t> input(60);
    std::vector<std::int32_t> weight(80);
    for (std::size_t i = 0; i < input.size(); ++i) input[i] = static_cast<std::int32_t>(i * 37 % 256);
    for (std::size_t i = 0; i < weight.size(); ++i) weight[i] = static_cast<std::int32_t>(i * 53 % 255) - 127;
    input[5] = 255;  // so that the quantiser's scale is the largest value
    weight[7] = 127;
    std::vector<float> input_floats(60);
    std::vector<float> weight_floats(80);
    for (std::size_t i = 0; i < input.size(); ++i) input_floats[i] = static_cast<float>(input[i]);
    for (std::size_t i = 0; i < weight.size(); ++i) weight_floats[i] = static_cast<float>(weight[i]);
    std::vector<double> output(12);
    for (std::size_t p = 0; p < 3; ++p) {
      for (std::size_t o = 0; o < 4; ++o) {
        for (std::size_t k = 0; k < 20; ++k) output[p * 4 + o] += input[p * 20 + k] * weight[o * 20 + k];
      }
    }
    set("input", {3, 20}, std::span<const float>(input_floats));
    set("weight", {4, 20}, std::span<const float>(weight_floats));
    set("input_quantised", {3, 20}, std::span<const std::int32_t>(input));
    set("weight_quantised", {4, 20}, std::span<const std::int32_t>(weight));
    set("array_output", {3, 4}, std::span<const double>(output));
    set("output", {3, 4}, std::span<const double>(output));  // both scales are one per level
  }

  template <typename T>
  void set(const std::string& name, std::vector<std::int64_t> shape, std::span<const T> values) {
    file.tensors[name] = make_tensor(std::move(shape), values);
  }

  void write(const std::filesystem::path& path) {
    file.metadata["acim_recording"] = metadata.dump();
    write_safetensors(path, file);
  }
};

}  // namespace acim::test
