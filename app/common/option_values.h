#pragma once

namespace CLI {
class App;
}

namespace acim {

/// After `app` parsed these arguments: a word that looks like an option must not have become the value of the option
/// before it, as -q of "--csv -q". CLI::ValidationError names both. "-" alone and negative numbers are values, and so
/// is whatever follows an option's '='.
void refuse_options_as_values(const CLI::App& app, int argument_count, const char* const* arguments);

}  // namespace acim
