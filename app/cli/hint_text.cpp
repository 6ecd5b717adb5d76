#include "cli/hint_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace acim::cli {

std::string hints_text(std::span<const cost::DesignHint> hints) {
  std::string text;
  for (const cost::DesignHint& hint : hints)
    text += fmt::format("hint: {} {}\n", hint.reason.text(), hint.remedy.text());
  return text;
}

nlohmann::json hints_json(std::span<const cost::DesignHint> hints) {
  nlohmann::json json = nlohmann::json::array();
  for (const cost::DesignHint& hint : hints) {
    json.push_back(
        {{"code", hint.code}, {"keys", hint.keys}, {"reason", hint.reason.text()}, {"remedy", hint.remedy.text()}});
  }
  return json;
}

}  // namespace acim::cli
