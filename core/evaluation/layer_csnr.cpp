#include "evaluation/layer_csnr.h"

#include <algorithm>

#include "array/engine.h"

namespace acim {
namespace {

/// Images whose operands the estimate looks at.
constexpr std::int64_t kOperandImages = 4;

using cost::OperandStatistics;

/// The mean of statistics of `parts` equal parts and of one more.
void average(double& mean, double more, std::int64_t parts) {
  mean += (more - mean) / static_cast<double>(parts + 1);
}

void average(OperandStatistics::Moments& mean, const OperandStatistics::Moments& more, std::int64_t parts) {
  average(mean.mean, more.mean, parts);
  average(mean.square, more.square, parts);
}

void average(OperandStatistics& mean, const OperandStatistics& more, std::int64_t parts) {
  if (parts == 0) {
    mean = more;
    return;
  }
  for (std::size_t i = 0; i < mean.weight_ones.size(); ++i) average(mean.weight_ones[i], more.weight_ones[i], parts);
  for (std::size_t j = 0; j < mean.digits.size(); ++j) average(mean.digits[j], more.digits[j], parts);
  average(mean.weight, more.weight, parts);
  average(mean.activation, more.activation, parts);
}

}  // namespace

CsnrEvaluator::CsnrEvaluator(const Evaluation& evaluation)
    : images_(evaluation.network, evaluation.images, evaluation.evaluator->image_count(), evaluation.calibration,
              evaluation.layers),
      layers_(evaluation.layers) {}

std::vector<float> CsnrEvaluator::evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                                           std::stop_token stop) const {
  if (settings.mode != EvaluationMode::simulated) return images_.evaluate(settings, first, count, std::move(stop));
  std::vector<ImageRecord> block(static_cast<std::size_t>(count), ImageRecord(layers_.size()));
  std::vector<std::optional<LayerSetting>> layer_settings(layers_.size());
  std::vector<double> ideal;
  const ArrayLayerObserver collect = [&](const ArrayLayerRun& run) {
    ideal.resize(run.output.size());
    exact_products(run.geometry, run.weights, run.streamed, ideal, stop);
    const auto image = static_cast<std::int64_t>(run.key.image);
    LayerRecord& layer = block.at(static_cast<std::size_t>(image - first)).at(run.layer);
    layer.moments.add(ideal, run.output);
    if (image < kOperandImages) {
      average(layer.operands, cost::operand_statistics(run.weights, run.streamed, run.settings), layer.parts++);
    }
    if (!layer_settings.at(run.layer)) layer_settings[run.layer] = LayerSetting{run.geometry, run.settings};
  };
  std::vector<float> logits = images_.observe(settings, first, count, collect, stop);

  // Only whole blocks count: one that was stopped is evaluated again, or not at all.
  const std::lock_guard lock(mutex_);
  PointRecord& point = record_of(settings);
  if (point.settings.empty()) point.settings = std::move(layer_settings);
  for (std::size_t i = 0; i < block.size(); ++i) {
    point.waiting.emplace(first + static_cast<std::int64_t>(i), std::move(block[i]));
  }
  while (!point.waiting.empty() && point.waiting.begin()->first == point.next) {
    merge(point.waiting.extract(point.waiting.begin()).mapped(), point.merged);
    ++point.next;
  }
  return logits;
}

std::vector<LayerCsnr> CsnrEvaluator::layers(const PointSettings& point) const {
  const std::lock_guard lock(mutex_);
  const PointRecord& record = record_of(point);
  ImageRecord merged = record.merged;
  for (const auto& [image, waiting] : record.waiting) merge(waiting, merged);
  std::vector<LayerCsnr> found;
  for (std::size_t i = 0; i < record.settings.size(); ++i) {
    if (!record.settings[i] || merged[i].moments.count() == 0) continue;
    LayerCsnr layer{layers_[i].name, merged[i].moments, {}};
    if (merged[i].parts > 0) {
      layer.estimate = cost::estimate_csnr(record.settings[i]->geometry, record.settings[i]->settings,
                                           merged[i].operands, layer.moments.variance());
    }
    found.push_back(std::move(layer));
  }
  return found;
}

void CsnrEvaluator::merge(const ImageRecord& image, ImageRecord& into) {
  if (into.empty()) into.resize(image.size());
  for (std::size_t i = 0; i < image.size(); ++i) {
    into[i].moments += image[i].moments;
    if (image[i].parts == 0) continue;
    // An image has as many parts as another, so images count alike.
    average(into[i].operands, image[i].operands, into[i].parts);
    ++into[i].parts;
  }
}

CsnrEvaluator::PointRecord& CsnrEvaluator::record_of(const PointSettings& point) const {
  const auto known = std::ranges::find(points_, point, &PointRecord::point);
  if (known != points_.end()) return *known;
  points_.push_back({.point = point, .settings = {}, .merged = {}, .next = 0, .waiting = {}});
  return points_.back();
}

}  // namespace acim
