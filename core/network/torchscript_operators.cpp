// The allow-list of TorchScript operators.

#include <algorithm>
#include <array>
#include <set>

#include "network/torchscript_archive.h"

namespace acim::torchscript {
namespace {

// Values, control flow that ends, structure.
constexpr std::string_view kPrim[] = {"CallFunction",
                                      "CallMethod",
                                      "Constant",
                                      "CreateObject",
                                      "DictConstruct",
                                      "DictIndex",
                                      "GetAttr",
                                      "If",
                                      "ListConstruct",
                                      "ListUnpack",
                                      "NumToTensor",
                                      "RaiseException",
                                      "TupleConstruct",
                                      "TupleIndex",
                                      "TupleSlice",
                                      "TupleUnpack",
                                      "Uninitialized",
                                      "VarConcat",
                                      "abs",
                                      "dtype",
                                      "device",
                                      "layout",
                                      "is_cuda",
                                      "max",
                                      "min",
                                      "requires_grad",
                                      "shape",
                                      "tolist",
                                      "unchecked_cast",
                                      "unchecked_unwrap_optional",
                                      "isinstance",
                                      "is_quantized",
                                      "is_sparse",
                                      "is_mkldnn",
                                      "rangelist",
                                      "EnumName",
                                      "EnumValue",
                                      "ConstantChunk",
                                      "data",
                                      "type",
                                      "itemsize"};

constexpr std::string_view kAten[] = {
    // layers
    "_convolution", "conv1d", "conv2d", "conv_transpose1d", "conv_transpose2d", "convolution", "linear", "matmul", "mm",
    "bmm", "addmm", "baddbmm", "einsum", "batch_norm", "native_batch_norm", "layer_norm", "native_layer_norm",
    "group_norm", "instance_norm", "embedding", "local_response_norm",
    // pooling, resampling, padding
    "avg_pool1d", "avg_pool2d", "max_pool1d", "max_pool2d", "adaptive_avg_pool1d", "adaptive_avg_pool2d",
    "adaptive_max_pool2d", "upsample_nearest2d", "upsample_bilinear2d", "upsample_bicubic2d", "pixel_shuffle",
    "pixel_unshuffle", "pad", "constant_pad_nd", "reflection_pad2d", "replication_pad2d", "unfold", "im2col",
    "channel_shuffle",
    // activations; dropout is the identity in evaluation mode
    "relu", "relu_", "relu6", "relu6_", "hardtanh", "hardtanh_", "leaky_relu", "leaky_relu_", "elu", "elu_", "selu",
    "selu_", "celu", "prelu", "gelu", "silu", "silu_", "mish", "mish_", "hardswish", "hardswish_", "hardsigmoid",
    "hardsigmoid_", "sigmoid", "sigmoid_", "tanh", "tanh_", "softplus", "softsign", "softmax", "_softmax",
    "log_softmax", "_log_softmax", "glu", "threshold", "threshold_", "dropout", "dropout_", "feature_dropout", "clamp",
    "clamp_", "clamp_min", "clamp_min_", "clamp_max", "clamp_max_", "normalize", "logit",
    // arithmetic, comparison
    "add", "add_", "sub", "sub_", "rsub", "mul", "mul_", "div", "div_", "floor_divide", "remainder", "fmod", "neg",
    "abs", "abs_", "sqrt", "sqrt_", "rsqrt", "reciprocal", "pow", "square", "exp", "exp_", "expm1", "log", "log2",
    "log10", "log1p", "sin", "cos", "erf", "sign", "floor", "ceil", "round", "trunc", "frac", "addcmul", "addcdiv",
    "lerp", "maximum", "minimum", "max", "min", "amax", "amin", "sum", "mean", "var", "std", "var_mean", "std_mean",
    "prod", "norm", "linalg_norm", "linalg_vector_norm", "frobenius_norm", "cumsum", "argmax", "argmin", "topk", "sort",
    "argsort", "logsumexp", "all", "any", "eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or",
    "logical_not", "logical_xor", "__and__", "__or__", "__xor__", "__not__", "__is__", "__isnot__", "__contains__",
    "where", "masked_fill", "masked_fill_", "isnan", "isinf", "isfinite", "nan_to_num", "bitwise_not", "bitwise_and",
    "bitwise_or", "floordiv", "mod", "bool", "int", "float", "Int", "Float", "Bool", "FloatImplicit", "IntImplicit",
    "ScalarImplicit", "Complex",
    // shapes, indexing, joining
    "view", "view_as", "reshape", "reshape_as", "_unsafe_view", "flatten", "unflatten", "squeeze", "squeeze_",
    "unsqueeze", "unsqueeze_", "transpose", "transpose_", "permute", "movedim", "t", "t_", "numpy_T", "mT", "expand",
    "expand_as", "repeat", "repeat_interleave", "tile", "contiguous", "clone", "detach", "detach_", "slice", "select",
    "narrow", "index", "index_select", "gather", "take_along_dim", "chunk", "split", "split_with_sizes", "tensor_split",
    "unbind", "cat", "concat", "stack", "hstack", "vstack", "roll", "flip", "rot90", "triu", "tril", "diagonal",
    "broadcast_to", "broadcast_tensors", "meshgrid", "copy_", "fill_", "zero_", "index_put", "index_put_", "alias",
    "to", "type_as", "size", "dim", "numel", "len", "item", "is_floating_point", "ones", "ones_like", "zeros",
    "zeros_like", "full", "full_like", "new_zeros", "new_ones", "new_full", "empty", "empty_like", "new_empty",
    "arange", "linspace", "eye", "tensor", "scalar_tensor", "as_tensor", "_shape_as_tensor",
    // lists, dictionaries and texts of scripted code
    "append", "extend", "insert", "list", "dict", "__getitem__", "_set_item", "keys", "values", "items", "get",
    "format", "warn", "str", "__range_length", "__derive_index", "copy", "reverse", "pop", "ord", "join", "lower",
    "is_nonzero", "Delete", "values_", "add_list"};

}  // namespace

bool is_allowed_operator(std::string_view name) {
  static const std::set<std::string_view> prim(std::begin(kPrim), std::end(kPrim));
  static const std::set<std::string_view> aten(std::begin(kAten), std::end(kAten));
  constexpr std::string_view kPrimPrefix = "prim::";
  constexpr std::string_view kAtenPrefix = "aten::";
  if (name.starts_with(kPrimPrefix)) return prim.contains(name.substr(kPrimPrefix.size()));
  if (name.starts_with(kAtenPrefix)) return aten.contains(name.substr(kAtenPrefix.size()));
  return false;
}

Phrase advice_for_operator(std::string_view name) {
  if (name == "aten::_native_multi_head_attention" || name == "aten::_transformer_encoder_layer_fwd") {
    return Phrase("Error",
                  "Fused attention hides its products from the array. Export it unfused: trace with gradients enabled, "
                  "{} outside torch.no_grad().")
        .filled_with("torch.jit.trace(network, image, check_trace=False)");
  }
  if (name == "prim::Loop") return Phrase("Error", "Loops are unrolled by tracing: export with torch.jit.trace.");
  if (name.starts_with("quantized::") || name.find("quantize") != std::string_view::npos) {
    return Phrase("Error", "Export the network in float32; quantisation is simulated here.");
  }
  return Phrase("Error", "Export the network for inference with torch.jit.trace.");
}

}  // namespace acim::torchscript
