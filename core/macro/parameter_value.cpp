// Keys and values of parameters as text, and their ranges.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "macro/spelling.h"

namespace acim {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// The number that the whole text is, in the C locale.
template <typename T>
std::optional<T> number_of(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "7" and "7.0" are seven, "7.5" is no integer.
std::optional<std::int64_t> integer_of(std::string_view text) {
  if (const auto value = number_of<std::int64_t>(text)) return value;
  const auto value = number_of<double>(text);
  if (!value || std::abs(*value) > 0x1.0p53 || *value != std::floor(*value)) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

std::optional<bool> boolean_of(std::string_view text) {
  if (text == "true" || text == "1" || text == "on") return true;
  if (text == "false" || text == "0" || text == "off") return false;
  return std::nullopt;
}

std::optional<ParameterValue> value_of(const Parameter& parameter, std::string_view text) {
  const auto widen = [](const auto& found) -> std::optional<ParameterValue> {
    if (!found) return std::nullopt;
    return ParameterValue(*found);
  };
  switch (parameter.type) {
    case ParameterType::boolean:
      return widen(boolean_of(text));
    case ParameterType::integer:
      return widen(integer_of(text));
    case ParameterType::unsigned64:
      return widen(number_of<std::uint64_t>(text));
    case ParameterType::real:
      return widen(number_of<double>(text));
    case ParameterType::choice:
      return ParameterValue(std::string(text));
  }
  return std::nullopt;
}

Phrase whole_numbers_of(const Parameter& parameter) {
  return Phrase("ParameterRange", "a whole number, {}").filled_with(range_phrase(parameter));
}

/// `readable`: a value of its type, though not an allowed one.
[[noreturn]] void refuse(const Parameter& parameter, std::string_view text, bool readable) {
  const bool whole = !readable && parameter.type == ParameterType::integer && !parameter.odd;
  throw Error(
      ErrorKind::usage,
      Phrase("Error", "{} is not allowed").filled_with(Filling::setting(parameter.key, std::string(text))), "",
      Phrase("Error", "Allowed: {}.").filled_with(whole ? whole_numbers_of(parameter) : range_phrase(parameter)));
}

bool in_range(const Parameter& parameter, double value) {
  const bool above = parameter.minimum_excluded ? value > parameter.minimum : value >= parameter.minimum;
  const bool below = parameter.maximum_excluded ? value < parameter.maximum : value <= parameter.maximum;
  return above && below;  // false for NaN
}

bool allowed(const Parameter& parameter, const ParameterValue& value) {
  switch (parameter.type) {
    case ParameterType::boolean:
      return std::holds_alternative<bool>(value);
    case ParameterType::integer: {
      const auto* integer = std::get_if<std::int64_t>(&value);
      return integer != nullptr && in_range(parameter, static_cast<double>(*integer)) &&
             (!parameter.odd || *integer % 2 != 0);
    }
    case ParameterType::unsigned64:
      return std::holds_alternative<std::uint64_t>(value);
    case ParameterType::real: {
      const auto* real = std::get_if<double>(&value);
      return real != nullptr && in_range(parameter, *real);
    }
    case ParameterType::choice: {
      const auto* name = std::get_if<std::string>(&value);
      return name != nullptr &&
             std::find(parameter.choices.begin(), parameter.choices.end(), *name) != parameter.choices.end();
    }
  }
  return false;
}

template <typename T>
std::string shortest_text(T value) {
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

Phrase values_phrase(const Parameter& parameter, std::span<const std::string_view> values) {
  std::vector<Filling> fillings;
  for (const std::string_view value : values) fillings.push_back(Filling::value_of(parameter.key, std::string(value)));
  return one_of(fillings);
}

/// "1 to 14", "more than 0, at most 100".
Phrase bounds_phrase(const Parameter& parameter) {
  const std::string minimum = shortest_text(parameter.minimum);
  const std::string maximum = shortest_text(parameter.maximum);
  if (!parameter.minimum_excluded && !parameter.maximum_excluded)
    return Phrase("ParameterRange", "{} to {}").filled_with(minimum, maximum);
  if (!parameter.maximum_excluded)
    return Phrase("ParameterRange", "more than {}, at most {}").filled_with(minimum, maximum);
  if (!parameter.minimum_excluded)
    return Phrase("ParameterRange", "at least {}, less than {}").filled_with(minimum, maximum);
  return Phrase("ParameterRange", "more than {}, less than {}").filled_with(minimum, maximum);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

std::string_view nearest_of(std::span<const std::string_view> words, std::string_view word) {
  word = word.substr(0, 256);  // hostile input may be long
  const auto distance = [word](std::string_view other) { return edit_distance(other, word); };
  return *std::min_element(words.begin(), words.end(),
                           [&](std::string_view a, std::string_view b) { return distance(a) < distance(b); });
}

const Parameter* find_parameter(std::string_view key) {
  const auto table = parameter_table();
  const auto found = std::find_if(table.begin(), table.end(), [key](const Parameter& p) { return p.key == key; });
  return found == table.end() ? nullptr : &*found;
}

const Parameter& parameter_of(std::string_view key) {
  if (const Parameter* found = find_parameter(key)) return *found;
  throw Error(ErrorKind::usage, Phrase("Error", "There is no setting '{}'").filled_with(key), "",
              Phrase("Error", "Did you mean '{}'?").filled_with(nearest_key(key)));
}

std::string_view nearest_key(std::string_view key) {
  std::vector<std::string_view> keys;
  for (const Parameter& parameter : parameter_table()) keys.push_back(parameter.key);
  return nearest_of(keys, key);
}

std::string value_text(const ParameterValue& value) {
  if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return shortest_text(*integer);
  if (const auto* number = std::get_if<std::uint64_t>(&value)) return shortest_text(*number);
  if (const auto* real = std::get_if<double>(&value)) return shortest_text(*real);
  return std::get<std::string>(value);
}

ParameterValue parse_value(const Parameter& parameter, std::string_view text) {
  text = trimmed(text);
  const auto value = value_of(parameter, text);
  if (!value || !allowed(parameter, *value)) refuse(parameter, text.empty() ? "(nothing)" : text, value.has_value());
  return *value;
}

Phrase range_phrase(const Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::boolean:
      return values_phrase(parameter, std::to_array<std::string_view>({"true", "false"}));
    case ParameterType::choice:
      return values_phrase(parameter, parameter.choices);
    case ParameterType::unsigned64:
      return Phrase("ParameterRange", "{} to {}").filled_with(0, std::numeric_limits<std::uint64_t>::max());
    case ParameterType::integer:
    case ParameterType::real:
      break;
  }
  Phrase range = bounds_phrase(parameter);
  if (parameter.odd) range = Phrase("ParameterRange", "an odd number, {}").filled_with(range);
  if (parameter.unit.empty()) return range;
  return Phrase({}, "{} {}").filled_with(range, Phrase("ParameterTable", parameter.unit));
}

std::string range_text(const Parameter& parameter) {
  return range_phrase(parameter).text();
}

void check_value(const Parameter& parameter, const ParameterValue& value) {
  if (!allowed(parameter, value)) refuse(parameter, value_text(value), true);
}

}  // namespace acim
