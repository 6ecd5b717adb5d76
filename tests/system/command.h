#pragma once

#include <sys/types.h>

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace acim::test {

struct CommandResult {
  int exit_code = -1;  ///< 128 + number for a signal
  std::string output;  ///< standard output
  std::string errors;  ///< standard error
  nlohmann::json json() const { return nlohmann::json::parse(output); }
};

/// A running `acim`.
class RunningCommand {
 public:
  /// `standard_output`: a file or device instead of a capture; `file_size_limit`: no file grows beyond (0: unlimited).
  explicit RunningCommand(const std::vector<std::string>& arguments, const std::string& standard_output = {},
                          std::size_t file_size_limit = 0);
  ~RunningCommand();
  RunningCommand(const RunningCommand&) = delete;
  RunningCommand& operator=(const RunningCommand&) = delete;

  void signal(int number) const;
  bool running();
  /// What is on standard error by now.
  std::string errors_so_far() const;
  CommandResult wait();

 private:
  pid_t process_ = -1;
  int status_ = 0;
  bool ended_ = false;
  std::string output_file_;
  std::string errors_file_;
};

CommandResult acim(const std::vector<std::string>& arguments, const std::string& standard_output = {});

/// The fixed start of the commands on the real network: --network, --mean, --std, --dataset of the shared data.
std::vector<std::string> on_cifar10(const std::string& subcommand, const std::string& weights = "resnet20_cifar10.pt");
std::vector<std::string> operator+(std::vector<std::string> first, const std::vector<std::string>& more);

/// One error line for people, never a stack trace or a library's own message.
bool is_clear_error(const CommandResult& result);

}  // namespace acim::test
