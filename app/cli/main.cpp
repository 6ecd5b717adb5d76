#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/stop_signal.h"
#include "common/option_values.h"
#include "common/passive_waiting.h"
#include "macro/spelling.h"

namespace {

void say(const std::string& message) {
  std::fprintf(stderr, "acim: %s\n", message.c_str());
}

/// The first word that is no option, where a command has to stand.
std::string unknown_word(int argument_count, char** arguments, const CLI::App& app, bool of_program) {
  int from = 1;
  while (!of_program && from < argument_count && arguments[from] != app.get_name()) ++from;
  for (int i = of_program ? 1 : from + 1; i < argument_count; ++i) {
    if (arguments[i][0] != '-') return arguments[i];
  }
  return {};
}

/// What is wrong with a command line without a command, or with one that is none.
std::string no_command(const CLI::App& app, const std::string& name, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  std::string list;
  for (const std::string& one : names) list += (list.empty() ? "" : ", ") + one;
  if (word.empty()) return "`" + name + "` needs a subcommand: " + list;
  const std::vector<std::string_view> words(names.begin(), names.end());
  return "there is no `" + name + " " + word.substr(0, 60) + "`; the nearest is `" + name + " " +
         std::string(acim::nearest_of(words, word)) + "` (of " + list + ")";
}

int parse_and_act(int argument_count, char** arguments) {
  CLI::App program{"acim: accuracy of neural networks on SRAM analog compute-in-memory macros", "acim"};
  program.set_version_flag("--version", "acim " ACIM_VERSION);
  program.require_subcommand(1);
  program.footer(
      "Examples:\n"
      "  acim run --network demo --dataset demo --images 200 --set adc_bits=6\n"
      "  acim sweep --network demo --dataset demo --images 200 --x adc_bits=4:10 --out study.acim --csv study.csv\n"
      "  acim sensitivity --network demo --images 300 --try adc_bits=5 --csv layers.csv\n"
      "  acim energy --network demo --set adc_bits=6\n"
      "  acim explain --set adc_bits=6\n"
      "  acim verify recordings/*.safetensors\n"
      "  acim list parameters\n"
      "Exit codes: 0 done, 1 a check failed, 2 wrong usage or settings, 3 unreadable input, 4 output not writable or "
      "out of\n"
      "disk or memory, 130 stopped (what is done is saved).");
  acim::cli::Action action;
  acim::cli::add_run_command(program, action);
  acim::cli::add_sweep_command(program, action);
  acim::cli::add_sensitivity_command(program, action);
  acim::cli::add_verify_command(program, action);
  acim::cli::add_train_command(program, action);
  acim::cli::add_energy_command(program, action);
  acim::cli::add_tradeoff_command(program, action);
  acim::cli::add_explain_command(program, action);
  acim::cli::add_list_command(program, action);
  acim::cli::add_dataset_command(program, action);
  try {
    program.parse(argument_count, arguments);
    acim::refuse_options_as_values(program, argument_count, arguments);
  } catch (const CLI::CallForHelp&) {
    acim::cli::write_standard_output(program.help());
    return acim::cli::kDone;
  } catch (const CLI::CallForVersion&) {
    acim::cli::write_standard_output("acim " ACIM_VERSION "\n");
    return acim::cli::kDone;
  } catch (const CLI::ParseError& error) {
    const auto chosen = program.get_subcommands();
    const std::string name = chosen.empty() ? "acim" : "acim " + chosen.front()->get_name();
    const CLI::App& app = chosen.empty() ? program : *chosen.front();
    const bool lacks_command = app.get_require_subcommand_min() > 0 && app.get_subcommands().empty();
    const std::string problem =
        lacks_command ? no_command(app, name, unknown_word(argument_count, arguments, app, chosen.empty()))
                      : std::string(error.what());
    say(problem + ". `" + name + " --help` lists what there is.");
    return acim::exit_code(acim::ErrorKind::usage);
  }
  acim::cli::StopSignal stop_signal;
  return action(stop_signal.token());
}

}  // namespace

int main(int argument_count, char** arguments) {
  acim::wait_passively(arguments);
  // A reader that went away and a limit on file sizes show as failed writes.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return parse_and_act(argument_count, arguments);
  } catch (const acim::Error& error) {
    say(error.what());
    return acim::exit_code(error.kind());
  } catch (const std::bad_alloc&) {
    say("out of memory. Fewer --threads or a smaller --batch need less.");
    return acim::exit_code(acim::ErrorKind::output);
  } catch (const std::filesystem::filesystem_error& error) {
    say("the system refused a file: " + error.code().message() + ": " + error.path1().string() +
        ". Name another place, or make this one readable and writable.");
    return acim::exit_code(acim::ErrorKind::output);
  } catch (const std::system_error& error) {
    say("the system refused: " + error.code().message() + ". Fewer --threads need less of it.");
    return acim::exit_code(acim::ErrorKind::output);
  } catch (const std::exception& error) {
    say(std::string("unexpected failure, a defect of this program: ") + error.what());
    return acim::exit_code(acim::ErrorKind::internal);
  }
}
