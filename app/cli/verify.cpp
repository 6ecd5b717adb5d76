#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "array/fast_engine.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "cli/subject_options.h"
#include "recording/recording.h"

namespace acim::cli {
namespace {

struct VerifyOptions {
  SubjectOptions subject;
  std::vector<std::string> files;
  int threads = 0;
  int repeats = 1000;
  bool network_named = false;
  bool quiet = false;
  bool json = false;
};

std::string_view status_name(VerificationStatus status) {
  switch (status) {
    case VerificationStatus::pass:
      return "pass";
    case VerificationStatus::fail:
      return "FAIL";
    case VerificationStatus::skipped:
      return "skipped";
  }
  return "";
}

struct Tally {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
  int unreadable = 0;

  void count(VerificationStatus status) {
    passed += status == VerificationStatus::pass ? 1 : 0;
    failed += status == VerificationStatus::fail ? 1 : 0;
    skipped += status == VerificationStatus::skipped ? 1 : 0;
  }
  int exit_code() const { return unreadable > 0 ? kUnreadable : failed > 0 ? kCheckFailed : kDone; }
};

/// One file: its line or JSON entry. What cannot be read is told and counted, and the others go on.
nlohmann::json verify_file(const std::string& file, const VerificationOptions& verification, bool print, Tally& tally,
                           ProgressLine& progress) {
  try {
    const VerificationResult result = verify_recording(file, verification);
    progress.clear();
    tally.count(result.status);
    if (print) {
      write_standard_output(
          fmt::format("{:<7}  {:<10}  {}: {}\n", status_name(result.status), result.kind, file, result.detail));
    }
    return to_json(result);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input && error.kind() != ErrorKind::usage) throw;
    progress.clear();
    ++tally.unreadable;
    if (print) write_standard_output(fmt::format("{:<7}  {:<10}  {}\n", "ERROR", "unreadable", error.what()));
    return {{"file", file}, {"status", "unreadable"}, {"detail", error.what()}};
  }
}

int verify(const VerifyOptions& options, const std::stop_token& stop) {
  ProgressLine progress(options.quiet);
  const std::unique_ptr<Engine> engine = make_fast_engine();
  VerificationOptions verification;
  verification.engine = engine.get();
  verification.repeats = options.repeats;
  verification.threads =
      options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  if (options.network_named) {
    verification.network = load_evaluation(options.subject.subject(), PointSettings{}, {}, progress, stop).evaluator;
  }

  verification.stop = stop;
  Tally tally;
  nlohmann::json entries = nlohmann::json::array();
  std::optional<Error> ended_by;
  for (const std::string& file : options.files) {
    verification.progress = [&](double fraction) {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped", file);
      progress.show(fmt::format("{} ({:.0f} %)", file, 100 * fraction));
    };
    try {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped", file);
      progress.show(file);
      entries.push_back(verify_file(file, verification, !options.json, tally, progress));
    } catch (const Error& error) {
      ended_by = error;
      break;
    }
  }
  progress.clear();
  if (options.json) {
    const nlohmann::json json = {{"files", entries},         {"passed", tally.passed},         {"failed", tally.failed},
                                 {"skipped", tally.skipped}, {"unreadable", tally.unreadable}, {"complete", !ended_by}};
    write_standard_output(json_text(json));
  } else {
    write_standard_output(fmt::format("{} passed, {} failed, {} skipped, {} unreadable\n", tally.passed, tally.failed,
                                      tally.skipped, tally.unreadable));
  }
  if (ended_by) throw Error(*ended_by);
  return tally.exit_code();
}

}  // namespace

void add_verify_command(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("verify", "check recordings of a chip or of another simulator against the array model");
  auto options = std::make_shared<VerifyOptions>();
  command->add_option("FILE", options->files, "acim-recording files (.safetensors)")->required();
  add_subject_options(*command, options->subject);
  command->add_option("--repeats", options->repeats, "own repeats for statistics recordings")
      ->check(CLI::Range(2, 1000000))
      ->capture_default_str();
  command->add_option("--threads", options->threads, "worker threads; default: one per processor")
      ->check(CLI::Range(1, 4096));
  command->add_flag("--quiet,-q", options->quiet, "no progress on standard error");
  command->add_flag("--json", options->json, "JSON on standard output");
  command->footer(
      "A recording of a whole network is checked when --network and --dataset name it, else skipped.\n"
      "Exit code: 1 if a check failed, 3 if a file could not be read (the others are still checked).\n"
      "Examples:\n"
      "  acim verify chip/*.safetensors\n"
      "  acim verify --network resnet20.th --architecture resnet20-cifar --mean 0.485,0.456,0.406 --std "
      "0.229,0.224,0.225 \\\n"
      "    --dataset cifar10:test_batch.bin network.safetensors");
  command->callback([options, command, &action] {
    options->network_named = command->count("--network") > 0;
    action = [options](const std::stop_token& stop) { return verify(*options, stop); };
  });
}

}  // namespace acim::cli
