#include "ui/model/study_writer.h"

#include <string>
#include <system_error>

#include "base/error.h"
#include "study/study_store.h"
#include "ui/model/folder_beside.h"

namespace acim::ui {

namespace fs = std::filesystem;

namespace {

/// Error when a file must not be replaced: a folder, or a study that someone has open.
void require_replaceable(const fs::path& path) {
  if (!fs::exists(path)) return;
  if (!fs::is_regular_file(path)) {
    throw Error(ErrorKind::output, Phrase("Error", "Something other than a file has this name"), path.string(),
                Phrase("Error", "Choose another name"));
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
  if (error)
    throw Error(ErrorKind::output, Phrase("Error", "Cannot write the file ({})").filled_with(error.message()),
                path.string());
}

}  // namespace

void write_study(const fs::path& path, const KeptRun& run, const StudyExtras& extras) {
  // A link stays a link: the file it leads to is replaced.
  const fs::path target = fs::exists(path) ? fs::canonical(path) : path;
  require_replaceable(target);
  const FolderBeside folder(target);
  const fs::path whole = folder.path() / "study.acim";
  add_blocks(*StudyStore::create(whole, run.spec, run.provenance, extras), run);
  replace(target, whole);
}

}  // namespace acim::ui
