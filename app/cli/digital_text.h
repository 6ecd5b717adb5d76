#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "network/digital_share.h"

namespace acim::cli {

/// "1 of 9 layers, 3.5 % of 12.6 M multiply-accumulates: conv1 (first convolution)", then a line of what is in float:
/// "in float besides: batch norm (9), addition (3)". Each line begins with `indent`, the first one excepted.
std::string digital_text(const DigitalShare& share, const std::string& indent);
nlohmann::json digital_json(const DigitalShare& share);

}  // namespace acim::cli
