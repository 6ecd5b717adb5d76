#include "common/option_values.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <string>

namespace acim {

namespace {

/// "-q", "--images"; not "-", "-0.5" or "-.5".
bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word[0] == '-' &&
         (word[1] == '-' || std::isalpha(static_cast<unsigned char>(word[1])) != 0);
}

bool takes(const CLI::Option& option, const std::string& word) {
  const auto& values = option.results();
  return option.get_items_expected_min() > 0 && std::find(values.begin(), values.end(), word) != values.end();
}

}  // namespace

void refuse_options_as_values(const CLI::App& app, int argument_count, const char* const* arguments) {
  for (int i = 1; i + 1 < argument_count; ++i) {
    const std::string name = arguments[i];
    const std::string value = arguments[i + 1];
    if (name.empty() || name[0] != '-' || !looks_like_option(value)) continue;
    const CLI::Option* option = app.get_option_no_throw(name);
    if (option == nullptr || !takes(*option, value)) continue;
    throw CLI::ValidationError(
        fmt::format("{0} needs a value before {1}; if that is meant, write {0}={1}", name, value));
  }
  for (const CLI::App* command : app.get_subcommands()) refuse_options_as_values(*command, argument_count, arguments);
}

}  // namespace acim
