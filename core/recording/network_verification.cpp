// Recordings of a whole network: predictions of the first images of a data set.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "array/mapping.h"
#include "base/error.h"
#include "base/interval.h"
#include "recording/kinds.h"
#include "recording/parallel_for.h"

namespace acim {

namespace {

constexpr double kSamePredictions = 0.98;

struct RecordedPredictions {
  std::vector<std::int64_t> predictions;
  std::vector<std::int64_t> labels;
  std::int64_t batch = 0;
  std::int64_t correct = 0;
  std::int64_t images() const { return static_cast<std::int64_t>(labels.size()); }
};

std::int64_t count_equal(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] == b[i] ? 1 : 0;
  return count;
}

RecordedPredictions read_predictions(const RecordingFile& file) {
  RecordedPredictions recorded{file.integers("predictions"), file.integers("labels"), 0, 0};
  if (recorded.labels.empty()) throw Error(ErrorKind::input, "The recording holds no images");
  require_shape(file, "labels", {recorded.images()});
  require_shape(file, "predictions", {recorded.images()});
  recorded.batch = integer_entry(file.metadata, "batch", 1, 1'000'000, recorded.images());
  recorded.correct = count_equal(recorded.predictions, recorded.labels);
  if (integer_entry(file.metadata, "correct", 0, recorded.images(), recorded.correct) != recorded.correct) {
    throw Error(ErrorKind::input,
                fmt::format("The predictions are right {} times, but the metadata says otherwise", recorded.correct));
  }
  return recorded;
}

/// Refuses to compare with other images or classes.
void require_same_images(const RecordingFile& file, const RecordedPredictions& recorded, const Evaluator& network) {
  if (recorded.images() > network.image_count()) {
    throw Error(ErrorKind::input,
                fmt::format("{} images were recorded, the data set has {}", recorded.images(), network.image_count()),
                "", "Name the data set that was recorded.");
  }
  for (std::int64_t i = 0; i < recorded.images(); ++i) {
    const std::int64_t label = recorded.labels[static_cast<std::size_t>(i)];
    if (label == network.label(i)) continue;
    throw Error(ErrorKind::input,
                fmt::format("Image {} was recorded with label {}, the data set says {}", i, label, network.label(i)),
                "", "Name the data set that was recorded.");
  }
  if (file.contains("logits")) require_shape(file, "logits", {recorded.images(), network.class_count()});
}

std::vector<std::int64_t> own_predictions(const PointSettings& settings, const RecordedPredictions& recorded,
                                          const VerificationOptions& options) {
  const Evaluator& network = *options.network;
  const auto classes = static_cast<std::ptrdiff_t>(network.class_count());
  std::vector<std::int64_t> predictions(recorded.labels.size());
  const std::int64_t blocks = (recorded.images() + recorded.batch - 1) / recorded.batch;
  const auto evaluate = [&](std::int64_t block) {
    const std::int64_t first = block * recorded.batch;
    const std::int64_t count = std::min(recorded.batch, recorded.images() - first);
    const std::vector<float> logits = network.evaluate(settings, first, count, options.stop);
    for (std::int64_t i = 0; i < count; ++i) {
      const auto row = logits.begin() + i * classes;
      predictions[static_cast<std::size_t>(first + i)] = std::max_element(row, row + classes) - row;
    }
  };
  parallel_for(blocks, options.threads, options.stop, evaluate, [&](double part) {
    if (options.progress) options.progress(part);
  });
  return predictions;
}

/// Whether every conversion gives the sum itself: no noise, and each count of the column is a code.
bool is_lossless(const MacroParameters& m) {
  if (m.random_noise_percent > 0 || m.nonlinearity_percent > 0 || m.compression_alpha > 0 ||
      m.weight_variation_percent > 0)
    return false;
  if (m.adc_range_percent < 100 || m.adc_offset_percent > 0) return false;
  const std::int64_t codes = (std::int64_t{1} << (m.weight_parallel ? m.adc_bits - 1 : m.adc_bits)) - 1;
  const std::int64_t per_row = m.weight_parallel ? (std::int64_t{1} << (m.weight_bits - 1)) - 1 : 1;
  for (const bool is_signed : {false, true}) {
    for (const Cycle& cycle : cycles_of(m.activation_bits, m.encoding_bits, is_signed)) {
      if (codes % (m.rows * per_row * ((std::int64_t{1} << cycle.width) - 1)) != 0) return false;
    }
  }
  return true;
}

/// Whether 0 lies in the 95 % interval of the difference of two proportions (Newcombe's hybrid score interval,
/// Statistics in Medicine 17, 1998, method 10).
bool difference_is_insignificant(std::int64_t a, std::int64_t b, std::int64_t images) {
  const double difference = static_cast<double>(a - b) / static_cast<double>(images);
  const Interval of_a = wilson_interval(a, images);
  const Interval of_b = wilson_interval(b, images);
  const double p_a = static_cast<double>(a) / static_cast<double>(images);
  const double p_b = static_cast<double>(b) / static_cast<double>(images);
  return difference >= 0 ? difference <= std::hypot(p_a - of_a.low, of_b.high - p_b)
                         : -difference <= std::hypot(of_a.high - p_a, p_b - of_b.low);
}

}  // namespace

void verify_network(const RecordingFile& file, const VerificationOptions& options, VerificationResult& result) {
  const RecordedPredictions recorded = read_predictions(file);
  PointSettings settings;
  settings.macro = file.parameters();
  settings.macro.batch = static_cast<int>(std::min<std::int64_t>(recorded.batch, 1000));
  validate(settings.macro);
  result.outputs = recorded.images();
  if (options.network == nullptr) {
    result.status = VerificationStatus::skipped;
    result.detail = "needs the network and its images (--network, --architecture, --mean, --std, --dataset)";
    return;
  }
  require_same_images(file, recorded, *options.network);
  const std::vector<std::int64_t> own = own_predictions(settings, recorded, options);
  const std::int64_t same = count_equal(own, recorded.predictions);
  const std::int64_t correct = count_equal(own, recorded.labels);
  const std::int64_t images = recorded.images();
  bool passed = false;
  std::string_view criterion;
  if (is_lossless(settings.macro)) {
    passed = static_cast<double>(same) >= kSamePredictions * static_cast<double>(images);
    criterion = "lossless: at least 98 % alike";
  } else {
    passed = difference_is_insignificant(correct, recorded.correct, images);
    criterion = "the difference of accuracies inside its 95 % interval";
  }
  result.status = passed ? VerificationStatus::pass : VerificationStatus::fail;
  result.detail = fmt::format("{} of {} correct, recorded {}; {} predictions alike ({})", correct, images,
                              recorded.correct, same, criterion);
}

}  // namespace acim
