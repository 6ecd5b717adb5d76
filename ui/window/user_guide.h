#pragma once

#include <QStringList>
#include <QUrl>

namespace acim::ui {

class Banner;

/// Folders that may hold the user guide of a program in `program_folder`: installed (share/doc), or beside the sources
/// it was built from.
QStringList user_guide_folders(const QString& program_folder);

/// The first page of the first of these folders that has one; an empty address when none has.
QUrl user_guide_in(const QStringList& folders);

/// Whether a browser is known on this machine; what hands an address to the desktop succeeds without one, too.
bool browser_is_known();

/// Has the guide opened; the banner says where it is, with the path to copy, when nothing may have shown it.
void open_user_guide(const QUrl& guide, Banner* banner);

}  // namespace acim::ui
