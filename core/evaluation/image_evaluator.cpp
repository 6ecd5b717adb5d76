#include "evaluation/image_evaluator.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "evaluation/evaluation.h"

namespace acim {

namespace {

/// The processor's widest vector instructions that LibTorch may use. Integer layers do not depend on them, float ones
/// do in the last bit.
std::string_view instruction_set() {
#if defined(__x86_64__) || defined(__i386__)
  if (__builtin_cpu_supports("avx512f")) return "x86-64 AVX-512";
  if (__builtin_cpu_supports("avx2")) return "x86-64 AVX2";
  return "x86-64";
#elif defined(__aarch64__)
  return "AArch64";
#else
  return "generic";
#endif
}

}  // namespace

std::vector<std::uint8_t> read_pixels(const ImageSet& images, std::int64_t first, std::int64_t count) {
  if (first < 0 || count < 0 || first > images.size() - count) {
    throw Error(ErrorKind::internal, fmt::format("Images {} to {} of {}", first, first + count, images.size()));
  }
  const auto bytes = static_cast<std::size_t>(images.shape().bytes());
  std::vector<std::uint8_t> pixels(bytes * static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    images.read(first + static_cast<std::int64_t>(i), std::span(pixels).subspan(i * bytes, bytes));
  }
  return pixels;
}

ImageBlock image_block(const ImageSet& images, const std::vector<std::uint8_t>& pixels, std::int64_t first,
                       std::int64_t count) {
  const ImageShape shape = images.shape();
  ImageBlock block;
  block.pixels = pixels;
  block.count = count;
  block.channels = shape.channels;
  block.height = shape.height;
  block.width = shape.width;
  block.first_index = first;
  return block;
}

Calibration calibrate(const Network& network, const ImageSet& images, std::int64_t count, double percentile,
                      std::stop_token stop) {
  const auto pixels = read_pixels(images, 0, count);
  Calibration calibration = network.calibrate(image_block(images, pixels, 0, count), percentile, std::move(stop));
  calibration.images_hash = images.hash();
  calibration.images = count;
  calibration.network_hash = network.hash();
  return calibration;
}

ImageEvaluator::ImageEvaluator(std::shared_ptr<const Network> network, std::shared_ptr<const ImageSet> images,
                               std::int64_t image_count, Calibration calibration, std::vector<LayerInfo> layers)
    : network_(std::move(network)),
      images_(std::move(images)),
      image_count_(image_count),
      calibration_(std::make_shared<const Calibration>(std::move(calibration))),
      layers_(std::move(layers)),
      images_hash_(images_->hash()) {
  by_percentile_[calibration_->percentile] = *calibration_;
}

std::vector<float> ImageEvaluator::evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                                            std::stop_token stop) const {
  check_layer_patterns(settings, layers_);
  const auto calibration = calibration_for(settings, stop);
  const auto pixels = read_pixels(*images_, first, count);
  return network_->logits(image_block(*images_, pixels, first, count), settings, calibration.get(), std::move(stop));
}

std::vector<float> ImageEvaluator::observe(const PointSettings& settings, std::int64_t first, std::int64_t count,
                                           const ArrayLayerObserver& observer, std::stop_token stop) const {
  check_layer_patterns(settings, layers_);
  const auto calibration = calibration_for(settings, stop);
  const auto pixels = read_pixels(*images_, first, count);
  return network_->observe(image_block(*images_, pixels, first, count), settings, calibration.get(), observer,
                           std::move(stop));
}

std::vector<double> ImageEvaluator::percentiles(const PointSettings& settings) const {
  std::vector<double> percentiles;
  for (const LayerInfo& layer : layers_) {
    percentiles.push_back(settings_of_layer(settings, layer.name, layer.first_convolution).macro.activation_percentile);
  }
  return percentiles;
}

std::shared_ptr<const Calibration> ImageEvaluator::calibration_for(const PointSettings& settings,
                                                                   std::stop_token stop) const {
  if (settings.mode == EvaluationMode::floating_point) return nullptr;
  const std::vector<double> wanted = percentiles(settings);
  const auto is_base = [&](double percentile) { return percentile == calibration_->percentile; };
  if (std::all_of(wanted.begin(), wanted.end(), is_base)) return calibration_;

  const std::lock_guard lock(mutex_);
  std::shared_ptr<const Calibration>& known = by_percentiles_[wanted];
  if (known) return known;
  Calibration composed = *calibration_;
  composed.percentile = settings.macro.activation_percentile;
  for (std::size_t i = 0; i < wanted.size(); ++i) composed.layers.at(i) = at_percentile(wanted[i], stop).layers.at(i);
  known = std::make_shared<const Calibration>(std::move(composed));
  return known;
}

const Calibration& ImageEvaluator::at_percentile(double percentile, std::stop_token stop) const {
  const auto found = by_percentile_.find(percentile);
  if (found != by_percentile_.end()) return found->second;
  Calibration made = calibrate(*network_, *images_, calibration_->images, percentile, std::move(stop));
  return by_percentile_.emplace(percentile, std::move(made)).first->second;
}

std::vector<std::pair<std::string, std::string>> ImageEvaluator::provenance() const {
  return {{"program", "ACiM Explorer " ACIM_PROGRAM_VERSION},
          {"network", network_->name()},
          {"network_hash", network_->hash()},
          {"images", images_->name()},
          {"images_hash", images_hash_},
          {"image_count", fmt::format("{}", image_count_)},
          {"calibration_images", fmt::format("{}", calibration_->images)},
          {"calibration_hash", calibration_->hash()},
          {"instruction_set", std::string(instruction_set())}};
}

std::string ImageEvaluator::calibration() const {
  return calibration_json(*calibration_);
}

}  // namespace acim
