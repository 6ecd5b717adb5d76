#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>

#include "array/layer_geometry.h"
#include "network/network.h"

namespace acim {

/// One convolution, linear or matmul call of a network in the form the array knows: `batch` products of a stationary
/// and a streamed operand, each of `geometry`. Operands are float32 and contiguous; their elements lie as said below,
/// whatever shape the tensors have.
struct LayerCall {
  LayerKind kind = LayerKind::convolution;
  LayerGeometry geometry;  ///< of one image and part; of a product: with the second operand stationary
  std::int64_t parts = 1;  ///< per image
  at::Tensor streamed;     ///< [images * parts][geometry.input_elements()]
  /// [outputs][reduction]; of a product of activations [images * parts][outputs][reduction].
  at::Tensor stationary;
  bool product = false;  ///< both operands are activations
  at::Tensor constant;   ///< the network's tensor the stationary operand is a view of; undefined when it is none
  at::Tensor bias;       ///< [outputs] or undefined
  std::function<at::Tensor()> in_float;  ///< what LibTorch itself would have answered
  /// From [images * parts][geometry.output_elements()] float32 to the call's result.
  std::function<at::Tensor(const at::Tensor&)> shaped;
};

/// Answers the layer calls made inside a SimulationScope.
class LayerHandler {
 public:
  virtual ~LayerHandler() = default;
  virtual at::Tensor layer(const LayerCall& call) = 0;
  /// Whether the tensor is (a view of) a constant of the network: a weight.
  virtual bool is_constant(const at::Tensor& tensor) const = 0;
  /// Images in the batch that runs now.
  virtual std::int64_t images() const = 0;
};

/// While it lives, every convolution, linear and matmul that any LibTorch code calls on this thread is answered by the
/// handler; the network itself is not changed. Transposed convolutions stay as they are. Scopes do not nest.
///
/// How: kernels registered for a dispatch key that LibTorch never uses itself are included for this thread.
class SimulationScope {
 public:
  explicit SimulationScope(LayerHandler& handler);
  ~SimulationScope();
  SimulationScope(const SimulationScope&) = delete;
  SimulationScope& operator=(const SimulationScope&) = delete;

  /// The first exception a handler threw: LibTorch's interpreter turns any exception into one of its own, so the scope
  /// keeps it.
  std::exception_ptr failure() const;

 private:
  struct Guard;
  std::unique_ptr<Guard> guard_;
};

}  // namespace acim
