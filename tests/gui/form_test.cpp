#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include "ui/model/adc_range_choice.h"
#include "ui/model/parameter_text.h"
#include "ui/model/parameters.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/knob_slider.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/sweep_bar.h"

namespace acim::ui {
namespace {

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

TEST_F(Form, ArrowsAndPageKeysStepTheValue) {
  auto* rows = editor<KnobSpinBox>("rows");
  rows->setFocus();
  QTest::keyClick(rows, Qt::Key_Up);
  EXPECT_EQ(parameters.current().rows, 256);
  QTest::keyClick(rows, Qt::Key_PageDown);
  EXPECT_EQ(parameters.current().rows, 246);
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

}  // namespace
}  // namespace acim::ui
