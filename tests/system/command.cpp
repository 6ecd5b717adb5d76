#include "command.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "test_files.h"

namespace acim::test {
namespace {

std::string temporary_file() {
  std::string name = (std::filesystem::temp_directory_path() / "acim-command-XXXXXX").string();
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) throw std::runtime_error("no temporary file");
  close(descriptor);
  return name;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void redirect(int descriptor, const char* path) {
  const int file = open(path, O_WRONLY | O_CREAT, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(127);
  close(file);
}

}  // namespace

RunningCommand::RunningCommand(const std::vector<std::string>& arguments, const std::string& standard_output,
                               std::size_t file_size_limit)
    : output_file_(standard_output.empty() ? temporary_file() : standard_output), errors_file_(temporary_file()) {
  std::vector<std::string> words{ACIM_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  process_ = fork();
  if (process_ < 0) throw std::runtime_error("cannot fork");
  if (process_ == 0) {
    redirect(STDOUT_FILENO, output_file_.c_str());
    redirect(STDERR_FILENO, errors_file_.c_str());
    if (file_size_limit > 0) {
      const rlimit limit{file_size_limit, file_size_limit};
      setrlimit(RLIMIT_FSIZE, &limit);
    }
    execv(pointers[0], pointers.data());
    _exit(127);
  }
  if (!standard_output.empty()) output_file_.clear();
}

RunningCommand::~RunningCommand() {
  if (!ended_) {
    kill(process_, SIGKILL);
    waitpid(process_, &status_, 0);
  }
  if (!output_file_.empty()) std::filesystem::remove(output_file_);
  std::filesystem::remove(errors_file_);
}

void RunningCommand::signal(int number) const {
  kill(process_, number);
}

bool RunningCommand::running() {
  if (!ended_) ended_ = waitpid(process_, &status_, WNOHANG) == process_;
  return !ended_;
}

std::string RunningCommand::errors_so_far() const {
  return text_of(errors_file_);
}

CommandResult RunningCommand::wait() {
  if (!ended_) waitpid(process_, &status_, 0);
  ended_ = true;
  CommandResult result;
  result.exit_code = WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  if (!output_file_.empty()) result.output = text_of(output_file_);
  result.errors = text_of(errors_file_);
  return result;
}

CommandResult acim(const std::vector<std::string>& arguments, const std::string& standard_output) {
  return RunningCommand(arguments, standard_output).wait();
}

std::vector<std::string> on_cifar10(const std::string& subcommand, const std::string& weights) {
  const std::filesystem::path data = shared_folder() / "data";
  return {subcommand,  "--quiet",
          "--network", (data / "weights" / weights).string(),
          "--mean",    "0.485,0.456,0.406",
          "--std",     "0.229,0.224,0.225",
          "--dataset", "cifar10:" + (data / "cifar10/test_batch.bin.xz").string()};
}

std::vector<std::string> operator+(std::vector<std::string> first, const std::vector<std::string>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

bool is_clear_error(const CommandResult& result) {
  const std::string& text = result.errors;
  for (const char* trace : {"terminate called", "Exception raised from", "frame #", "what():", "unexpected failure"}) {
    if (text.find(trace) != std::string::npos) return false;
  }
  return text.starts_with("acim: ") && text.find('\n') == text.size() - 1;
}

}  // namespace acim::test
