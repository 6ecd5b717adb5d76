#include "ui/window/folder_export.h"

#include "base/error.h"
#include "ui/model/error_words.h"

namespace acim::ui {

FolderExport::FolderExport(std::filesystem::path path, StudyFolder folder, std::vector<Drawing> drawings,
                           QObject* parent)
    : QObject(parent), path_(std::move(path)), folder_(std::move(folder)), drawings_(std::move(drawings)) {
  connect(&timer_, &QTimer::timeout, this, &FolderExport::draw_next);
  timer_.start(0);
}

void FolderExport::draw_next() {
  try {
    if (drawn_ == drawings_.size()) {
      timer_.stop();
      write();
      return;
    }
    const auto& [name, draw] = drawings_[drawn_++];
    folder_.pictures.emplace_back(name, draw());
  } catch (...) {
    timer_.stop();
    fail(current_error());
  }
}

void FolderExport::fail(const Error& error) {
  const ErrorText text = error_text(error, tr("The folder could not be saved"));
  QMetaObject::invokeMethod(
      this,
      [this, text] {
        Q_EMIT failed(text);
        deleteLater();
      },
      Qt::QueuedConnection);
}

void FolderExport::write() {
  queue_.add([this](const std::stop_token&) {
    try {
      write_study_folder(path_, folder_);
    } catch (...) {
      return fail(current_error());
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
          Q_EMIT saved(QString::fromStdString(path_.string()));
          deleteLater();
        },
        Qt::QueuedConnection);
  });
}

}  // namespace acim::ui
