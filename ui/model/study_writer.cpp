#include "ui/model/study_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "base/error.h"
#include "study/block_schedule.h"
#include "study/study_store.h"

namespace acim::ui {

namespace fs = std::filesystem;

namespace {

/// The predictions of one block; empty when one of its images is not done.
StudyStore::Block block_of(const std::vector<int>& predictions, const ImageRange& range, const Evaluator& evaluator) {
  StudyStore::Block block;
  block.first_image = range.first;
  for (std::int64_t image = range.first; image < range.first + range.count; ++image) {
    const int prediction = predictions[static_cast<std::size_t>(image)];
    if (prediction < 0) return {};
    block.predictions.push_back(static_cast<std::int16_t>(prediction));
    block.labels.push_back(static_cast<std::int16_t>(evaluator.label(image)));
  }
  return block;
}

/// A new study file with everything computed so far, closed.
void fill_study(const std::filesystem::path& path, const StudySpec& spec, const StudyRunner& runner,
                const Evaluator& evaluator) {
  const std::vector<PointResult> results = runner.results();
  const auto store = StudyStore::create(path, spec, evaluator.provenance());
  if (const std::string calibration = evaluator.calibration(); !calibration.empty()) {
    store->set_calibration(calibration);
  }
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    const std::vector<int> predictions = runner.predictions(static_cast<int>(point));
    const auto images = static_cast<std::int64_t>(predictions.size());
    if (point == 0) store->set_image_count(images);
    const BlockSchedule schedule = block_schedule(spec, spec.points[point], images);
    for (std::int64_t index = 0; index < schedule.block_count(); ++index) {
      StudyStore::Block block = block_of(predictions, schedule.block(index), evaluator);
      if (block.predictions.empty()) continue;  // Not computed yet.
      block.point = static_cast<int>(point);
      block.seconds = results[point].seconds * static_cast<double>(block.predictions.size()) /
                      static_cast<double>(std::max<std::int64_t>(1, results[point].images));
      store->add(std::move(block));
    }
  }
  store->commit();
}

/// A folder of its own beside a file, so that nothing in it can be anyone else's; gone with this object.
class FolderBeside {
 public:
  explicit FolderBeside(const fs::path& file) {
    std::string name = ((file.has_parent_path() ? file.parent_path() : fs::path(".")) / ".acim-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
      const std::error_code reason(errno, std::generic_category());
      throw Error(ErrorKind::output, "The folder cannot be written (" + reason.message() + ")", file.string(),
                  "Choose another folder");
    }
    path_ = name;
  }
  ~FolderBeside() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  FolderBeside(const FolderBeside&) = delete;
  FolderBeside& operator=(const FolderBeside&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Error when a file must not be replaced: a folder, or a study that someone has open.
void require_replaceable(const fs::path& path) {
  if (!fs::exists(path)) return;
  if (!fs::is_regular_file(path)) {
    throw Error(ErrorKind::output, "Something other than a file has this name", path.string(), "Choose another name");
  }
  try {
    StudyStore::open(path);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;  // No study, or a damaged one, may go.
  }
}

void replace(const fs::path& path, const fs::path& by) {
  // SQLite would replay a log left beside it onto the new file.
  for (const char* suffix : {"-wal", "-shm"}) fs::remove(path.string() + suffix);
  std::error_code error;
  fs::rename(by, path, error);
  if (error) throw Error(ErrorKind::output, "The file cannot be written (" + error.message() + ")", path.string());
}

}  // namespace

void write_study(const fs::path& path, const StudySpec& spec, const StudyRunner& runner, const Evaluator& evaluator) {
  // A link stays a link: the file it leads to is replaced.
  const fs::path target = fs::exists(path) ? fs::canonical(path) : path;
  require_replaceable(target);
  const FolderBeside folder(target);
  const fs::path whole = folder.path() / "study.acim";
  fill_study(whole, spec, runner, evaluator);
  replace(target, whole);
}

}  // namespace acim::ui
