#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "evaluation/csnr_expectation.h"
#include "evaluation/evaluation.h"
#include "evaluation/image_evaluator.h"
#include "evaluation/layer_csnr.h"
#include "evaluation/layer_explanation.h"
#include "ui/model/layer_probe.h"

namespace acim::explorer {

/// Looks into the layers of a network while it runs on an image, and knows what a study measured of them.
class NetworkProbe : public ui::LayerProbe {
 public:
  /// `measured`: the evaluator that studies run on.
  NetworkProbe(const Evaluation& evaluation, std::shared_ptr<const CsnrEvaluator> measured);

  std::int64_t image_count() const override { return images_->image_count(); }
  ui::ProbedLayer operands(const PointSettings& settings, std::int64_t image, std::size_t layer, std::int64_t part,
                           std::stop_token stop) const override;
  std::vector<double> csnr_db(const PointSettings& point) const override;
  std::vector<double> expected_csnr_db(const PointSettings& point, std::stop_token stop) const override;
  std::vector<LayerExplanation> explain(const PointSettings& point, bool trials,
                                        const std::function<void(double)>& progress,
                                        const std::stop_token& stop) const override;
  std::int64_t explained_images() const override;

 private:
  Evaluation evaluation_;
  std::shared_ptr<const ImageEvaluator> images_;
  std::shared_ptr<const CsnrEvaluator> measured_;
  CsnrExpectation expectation_;
  std::vector<std::string> names_;
};

}  // namespace acim::explorer
