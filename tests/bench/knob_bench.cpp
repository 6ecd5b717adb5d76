// From a knob to the first measured accuracy in the window, as a user has it: type a value while a sweep runs, and wait
// until the chart draws a point of the new settings. knob_bench [changes, 10] [threads, 0: all].

#include <fmt/format.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/passive_waiting.h"
#include "evaluation/evaluation.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/macro_form.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

namespace {

using namespace acim;  // a program of one page

constexpr int kLongestWait = 60'000;  // ms

std::shared_ptr<const Evaluator> evaluator_of(const StudySubject& subject, double activation_percentile,
                                              const std::function<void(double, const std::string&)>& progress,
                                              std::stop_token stop) {
  return make_evaluation(subject, activation_percentile, {}, progress, std::move(stop)).evaluator;
}

/// ResNet-20 on CIFAR-10 where the shared data are, else the demo.
StudySubject subject_of_bench() {
  StudySubject subject;
  const auto network = test::shared_folder() / "data/weights/resnet20_cifar10_jpeg.pt";
  const auto images = test::shared_folder() / "data/cifar10/test_batch.bin.xz";
  if (!std::filesystem::exists(network) || !std::filesystem::exists(images)) return subject;
  subject.network = network.string();
  subject.mean = {0.485F, 0.456F, 0.406F};
  subject.standard_deviation = {0.229F, 0.224F, 0.225F};
  subject.dataset = "cifar10:" + images.string();
  return subject;
}

void type(ui::MainWindow& window, const char* key, const QString& text) {
  auto* box = window.form()->row(key)->findChild<ui::KnobSpinBox*>();
  if (box == nullptr) throw std::runtime_error(fmt::format("no field of {}", key));
  box->setFocus();
  box->selectAll();
  QTest::keyClicks(box, text);
  QTest::keyClick(box, Qt::Key_Return);
}

/// Whether a point of run `generation` stands in the chart.
bool shows_point(ui::MainWindow& window, int generation) {
  const ui::StudyController& controller = window.controller();
  if (controller.generation() != generation) return false;
  const auto& results = controller.results();
  const bool measured =
      std::any_of(results.begin(), results.end(), [](const PointResult& result) { return result.images > 0; });
  return measured && !window.chart_panel()->chart()->curve_points(0).empty();
}

void wait_for_point(ui::MainWindow& window, int generation) {
  if (!QTest::qWaitFor([&] { return shows_point(window, generation); }, kLongestWait)) {
    throw std::runtime_error("no accuracy within a minute");
  }
  window.chart_panel()->repaint();
}

/// Milliseconds of each change.
std::vector<double> measure(ui::MainWindow& window, int changes) {
  wait_for_point(window, 1);
  std::vector<double> times;
  for (int change = 0; change < changes; ++change) {
    QTest::qWait(300);  // the sweep goes on, as while somebody looks at it
    const int next = window.controller().generation() + 1;
    QElapsedTimer timer;
    timer.start();
    // Values that were not there before: nothing of them is in a cache.
    type(window, "random_noise_percent", QString::number(0.2 + 0.037 * change, 'f', 3));
    wait_for_point(window, next);
    times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
  }
  return times;
}

}  // namespace

int main(int argument_count, char** arguments) {
  wait_passively(arguments);
  const int changes = argument_count > 1 ? std::atoi(arguments[1]) : 10;
  const int threads = argument_count > 2 ? std::atoi(arguments[2]) : 0;
  if (changes < 1 || threads < 0) {
    fmt::print(stderr, "usage: knob_bench [changes, at least 1] [threads, 0: all]\n");
    return 2;
  }
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argument_count, arguments);
  try {
    ui::Theme theme;
    theme.apply(ui::ThemeChoice::light);
    ui::WindowOptions options;
    options.subject = subject_of_bench();
    options.threads = threads;
    options.settings.macro.random_noise_percent = 0.1;
    ui::MainWindow window(evaluator_of, options, &theme);
    window.resize(1440, 860);
    window.show();
    std::vector<double> times = measure(window, changes);
    fmt::print("{}: knob to first measured accuracy, ms:", options.subject.network);
    for (const double time : times) fmt::print(" {:.0f}", time);
    std::sort(times.begin(), times.end());
    fmt::print("\nmedian {:.0f}, worst {:.0f}\n", times[times.size() / 2], times.back());
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
