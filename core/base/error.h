#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace acim {

/// What kind of thing went wrong; the command line's exit code follows from it.
enum class ErrorKind {
  usage,      ///< wrong settings or arguments (exit code 2)
  input,      ///< unreadable, malformed or unsuitable input (3)
  output,     ///< not writable, out of disk or memory (4)
  cancelled,  ///< stopped on request (130)
  internal,   ///< a defect of this program (70)
};

/// The one exception of this project. what() reads "what happened: where. What would be right."
class Error : public std::runtime_error {
 public:
  /// `what` happened at `where` (file, offset, key; may be empty); `remedy` says what would be right (may be empty).
  Error(ErrorKind kind, std::string_view what, std::string_view where = {}, std::string_view remedy = {});

  ErrorKind kind() const { return kind_; }
  /// The three parts, for a window that lays them out itself.
  const std::string& problem() const { return problem_; }
  const std::string& where() const { return where_; }
  const std::string& remedy() const { return remedy_; }

 private:
  ErrorKind kind_;
  std::string problem_;
  std::string where_;
  std::string remedy_;
};

/// Exit code of the command line for an error of this kind.
int exit_code(ErrorKind kind);

}  // namespace acim
