#pragma once

#include <string_view>

namespace acim::cost {

/// resources/presets/chips.json as it was built into the program.
std::string_view preset_file_text();

}  // namespace acim::cost
