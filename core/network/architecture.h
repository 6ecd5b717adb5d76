#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace acim {

/// A tensor of a network under the name it has in a weights file ("layer1.0.conv1.weight").
struct NamedTensor {
  std::string name;
  at::Tensor tensor;
};

/// What a training hook may change before a convolution or linear layer: quantisation.
struct LayerOperands {
  at::Tensor input;
  at::Tensor weight;
};

/// A built-in architecture with its tensors: plain functions over named tensors, so that inference, training and
/// simulation share one description. Trainable: parameters require gradients once require_gradients(true) was called.
class ArchitectureModule {
 public:
  /// Called before every convolution (index, layer name) and the last linear layer, in order of calls.
  using LayerHook = std::function<LayerOperands(std::int64_t index, std::string_view layer, LayerOperands operands)>;
  /// Called after each of these, with its output: noise.
  using OutputHook = std::function<at::Tensor(std::int64_t index, at::Tensor output)>;

  ArchitectureModule() = default;
  virtual ~ArchitectureModule() = default;
  ArchitectureModule(const ArchitectureModule&) = delete;
  ArchitectureModule& operator=(const ArchitectureModule&) = delete;

  /// images [N, 3, H, W] float32 -> logits [N, classes]. Batch norm uses and updates batch statistics while training().
  virtual at::Tensor forward(const at::Tensor& images) const = 0;

  /// In the order of construction. The handles share storage with the module: write into them under NoGradGuard.
  const std::vector<NamedTensor>& parameters() const { return parameters_; }
  /// Running means and variances, and num_batches_tracked.
  const std::vector<NamedTensor>& buffers() const { return buffers_; }

  void require_gradients(bool required);
  void set_training(bool training) { training_ = training; }
  bool training() const { return training_; }
  void set_layer_hook(LayerHook hook) { hook_ = std::move(hook); }
  void set_output_hook(OutputHook hook) { output_hook_ = std::move(hook); }

 protected:
  at::Tensor& add_parameter(std::string name, at::Tensor tensor);
  at::Tensor& add_buffer(std::string name, at::Tensor tensor);
  LayerOperands hooked(std::int64_t index, std::string_view layer, LayerOperands operands) const {
    return hook_ ? hook_(index, layer, std::move(operands)) : operands;
  }
  at::Tensor hooked_output(std::int64_t index, at::Tensor output) const {
    return output_hook_ ? output_hook_(index, std::move(output)) : output;
  }

 private:
  std::vector<NamedTensor> parameters_;
  std::vector<NamedTensor> buffers_;
  bool training_ = false;
  LayerHook hook_;
  OutputHook output_hook_;
};

/// A fresh network, initialised from the seed (He initialisation of convolutions and linear layers). Error(usage) names
/// the known architectures when there is none of this name.
std::shared_ptr<ArchitectureModule> make_architecture(std::string_view name, std::int64_t classes,
                                                      std::uint64_t seed = 1);

}  // namespace acim
