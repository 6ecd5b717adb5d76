#include "base/error.h"

#include <utility>

namespace acim {

namespace {

Phrase joined(const Phrase& problem, const std::string& where, const Phrase& remedy) {
  Phrase sentence = problem;
  if (!where.empty()) sentence = Phrase("Error", "{}: {}").filled_with(sentence, where);
  if (remedy.empty()) return sentence;
  const std::string text = sentence.text();
  const bool ended = !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
  return (ended ? Phrase({}, "{} {}") : Phrase("Error", "{}. {}")).filled_with(sentence, remedy);
}

}  // namespace

struct Error::Parts {
  Phrase problem;
  Phrase remedy;
  std::string problem_text;
  std::string remedy_text;
  std::string where;
};

Error::Error(ErrorKind kind, std::shared_ptr<const Parts> parts)
    : std::runtime_error(joined(parts->problem, parts->where, parts->remedy).text()),
      kind_(kind),
      parts_(std::move(parts)) {}

Error::Error(ErrorKind kind, const Phrase& problem, std::string_view where, const Phrase& remedy)
    : Error(kind,
            std::make_shared<const Parts>(Parts{problem, remedy, problem.text(), remedy.text(), std::string(where)})) {}

const std::string& Error::problem() const {
  return parts_->problem_text;
}
const std::string& Error::where() const {
  return parts_->where;
}
const std::string& Error::remedy() const {
  return parts_->remedy_text;
}
const Phrase& Error::problem_phrase() const {
  return parts_->problem;
}
const Phrase& Error::remedy_phrase() const {
  return parts_->remedy;
}

Phrase Error::sentence() const {
  return joined(problem_phrase(), where(), remedy_phrase());
}

Error Error::at(std::string_view where) const {
  return {kind_, problem_phrase(), where, remedy_phrase()};
}

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
