#include "layer_case.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <sstream>

#include "macro/parameter_table.h"
#include "macro/settings.h"

namespace acim::test {
namespace {

bool one_in(TestRandom& random, int n) {
  return random.integer(1, n) == 1;
}

/// Uniform on a logarithmic scale.
double logarithmic(TestRandom& random, double low, double high) {
  return low * std::pow(high / low, random.uniform());
}

int some_outputs(TestRandom& random) {
  switch (random.integer(0, 5)) {
    case 0:
      return 1;
    case 1:
      return 16 * random.integer(1, 8);
    case 2:
      return random.integer(1, 200);
    default:
      return random.integer(2, 40);
  }
}

LayerGeometry random_linear(TestRandom& random, int rows) {
  // Half of them around the length of a column, so that long chunks, full ones and short last ones all occur.
  const auto reduction = static_cast<std::int64_t>(
      std::llround(one_in(random, 2) ? logarithmic(random, 1, 3000) : std::ceil(logarithmic(random, 0.3, 4) * rows)));
  return LayerGeometry::linear(one_in(random, 3) ? random.integer(1, 40) : random.integer(1, 4), reduction,
                               some_outputs(random));
}

LayerGeometry random_convolution(TestRandom& random) {
  LayerGeometry geometry;
  geometry.groups = one_in(random, 3) ? random.integer(2, 9) : 1;
  const bool depthwise = geometry.groups > 1 && one_in(random, 2);
  geometry.channels = geometry.groups * (depthwise ? 1 : std::llround(logarithmic(random, 1, 120)));
  geometry.outputs = geometry.groups * (geometry.groups > 1 ? random.integer(1, 5) : some_outputs(random));
  geometry.kernel_height = random.integer(1, 5);
  geometry.kernel_width = one_in(random, 3) ? random.integer(1, 5) : geometry.kernel_height;
  geometry.stride_height = random.integer(1, 3);
  geometry.stride_width = random.integer(1, 2);
  geometry.padding_height = random.integer(0, 2);
  geometry.padding_width = random.integer(0, 3);
  geometry.dilation_height = one_in(random, 4) ? random.integer(2, 3) : 1;
  geometry.dilation_width = one_in(random, 4) ? 2 : 1;
  geometry.height = random.integer(1, 9);
  geometry.width = random.integer(1, 9);
  return geometry;
}

LayerGeometry random_geometry(TestRandom& random, int rows) {
  while (true) {
    const LayerGeometry geometry = one_in(random, 3) ? random_linear(random, rows) : random_convolution(random);
    if (geometry.positions() > 0) return geometry;
  }
}

int some_rows(TestRandom& random) {
  constexpr int kUsual[] = {15, 16, 63, 64, 127, 128, 255, 256, 257, 511, 512, 1023, 1024};
  switch (random.integer(0, 9)) {
    case 0:
      return 255;
    case 1:
    case 2:
    case 3:
      return kUsual[random.integer(0, 12)];
    case 4:
      return one_in(random, 4) ? 4096 : random.integer(1024, 2500);
    default:
      return static_cast<int>(std::lround(logarithmic(random, 1, 1023)));
  }
}

void draw_cells(TestRandom& random, MacroParameters& macro) {
  macro.weight_bits = random.integer(2, 9);
  macro.rows = some_rows(random);
  macro.mapping = one_in(random, 2) ? Mapping::whole_channels : Mapping::dense;
  if (one_in(random, 8)) macro.weight_variation_percent = logarithmic(random, 0.01, 30);
  macro.seed = one_in(random, 2) ? random.next() : 1;
}

void draw_converter(TestRandom& random, MacroParameters& macro) {
  macro.adc_bits = one_in(random, 2) ? random.integer(6, 9) : random.integer(1, 14);
  if (one_in(random, 3)) macro.adc_range_percent = one_in(random, 2) ? random.integer(1, 100) : 100 * random.uniform();
  if (macro.adc_range_percent == 0) macro.adc_range_percent = 50;
  if (one_in(random, 3)) macro.adc_offset_percent = random.uniform() * (100 - macro.adc_range_percent);
  if (one_in(random, 4)) macro.compression_alpha = logarithmic(random, 1e-5, 1e-1);
}

void draw_noise(TestRandom& random, MacroParameters& macro) {
  if (one_in(random, 4)) return;
  if (!one_in(random, 3)) macro.random_noise_percent = logarithmic(random, 0.01, 30);
  if (one_in(random, 3)) macro.nonlinearity_percent = logarithmic(random, 0.01, 30);
}

void draw_levels(TestRandom& random, MacroParameters& macro, bool is_signed) {
  const int diagonals =
      macro.weight_bits + static_cast<int>(cycles_of(macro.activation_bits, macro.encoding_bits, is_signed).size()) - 1;
  if (one_in(random, 3)) {
    macro.hybrid_levels = random.integer(0, diagonals);
    macro.hybrid_readout = one_in(random, 2) ? HybridReadout::exact : HybridReadout::adc;
  }
  if (one_in(random, 3)) {
    macro.voting_levels = random.integer(0, diagonals);
    macro.voting_samples = one_in(random, 3) ? 1 + 2 * random.integer(0, 15) : 3 + 2 * random.integer(0, 3);
    constexpr VotingRule kRules[] = {VotingRule::mode, VotingRule::median, VotingRule::mean};
    macro.voting_rule = kRules[random.integer(0, 2)];
  }
}

/// All knobs but those of the cells.
void draw_settings(TestRandom& random, LayerCase& layer) {
  const MacroParameters cells = layer.macro;
  MacroParameters& macro = layer.macro;
  macro = MacroParameters{};
  macro.weight_bits = cells.weight_bits;
  macro.rows = cells.rows;
  macro.mapping = cells.mapping;
  macro.weight_variation_percent = cells.weight_variation_percent;
  macro.seed = cells.seed;
  layer.is_signed = one_in(random, 3);
  macro.activation_bits = random.integer(2, 9);
  if (one_in(random, 2)) macro.encoding_bits = random.integer(1, macro.activation_bits);
  draw_converter(random, macro);
  draw_noise(random, macro);
  macro.weight_parallel = macro.weight_variation_percent == 0 && one_in(random, 8);
  if (macro.weight_parallel) {
    macro.adc_bits = std::max(macro.adc_bits, 2);
    macro.adc_offset_percent = 0;
    macro.compression_alpha = 0;
  } else {
    draw_levels(random, macro, layer.is_signed);
  }
  layer.key.seed = macro.seed;
  layer.key.layer = static_cast<std::uint64_t>(random.integer(0, 60));
  layer.key.image = one_in(random, 3) ? random.next() : static_cast<std::uint64_t>(random.integer(0, 9999));
  layer.key.part = one_in(random, 3) ? static_cast<std::uint64_t>(random.integer(1, 30)) : 0;
}

bool within(const LayerCase& layer, const CaseBudget& budget) {
  const ConversionSettings settings = layer.settings();
  const MacroParameters& macro = layer.macro;
  const LayerGeometry& geometry = layer.geometry;
  const auto chunks = static_cast<double>(
      chunks_of(geometry.reduction(), geometry.elements_per_channel(), macro.rows, macro.mapping).size());
  const double sums = static_cast<double>(geometry.output_elements()) * chunks *
                      static_cast<double>(settings.cycles.size()) * (macro.weight_parallel ? 1 : macro.weight_bits);
  const double voted =
      static_cast<double>(macro.voting_levels) / (macro.weight_bits + static_cast<double>(settings.cycles.size()) - 1);
  if (sums * (1 + voted * (macro.voting_samples - 1)) > budget.conversions) return false;
  // A multiply-add per row where sums are real; some 64 rows a word where they are integers.
  const double row_cost = macro.weight_variation_percent > 0 || macro.weight_parallel ? 1 : 0.02;
  if (sums * row_cost * std::min<double>(macro.rows, static_cast<double>(geometry.reduction())) >
      20 * budget.conversions) {
    return false;
  }
  // Packing; a Gaussian per cell where cells vary.
  const double cell_cost = macro.weight_variation_percent > 0 ? macro.weight_bits : 0.3;
  if (cell_cost * static_cast<double>(geometry.outputs * geometry.reduction()) > 5 * budget.conversions) return false;
  const double deviation = std::hypot(macro.random_noise_percent, macro.nonlinearity_percent) / 100;
  const double codes = std::pow(2, macro.adc_bits);
  const double row_entries =
      settings.noisy() ? std::min(codes, 2 + 15 * deviation * codes * 100 / macro.adc_range_percent) : 1;
  double entries = 0;
  int width = 0;
  for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
    const int own = settings.cycles[static_cast<std::size_t>(j)].width;
    if (own == width || macro.weight_parallel) continue;
    width = own;
    const auto full_scale = static_cast<double>(settings.full_scale(j));
    entries += full_scale / 4 + std::min(full_scale, sums) * row_entries;
  }
  return entries <= budget.table_entries;
}

std::int16_t largest_of(int bits, bool is_signed) {
  return static_cast<std::int16_t>((1 << (bits - (is_signed ? 1 : 0))) - 1);
}

std::vector<std::int16_t> some_weights(TestRandom& random, std::size_t count, int bits) {
  std::vector<std::int16_t> values = random_weights(random, count, bits);
  const std::int16_t largest = largest_of(bits, true);
  switch (random.integer(0, 7)) {
    case 0:  // every bit set: the largest sums
      std::fill(values.begin(), values.end(), std::int16_t{-1});
      break;
    case 1:
      std::fill(values.begin(), values.end(), one_in(random, 2) ? largest : static_cast<std::int16_t>(-largest - 1));
      break;
    case 2:  // sparse
      for (std::int16_t& value : values) value = one_in(random, 10) ? value : std::int16_t{0};
      break;
    case 3:
      for (std::int16_t& value : values) value = one_in(random, 2) ? largest : static_cast<std::int16_t>(-largest - 1);
      break;
    default:
      break;
  }
  return values;
}

std::vector<std::int16_t> some_activations(TestRandom& random, std::size_t count, int bits, bool is_signed) {
  const std::int16_t largest = largest_of(bits, is_signed);
  const int lowest = is_signed ? -largest - 1 : 0;
  std::vector<std::int16_t> values(count);
  const int kind = random.integer(0, 7);
  for (std::int16_t& value : values) {
    const auto uniform = static_cast<std::int16_t>(random.integer(lowest, largest));
    switch (kind) {
      case 0:
        value = 0;
        break;
      case 1:
        value = largest;
        break;
      case 2:
        value = static_cast<std::int16_t>(is_signed ? -1 : largest);
        break;
      case 3:  // dense
      case 4:
        value = uniform;
        break;
      case 5:  // one here and there
        value = one_in(random, 20) ? uniform : std::int16_t{0};
        break;
      default:  // as after a rectifier: half zero, the rest mostly small
        value = one_in(random, 2) ? std::int16_t{0} : static_cast<std::int16_t>(uniform >> random.integer(0, 3));
        break;
    }
  }
  return values;
}

void draw_activations(TestRandom& random, LayerCase& layer) {
  layer.streamed = some_activations(random, static_cast<std::size_t>(layer.geometry.input_elements()),
                                    layer.macro.activation_bits, layer.is_signed);
}

}  // namespace

std::shared_ptr<const PackedWeights> packed(const Engine& engine, const LayerCase& layer) {
  return engine.pack(layer.geometry, layer.weights, layer.settings(), layer.key.weight);
}

LayerResult computed(const Engine& engine, const LayerCase& layer, const PackedWeights& weights) {
  LayerResult result;
  // An output that the engine forgets to write shows.
  result.output.assign(static_cast<std::size_t>(layer.geometry.output_elements()),
                       std::numeric_limits<double>::quiet_NaN());
  engine.compute(layer.geometry, weights, layer.streamed, layer.settings(), layer.key, result.output, &result.counts);
  return result;
}

LayerCase random_case(TestRandom& random, const CaseBudget& budget) {
  LayerCase layer;
  do {
    layer.macro = MacroParameters{};
    draw_cells(random, layer.macro);
    layer.geometry = random_geometry(random, layer.macro.rows);
    draw_settings(random, layer);
  } while (!problems_of(layer.macro).empty() || !within(layer, budget));
  layer.key.weight = one_in(random, 2) ? random.next() : static_cast<std::uint64_t>(random.integer(0, 30));
  layer.weights = some_weights(random, static_cast<std::size_t>(layer.geometry.outputs * layer.geometry.reduction()),
                               layer.macro.weight_bits);
  draw_activations(random, layer);
  return layer;
}

LayerCase with_other_settings(TestRandom& random, const LayerCase& layer, const CaseBudget& budget) {
  LayerCase other = layer;
  do {
    draw_settings(random, other);
  } while (!problems_of(other.macro).empty() || !within(other, budget) ||
           other.macro.weight_parallel != layer.macro.weight_parallel);
  draw_activations(random, other);
  return other;
}

std::string description(const LayerCase& layer) {
  const LayerGeometry& g = layer.geometry;
  std::ostringstream text;
  text << (g.layout == OperandLayout::rows ? "rows" : "convolution") << ": channels " << g.channels << ", height "
       << g.height << ", width " << g.width << ", outputs " << g.outputs << ", kernel " << g.kernel_height << 'x'
       << g.kernel_width << ", stride " << g.stride_height << 'x' << g.stride_width << ", padding " << g.padding_height
       << 'x' << g.padding_width << ", dilation " << g.dilation_height << 'x' << g.dilation_width << ", groups "
       << g.groups << (layer.is_signed ? "; signed" : "; unsigned") << "; key seed " << layer.key.seed << ", layer "
       << layer.key.layer << ", image " << layer.key.image << ", part " << layer.key.part << ", weight "
       << layer.key.weight << "; settings";
  for (const auto& [key, value] : differing_values(layer.macro, MacroParameters{})) {
    text << ' ' << key << '=' << value_text(value);
  }
  return text.str();
}

std::string difference(const LayerResult& seen, const LayerResult& expected) {
  std::ostringstream text;
  text.precision(17);
  if (seen.output.size() != expected.output.size()) {
    text << seen.output.size() << " outputs instead of " << expected.output.size();
    return text.str();
  }
  for (std::size_t index = 0; index < seen.output.size(); ++index) {
    if (std::bit_cast<std::uint64_t>(seen.output[index]) == std::bit_cast<std::uint64_t>(expected.output[index])) {
      continue;
    }
    text << "output " << index << " of " << seen.output.size() << " is " << seen.output[index] << " instead of "
         << expected.output[index];
    return text.str();
  }
  if (seen.counts.conversions != expected.counts.conversions ||
      seen.counts.digital_sums != expected.counts.digital_sums) {
    text << "counted " << seen.counts.conversions << " conversions and " << seen.counts.digital_sums
         << " digital sums instead of " << expected.counts.conversions << " and " << expected.counts.digital_sums;
  }
  return text.str();
}

}  // namespace acim::test
