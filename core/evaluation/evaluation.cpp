#include "evaluation/evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "evaluation/image_evaluator.h"
#include "network/network_description.h"
#include "study/subject_misfit.h"

namespace acim {

namespace {

NetworkSource source_of(const StudySubject& subject) {
  NetworkSource source;
  source.path = subject.network;
  source.architecture = subject.architecture;
  if (subject.mean.empty() && subject.standard_deviation.empty()) return source;
  if (subject.mean.size() != 3 || subject.standard_deviation.size() != 3) {
    throw Error(ErrorKind::usage, Phrase("Error", "The normalisation is incomplete"), "mean and standard deviation",
                Phrase("Error", "Give three numbers each (red, green, blue), or neither"));
  }
  Normalisation normalisation;
  std::copy_n(subject.mean.begin(), 3, normalisation.mean.begin());
  std::copy_n(subject.standard_deviation.begin(), 3, normalisation.standard_deviation.begin());
  source.normalisation = normalisation;
  return source;
}

/// The network's layers on images of this shape, when both fit.
std::vector<LayerInfo> fitting_layers(const Network& network, const ImageSet& images) {
  const ImageShape shape = images.shape();
  const std::string both = fmt::format("network {}, images {}", network.name(), images.name());
  std::vector<LayerInfo> layers;
  std::int64_t classes = 0;
  try {
    layers = network.layers(shape.channels, shape.height, shape.width);
    classes = network.class_count(shape.channels, shape.height, shape.width);
  } catch (const Error& error) {
    throw SubjectMisfit(error.at(both));
  }
  const auto labelled = static_cast<std::int64_t>(images.class_names().size());
  if (classes != labelled) {
    throw SubjectMisfit(Error(
        ErrorKind::input,
        Phrase("Error", "The network tells {} classes apart, the images have {}").filled_with(classes, labelled), both,
        Phrase("Error",
               "Choose the images the network was trained for; the classes of an image folder are those of its class "
               "list, classes=FILE")));
  }
  return layers;
}

/// The stored calibration if it is one of this network on these images. Its percentile is the study's own.
std::optional<Calibration> fitting_calibration(const std::string& stored, const Network& network,
                                               const ImageSet& images, std::int64_t count, std::size_t layers) {
  if (stored.empty()) return std::nullopt;
  Calibration calibration = calibration_from_json(stored);
  const bool fits = calibration.network_hash == network.hash() && calibration.images_hash == images.hash() &&
                    calibration.images == count && calibration.layers.size() == layers;
  if (!fits) return std::nullopt;
  return calibration;
}

}  // namespace

std::string fitting_dataset(const StudySubject& subject) {
  if (!wants_crop(subject.dataset)) return subject.dataset;
  const NetworkDescription description = read_network_description(subject.network);
  if (description.input.size() != 3 || description.input[1] != description.input[2]) return subject.dataset;
  std::string dataset = with_option(subject.dataset, "crop", fmt::format("{}", description.input[1]));
  const bool resized = dataset.find(",resize=") != std::string::npos;
  if (description.resize > 0 && !resized)
    dataset = with_option(dataset, "resize", fmt::format("{}", description.resize));
  return dataset;
}

Evaluation make_evaluation(std::shared_ptr<const Network> network, std::shared_ptr<const ImageSet> images,
                           const StudySubject& subject, double activation_percentile,
                           const std::string& stored_calibration, std::stop_token stop) {
  if (subject.images < 0 || subject.calibration_images < 1) {
    throw Error(
        ErrorKind::usage,
        Phrase("Error", "{} images, {} for calibration").filled_with(subject.images, subject.calibration_images),
        "images", Phrase("Error", "At least one image is needed for calibration; 0 images are all of them"));
  }
  if (images->size() < 1) throw Error(ErrorKind::input, Phrase("Error", "There are no images"), images->name());
  Evaluation evaluation;
  evaluation.layers = fitting_layers(*network, *images);
  const ImageShape shape = images->shape();
  evaluation.outside = network->outside_operations(shape.channels, shape.height, shape.width);
  const std::int64_t count = std::min(subject.calibration_images, images->size());
  auto stored = fitting_calibration(stored_calibration, *network, *images, count, evaluation.layers.size());
  evaluation.calibration =
      stored ? std::move(*stored) : calibrate(*network, *images, count, activation_percentile, std::move(stop));
  for (std::size_t i = 0; i < std::min(evaluation.layers.size(), evaluation.calibration.layers.size()); ++i) {
    evaluation.layers[i].negative_inputs = evaluation.calibration.layers[i].streamed.negative;
    evaluation.layers[i].calibration_maximum = evaluation.calibration.layers[i].streamed.maximum;
  }
  const std::int64_t used = subject.images > 0 ? std::min(subject.images, images->size()) : images->size();
  evaluation.evaluator =
      std::make_shared<ImageEvaluator>(network, images, used, evaluation.calibration, evaluation.layers);
  evaluation.network = std::move(network);
  evaluation.images = std::move(images);
  return evaluation;
}

Evaluation make_evaluation(const StudySubject& subject, double activation_percentile,
                           const std::string& stored_calibration,
                           const std::function<void(double, const std::string&)>& progress, std::stop_token stop) {
  const auto advance = [&](double fraction, const std::string& what) {
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "Stopped while loading");
    if (progress) progress(fraction, what);
  };
  // The network first: it is small, and an error in it should not wait for the images.
  advance(0, "Loading the network");
  auto network = load_network(source_of(subject));
  advance(0.1, "Loading the images");
  // A short run opens no more of a large folder than it needs; calibration needs the same whatever the run's length.
  const std::int64_t needed = subject.images > 0 ? std::max(subject.images, subject.calibration_images) : 0;
  auto images = open_image_set(
      fitting_dataset(subject), [&](double part) { advance(0.1 + 0.7 * part, "Loading the images"); }, needed);
  advance(0.8, "Calibrating");
  Evaluation evaluation =
      make_evaluation(std::move(network), std::move(images), subject, activation_percentile, stored_calibration, stop);
  advance(1, "Ready");
  return evaluation;
}

}  // namespace acim
