#pragma once

#include <filesystem>

namespace acim::ui {

class MainWindow;
class Theme;

/// own-layers-, bits-, conversion-, why-, why-help-, noise- and column-THEME-WIDTHxHEIGHT[@2x].png: layers with
/// settings of their own, the bits map in the dock, a conversion in its dock, why a coarse ADC costs accuracy and what
/// would help, noise in its units, and a conversion in the middle of the window.
void write_layer_pictures(MainWindow& window, Theme& theme, const std::filesystem::path& folder);

}  // namespace acim::ui
