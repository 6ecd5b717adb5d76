#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.h"
#include "base/progress.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/subject_options.h"
#include "dataset/image_set.h"
#include "training/training.h"

namespace acim::cli {
namespace {

struct TrainOptions {
  TrainingOptions training;
  std::string dataset = "demo-train";
  std::string validation = "demo";
  std::string mean;
  std::string standard_deviation;
  std::string output;
  std::string checkpoint;
  bool no_flip = false;
  bool quiet = false;
  bool json = false;
};

Normalisation normalisation_of(const TrainOptions& options) {
  if (options.mean.empty() != options.standard_deviation.empty()) {
    throw Error(ErrorKind::usage, "--mean and --std belong together", {}, "Give both or neither");
  }
  if (options.mean.empty()) return {{0.5F, 0.5F, 0.5F}, {0.25F, 0.25F, 0.25F}};
  const std::vector<float> mean = parse_channels(options.mean, "--mean");
  const std::vector<float> deviation = parse_channels(options.standard_deviation, "--std");
  return {{mean[0], mean[1], mean[2]}, {deviation[0], deviation[1], deviation[2]}};
}

/// The options as a command line, for the description of the network that comes out.
std::string command_of(const TrainOptions& options) {
  const TrainingOptions& training = options.training;
  std::string command = fmt::format(
      "acim train --architecture {} --dataset {} --validation {} --epochs {} --batch {} --learning-rate {} --warmup {} "
      "--momentum {} --weight-decay {} --crop-padding {} --weight-bits {} --activation-bits {} --seed {}",
      training.architecture, options.dataset, options.validation, training.epochs, training.batch_size,
      training.learning_rate, training.warmup_epochs, training.momentum, training.weight_decay, training.crop_padding,
      training.weight_bits, training.activation_bits, training.seed);
  if (training.output_noise_percent > 0) command += fmt::format(" --output-noise {}", training.output_noise_percent);
  if (!training.initial_weights.empty()) command += " --weights " + training.initial_weights.string();
  if (options.no_flip) command += " --no-flip";
  if (!options.mean.empty()) command += " --mean " + options.mean + " --std " + options.standard_deviation;
  if (training.threads > 0) command += fmt::format(" --threads {}", training.threads);
  return command;
}

void show(const TrainingProgress& now, int& last_epoch, ProgressLine& progress) {
  std::string line = fmt::format("epoch {} of {}, loss {:.4f}, {:.0f} images/s", now.epoch, now.epochs, now.loss,
                                 now.images_per_second);
  if (now.best_accuracy > 0) line += fmt::format(", best {:.2f} %", 100 * now.best_accuracy);
  if (now.seconds_left >= 0) line += ", " + duration_text(now.seconds_left) + " left";
  if (now.validation_accuracy >= 0 && now.epoch != last_epoch) {
    last_epoch = now.epoch;
    progress.say(
        fmt::format("epoch {}: loss {:.4f}, validation {:.2f} %", now.epoch, now.loss, 100 * now.validation_accuracy));
  }
  progress.show(line);
}

int train_network(const TrainOptions& options, const std::stop_token& stop) {
  TrainingOptions training = options.training;
  training.flip = !options.no_flip;
  training.normalisation = normalisation_of(options);
  training.output = options.output;
  training.command = command_of(options);
  training.checkpoint = options.checkpoint.empty() ? options.output + ".checkpoint" : options.checkpoint;
  require_writable(training.output);
  require_writable(training.checkpoint);

  ProgressLine progress(options.quiet);
  const auto opening = [&](const std::string& name) {
    return open_image_set(
        name, [&](double fraction) { progress.show(fmt::format("reading {} ({:.0f} %)", name, 100 * fraction)); });
  };
  const auto images = opening(options.dataset);
  const auto validation = opening(options.validation);
  int last_epoch = -1;
  TrainingResult result;
  try {
    result = train(
        *images, *validation, training, [&](const TrainingProgress& now) { show(now, last_epoch, progress); }, stop);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::cancelled) throw;
    const bool kept = std::filesystem::exists(training.checkpoint);
    throw Error(ErrorKind::cancelled, "stopped", {},
                kept ? "The same command continues after the last epoch, kept in " + training.checkpoint.string()
                     : "No epoch was finished, so nothing is kept");
  }
  progress.clear();
  if (options.json) {
    const nlohmann::json json = {
        {"best_accuracy", result.best_accuracy}, {"best_epoch", result.best_epoch}, {"out", options.output}};
    write_standard_output(json_text(json));
  } else {
    write_standard_output(fmt::format("best validation accuracy {:.2f} % after epoch {}, weights in {}\n",
                                      100 * result.best_accuracy, result.best_epoch, options.output));
  }
  return kDone;
}

}  // namespace

void add_train_command(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("train", "train a built-in architecture");
  auto options = std::make_shared<TrainOptions>();
  TrainingOptions& training = options->training;
  const CLI::Range fraction(0.0, 1.0);
  command->add_option("--architecture", training.architecture, "`acim list architectures` names them")
      ->capture_default_str();
  command->add_option("--dataset", options->dataset, "training images")->capture_default_str();
  command->add_option("--validation", options->validation, "images that choose the best epoch")->capture_default_str();
  command->add_option("--mean", options->mean, "normalisation on x/255, R,G,B; default 0.5,0.5,0.5");
  command->add_option("--std", options->standard_deviation, "standard deviation, R,G,B; default 0.25,0.25,0.25");
  command->add_option("--out", options->output, "best weights (.safetensors)")->required();
  command->add_option("--checkpoint", options->checkpoint, "continued from when it exists; default: OUT.checkpoint");
  command->add_option("--epochs", training.epochs)->check(CLI::Range(1, 100000))->capture_default_str();
  command->add_option("--batch", training.batch_size, "images per step")
      ->check(CLI::Range(1, 65536))
      ->capture_default_str();
  command->add_option("--learning-rate", training.learning_rate, "cosine from here to 0")
      ->check(CLI::Range(0.0, 1000.0))
      ->capture_default_str();
  command->add_option("--warmup", training.warmup_epochs, "epochs of linear warm-up")
      ->check(CLI::Range(0, 100000))
      ->capture_default_str();
  command->add_option("--momentum", training.momentum)->check(fraction)->capture_default_str();
  command->add_option("--weight-decay", training.weight_decay)->check(fraction)->capture_default_str();
  command->add_option("--crop-padding", training.crop_padding, "pixels of padding for random crops")
      ->check(CLI::Range(0, 64))
      ->capture_default_str();
  command->add_flag("--no-flip", options->no_flip, "no mirrored images");
  command->add_option("--weight-bits", training.weight_bits, "quantisation-aware; 0: off")
      ->check(CLI::Range(0, 9))
      ->capture_default_str();
  command->add_option("--activation-bits", training.activation_bits, "quantisation-aware; 0: off")
      ->check(CLI::Range(0, 9))
      ->capture_default_str();
  command
      ->add_option("--output-noise", training.output_noise_percent,
                   "noise-aware: % of each layer's output; 0: off. Training for analog arrays")
      ->check(CLI::Range(0.0, 1000.0))
      ->capture_default_str();
  command->add_option("--weights", training.initial_weights,
                      "what training starts from, a state dict or safetensors of the architecture; default: the seed");
  command->add_option("--seed", training.seed)->capture_default_str();
  command->add_option("--threads", training.threads, "default: one per processor; equal numbers need equal threads")
      ->check(CLI::Range(1, 4096));
  command->add_flag("--quiet,-q", options->quiet, "no progress on standard error");
  command->add_flag("--json", options->json, "JSON on standard output");
  command->footer(
      "Stopped or killed, the same command continues with the same numbers.\n"
      "Example:\n"
      "  acim train --architecture resnet-demo --dataset demo-train --validation demo --epochs 20 --weight-bits 8 \\\n"
      "    --activation-bits 8 --out demo.safetensors\n"
      "  acim train --architecture resnet-demo --weights demo.safetensors --output-noise 50 --learning-rate 0.01 \\\n"
      "    --epochs 5 --out noise-aware.safetensors");
  command->callback([options, &action] {
    action = [options](const std::stop_token& stop) { return train_network(*options, stop); };
  });
}

}  // namespace acim::cli
