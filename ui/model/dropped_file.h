#pragma once

#include <QString>

namespace acim::ui {

/// What a file or folder that was dropped on the window (or named on the command line) is, by its name and by what lies
/// in it; whether it can be read is said by what opens it.
struct DroppedFile {
  enum class Kind { study, network, images, unknown } kind = Kind::unknown;
  QString text;  ///< a path; of images the data set as `acim list datasets` names the kinds: "cifar10:PATH"
};
DroppedFile dropped_file(const QString& path);

}  // namespace acim::ui
