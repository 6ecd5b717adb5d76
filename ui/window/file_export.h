#pragma once

#include <QImage>
#include <QString>
#include <filesystem>
#include <string>

namespace acim::ui {

/// Writes whole or not at all; Error(output) says what is wrong with the place.
void write_text(const std::filesystem::path& path, const std::string& text);
void write_png(const std::filesystem::path& path, const QImage& image);

}  // namespace acim::ui
