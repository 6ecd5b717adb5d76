#pragma once

#include <ATen/core/Generator.h>

#include <cstdint>
#include <string>

#include "network/architecture.h"
#include "network/architectures/registry.h"

namespace acim {

/// The layers that most networks are made of, under the names of torchvision's files. A layer made registers its
/// tensors; one applied goes through the training hook. Dropout is left out: it does nothing in inference.
class LayeredNetwork : public ArchitectureModule {
 protected:
  struct Window {
    std::int64_t kernel = 1;
    std::int64_t stride = 1;
    std::int64_t padding = 0;
    std::int64_t groups = 1;
  };
  struct Convolution {
    std::int64_t index = 0;
    std::string name;
    at::Tensor weight;
    at::Tensor bias;  ///< or undefined
    Window window;
  };
  struct BatchNorm {
    at::Tensor weight;
    at::Tensor bias;
    at::Tensor mean;
    at::Tensor variance;
  };
  struct Linear {
    std::int64_t index = 0;
    std::string name;
    at::Tensor weight;
    at::Tensor bias;
  };

  explicit LayeredNetwork(const ArchitectureRequest& request);

  Convolution make_convolution(const std::string& name, std::int64_t inputs, std::int64_t outputs, const Window& window,
                               bool bias);
  BatchNorm make_batch_norm(const std::string& name, std::int64_t channels);
  Linear make_linear(const std::string& name, std::int64_t inputs, std::int64_t outputs);
  /// For tensors that are named otherwise: `name` is the whole name. Normal values of this deviation, or none.
  at::Tensor make_weight(const std::string& name, at::IntArrayRef shape, double standard_deviation);
  at::Tensor make_constant(const std::string& name, at::IntArrayRef shape, double value);
  std::int64_t next_layer() { return layers_++; }

  at::Tensor apply(const Convolution& layer, const at::Tensor& x) const;
  at::Tensor apply(const BatchNorm& norm, const at::Tensor& x) const;
  at::Tensor apply(const Linear& layer, const at::Tensor& x) const;

 private:
  bool initialised_;
  c10::optional<at::Generator> generator_;
  std::int64_t layers_ = 0;
};

}  // namespace acim
