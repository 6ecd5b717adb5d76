// How fast the array engine is on one thread, beside the limit of a dense AND and population count.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

#include "array/fast_engine.h"
#include "base/error.h"
#include "bench_layers.h"
#include "dense_limit.h"

namespace acim::bench {
namespace {

/// Runs `work` as often as asked; the time is CPU time of the thread. Returns the best.
template <typename Work>
double best_seconds(benchmark::State& state, const Work& work) {
  double best = std::numeric_limits<double>::infinity();
  for ([[maybe_unused]] auto iteration : state) {
    const double begin = thread_seconds();
    work();
    const double seconds = thread_seconds() - begin;
    state.SetIterationTime(seconds);
    best = std::min(best, seconds);
  }
  return best;
}

/// The best rates of the limit in this run, conversions per second.
struct Limits {
  std::map<std::string, double> of_shape;
  double of_four_words = 0;
};

void measure_limit(benchmark::State& state, DenseLimit limit, double& rate) {
  if (!DenseLimit::available()) {
    state.SkipWithError("this processor has no AVX-512 VPOPCNTDQ");
    return;
  }
  const double best = best_seconds(state, [&] { benchmark::DoNotOptimize(limit.run()); });
  if (!limit.last_counts_are_right()) state.SkipWithError("the counts are wrong");
  rate = std::max(rate, limit.conversions() / best);
  state.counters["Gconv/s"] = rate * 1e-9;
}

/// Shape and rows decide the limit; bits do not change a rate per conversion.
std::string shape_of(const BenchLayer& layer) {
  const LayerGeometry& g = layer.geometry;
  return fmt::format("{}x{}x{}x{}->{},rows={}", g.channels, g.height, g.width, g.kernel_height, g.outputs,
                     layer.macro.rows);
}

void measure_layer(benchmark::State& state, InstructionSet set, const BenchLayer& layer, const Limits& limits) {
  const auto engine = make_fast_engine(set);
  PreparedLayer prepared(*engine, layer);
  std::uint64_t image = 0;
  const double best = best_seconds(state, [&] { prepared.compute(*engine, ++image); });
  const double conversions = static_cast<double>(prepared.counts.conversions) / best;
  state.counters["ms"] = 1e3 * best;
  state.counters["Gconv/s"] = 1e-9 * conversions;
  state.counters["GMAC/s"] = 1e-9 * static_cast<double>(layer.geometry.multiply_accumulates()) / best;
  state.counters["bits_set"] = prepared.set_bits;
  // Digital sums are counted too, and a voted cycle is counted once: what a dense count would have to do.
  const double dense = static_cast<double>(layer.geometry.output_elements()) *
                       static_cast<double>(chunks_of(layer.geometry.reduction(), layer.geometry.elements_per_channel(),
                                                     layer.macro.rows, layer.macro.mapping)
                                               .size()) *
                       layer.macro.weight_bits * layer.macro.activation_bits / best;
  const auto limit = limits.of_shape.find(shape_of(layer));
  if (limit != limits.of_shape.end() && limit->second > 0) state.counters["limit_%"] = 100 * dense / limit->second;
  if (limits.of_four_words > 0) state.counters["limit4_%"] = 100 * dense / limits.of_four_words;
}

void measure_packing(benchmark::State& state, const BenchLayer& layer) {
  const auto engine = make_fast_engine();
  const PreparedLayer prepared(*engine, layer);
  const double best = best_seconds(state, [&] {
    benchmark::DoNotOptimize(engine->pack(prepared.geometry, prepared.weights, prepared.settings, 0));
  });
  state.counters["ms"] = 1e3 * best;
  state.counters["Mweights/s"] = 1e-6 * static_cast<double>(prepared.weights.size()) / best;
  state.counters["MB"] = 1e-6 * static_cast<double>(prepared.packed->size_in_bytes());
}

/// From the request to stop until compute() has thrown, amid a layer that would go on: wall time.
void measure_cancellation(benchmark::State& state, const BenchLayer& layer) {
  using Clock = std::chrono::steady_clock;
  const auto engine = make_fast_engine();
  PreparedLayer prepared(*engine, layer);
  double worst = 0;
  for ([[maybe_unused]] auto iteration : state) {
    std::stop_source source;
    Clock::time_point asked;
    std::jthread asking([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(3));
      asked = Clock::now();
      source.request_stop();
    });
    bool stopped = false;
    try {
      engine->compute(prepared.geometry, *prepared.packed, prepared.streamed, prepared.settings, {}, prepared.output,
                      nullptr, source.get_token());
    } catch (const Error& error) {
      stopped = error.kind() == ErrorKind::cancelled;
    }
    const auto ended = Clock::now();
    asking.join();
    if (!stopped) {
      state.SkipWithError("the layer ended before it was stopped");
      return;
    }
    const double seconds = std::chrono::duration<double>(ended - asked).count();
    state.SetIterationTime(seconds);
    worst = std::max(worst, seconds);
  }
  state.counters["worst_ms"] = 1e3 * worst;
}

MacroParameters with(MacroParameters macro, void (*change)(MacroParameters&)) {
  change(macro);
  return macro;
}

std::vector<BenchLayer> layers() {
  std::vector<BenchLayer> all;
  for (const Density density : {Density::half, Density::rectified}) {
    const std::string bits_set = density == Density::half ? "/half" : "/rectified";
    const auto add = [&](const std::string& name, const LayerGeometry& geometry, const MacroParameters& macro) {
      all.push_back({name + bits_set, geometry, macro, density});
    };
    add("128ch/W8A8/lossless", layer_128(), macro_of(8, 0));
    add("128ch/W8A8/adc7", layer_128(), with(macro_of(8, 0), [](MacroParameters& m) { m.adc_bits = 7; }));
    for (const double steps : {0.5, 1.0, 2.0}) {
      add(fmt::format("128ch/W8A8/noise{}", steps), layer_128(), macro_of(8, steps));
    }
    add("128ch/W4A4/adc7", layer_128(), with(macro_of(4, 0), [](MacroParameters& m) { m.adc_bits = 7; }));
    add("128ch/W4A4/noise1", layer_128(), macro_of(4, 1));
    for (const auto& [channels, side] : {std::pair{16, 32}, {32, 16}, {64, 8}}) {
      const LayerGeometry geometry = convolution_3x3(channels, channels, side);
      add(fmt::format("{}ch/W8A8/adc7", channels), geometry,
          with(macro_of(8, 0), [](MacroParameters& m) { m.adc_bits = 7; }));
      add(fmt::format("{}ch/W8A8/noise1", channels), geometry, macro_of(8, 1));
    }
  }
  return all;
}

/// Knobs one by one, on the 128-channel layer after a rectifier.
std::vector<BenchLayer> knobs() {
  std::vector<BenchLayer> all;
  const auto add = [&](const std::string& name, const MacroParameters& macro,
                       const LayerGeometry& geometry = layer_128()) {
    all.push_back({"128ch/W8A8/" + name, geometry, macro, Density::rectified});
  };
  for (const double steps : {0.0, 1.0}) {
    const std::string noise = steps == 0 ? "/adc7" : "/noise1";
    MacroParameters plain = macro_of(8, steps);
    if (steps == 0) plain.adc_bits = 7;
    for (const int encoding : {2, 4, 8}) {
      MacroParameters macro = plain;
      macro.encoding_bits = encoding;
      add(fmt::format("encoding{}", encoding) + noise, macro);
    }
    for (const int rows : {64, 1023}) {
      MacroParameters macro = plain;
      macro.rows = rows;
      add(fmt::format("rows{}", rows) + noise, macro);
    }
  }
  add("hybrid4/noise1", with(macro_of(8, 1), [](MacroParameters& m) { m.hybrid_levels = 4; }));
  add("hybrid8/noise1", with(macro_of(8, 1), [](MacroParameters& m) { m.hybrid_levels = 8; }));
  add("voting4x5/noise1", with(macro_of(8, 1), [](MacroParameters& m) {
        m.voting_levels = 4;
        m.voting_samples = 5;
      }));
  add("voting15x3mean/noise1", with(macro_of(8, 1), [](MacroParameters& m) {
        m.voting_levels = 15;
        m.voting_samples = 3;
        m.voting_rule = VotingRule::mean;
      }));
  add("range50/noise1", with(macro_of(8, 1), [](MacroParameters& m) { m.adc_range_percent = 50; }));
  add("compression/noise1", with(macro_of(8, 1), [](MacroParameters& m) { m.compression_alpha = 5e-4; }));
  add("nonlinearity4/noise1", with(macro_of(8, 1), [](MacroParameters& m) { m.nonlinearity_percent = 4; }));
  add("adc10/noise1of8", with(macro_of(8, 1), [](MacroParameters& m) { m.adc_bits = 10; }));
  add("weight_parallel/noise1", with(macro_of(8, 1), [](MacroParameters& m) { m.weight_parallel = true; }));
  add("variation1/noise1", with(macro_of(8, 1), [](MacroParameters& m) { m.weight_variation_percent = 1; }),
      convolution_3x3(128, 128, 4));
  LayerGeometry depthwise = convolution_3x3(128, 128, 16);
  depthwise.groups = 128;
  add("depthwise/noise1", macro_of(8, 1), depthwise);
  return all;
}

void add_layer(InstructionSet set, const BenchLayer& layer, const Limits& limits, const std::string& suffix) {
  benchmark::RegisterBenchmark(
      ("layer/" + layer.name + suffix).c_str(),
      [set, layer, &limits](benchmark::State& state) { measure_layer(state, set, layer, limits); })
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

void add_limits(Limits& limits, const std::vector<BenchLayer>& all) {
  const auto add = [&](const std::string& name, const DenseLimit& limit, double& rate) {
    benchmark::RegisterBenchmark(("dense/" + name).c_str(),
                                 [limit, &rate](benchmark::State& state) { measure_limit(state, limit, rate); })
        ->UseManualTime()
        ->MinTime(0.2)
        ->Unit(benchmark::kMillisecond);
  };
  add("4_words", DenseLimit(layer_128(), MacroParameters{}, 4), limits.of_four_words);
  for (const BenchLayer& layer : all) {
    if (layer.geometry.groups != 1 || layer.macro.weight_parallel) continue;
    const auto [limit, fresh] = limits.of_shape.try_emplace(shape_of(layer), 0.0);
    if (fresh) add(limit->first, DenseLimit(layer.geometry, layer.macro), limit->second);
  }
}

void add_benchmarks(Limits& limits) {
  const std::vector<BenchLayer> usual = layers();
  const std::vector<BenchLayer> other = knobs();
  std::vector<BenchLayer> all = usual;
  all.insert(all.end(), other.begin(), other.end());
  add_limits(limits, all);
  for (const BenchLayer& layer : all) add_layer(best_instruction_set(), layer, limits, "");
  for (const InstructionSet set : available_instruction_sets()) {
    for (const BenchLayer& layer : usual) {
      const bool shown = layer.density == Density::rectified && layer.name.starts_with("128ch/W8A8");
      if (shown) add_layer(set, layer, limits, fmt::format("/{}", instruction_set_name(set)));
    }
  }
  // What is not counting and converting: packing weights, once; windows and bits of activations, which a layer of one
  // output has as well.
  for (const int bits : {8, 4}) {
    const BenchLayer layer = {"", layer_128(), macro_of(bits, 1), Density::rectified};
    benchmark::RegisterBenchmark(fmt::format("pack_weights/128ch/W{}", bits).c_str(),
                                 [layer](benchmark::State& state) { measure_packing(state, layer); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    BenchLayer one = layer;
    one.name = fmt::format("128ch/W{}A{}/noise1/one_output", bits, bits);
    one.geometry.outputs = 1;
    add_layer(best_instruction_set(), one, limits, "");
  }
  const BenchLayer slow = {"", convolution_3x3(128, 128, 64), macro_of(8, 1), Density::half};
  benchmark::RegisterBenchmark("cancel/128ch_64x64/W8A8/noise1",
                               [slow](benchmark::State& state) { measure_cancellation(state, slow); })
      ->UseManualTime()
      ->Iterations(50)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace acim::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  acim::bench::Limits limits;
  acim::bench::add_benchmarks(limits);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
