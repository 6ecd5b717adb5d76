#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "study/study_store.h"

namespace acim::ui {

/// A study file that a run saves itself into as it goes, whose troubles do not stop the run: a full disk is told once,
/// and what could not be written is tried again with the next round.
class AutosaveStore : public StudyStore {
 public:
  AutosaveStore(std::unique_ptr<StudyStore> file, std::function<void(const Error&)> on_trouble)
      : file_(std::move(file)), on_trouble_(std::move(on_trouble)) {}

  const std::filesystem::path& path() const override { return file_->path(); }
  const StudySpec& spec() const override { return file_->spec(); }
  std::vector<std::pair<std::string, std::string>> provenance() const override { return file_->provenance(); }
  void set_image_count(std::int64_t images) override {
    unwritten_images_ = images;
    try_write([this] { write_images(); });
  }
  std::int64_t image_count() const override { return unwritten_images_ ? *unwritten_images_ : file_->image_count(); }
  void add(Block block) override { file_->add(std::move(block)); }
  void commit() override {
    try_write([this] {
      write_images();
      file_->commit();
    });
  }
  std::vector<Block> blocks() const override { return file_->blocks(); }
  bool complete() const override { return file_->complete(); }
  void set_calibration(const std::string& json) override {
    try_write([&] { file_->set_calibration(json); });
  }
  std::string calibration() const override { return file_->calibration(); }
  StudyExtras extras() const override { return file_->extras(); }

 private:
  void write_images() {
    if (unwritten_images_) file_->set_image_count(*unwritten_images_);
    unwritten_images_.reset();
  }
  void try_write(const std::function<void()>& write) {
    try {
      write();
      told_ = false;
    } catch (const Error& error) {
      if (!told_ && on_trouble_) on_trouble_(error);
      told_ = true;
    }
  }

  std::unique_ptr<StudyStore> file_;
  std::function<void(const Error&)> on_trouble_;
  std::optional<std::int64_t> unwritten_images_;
  bool told_ = false;
};

}  // namespace acim::ui
