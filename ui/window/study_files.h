#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "ui/model/job_queue.h"
#include "ui/model/session_folder.h"
#include "ui/model/study_document.h"

class QMenu;

namespace acim::ui {

class Banner;

/// What a window shows of a study, as far as its files need it.
class StudyWindow {
 public:
  virtual ~StudyWindow() = default;
  virtual StudyDocument study() const = 0;
  /// Another study in place of the one shown; `continues`: its newest run goes on at once.
  virtual void show_study(const StudyDocument& document, bool continues) = 0;
};

/// The study files of a window: open, save, recent ones; and the session folder that keeps what is not saved, so that
/// the next window offers it when this one's program was killed. Reads and writes on a thread of its own; a file that
/// cannot be read leaves what is open as it is.
class StudyFiles : public QObject {
  Q_OBJECT

 public:
  static constexpr int kAutosaveDelay = 1000;  ///< ms
  static constexpr int kMostRecent = 8;

  /// `state_folder`: where sessions and the list of recent files live; empty: nowhere, nothing is kept.
  StudyFiles(StudyWindow* window, StudyController* controller, Banner* banner, std::filesystem::path state_folder,
             QObject* parent);
  ~StudyFiles() override;

  void open(const QString& path);
  /// Nothing computed, every knob at its default; what was not saved is left to the next window.
  void start_new();
  void save_as(const QString& path);
  /// The file that the study was opened from or saved to; empty: none.
  const QString& path() const { return path_; }
  bool is_modified() const { return modified_; }
  /// Something changed; `by_user`: worth keeping beyond the window's end.
  void note_change(bool by_user = true);
  /// Says that an earlier window left something, and offers it; false when there is nothing.
  bool offer_left_session();
  /// Writes what is not written yet; called once, when the window closes.
  void close();

  QStringList recent() const { return recent_; }
  void fill_recent(QMenu* menu);
  const std::filesystem::path& session_folder() const;

 Q_SIGNALS:
  void path_changed();
  /// A file was asked for and is none that can be opened; said in the banner already.
  void open_failed(const acim::ui::ErrorText& error);
  /// A sentence in passing.
  void said(const QString& text);

 private:
  void autosave();
  /// Leaves what is not saved to the next window, which offers it, before another study takes its place: its session;
  /// none where all is saved.
  std::optional<std::filesystem::path> set_aside();
  /// Back in place of what is there now, which is set aside in its turn.
  std::pair<QString, std::function<void()>> link_back_to(const std::filesystem::path& session);
  /// Says that it is kept, and offers it at once.
  void tell_kept(const std::optional<std::filesystem::path>& session);
  /// The newest run of a file that was opened goes on; what was computed since stays beside it.
  void continue_opened(const StudyDocument& opened, bool file_is_as_opened);
  void add_recent(const QString& path);
  void join_runs(StudyDocument& document);
  /// `with_runs_of_now`: what this window computed stays beside them; not that of another study.
  void continue_session(const std::filesystem::path& folder, bool with_runs_of_now);
  void read(const std::function<StudyDocument()>& reader, const QString& name,
            const std::function<void(const StudyDocument&)>& use);
  void say(const ErrorText& error);

  StudyWindow* window_;
  StudyController* controller_;
  Banner* banner_;
  std::filesystem::path state_folder_;
  std::unique_ptr<SessionFolder> session_;
  QString path_;
  QStringList recent_;
  bool modified_ = false;
  bool worth_keeping_ = false;
  bool closed_ = false;
  QTimer autosave_timer_;
  int overwrites_ = 0;          ///< how often the file that was opened was saved over
  int change_ = 0;              ///< counts changes, so that a save knows whether it holds the last one
  int saving_change_ = 0;       ///< the last one that the save under way holds
  std::filesystem::path left_;  ///< a session that goes on in this one, until this one holds all of it
  JobQueue queue_;              ///< last: its thread ends first
};

}  // namespace acim::ui
