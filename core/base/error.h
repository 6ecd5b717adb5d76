#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace acim {

/// What kind of thing went wrong; the command line's exit code follows from it.
enum class ErrorKind {
  usage,      ///< wrong settings or arguments (exit code 2)
  input,      ///< unreadable, malformed or unsuitable input (3)
  output,     ///< not writable, out of disk or memory (4)
  cancelled,  ///< stopped on request (130)
  internal,   ///< a defect of this program (70)
};

/// The one exception of this project. what() reads "what happened: where. What would be right.", in English; the window
/// says problem and remedy in its own language where they are phrases of the context "Error" (phrase.h). Copies share
/// their content and do not throw.
class Error : public std::runtime_error {
 public:
  /// `problem` happened at `where` (file, offset, key; may be empty); `remedy` says what would be right (may be empty).
  Error(ErrorKind kind, const Phrase& problem, std::string_view where = {}, const Phrase& remedy = {});

  ErrorKind kind() const { return kind_; }
  /// The three parts, in English, and as phrases for a window that lays them out itself.
  const std::string& problem() const;
  const std::string& where() const;
  const std::string& remedy() const;
  const Phrase& problem_phrase() const;
  const Phrase& remedy_phrase() const;

  /// All of it, as what() says it in English.
  Phrase sentence() const;

  /// The same, with a place that the thrower did not know.
  Error at(std::string_view where) const;

 private:
  struct Parts;
  Error(ErrorKind kind, std::shared_ptr<const Parts> parts);

  ErrorKind kind_;
  std::shared_ptr<const Parts> parts_;
};

/// Exit code of the command line for an error of this kind.
int exit_code(ErrorKind kind);

}  // namespace acim
