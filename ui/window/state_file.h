#pragma once

#include <QString>
#include <filesystem>

namespace acim::ui {

/// Where the window keeps from start to start what is of no study, as INI for QSettings.
inline QString state_file(const std::filesystem::path& state_folder) {
  return QString::fromStdString((state_folder / "window.ini").string());
}

}  // namespace acim::ui
