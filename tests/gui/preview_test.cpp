#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QTest>
#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/model/live_preview.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/preview_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/main_menu.h"
#include "ui/window/preview_desk.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

using std::chrono::microseconds;

TEST(NetworkCsnr, IsOfTheMeanShareOfNoise) {
  const double nothing = std::nan("");
  const double infinite = std::numeric_limits<double>::infinity();
  const auto csnr = network_csnr(std::vector<double>{nothing, 10, 20, infinite});
  ASSERT_TRUE(csnr);
  EXPECT_NEAR(csnr->typical_db, -10 * std::log10((0.1 + 0.01) / 3), 1e-12);
  EXPECT_EQ(csnr->least_db, 10);
  EXPECT_EQ(csnr->worst_layer, 1U);
  EXPECT_FALSE(network_csnr(std::vector<double>{nothing, nothing}));
  EXPECT_EQ(network_csnr(std::vector<double>{infinite})->typical_db, infinite);
}

/// The window on a fake network that sweeps only when asked to.
class Preview : public test::WindowOnFake {
 protected:
  MainWindow& open(std::int64_t images = 200, microseconds delay = {}, WindowOptions options = {}) {
    options.run_at_start = false;
    options.threads = 2;
    WindowOnFake::open(options, images, delay);
    EXPECT_TRUE(wait_until_open());
    return *window;
  }
  LivePreview& preview() { return window->preview()->preview(); }
  const LivePreview::Figures& figures() { return preview().figures(); }
  std::string words() { return window->preview()->strip()->words().toStdString(); }
  void set_noise(double percent) { window->parameters().set_value("random_noise_percent", percent); }
  void set_adc_bits(int bits) { window->parameters().set_value("adc_bits", std::int64_t{bits}); }
  bool wait_for_images(std::int64_t images) {
    return QTest::qWaitFor([&] { return figures().result.images >= images; }, 20000);
  }
  /// What the fake network gives.
  static std::int64_t correct(const PointSettings& settings, std::int64_t images) {
    const std::vector<float> logits = test::FakeEvaluator(images).evaluate(settings, 0, images, {});
    std::int64_t correct = 0;
    for (std::int64_t i = 0; i < images; ++i) correct += logits[static_cast<std::size_t>(i * 10 + i % 10)] > 0 ? 1 : 0;
    return correct;
  }
};

TEST_F(Preview, EstimatesAtOnceAndMeasuresWhenAKnobMoves) {
  open();
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures().csnr_known; }));
  EXPECT_DOUBLE_EQ(figures().csnr->typical_db, 16);
  EXPECT_GT(figures().cost->cost->uj_per_inference(), 0);
  QTest::qWait(100);
  EXPECT_EQ(figures().result.images, 0);  // Nobody touched a knob yet.
  set_adc_bits(6);
  ASSERT_TRUE(wait_for_images(200));
  PointSettings settings;
  settings.macro.adc_bits = 6;
  EXPECT_EQ(figures().result.correct, correct(settings, 200));
  EXPECT_DOUBLE_EQ(figures().csnr->typical_db, 12);
  EXPECT_THAT(words(), testing::HasSubstr("Images 200"));
  EXPECT_THAT(words(), testing::HasSubstr("≥ 12.0 dB")) << "a lower bound without noise";
  EXPECT_THAT(words(), testing::HasSubstr("µJ"));
}

TEST_F(Preview, ExpectedSignalToNoiseIsALowerBoundOnlyWithoutNoise) {
  open();
  const auto says = [this](const char* sign) {
    return QTest::qWaitFor([this, sign] { return figures().csnr_known && words().find(sign) != std::string::npos; });
  };
  EXPECT_TRUE(says("≥"));
  set_noise(0.1);
  EXPECT_TRUE(says("≈"));
  set_noise(0);
  EXPECT_TRUE(says("≥"));
  window->parameters().set_layers({parse_layer_override("conv*:random_noise_percent=0.1")}, {});
  EXPECT_TRUE(says("≈"));
}

TEST_F(Preview, TheNewestSettingWins) {
  open(2000, microseconds(200));
  for (int step = 0; step < 40; ++step) {
    set_noise(0.1 * step);
    QTest::qWait(step % 5);
  }
  PointSettings settings;
  settings.macro.random_noise_percent = 3.9;
  // Every result from here on is one of the last settings.
  int results = 0;
  std::int64_t before = 0;
  QObject::connect(&preview(), &LivePreview::changed, [&] {
    if (figures().result.images == before) return;
    before = figures().result.images;
    ++results;
    // Blocks end in any order, so the first ones are compared when all before them are there.
    EXPECT_GE(before, figures().result.correct);
  });
  ASSERT_TRUE(wait_for_images(2000));
  EXPECT_EQ(figures().result.correct, correct(settings, 2000));
  EXPECT_GT(results, 2);
}

TEST_F(Preview, TheIntervalShrinksWhileTheKnobsRest) {
  open(1000, microseconds(200));
  std::vector<double> widths;
  QObject::connect(&preview(), &LivePreview::changed, [&] {
    if (figures().result.images == 0) return;
    const Interval interval = figures().result.interval();
    widths.push_back(interval.high - interval.low);
  });
  set_adc_bits(6);
  ASSERT_TRUE(wait_for_images(1000));
  ASSERT_GT(widths.size(), 3U);
  EXPECT_LT(widths.back(), widths.front() / 2);
}

TEST_F(Preview, AgreesWithASweepOnTheSameImages) {
  open(300);
  set_noise(0.5);
  set_adc_bits(6);
  ASSERT_TRUE(wait_for_images(300));
  const PointResult measured = figures().result;
  EXPECT_FALSE(figures().in_sweep);
  window->run();
  ASSERT_TRUE(wait_for(StudyState::finished));
  ASSERT_TRUE(figures().in_sweep);
  EXPECT_EQ(figures().result.images, measured.images);
  EXPECT_EQ(figures().result.correct, measured.correct);
  EXPECT_EQ(window->controller().results()[2].correct, measured.correct);  // ADC bits 4, 5, 6
}

TEST_F(Preview, LayersOfTheirOwnCount) {
  open();
  window->parameters().set_layers({parse_layer_override("layer1.*:adc_bits=9")}, "layers");
  ASSERT_TRUE(wait_for_images(200));
  PointSettings settings;
  settings.layers = {parse_layer_override("layer1.*:adc_bits=9")};
  EXPECT_EQ(figures().result.correct, correct(settings, 200));
  EXPECT_EQ(preview().settings()->layers, settings.layers);
}

TEST_F(Preview, MeasuresWithTheCalibratedRange) {
  open();
  window->adc_range().set("mse");
  ASSERT_TRUE(wait_for_images(200));
  PointSettings calibrated;
  calibrated.layers = {parse_layer_override("*:adc_range_percent=25")};
  EXPECT_EQ(figures().result.correct, correct(calibrated, 200));
}

TEST_F(Preview, WaitsWhileASweepRuns) {
  open(100000, microseconds(300));
  window->chart_panel()->sweep_bar()->set_axes(parse_sweep_axis("adc_bits=4:5"), {});
  set_adc_bits(7);
  ASSERT_TRUE(wait_for_images(1));
  window->run();
  ASSERT_TRUE(wait_for(StudyState::running));
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures().waiting; }, LivePreview::kMoveTime + 5000));
  QTest::qWait(100);  // Blocks under way end.
  const std::int64_t held = figures().result.images;
  QTest::qWait(200);
  EXPECT_EQ(figures().result.images, held);
  window->controller().stop();
  EXPECT_TRUE(wait_for_images(held + 1));
}

/// Counts how many threads work at once on points of 7 ADC bits, and images that are evaluated twice.
class WatchedEvaluator : public test::FakeEvaluator {
 public:
  WatchedEvaluator() : FakeEvaluator(20000, microseconds(200)) {}
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    if (settings.macro.adc_bits != 7) return FakeEvaluator::evaluate(settings, first, count, stop);
    const int now = ++at_once;
    int seen = most.load();
    while (now > seen && !most.compare_exchange_weak(seen, now)) {
    }
    std::vector<float> logits;
    try {
      logits = FakeEvaluator::evaluate(settings, first, count, stop);
      firsts += first == 0 ? 1 : 0;
    } catch (...) {
      --at_once;
      throw;
    }
    --at_once;
    return logits;
  }
  mutable std::atomic<int> at_once = 0;
  mutable std::atomic<int> most = 0;
  mutable std::atomic<int> firsts = 0;  ///< how often the first block was done
};

TEST_F(Preview, HasItsThreadsBackWhenTheSweepIsOver) {
  const auto evaluator = std::make_shared<const WatchedEvaluator>();
  WindowOptions options;
  options.run_at_start = false;
  options.threads = 8;
  options.x = parse_sweep_axis("adc_bits=4:5");
  open_with(test::factory_of(evaluator), options);
  ASSERT_TRUE(wait_until_open());
  window->run();
  ASSERT_TRUE(wait_for(StudyState::running));
  set_adc_bits(7);
  ASSERT_TRUE(wait_for_images(1));
  EXPECT_EQ(evaluator->most, 1);
  window->controller().stop();
  ASSERT_TRUE(QTest::qWaitFor([&] { return evaluator->most == 4; }, 20000));
  ASSERT_TRUE(wait_for_images(200));
  EXPECT_EQ(evaluator->firsts, 1);  // What was measured beside the sweep is not measured again.
}

TEST_F(Preview, SaysWhatNobodyExpected) {
  WindowOptions options;
  options.run_at_start = false;
  const RangeCalibration broken = [](StudySpec&, const std::function<void(std::size_t)>&, const std::stop_token&) {
    throw std::bad_alloc();
  };
  open_with(test::factory_of(std::make_shared<const test::FakeEvaluator>(20), broken), options);
  ASSERT_TRUE(wait_until_open());
  window->adc_range().set("mse");
  EXPECT_TRUE(QTest::qWaitFor([&] { return figures().problem.contains("memory"); }, 20000));
}

TEST_F(Preview, APointOfTheSweepIsTakenFromIt) {
  open(400, microseconds(300));
  window->run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures().result.images > 0; }, 20000));
  EXPECT_TRUE(figures().in_sweep);  // ADC bits 8 of 4 to 10
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_EQ(figures().result.correct, window->controller().results()[4].correct);
  // As the table of layers has it: 24 and 20 dB, not the 16 that were expected.
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures().csnr_measured; }));
  EXPECT_NEAR(figures().csnr->typical_db, -10 * std::log10((std::pow(10, -2.4) + std::pow(10, -2)) / 2), 1e-9);
  EXPECT_THAT(words(), testing::Not(testing::HasSubstr("≈")));
  window->chart_panel()->chart()->select(PointPlace{0, 2});  // ADC bits 6: 18 and 20 dB
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures().csnr_measured; }));
  EXPECT_NEAR(figures().csnr->least_db, 18, 1e-9);
  EXPECT_FALSE(window->chart_panel()->chart()->shows_live());
}

TEST_F(Preview, MeasuredOnAllImagesBeforeItHasTheCsnrOfTheSweepToo) {
  open(300);
  set_adc_bits(6);
  ASSERT_TRUE(wait_for_images(300));
  EXPECT_FALSE(figures().csnr_measured);
  window->run();
  ASSERT_TRUE(wait_for(StudyState::finished));
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures().csnr_measured; }));
  EXPECT_NEAR(figures().csnr->least_db, 18, 1e-9);
}

TEST_F(Preview, StandsInTheChartWhereItIsNoPointOfTheSweep) {
  open(100);
  window->run();
  ASSERT_TRUE(wait_for(StudyState::finished));
  set_noise(0.7);
  ASSERT_TRUE(wait_for_images(100));
  EXPECT_TRUE(window->chart_panel()->chart()->shows_live());
  set_adc_bits(12);  // beyond the axis
  ASSERT_TRUE(wait_for_images(100));
  EXPECT_FALSE(window->chart_panel()->chart()->shows_live());
}

TEST_F(Preview, CanBeSwitchedOffAndStaysSo) {
  const test::TemporaryFolder folder;
  WindowOptions options;
  options.state_folder = folder.path();
  open(200, {}, options);
  QAction* action = window->preview()->action();
  EXPECT_TRUE(window->main_menu()->view()->actions().contains(action));
  EXPECT_TRUE(action->isChecked());
  action->trigger();
  EXPECT_FALSE(window->preview()->strip()->isVisible());
  set_adc_bits(6);
  QTest::qWait(150);
  EXPECT_FALSE(preview().is_known());
  window.reset();
  open(200, {}, options);
  EXPECT_FALSE(window->preview()->action()->isChecked());
  EXPECT_FALSE(window->preview()->strip()->isVisible());
  window->preview()->action()->trigger();
  EXPECT_TRUE(window->preview()->strip()->isVisible());
  set_adc_bits(5);
  EXPECT_TRUE(wait_for_images(200));
  window.reset();
}

TEST_F(Preview, TheWindowClosesInTheMiddleOfIt) {
  open(100000, microseconds(500));
  set_adc_bits(6);
  ASSERT_TRUE(wait_for_images(1));
  set_adc_bits(7);
  window->close();
  window.reset();
}

TEST_F(Preview, SaysWhatHasNoEnergy) {
  open();
  window->parameters().set_layers({parse_layer_override("layer1.*:activation_bits=2,encoding_bits=4")}, "layers");
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures().cost.has_value(); }));
  EXPECT_FALSE(figures().cost->cost);
  EXPECT_FALSE(figures().cost->problem.empty());
  EXPECT_THAT(words(), testing::HasSubstr("Energy –"));
}

}  // namespace
}  // namespace acim::ui
