#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/safetensors.h"

namespace acim {

/// All that training needs to go on as if it had not been interrupted, after a whole number of epochs.
struct Checkpoint {
  /// Every option that changes the numbers, as text: a checkpoint continues a training with equal ones alone.
  std::map<std::string, std::string> options;
  int epochs_done = 0;
  double best_accuracy = 0;
  int best_epoch = 0;
  /// "model.NAME", "momentum.NAME", "best.NAME" and "range.*".
  std::map<std::string, StoredTensor> tensors;
};

/// A safetensors file, written atomically. Error(output) if it cannot be.
void write_checkpoint(const std::filesystem::path& path, const Checkpoint& checkpoint);

/// Nothing if there is no such file. Error(input) if it is damaged or no checkpoint, Error(usage) naming the option if
/// it is one of a training with other `options`; the file stays as it is.
std::optional<Checkpoint> read_checkpoint(const std::filesystem::path& path,
                                          const std::map<std::string, std::string>& options);

}  // namespace acim
