#pragma once

#include <string>
#include <string_view>

namespace acim {

/// A word as a POSIX shell reads it: in quotes where it needs them.
std::string shell_word(std::string_view word);

/// A command as it is typed: its words quoted as a shell needs them, and no value taken for an option.
class CommandLine {
 public:
  explicit CommandLine(std::string_view begin) : text_(begin) {}

  /// A value without an option, such as a file. One that begins with '-' is written as a path: "./-x".
  void add(std::string_view value);
  /// "--label x"; "--label=-x", since what begins with '-' would be taken for an option.
  void add(std::string_view option, std::string_view value);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace acim
