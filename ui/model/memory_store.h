#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "study/study_store.h"

namespace acim::ui {

/// A study's results in memory alone, for what is interrupted and goes on within the window. Thread-safe by one mutex.
class MemoryStore : public StudyStore {
 public:
  MemoryStore(StudySpec spec, std::vector<std::pair<std::string, std::string>> provenance, std::string calibration)
      : spec_(std::move(spec)), provenance_(std::move(provenance)), calibration_(std::move(calibration)) {}

  const std::filesystem::path& path() const override { return path_; }
  const StudySpec& spec() const override { return spec_; }
  std::vector<std::pair<std::string, std::string>> provenance() const override { return provenance_; }
  void set_image_count(std::int64_t images) override {
    const std::lock_guard lock(mutex_);
    image_count_ = images;
  }
  std::int64_t image_count() const override {
    const std::lock_guard lock(mutex_);
    return image_count_;
  }
  void add(Block block) override {
    const std::lock_guard lock(mutex_);
    pending_.push_back(std::move(block));
  }
  void commit() override {
    const std::lock_guard lock(mutex_);
    for (Block& block : pending_) blocks_.push_back(std::move(block));
    pending_.clear();
  }
  std::vector<Block> blocks() const override {
    const std::lock_guard lock(mutex_);
    return blocks_;
  }
  bool complete() const override { return false; }
  void set_calibration(const std::string&) override {}
  std::string calibration() const override { return calibration_; }
  StudyExtras extras() const override { return {}; }

 private:
  const std::filesystem::path path_;
  const StudySpec spec_;
  const std::vector<std::pair<std::string, std::string>> provenance_;
  const std::string calibration_;
  mutable std::mutex mutex_;
  std::int64_t image_count_ = 0;
  std::vector<Block> blocks_;
  std::vector<Block> pending_;
};

}  // namespace acim::ui
