// How the window feels, in figures: from its opening to the first point of the first curve (demo network, real engine),
// the longest that one event keeps the GUI thread while results stream, the time of each step of a dragged slider, and
// how long after a change of a knob the live preview has its figures, and what the preview costs a sweep.
// window_bench [NETWORK DATASET [ARCHITECTURE]]: the preview of another network than the demo.
// Wall time is what a user has; the thread's CPU time is what it would be on a machine without other work.

#include <fmt/format.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <ctime>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "../gui/fake_evaluator.h"
#include "common/passive_waiting.h"
#include "evaluation/evaluation.h"
#include "evaluation/layer_work.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/knob_slider.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/preview_strip.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/preview_desk.h"

namespace {

using namespace acim;  // a program of one page

constexpr int kLongestWait = 120'000;  // ms
constexpr int kDragSteps = 300;

double milliseconds(const QElapsedTimer& timer) {
  return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Wall and CPU times of many steps, in ms.
class Times {
 public:
  void measure(const std::function<void()>& step) {
    QElapsedTimer timer;
    timer.start();
    const double begin = cpu_milliseconds();
    step();
    cpu_.push_back(cpu_milliseconds() - begin);
    wall_.push_back(milliseconds(timer));
  }
  std::string text() const {
    return fmt::format("{} steps, wall {}, CPU {}", wall_.size(), summary(wall_), summary(cpu_));
  }

 private:
  static std::string summary(std::vector<double> times) {
    if (times.empty()) return "none";
    std::ranges::sort(times);
    return fmt::format("median {:.2f} ms, 99.9 % below {:.1f} ms, longest {:.1f} ms", times[times.size() / 2],
                       times[times.size() * 999 / 1000], times.back());
  }

  std::vector<double> wall_;
  std::vector<double> cpu_;
};

/// Measures how long the event loop is kept by each event that is no part of another.
class WatchedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    if (depth_ > 0) return QApplication::notify(receiver, event);
    bool handled = false;
    ++depth_;
    times_.measure([&] { handled = QApplication::notify(receiver, event); });
    --depth_;
    return handled;
  }

  /// Of the events since the last call.
  Times take_times() { return std::exchange(times_, {}); }

 private:
  int depth_ = 0;
  Times times_;
};

void wait_until(const std::function<bool()>& done) {
  if (!QTest::qWaitFor(done, kLongestWait)) throw std::runtime_error("nothing happened for two minutes");
}

ui::WindowOptions demo_options() {
  ui::WindowOptions options;
  options.subject.network = "demo";
  options.subject.dataset = "demo";
  return options;
}

ui::OpenedSubject open_subject(const StudySubject& subject, double percentile,
                               const std::function<void(double, const std::string&)>& progress, std::stop_token stop) {
  const Evaluation evaluation = make_evaluation(subject, percentile, {}, progress, std::move(stop));
  return {evaluation.evaluator, layer_work(evaluation.layers)};
}

/// The first sweep of the demo starts by itself.
void measure_start(WatchedApplication& application, ui::Theme& theme) {
  QElapsedTimer timer;
  timer.start();
  ui::MainWindow window(open_subject, demo_options(), &theme);
  window.resize(1440, 860);
  window.show();
  const double shown = milliseconds(timer);
  wait_until([&] { return !window.chart_panel()->chart()->curve_points(0).empty(); });
  fmt::print("start: window shown after {:.0f} ms, first point of the curve {:.0f} ms later\n", shown,
             milliseconds(timer) - shown);
  application.take_times();
  QTest::qWait(4000);
  fmt::print("demo sweep, engine on all threads, events of 4 s: {}\n", application.take_times().text());
}

/// Results as fast as they come, of a network that computes nothing.
void measure_stream(WatchedApplication& application, ui::Theme& theme) {
  ui::MainWindow window(test::fake_factory(40'000, std::chrono::microseconds(20)), demo_options(), &theme);
  window.resize(1440, 860);
  window.show();
  int updates = 0;
  QObject::connect(&window.controller(), &ui::StudyController::results_changed, [&] { ++updates; });
  wait_until([&] { return !window.chart_panel()->chart()->curve_points(0).empty(); });
  application.take_times();
  wait_until([&] { return window.controller().state() == ui::StudyState::finished; });
  fmt::print("stream of 280,000 predictions, {} updates of the chart, events: {}\n", updates,
             application.take_times().text());
}

double median(std::vector<double> times) {
  std::ranges::sort(times);
  return times[times.size() / 2];
}

/// Values that were not there before, one after the other, each followed at once by the next: no sweep runs.
void measure_preview(ui::Theme& theme, const StudySubject& subject) {
  ui::WindowOptions options = demo_options();
  options.subject = subject;
  options.run_at_start = false;
  ui::MainWindow window(open_subject, options, &theme);
  window.resize(1440, 860);
  window.show();
  wait_until([&] { return window.controller().is_open(); });
  const ui::LivePreview::Figures& figures = window.preview()->preview().figures();
  std::vector<double> energy;
  std::vector<double> accuracy;
  for (int change = 0; change < 20; ++change) {
    QElapsedTimer timer;
    timer.start();
    window.parameters().set_value("random_noise_percent", 0.2 + 0.037 * change);
    wait_until([&] { return figures.cost.has_value(); });
    window.preview()->strip()->repaint();
    energy.push_back(milliseconds(timer));
    wait_until([&] { return figures.result.images > 0; });
    window.preview()->strip()->repaint();
    accuracy.push_back(milliseconds(timer));
  }
  fmt::print(
      "preview of {}: energy after {:.0f} ms (longest {:.0f}), first measured accuracy after {:.0f} ms "
      "(longest {:.0f})\n",
      subject.network, median(energy), std::ranges::max(energy), median(accuracy), std::ranges::max(accuracy));
}

/// From a change of a knob to the end of the sweep that is started then, with and without the preview, in turns.
void measure_sweep_beside_preview(ui::Theme& theme) {
  constexpr int kTurns = 7;
  ui::WindowOptions options = demo_options();
  options.subject.images = 200;
  options.settings.macro.random_noise_percent = 0.1;
  ui::MainWindow window(open_subject, options, &theme);
  window.resize(1440, 860);
  window.show();
  const auto ended = [&] { return window.controller().state() == ui::StudyState::finished; };
  wait_until(ended);
  std::vector<double> with;
  std::vector<double> without;
  for (int turn = 0; turn < 2 * kTurns; ++turn) {
    const bool preview = turn % 2 == 1;
    window.preview()->action()->setChecked(preview);
    const int before = window.controller().generation();
    QElapsedTimer timer;
    timer.start();
    window.parameters().set_value("random_noise_percent", 0.2 + 0.007 * turn);
    window.run();
    wait_until([&] { return window.controller().generation() != before && ended(); });
    (preview ? with : without).push_back(milliseconds(timer));
  }
  fmt::print("sweep of 7 points, 200 images, after a knob: {:.0f} ms with the preview, {:.0f} without, ratio {:.3f}\n",
             median(with), median(without), median(with) / median(without));
}

/// Each step moves the handle by a pixel and paints what changed.
void measure_drag(ui::Theme& theme) {
  ui::MainWindow window(test::fake_factory(2000, std::chrono::microseconds(100)), demo_options(), &theme);
  window.resize(1440, 860);
  window.show();
  wait_until([&] { return !window.chart_panel()->chart()->curve_points(0).empty(); });
  auto* slider = window.form()->row("random_noise_percent")->findChild<ui::KnobSlider*>();
  if (slider == nullptr) throw std::runtime_error("the noise has no slider");
  const int y = slider->height() / 2;
  const int width = slider->width() - 16;
  QTest::mousePress(slider, Qt::LeftButton, {}, {8, y});
  Times times;
  for (int step = 0; step < kDragSteps; ++step) {
    times.measure([&] {
      QTest::mouseMove(slider, {8 + width * step / kDragSteps, y});
      QCoreApplication::processEvents();
      window.chart_panel()->repaint();
    });
  }
  QTest::mouseRelease(slider, Qt::LeftButton, {}, {8 + width, y});
  fmt::print("drag of a slider, chart painted at each step: {}\n", times.text());
}

}  // namespace

int main(int argument_count, char** arguments) {
  wait_passively(arguments);
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  WatchedApplication application(argument_count, arguments);
  if (argument_count == 2 || argument_count > 4) {
    fmt::print(stderr, "usage: window_bench [NETWORK DATASET [ARCHITECTURE]]\n");
    return 2;
  }
  try {
    ui::Theme theme;
    theme.apply(ui::ThemeChoice::light);
    if (argument_count > 2) {
      StudySubject subject;
      subject.network = arguments[1];
      subject.dataset = arguments[2];
      if (argument_count > 3) subject.architecture = arguments[3];
      // Of most networks; what times they take does not hang on it.
      subject.mean = {0.485F, 0.456F, 0.406F};
      subject.standard_deviation = {0.229F, 0.224F, 0.225F};
      measure_preview(theme, subject);
      return 0;
    }
    measure_start(application, theme);
    measure_stream(application, theme);
    measure_drag(theme);
    measure_preview(theme, StudySubject());
    measure_sweep_beside_preview(theme);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
