#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStyleOptionButton>
#include <QTest>
#include <QToolButton>

#include "ui/model/adc_range_choice.h"
#include "ui/model/parameter_text.h"
#include "ui/model/parameters.h"
#include "ui/model/typed_number.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/knob_slider.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/sweep_bar.h"
#include "ui/panel/values_button.h"

namespace acim::ui {
namespace {

TEST(TypedNumber, IsReadAsTheLocaleWritesItOrWithAPoint) {
  const QLocale english(QLocale::English, QLocale::UnitedStates);
  const QLocale german(QLocale::German, QLocale::Germany);
  const QLocale french(QLocale::French, QLocale::France);
  const auto expect_read = [](const char* text, const QLocale& locale, double number) {
    EXPECT_EQ(typed_number(QString::fromUtf8(text), QStringLiteral("mV"), locale), number) << text;
  };
  expect_read("12.5", english, 12.5);
  expect_read("12,5", english, 12.5);
  expect_read("1,850", english, 1850);
  expect_read("1,850,000.25", english, 1850000.25);
  expect_read("0,025", english, 0.025);  // no group begins with 0
  expect_read("1e-3", english, 0.001);
  expect_read(" +1E3 mV", english, 1000);
  expect_read("\u22122.5\u00a0mv", english, -2.5);
  expect_read("12,5", german, 12.5);
  expect_read("12.5", german, 12.5);
  expect_read("0.025", german, 0.025);
  expect_read("1.850", german, 1850);
  expect_read("1.850,5", german, 1850.5);
  expect_read("1 850,5", french, 1850.5);
  for (const char* text :
       {"", "mV", "hello", "1,2,3", "1.2.3", "1,85,000", "1 850", "--1", "e5", ".", "1e999", "nan"}) {
    EXPECT_EQ(typed_number(text, QStringLiteral("mV"), english), std::nullopt) << text;
  }
}

/// A form on a theme of its own, shown so that it gets real events.
class Form : public testing::Test {
 protected:
  Form() {
    theme.apply(ThemeChoice::light);
    form = std::make_unique<MacroForm>(&parameters, &adc_range, &theme);
    form->resize(300, 1400);
    form->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(form.get()));
  }
  KnobRow* row(const char* key) {
    KnobRow* found = form->row(key);
    EXPECT_NE(found, nullptr) << key;
    return found;
  }
  template <typename Editor>
  Editor* editor(const char* key) {
    auto* found = row(key)->findChild<Editor*>();
    EXPECT_NE(found, nullptr) << key;
    return found;
  }
  static void type(QAbstractSpinBox* box, const QString& text) {
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
  }

  Theme theme;
  Parameters parameters;
  AdcRangeChoice adc_range{&parameters.undo_stack()};
  std::unique_ptr<MacroForm> form;
};

TEST_F(Form, HasARowForEveryKeyOfTheTable) {
  for (const Parameter& parameter : parameter_table()) {
    KnobRow* found = form->row(parameter.key);
    ASSERT_NE(found, nullptr) << parameter.key;
    EXPECT_NE(found->editor(), nullptr) << parameter.key;
    EXPECT_TRUE(found->toolTip().contains(QString::fromStdString(std::string(parameter.key)))) << parameter.key;
  }
  EXPECT_EQ(form->findChildren<KnobRow*>().size(), static_cast<qsizetype>(parameter_table().size()));
}

TEST_F(Form, NamesEveryControlForAssistiveTechnology) {
  for (QWidget* widget : form->findChildren<QWidget*>()) {
    if (widget->focusPolicy() == Qt::NoFocus) continue;
    if (widget->parentWidget() != nullptr && qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr)
      continue;
    EXPECT_FALSE(widget->accessibleName().isEmpty())
        << widget->metaObject()->className() << " " << widget->objectName().toStdString();
  }
}

TEST_F(Form, TypingChangesTheValue) {
  type(editor<KnobSpinBox>("adc_bits"), "6");
  EXPECT_EQ(parameters.current().adc_bits, 6);
  type(editor<KnobSpinBox>("random_noise_percent"), "0.025");
  EXPECT_DOUBLE_EQ(parameters.current().random_noise_percent, 0.025);
}

TEST_F(Form, WhatIsTypedStaysAsTypedUntilItIsTaken) {
  auto* noise = editor<KnobSpinBox>("random_noise_percent");
  const auto expect_typed = [&](const char* text, double percent) {
    SCOPED_TRACE(text);
    noise->setFocus();
    noise->selectAll();
    QTest::keyClicks(noise, QString::fromUtf8(text));
    EXPECT_EQ(noise->text().toStdString(), text + std::string("\u00a0%"));
    QTest::keyClick(noise, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(parameters.current().random_noise_percent, percent);
    EXPECT_EQ(row("random_noise_percent")->problem(), QString());
  };
  expect_typed("12,5", 12.5);
  expect_typed("1e-3", 0.001);
  expect_typed("2.5E1", 25);
  expect_typed(".5", 0.5);
  expect_typed("1e-7", 1e-7);
  expect_typed("0.12345678901", 0.12345678901);
  type(noise, "0.25 %");
  EXPECT_EQ(parameters.current().random_noise_percent, 0.25);
  type(editor<KnobSpinBox>("columns"), "1,024");  // grouped as the locale does it
  EXPECT_EQ(parameters.current().columns, 1024);
  type(editor<KnobSpinBox>("attenuation"), "0.0004");
  EXPECT_EQ(parameters.current().attenuation, 0.0004);
  EXPECT_EQ(editor<KnobSpinBox>("attenuation")->text(), "0.0004");
}

TEST_F(Form, WhatCannotBeIsSaidInPlaceAndTheLastGoodValueStays) {
  const auto expect_refused = [&](const char* key, const char* text, const char* said) {
    SCOPED_TRACE(text);
    auto* box = editor<KnobSpinBox>(key);
    const double before = box->value();
    type(box, text);
    EXPECT_TRUE(box->text().startsWith(text)) << box->text().toStdString();
    EXPECT_THAT(row(key)->problem().toStdString(), testing::HasSubstr(said));
    EXPECT_EQ(box->property("state").toString(), "invalid");
    EXPECT_EQ(number_of(parameter_of(key), parameters.value(key)), before);
    form->search_field()->setFocus();
    EXPECT_TRUE(box->text().startsWith(text)) << "when it is left";
    EXPECT_FALSE(row(key)->problem().isEmpty());
    box->setFocus();
  };
  const auto expect_back = [&](const char* key) {
    auto* box = editor<KnobSpinBox>(key);
    EXPECT_EQ(row(key)->problem(), QString());
    EXPECT_EQ(box->property("state").toString(), QString());
    EXPECT_TRUE(box->text().startsWith(screen_text(parameter_of(key), parameters.value(key), false)));
  };
  expect_refused("random_noise_percent", "1e5", "Allowed: 0 to 100 %");
  QTest::keyClick(editor<KnobSpinBox>("random_noise_percent"), Qt::Key_Escape);
  expect_back("random_noise_percent");
  expect_refused("random_noise_percent", "hello", "hello");
  QTest::keyClick(editor<KnobSpinBox>("random_noise_percent"), Qt::Key_Z, Qt::ControlModifier);
  expect_back("random_noise_percent");
  expect_refused("adc_bits", "6.5", "whole number");
  type(editor<KnobSpinBox>("adc_bits"), "7");
  expect_back("adc_bits");
  EXPECT_EQ(parameters.current().adc_bits, 7);
  expect_refused("adc_bits", "77", "1 to 14 bit");
  parameters.undo_stack().undo();
  EXPECT_EQ(parameters.current().adc_bits, 8);
  expect_back("adc_bits");
  expect_refused("adc_bits", "0", "1 to 14 bit");
  QTest::keyClick(editor<KnobSpinBox>("adc_bits"), Qt::Key_Up);  // There is no value to step from.
  EXPECT_EQ(parameters.current().adc_bits, 8);
  QTest::keyClicks(editor<KnobSpinBox>("adc_bits"), "9");  // a new draft, not judged yet
  EXPECT_EQ(row("adc_bits")->problem(), QString());
}

TEST_F(Form, AnEmptyFieldAndEscapeBringTheValueBack) {
  auto* bits = editor<KnobSpinBox>("adc_bits");
  bits->setFocus();
  bits->selectAll();
  QTest::keyClicks(bits, "5");
  QTest::keyClick(bits, Qt::Key_Escape);
  EXPECT_EQ(bits->text(), QStringLiteral("8\u00a0bit"));
  QTest::keyClick(bits, Qt::Key_Backspace);
  QTest::keyClick(bits, Qt::Key_Return);
  EXPECT_EQ(bits->text(), QStringLiteral("8\u00a0bit"));
  EXPECT_EQ(parameters.current().adc_bits, 8);
  EXPECT_FALSE(parameters.undo_stack().canUndo());
}

TEST_F(Form, ASeedThatIsNoneIsSaidInPlace) {
  auto* seed = editor<QLineEdit>("seed");
  const std::uint64_t before = parameters.current().seed;
  for (const char* text : {"18446744073709551616", "lucky"}) {
    seed->setFocus();
    seed->selectAll();
    QTest::keyClicks(seed, text);
    QTest::keyClick(seed, Qt::Key_Return);
    EXPECT_EQ(seed->text(), text);
    EXPECT_FALSE(row("seed")->problem().isEmpty());
    EXPECT_EQ(parameters.current().seed, before);
  }
  QTest::keyClick(seed, Qt::Key_Escape);
  EXPECT_EQ(row("seed")->problem(), QString());
  EXPECT_EQ(seed->text().toULongLong(), before);
}

TEST_F(Form, ShowsAsManyDigitsAsFitWithTheUnit) {
  constexpr double kExact = 0.2 * 255 / 511;
  parameters.set_value("random_noise_percent", kExact);
  auto* noise = editor<KnobSpinBox>("random_noise_percent");
  EXPECT_THAT(noise->text().toStdString(), testing::StartsWith("0.0998"));
  EXPECT_TRUE(noise->text().endsWith('%'));
  const auto* line = noise->findChild<QLineEdit*>();
  EXPECT_LE(line->fontMetrics().horizontalAdvance(line->text()) + 4, line->width());
  // Looked at it stays exact; typed it is what was typed.
  noise->setFocus();
  QTest::keyClick(noise, Qt::Key_Return);
  form->search_field()->setFocus();
  EXPECT_EQ(parameters.current().random_noise_percent, kExact);
  const QString shown = noise->text().chopped(2);
  type(noise, shown);
  EXPECT_EQ(parameters.current().random_noise_percent, shown.toDouble());
}

TEST_F(Form, ArrowsAndPageKeysStepTheValue) {
  auto* rows = editor<KnobSpinBox>("rows");
  rows->setFocus();
  QTest::keyClick(rows, Qt::Key_Up);
  EXPECT_EQ(parameters.current().rows, 256);
  QTest::keyClick(rows, Qt::Key_PageDown);
  EXPECT_EQ(parameters.current().rows, 246);
}

TEST_F(Form, NoKeyStepsTheOtherWayBeyondTheSlidersEnds) {
  parameters.set_value("attenuation", 0.0004);
  auto* attenuation = editor<KnobSpinBox>("attenuation");
  attenuation->setFocus();
  QTest::keyClick(attenuation, Qt::Key_Down);
  EXPECT_EQ(parameters.current().attenuation, 0.0004);
  QTest::keyClick(attenuation, Qt::Key_Up);
  EXPECT_EQ(parameters.current().attenuation, 0.0504);
  parameters.set_value("adc_offset_percent", 99.99);
  auto* offset = editor<KnobSpinBox>("adc_offset_percent");
  offset->setFocus();
  QTest::keyClick(offset, Qt::Key_Up);
  EXPECT_EQ(parameters.current().adc_offset_percent, 99.99);
}

TEST_F(Form, TheSliderMovesTheValueByMouseAndKey) {
  auto* slider = editor<KnobSlider>("adc_bits");
  QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 8, slider->height() / 2));
  EXPECT_EQ(parameters.current().adc_bits, 14);
  slider->setFocus();
  QTest::keyClick(slider, Qt::Key_Left);
  EXPECT_EQ(parameters.current().adc_bits, 13);
  QTest::keyClick(slider, Qt::Key_Home);
  EXPECT_EQ(parameters.current().adc_bits, 1);
}

TEST_F(Form, ALogarithmicSliderReachesZeroAndBothEnds) {
  auto* slider = editor<KnobSlider>("random_noise_percent");
  slider->setFocus();
  QTest::keyClick(slider, Qt::Key_End);
  EXPECT_DOUBLE_EQ(parameters.current().random_noise_percent, 100);
  QTest::keyClick(slider, Qt::Key_Home);
  EXPECT_DOUBLE_EQ(parameters.current().random_noise_percent, 0);
}

TEST_F(Form, ADoubleClickOnTheLabelResets) {
  type(editor<KnobSpinBox>("adc_bits"), "5");
  ASSERT_EQ(parameters.current().adc_bits, 5);
  QLabel* label = nullptr;
  for (QLabel* candidate : row("adc_bits")->findChildren<QLabel*>()) {
    if (candidate->accessibleName() == "ADC bits") label = candidate;
  }
  ASSERT_NE(label, nullptr);
  QTest::mouseDClick(label, Qt::LeftButton);
  EXPECT_EQ(parameters.current().adc_bits, 8);
}

TEST_F(Form, AChangedKnobShowsItsResetAndCanBeUndone) {
  auto* reset = editor<QToolButton>("adc_bits");
  EXPECT_FALSE(reset->isVisible());
  type(editor<KnobSpinBox>("adc_bits"), "5");
  EXPECT_TRUE(reset->isVisible());
  QTest::mouseClick(reset, Qt::LeftButton);
  EXPECT_EQ(parameters.current().adc_bits, 8);
  parameters.undo_stack().undo();
  EXPECT_EQ(parameters.current().adc_bits, 5);
  parameters.undo_stack().undo();
  EXPECT_EQ(parameters.current().adc_bits, 8);
}

TEST_F(Form, ChoicesBoolsAndSeedsWork) {
  auto* voting = row("voting_rule")->findChild<SegmentedChoice*>();
  ASSERT_NE(voting, nullptr);
  QTest::mouseClick(voting->findChildren<QToolButton*>().at(1), Qt::LeftButton);
  EXPECT_EQ(parameters.current().voting_rule, VotingRule::median);
  QTest::keyClick(editor<QCheckBox>("weight_parallel"), Qt::Key_Space);
  EXPECT_TRUE(parameters.current().weight_parallel);
  auto* seed = editor<QLineEdit>("seed");
  seed->setFocus();
  seed->selectAll();
  QTest::keyClicks(seed, "18446744073709551615");
  QTest::keyClick(seed, Qt::Key_Return);
  EXPECT_EQ(parameters.current().seed, 18446744073709551615U);
}

TEST_F(Form, AContradictionIsSaidAtBothKnobs) {
  type(editor<KnobSpinBox>("adc_range_percent"), "80");
  EXPECT_TRUE(row("adc_range_percent")->problem().isEmpty());
  type(editor<KnobSpinBox>("adc_offset_percent"), "40");
  for (const char* key : {"adc_range_percent", "adc_offset_percent"}) {
    const std::string said = row(key)->problem().toStdString();
    EXPECT_THAT(said, testing::HasSubstr(label_of(parameter_of("adc_range_percent")).toStdString()));
    EXPECT_THAT(said, testing::HasSubstr(label_of(parameter_of("adc_offset_percent")).toStdString()));
  }
  EXPECT_TRUE(row("rows")->problem().isEmpty());
  type(editor<KnobSpinBox>("adc_offset_percent"), "20");
  EXPECT_TRUE(row("adc_offset_percent")->problem().isEmpty());
}

TEST_F(Form, SearchLeavesWhatMatches) {
  QTest::keyClicks(form->search_field(), "noise");
  EXPECT_TRUE(row("random_noise_percent")->isVisible());
  EXPECT_FALSE(row("columns")->isVisible());
  form->search_field()->clear();
  EXPECT_TRUE(row("columns")->isVisible());
}

TEST_F(Form, ASweptKnobShowsItsValues) {
  form->show_sweep(parse_sweep_axis("adc_bits=4:10"), parse_sweep_axis("encoding_bits=1,2,4"));
  EXPECT_EQ(row("adc_bits")->sweep_role(), SweepRole::x);
  EXPECT_FALSE(editor<KnobSpinBox>("adc_bits")->isVisible());
  EXPECT_EQ(row("encoding_bits")->sweep_role(), SweepRole::family);
  form->show_sweep({}, {});
  EXPECT_TRUE(editor<KnobSpinBox>("adc_bits")->isVisible());
}

TEST_F(Form, NeverScrollsSidewaysAtItsNarrowest) {
  form->resize(256, 700);
  QTest::qWait(20);
  for (const Parameter& parameter : parameter_table()) {
    KnobRow* found = form->row(parameter.key);
    EXPECT_LE(found->width(), 256) << parameter.key;
    EXPECT_LE(found->minimumSizeHint().width(), 246) << parameter.key;
  }
}

TEST(ValuesButton, PartsItsCheckBoxesFromTheirTexts) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  ValuesButton button(QStringLiteral("Calibrated range"), &theme);
  button.set_values({{"full", "full", true}, {"mse", "calibrated", false}});
  button.menu()->popup({});
  const auto boxes = button.menu()->findChildren<QCheckBox*>();
  ASSERT_EQ(boxes.size(), 2);
  for (const QCheckBox* box : boxes) {
    QStyleOptionButton option;
    option.initFrom(box);
    option.text = box->text();
    const QRect indicator = box->style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, box);
    const QRect text = box->style()->subElementRect(QStyle::SE_CheckBoxContents, &option, box);
    EXPECT_EQ(indicator.left(), 8);
    EXPECT_GE(text.left() - indicator.right(), 8);
  }
  button.menu()->close();
}

}  // namespace
}  // namespace acim::ui
