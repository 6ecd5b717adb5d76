#include "study/command_line.h"

#include <fmt/format.h>

#include <algorithm>

namespace acim {

std::string shell_word(std::string_view word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./:=,+@%").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, plain)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

void CommandLine::add(std::string_view value) {
  text_ += fmt::format(" {}{}", value.starts_with('-') ? "./" : "", shell_word(value));
}

void CommandLine::add(std::string_view option, std::string_view value) {
  text_ += fmt::format(" {}{}{}", option, value.starts_with('-') ? "=" : " ", shell_word(value));
}

}  // namespace acim
