#include "base/phrase.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/error.h"

namespace acim {

Filling::Filling(double number) : value(fmt::format("{}", number)) {}
Filling::Filling(const Phrase& part) : form(Form::phrase), phrase(std::make_shared<const Phrase>(part)) {}

bool Filling::operator==(const Filling& other) const {
  const bool same_phrase =
      phrase == other.phrase || (phrase != nullptr && other.phrase != nullptr && *phrase == *other.phrase);
  return form == other.form && key == other.key && value == other.value && same_phrase;
}

std::string Filling::plain() const {
  switch (form) {
    case Form::knob:
      return key;
    case Form::setting:
      return fmt::format("{} = {}", key, value);
    case Form::phrase:
      return phrase->text();
    case Form::text:
    case Form::value:
      break;
  }
  return value;
}

Phrase::Phrase(std::string_view context, std::string_view pattern) : context_(context), pattern_(pattern) {}

Phrase::Phrase(std::string text) {
  if (text.empty()) return;
  pattern_ = "{}";
  fillings_.emplace_back(std::move(text));
}

Phrase Phrase::filled_with(std::vector<Filling> fillings) const {
  Phrase phrase = *this;
  phrase.fillings_ = std::move(fillings);
  return phrase;
}

std::string Phrase::text() const {
  std::vector<std::string> plain;
  plain.reserve(fillings_.size());
  for (const Filling& filling : fillings_) plain.push_back(filling.plain());
  return filled(pattern_, plain);
}

Phrase one_of(std::span<const Filling> alternatives) {
  if (alternatives.empty()) return {};
  Filling list = alternatives.front();
  for (std::size_t i = 1; i < alternatives.size(); ++i) {
    const bool last = i + 1 == alternatives.size();
    list = (last ? Phrase("Phrase", "{} or {}") : Phrase("Phrase", "{}, {}")).filled_with(list, alternatives[i]);
  }
  return Phrase({}, "{}").filled_with(list);
}

std::string filled(std::string_view pattern, std::span<const std::string> fillings) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const std::string& filling : fillings) arguments.push_back(filling);
  try {
    return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), arguments);
  } catch (const fmt::format_error& error) {
    throw Error(ErrorKind::internal, fmt::format("A sentence cannot be filled ({})", error.what()),
                std::string(pattern));
  }
}

}  // namespace acim
