#include "base/phrase.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/error.h"

namespace acim {

std::string Filling::plain() const {
  switch (form) {
    case Form::knob:
      return key;
    case Form::setting:
      return fmt::format("{} = {}", key, value);
    case Form::text:
    case Form::value:
      break;
  }
  return value;
}

Phrase::Phrase(std::string_view context, std::string_view pattern) : context_(context), pattern_(pattern) {}

Phrase Phrase::filled_with(std::vector<Filling> fillings) const {
  Phrase phrase = *this;
  phrase.fillings_ = std::move(fillings);
  return phrase;
}

Phrase Phrase::verbatim(std::string text) {
  return Phrase({}, "{}").filled_with({Filling::text(std::move(text))});
}

std::string Phrase::text() const {
  std::vector<std::string> plain;
  plain.reserve(fillings_.size());
  for (const Filling& filling : fillings_) plain.push_back(filling.plain());
  return filled(pattern_, plain);
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
