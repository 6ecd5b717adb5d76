#include "cli/progress_line.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace acim::cli {
namespace {

constexpr std::chrono::milliseconds kTerminalInterval{100};
constexpr std::chrono::seconds kLogInterval{5};

struct TerminalSize {
  std::size_t rows = 24;
  std::size_t columns = 80;
};

TerminalSize terminal_size() {
  winsize size = {};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return {};
  return {size.ws_row, size.ws_col};
}

bool is_plain_terminal() {
  const char* kind = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && kind != nullptr && std::string_view(kind) != "dumb";
}

/// Cut to the terminal's width, so that a wrapped line does not spoil the count of lines.
std::string fitted(std::string_view text, std::size_t columns) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    result += line.substr(0, columns - 1);
    result += '\n';
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return result;
}

}  // namespace

ProgressLine::ProgressLine(bool quiet) : quiet_(quiet), terminal_(is_plain_terminal()), next_(Clock::now()) {}

ProgressLine::~ProgressLine() {
  clear();
}

bool ProgressLine::due() const {
  const std::lock_guard lock(mutex_);
  return !quiet_ && Clock::now() >= next_;
}

void ProgressLine::show(const std::string& line, const std::string& block) {
  const std::lock_guard lock(mutex_);
  if (quiet_ || Clock::now() < next_) return;
  if (!terminal_) {
    std::fprintf(stderr, "%s\n", line.c_str());
    next_ = Clock::now() + kLogInterval;
    return;
  }
  const TerminalSize size = terminal_size();
  std::string text = fitted(block, size.columns) + fitted(line, size.columns);
  auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  if (lines + 1 > size.rows) {
    text = fitted(line, size.columns);
    lines = 1;
  }
  erase();
  std::fputs(text.c_str(), stderr);
  drawn_lines_ = static_cast<int>(lines);
  next_ = Clock::now() + kTerminalInterval;
}

void ProgressLine::clear() {
  const std::lock_guard lock(mutex_);
  erase();
}

void ProgressLine::say(const std::string& message, bool always) {
  const std::lock_guard lock(mutex_);
  erase();
  if (!quiet_ || always) std::fprintf(stderr, "%s\n", message.c_str());
}

void ProgressLine::erase() {
  if (drawn_lines_ > 0) std::fprintf(stderr, "\033[%dA\033[J", drawn_lines_);
  drawn_lines_ = 0;
}

}  // namespace acim::cli
