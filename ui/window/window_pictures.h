#pragma once

#include <QImage>
#include <QSize>
#include <filesystem>

namespace acim::ui {

class MainWindow;
class Theme;

/// The window at a size, drawn with `scale` device pixels per pixel, as it stands now.
QImage window_picture(MainWindow& window, const QSize& size, double scale);

void write_window_picture(MainWindow& window, const QSize& size, double scale, const std::filesystem::path& path);

/// VIEW-THEME-WIDTHxHEIGHT[@2x].png for the views window (accuracy), tradeoff, energy and layers, light and dark,
/// 1280x720 and 1920x1080, scale 1 and 2, into a folder. Error(output) when one cannot be written.
void write_window_pictures(MainWindow& window, Theme& theme, const std::filesystem::path& folder);

}  // namespace acim::ui
