#include "recording/recorded_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "array/quantiser.h"
#include "base/error.h"

namespace acim {

namespace {

using Shape = std::vector<std::int64_t>;

[[noreturn]] void refuse(const std::string& what, const std::string& remedy = {}) {
  throw Error(ErrorKind::input, what, "", remedy);
}

/// The shape of an operand, of which at least one of NAME and NAME_quantised is there.
const Shape& operand_shape(const RecordingFile& file, const std::string& name) {
  const std::string quantised = name + "_quantised";
  if (!file.contains(name) && !file.contains(quantised))
    refuse(fmt::format("Neither '{}' nor '{}' is recorded", name, quantised));
  const Shape& shape = file.tensor(file.contains(name) ? name : quantised).shape;
  if (file.contains(quantised)) require_shape(file, quantised, shape);
  return shape;
}

std::int64_t count_of(const Shape& shape, std::size_t axes) {
  return std::accumulate(shape.begin(), shape.begin() + static_cast<std::ptrdiff_t>(axes), std::int64_t{1},
                         std::multiplies<>());
}

/// Two integers of the metadata's `convolution`.
std::pair<std::int64_t, std::int64_t> pair_entry(const nlohmann::json& convolution, const char* key,
                                                 std::int64_t minimum, std::int64_t fallback) {
  constexpr std::int64_t kLargest = 4096;
  if (!convolution.contains(key)) return {fallback, fallback};
  const nlohmann::json& entry = convolution[key];
  const auto allowed = [&](const nlohmann::json& value) {
    return value.is_number_unsigned() && value.get<std::uint64_t>() >= static_cast<std::uint64_t>(minimum) &&
           value.get<std::uint64_t>() <= static_cast<std::uint64_t>(kLargest);
  };
  if (!entry.is_array() || entry.size() != 2 || !allowed(entry[0]) || !allowed(entry[1])) {
    refuse(fmt::format("The '{}' of the convolution is not allowed", key),
           fmt::format("It is a list of two integers {} to {}.", minimum, kLargest));
  }
  return {entry[0].get<std::int64_t>(), entry[1].get<std::int64_t>()};
}

/// Integers within `bits`, as recorded.
std::vector<std::int16_t> recorded_integers(const RecordingFile& file, const std::string& name, int bits,
                                            bool is_signed) {
  const std::int64_t lowest = is_signed ? -(std::int64_t{1} << (bits - 1)) : 0;
  const std::int64_t highest = (std::int64_t{1} << (is_signed ? bits - 1 : bits)) - 1;
  const std::vector<std::int64_t> values = file.integers(name);
  std::vector<std::int16_t> integers(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] < lowest || values[i] > highest) {
      refuse(fmt::format("Tensor '{}' holds {} at element {}", name, values[i], i),
             fmt::format("{} {} bits hold {} to {}.", bits, is_signed ? "signed" : "unsigned", lowest, highest));
    }
    integers[i] = static_cast<std::int16_t>(values[i]);
  }
  return integers;
}

/// One scale for all values, or one for each of `images` equal pieces; `fixed` replaces the maximum's.
RecordedOperand read_operand(const RecordingFile& file, const std::string& name, int bits, bool is_signed,
                             std::int64_t images, std::optional<float> fixed) {
  RecordedOperand operand;
  operand.name = name;
  const bool recorded = file.contains(name + "_quantised");
  if (recorded) operand.quantised = recorded_integers(file, name + "_quantised", bits, is_signed);
  if (!file.contains(name)) return operand;
  operand.has_floats = true;
  const std::vector<float> values = file.floats(name);
  std::vector<std::int16_t> own(values.size());
  const std::size_t piece = values.size() / static_cast<std::size_t>(images);
  for (std::size_t image = 0; image < static_cast<std::size_t>(images); ++image) {
    const std::span<const float> source = std::span(values).subspan(image * piece, piece);
    const float scale = fixed ? *fixed : quantiser_scale(source, is_signed);
    quantise(source, scale, bits, is_signed, std::span(own).subspan(image * piece, piece));
    operand.scales.push_back(static_cast<double>(scale));
  }
  if (!recorded) {
    operand.quantised = std::move(own);
    return operand;
  }
  for (std::size_t i = 0; i < own.size(); ++i) operand.differing += own[i] != operand.quantised[i] ? 1 : 0;
  return operand;
}

bool has_negative_value(const RecordingFile& file, const std::string& name) {
  const std::vector<double> values = file.numbers(file.contains(name) ? name : name + "_quantised");
  return std::any_of(values.begin(), values.end(), [](double value) { return value < 0; });
}

bool decide_sign(const RecordingFile& file, const MacroParameters& macro, const std::string& streamed) {
  if (macro.signed_activations != SignedActivations::automatic)
    return macro.signed_activations == SignedActivations::always;
  return has_negative_value(file, streamed);
}

/// [parts][a][b] -> [parts][b][a]
template <typename T>
std::vector<T> transposed(const std::vector<T>& values, std::int64_t parts, std::int64_t a, std::int64_t b) {
  std::vector<T> result(values.size());
  const auto rows = static_cast<std::size_t>(a);
  const auto columns = static_cast<std::size_t>(b);
  for (std::size_t part = 0; part < static_cast<std::size_t>(parts); ++part) {
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < columns; ++j) {
        result[(part * columns + j) * rows + i] = values[(part * rows + i) * columns + j];
      }
    }
  }
  return result;
}

}  // namespace

RecordedLayer::RecordedLayer(const RecordingFile& file) : macro_(file.parameters()) {
  const auto operation = file.metadata.find("operation");
  if (operation == file.metadata.end() || !operation->is_string()) refuse("The metadata has no text 'operation'");
  if (*operation == "conv2d") {
    read_convolution(file);
  } else if (*operation == "linear") {
    read_linear(file);
  } else if (*operation == "matmul") {
    read_product(file);
  } else {
    refuse(fmt::format("The operation '{}' is unknown", operation->get<std::string>()),
           "Operations are conv2d, linear and matmul.");
  }
  validate(geometry_);
  read_operands(file);
  read_bias(file);
}

void RecordedLayer::read_convolution(const RecordingFile& file) {
  const Shape& input = operand_shape(file, "input");
  const Shape& weight = operand_shape(file, "weight");
  if (input.size() != 4 || weight.size() != 4) {
    refuse(fmt::format("A convolution of shapes {} and {}", shape_text(input), shape_text(weight)),
           "The input is [N, C, H, W], the weight [O, C / groups, kh, kw].");
  }
  const nlohmann::json convolution = file.metadata.value("convolution", nlohmann::json::object());
  if (!convolution.is_object()) refuse("The metadata 'convolution' is no object");
  geometry_.channels = input[1];
  geometry_.height = input[2];
  geometry_.width = input[3];
  geometry_.outputs = weight[0];
  geometry_.kernel_height = weight[2];
  geometry_.kernel_width = weight[3];
  std::tie(geometry_.stride_height, geometry_.stride_width) = pair_entry(convolution, "stride", 1, 1);
  std::tie(geometry_.padding_height, geometry_.padding_width) = pair_entry(convolution, "padding", 0, 0);
  std::tie(geometry_.dilation_height, geometry_.dilation_width) = pair_entry(convolution, "dilation", 1, 1);
  geometry_.groups = integer_entry(convolution, "groups", 1, std::numeric_limits<std::int32_t>::max(), 1);
  validate(geometry_);
  if (weight[1] != geometry_.channels_per_group()) {
    refuse(fmt::format("The weight takes {} channels, the input has {} in {} groups", weight[1], input[1],
                       geometry_.groups));
  }
  parts_ = images_ = input[0];
  stationary_.name = "weight";
  streamed_.name = "input";
  output_shape_ = {input[0], weight[0], geometry_.output_height(), geometry_.output_width()};
}

void RecordedLayer::read_linear(const RecordingFile& file) {
  const Shape& input = operand_shape(file, "input");
  const Shape& weight = operand_shape(file, "weight");
  if (input.size() < 2 || weight.size() != 2 || input.back() != weight[1]) {
    refuse(fmt::format("A linear layer of shapes {} and {}", shape_text(input), shape_text(weight)),
           "The input is [.., K], the weight [O, K].");
  }
  geometry_ = LayerGeometry::linear(count_of(input, input.size() - 1), weight[1], weight[0]);
  images_ = input[0];
  stationary_.name = "weight";
  streamed_.name = "input";
  output_shape_ = input;
  output_shape_.back() = weight[0];
}

void RecordedLayer::read_product(const RecordingFile& file) {
  const Shape& first = operand_shape(file, "first");
  const Shape& second = operand_shape(file, "second");
  const std::size_t rank = first.size();
  if (rank < 2 || second.size() != rank || !std::equal(first.begin(), first.end() - 2, second.begin()) ||
      first[rank - 1] != second[rank - 2]) {
    refuse(fmt::format("A product of shapes {} and {}", shape_text(first), shape_text(second)),
           "The first is [N, H, M, K], the second [N, H, K, L].");
  }
  product_ = true;
  transposed_output_ = macro_.matmul_stationary == MatmulStationary::first;
  const std::int64_t rows = first[rank - 2];
  const std::int64_t columns = second[rank - 1];
  parts_ = count_of(first, rank - 2);
  images_ = rank > 2 ? first[0] : 1;
  geometry_ = transposed_output_ ? LayerGeometry::linear(columns, first[rank - 1], rows)
                                 : LayerGeometry::linear(rows, first[rank - 1], columns);
  stationary_.name = transposed_output_ ? "first" : "second";
  streamed_.name = transposed_output_ ? "second" : "first";
  output_shape_ = first;
  output_shape_.back() = columns;
}

void RecordedLayer::read_operands(const RecordingFile& file) {
  if (parts_ <= 0 || images_ <= 0) refuse("The recording holds no values");
  const bool is_signed = decide_sign(file, macro_, streamed_.name);
  settings_ = make_conversion_settings(macro_, is_signed);
  const std::int64_t pieces = macro_.activation_scale == ActivationScale::per_image ? images_ : 1;
  std::optional<float> calibrated;
  if (macro_.activation_scale == ActivationScale::calibrated) {
    if (!file.contains(streamed_.name + "_scale")) {
      refuse("activation_scale is calibrated, but no scale is recorded",
             fmt::format("It is tensor '{}_scale'.", streamed_.name));
    }
    calibrated = static_cast<float>(file.number(streamed_.name + "_scale"));
    if (!(*calibrated > 0)) refuse(fmt::format("Tensor '{}_scale' is not positive", streamed_.name));
  }
  streamed_ = read_operand(file, streamed_.name, macro_.activation_bits, is_signed, pieces, calibrated);
  stationary_ = read_operand(file, stationary_.name, macro_.weight_bits, true, product_ ? pieces : 1, std::nullopt);
  if (!product_) return;
  // Into the array's layouts: cells [output][k], streamed [position][k].
  const std::int64_t reduction = geometry_.reduction();
  if (transposed_output_) {
    streamed_.quantised = transposed(streamed_.quantised, parts_, reduction, geometry_.positions());
  } else {
    stationary_.quantised = transposed(stationary_.quantised, parts_, reduction, geometry_.outputs);
  }
}

void RecordedLayer::read_bias(const RecordingFile& file) {
  if (!file.contains("bias")) return;
  if (product_) refuse("A product of activations has no bias");
  require_shape(file, "bias", {geometry_.outputs});
  bias_ = file.numbers("bias");
}

RecordedLayer::Packed RecordedLayer::pack(const Engine& engine, std::uint64_t seed) const {
  ConversionSettings settings = settings_;
  settings.macro.seed = seed;
  const auto cells = static_cast<std::size_t>(geometry_.outputs * geometry_.reduction());
  const std::size_t operands = product_ ? static_cast<std::size_t>(parts_) : 1;
  Packed packed;
  for (std::size_t i = 0; i < operands; ++i) {
    packed.push_back(engine.pack(geometry_, std::span(stationary_.quantised).subspan(i * cells, cells), settings, i));
  }
  return packed;
}

std::vector<double> RecordedLayer::compute(const Engine& engine, const Packed& packed, std::uint64_t seed) const {
  ConversionSettings settings = settings_;
  settings.macro.seed = seed;
  const auto inputs = static_cast<std::size_t>(geometry_.input_elements());
  const auto outputs = static_cast<std::size_t>(geometry_.output_elements());
  std::vector<double> result(static_cast<std::size_t>(output_count()));
  for (std::size_t part = 0; part < static_cast<std::size_t>(parts_); ++part) {
    LayerKey key;
    key.seed = seed;
    (product_ ? key.part : key.image) = part;
    key.weight = product_ ? part : 0;
    engine.compute(geometry_, *packed[product_ ? part : 0],
                   std::span(streamed_.quantised).subspan(part * inputs, inputs), settings, key,
                   std::span(result).subspan(part * outputs, outputs));
  }
  return transposed_output_ ? transposed(result, parts_, geometry_.positions(), geometry_.outputs) : result;
}

std::size_t RecordedLayer::output_channel(std::size_t index) const {
  const auto outputs = static_cast<std::size_t>(geometry_.outputs);
  if (geometry_.layout == OperandLayout::rows) return index % outputs;
  return index / static_cast<std::size_t>(geometry_.positions()) % outputs;
}

std::optional<std::vector<double>> RecordedLayer::dequantise(const std::vector<double>& array_output) const {
  if (streamed_.scales.empty() || stationary_.scales.empty()) return std::nullopt;
  const double levels = quantiser_levels(macro_.weight_bits, true) *
                        quantiser_levels(macro_.activation_bits, settings_.signed_activations);
  std::vector<double> values(array_output.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto scale_of = [&](const RecordedOperand& operand) {
      return operand.scales[i / (values.size() / operand.scales.size())];
    };
    values[i] = array_output[i] * scale_of(stationary_) * scale_of(streamed_) / levels;
    if (!bias_.empty()) values[i] += bias_[output_channel(i)];
  }
  return values;
}

}  // namespace acim
