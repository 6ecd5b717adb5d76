#pragma once

#include <QLockFile>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>

#include "ui/model/study_document.h"

namespace acim::ui {

/// Where a window keeps what is not saved yet, as it goes: one study file with every run that is over, and one for each
/// run that is not. Held by a lock while the window lives; what a killed program left is found by the next one.
class SessionFolder {
 public:
  /// A new folder below `parent`; Error(output) when it cannot be made.
  explicit SessionFolder(const std::filesystem::path& parent);
  /// Keeps what is in it, unless it was told to go.
  ~SessionFolder();
  SessionFolder(const SessionFolder&) = delete;
  SessionFolder& operator=(const SessionFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path study_file() const { return path_ / "study.acim"; }
  static std::filesystem::path run_file(const std::filesystem::path& folder, int run);
  std::filesystem::path run_file(int run) const { return run_file(path_, run); }
  void go_at_end(bool go) { goes_ = go; }

 private:
  std::filesystem::path path_;
  std::unique_ptr<QLockFile> lock_;
  bool goes_ = false;
};

/// The newest folder below `parent` that nobody has open and that holds a study.
std::optional<std::filesystem::path> left_session(const std::filesystem::path& parent);
/// Everything in it: a damaged file is left out as long as another one can be read; Error(input) when none can.
StudyDocument read_session(const std::filesystem::path& folder);
/// The study file that its work was last saved in or read from; empty: none.
QString saved_path(const std::filesystem::path& folder);
/// Error(output) when it cannot be written.
void note_saved_path(const std::filesystem::path& folder, const QString& path);
/// Removes the files of runs up to number `newest` that are not `needed`: what a crash would bring back without reason.
void remove_run_files(const std::filesystem::path& folder, int newest, const std::set<std::filesystem::path>& needed);
void remove_session(const std::filesystem::path& folder);

}  // namespace acim::ui
