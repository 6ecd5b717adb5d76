// The array engine beside a formulation of the same layer in matrix products, as ASiM has it: for each chunk,
// activation bit and weight bit one LibTorch convolution of bit planes in float, noise from randn, clamp, round. One
// thread each; CPU time; best of several. baseline_bench [repeats, 5].

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <vector>

#include "array/fast_engine.h"
#include "bench_layers.h"

namespace {

using namespace acim;  // a program of one page
using bench::PreparedLayer;

/// How many normal numbers the baseline draws for each conversion.
enum class Draws { none, one, two };

at::Tensor bit_plane(const at::Tensor& integers, int bit) {
  return at::bitwise_and(at::bitwise_right_shift(integers, at::Scalar(bit)), at::Scalar(1)).to(at::kFloat);
}

/// The layer of a batch of images, [batch][channels][height][width] int32.
at::Tensor matrix_formulation(const PreparedLayer& layer, const at::Tensor& images, const at::Tensor& weights,
                              Draws draws) {
  const MacroParameters& macro = layer.settings.macro;
  const LayerGeometry& geometry = layer.geometry;
  const std::int64_t channels = macro.rows / geometry.elements_per_channel();
  const double levels = std::pow(2, macro.adc_bits) - 1;
  const double rows = macro.rows;
  at::Tensor total = at::zeros({images.size(0), geometry.outputs, geometry.output_height(), geometry.output_width()});
  for (std::int64_t first = 0; first < geometry.channels; first += channels) {
    const std::int64_t count = std::min(channels, geometry.channels - first);
    const at::Tensor streamed = images.narrow(1, first, count);
    const at::Tensor cells = weights.narrow(1, first, count);
    for (int j = 0; j < macro.activation_bits; ++j) {
      const at::Tensor rows_on = bit_plane(streamed, j);
      for (int i = 0; i < macro.weight_bits; ++i) {
        at::Tensor value = at::conv2d(rows_on, bit_plane(cells, i), {}, {geometry.stride_height, geometry.stride_width},
                                      {geometry.padding_height, geometry.padding_width});
        value.div_(rows);
        if (draws != Draws::none) {
          at::Tensor noise = at::randn_like(value).mul_(macro.random_noise_percent / 100);
          if (draws == Draws::two) {
            noise.add_(at::randn_like(value).mul_(macro.nonlinearity_percent / 100).div_((value * rows + 1).sqrt_()));
          }
          value.add_(noise);
        }
        value.clamp_(0, 1).mul_(levels).round_().mul_(rows / levels);
        total.add_(value, layer.settings.sign(i, j) * std::pow(2.0, i + j));
      }
    }
  }
  return total;
}

template <typename Work>
double best_seconds(int repeats, const Work& work) {
  double best = std::numeric_limits<double>::infinity();
  for (int repeat = 0; repeat < repeats; ++repeat) {
    const double begin = bench::thread_seconds();
    work();
    best = std::min(best, bench::thread_seconds() - begin);
  }
  return best;
}

/// Whether both compute the same layer: without noise they must agree but for float rounding.
bool agree(const PreparedLayer& layer, const at::Tensor& baseline) {
  double largest = 1;
  double apart = 0;
  const float* values = baseline.data_ptr<float>();
  for (std::size_t at = 0; at < layer.output.size(); ++at) {
    largest = std::max(largest, std::abs(layer.output[at]));
    apart = std::max(apart, std::abs(layer.output[at] - static_cast<double>(values[at])));
  }
  return apart < 1e-4 * largest;
}

struct BaselineCase {
  const char* name;
  bench::BenchLayer layer;
  Draws draws;
};

int compare(const Engine& engine, const BaselineCase& baseline_case, int repeats) {
  PreparedLayer layer(engine, baseline_case.layer);
  const LayerGeometry& g = layer.geometry;
  std::vector<int> integers(layer.streamed.begin(), layer.streamed.end());
  const at::Tensor image = at::from_blob(integers.data(), {1, g.channels, g.height, g.width}, at::kInt);
  std::vector<int> weight_integers(layer.weights.begin(), layer.weights.end());
  const at::Tensor weights =
      at::from_blob(weight_integers.data(), {g.outputs, g.channels, g.kernel_height, g.kernel_width}, at::kInt);

  double baseline = std::numeric_limits<double>::infinity();
  for (const std::int64_t batch : {1, 16}) {
    const at::Tensor images = image.repeat({batch, 1, 1, 1});
    at::Tensor output;
    const double seconds =
        best_seconds(repeats, [&] { output = matrix_formulation(layer, images, weights, baseline_case.draws); });
    baseline = std::min(baseline, seconds / static_cast<double>(batch));
    if (baseline_case.draws == Draws::none && !agree(layer, output[0].contiguous())) {
      fmt::print(stderr, "{}: the two do not compute the same\n", baseline_case.name);
      return 1;
    }
  }
  std::uint64_t number = 0;
  const double ours = best_seconds(10 * repeats, [&] { layer.compute(engine, ++number); });
  fmt::print("{:<36}{:>8.2f}{:>17.2f}{:>9.3f}{:>8.1f}\n", baseline_case.name, layer.set_bits, 1e3 * baseline,
             1e3 * ours, baseline / ours);
  std::fflush(stdout);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const int repeats = argc > 1 ? std::atoi(argv[1]) : 5;
  if (repeats < 1) {
    fmt::print(stderr, "usage: baseline_bench [repeats, at least 1]\n");
    return 2;
  }
  at::set_num_threads(1);
  const c10::InferenceMode inference;
  const auto engine = make_fast_engine();
  using bench::Density;
  const LayerGeometry large = bench::layer_128();
  const LayerGeometry small = bench::convolution_3x3(16, 16, 32);
  const auto converting = [](int bits) {
    MacroParameters macro = bench::macro_of(bits, 0);
    macro.adc_bits = 7;
    return macro;
  };
  std::vector<BaselineCase> cases;
  for (const Density density : {Density::half, Density::rectified}) {
    const auto add = [&](const char* name, const LayerGeometry& geometry, const MacroParameters& macro, Draws draws) {
      cases.push_back({name, {name, geometry, macro, density}, draws});
    };
    add("128ch W8A8, no noise", large, converting(8), Draws::none);
    add("128ch W8A8, 1 LSB, one randn", large, bench::macro_of(8, 1), Draws::one);
    add("128ch W8A8, 1 LSB, two randn", large, bench::macro_of(8, 1), Draws::two);
    add("128ch W4A4, no noise", large, converting(4), Draws::none);
    add("128ch W4A4, 1 LSB, one randn", large, bench::macro_of(4, 1), Draws::one);
    add("128ch W4A4, 1 LSB, two randn", large, bench::macro_of(4, 1), Draws::two);
    add("16ch W8A8, no noise", small, converting(8), Draws::none);
    add("16ch W8A8, 1 LSB, one randn", small, bench::macro_of(8, 1), Draws::one);
    add("16ch W8A8, 1 LSB, two randn", small, bench::macro_of(8, 1), Draws::two);
  }
  fmt::print("{:<36}{:>8}{:>17}{:>9}{:>8}\n", "ms per image and layer, one thread", "bits set", "matrix products",
             "engine", "ratio");
  for (const BaselineCase& baseline_case : cases) {
    if (compare(*engine, baseline_case, repeats) != 0) return 1;
  }
  return 0;
}
