#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace acim {

/// What stands in place of a {} of a Phrase.
struct Filling {
  enum class Form {
    text,     ///< `value` as it is: a number, a name
    knob,     ///< the knob `key`
    setting,  ///< the knob and its value: "adc_bits = 7"
    value,    ///< the value alone, of the knob `key`: "true"
  };
  Form form = Form::text;
  std::string key;
  std::string value;  ///< in the C locale

  static Filling text(std::string text) { return {Form::text, {}, std::move(text)}; }
  static Filling number(std::int64_t number) { return text(std::to_string(number)); }
  static Filling knob(std::string_view key) { return {Form::knob, std::string(key), {}}; }
  static Filling setting(std::string_view key, std::string value) {
    return {Form::setting, std::string(key), std::move(value)};
  }
  static Filling value_of(std::string_view key, std::string value) {
    return {Form::value, std::string(key), std::move(value)};
  }

  /// As the command line says it.
  std::string plain() const;
  bool operator==(const Filling&) const = default;
};

/// A sentence with what fills it apart, so that a window can say it in another language and under the names that its
/// knobs have there. Context and pattern are literals: lupdate finds them by the spelling Phrase("Context", "pattern")
/// (ui/Translations.cmake).
class Phrase {
 public:
  Phrase() = default;
  /// The pattern has a {} for each filling.
  Phrase(std::string_view context, std::string_view pattern);
  Phrase filled_with(std::vector<Filling> fillings) const;
  /// A sentence that is the same in every language.
  static Phrase verbatim(std::string text);

  const std::string& context() const { return context_; }
  const std::string& pattern() const { return pattern_; }
  const std::vector<Filling>& fillings() const { return fillings_; }
  bool empty() const { return pattern_.empty(); }
  /// In English, with keys and values as in files: "hybrid_levels = 20 is more than ...".
  std::string text() const;

  bool operator==(const Phrase&) const = default;

 private:
  std::string context_;  ///< empty: stays as it is
  std::string pattern_;
  std::vector<Filling> fillings_;
};

/// The pattern with each {}, or {0}, {1} in whatever order, filled. Error(internal) when it asks for what there is not.
std::string filled(std::string_view pattern, std::span<const std::string> fillings);

}  // namespace acim
