#include "evaluation/csnr_expectation.h"

#include <algorithm>
#include <span>

#include "array/engine.h"
#include "array/output_moments.h"
#include "base/error.h"
#include "macro/exact_point.h"

namespace acim {
namespace {

constexpr std::size_t kMostKept = 8;        ///< points' operands
constexpr std::size_t kMostSampled = 4096;  ///< of a layer's weights, and of its activations

/// Spread over all values, at distances that meet no row or channel of a layer again and again.
std::vector<std::int16_t> sample(std::span<const std::int16_t> values) {
  if (values.size() <= kMostSampled) return {values.begin(), values.end()};
  constexpr double kGoldenPart = 0.6180339887498949;
  std::vector<std::int16_t> chosen;
  chosen.reserve(kMostSampled);
  double place = 0;
  for (std::size_t i = 0; i < kMostSampled; ++i) {
    chosen.push_back(values[static_cast<std::size_t>(place * static_cast<double>(values.size()))]);
    place += kGoldenPart;
    if (place >= 1) place -= 1;
  }
  return chosen;
}

}  // namespace

CsnrExpectation::CsnrExpectation(const Evaluation& evaluation)
    : images_(evaluation.network, evaluation.images, evaluation.evaluator->image_count(), evaluation.calibration,
              evaluation.layers),
      layers_(evaluation.layers) {}

const CsnrExpectation::PointOperands& CsnrExpectation::operands_of(const PointSettings& point,
                                                                   const std::stop_token& stop) const {
  PointOperands fresh{exact_point(point), {}};
  const auto known = std::ranges::find(known_, fresh.point, &PointOperands::point);
  if (known != known_.end()) return *known;
  fresh.layers.resize(layers_.size());
  std::vector<OutputMoments> signals(layers_.size());
  std::vector<double> ideal;
  const ArrayLayerObserver look = [&](const ArrayLayerRun& run) {
    ideal.resize(static_cast<std::size_t>(run.geometry.output_elements()));
    exact_products(run.geometry, run.weights, run.streamed, ideal, stop);
    signals.at(run.layer).add(ideal, ideal);
    std::optional<LayerOperands>& layer = fresh.layers.at(run.layer);
    // The parts of a product of activations are alike.
    if (!layer) {
      layer =
          LayerOperands{run.geometry, run.settings.signed_activations, sample(run.weights), sample(run.streamed), 0};
    }
    layer->signal_variance = signals[run.layer].variance();
  };
  images_.observe(fresh.point, 0, 1, look, stop);
  if (known_.size() >= kMostKept) known_.pop_front();
  known_.push_back(std::move(fresh));
  return known_.back();
}

std::vector<std::optional<cost::CsnrEstimate>> CsnrExpectation::layers(const PointSettings& point,
                                                                       const std::stop_token& stop) const {
  std::vector<std::optional<cost::CsnrEstimate>> estimates(layers_.size());
  if (point.mode != EvaluationMode::simulated) return estimates;
  const std::lock_guard lock(mutex_);
  const PointOperands& operands = operands_of(point, stop);
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const std::optional<LayerOperands>& layer = operands.layers[i];
    if (!layer) continue;
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped while estimating CSNR");
    const LayerSettings own = settings_of_layer(point, layers_[i].name, layers_[i].first_convolution);
    const ConversionSettings settings = make_conversion_settings(own.macro, layer->signed_activations);
    estimates[i] = cost::estimate_csnr(layer->geometry, settings,
                                       cost::operand_statistics(layer->weights, layer->streamed, settings),
                                       layer->signal_variance);
  }
  return estimates;
}

}  // namespace acim
