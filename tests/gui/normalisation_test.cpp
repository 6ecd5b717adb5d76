#include <gtest/gtest.h>

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "fake_evaluator.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/command_bar.h"
#include "ui/panel/normalisation_strip.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

/// A network that opens only with mean and standard deviation.
OpenedSubject open_normalised(const StudySubject& subject) {
  if (subject.network == "unnormalised.pt" && subject.mean.empty()) {
    throw NormalisationWanted(Error(ErrorKind::usage, Phrase::verbatim("not known"), subject.network));
  }
  return std::shared_ptr<const Evaluator>(std::make_shared<test::FakeEvaluator>(40));
}

class Normalisation : public testing::Test {
 protected:
  Normalisation() {
    WindowOptions options;
    window = std::make_unique<MainWindow>([](const StudySubject& subject, double, const auto&,
                                             const std::stop_token&) { return open_normalised(subject); },
                                          options, &theme);
    window->resize(1280, 720);
    window->show();
  }
  NormalisationStrip* strip() const { return window->findChild<NormalisationStrip*>(); }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Normalisation, IsAskedForInPlaceWhereNobodyToldIt) {
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().is_open(); }, 10000));
  EXPECT_FALSE(strip()->isVisible());
  Q_EMIT window->command_bar()->network_chosen(QStringLiteral("unnormalised.pt"), {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return strip()->isVisible(); }, 10000));
  EXPECT_FALSE(window->chart_panel()->banner()->isVisible());
  EXPECT_EQ(window->controller().subject().network, "demo");
  strip()->mean()->setText(QStringLiteral("0.5, 0.5"));
  QTest::mouseClick(strip()->open_button(), Qt::LeftButton);
  EXPECT_TRUE(strip()->isVisible());
  strip()->mean()->setText(QStringLiteral("0.5, 0.5, 0.5"));
  strip()->deviation()->setText(QStringLiteral("0.25 0.25 0.25"));
  QTest::mouseClick(strip()->open_button(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().subject().network == "unnormalised.pt"; }, 10000));
  EXPECT_EQ(window->controller().subject().mean, std::vector<float>(3, 0.5F));
  EXPECT_EQ(window->controller().subject().standard_deviation, std::vector<float>(3, 0.25F));
  EXPECT_FALSE(strip()->isVisible());
}

TEST(ChannelValues, AreThreeNumbers) {
  EXPECT_EQ(channel_values(QStringLiteral("0.485, 0.456;0.406")), (std::vector<float>{0.485F, 0.456F, 0.406F}));
  for (const char* text : {"", "1", "1,2", "1,2,3,4", "a,b,c", "nan,0,0"}) {
    EXPECT_FALSE(channel_values(QLatin1String(text))) << text;
  }
}

TEST_F(Normalisation, OpensWithEnterAfterTheChoiceOfAKnownOne) {
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().is_open(); }, 10000));
  Q_EMIT window->command_bar()->network_chosen(QStringLiteral("unnormalised.pt"), {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return strip()->isVisible(); }, 10000));
  EXPECT_NE(strip()->mean()->placeholderText(), strip()->deviation()->placeholderText());
  QTest::mouseClick(strip()->findChild<QToolButton*>(), Qt::LeftButton);
  EXPECT_EQ(strip()->mean()->text(), "0.485, 0.456, 0.406");
  ASSERT_TRUE(strip()->open_button()->hasFocus());
  QTest::keyClick(strip()->open_button(), Qt::Key_Return);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->controller().subject().network == "unnormalised.pt"; }, 10000));
}

}  // namespace
}  // namespace acim::ui
