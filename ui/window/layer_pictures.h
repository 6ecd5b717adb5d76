#pragma once

#include <filesystem>

namespace acim::ui {

class MainWindow;
class Theme;

/// own-layers-, bits-, conversion- and column-THEME-WIDTHxHEIGHT[@2x].png: layers with settings of their own, the bits
/// map in the dock, and a conversion in its dock and in the middle of the window.
void write_layer_pictures(MainWindow& window, Theme& theme, const std::filesystem::path& folder);

}  // namespace acim::ui
