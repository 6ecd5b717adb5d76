#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "macro/noise_units.h"
#include "ui/model/parameter_text.h"
#include "ui/model/parameters.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/noise_table.h"
#include "ui/panel/segments.h"
#include "ui/panel/typed_field.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

using testing::HasSubstr;

constexpr int kHoldSteps = 2;

class Noise : public testing::Test {
 protected:
  Noise() {
    theme.apply(ThemeChoice::light);
    parameters.set_value("random_noise_percent", 0.2);
    parameters.undo_stack().clear();
    table = std::make_unique<NoiseTable>(&parameters, &theme);
    table->show();
    QTest::mouseClick(table->unfold(), Qt::LeftButton);
  }
  double percent() const { return parameters.current().random_noise_percent; }
  double steps() const { return noise_in(NoiseUnit::lsb, percent(), parameters.current()); }
  void type(NoiseUnit unit, const char* text) {
    table->field(unit)->setFocus();
    table->field(unit)->selectAll();
    QTest::keyClicks(table->field(unit), QString::fromUtf8(text));
    QTest::keyClick(table->field(unit), Qt::Key_Return);
  }
  QString note() const { return table->note(); }
  void hold(int place) { QTest::mouseClick(table->held()->button(place), Qt::LeftButton); }

  Theme theme;
  Parameters parameters;
  std::unique_ptr<NoiseTable> table;
};

TEST_F(Noise, IsShownInEachUnit) {
  EXPECT_EQ(table->field(NoiseUnit::percent)->text(), "0.2");
  EXPECT_EQ(table->field(NoiseUnit::lsb)->text(), "0.51");
  EXPECT_EQ(table->field(NoiseUnit::decibel)->text(), "54");
  EXPECT_EQ(table->field(NoiseUnit::millivolt)->text(), "1.23");  // 0.8 V / 1.3 of swing
  EXPECT_EQ(table->field(NoiseUnit::wrong_code)->text(), "32.7");
  EXPECT_EQ(table->summary(), QStringLiteral("0.51\u00a0LSB   1.23\u00a0mV   54\u00a0dB"));
  parameters.set_value("random_noise_percent", 0.0);
  EXPECT_EQ(table->summary(), "No noise");
  EXPECT_EQ(table->field(NoiseUnit::decibel)->text(), QString::fromUtf8("∞"));
}

TEST_F(Noise, IsTypedInAnyUnit) {
  type(NoiseUnit::lsb, "0.5");
  EXPECT_NEAR(percent(), 0.5 / 2.55, 1e-12);
  type(NoiseUnit::decibel, "60");
  EXPECT_NEAR(percent(), 0.1, 1e-12);
  type(NoiseUnit::wrong_code, "5");
  EXPECT_NEAR(steps(), 0.2551, 0.0001);
  type(NoiseUnit::millivolt, "0");
  EXPECT_EQ(percent(), 0);
  parameters.undo_stack().undo();
  EXPECT_EQ(percent(), 0.2);
}

TEST_F(Noise, ThatCannotBeIsRefusedInPlace) {
  type(NoiseUnit::lsb, "-1");
  EXPECT_THAT(table->problem().toStdString(), HasSubstr("0 to 100 %"));
  type(NoiseUnit::lsb, "much");
  EXPECT_THAT(table->problem().toStdString(), HasSubstr("Type a number"));
  type(NoiseUnit::wrong_code, "100");
  EXPECT_THAT(table->problem().toStdString(), HasSubstr("less than 100 %"));
  EXPECT_EQ(percent(), 0.2);
  type(NoiseUnit::lsb, "1");
  EXPECT_EQ(table->problem(), QString());
}

TEST_F(Noise, TypedAsItIsShownIsSet) {
  parameters.set_value("random_noise_percent", 0.099804);
  ASSERT_EQ(table->field(NoiseUnit::decibel)->text(), "60");
  type(NoiseUnit::decibel, "60");
  EXPECT_NEAR(percent(), 0.1, 1e-12);
  type(NoiseUnit::percent, "12,5");
  EXPECT_EQ(percent(), 12.5);
  type(NoiseUnit::millivolt, "1e-1 mV");
  EXPECT_NEAR(noise_in(NoiseUnit::millivolt, percent(), parameters.current()), 0.1, 1e-12);
}

TEST_F(Noise, FrameMessageAndTextAgree) {
  const auto expect_agreed = [&](const char* where) {
    SCOPED_TRACE(where);
    bool any = false;
    for (std::size_t i = 0; i < NoiseTable::kUnits; ++i) {
      const QLineEdit* field = table->field(static_cast<NoiseUnit>(i));
      const bool wrong = field->property("state").toString() == "invalid";
      EXPECT_EQ(wrong, field->text() == "150" || field->text() == "99999") << i;
      any = any || wrong;
    }
    EXPECT_EQ(any, !table->problem().isEmpty());
  };
  QLineEdit* full_scale = table->field(NoiseUnit::percent);
  type(NoiseUnit::percent, "150");
  expect_agreed("refused");
  EXPECT_EQ(full_scale->text(), "150");
  QTest::keyClick(full_scale, Qt::Key_Z, Qt::ControlModifier);
  expect_agreed("undone");
  EXPECT_EQ(full_scale->text(), "0.2");
  type(NoiseUnit::millivolt, "99999");
  QTest::keyClick(table->field(NoiseUnit::millivolt), Qt::Key_Escape);
  expect_agreed("given up");
  type(NoiseUnit::percent, "150");
  table->field(NoiseUnit::lsb)->setFocus();
  QTest::keyClick(table->field(NoiseUnit::lsb), Qt::Key_Return);
  EXPECT_EQ(full_scale->text(), "150");
  expect_agreed("another field looked at");
  type(NoiseUnit::millivolt, "99999");
  expect_agreed("two refused");
  QTest::keyClick(table->field(NoiseUnit::millivolt), Qt::Key_Escape);
  expect_agreed("one of two given up");
  type(NoiseUnit::decibel, "40");
  expect_agreed("set elsewhere");
  EXPECT_EQ(full_scale->text(), "1");
  type(NoiseUnit::percent, "150");
  parameters.undo_stack().undo();
  expect_agreed("an edit undone");
  EXPECT_EQ(full_scale->text(), "0.2");
}

TEST_F(Noise, WhatIsBeingTypedStaysWhenAnotherKnobTurns) {
  TypedField* millivolt = table->field(NoiseUnit::millivolt);
  type(NoiseUnit::percent, "150");
  millivolt->setFocus();
  millivolt->selectAll();
  QTest::keyClicks(millivolt, QStringLiteral("1."));
  parameters.set_value("adc_bits", std::int64_t{9});
  parameters.set_value("supply_voltage", 1.2);
  EXPECT_EQ(millivolt->text(), "1.");
  EXPECT_EQ(table->field(NoiseUnit::percent)->text(), "150");
  EXPECT_THAT(table->problem().toStdString(), HasSubstr("0 to 100 %"));
  EXPECT_EQ(table->field(NoiseUnit::lsb)->text(), "1.02");
  QTest::keyClick(millivolt, Qt::Key_Escape);
  EXPECT_EQ(millivolt->text(), "1.85") << "what is in force now";
  parameters.set_value("random_noise_percent", 0.1);
  EXPECT_EQ(table->field(NoiseUnit::percent)->text(), "0.1");
}

TEST_F(Noise, ChanceNobodyMeetsIsShownAsLessThanAny) {
  parameters.set_value("random_noise_percent", 0.012);
  EXPECT_EQ(table->field(NoiseUnit::wrong_code)->text(), "< 1E-9");
  const double before = percent();
  table->field(NoiseUnit::wrong_code)->setFocus();
  QTest::keyClick(table->field(NoiseUnit::wrong_code), Qt::Key_Return);
  EXPECT_EQ(percent(), before);
  EXPECT_EQ(table->problem(), QString());
  type(NoiseUnit::wrong_code, "1e-8");
  EXPECT_NEAR(noise_in(NoiseUnit::wrong_code, percent(), parameters.current()), 1e-10, 1e-14);
  EXPECT_EQ(table->field(NoiseUnit::wrong_code)->text(), "1E-8");
  type(NoiseUnit::percent, "0");
  EXPECT_EQ(table->field(NoiseUnit::wrong_code)->text(), "0");
}

TEST_F(Noise, HeldUnitStandsOnOneLineWithItsNumber) {
  hold(kHoldSteps);
  EXPECT_EQ(table->summary(), QStringLiteral("0.51\u00a0LSB\u00a0held   1.23\u00a0mV   54\u00a0dB"));
}

TEST_F(Noise, LookedAtIsNotRounded) {
  parameters.set_value("random_noise_percent", 0.123456789);
  for (std::size_t i = 0; i < NoiseTable::kUnits; ++i) {
    table->field(static_cast<NoiseUnit>(i))->setFocus();
    QTest::keyClick(table->field(static_cast<NoiseUnit>(i)), Qt::Key_Return);
  }
  EXPECT_EQ(percent(), 0.123456789);
}

TEST_F(Noise, StaysInStepsWhenTheyAreHeld) {
  parameters.set_value("adc_bits", std::int64_t{9});
  EXPECT_EQ(percent(), 0.2);  // the percentage is held
  parameters.undo_stack().undo();
  hold(kHoldSteps);
  EXPECT_THAT(table->summary().toStdString(), HasSubstr("LSB\u00a0held"));
  const int edits = parameters.undo_stack().index();
  parameters.set_value("adc_bits", std::int64_t{9});
  parameters.set_value("adc_bits", std::int64_t{10});
  EXPECT_NEAR(steps(), 0.51, 1e-12);
  EXPECT_NEAR(percent(), 0.2 * 255 / 1023, 1e-12);
  EXPECT_EQ(parameters.undo_stack().index(), edits + 1);
  parameters.undo_stack().undo();
  EXPECT_EQ(parameters.current().adc_bits, 8);
  EXPECT_EQ(percent(), 0.2);
  parameters.undo_stack().redo();
  EXPECT_NEAR(percent(), 0.2 * 255 / 1023, 1e-12);
  parameters.reset("adc_bits");
  EXPECT_NEAR(percent(), 0.2, 1e-12);
}

TEST_F(Noise, CutToTheWholeScaleComesBackWhole) {
  parameters.set_value("random_noise_percent", 5.0);
  hold(kHoldSteps);
  parameters.set_value("adc_bits", std::int64_t{4});
  parameters.set_value("adc_bits", std::int64_t{1});
  EXPECT_EQ(percent(), 100);
  EXPECT_THAT(note().toStdString(), HasSubstr("more than 100 % of full scale"));
  parameters.set_value("adc_bits", std::int64_t{2});
  parameters.set_value("adc_bits", std::int64_t{8});
  EXPECT_NEAR(percent(), 5, 1e-9);
  EXPECT_THAT(note().toStdString(), HasSubstr("rewrite the percentage"));
}

TEST_F(Noise, SaysWhatLayersOfTheirOwnGet) {
  parameters.set_layers({parse_layer_override("layer1.*:adc_bits=5")}, "layers");
  EXPECT_THAT(note().toStdString(), testing::Not(HasSubstr("settings of their own")));
  hold(kHoldSteps);
  EXPECT_THAT(note().toStdString(), HasSubstr("settings of their own get the same percentage"));
}

TEST_F(Noise, OfARunIsTakenAsItIs) {
  hold(kHoldSteps);
  MacroParameters run;
  run.adc_bits = 5;
  run.random_noise_percent = 0.7;
  parameters.replace(run);
  EXPECT_EQ(percent(), 0.7);
  EXPECT_EQ(parameters.held_noise(), NoiseUnit::lsb);
}

TEST_F(Noise, ThatIsPhysicalIsReadOnly) {
  parameters.set_value("noise_source", std::string("physical"));
  EXPECT_TRUE(table->field(NoiseUnit::lsb)->isReadOnly());
  EXPECT_FALSE(table->held()->isEnabled());
  EXPECT_NE(table->field(NoiseUnit::lsb)->text(), "0.51");
}

/// The window on a sweep that waits to be started.
class HeldNoise : public test::WindowOnFake {
 protected:
  void open_resting(const char* x, double noise_percent) {
    WindowOptions options = test::sweep_of(x);
    options.settings.macro.random_noise_percent = noise_percent;
    options.run_at_start = false;
    open(options, 20);
    EXPECT_TRUE(wait_until_open());
  }
};

TEST_F(HeldNoise, IsThatOfEachPointOfASweep) {
  open_resting("adc_bits=6:10:2", 0.2);
  window->parameters().hold_noise(NoiseUnit::lsb);
  window->run();
  ASSERT_TRUE(finish());
  for (const StudyPoint& point : controller().spec().points) {
    const MacroParameters& macro = point.settings.macro;
    EXPECT_NEAR(noise_in(NoiseUnit::lsb, macro.random_noise_percent, macro), 0.51, 1e-12) << macro.adc_bits;
  }
  window->parameters().hold_noise(NoiseUnit::percent);
  window->run();
  for (const StudyPoint& point : controller().spec().points) {
    EXPECT_EQ(point.settings.macro.random_noise_percent, 0.2);
  }
}

TEST_F(HeldNoise, ASweepThatWouldCutItIsRefusedInWords) {
  open_resting("adc_bits=1:8", 20);
  window->parameters().hold_noise(NoiseUnit::lsb);
  QString refusal;
  QObject::connect(&controller(), &StudyController::refused, window.get(),
                   [&](const ErrorText& error) { refusal = error.text; });
  window->run();
  EXPECT_THAT(refusal.toStdString(), HasSubstr("ADC bits 1 ("));
  EXPECT_EQ(controller().generation(), 0);
}

TEST_F(HeldNoise, TableIsHiddenWhereTheNoiseIsSwept) {
  open_resting("random_noise_percent=0,0.1", 0);
  EXPECT_TRUE(window->form()->findChild<NoiseTable*>()->isHidden());
}

}  // namespace
}  // namespace acim::ui
