#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "dataset/image_set.h"
#include "network/network.h"
#include "study/evaluator.h"

namespace acim {

/// The pixels of images [first, first + count), one after the other.
std::vector<std::uint8_t> read_pixels(const ImageSet& images, std::int64_t first, std::int64_t count);
/// The block a network takes; `pixels` must outlive it.
ImageBlock image_block(const ImageSet& images, const std::vector<std::uint8_t>& pixels, std::int64_t first,
                       std::int64_t count);

/// Calibrates on the first `images.images` of the set; fills every hash.
Calibration calibrate(const Network& network, const ImageSet& images, std::int64_t count, double percentile,
                      std::stop_token stop);

/// A network on the first images of a set.
class ImageEvaluator : public Evaluator {
 public:
  ImageEvaluator(std::shared_ptr<const Network> network, std::shared_ptr<const ImageSet> images,
                 std::int64_t image_count, Calibration calibration, std::vector<LayerInfo> layers);

  std::int64_t image_count() const override { return image_count_; }
  int class_count() const override { return static_cast<int>(images_->class_names().size()); }
  int label(std::int64_t image) const override { return images_->label(image); }
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override;
  /// Network::observe on these images, calibrated as evaluate() would; the same logits.
  std::vector<float> observe(const PointSettings& settings, std::int64_t first, std::int64_t count,
                             const ArrayLayerObserver& observer, std::stop_token stop) const;
  std::vector<std::pair<std::string, std::string>> provenance() const override;
  std::string calibration() const override;

 private:
  /// The percentile that each layer's scale is taken at.
  std::vector<double> percentiles(const PointSettings& settings) const;
  /// The calibration for a point; each layer's entry at its own percentile. Made once for each combination.
  std::shared_ptr<const Calibration> calibration_for(const PointSettings& settings, std::stop_token stop) const;
  /// With mutex_ held.
  const Calibration& at_percentile(double percentile, std::stop_token stop) const;

  const std::shared_ptr<const Network> network_;
  const std::shared_ptr<const ImageSet> images_;
  const std::int64_t image_count_;
  const std::shared_ptr<const Calibration> calibration_;
  const std::vector<LayerInfo> layers_;
  const std::string images_hash_;

  mutable std::mutex mutex_;
  mutable std::map<double, Calibration> by_percentile_;
  mutable std::map<std::vector<double>, std::shared_ptr<const Calibration>> by_percentiles_;
};

}  // namespace acim
