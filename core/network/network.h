#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"
#include "macro/settings.h"

namespace acim {

/// What turns pixels into a network's input: (x / 255 - mean) / standard deviation per channel. Belongs to the network.
struct Normalisation {
  std::array<float, 3> mean = {0, 0, 0};
  std::array<float, 3> standard_deviation = {1, 1, 1};
  bool operator==(const Normalisation&) const = default;
};

/// Where a network comes from and how its input is made.
struct NetworkSource {
  std::string path;          ///< "demo" (built in) or a file: TorchScript .pt, state dict .pth/.th, .safetensors
  std::string architecture;  ///< "" for TorchScript; "resnet20-cifar" ... for weights alone
  std::optional<Normalisation>
      normalisation;  ///< "" takes the description beside the file (FILE.json) or inside the checkpoint
};

enum class LayerKind { convolution, linear, matmul };
std::string_view layer_kind_name(LayerKind kind);

/// One convolution, linear or matmul call of the network, in the order of calls; index is section 12's layer index.
struct LayerInfo {
  int index = 0;
  std::string name;  ///< "layer1.0.conv1"; calls without a module are named by kind and number ("matmul_3")
  LayerKind kind = LayerKind::convolution;
  LayerGeometry geometry;                 ///< of one image (for a matmul: one batch entry and head)
  std::int64_t parts = 1;                 ///< products per image (heads)
  std::int64_t multiply_accumulates = 0;  ///< per image
  bool first_convolution = false;         ///< digital by default
  bool negative_inputs = false;           ///< calibration saw a negative streamed value (`auto` signedness)
  float calibration_maximum = 0;          ///< of the streamed operand, at the calibration's percentile
};

/// Arithmetic of a network that is no layer of a macro: it stays in float, whatever the settings.
struct OutsideOperation {
  std::string name;                       ///< "batch norm", "softmax", "transposed convolution"
  std::int64_t calls = 0;                 ///< in one run
  std::int64_t multiply_accumulates = 0;  ///< of an image; of matrix arithmetic alone, by element none is counted
  bool operator==(const OutsideOperation&) const = default;
};

/// Calibration of a network on images (section 2): largest value and signedness of each layer's streamed operand.
struct Calibration {
  std::string images_hash;  ///< of the image set
  std::int64_t images = 0;  ///< how many, from the first
  double percentile = 100;
  /// What one operand of a layer was seen to be.
  struct Operand {
    float maximum = 0;           ///< of |x|, at the percentile
    float positive_maximum = 0;  ///< of max(x, 0), at the percentile: the scale when it is streamed unsigned
    bool negative = false;       ///< has negative values
  };
  struct Layer {
    double percentile = 100;  ///< of this layer: a point may override it layer by layer
    Operand streamed;         ///< of a product: the first operand, streamed by default
    Operand second;           ///< of a product: the second operand, stationary by default
  };
  std::vector<Layer> layers;  ///< by layer index
  std::string network_hash;   ///< of the network, where known
  std::string hash() const;
};

/// Images as bytes, [count][channels][height][width].
struct ImageBlock {
  std::span<const std::uint8_t> pixels;
  std::int64_t count = 0;
  std::int64_t channels = 3;
  std::int64_t height = 32;
  std::int64_t width = 32;
  std::int64_t first_index = 0;           ///< index in the data set of image 0 (randomness) when `indices` is empty
  std::span<const std::int64_t> indices;  ///< or one index per image
};

/// An operand before its quantiser (section 2).
struct UnquantisedOperand {
  std::span<const float> values;  ///< as many as there are integers
  float scale = 1;                ///< s_W or s_X
};

/// What a layer of the array does for one image (of a product: for one batch entry and head). Valid during the call.
struct ArrayLayerRun {
  std::size_t layer;  ///< index
  const LayerGeometry& geometry;
  const ConversionSettings& settings;
  std::span<const std::int16_t> weights;   ///< stationary integers, [outputs][reduction]
  std::span<const std::int16_t> streamed;  ///< integers, laid out as the geometry says
  std::span<const double> output;          ///< what the array made of them; empty in mode quantised
  LayerKey key = {};                       ///< image, part and draws
  UnquantisedOperand weight_values = {};
  UnquantisedOperand streamed_values = {};
};
/// Hears of the array's layers in the order in which a network calls them; digital layers are left out.
using ArrayLayerObserver = std::function<void(const ArrayLayerRun&)>;

/// A loaded network: immutable, shared by threads. No LibTorch type shows here.
class Network {
 public:
  virtual ~Network() = default;

  virtual const std::string& name() const = 0;
  virtual const Normalisation& normalisation() const = 0;
  /// SHA-256 of the weights file and architecture.
  virtual const std::string& hash() const = 0;
  virtual std::int64_t parameter_count() const = 0;

  /// Runs one image to see every layer; Error(input) when the size does not fit, outputs are no [1, classes], or NaN.
  virtual std::vector<LayerInfo> layers(std::int64_t channels, std::int64_t height, std::int64_t width) const = 0;

  /// Arithmetic besides these layers, in the order in which it first appears. Errors as of layers().
  virtual std::vector<OutsideOperation> outside_operations(std::int64_t channels, std::int64_t height,
                                                           std::int64_t width) const = 0;

  /// Calibrates on images (float network).
  virtual Calibration calibrate(const ImageBlock& images, double percentile, std::stop_token stop = {}) const = 0;

  /// Logits [count][classes]. Each calling thread runs on itself alone. The block is one batch when activation_scale is
  /// per_batch. `calibration` may be null for mode float, or when nothing needs it. Error(cancelled) on stop.
  virtual std::vector<float> logits(const ImageBlock& images, const PointSettings& settings,
                                    const Calibration* calibration, std::stop_token stop = {}) const = 0;
  /// Runs as logits() does, one image after the other, and shows what the layers of the array work on: in mode
  /// simulated as the array passes it on, in mode quantised without its errors. Returns the logits. Error(usage) in
  /// mode float.
  virtual std::vector<float> observe(const ImageBlock& images, const PointSettings& settings,
                                     const Calibration* calibration, const ArrayLayerObserver& observer,
                                     std::stop_token stop = {}) const = 0;
  virtual std::int64_t class_count(std::int64_t channels, std::int64_t height, std::int64_t width) const = 0;
};

/// Loads a network; nothing of the file is executed before it is checked. Error(input) names what is wrong and what
/// would be right.
std::shared_ptr<const Network> load_network(const NetworkSource& source,
                                            std::shared_ptr<const Engine> engine = nullptr);

/// Built-in architectures ("resnet20-cifar", ...), for `acim list` and the window.
struct ArchitectureInfo {
  std::string name;
  std::string description;
};
std::vector<ArchitectureInfo> architectures();

}  // namespace acim
