#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "array/output_moments.h"
#include "cost/csnr_estimate.h"
#include "evaluation/evaluation.h"
#include "evaluation/image_evaluator.h"

namespace acim {

/// Signal to noise of one layer of the array: what a run measured, and what would have been expected of it.
struct LayerCsnr {
  std::string layer;
  OutputMoments moments;  ///< of all outputs of all images
  /// Of the operands of the first images, with the measured signal variance.
  cost::CsnrEstimate estimate;
};

/// Evaluates as an evaluation's own evaluator does, to the bit, and collects on the way what the array makes of the
/// exact integer products. Of several points at once, and thread-safe. What is collected is merged image by image, so
/// that it depends on no thread or block size.
class CsnrEvaluator : public Evaluator {
 public:
  explicit CsnrEvaluator(const Evaluation& evaluation);

  std::int64_t image_count() const override { return images_.image_count(); }
  int class_count() const override { return images_.class_count(); }
  int label(std::int64_t image) const override { return images_.label(image); }
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override;
  std::vector<std::pair<std::string, std::string>> provenance() const override { return images_.provenance(); }
  std::string calibration() const override { return images_.calibration(); }

  /// Of the images that are evaluated so far at a point, in the order of layers; those that stay digital are left out.
  /// Empty for modes without an array.
  std::vector<LayerCsnr> layers(const PointSettings& point) const;

 private:
  /// Of one layer for one image, all parts of a product.
  struct LayerRecord {
    OutputMoments moments;
    cost::OperandStatistics operands;  ///< of the first images
    std::int64_t parts = 0;
  };
  using ImageRecord = std::vector<LayerRecord>;  ///< by layer index
  /// A layer as it was run.
  struct LayerSetting {
    LayerGeometry geometry;
    ConversionSettings settings;
  };
  struct PointRecord {
    PointSettings point;
    std::vector<std::optional<LayerSetting>> settings;  ///< by layer index
    ImageRecord merged;                                 ///< of the images before `next`
    std::int64_t next = 0;
    std::map<std::int64_t, ImageRecord> waiting;  ///< images after a gap
  };

  static void merge(const ImageRecord& image, ImageRecord& into);
  /// With mutex_ held.
  PointRecord& record_of(const PointSettings& point) const;

  ImageEvaluator images_;
  std::vector<LayerInfo> layers_;
  mutable std::mutex mutex_;
  mutable std::list<PointRecord> points_;
};

}  // namespace acim
