#include "ui/window/study_files.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <algorithm>
#include <exception>
#include <iterator>
#include <set>
#include <utility>

#include "ui/model/error_words.h"
#include "ui/model/parameter_text.h"
#include "ui/model/rich_text.h"
#include "ui/model/study_writer.h"
#include "ui/panel/banner.h"
#include "ui/window/state_file.h"

namespace acim::ui {

namespace fs = std::filesystem;

namespace {

/// "4,200 of 10,000 images of 21 points": how far a run is.
QString progress_of(const RunRecord& run) {
  std::int64_t least = run.results.empty() ? 0 : run.results.front().images;
  for (const PointResult& result : run.results) least = std::min(least, result.images);
  const auto images = static_cast<qint64>(run.kept ? run.kept->labels.size() : 0);
  return StudyFiles::tr("%1 of %2 images of %3 points")
      .arg(count_text(least), count_text(images), count_text(static_cast<qint64>(run.results.size())));
}

/// Of work that another study took the place of.
QString kept_words() {
  return StudyFiles::tr("What was not saved is kept, and offered at the next start.");
}

/// Curves, as the table of runs has rows.
int rows_of(const StudyDocument& document) {
  std::ptrdiff_t rows = 0;
  for (const std::shared_ptr<RunRecord>& run : document.runs) {
    rows += std::ranges::count_if(run->marks, [](const CurveMarks& marks) { return !marks.deleted; });
  }
  return static_cast<int>(rows);
}

}  // namespace

StudyFiles::StudyFiles(StudyWindow* window, StudyController* controller, Banner* banner, fs::path state_folder,
                       QObject* parent)
    : QObject(parent),
      window_(window),
      controller_(controller),
      banner_(banner),
      state_folder_(std::move(state_folder)) {
  autosave_timer_.setSingleShot(true);
  autosave_timer_.setInterval(kAutosaveDelay);
  connect(&autosave_timer_, &QTimer::timeout, this, &StudyFiles::autosave);
  connect(controller, &StudyController::saved, this, [this](const QString& path) {
    path_ = path;
    // What came after the file was asked for, and what a run still computes, is in no file yet.
    modified_ = change_ != saving_change_ || controller_->is_active();
    worth_keeping_ = worth_keeping_ && modified_;
    add_recent(path);
    Q_EMIT path_changed();
  });
  if (state_folder_.empty()) return;
  recent_ = QSettings(state_file(state_folder_), QSettings::IniFormat)
                .value(QStringLiteral("recent"))
                .toStringList()
                .mid(0, kMostRecent);
  try {
    session_ = std::make_unique<SessionFolder>(state_folder_);
    controller->set_autosave([this](int generation) { return session_->run_file(generation); });
  } catch (const Error& error) {
    say(error_text(error, tr("Unsaved work is not kept")));
  }
}

StudyFiles::~StudyFiles() {
  close();
}

const fs::path& StudyFiles::session_folder() const {
  static const fs::path none;
  return session_ ? session_->path() : none;
}

void StudyFiles::say(const ErrorText& error) {
  banner_->say(BannerKind::warning, error.title, error.text);
}

// Opening.

void StudyFiles::read(const std::function<StudyDocument()>& reader, const QString& name,
                      const std::function<void(const StudyDocument&)>& use) {
  queue_.add([this, reader, name, use](const std::stop_token& stop) {
    if (stop.stop_requested()) return;
    const auto tell = [this](std::function<void()> what) {
      QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
    };
    const auto fail = [&](const Error& error) {
      ErrorText text = error_text(error, tr("%1 could not be opened").arg(name));
      tell([this, text]() mutable {
        if (controller_->is_open()) text.text += ' ' + tr("What was open stays open.");
        banner_->say(text);
        Q_EMIT open_failed(text);
      });
    };
    try {
      tell([use, document = reader()] { use(document); });
    } catch (...) {
      fail(current_error());
    }
  });
}

void StudyFiles::open(const QString& path) {
  const fs::path file = path.toStdString();
  read([file] { return read_study(file); }, QFileInfo(path).fileName(),
       [this, path](const StudyDocument& document) {
         banner_->hide();
         const std::optional<fs::path> kept = set_aside();
         window_->show_study(document, false);
         path_ = path;
         modified_ = false;
         worth_keeping_ = false;
         add_recent(path);
         Q_EMIT path_changed();
         if (document.continued.empty()) return tell_kept(kept);
         QString text = tr("It holds %1.").arg(progress_of(*document.runs.front()));
         std::vector<Banner::Link> links = {{tr("Continue"), [this, document, overwrites = overwrites_] {
                                               continue_opened(document, overwrites == overwrites_);
                                             }}};
         if (kept) {
           text += ' ' + kept_words();
           links.push_back(link_back_to(*kept));
         }
         banner_->say(BannerKind::info, tr("Its newest run is not complete"), text, links);
       });
}

void StudyFiles::continue_opened(const StudyDocument& opened, bool file_is_as_opened) {
  banner_->hide();
  const StudyDocument now = window_->study();
  const auto run = std::ranges::find(now.runs, opened.runs.front());
  const bool is_shown = run != now.runs.end();
  if (is_shown && !file_is_as_opened) {
    banner_->say(BannerKind::info, tr("Its file was saved since"),
                 tr("It goes on with another run now. Take the settings of this one from the table and press Run."));
    return;
  }
  const auto is_over = [](const std::shared_ptr<RunRecord>& one) { return one->kept != nullptr; };
  const auto under_way = [&](const std::shared_ptr<RunRecord>& one) { return !is_over(one) && !one->empty(); };
  if (is_shown && std::ranges::any_of(now.runs, under_way)) {
    // Its answers arrive a moment later.
    connect(
        controller_, &StudyController::run_collected, this,
        [this, opened, file_is_as_opened] { continue_opened(opened, file_is_as_opened); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    controller_->stop();
    return;
  }
  const std::optional<fs::path> left = is_shown ? std::nullopt : set_aside();
  // Network, knobs and axes are again those of the run that goes on.
  StudyDocument next = opened;
  if (is_shown) {
    next.runs = {*run};
    std::ranges::copy_if(now.runs, std::back_inserter(next.runs), [&](const std::shared_ptr<RunRecord>& one) {
      return one != opened.runs.front() && is_over(one);
    });
    next.baseline = now.baseline;
    next.sensitivity = now.sensitivity;
    next.view = now.view;
    next.layout = now.layout;
  }
  window_->show_study(next, true);
  note_change();
  tell_kept(left);
}

void StudyFiles::start_new() {
  banner_->hide();
  const std::optional<fs::path> kept = set_aside();
  StudyDocument blank = window_->study();
  blank.subject = controller_->is_open() ? controller_->subject() : StudySubject();
  blank.settings = {};
  blank.family = {};
  blank.adc_range.clear();
  blank.held_noise = NoiseUnit::percent;
  blank.layout.clear();
  blank.runs.clear();
  blank.baseline.reset();
  blank.sensitivity.reset();
  window_->show_study(blank, false);
  path_.clear();
  modified_ = false;
  worth_keeping_ = false;
  Q_EMIT path_changed();
  tell_kept(kept);
}

bool StudyFiles::offer_left_session() {
  if (state_folder_.empty()) return false;
  const std::optional<fs::path> left = left_session(state_folder_);
  if (!left) return false;
  const auto reader = [folder = *left] {
    try {
      return read_session(folder);
    } catch (const Error& error) {
      // Else it would say so at each start, and hide older ones.
      const fs::path damaged = folder.parent_path() / ("damaged-" + folder.filename().string());
      std::error_code ignored;
      fs::rename(folder, damaged, ignored);
      throw error.at((ignored ? folder : damaged).string());
    }
  };
  read(reader, tr("What was not saved"), [this, folder = *left](const StudyDocument& document) {
    const bool nothing = document.runs.empty() && !document.sensitivity && document.settings == PointSettings();
    if (nothing) return remove_session(folder);
    const QString text = document.sensitivity && document.runs.empty() ? tr("A ranking of the layers was not saved.")
                         : document.runs.empty()                       ? tr("Settings were changed and not saved.")
                         : document.continued.empty() ? tr("%n runs were not saved.", nullptr, rows_of(document))
                                                      : tr("Saved %1.").arg(progress_of(*document.runs.front()));
    banner_->say(
        BannerKind::info, tr("Continue where you stopped?"), text,
        {{tr("Continue"), [this, folder] { continue_session(folder, true); }}, {tr("Start fresh"), [this, folder] {
                                                                                  banner_->hide();
                                                                                  remove_session(folder);
                                                                                }}});
  });
  return true;
}

void StudyFiles::continue_session(const fs::path& folder, bool with_runs_of_now) {
  read([folder] { return read_session(folder); }, tr("What was not saved"),
       [this, folder, with_runs_of_now](const StudyDocument& left) {
         banner_->hide();
         // A sweep that is under way is no run that could join them.
         if (with_runs_of_now && controller_->is_active()) set_aside();
         StudyDocument document = left;
         if (with_runs_of_now) join_runs(document);
         window_->show_study(document, !document.continued.empty());
         path_ = saved_path(folder);
         Q_EMIT path_changed();
         note_change();
         // The old folder goes when this window's own holds everything: a run that goes on is in it only when it is
         // over.
         left_ = folder;
         if (document.continued.empty()) autosave();
       });
}

/// What was computed since this window opened stays, beside a study that is continued.
void StudyFiles::join_runs(StudyDocument& document) {
  constexpr double kWorthKeeping = 60;  // seconds, of a sweep that began by itself
  // The newest one of the study goes on, and stays the newest.
  const auto place = document.runs.begin() + (document.continued.empty() ? 0 : 1);
  std::vector<std::shared_ptr<RunRecord>> done;
  for (const std::shared_ptr<RunRecord>& run : window_->study().runs) {
    if (run->kept && (worth_keeping_ || run->seconds >= kWorthKeeping)) done.push_back(run);
  }
  document.runs.insert(place, done.begin(), done.end());
}

// Saving.

void StudyFiles::save_as(const QString& path) {
  QString file = path;
  if (QFileInfo(file).suffix().isEmpty()) file += QStringLiteral(".acim");
  const StudyDocument document = window_->study();
  const bool live = !document.runs.empty() && !document.runs.front()->kept && controller_->has_runner() &&
                    document.runs.front()->id == controller_->generation();
  try {
    const StudyContents contents = contents_of(document, live);
    saving_change_ = change_;
    if (file == path_) ++overwrites_;
    controller_->save(file.toStdString(), contents.run, contents.extras);
  } catch (...) {
    say(error_text(current_error(), tr("The study could not be saved")));
  }
}

void StudyFiles::note_change(bool by_user) {
  modified_ = true;
  worth_keeping_ = worth_keeping_ || by_user;
  ++change_;
  if (session_ && !closed_ && !autosave_timer_.isActive()) autosave_timer_.start();
}

void StudyFiles::autosave() {
  if (!session_) return;
  autosave_timer_.stop();
  StudyContents contents;
  std::set<fs::path> needed;  // files of runs that are not over
  try {
    const StudyDocument document = window_->study();
    contents = contents_of(document);
    for (const std::shared_ptr<RunRecord>& run : document.runs) {
      const bool running = run->id == controller_->generation() && controller_->is_active();
      if (!run->kept || running) needed.insert(session_->run_file(run->id));
    }
  } catch (const std::exception&) {
    return;  // Settings that are no study at this moment, a knob half set: the next change comes here again.
  }
  const int newest = controller_->generation();
  const fs::path left = controller_->is_active() || controller_->is_loading() ? fs::path() : std::exchange(left_, {});
  queue_.add([this, contents, needed, newest, left, file = session_->study_file(), folder = session_->path(),
              path = path_](const std::stop_token&) {
    QElapsedTimer clock;
    clock.start();
    try {
      write_study(file, *contents.run, contents.extras);
      note_saved_path(folder, path);
      remove_run_files(folder, newest, needed);
      if (!left.empty()) remove_session(left);
      // A study that takes long to write is written less often.
      const auto pause = std::max<qint64>(kAutosaveDelay, 20 * clock.elapsed());
      QMetaObject::invokeMethod(
          this, [this, pause] { autosave_timer_.setInterval(static_cast<int>(pause)); }, Qt::QueuedConnection);
    } catch (...) {
      const ErrorText text = error_text(current_error(), tr("Unsaved work cannot be kept against a crash"));
      QMetaObject::invokeMethod(
          this, [this, text] { say(text); }, Qt::QueuedConnection);
    }
  });
}

std::optional<fs::path> StudyFiles::set_aside() {
  if (!session_ || !modified_ || !worth_keeping_) return std::nullopt;
  autosave();
  try {
    auto next = std::make_unique<SessionFolder>(state_folder_);
    session_->go_at_end(false);
    fs::path kept = session_->path();
    session_ = std::move(next);
    return kept;
  } catch (const Error& error) {
    say(error_text(error, tr("Unsaved work is not kept")));
  }
  return std::nullopt;
}

Banner::Link StudyFiles::link_back_to(const fs::path& session) {
  return {tr("Bring it back"), [this, session] {
            banner_->hide();
            set_aside();
            continue_session(session, false);
          }};
}

void StudyFiles::tell_kept(const std::optional<fs::path>& session) {
  if (!session) return;
  banner_->say(BannerKind::info, tr("Another study is shown"), kept_words(), {link_back_to(*session)});
}

void StudyFiles::close() {
  if (closed_ || !session_) return;
  closed_ = true;
  const bool keep = modified_ && worth_keeping_;
  if (keep) autosave();
  session_->go_at_end(!keep);
}

// Recent files.

void StudyFiles::add_recent(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  recent_.removeAll(whole);
  recent_.prepend(whole);
  recent_ = recent_.mid(0, kMostRecent);
  if (state_folder_.empty()) return;
  QSettings(state_file(state_folder_), QSettings::IniFormat).setValue(QStringLiteral("recent"), recent_);
}

void StudyFiles::fill_recent(QMenu* menu) {
  menu->clear();
  menu->setEnabled(!recent_.isEmpty());
  for (const QString& path : std::as_const(recent_)) {
    QAction* entry = menu->addAction(QFileInfo(path).fileName());
    entry->setToolTip(plain_tip(path));
    entry->setEnabled(QFileInfo::exists(path));
    connect(entry, &QAction::triggered, this, [this, path] { open(path); });
  }
}

}  // namespace acim::ui
