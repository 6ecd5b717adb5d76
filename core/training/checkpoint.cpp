#include "training/checkpoint.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.h"

namespace acim {
namespace {

constexpr const char* kMetadataKey = "acim_checkpoint";
constexpr const char* kFormat = "acim-training-checkpoint";
constexpr int kVersion = 1;
constexpr const char* kRemedy = "Name another checkpoint, or remove this one to train from the start.";

Checkpoint parse(Safetensors file, const std::string& where) {
  const auto metadata = file.metadata.find(kMetadataKey);
  if (metadata == file.metadata.end()) {
    throw Error(ErrorKind::input, "The file is no checkpoint of a training", where, kRemedy);
  }
  Checkpoint checkpoint;
  try {
    const nlohmann::json json = nlohmann::json::parse(metadata->second);
    if (json.at("format") != kFormat)
      throw Error(ErrorKind::input, "The file is no checkpoint of a training", where, kRemedy);
    if (json.at("version") != kVersion) {
      throw Error(ErrorKind::input,
                  fmt::format("The checkpoint has version {}, not {}", json.at("version").dump(), kVersion), where,
                  "Continue it with the version of the program that wrote it.");
    }
    checkpoint.options = json.at("options").get<std::map<std::string, std::string>>();
    checkpoint.epochs_done = json.at("epochs_done").get<int>();
    checkpoint.best_accuracy = json.at("best_accuracy").get<double>();
    checkpoint.best_epoch = json.at("best_epoch").get<int>();
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::input, fmt::format("The checkpoint's description is damaged: {}", error.what()), where,
                kRemedy);
  }
  checkpoint.tensors = std::move(file.tensors);
  return checkpoint;
}

std::string value_in(const std::map<std::string, std::string>& options, const std::string& key) {
  const auto option = options.find(key);
  return option == options.end() ? "(not there)" : option->second;
}

}  // namespace

void write_checkpoint(const std::filesystem::path& path, const Checkpoint& checkpoint) {
  const nlohmann::json json = {{"format", kFormat},
                               {"version", kVersion},
                               {"options", checkpoint.options},
                               {"epochs_done", checkpoint.epochs_done},
                               {"best_accuracy", checkpoint.best_accuracy},
                               {"best_epoch", checkpoint.best_epoch}};
  write_safetensors(path, Safetensors{checkpoint.tensors, {{kMetadataKey, json.dump()}}});
}

std::optional<Checkpoint> read_checkpoint(const std::filesystem::path& path,
                                          const std::map<std::string, std::string>& options) {
  std::error_code error;
  if (path.empty() || !std::filesystem::exists(path, error)) return std::nullopt;
  Checkpoint checkpoint = parse(read_safetensors(path), path.string());
  std::map<std::string, std::string> keys = options;
  keys.insert(checkpoint.options.begin(), checkpoint.options.end());
  for (const auto& [key, ignored] : keys) {
    const std::string here = value_in(options, key);
    const std::string there = value_in(checkpoint.options, key);
    if (here == there) continue;
    throw Error(
        ErrorKind::usage,
        fmt::format("The checkpoint is of a training with other options: {} is {} there, {} here", key, there, here),
        path.string(), fmt::format("Use the same {}. {}", key, kRemedy));
  }
  return checkpoint;
}

}  // namespace acim
