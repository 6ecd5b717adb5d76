#include "macro/layer_override.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace acim {

namespace {

[[noreturn]] void refuse_duplicate(const LayerOverride& layer, std::string_view key) {
  throw Error(ErrorKind::usage,
              Phrase("Error", "{0} is set twice for the layers '{1}'").filled_with(Filling::knob(key), layer.pattern));
}

void add_assignment(LayerOverride& layer, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "'{}' sets nothing for the layers '{}'").filled_with(assignment, layer.pattern), "",
                Phrase("Error", "Write key=value, such as {}.")
                    .filled_with(one_of(std::vector<Filling>{"adc_bits=7", "digital=true"})));
  }
  const std::string_view key = assignment.substr(0, equals);
  const std::string_view text = assignment.substr(equals + 1);
  if (key == "digital") {
    if (text != "true" && text != "false") {
      throw Error(ErrorKind::usage,
                  Phrase("Error", "{} is not allowed").filled_with(Filling::setting(key, std::string(text))), "",
                  Phrase("Error", "Allowed: {}.").filled_with(one_of(std::vector<Filling>{"true", "false"})));
    }
    set_digital(layer, text == "true");
    return;
  }
  const Parameter& parameter = parameter_of(key);
  add_override(layer, parameter, parse_value(parameter, text));
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view name) {
  // Greedy with one point of return: the last '*' takes one character more each time the rest does not match.
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

void add_override(LayerOverride& layer, const Parameter& parameter, ParameterValue value) {
  if (!parameter.per_layer) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "{} cannot differ between layers").filled_with(Filling::knob(parameter.key)),
                fmt::format("layers '{}'", layer.pattern), Phrase("Error", "Set it for the whole network."));
  }
  check_value(parameter, value);
  for (const auto& entry : layer.values) {
    if (entry.first == parameter.key) refuse_duplicate(layer, parameter.key);
  }
  layer.values.emplace_back(parameter.key, std::move(value));
}

void set_digital(LayerOverride& layer, bool digital) {
  if (layer.digital) refuse_duplicate(layer, "digital");
  layer.digital = digital;
}

void complete(LayerOverride& layer) {
  if (layer.pattern.empty()) {
    throw Error(ErrorKind::usage, Phrase("Error", "A layer override has no pattern"), "",
                Phrase("Error", "Name layers, such as {}.").filled_with("'layer3.*'"));
  }
  if (!layer.digital && layer.values.empty()) {
    throw Error(ErrorKind::usage, Phrase("Error", "Nothing is set for the layers '{}'").filled_with(layer.pattern), "",
                Phrase("Error", "Write for example {}.")
                    .filled_with(one_of(std::vector<Filling>{"layer3.*:adc_bits=7", "conv1:digital=false"})));
  }
  const auto place = [](const auto& entry) { return &parameter_of(entry.first); };
  std::sort(layer.values.begin(), layer.values.end(),
            [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

std::string override_text(const LayerOverride& layer) {
  std::string text = layer.pattern + ':';
  const char* separator = "";
  if (layer.digital) {
    text += fmt::format("digital={}", *layer.digital);
    separator = ",";
  }
  for (const auto& [key, value] : layer.values) {
    text += fmt::format("{}{}={}", separator, key, value_text(value));
    separator = ",";
  }
  return text;
}

LayerOverride parse_layer_override(std::string_view text) {
  const std::size_t colon = text.find(':');
  LayerOverride layer;
  layer.pattern = text.substr(0, colon);
  std::string_view rest = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    add_assignment(layer, rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
  }
  complete(layer);
  return layer;
}

}  // namespace acim
