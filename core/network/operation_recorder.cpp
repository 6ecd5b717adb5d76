#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/operation_recorder.h"

#include <ATen/core/Tensor.h>
#include <ATen/record_function.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace acim {
namespace {

constexpr std::string_view kTransposed = "transposed convolution";
constexpr std::string_view kLayer;  ///< what the simulation answers: nothing inside it is noted

using Operation = std::pair<std::string_view, std::string_view>;

/// LibTorch's operators that are arithmetic of their own, by what they are called here. Comparisons (ReLU, maxima),
/// signs and what only moves values are left out; an in-place operator is the one without its underscore.
constexpr auto kOperations = std::to_array<Operation>({
    // a convolution that is not transposed is a layer
    {"conv_transpose1d", kTransposed},
    {"conv_transpose2d", kTransposed},
    {"convolution", kTransposed},
    {"_convolution", kTransposed},
    // layers: their biases and inner products are not listed again
    {"conv1d", kLayer},
    {"conv2d", kLayer},
    {"linear", kLayer},
    {"matmul", kLayer},
    {"mm", kLayer},
    {"bmm", kLayer},
    {"addmm", kLayer},
    {"baddbmm", kLayer},
    // normalisation
    {"batch_norm", "batch norm"},
    {"native_batch_norm", "batch norm"},
    {"layer_norm", "layer norm"},
    {"native_layer_norm", "layer norm"},
    {"group_norm", "group norm"},
    {"instance_norm", "instance norm"},
    {"local_response_norm", "local response norm"},
    {"norm", "norm"},
    {"frobenius_norm", "norm"},
    {"linalg_norm", "norm"},
    {"linalg_vector_norm", "norm"},
    // activation functions
    {"softmax", "softmax"},
    {"_softmax", "softmax"},
    {"log_softmax", "softmax"},
    {"_log_softmax", "softmax"},
    {"logsumexp", "softmax"},
    {"gelu", "GELU"},
    {"silu", "SiLU"},
    {"sigmoid", "sigmoid"},
    {"logit", "logit"},
    {"tanh", "tanh"},
    {"mish", "Mish"},
    {"elu", "ELU"},
    {"selu", "SELU"},
    {"celu", "CELU"},
    {"softplus", "softplus"},
    {"softsign", "softsign"},
    {"hardswish", "hard swish"},
    {"hardsigmoid", "hard sigmoid"},
    {"glu", "GLU"},
    {"leaky_relu", "leaky ReLU"},
    {"prelu", "PReLU"},
    // reductions and resampling
    {"avg_pool1d", "average pooling"},
    {"avg_pool2d", "average pooling"},
    {"adaptive_avg_pool1d", "average pooling"},
    {"adaptive_avg_pool2d", "average pooling"},
    {"mean", "mean"},
    {"sum", "sum"},
    {"cumsum", "sum"},
    {"prod", "product"},
    {"var", "variance"},
    {"std", "variance"},
    {"var_mean", "variance"},
    {"std_mean", "variance"},
    {"upsample_bilinear2d", "resampling"},
    {"upsample_bicubic2d", "resampling"},
    // by element
    {"add", "addition"},
    {"sub", "addition"},
    {"rsub", "addition"},
    {"mul", "product by element"},
    {"div", "product by element"},
    {"reciprocal", "product by element"},
    {"addcmul", "product by element"},
    {"addcdiv", "product by element"},
    {"lerp", "product by element"},
    {"sqrt", "root"},
    {"rsqrt", "root"},
    {"pow", "power"},
    {"square", "power"},
    {"exp", "exponential"},
    {"expm1", "exponential"},
    {"log", "logarithm"},
    {"log2", "logarithm"},
    {"log10", "logarithm"},
    {"log1p", "logarithm"},
    {"sin", "sine"},
    {"cos", "sine"},
    {"erf", "error function"},
});

std::string_view plain_name(std::string_view name) {
  constexpr std::string_view kPrefix = "aten::";
  if (!name.starts_with(kPrefix)) return {};
  name.remove_prefix(kPrefix.size());
  if (name.size() > 1 && name.back() == '_') name.remove_suffix(1);
  return name;
}

const at::Tensor* tensor_at(c10::ArrayRef<const c10::IValue> inputs, std::size_t index) {
  if (index >= inputs.size() || !inputs[index].isTensor()) return nullptr;
  const at::Tensor& tensor = inputs[index].toTensor();
  return tensor.defined() ? &tensor : nullptr;
}

/// Values of an image, not sizes that a traced graph computes with.
bool works_on_values(c10::ArrayRef<const c10::IValue> inputs) {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const at::Tensor* tensor = tensor_at(inputs, i);
    if (tensor != nullptr && tensor->is_floating_point() && tensor->dim() >= 2) return true;
  }
  return false;
}

/// convolution and _convolution say in their seventh argument whether they are transposed.
bool is_transposed(std::string_view name, c10::ArrayRef<const c10::IValue> inputs) {
  if (name.starts_with("conv_transpose")) return true;
  constexpr std::size_t kFlag = 6;
  return inputs.size() > kFlag && inputs[kFlag].isBool() && inputs[kFlag].toBool();
}

/// Every input value meets every weight of its channel's group: weight [in][out / groups][kernel].
std::int64_t transposed_macs(c10::ArrayRef<const c10::IValue> inputs) {
  const at::Tensor* input = tensor_at(inputs, 0);
  const at::Tensor* weight = tensor_at(inputs, 1);
  if (input == nullptr || weight == nullptr || weight->dim() < 1 || weight->size(0) < 1) return 0;
  return input->numel() * (weight->numel() / weight->size(0));
}

/// Marks an operator that is known, so that those which it calls in turn are not noted.
struct Noted : at::ObserverContext {};

}  // namespace

struct OperationRecorder::Recording {
  std::int64_t images = 1;
  int depth = 0;  ///< of known operators that are running
  std::vector<OutsideOperation> operations;
  at::CallbackHandle handle = 0;

  static thread_local Recording* current;

  static std::unique_ptr<at::ObserverContext> begin(const at::RecordFunction& function) {
    Recording* recording = current;
    if (recording == nullptr) return nullptr;
    const std::string_view name = plain_name(function.name());
    const auto* known = std::ranges::find(kOperations, name, &Operation::first);
    if (known == kOperations.end()) return nullptr;
    const auto inputs = function.inputs();
    const bool transposed = known->second == kTransposed && is_transposed(name, inputs);
    const bool layer = known->second == kLayer || (known->second == kTransposed && !transposed);
    if (!transposed && !layer && !works_on_values(inputs)) return nullptr;
    if (recording->depth++ == 0 && !layer) {
      recording->note(known->second, transposed ? transposed_macs(inputs) / recording->images : 0);
    }
    return std::make_unique<Noted>();
  }
  static void end(const at::RecordFunction& /*function*/, at::ObserverContext* context) {
    if (current != nullptr && dynamic_cast<Noted*>(context) != nullptr) --current->depth;
  }

  void note(std::string_view name, std::int64_t macs) {
    auto found = std::ranges::find(operations, name, &OutsideOperation::name);
    if (found == operations.end()) {
      found = operations.insert(found, OutsideOperation{std::string(name), 0, 0});
    }
    ++found->calls;
    found->multiply_accumulates += macs;
  }
};

thread_local OperationRecorder::Recording* OperationRecorder::Recording::current = nullptr;

OperationRecorder::OperationRecorder(std::int64_t images) : recording_(std::make_unique<Recording>()) {
  recording_->images = images;
  Recording::current = recording_.get();
  recording_->handle = at::addThreadLocalCallback(at::RecordFunctionCallback(Recording::begin, Recording::end)
                                                      .needsInputs(true)
                                                      .scopes({at::RecordScope::FUNCTION}));
}

OperationRecorder::~OperationRecorder() {
  at::removeCallback(recording_->handle);
  Recording::current = nullptr;
}

std::vector<OutsideOperation> OperationRecorder::operations() const {
  return recording_->operations;
}

}  // namespace acim
