#include <torch/library.h>
// The line above stands first for clang 14.
#include "network/simulation_scope.h"

#include <ATen/ExpandUtils.h>
#include <ATen/ops/add.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/baddbmm.h>
#include <ATen/ops/convolution.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/mul.h>
#include <c10/core/impl/LocalDispatchKeySet.h>
#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/error.h"

namespace acim {
namespace {

constexpr auto kKey = c10::DispatchKey::TESTING_ONLY_GenericMode;

/// What the dispatched kernels, which are plain functions, find of the scope on their thread.
struct Rerouting {
  LayerHandler* handler = nullptr;
  std::exception_ptr failure;
};
thread_local Rerouting* current_rerouting = nullptr;

using Pair = std::array<std::int64_t, 2>;

Pair pair_of(at::IntArrayRef values, std::int64_t fallback) {
  if (values.empty()) return {fallback, fallback};
  return {values.front(), values.back()};
}

at::Tensor of_type(const at::Tensor& tensor, at::ScalarType type) {
  return tensor.scalar_type() == type ? tensor : tensor.to(type);  // no dispatch where there is nothing to do
}

at::Tensor float_contiguous(const at::Tensor& tensor) {
  return of_type(tensor, at::kFloat).contiguous();
}

/// One number for each output, also where LibTorch would repeat a single one.
at::Tensor bias_of(const at::Tensor& bias, std::int64_t outputs) {
  if (!bias.defined()) return bias;
  return float_contiguous(bias.dim() == 1 && bias.size(0) == outputs ? bias : bias.expand({outputs}));
}

std::int64_t per_image(std::int64_t count, std::int64_t images, const Phrase& what) {
  if (images < 1 || count % images != 0) {
    throw Error(
        ErrorKind::input, what.filled_with(count, images), "network",
        Phrase("Error",
               "The first dimension of every layer's input must be the image; {} other than {} runs one image at a "
               "time and has no such limit.")
            .filled_with(Filling::knob("activation_scale"), Filling::value_of("activation_scale", "per_batch")));
  }
  return count / images;
}

at::Tensor answer(LayerCall call) {
  Rerouting& rerouting = *current_rerouting;
  return rerouting.handler->layer(call);
}

/// Keeps the first exception before LibTorch's interpreter makes a std::runtime_error of it.
template <typename Function>
at::Tensor rerouted(Function&& function) {
  c10::impl::ExcludeDispatchKeyGuard off{kKey};
  try {
    return function();
  } catch (...) {
    if (current_rerouting != nullptr && !current_rerouting->failure) {
      current_rerouting->failure = std::current_exception();
    }
    throw;
  }
}

at::Tensor convolution_layer(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias, Pair stride,
                             Pair padding, Pair dilation, std::int64_t groups, std::function<at::Tensor()> in_float) {
  // A 1-d convolution is one of height 1; an input without batch dimension is a batch of one.
  const bool one_dimensional = weight.dim() == 3;
  if (weight.dim() != 4 && !one_dimensional) {
    throw Error(ErrorKind::input, Phrase("Error", "a convolution over {} dimensions").filled_with(weight.dim() - 2),
                "network", Phrase("Error", "Convolutions over one or two dimensions can be simulated."));
  }
  const bool unbatched = input.dim() == weight.dim() - 1;
  at::Tensor x = float_contiguous(unbatched ? input.unsqueeze(0) : input);
  at::Tensor w = float_contiguous(weight);
  if (one_dimensional) {
    x = x.unsqueeze(2);
    w = w.unsqueeze(2);
    stride[0] = dilation[0] = 1;
    padding[0] = 0;
  }
  LayerCall call;
  call.kind = LayerKind::convolution;
  LayerGeometry& g = call.geometry;
  g.layout = OperandLayout::channels_first;
  g.channels = x.size(1);
  g.height = x.size(2);
  g.width = x.size(3);
  g.outputs = w.size(0);
  g.kernel_height = w.size(2);
  g.kernel_width = w.size(3);
  g.stride_height = stride[0];
  g.stride_width = stride[1];
  g.padding_height = padding[0];
  g.padding_width = padding[1];
  g.dilation_height = dilation[0];
  g.dilation_width = dilation[1];
  g.groups = groups;
  validate(g);
  if (g.reduction() * g.outputs != w.numel()) {
    throw Error(ErrorKind::input, Phrase("Error", "a convolution whose weight does not fit its input's channels"),
                "network");
  }
  call.parts = per_image(x.size(0), current_rerouting->handler->images(),
                         Phrase("Error", "a convolution of {} rows for {} images"));
  const std::int64_t batch = x.size(0);
  call.streamed = x;
  call.stationary = w;
  if (current_rerouting->handler->is_constant(weight)) call.constant = weight;
  call.bias = bias_of(bias, g.outputs);
  call.in_float = std::move(in_float);
  call.shaped = [g, batch, unbatched, one_dimensional, type = input.scalar_type()](const at::Tensor& flat) {
    at::Tensor y = flat.reshape({batch, g.outputs, g.output_height(), g.output_width()});
    if (one_dimensional) y = y.squeeze(2);
    if (unbatched) y = y.squeeze(0);
    return of_type(y, type);
  };
  return answer(std::move(call));
}

/// rows [n][K] times weight [O][K] transposed; the result is [n][O], then shaped.
at::Tensor weighted_rows(const at::Tensor& rows, const at::Tensor& weight, const at::Tensor& constant,
                         const at::Tensor& bias, std::function<at::Tensor()> in_float,
                         const std::function<at::Tensor(const at::Tensor&)>& shaped) {
  if (rows.dim() != 2 || weight.dim() != 2 || rows.size(1) != weight.size(1)) {
    throw Error(ErrorKind::input, Phrase("Error", "a linear layer whose weight does not fit its input"), "network");
  }
  const std::int64_t images = current_rerouting->handler->images();
  LayerCall call;
  call.kind = LayerKind::linear;
  call.geometry =
      LayerGeometry::linear(per_image(rows.size(0), images, Phrase("Error", "a linear layer of {} rows for {} images")),
                            rows.size(1), weight.size(0));
  validate(call.geometry);
  call.streamed = rows;
  call.stationary = weight;
  call.constant = constant;
  call.bias = bias_of(bias, weight.size(0));
  call.in_float = std::move(in_float);
  call.shaped = [shaped, count = rows.size(0), outputs = weight.size(0)](const at::Tensor& flat) {
    return shaped(flat.reshape({count, outputs}));
  };
  return answer(std::move(call));
}

at::Tensor linear_layer(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias) {
  std::vector<std::int64_t> shape = input.sizes().vec();
  if (shape.empty() || weight.dim() != 2) {
    throw Error(ErrorKind::input, Phrase("Error", "a linear layer without a matrix of weights"), "network");
  }
  const at::Tensor rows = float_contiguous(input).reshape({-1, shape.back()});
  shape.back() = weight.size(0);
  return weighted_rows(
      rows, float_contiguous(weight), current_rerouting->handler->is_constant(weight) ? weight : at::Tensor(), bias,
      [input, weight, bias] { return at::linear(input, weight, bias); },
      [shape, type = input.scalar_type()](const at::Tensor& y) { return of_type(y.reshape(shape), type); });
}

/// Both operands are activations: a batch of products, cells of their own for each batch entry and head.
at::Tensor activation_product(const at::Tensor& first, const at::Tensor& second) {
  // matmul's rule for vectors and for broadcast batch dimensions.
  const at::Tensor a = first.dim() == 1 ? first.unsqueeze(0) : first;
  const at::Tensor b = second.dim() == 1 ? second.unsqueeze(1) : second;
  const std::int64_t m = a.size(-2);
  const std::int64_t k = a.size(-1);
  const std::int64_t n = b.size(-1);
  if (b.size(-2) != k)
    throw Error(ErrorKind::input, Phrase("Error", "a matrix product whose operands do not fit"), "network");
  const std::vector<std::int64_t> leading = at::infer_size(a.sizes().slice(0, static_cast<std::size_t>(a.dim() - 2)),
                                                           b.sizes().slice(0, static_cast<std::size_t>(b.dim() - 2)));
  std::int64_t batch = 1;
  for (const std::int64_t size : leading) batch *= size;
  const auto expanded = [&leading](const at::Tensor& x) {
    std::vector<std::int64_t> shape = leading;
    shape.insert(shape.end(), {x.size(-2), x.size(-1)});
    return x.expand(shape);
  };
  LayerCall call;
  call.kind = LayerKind::matmul;
  call.product = true;
  call.geometry = LayerGeometry::linear(m, k, n);
  validate(call.geometry);
  call.parts = per_image(batch, current_rerouting->handler->images(),
                         Phrase("Error", "a product of activations of {} rows for {} images"));
  call.streamed = float_contiguous(expanded(a));
  call.stationary = float_contiguous(expanded(b).transpose(-2, -1));
  call.in_float = [first, second] { return at::matmul(first, second); };
  std::vector<std::int64_t> shape = leading;
  if (first.dim() > 1) shape.push_back(m);
  if (second.dim() > 1) shape.push_back(n);
  call.shaped = [shape, type = first.scalar_type()](const at::Tensor& flat) {
    return of_type(flat.reshape(shape), type);
  };
  return answer(std::move(call));
}

at::Tensor matrix_product(const at::Tensor& first, const at::Tensor& second) {
  // Integers (indices, masks) and inner products of vectors are no layers.
  if (!first.is_floating_point() || !second.is_floating_point() || (first.dim() < 2 && second.dim() < 2)) {
    return at::matmul(first, second);
  }
  const LayerHandler& handler = *current_rerouting->handler;
  const auto in_float = [first, second] { return at::matmul(first, second); };
  if (handler.is_constant(second) && second.dim() == 2) {
    std::vector<std::int64_t> shape = first.sizes().vec();
    const at::Tensor rows = float_contiguous(first).reshape({-1, shape.back()});
    shape.back() = second.size(1);
    return weighted_rows(
        rows, float_contiguous(second.transpose(0, 1)), second, {}, in_float,
        [shape, type = first.scalar_type()](const at::Tensor& y) { return of_type(y.reshape(shape), type); });
  }
  if (handler.is_constant(first) && first.dim() == 2) {
    // W x: the columns of x are streamed.
    const at::Tensor columns = second.dim() == 1 ? second : second.transpose(-2, -1);
    std::vector<std::int64_t> shape = columns.sizes().vec();
    const at::Tensor rows = float_contiguous(columns).reshape({-1, shape.back()});
    shape.back() = first.size(0);
    return weighted_rows(rows, float_contiguous(first), first, {}, in_float,
                         [shape, vector = second.dim() == 1, type = first.scalar_type()](const at::Tensor& flat) {
                           const at::Tensor y = flat.reshape(shape);
                           return of_type(vector ? y : y.transpose(-2, -1), type);
                         });
  }
  return activation_product(first, second);
}

// The kernels: LibTorch's signatures.

at::Tensor convolution_kernel(const at::Tensor& input, const at::Tensor& weight, const c10::optional<at::Tensor>& bias,
                              at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation,
                              bool transposed, at::IntArrayRef output_padding, std::int64_t groups) {
  return rerouted([&] {
    // The array references stay valid: in_float is only called during this call.
    std::function<at::Tensor()> in_float = [&] {
      return at::convolution(input, weight, bias, stride, padding, dilation, transposed, output_padding, groups);
    };
    if (transposed) return in_float();
    return convolution_layer(input, weight, bias.value_or(at::Tensor()), pair_of(stride, 1), pair_of(padding, 0),
                             pair_of(dilation, 1), groups, std::move(in_float));
  });
}

at::Tensor convolution_kernel_with_flags(const at::Tensor& input, const at::Tensor& weight,
                                         const c10::optional<at::Tensor>& bias, at::IntArrayRef stride,
                                         at::IntArrayRef padding, at::IntArrayRef dilation, bool transposed,
                                         at::IntArrayRef output_padding, std::int64_t groups, bool /*benchmark*/,
                                         bool /*deterministic*/, bool /*cudnn_enabled*/, bool /*allow_tf32*/) {
  return convolution_kernel(input, weight, bias, stride, padding, dilation, transposed, output_padding, groups);
}

at::Tensor conv2d_kernel(const at::Tensor& input, const at::Tensor& weight, const c10::optional<at::Tensor>& bias,
                         at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation,
                         std::int64_t groups) {
  const Pair no_output_padding = {0, 0};
  if (input.dim() == 3) {
    return convolution_kernel(input.unsqueeze(0), weight, bias, stride, padding, dilation, false, no_output_padding,
                              groups)
        .squeeze(0);
  }
  return convolution_kernel(input, weight, bias, stride, padding, dilation, false, no_output_padding, groups);
}

at::Tensor linear_kernel(const at::Tensor& input, const at::Tensor& weight, const c10::optional<at::Tensor>& bias) {
  return rerouted([&] { return linear_layer(input, weight, bias.value_or(at::Tensor())); });
}

at::Tensor matmul_kernel(const at::Tensor& first, const at::Tensor& second) {
  return rerouted([&] { return matrix_product(first, second); });
}

at::Tensor product_plus_kernel(const at::Tensor& added, const at::Tensor& first, const at::Tensor& second,
                               const at::Scalar& beta, const at::Scalar& alpha) {
  return rerouted([&] {
    at::Tensor product = matrix_product(first, second);
    if (alpha.toDouble() != 1) product = at::mul(product, alpha);
    return beta.toDouble() == 0 ? product : at::add(product, added, beta);
  });
}

}  // namespace

TORCH_LIBRARY_IMPL(_, TESTING_ONLY_GenericMode, registry) {
  registry.fallback(torch::CppFunction::makeFallthrough());
}

TORCH_LIBRARY_IMPL(aten, TESTING_ONLY_GenericMode, registry) {
  registry.impl("convolution", convolution_kernel);
  registry.impl("_convolution", convolution_kernel_with_flags);
  registry.impl("conv2d", conv2d_kernel);
  registry.impl("linear", linear_kernel);
  registry.impl("matmul", matmul_kernel);
  registry.impl("mm", matmul_kernel);
  registry.impl("bmm", matmul_kernel);
  registry.impl("addmm", product_plus_kernel);
  registry.impl("baddbmm", product_plus_kernel);
}

struct SimulationScope::Guard {
  explicit Guard(LayerHandler& handler) : rerouting{&handler, {}} {
    if (current_rerouting != nullptr) throw Error(ErrorKind::internal, "simulation scopes do not nest");
    current_rerouting = &rerouting;
  }
  ~Guard() { current_rerouting = nullptr; }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  Rerouting rerouting;
  c10::impl::IncludeDispatchKeyGuard include{kKey};
};

SimulationScope::SimulationScope(LayerHandler& handler) : guard_(std::make_unique<Guard>(handler)) {}
SimulationScope::~SimulationScope() = default;
std::exception_ptr SimulationScope::failure() const {
  return guard_->rerouting.failure;
}

}  // namespace acim
