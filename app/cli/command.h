#pragma once

#include <functional>
#include <stop_token>

namespace CLI {
class App;
}

namespace acim::cli {

/// What the parsed command line asks for: returns the exit code; obeys the stop token; throws acim::Error.
using Action = std::function<int(std::stop_token)>;

/// Each adds one subcommand, which stores its action when it is parsed.
void add_run_command(CLI::App& program, Action& action);
void add_sweep_command(CLI::App& program, Action& action);
void add_sensitivity_command(CLI::App& program, Action& action);
void add_verify_command(CLI::App& program, Action& action);
void add_train_command(CLI::App& program, Action& action);
void add_energy_command(CLI::App& program, Action& action);
void add_tradeoff_command(CLI::App& program, Action& action);
void add_explain_command(CLI::App& program, Action& action);
void add_list_command(CLI::App& program, Action& action);
void add_dataset_command(CLI::App& program, Action& action);

/// Exit codes that are no error's.
constexpr int kDone = 0;
constexpr int kCheckFailed = 1;
constexpr int kUnreadable = 3;
constexpr int kStopped = 130;

}  // namespace acim::cli
