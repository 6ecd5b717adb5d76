#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"
#include "recording/recording_file.h"

namespace acim {

/// An operand of a recorded layer: what was recorded, and the integers it is computed with.
struct RecordedOperand {
  std::string name;                     ///< input, weight, first, second
  std::vector<std::int16_t> quantised;  ///< as recorded; our own when only floats were
  std::int64_t differing = 0;           ///< integers in which our quantiser differs from the recorded ones
  bool has_floats = false;
  std::vector<double> scales;  ///< of our quantiser, one per image or one; empty without floats
};

/// A recorded convolution, linear layer or product of activations, as the array computes it: one or more equal parts
/// (images; batch entries and heads of a product).
class RecordedLayer {
 public:
  /// Error(input) for what is missing or contradicts itself.
  explicit RecordedLayer(const RecordingFile& file);

  const ConversionSettings& settings() const { return settings_; }
  const RecordedOperand& stationary() const { return stationary_; }
  const RecordedOperand& streamed() const { return streamed_; }
  /// Of array_output, output, mean ...
  const std::vector<std::int64_t>& output_shape() const { return output_shape_; }
  std::int64_t output_count() const { return parts_ * geometry_.output_elements(); }

  /// The stationary operands of all parts, packed; `seed` is the chip.
  using Packed = std::vector<std::shared_ptr<const PackedWeights>>;
  Packed pack(const Engine& engine, std::uint64_t seed) const;
  /// array_output in the layout of the recording.
  std::vector<double> compute(const Engine& engine, const Packed& packed, std::uint64_t seed) const;
  /// Dequantised with our own scales, plus bias; nothing when the floats were not recorded.
  std::optional<std::vector<double>> dequantise(const std::vector<double>& array_output) const;

 private:
  void read_convolution(const RecordingFile& file);
  void read_linear(const RecordingFile& file);
  void read_product(const RecordingFile& file);
  void read_operands(const RecordingFile& file);
  void read_bias(const RecordingFile& file);
  std::size_t output_channel(std::size_t index) const;

  LayerGeometry geometry_;
  ConversionSettings settings_;
  MacroParameters macro_;
  std::int64_t parts_ = 1;
  std::int64_t images_ = 1;  ///< entries of the first axis: what activation_scale=per_image means here
  bool product_ = false;
  bool transposed_output_ = false;  ///< the stationary operand is the first of a product
  RecordedOperand stationary_;
  RecordedOperand streamed_;
  std::vector<std::int64_t> output_shape_;
  std::vector<double> bias_;
};

}  // namespace acim
