#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "cost/design_hints.h"

namespace acim::cli {

/// "hint: reason remedy" lines; empty without hints.
std::string hints_text(std::span<const cost::DesignHint> hints);
nlohmann::json hints_json(std::span<const cost::DesignHint> hints);

}  // namespace acim::cli
