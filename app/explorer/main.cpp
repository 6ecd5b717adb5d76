#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QScreen>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "common/option_values.h"
#include "common/passive_waiting.h"
#include "evaluation/adc_range_calibration.h"
#include "evaluation/evaluation.h"
#include "evaluation/layer_work.h"
#include "image_fetching.h"
#include "network/normalisation_unknown.h"
#include "network_probe.h"
#include "shown_images.h"
#include "ui/theme/theme.h"
#include "ui/window/first_run.h"
#include "ui/window/language.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/window_pictures.h"

namespace {

struct Arguments {
  acim::StudySubject subject;
  std::string mean;
  std::string standard_deviation;
  std::string settings_file;
  std::string catalogue;
  std::vector<std::string> assignments;
  std::vector<std::string> layers;
  std::string x = "adc_bits=4:10";
  std::string family;
  int threads = 0;
  std::string theme = "system";
  std::string language;
  std::string size = "1440x860";
  bool size_given = false;
  std::string screenshot;
  std::string screenshots;
  std::string csv;
  int lesson = 0;
  bool quit_after_run = false;
  std::string file;
};

void add_options(CLI::App& program, Arguments& arguments) {
  program.add_option("file", arguments.file, "a study (.acim), a network or images to open");
  program.add_option("--network", arguments.subject.network,
                     "TorchScript (.pt), weights (.pth, .th, .safetensors) or demo");
  program.add_option("--architecture", arguments.subject.architecture,
                     "for weights alone, as `acim list architectures` names them");
  program.add_option("--mean", arguments.mean, "mean of each channel on x/255, R,G,B; default: the network's own");
  program.add_option("--std", arguments.standard_deviation, "standard deviation of each channel, R,G,B");
  program.add_option("--dataset", arguments.subject.dataset, "images, as `acim list datasets` names the kinds");
  program.add_option("--images", arguments.subject.images, "only the first N images")->check(CLI::Range(1, 1 << 30));
  program.add_option("--catalogue", arguments.catalogue,
                     "JSON file of images to fetch, in place of CIFAR-10 and CIFAR-100 from their author's page");
  program.add_option("--settings", arguments.settings_file, "settings as JSON; --set goes on top");
  program.add_option("--set", arguments.assignments, "KEY=VALUE, repeatable")->allow_extra_args(false);
  program.add_option("--layer", arguments.layers, "PATTERN:KEY=VALUE,..., repeatable")->allow_extra_args(false);
  program.add_option("--x", arguments.x, "first sweep, KEY=FROM:TO[:STEP]")->capture_default_str();
  program.add_option("--family", arguments.family, "one curve for each value, KEY=VALUE,...");
  CLI::Option* lesson = program.add_option("--lesson", arguments.lesson,
                                           "opens a lesson by its number and runs it, on the demo; --images as above");
  lesson->check(CLI::Range(1, 999));
  // It brings network, knobs and sweep of its own.
  for (const char* other : {"file", "--network", "--architecture", "--mean", "--std", "--dataset", "--settings",
                            "--set", "--layer", "--x", "--family"}) {
    lesson->excludes(program.get_option(other));
  }
  program.add_option("--threads", arguments.threads, "worker threads; default: one per processor")
      ->check(CLI::Range(1, 4096));
  program.add_option("--theme", arguments.theme, "light, dark or system")
      ->check(CLI::IsMember({"light", "dark", "system"}));
  program.add_option("--language", arguments.language, "system, en, de or zh_CN; default: as chosen in the window")
      ->check(CLI::IsMember({"system", "en", "de", "zh_CN"}));
  program.add_option("--size", arguments.size,
                     "WIDTHxHEIGHT of the window; default: 1440x860, or as the screen has room");
  program.add_option("--screenshot", arguments.screenshot, "writes a picture of the window when the first sweep ends");
  program.add_option("--screenshots", arguments.screenshots,
                     "the same, into a folder: light and dark, two sizes, two scales");
  program.add_option("--csv", arguments.csv, "writes the first sweep's data when it ends");
  program.add_flag("--quit-after-run", arguments.quit_after_run, "leaves when the first sweep ended");
}

std::vector<float> three_numbers(const std::string& text, const char* option) {
  std::vector<float> values;
  const char* position = text.data();
  const char* const end = position + text.size();
  while (position <= end) {
    float value = 0;
    const auto [next, failure] = std::from_chars(position, end, value);
    if (failure != std::errc()) break;
    values.push_back(value);
    position = next;
    if (position == end || *position != ',') break;
    ++position;
  }
  if (position != end || values.size() != 3) {
    throw acim::Error(acim::ErrorKind::usage, fmt::format("{} takes three numbers, not \"{}\"", option, text), {},
                      fmt::format("For example {} 0.485,0.456,0.406", option));
  }
  return values;
}

QSize window_size(const std::string& text) {
  int width = 0;
  int height = 0;
  if (std::sscanf(text.c_str(), "%5dx%5d", &width, &height) != 2 || width < 640 || height < 400 || width > 16384 ||
      height > 16384) {
    throw acim::Error(acim::ErrorKind::usage, fmt::format("--size takes WIDTHxHEIGHT, not \"{}\"", text), {},
                      "For example --size 1280x720");
  }
  return {width, height};
}

/// What a window can have of a screen, beside its title.
QSize room_on(const QScreen& screen) {
  constexpr int kTitleHeight = 40;
  return screen.availableGeometry().size() - QSize(0, kTitleHeight);
}

/// Something is to happen when the first sweep ends; else nothing runs but what a user starts.
bool acts_by_itself(const Arguments& arguments) {
  return arguments.quit_after_run || !arguments.screenshot.empty() || !arguments.screenshots.empty() ||
         !arguments.csv.empty();
}

acim::ui::WindowOptions window_options(const Arguments& arguments) {
  acim::ui::WindowOptions options;
  options.subject = arguments.subject;
  if (arguments.mean.empty() != arguments.standard_deviation.empty()) {
    throw acim::Error(acim::ErrorKind::usage, "--mean and --std belong together", {}, "Give both or neither");
  }
  if (!arguments.mean.empty()) {
    options.subject.mean = three_numbers(arguments.mean, "--mean");
    options.subject.standard_deviation = three_numbers(arguments.standard_deviation, "--std");
  }
  if (!arguments.settings_file.empty()) {
    options.settings = acim::parse_settings(acim::read_text_file(arguments.settings_file), arguments.settings_file);
  }
  for (const std::string& assignment : arguments.assignments)
    acim::apply_assignment(options.settings.macro, assignment);
  for (const std::string& layer : arguments.layers)
    options.settings.layers.push_back(acim::parse_layer_override(layer));
  options.x = acim::parse_sweep_axis(arguments.x);
  if (!arguments.family.empty()) options.family = acim::parse_sweep_axis(arguments.family);
  options.threads = arguments.threads;
  options.fetching = acim::explorer::image_fetching(arguments.catalogue);
  options.run_at_start = arguments.lesson == 0;
  options.study = arguments.file;
  // A window that leaves by itself has nothing to keep, and must not meet what another one left.
  const bool by_itself = arguments.quit_after_run || !arguments.screenshot.empty() || !arguments.screenshots.empty();
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  if (!by_itself && !folder.isEmpty()) options.state_folder = folder.toStdString();
  for (const acim::ArchitectureInfo& architecture : acim::architectures()) {
    options.architectures << QString::fromStdString(architecture.name);
  }
  return options;
}

acim::ui::OpenedSubject open_subject(const acim::StudySubject& subject, double activation_percentile,
                                     const std::function<void(double, const std::string&)>& progress,
                                     const std::stop_token& stop) {
  const acim::Evaluation evaluation = [&] {
    try {
      return acim::make_evaluation(subject, activation_percentile, {}, progress, stop);
    } catch (const acim::NormalisationUnknown& error) {
      throw acim::ui::NormalisationWanted(error);
    }
  }();
  const auto calibrator = std::make_shared<acim::AdcRangeCalibrator>(evaluation);
  const acim::ui::RangeCalibration calibrate = [calibrator, one_at_a_time = std::make_shared<std::timed_mutex>()](
                                                   acim::StudySpec& spec, const std::function<void(std::size_t)>& done,
                                                   const std::stop_token& cancel) {
    std::unique_lock lock(*one_at_a_time, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(20))) {
      if (cancel.stop_requested()) throw acim::Error(acim::ErrorKind::cancelled, "The calibration was stopped");
    }
    calibrator->calibrate(spec, done, cancel);
  };
  const auto measuring = std::make_shared<const acim::CsnrEvaluator>(evaluation);
  return {measuring,
          acim::layer_work(evaluation.layers),
          calibrate,
          std::make_shared<const acim::explorer::NetworkProbe>(evaluation, measuring),
          std::make_shared<const acim::explorer::ShownImages>(evaluation.images),
          evaluation.evaluator};
}

int fail(const acim::Error& error) {
  std::fprintf(stderr, "acim-explorer: %s\n", error.what());
  return acim::exit_code(error.kind());
}

/// What is to happen when the first sweep ended; the exit code of the program when it leaves then.
int finish_first_run(acim::ui::MainWindow& window, acim::ui::Theme& theme, const Arguments& arguments) {
  try {
    const QSize size = window_size(arguments.size);
    if (!arguments.csv.empty()) window.export_csv(QString::fromStdString(arguments.csv));
    if (!arguments.screenshot.empty()) {
      acim::ui::write_window_picture(window, size, window.devicePixelRatioF(), arguments.screenshot);
    }
    if (!arguments.screenshots.empty()) {
      std::filesystem::create_directories(arguments.screenshots);
      acim::ui::write_window_pictures(window, theme, arguments.screenshots);
    }
  } catch (const acim::Error& error) {
    return fail(error);
  } catch (const std::filesystem::filesystem_error& error) {
    return fail(acim::Error(acim::ErrorKind::output, error.what()));
  }
  if (window.controller().state() == acim::ui::StudyState::finished) return 0;
  if (arguments.quit_after_run) std::fprintf(stderr, "acim-explorer: the newest run is not complete\n");
  return 1;
}

void act_after(const acim::ui::FirstRun& first_run, acim::ui::MainWindow& window, acim::ui::Theme& theme,
               const Arguments& arguments) {
  QObject::connect(&first_run, &acim::ui::FirstRun::ended, &window, [&] {
    // After the window has shown the last results.
    QTimer::singleShot(100, &window, [&] {
      const int code = finish_first_run(window, theme, arguments);
      if (arguments.quit_after_run) QApplication::exit(code);
    });
  });
  QObject::connect(&first_run, &acim::ui::FirstRun::failed, &window, [&](const acim::ui::ErrorText& error) {
    if (!arguments.quit_after_run) return;  // The window says it.
    std::fprintf(stderr, "acim-explorer: %s\n", error.details.toUtf8().constData());
    QApplication::exit(acim::exit_code(error.kind));
  });
}

int show_window(const Arguments& arguments) {
  const QString choice =
      arguments.language.empty() ? acim::ui::kept_language_choice() : QString::fromStdString(arguments.language);
  const acim::ui::Translation translation(acim::ui::language_of(choice, QLocale::system().uiLanguages()));
  acim::ui::Theme theme;
  theme.apply(acim::ui::theme_choice_from_name(QString::fromStdString(arguments.theme)));
  acim::ui::MainWindow window(open_subject, window_options(arguments), &theme);
  const QSize size = window_size(arguments.size);
  if (arguments.size_given || acts_by_itself(arguments)) {
    window.resize(size);
  } else if (!window.restore_place()) {
    window.resize(size.boundedTo(room_on(*window.screen())));
  }
  window.show();
  std::optional<acim::ui::FirstRun> first_run;
  if (acts_by_itself(arguments)) {
    first_run.emplace(&window);
    act_after(*first_run, window, theme, arguments);
  }
  if (arguments.lesson > 0) window.lessons()->start(arguments.lesson, arguments.subject.images);
  return QApplication::exec();
}

}  // namespace

int main(int argument_count, char** raw_arguments) {
  acim::wait_passively(raw_arguments);
  // Help and version need no display.
  const auto asks = [&](std::string_view option) {
    return std::any_of(raw_arguments + 1, raw_arguments + argument_count, [&](const char* a) { return option == a; });
  };
  if (asks("--help") || asks("-h") || asks("--version")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argument_count, raw_arguments);
  QApplication::setApplicationName(QStringLiteral("acim-explorer"));
  QApplication::setApplicationDisplayName({});
  QApplication::setApplicationVersion(QStringLiteral(ACIM_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("acim-explorer"));
  CLI::App program{"acim-explorer: what does this knob do to accuracy?", "acim-explorer"};
  program.set_version_flag("--version", "acim-explorer " ACIM_VERSION);
  Arguments arguments;
  add_options(program, arguments);
  try {
    program.parse(argument_count, raw_arguments);
    acim::refuse_options_as_values(program, argument_count, raw_arguments);
    arguments.size_given = program.count("--size") > 0;
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : acim::exit_code(acim::ErrorKind::usage);
  }
  try {
    return show_window(arguments);
  } catch (const acim::Error& error) {
    return fail(error);
  }
}
