#include "training/training.h"

#include <ATen/Parallel.h>
#include <ATen/ops/argmax.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros_like.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/hash.h"
#include "base/progress.h"
#include "network/architecture.h"
#include "network/state_dict.h"
#include "network/weights_file.h"
#include "training/augmentation.h"
#include "training/checkpoint.h"
#include "training/output_noise.h"
#include "training/quantisation_aware.h"
#include "training/tensor_storage.h"

namespace acim {
namespace {

void require(bool holds, const char* key, const std::string& value, const char* allowed) {
  if (!holds) throw Error(ErrorKind::usage, fmt::format("{} is no value of {}", value, key), key, allowed);
}

void validate(const ImageSet& training, const ImageSet& validation, const TrainingOptions& options) {
  const auto number = [](auto value) { return fmt::format("{}", value); };
  const auto bits_allowed = [](int bits) { return bits == 0 || (bits >= 2 && bits <= 9); };
  require(options.epochs >= 1 && options.epochs <= 100000, "epochs", number(options.epochs), "1..100000.");
  require(options.batch_size >= 2 && options.batch_size <= 65536, "batch_size", number(options.batch_size),
          "2..65536.");
  require(options.learning_rate > 0 && options.learning_rate <= 10, "learning_rate", number(options.learning_rate),
          "(0, 10].");
  require(options.warmup_epochs >= 0 && options.warmup_epochs <= options.epochs, "warmup_epochs",
          number(options.warmup_epochs), "0..epochs.");
  require(options.momentum >= 0 && options.momentum < 1, "momentum", number(options.momentum), "[0, 1).");
  require(options.weight_decay >= 0 && options.weight_decay < 1, "weight_decay", number(options.weight_decay),
          "[0, 1).");
  require(options.crop_padding >= 0 && options.crop_padding <= 64, "crop_padding", number(options.crop_padding),
          "0..64.");
  require(bits_allowed(options.weight_bits), "weight_bits", number(options.weight_bits), "0 (float) or 2..9.");
  require(bits_allowed(options.activation_bits), "activation_bits", number(options.activation_bits),
          "0 (float) or 2..9.");
  require(options.output_noise_percent >= 0 && options.output_noise_percent <= 1000, "output_noise_percent",
          number(options.output_noise_percent), "0..1000.");
  require(options.threads >= 0 && options.threads <= 1024, "threads", number(options.threads),
          "0 (all cores) or 1..1024.");
  for (const float deviation : options.normalisation.standard_deviation) {
    require(std::isfinite(deviation) && deviation > 0, "std", number(deviation), "Positive numbers.");
  }
  for (const float mean : options.normalisation.mean) require(std::isfinite(mean), "mean", number(mean), "Numbers.");
  if (options.output.empty())
    throw Error(ErrorKind::usage, "Training has no output file", "output", "Name a .safetensors file.");
  if (training.size() < 2 || validation.size() < 1) {
    throw Error(ErrorKind::usage, "There are too few images", training.name(),
                "At least 2 to train on and 1 to validate on.");
  }
  if (training.shape() != validation.shape() || !std::ranges::equal(training.class_names(), validation.class_names())) {
    throw Error(ErrorKind::usage, "The validation images have another size or other classes than the training images",
                validation.name(), "Take both from the same data set.");
  }
}

/// Every option that changes the numbers.
std::map<std::string, std::string> options_of(const ImageSet& training, const ImageSet& validation,
                                              const TrainingOptions& options) {
  const auto& mean = options.normalisation.mean;
  const auto& deviation = options.normalisation.standard_deviation;
  std::map<std::string, std::string> identity = {{"architecture", options.architecture},
                                                 {"epochs", fmt::format("{}", options.epochs)},
                                                 {"batch_size", fmt::format("{}", options.batch_size)},
                                                 {"learning_rate", fmt::format("{}", options.learning_rate)},
                                                 {"warmup_epochs", fmt::format("{}", options.warmup_epochs)},
                                                 {"momentum", fmt::format("{}", options.momentum)},
                                                 {"weight_decay", fmt::format("{}", options.weight_decay)},
                                                 {"flip", fmt::format("{}", options.flip)},
                                                 {"crop_padding", fmt::format("{}", options.crop_padding)},
                                                 {"weight_bits", fmt::format("{}", options.weight_bits)},
                                                 {"activation_bits", fmt::format("{}", options.activation_bits)},
                                                 {"seed", fmt::format("{}", options.seed)},
                                                 {"mean", fmt::format("{}", fmt::join(mean, ","))},
                                                 {"std", fmt::format("{}", fmt::join(deviation, ","))},
                                                 {"training_images", training.hash()},
                                                 {"validation_images", validation.hash()}};
  // Only where they are used: checkpoints from before these options were there continue.
  if (options.output_noise_percent > 0) {
    identity["output_noise_percent"] = fmt::format("{}", options.output_noise_percent);
  }
  if (!options.initial_weights.empty()) {
    identity["initial_weights"] = sha256_hex_of_file(options.initial_weights);
  }
  return identity;
}

/// Cosine from the full rate to 0 after a linear warmup (Loshchilov and Hutter, arXiv 1608.03983), per step.
double learning_rate(const TrainingOptions& options, std::int64_t step, std::int64_t steps_per_epoch) {
  const auto warmup = static_cast<double>(options.warmup_epochs * steps_per_epoch);
  const auto total = static_cast<double>(options.epochs * steps_per_epoch);
  const auto now = static_cast<double>(step);
  if (now < warmup) return options.learning_rate * (now + 1) / warmup;
  constexpr double kPi = 3.14159265358979323846;
  return options.learning_rate * 0.5 * (1 + std::cos(kPi * (now - warmup) / std::max(1.0, total - warmup)));
}

struct Batch {
  at::Tensor images;
  at::Tensor labels;
};

class Trainer {
 public:
  Trainer(const ImageSet& training, const ImageSet& validation, const TrainingOptions& options);

  TrainingResult train(const std::function<void(const TrainingProgress&)>& report, std::stop_token stop);

 private:
  Batch training_batch(const std::vector<std::int64_t>& order, std::int64_t step) const;
  double step(const Batch& batch, double rate);
  double train_epoch(const std::function<void(const TrainingProgress&)>& report, std::stop_token stop);
  double validate_now(std::stop_token stop);
  void resume();
  void keep_best(double accuracy);
  void save() const;
  void write_output() const;
  TrainingProgress progress(double loss) const;

  TrainingOptions options_;
  std::map<std::string, std::string> identity_;
  std::vector<std::string> class_names_;
  NormalisedImages training_;
  NormalisedImages validation_;
  std::shared_ptr<ArchitectureModule> network_;
  FakeQuantisation quantisation_;
  OutputNoise noise_;
  std::vector<at::Tensor> momentum_;  ///< of the parameters, in their order
  std::int64_t batch_size_;
  std::int64_t steps_per_epoch_;
  int epoch_ = 0;
  std::int64_t steps_done_ = 0;
  std::int64_t images_since_start_ = 0;
  TrainingResult best_;
  std::map<std::string, StoredTensor> best_tensors_;
  ProgressRate rate_;
};

Trainer::Trainer(const ImageSet& training, const ImageSet& validation, const TrainingOptions& options)
    : options_(options),
      identity_(options_of(training, validation, options)),
      class_names_(training.class_names().begin(), training.class_names().end()),
      training_(training, options.normalisation),
      validation_(validation, options.normalisation),
      network_(make_architecture(options.architecture, static_cast<std::int64_t>(class_names_.size()), options.seed)),
      quantisation_(options.weight_bits, options.activation_bits),
      noise_(options.output_noise_percent, options.seed),
      batch_size_(std::min<std::int64_t>(options.batch_size, training.size())),
      steps_per_epoch_(training.size() / batch_size_) {
  if (!options.initial_weights.empty()) {
    restore_weights(read_weights_file(options.initial_weights), options.architecture, *network_,
                    options.initial_weights.string());
  }
  network_->require_gradients(true);
  for (const NamedTensor& parameter : network_->parameters()) momentum_.push_back(at::zeros_like(parameter.tensor));
  if (options_.weight_bits > 0 || options_.activation_bits > 0) {
    network_->set_layer_hook([this](std::int64_t index, std::string_view, LayerOperands operands) {
      return quantisation_.quantised(index, std::move(operands), network_->training());
    });
  }
  if (options_.output_noise_percent > 0) {
    network_->set_output_hook([this](std::int64_t index, at::Tensor output) {
      // The first layer stays digital, as in ASiM.
      return network_->training() && index > 0 ? noise_.applied(steps_done_, index, output) : output;
    });
  }
}

Batch Trainer::training_batch(const std::vector<std::int64_t>& order, std::int64_t step) const {
  const ImageShape& shape = training_.shape();
  Batch batch = {at::empty({batch_size_, shape.channels, shape.height, shape.width}, at::kFloat),
                 at::empty({batch_size_}, at::kLong)};
  const std::span values(batch.images.data_ptr<float>(), static_cast<std::size_t>(batch_size_ * shape.bytes()));
  const auto image_values = static_cast<std::size_t>(shape.bytes());
  for (std::int64_t i = 0; i < batch_size_; ++i) {
    const std::int64_t image = order[static_cast<std::size_t>(step * batch_size_ + i)];
    const Augmentation change = augmentation(options_.seed, epoch_, image, options_.crop_padding, options_.flip);
    training_.write(image, change.shift_x, change.shift_y, change.flip,
                    values.subspan(static_cast<std::size_t>(i) * image_values, image_values));
    batch.labels.data_ptr<std::int64_t>()[i] = training_.label(image);
  }
  return batch;
}

/// One step of stochastic gradient descent with momentum; the loss before it.
double Trainer::step(const Batch& batch, double rate) {
  const at::Tensor loss = at::cross_entropy_loss(network_->forward(batch.images), batch.labels);
  const double value = loss.item<double>();
  if (!std::isfinite(value)) {
    throw Error(ErrorKind::input, "Training diverged: the loss is not finite",
                fmt::format("epoch {}, step {}", epoch_ + 1, steps_done_ % steps_per_epoch_ + 1),
                "Use a lower learning rate or a longer warmup.");
  }
  loss.backward();
  const c10::AutoGradMode no_gradients(false);
  for (std::size_t i = 0; i < momentum_.size(); ++i) {
    at::Tensor parameter = network_->parameters()[i].tensor;
    at::Tensor gradient = parameter.grad();
    if (!gradient.defined()) continue;
    // Scales and offsets of batch norm, and biases, are not decayed.
    if (parameter.dim() > 1) gradient.add_(parameter, options_.weight_decay);
    momentum_[i].mul_(options_.momentum).add_(gradient);
    parameter.add_(momentum_[i], -rate);
    parameter.mutable_grad().reset();
  }
  return value;
}

TrainingProgress Trainer::progress(double loss) const {
  const auto total = static_cast<double>(options_.epochs * steps_per_epoch_);
  TrainingProgress progress;
  progress.epoch = epoch_ + 1;
  progress.epochs = options_.epochs;
  progress.fraction = static_cast<double>(steps_done_) / total;
  progress.loss = loss;
  progress.best_accuracy = best_.best_accuracy;
  progress.images_per_second = rate_.per_second() * static_cast<double>(batch_size_);
  progress.seconds_left = rate_.seconds_left(total).value_or(-1);
  return progress;
}

double Trainer::train_epoch(const std::function<void(const TrainingProgress&)>& report, std::stop_token stop) {
  network_->set_training(true);
  const std::vector<std::int64_t> order = epoch_order(options_.seed, epoch_, training_.size());
  double loss_sum = 0;
  for (std::int64_t i = 0; i < steps_per_epoch_; ++i) {
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "Training was stopped", options_.checkpoint.string());
    loss_sum += step(training_batch(order, i), learning_rate(options_, steps_done_, steps_per_epoch_));
    ++steps_done_;
    rate_.update(static_cast<double>(steps_done_), ProgressRate::Clock::now());
    if (report) report(progress(loss_sum / static_cast<double>(i + 1)));
  }
  return loss_sum / static_cast<double>(steps_per_epoch_);
}

/// Accuracy on the validation images, quantised if training is.
double Trainer::validate_now(std::stop_token stop) {
  constexpr std::int64_t kBatch = 200;
  network_->set_training(false);
  const c10::AutoGradMode no_gradients(false);
  const ImageShape& shape = validation_.shape();
  const auto image_values = static_cast<std::size_t>(shape.bytes());
  std::int64_t correct = 0;
  for (std::int64_t first = 0; first < validation_.size(); first += kBatch) {
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "Training was stopped", options_.checkpoint.string());
    const std::int64_t count = std::min(kBatch, validation_.size() - first);
    at::Tensor images = at::empty({count, shape.channels, shape.height, shape.width}, at::kFloat);
    const std::span values(images.data_ptr<float>(), static_cast<std::size_t>(count) * image_values);
    for (std::int64_t i = 0; i < count; ++i) {
      validation_.write(first + i, 0, 0, false,
                        values.subspan(static_cast<std::size_t>(i) * image_values, image_values));
    }
    const at::Tensor chosen = at::argmax(network_->forward(images), 1).contiguous();
    for (std::int64_t i = 0; i < count; ++i) {
      if (chosen.data_ptr<std::int64_t>()[i] == validation_.label(first + i)) ++correct;
    }
  }
  return static_cast<double>(correct) / static_cast<double>(validation_.size());
}

void Trainer::keep_best(double accuracy) {
  if (best_.best_epoch > 0 && accuracy <= best_.best_accuracy) return;
  best_ = {accuracy, epoch_};
  best_tensors_.clear();
  for (const auto* tensors : {&network_->parameters(), &network_->buffers()}) {
    for (const NamedTensor& named : *tensors) best_tensors_[named.name] = stored(named.tensor);
  }
}

void Trainer::save() const {
  if (options_.checkpoint.empty()) return;
  Checkpoint checkpoint;
  checkpoint.options = identity_;
  checkpoint.epochs_done = epoch_;
  checkpoint.best_accuracy = best_.best_accuracy;
  checkpoint.best_epoch = best_.best_epoch;
  for (const auto* tensors : {&network_->parameters(), &network_->buffers()}) {
    for (const NamedTensor& named : *tensors) checkpoint.tensors["model." + named.name] = stored(named.tensor);
  }
  for (std::size_t i = 0; i < momentum_.size(); ++i) {
    checkpoint.tensors["momentum." + network_->parameters()[i].name] = stored(momentum_[i]);
  }
  for (const auto& [name, tensor] : best_tensors_) checkpoint.tensors["best." + name] = tensor;
  std::vector<double> maxima;
  std::vector<std::int64_t> signs;
  for (const auto& range : quantisation_.ranges()) {
    maxima.push_back(range.maximum);
    signs.push_back(range.is_signed ? 1 : 0);
  }
  const auto layers = static_cast<std::int64_t>(maxima.size());
  if (layers > 0) {
    checkpoint.tensors["range.maximum"] = make_tensor({layers}, maxima);
    checkpoint.tensors["range.signed"] = make_tensor({layers}, signs);
  }
  write_checkpoint(options_.checkpoint, checkpoint);
}

void Trainer::resume() {
  const auto checkpoint = read_checkpoint(options_.checkpoint, identity_);
  if (!checkpoint) return;
  const std::string where = options_.checkpoint.string();
  if (checkpoint->epochs_done < 1 || checkpoint->epochs_done > options_.epochs || checkpoint->best_epoch < 1 ||
      checkpoint->best_epoch > checkpoint->epochs_done) {
    throw Error(ErrorKind::input, "The checkpoint's count of epochs cannot be", where,
                "Remove it to train from the start.");
  }
  const auto find = [&](const std::string& name) -> const StoredTensor& {
    const auto tensor = checkpoint->tensors.find(name);
    if (tensor != checkpoint->tensors.end()) return tensor->second;
    throw Error(ErrorKind::input, fmt::format("The checkpoint has no tensor {}", name), where,
                "Remove it to train from the start.");
  };
  for (const auto* tensors : {&network_->parameters(), &network_->buffers()}) {
    for (const NamedTensor& named : *tensors) {
      restore(find("model." + named.name), named.tensor, "model." + named.name, where);
      const at::Tensor scratch = at::zeros_like(named.tensor);
      restore(find("best." + named.name), scratch, "best." + named.name, where);
      best_tensors_[named.name] = find("best." + named.name);
    }
  }
  for (std::size_t i = 0; i < momentum_.size(); ++i) {
    const std::string name = "momentum." + network_->parameters()[i].name;
    restore(find(name), momentum_[i], name, where);
  }
  if (options_.activation_bits > 0) {
    const std::vector<double> maxima = find("range.maximum").as_double();
    const std::vector<std::int64_t> signs = find("range.signed").as_integer();
    std::vector<FakeQuantisation::LayerRange> ranges;
    for (std::size_t i = 0; i < std::min(maxima.size(), signs.size()); ++i)
      ranges.push_back({maxima[i], signs[i] != 0});
    quantisation_.set_ranges(std::move(ranges));
  }
  epoch_ = checkpoint->epochs_done;
  steps_done_ = epoch_ * steps_per_epoch_;
  best_ = {checkpoint->best_accuracy, checkpoint->best_epoch};
}

/// The best weights with the network's description: what load_network() needs to know beside them.
void Trainer::write_output() const {
  const ImageShape& shape = training_.shape();
  nlohmann::json description = {{"format", "acim-network"},
                                {"version", 1},
                                {"architecture", options_.architecture},
                                {"mean", options_.normalisation.mean},
                                {"std", options_.normalisation.standard_deviation},
                                {"classes", class_names_},
                                {"input", {shape.channels, shape.height, shape.width}},
                                {"accuracy", best_.best_accuracy},
                                {"epoch", best_.best_epoch},
                                {"training", identity_}};
  if (!options_.command.empty()) description["command"] = options_.command;
  write_safetensors(options_.output, Safetensors{best_tensors_, {{"acim_network", description.dump()}}});
}

TrainingResult Trainer::train(const std::function<void(const TrainingProgress&)>& report, std::stop_token stop) {
  resume();
  while (epoch_ < options_.epochs) {
    const double loss = train_epoch(report, stop);
    const double accuracy = validate_now(stop);
    TrainingProgress done = progress(loss);
    ++epoch_;
    keep_best(accuracy);
    // The output first: a checkpoint that is there means that its best weights are, too.
    write_output();
    save();
    done.validation_accuracy = accuracy;
    done.best_accuracy = best_.best_accuracy;
    if (report) report(done);
  }
  write_output();
  return best_;
}

}  // namespace

TrainingResult train(const ImageSet& training, const ImageSet& validation, const TrainingOptions& options,
                     const std::function<void(const TrainingProgress&)>& progress, std::stop_token stop) {
  validate(training, validation, options);
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  at::set_num_threads(options.threads > 0 ? options.threads : cores);
  Trainer trainer(training, validation, options);
  return trainer.train(progress, std::move(stop));
}

}  // namespace acim
