#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace acim {

class Phrase;

template <typename Number>
concept FillingNumber = std::integral<Number> && !std::same_as<Number, bool> && !std::same_as<Number, char>;

/// What stands in place of a {} of a Phrase: texts, numbers and phrases are one.
struct Filling {
  enum class Form {
    text,     ///< `value` as it is: a number, a name
    knob,     ///< the knob `key`
    setting,  ///< the knob and its value: "adc_bits = 7"
    value,    ///< the value alone, of the knob `key`: "true"
    phrase,   ///< `phrase`, in its language
  };
  Form form = Form::text;
  std::string key;
  std::string value;                     ///< in the C locale
  std::shared_ptr<const Phrase> phrase;  ///< only of Form::phrase

  Filling(std::string text) : value(std::move(text)) {}
  Filling(std::string_view text) : value(text) {}
  Filling(const char* text) : value(text) {}
  Filling(double number);
  Filling(const Phrase& part);
  template <FillingNumber Number>
  Filling(Number number) : value(std::to_string(number)) {}

  static Filling text(std::string text) { return {std::move(text)}; }
  static Filling number(std::int64_t number) { return {number}; }
  static Filling knob(std::string_view key) { return {Form::knob, key, {}}; }
  static Filling setting(std::string_view key, std::string value) { return {Form::setting, key, std::move(value)}; }
  static Filling value_of(std::string_view key, std::string value) { return {Form::value, key, std::move(value)}; }

  /// As the command line says it.
  std::string plain() const;
  bool operator==(const Filling& other) const;

 private:
  Filling(Form as, std::string_view knob, std::string said) : form(as), key(knob), value(std::move(said)) {}
};

/// A sentence with what fills it apart, so that a window can say it in another language and under the names that its
/// knobs have there. Context and pattern are literals: lupdate finds them by the spelling Phrase("Context", "pattern")
/// (ui/Translations.cmake).
class Phrase {
 public:
  Phrase() = default;
  /// The pattern has a {} for each filling.
  Phrase(std::string_view context, std::string_view pattern);
  /// Texts are the same in every language: what the system, a library or a user says.
  Phrase(std::string text);
  Phrase(std::string_view text) : Phrase(std::string(text)) {}
  Phrase(const char* text) : Phrase(std::string(text)) {}
  static Phrase verbatim(std::string text) { return {std::move(text)}; }

  Phrase filled_with(std::vector<Filling> fillings) const;
  /// With names, numbers, knobs, phrases: filled_with(name, 3).
  template <std::convertible_to<Filling>... Parts>
  Phrase filled_with(const Parts&... parts) const {
    return filled_with(std::vector<Filling>{Filling(parts)...});
  }

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

/// "a", "a or b", "a, b or c".
Phrase one_of(std::span<const Filling> alternatives);

/// The pattern with each {}, or {0}, {1} in whatever order, filled. Error(internal) when it asks for what there is not.
std::string filled(std::string_view pattern, std::span<const std::string> fillings);

}  // namespace acim
