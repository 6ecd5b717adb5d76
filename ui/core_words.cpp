// Prints what the window translates of core's own words as lines that lupdate reads: knobs, named settings, notes on
// trust. Core knows no Qt, so they stand there as plain text and are looked up when they are shown. And names of keys.
#include <cstdio>
#include <set>
#include <string>
#include <string_view>

#include "cost/macro_cost.h"
#include "macro/parameter_table.h"
#include "study/named_setting.h"

namespace {

void print_word(std::string_view context, std::string_view text) {
  if (text.empty()) return;
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c;
  }
  std::printf("QT_TRANSLATE_NOOP(\"%.*s\", \"%s\")\n", static_cast<int>(context.size()), context.data(),
              escaped.c_str());
}

/// Keys of shortcuts, which Qt itself says in its context where its own translations are not installed.
void print_keys() {
  for (const std::string_view key : {"Ctrl", "Shift", "Alt", "Del"}) print_word("QShortcut", key);
}

void print_parameters() {
  std::set<acim::ParameterGroup> groups;
  for (const acim::Parameter& parameter : acim::parameter_table()) {
    if (groups.insert(parameter.group).second) print_word("ParameterTable", acim::group_label(parameter.group));
    for (const std::string_view text : {parameter.label, parameter.unit, parameter.meaning}) {
      print_word("ParameterTable", text);
    }
    for (const std::string_view choice : parameter.choices) print_word("ParameterTable", choice);
  }
}

void print_named_settings() {
  for (const acim::NamedSetting& setting : acim::named_settings()) {
    print_word("NamedSetting", setting.label);
    print_word("NamedSetting", setting.meaning);
    for (const acim::NamedValue& value : setting.values) print_word("NamedSetting", value.label);
  }
}

}  // namespace

int main() {
  print_parameters();
  print_keys();
  print_named_settings();
  using acim::AnalogDomain;
  for (const AnalogDomain domain : {AnalogDomain::charge, AnalogDomain::current}) {
    print_word("Trust", acim::cost::energy_trust(domain).basis);
  }
  return 0;
}
