#pragma once

#include <QImage>
#include <QSize>
#include <filesystem>

#include "ui/chart/chart_overlay.h"
#include "ui/chart/chart_plan.h"
#include "ui/theme/theme.h"

namespace acim::ui {

class MainWindow;

/// The window at a size, drawn with `scale` device pixels per pixel, as it stands now.
QImage window_picture(MainWindow& window, const QSize& size, double scale);

void write_window_picture(MainWindow& window, const QSize& size, double scale, const std::filesystem::path& path);

/// A point of the first curve at which layers lose, so that there is an error to be seen: 6 bits of what the window
/// starts with.
PointPlace lossy_point(const ChartPlan& plan);

/// VIEW-THEME-WIDTHxHEIGHT[@2x].png of the window as it stands now.
void write_view_picture(MainWindow& window, const std::filesystem::path& folder, const char* view, ThemeChoice theme,
                        const QSize& size, int scale);

/// The views window (accuracy), tradeoff, energy, layers (their energy), confusion (of a point whose images flip) and
/// lesson (the first one, open), light and dark, 1280x720 and 1920x1080, scale 1 and 2, and those of
/// write_layer_pictures, into a folder.
/// Error(output) when one cannot be written.
void write_window_pictures(MainWindow& window, Theme& theme, const std::filesystem::path& folder);

}  // namespace acim::ui
