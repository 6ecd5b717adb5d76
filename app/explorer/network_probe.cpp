#include "network_probe.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/error.h"

namespace acim::explorer {

NetworkProbe::NetworkProbe(const Evaluation& evaluation, std::shared_ptr<const CsnrEvaluator> measured)
    : evaluation_(evaluation),
      images_(std::make_shared<ImageEvaluator>(evaluation.network, evaluation.images,
                                               evaluation.evaluator->image_count(), evaluation.calibration,
                                               evaluation.layers)),
      measured_(std::move(measured)),
      expectation_(evaluation) {
  for (const LayerInfo& layer : evaluation.layers) names_.push_back(layer.name);
}

ui::ProbedLayer NetworkProbe::operands(const PointSettings& settings, std::int64_t image, std::size_t layer,
                                       std::int64_t part, std::stop_token stop) const {
  std::optional<ui::ProbedLayer> found;
  // The layers after this one need not run.
  std::stop_source enough;
  const std::stop_callback link(stop, [&enough] { enough.request_stop(); });
  const ArrayLayerObserver look = [&](const ArrayLayerRun& run) {
    if (found || run.layer != layer || run.key.part != static_cast<std::uint64_t>(part)) return;
    found = ui::ProbedLayer{run.geometry,
                            run.settings,
                            run.key,
                            {run.weights.begin(), run.weights.end()},
                            {run.streamed.begin(), run.streamed.end()}};
    enough.request_stop();
  };
  try {
    images_->observe(settings, image, 1, look, enough.get_token());
  } catch (...) {
    if (!found) throw;  // Else it is what stopped the run.
  }
  if (found) return *std::move(found);
  throw Error(ErrorKind::usage, Phrase("Error", "This layer stays digital, so nothing of it is converted"),
              layer < names_.size() ? names_[layer] : std::string(),
              Phrase("Error", "Put it on the array to look into it"));
}

std::vector<double> NetworkProbe::csnr_db(const PointSettings& point) const {
  std::vector<double> csnr(names_.size(), std::nan(""));
  std::size_t next = 0;
  // In the order of layers; a name may stand for several calls.
  for (const LayerCsnr& one : measured_->layers(point)) {
    while (next < names_.size() && names_[next] != one.layer) ++next;
    if (next == names_.size()) break;
    csnr[next++] = one.moments.csnr_db();
  }
  return csnr;
}

std::vector<double> NetworkProbe::expected_csnr_db(const PointSettings& point, std::stop_token stop) const {
  std::vector<double> csnr;
  for (const std::optional<cost::CsnrEstimate>& layer : expectation_.layers(point, stop)) {
    csnr.push_back(layer ? layer->csnr_db : std::nan(""));
  }
  return csnr;
}

std::vector<LayerExplanation> NetworkProbe::explain(const PointSettings& point, bool trials,
                                                    const std::function<void(double)>& progress,
                                                    const std::stop_token& stop) const {
  ExplanationOptions options;
  options.images = explained_images();
  options.trials = trials;
  options.progress = progress;
  return explain_layers(evaluation_, point, options, stop);
}

std::int64_t NetworkProbe::explained_images() const {
  return std::min(ExplanationOptions{}.images, evaluation_.images->size());
}

}  // namespace acim::explorer
