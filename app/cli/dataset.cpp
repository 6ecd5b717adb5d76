#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/progress.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress_line.h"
#include "dataset/catalogue.h"
#include "dataset/download.h"
#include "dataset/image_set.h"

namespace acim::cli {
namespace {

struct FetchOptions {
  std::string name;
  std::string folder;
  std::string url;
  std::string catalogue;
  bool quiet = false;
  bool json = false;
};

struct ShowOptions {
  std::string dataset;
  bool quiet = false;
  bool json = false;
};

/// "34.1 of 170.1 MB, 5.2 MB/s, 26 s left"
std::string download_text(std::uint64_t done, std::uint64_t total, const ProgressRate& rate) {
  constexpr double kMegabyte = 1e6;
  std::string text =
      fmt::format("{:.1f} of {:.1f} MB", static_cast<double>(done) / kMegabyte, static_cast<double>(total) / kMegabyte);
  if (rate.per_second() > 0) text += fmt::format(", {:.1f} MB/s", rate.per_second() / kMegabyte);
  const auto left = rate.seconds_left(static_cast<double>(total));
  return left ? text + ", " + duration_text(*left) + " left" : text;
}

int fetch(const FetchOptions& options, const std::stop_token& stop) {
  const std::vector<FetchableSet> sets =
      options.catalogue.empty() ? fetchable_sets() : read_catalogue(options.catalogue);
  const FetchableSet& set = fetchable_set(sets, options.name);
  const std::filesystem::path folder =
      options.folder.empty() ? dataset_folder() : std::filesystem::path(options.folder);
  Download what = download_of(set, folder);
  if (!options.url.empty()) what.url = options.url;
  ProgressLine progress(options.quiet);
  ProgressRate rate;
  const DownloadOutcome outcome = download(
      what,
      [&](std::uint64_t done, std::uint64_t total) {
        rate.update(static_cast<double>(done), ProgressRate::Clock::now());
        if (progress.due()) progress.show(download_text(done, total, rate));
      },
      stop);
  progress.clear();
  const std::string specification = dataset_specification(set, what);
  if (options.json) {
    write_standard_output(json_text(nlohmann::json{{"name", set.name},
                                                   {"file", what.destination.string()},
                                                   {"bytes", set.size},
                                                   {"sha256", set.sha256},
                                                   {"dataset", specification},
                                                   {"fetched", outcome == DownloadOutcome::fetched}}));
  } else {
    write_standard_output(fmt::format("{} {}; use it as\n  --dataset {}\n", set.title,
                                      outcome == DownloadOutcome::fetched ? "is fetched" : "was there already",
                                      specification));
  }
  return kDone;
}

int show(const ShowOptions& options) {
  ProgressLine progress(options.quiet);
  const auto images = open_image_set(
      options.dataset, [&](double part) { progress.show(fmt::format("reading the images ({:.0f} %)", 100 * part)); });
  progress.clear();
  std::map<int, std::int64_t> counts;
  for (std::int64_t i = 0; i < images->size(); ++i) ++counts[images->label(i)];
  const std::vector<BrokenImage> broken = images->broken_images();
  const ImageShape shape = images->shape();
  const auto names = images->class_names();
  nlohmann::json classes = nlohmann::json::array();
  std::string text = fmt::format("{}: {} images of {}x{}, {} of {} classes\n", images->name(), images->size(),
                                 shape.height, shape.width, counts.size(), names.size());
  for (const auto& [label, count] : counts) {
    const std::string& name = names[static_cast<std::size_t>(label)];
    classes.push_back({{"label", label}, {"name", name}, {"images", count}});
    text += fmt::format("{:>7}  {:<40}{:>8}\n", label, name, count);
  }
  nlohmann::json left_out = nlohmann::json::array();
  for (const BrokenImage& image : broken) {
    left_out.push_back({{"file", image.file}, {"reason", image.reason.text()}});
    text += fmt::format("broken: {} {}\n", image.file, image.reason.text());
  }
  if (!options.json) {
    write_standard_output(text);
    return kDone;
  }
  write_standard_output(json_text(nlohmann::json{{"name", images->name()},
                                                 {"images", images->size()},
                                                 {"shape", {shape.channels, shape.height, shape.width}},
                                                 {"class_count", names.size()},
                                                 {"classes", std::move(classes)},
                                                 {"broken", std::move(left_out)},
                                                 {"hash", images->hash()}}));
  return kDone;
}

}  // namespace

void add_dataset_command(CLI::App& program, Action& action) {
  CLI::App* dataset = program.add_subcommand("dataset", "fetch image sets and show what is in them");
  dataset->require_subcommand(1);

  auto fetching = std::make_shared<FetchOptions>();
  CLI::App* fetch_command = dataset->add_subcommand("fetch", "download CIFAR-10 or CIFAR-100, checked and continued");
  fetch_command->add_option("name", fetching->name, "cifar10 or cifar100; or a set of the catalogue")->required();
  fetch_command->add_option("--to", fetching->folder, "folder; default: ~/.local/share/acim-explorer/datasets");
  fetch_command->add_option(
      "--catalogue", fetching->catalogue,
      "JSON file of other sets, with their addresses and checksums, in place of the built-in ones");
  fetch_command->add_option("--url", fetching->url, "another server's copy of the same file");
  fetch_command->add_flag("--quiet,-q", fetching->quiet, "no progress on standard error");
  fetch_command->add_flag("--json", fetching->json, "JSON on standard output");
  fetch_command->callback(
      [fetching, &action] { action = [fetching](const std::stop_token& stop) { return fetch(*fetching, stop); }; });

  auto showing = std::make_shared<ShowOptions>();
  CLI::App* show_command = dataset->add_subcommand("show", "size, classes with their names and counts, broken images");
  show_command->add_option("dataset", showing->dataset, "as for --dataset")->required();
  show_command->add_flag("--quiet,-q", showing->quiet, "no progress on standard error");
  show_command->add_flag("--json", showing->json, "JSON on standard output");
  show_command->callback([showing, &action] { action = [showing](const std::stop_token&) { return show(*showing); }; });

  dataset->footer(
      "Examples:\n"
      "  acim dataset fetch cifar10\n"
      "  acim dataset show imagenet:images,labels=labels.csv");
}

}  // namespace acim::cli
