#pragma once

#include <filesystem>

#include "ui/model/image_fetch.h"

namespace acim::explorer {

/// The sets that `acim dataset fetch` knows, or those of a catalogue (empty: none), into the same folder.
ui::ImageFetching image_fetching(const std::filesystem::path& catalogue = {});

}  // namespace acim::explorer
