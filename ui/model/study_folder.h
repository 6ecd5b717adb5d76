#pragma once

#include <QByteArray>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cost/network_cost.h"
#include "study/kept_run.h"
#include "ui/model/study_document.h"

namespace acim::ui {

/// A run in a folder: its data, and what a reader is told of it.
struct FolderRun {
  std::string name;                                            ///< of its curves, as the table of runs has them
  std::string note;                                            ///< empty: none
  std::shared_ptr<const KeptRun> run;                          ///< never null
  std::shared_ptr<const std::vector<cost::LayerWork>> layers;  ///< its energies are counted on; null: no energies
};

/// All of a study, for people and programs that do not have this one.
struct StudyFolder {
  std::string software;
  StudyContents study;
  PointSettings settings;                                    ///< of the knobs
  std::string run_settings;                                  ///< the command that runs them
  std::vector<FolderRun> runs;                               ///< oldest first
  std::vector<std::pair<std::string, QByteArray>> pictures;  ///< by file name
};

/// study.acim, settings.json (for `acim run --settings`), data/run-1.csv and on, pictures/, README.txt with commands
/// and provenance. The folder appears whole or not at all; Error(output) when it cannot be written, or when there is
/// something of that name already.
void write_study_folder(const std::filesystem::path& path, const StudyFolder& folder);

}  // namespace acim::ui
