#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "study/kept_run.h"
#include "study/study_spec.h"

namespace acim {

/// A study file (.acim): SQLite, application_id and user_version checked, WAL. Thread-safe by one mutex.
/// A damaged or foreign file, or one of a newer version, is refused with Error(input) and left as it was, to the byte.
/// One that is open elsewhere is refused with Error(output). Closed, a study is a single file.
class StudyStore {
 public:
  /// A new file; Error(output) when it exists or cannot be written; Error(usage) for a specification that validate()
  /// refuses. The seeds join the provenance. `extras` are fixed from here on.
  static std::unique_ptr<StudyStore> create(const std::filesystem::path& path, const StudySpec& spec,
                                            const std::vector<std::pair<std::string, std::string>>& provenance,
                                            const StudyExtras& extras = {});
  static std::unique_ptr<StudyStore> open(const std::filesystem::path& path);
  virtual ~StudyStore() = default;

  virtual const std::filesystem::path& path() const = 0;
  virtual const StudySpec& spec() const = 0;
  virtual std::vector<std::pair<std::string, std::string>> provenance() const = 0;
  /// How many images each point runs on (spec().subject.images, or the whole data set's): set by the first run, 0
  /// before. Error(input) when it differs from what was set before.
  virtual void set_image_count(std::int64_t images) = 0;
  virtual std::int64_t image_count() const = 0;

  /// The predictions of consecutive images of a point; kept in memory until commit().
  struct Block {
    int point = 0;
    std::int64_t first_image = 0;
    std::vector<std::int16_t> predictions;
    std::vector<std::int16_t> labels;
    double seconds = 0;
    std::optional<double> margin = {};  ///< sum over the images, as of StudyRunner::average_margin
  };
  virtual void add(Block block) = 0;
  /// Writes all added blocks in one transaction. Error(output) (disk full ...): the file keeps its last committed
  /// state, and the blocks stay to be committed again.
  virtual void commit() = 0;

  /// Committed blocks, by point and first image.
  virtual std::vector<Block> blocks() const = 0;
  /// Every block of every point is there.
  virtual bool complete() const = 0;

  /// Calibration as JSON text, stored once (empty: none).
  virtual void set_calibration(const std::string& json) = 0;
  virtual std::string calibration() const = 0;

  /// The window's state and the runs before this one, read anew.
  virtual StudyExtras extras() const = 0;
};

/// CSV of results: one row per point: x and family coordinates, images, correct, accuracy, ci95_low, ci95_high,
/// seconds, then every parameter by key; comment lines ("# key: value") with provenance first. C locale.
/// `more`: columns beside those, such as what a point costs.
struct CsvColumn {
  std::string key;
  std::vector<std::string> values;  ///< one for each point
};
std::string results_csv(const StudySpec& spec, std::span<const PointResult> results,
                        const std::vector<std::pair<std::string, std::string>>& provenance,
                        std::span<const CsvColumn> more = {});

}  // namespace acim
