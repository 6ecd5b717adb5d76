#include "ui/model/session_folder.h"

#include <QFileInfo>
#include <QString>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/file.h"
#include "study/study_store.h"

namespace acim::ui {

namespace fs = std::filesystem;

namespace {

std::unique_ptr<QLockFile> lock_of(const fs::path& folder) {
  auto lock = std::make_unique<QLockFile>(QString::fromStdString((folder / "lock").string()));
  lock->setStaleLockTime(0);  // Stale only when its program is gone, however long it lives.
  return lock;
}

constexpr const char* kSavedPath = "saved_as.txt";

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".acim") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

/// What is noted of a run, or `otherwise` where that is missing or damaged.
template <typename Value>
Value noted(const nlohmann::json& notes, const char* key, Value otherwise) {
  try {
    return notes.value(key, otherwise);
  } catch (const nlohmann::json::exception&) {
    return otherwise;
  }
}

void take_marks(RunRecord& run, const nlohmann::json& notes) {
  const auto curves = notes.find("curves");
  if (curves == notes.end() || !curves->is_array()) return;
  run.styles.assign(run.marks.size(), -1);
  for (std::size_t curve = 0; curve < std::min(run.marks.size(), curves->size()); ++curve) {
    const nlohmann::json& one = curves->at(curve);
    CurveMarks& marks = run.marks[curve];
    marks.name = QString::fromStdString(noted(one, "name", std::string()));
    marks.note = QString::fromStdString(noted(one, "note", std::string()));
    marks.pinned = noted(one, "pinned", false);
    marks.color = std::clamp(noted(one, "color", -1), -1, 11);
    run.styles[curve] = std::clamp(noted(one, "style", -1), -1, 11);
  }
}

/// What the window noted of runs that were not over: id -> marks, as text.
std::map<int, nlohmann::json> open_runs(const fs::path& study) {
  std::map<int, nlohmann::json> runs;
  const auto window = nlohmann::json::parse(StudyStore::open(study)->extras().window, nullptr, false);
  const auto list = window.is_object() ? window.find("runs") : window.end();
  if (list == window.end() || !list->is_array()) return runs;
  for (const auto& one : *list) {
    if (one.is_object() && noted(one, "place", 0) < 0) runs[noted(one, "id", 0)] = one;
  }
  return runs;
}

int id_of_run_file(const fs::path& file) {
  return QString::fromStdString(file.stem().string()).mid(4).toInt();
}

}  // namespace

SessionFolder::SessionFolder(const fs::path& parent) {
  std::error_code problem;
  fs::create_directories(parent, problem);
  for (int number = 1; !problem && number < 10000 && !lock_; ++number) {
    const fs::path candidate = parent / QStringLiteral("session-%1").arg(number, 4, 10, QChar('0')).toStdString();
    if (!fs::create_directory(candidate, problem) || problem) continue;
    path_ = candidate;
    lock_ = lock_of(path_);
    if (!lock_->tryLock(0)) lock_.reset();
  }
  if (!lock_) {
    throw Error(ErrorKind::output,
                problem
                    ? Phrase("Error", "Unsaved work cannot be kept against a crash ({})").filled_with(problem.message())
                    : Phrase("Error", "Unsaved work cannot be kept against a crash"),
                parent.string(), Phrase("Error", "Save the study yourself, or free disk space"));
  }
}

SessionFolder::~SessionFolder() {
  lock_.reset();
  if (goes_) remove_session(path_);
}

fs::path SessionFolder::run_file(const fs::path& folder, int run) {
  return folder / QStringLiteral("run-%1.acim").arg(run, 7, 10, QChar('0')).toStdString();
}

std::optional<fs::path> left_session(const fs::path& parent) {
  std::vector<std::pair<fs::file_time_type, fs::path>> sessions;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, ignored)) {
    if (!entry.is_directory() || !entry.path().filename().string().starts_with("session-")) continue;
    const auto lock = lock_of(entry.path());
    if (!lock->tryLock(0)) continue;  // A window that is open.
    const std::vector<fs::path> files = files_of(entry.path());
    lock->unlock();
    if (files.empty()) {
      remove_session(entry.path());
      continue;
    }
    fs::file_time_type newest = fs::file_time_type::min();
    for (const fs::path& file : files) newest = std::max(newest, fs::last_write_time(file, ignored));
    sessions.emplace_back(newest, entry.path());
  }
  if (sessions.empty()) return std::nullopt;
  return std::ranges::max(sessions).second;
}

StudyDocument read_session(const fs::path& folder) {
  std::optional<StudyDocument> document;
  std::optional<Error> problem;
  std::map<int, nlohmann::json> marks;
  const fs::path study = folder / "study.acim";
  if (fs::exists(study)) {
    try {
      document = read_study(study);
      document->continued.clear();  // Its runs are over; those that are not stand in files of their own.
      marks = open_runs(study);
    } catch (const Error& error) {
      problem = error;
    }
  }
  for (const fs::path& file : files_of(folder)) {
    if (file == study) continue;
    const int id = id_of_run_file(file);
    const auto has = [id](const std::shared_ptr<RunRecord>& record) { return record->id == id; };
    if (document && std::ranges::any_of(document->runs, has)) continue;
    try {
      StudyDocument one = read_study(file);
      if (one.runs.empty()) continue;
      RunRecord& run = *one.runs.front();
      run.id = id;
      if (marks.contains(id)) take_marks(run, marks.at(id));
      if (!document) {
        document = std::move(one);
      } else {
        document->runs.insert(document->runs.begin(), one.runs.front());
        document->continued = one.continued;
      }
    } catch (const Error& error) {
      problem = error;
    }
  }
  if (!document && problem) throw *problem;
  return document ? std::move(*document) : StudyDocument{};
}

QString saved_path(const fs::path& folder) {
  const fs::path note = folder / kSavedPath;
  std::error_code ignored;
  if (!fs::exists(note, ignored)) return {};
  try {
    const QString path = QString::fromStdString(read_text_file(note));
    // Saved since by another window: this work is not what is to be written over it.
    std::error_code unknown;
    const bool newer = fs::last_write_time(path.toStdString(), unknown) > fs::last_write_time(note, ignored);
    return QFileInfo(path).isAbsolute() && !unknown && !newer ? path : QString();
  } catch (const Error&) {
    return {};  // Saving asks for a place then.
  }
}

void note_saved_path(const fs::path& folder, const QString& path) {
  const QString whole = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
  write_file_atomically(folder / kSavedPath, whole.toStdString());
}

void remove_run_files(const fs::path& folder, int newest, const std::set<fs::path>& needed) {
  std::error_code ignored;
  for (const fs::path& file : files_of(folder)) {
    const bool of_run = file.filename().string().starts_with("run-");
    if (of_run && id_of_run_file(file) <= newest && !needed.contains(file)) fs::remove(file, ignored);
  }
}

void remove_session(const fs::path& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

}  // namespace acim::ui
