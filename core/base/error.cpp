#include "base/error.h"

namespace acim {

namespace {

std::string sentence(std::string_view what, std::string_view where, std::string_view remedy) {
  std::string text(what);
  if (!where.empty()) text.append(": ").append(where);
  if (remedy.empty()) return text;
  const bool ended = !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
  text.append(ended ? " " : ". ").append(remedy);
  return text;
}

}  // namespace

Error::Error(ErrorKind kind, std::string_view what, std::string_view where, std::string_view remedy)
    : std::runtime_error(sentence(what, where, remedy)), kind_(kind), problem_(what), where_(where), remedy_(remedy) {}

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return 2;
    case ErrorKind::input:
      return 3;
    case ErrorKind::output:
      return 4;
    case ErrorKind::cancelled:
      return 130;
    case ErrorKind::internal:
      return 70;
  }
  return 70;
}

}  // namespace acim
