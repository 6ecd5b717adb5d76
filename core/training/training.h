#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "dataset/image_set.h"
#include "network/network.h"

namespace acim {

struct TrainingOptions {
  std::string architecture = "resnet20-cifar";
  int epochs = 20;
  int batch_size = 128;
  double learning_rate = 0.1;  ///< cosine from here to 0, after `warmup_epochs` linear
  int warmup_epochs = 1;
  double momentum = 0.9;
  double weight_decay = 5e-4;
  bool flip = true;
  int crop_padding = 4;  ///< random crops of the zero-padded image
  int weight_bits = 0;   ///< quantisation-aware (straight-through) when > 0
  int activation_bits = 0;
  double output_noise_percent = 0;  ///< noise-aware: of OutputNoise, on all layers but the first
  /// What training starts from (any file that read_weights_file() takes); empty: from the seed.
  std::filesystem::path initial_weights;
  std::uint64_t seed = 1;
  int threads = 0;
  Normalisation normalisation;
  std::filesystem::path output;      ///< best weights (.safetensors with the description in its metadata)
  std::filesystem::path checkpoint;  ///< written every epoch; resumed from when it exists; may be empty
  std::string command;               ///< the command line that asked for this; kept in the output's description
};

struct TrainingProgress {
  int epoch = 0;
  int epochs = 0;
  double fraction = 0;              ///< of all steps
  double loss = 0;                  ///< running mean of the epoch
  double validation_accuracy = -1;  ///< after an epoch
  double best_accuracy = 0;
  double images_per_second = 0;
  double seconds_left = -1;
};

struct TrainingResult {
  double best_accuracy = 0;
  int best_epoch = 0;
};

/// Trains a built-in architecture. Equal options give equal weights, also over a kill and resume (same thread count).
TrainingResult train(const ImageSet& training, const ImageSet& validation, const TrainingOptions& options,
                     const std::function<void(const TrainingProgress&)>& progress, std::stop_token stop = {});

}  // namespace acim
