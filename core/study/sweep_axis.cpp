#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "study/named_setting.h"
#include "study/study_spec.h"

namespace acim {

namespace {

constexpr std::size_t kMostValues = 1000;
Phrase right_forms() {
  return Phrase("Error", "write {}, such as {}")
      .filled_with(one_of(std::vector<Filling>{"KEY=FROM:TO", "KEY=FROM:TO:STEP", "KEY=A,B,C"}), "adc_bits=4:10");
}

[[noreturn]] void refuse(const Phrase& what, std::string_view text, const Phrase& remedy = right_forms()) {
  throw Error(ErrorKind::usage, what, fmt::format("sweep \"{}\"", text), remedy);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

double number(std::string_view part, std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(part.data(), part.data() + part.size(), value);
  if (problem != std::errc() || end != part.data() + part.size() || !std::isfinite(value)) {
    refuse(Phrase("Error", "\"{}\" is not a number").filled_with(part), text);
  }
  return value;
}

bool numeric(ParameterType type) {
  return type == ParameterType::integer || type == ParameterType::real || type == ParameterType::unsigned64;
}

/// from, from + step ... to, each as the decimal number meant: 3 steps of 0.1 are 0.3, not 0.30000000000000004.
std::vector<std::string> range_texts(const std::vector<std::string_view>& parts, std::string_view text) {
  const double from = number(parts[0], text);
  const double to = number(parts[1], text);
  const double step = parts.size() == 3 ? number(parts[2], text) : 1.0;
  if (step == 0 || (to - from) * step < 0) {
    refuse(Phrase("Error", "steps of {} never lead from {} to {}").filled_with(step, from, to), text,
           Phrase("Error", "give a step that leads from the first value to the last (negative when it falls)"));
  }
  const double steps = std::floor((to - from) / step + 1e-9);
  if (!(steps < static_cast<double>(kMostValues))) {
    refuse(Phrase("Error", "the range has more than {} values").filled_with(kMostValues), text,
           Phrase("Error", "take a larger step"));
  }
  std::vector<std::string> values;
  for (int i = 0; i <= static_cast<int>(steps); ++i) values.push_back(fmt::format("{:.12g}", from + i * step));
  return values;
}

void add_value(SweepAxis& axis, std::string value, std::string_view text) {
  if (std::find(axis.values.begin(), axis.values.end(), value) != axis.values.end()) {
    refuse(Phrase("Error", "the value {} occurs twice").filled_with(value), text,
           Phrase("Error", "give each value once"));
  }
  axis.values.push_back(std::move(value));
}

}  // namespace

SweepAxis parse_sweep_axis(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) refuse(Phrase("Error", "no '=' after the knob's name"), text);
  SweepAxis axis;
  axis.key = text.substr(0, equals);
  const std::string_view given = text.substr(equals + 1);
  if (const NamedSetting* setting = find_named_setting(axis.key)) {
    for (const std::string_view part : split(given, ',')) {
      add_value(axis, std::string(named_value_of(*setting, part).value), text);
    }
    return axis;
  }
  const Parameter& parameter = parameter_of(axis.key);
  if (given.empty()) refuse(Phrase("Error", "no values"), text);

  std::vector<std::string> texts;
  const auto range = split(given, ':');
  if (range.size() > 1) {
    if (range.size() > 3) refuse(Phrase("Error", "more than three numbers in a range"), text);
    if (!numeric(parameter.type)) {
      refuse(Phrase("Error", "{} has no range of numbers").filled_with(Filling::knob(axis.key)), text,
             Phrase("Error", "list its values: {}").filled_with("KEY=A,B"));
    }
    texts = range_texts(range, text);
  } else {
    for (const std::string_view part : split(given, ',')) texts.emplace_back(part);
  }
  if (texts.size() > kMostValues)
    refuse(Phrase("Error", "more than {} values").filled_with(kMostValues), text, Phrase("Error", "take fewer"));
  for (const std::string& value : texts) add_value(axis, value_text(parse_value(parameter, value)), text);
  return axis;
}

}  // namespace acim
