#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace acim::cli {

/// Of a signal to noise: "21.3"; "lossless" where there is no error, "-" where there is no number.
std::string decibel_text(double decibels);
/// Null where there is no error, or no number.
nlohmann::json decibel_json(double decibels);

}  // namespace acim::cli
