#pragma once

#include <QStringList>
#include <QUrl>

namespace acim::ui {

/// Folders that may hold the user guide of a program in `program_folder`: installed (share/doc), or beside the sources
/// it was built from.
QStringList user_guide_folders(const QString& program_folder);

/// The first page of the first of these folders that has one; an empty address when none has.
QUrl user_guide_in(const QStringList& folders);

}  // namespace acim::ui
