// The criteria of the kinds that need no network.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "array/quantiser.h"
#include "base/error.h"
#include "base/random.h"
#include "recording/kinds.h"
#include "recording/parallel_for.h"
#include "recording/recorded_layer.h"

namespace acim {

namespace {

constexpr double kArrayTolerance = 1e-9;
constexpr double kOutputTolerance = 1e-5;
constexpr double kLargestZ = 5;
constexpr double kLargestMeanZ = 6;  // over sqrt(outputs)
constexpr std::int64_t kFewestRepeats = 1000;

VerificationStatus status_of(bool passed) {
  return passed ? VerificationStatus::pass : VerificationStatus::fail;
}

/// Largest difference relative to the largest recorded value; absolute when all recorded values are 0.
double largest_error(const std::vector<double>& own, const std::vector<double>& recorded) {
  double difference = 0;
  double largest = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    difference = std::max(difference, std::abs(own[i] - recorded[i]));
    largest = std::max(largest, std::abs(recorded[i]));
  }
  return largest > 0 ? difference / largest : difference;
}

struct QuantiserCase {
  std::string name;
  int bits = 8;
  bool is_signed = false;
};

QuantiserCase read_case(const nlohmann::json& json) {
  if (!json.is_object() || !json.contains("name") || !json["name"].is_string() || !json.contains("bits") ||
      (json.contains("signed") && !json["signed"].is_boolean())) {
    throw Error(ErrorKind::input, "A case of the quantiser is not complete", "", "It has name, bits and signed.");
  }
  return {json["name"].get<std::string>(), static_cast<int>(integer_entry(json, "bits", 2, 9, 8)),
          json.value("signed", false)};
}

/// Integers that differ from the recorded ones, and whether the scale does.
std::pair<std::int64_t, bool> quantiser_differences(const RecordingFile& file, const QuantiserCase& entry) {
  const std::vector<float> values = file.floats(entry.name + ".input");
  require_shape(file, entry.name + ".quantised", file.tensor(entry.name + ".input").shape);
  const std::vector<std::int64_t> recorded = file.integers(entry.name + ".quantised");
  const float scale = quantiser_scale(values, entry.is_signed);
  std::vector<std::int16_t> own(values.size());
  quantise(values, scale, entry.bits, entry.is_signed, own);
  std::int64_t differing = 0;
  for (std::size_t i = 0; i < own.size(); ++i) differing += own[i] != recorded[i] ? 1 : 0;
  return {differing, scale != static_cast<float>(file.number(entry.name + ".scale"))};
}

/// Sums of the powers of own values less the recorded mean, for one output.
class Moments {
 public:
  void add(double deviation) {
    double power = deviation;
    for (double& sum : sums_) {
      sum += power;
      power *= deviation;
    }
  }
  double mean(double count) const { return sums_[0] / count; }
  /// Central, divided by count.
  double variance(double count) const { return std::max(0.0, sums_[1] / count - mean(count) * mean(count)); }
  double fourth(double count) const {
    const double m = mean(count);
    return std::max(0.0,
                    sums_[3] / count - 4 * m * sums_[2] / count + 6 * m * m * sums_[1] / count - 3 * m * m * m * m);
  }

 private:
  std::array<double, 4> sums_{};
};

/// difference / root(variance), also for outputs that do not vary.
double z_of(double difference, double variance, double negligible) {
  if (variance > 0) return difference / std::sqrt(variance);
  return std::abs(difference) <= negligible ? 0 : std::copysign(std::numeric_limits<double>::infinity(), difference);
}

struct RecordedMoments {
  std::vector<double> mean;
  std::vector<double> deviation;
  std::vector<double> fourth;
  double repeats = 0;
};

RecordedMoments read_moments(const RecordingFile& file, const std::vector<std::int64_t>& shape) {
  for (const char* name : {"mean", "standard_deviation", "fourth_moment"}) require_shape(file, name, shape);
  RecordedMoments moments{file.numbers("mean"), file.numbers("standard_deviation"), file.numbers("fourth_moment"),
                          file.number("repeats")};
  if (!(moments.repeats >= 2)) throw Error(ErrorKind::input, "The tensor 'repeats' is below 2");
  const auto negative = [](double value) { return value < 0; };
  if (std::any_of(moments.deviation.begin(), moments.deviation.end(), negative) ||
      std::any_of(moments.fourth.begin(), moments.fourth.end(), negative)) {
    throw Error(ErrorKind::input, "A standard deviation or fourth moment is negative");
  }
  return moments;
}

/// Moments of `repeats` own runs about the recorded means. Runs are computed in parallel but added in their order, so
/// that the sums do not depend on the threads.
std::vector<Moments> own_moments(const RecordedLayer& layer, const RecordedMoments& recorded, std::int64_t repeats,
                                 const VerificationOptions& options) {
  constexpr std::int64_t kValuesAtOnce = std::int64_t{1} << 22U;
  const std::int64_t at_once = std::clamp<std::int64_t>(kValuesAtOnce / layer.output_count(), 1, repeats);
  const MacroParameters& macro = layer.settings().macro;
  const bool other_chips = macro.weight_variation_percent > 0;
  const RecordedLayer::Packed same_chip =
      other_chips ? RecordedLayer::Packed() : layer.pack(*options.engine, macro.seed);
  std::vector<Moments> moments(recorded.mean.size());
  std::vector<std::vector<double>> runs(static_cast<std::size_t>(at_once));
  for (std::int64_t first = 0; first < repeats; first += at_once) {
    const std::int64_t count = std::min(at_once, repeats - first);
    const auto run = [&](std::int64_t i) {
      const std::uint64_t seed = mix64(macro.seed, static_cast<std::uint64_t>(first + i));
      runs[static_cast<std::size_t>(i)] =
          layer.compute(*options.engine, other_chips ? layer.pack(*options.engine, seed) : same_chip, seed);
    };
    parallel_for(count, options.threads, options.stop, run, [&](double part) {
      if (options.progress)
        options.progress((static_cast<double>(first) + part * static_cast<double>(count)) /
                         static_cast<double>(repeats));
    });
    for (std::int64_t i = 0; i < count; ++i) {
      const std::vector<double>& values = runs[static_cast<std::size_t>(i)];
      for (std::size_t output = 0; output < values.size(); ++output)
        moments[output].add(values[output] - recorded.mean[output]);
    }
  }
  return moments;
}

}  // namespace

std::string quantiser_complaint(const RecordedLayer& layer) {
  for (const RecordedOperand* operand : {&layer.streamed(), &layer.stationary()}) {
    if (operand->differing > 0)
      return fmt::format("{} integers of '{}' differ from the quantiser", operand->differing, operand->name);
  }
  return {};
}

void verify_quantiser(const RecordingFile& file, VerificationResult& result) {
  const auto cases = file.metadata.find("cases");
  if (cases == file.metadata.end() || !cases->is_array() || cases->empty()) {
    throw Error(ErrorKind::input, "The metadata has no list 'cases'");
  }
  std::int64_t integers = 0;
  std::int64_t scales = 0;
  for (const nlohmann::json& json : *cases) {
    const QuantiserCase entry = read_case(json);
    const auto [differing, other_scale] = quantiser_differences(file, entry);
    integers += differing;
    scales += other_scale ? 1 : 0;
    result.outputs += file.tensor(entry.name + ".input").element_count();
  }
  result.status = status_of(integers == 0 && scales == 0);
  result.detail = integers == 0 && scales == 0
                      ? fmt::format("{} integers and {} scales are equal", result.outputs, cases->size())
                      : fmt::format("{} of {} integers and {} of {} scales differ", integers, result.outputs, scales,
                                    cases->size());
}

void verify_exact(const RecordingFile& file, const VerificationOptions& options, VerificationResult& result) {
  const RecordedLayer layer(file);
  require_shape(file, "array_output", layer.output_shape());
  if (file.contains("output")) require_shape(file, "output", layer.output_shape());
  result.outputs = layer.output_count();
  const std::uint64_t seed = layer.settings().macro.seed;
  const std::vector<double> own = layer.compute(*options.engine, layer.pack(*options.engine, seed), seed);
  result.largest_error = largest_error(own, file.numbers("array_output"));
  result.detail = fmt::format("largest error {:.1e} of the largest output", result.largest_error);
  bool passed = result.largest_error <= kArrayTolerance;
  if (const auto output = layer.dequantise(own); output && file.contains("output")) {
    const double error = largest_error(*output, file.numbers("output"));
    result.detail += fmt::format(", dequantised {:.1e}", error);
    passed = passed && error <= kOutputTolerance;
  }
  if (const std::string complaint = quantiser_complaint(layer); !complaint.empty()) {
    result.detail = complaint + "; " + result.detail;
    passed = false;
  }
  result.status = status_of(passed);
}

void verify_statistics(const RecordingFile& file, const VerificationOptions& options, VerificationResult& result) {
  const RecordedLayer layer(file);
  const RecordedMoments recorded = read_moments(file, layer.output_shape());
  const std::int64_t repeats = std::max<std::int64_t>(options.repeats, kFewestRepeats);
  const std::vector<Moments> own = own_moments(layer, recorded, repeats, options);
  const auto k = static_cast<double>(repeats);
  const double n = recorded.repeats;
  double largest = 0;
  for (const double mean : recorded.mean) largest = std::max(largest, std::abs(mean));
  double sum_of_z = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const double variance = own[i].variance(k);
    const double unbiased = variance * k / (k - 1);
    const double recorded_variance = recorded.deviation[i] * recorded.deviation[i];
    const double z = z_of(own[i].mean(k), recorded_variance / n + unbiased / k, kArrayTolerance * largest);
    // The variance of a variance, from the fourth moments.
    const double spread = std::max(0.0, recorded.fourth[i] - recorded_variance * recorded_variance) / n +
                          std::max(0.0, own[i].fourth(k) - variance * variance) / k;
    const double z_variance = z_of(unbiased - recorded_variance, spread, kArrayTolerance * largest * largest);
    result.largest_z_mean = std::max(result.largest_z_mean, std::abs(z));
    result.largest_z_variance = std::max(result.largest_z_variance, std::abs(z_variance));
    sum_of_z += z;
  }
  result.outputs = layer.output_count();
  const double mean_z = std::abs(sum_of_z) / std::sqrt(static_cast<double>(result.outputs));
  result.detail = fmt::format("largest |z| of a mean {:.1f}, of a variance {:.1f}, of all means {:.1f}, {} repeats",
                              result.largest_z_mean, result.largest_z_variance, mean_z, repeats);
  bool passed = result.largest_z_mean < kLargestZ && result.largest_z_variance < kLargestZ && mean_z < kLargestMeanZ;
  if (const std::string complaint = quantiser_complaint(layer); !complaint.empty()) {
    result.detail = complaint + "; " + result.detail;
    passed = false;
  }
  result.status = status_of(passed);
}

}  // namespace acim
