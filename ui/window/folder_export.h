#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/model/job_queue.h"
#include "ui/model/study_controller.h"
#include "ui/model/study_folder.h"

namespace acim::ui {

/// Draws the pictures of a folder one at a time, so that the window goes on, then writes the folder on a thread of its
/// own. Goes when it has told how that went.
class FolderExport : public QObject {
  Q_OBJECT

 public:
  /// What draws the bytes of a picture, by its file name.
  using Drawing = std::pair<std::string, std::function<QByteArray()>>;

  FolderExport(std::filesystem::path path, StudyFolder folder, std::vector<Drawing> drawings, QObject* parent);

 Q_SIGNALS:
  void saved(const QString& path);
  void failed(const acim::ui::ErrorText& error);

 private:
  void draw_next();
  void write();
  void fail(const Error& error);

  std::filesystem::path path_;
  StudyFolder folder_;
  std::vector<Drawing> drawings_;
  std::size_t drawn_ = 0;
  QTimer timer_;
  JobQueue queue_;
};

}  // namespace acim::ui
