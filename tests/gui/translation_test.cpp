#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QComboBox>
#include <QFile>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QXmlStreamReader>
#include <memory>

#include "base/file.h"
#include "fake_evaluator.h"
#include "phrase_sources.h"
#include "study/named_setting.h"
#include "test_files.h"
#include "ui/model/error_words.h"
#include "ui/model/lesson_library.h"
#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"
#include "ui/panel/command_bar.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/picker_button.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/language.h"
#include "ui/window/language_menu.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_menu.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

struct Message {
  QString source;
  QString state;      ///< empty: finished
  QStringList forms;  ///< one, or one for each plural
  bool plural = false;
};

std::vector<Message> messages_of(const QString& code) {
  QFile file(QString::fromStdString((test::source_folder() / "resources/translations/acim-explorer_").string()) + code +
             QStringLiteral(".ts"));
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
  QXmlStreamReader xml(&file);
  std::vector<Message> messages;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement()) continue;
    if (xml.name() == QLatin1String("message")) {
      messages.emplace_back();
      messages.back().plural = xml.attributes().value(QStringLiteral("numerus")) == QLatin1String("yes");
    } else if (xml.name() == QLatin1String("source")) {
      messages.back().source = xml.readElementText();
    } else if (xml.name() == QLatin1String("translation")) {
      messages.back().state = xml.attributes().value(QStringLiteral("type")).toString();
      if (!messages.back().plural) messages.back().forms << xml.readElementText();
    } else if (xml.name() == QLatin1String("numerusform")) {
      messages.back().forms << xml.readElementText();
    }
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return messages;
}

/// "%1", "%n", "{}" and tags of rich text, sorted.
QStringList placeholders(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("%(?:\\d+|n)|\\{\\d*\\}|</?[a-z]+[^>]*>"));
  QStringList found;
  for (const QRegularExpressionMatch& match : pattern.globalMatch(text)) found << match.captured();
  found.sort();
  return found;
}

class InLanguage : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Languages, InLanguage, testing::Values("de", "zh_CN"));

TEST_P(InLanguage, EveryTextIsTranslatedWithItsPlaceholders) {
  const std::vector<Message> messages = messages_of(QString::fromLatin1(GetParam()));
  EXPECT_GT(messages.size(), 600U);
  const int plurals = QLatin1String(GetParam()) == QLatin1String("de") ? 2 : 1;
  for (const Message& message : messages) {
    const std::string said = message.source.toStdString();
    EXPECT_TRUE(message.state.isEmpty()) << message.state.toStdString() << ": " << said;
    EXPECT_EQ(message.forms.size(), message.plural ? plurals : 1) << said;
    for (const QString& form : message.forms) {
      EXPECT_FALSE(form.isEmpty()) << said;
      EXPECT_EQ(placeholders(form), placeholders(message.source)) << said;
      EXPECT_EQ(form.contains('&'), message.source.contains('&')) << said;
      EXPECT_EQ(form.endsWith(QStringLiteral("…")), message.source.endsWith(QStringLiteral("…"))) << said;
    }
  }
}

TEST(Language, EnglishHasAFormForOne) {
  for (const Message& message : messages_of(QStringLiteral("en"))) {
    EXPECT_TRUE(message.state.isEmpty()) << message.source.toStdString();
    ASSERT_EQ(message.forms.size(), 2) << message.source.toStdString();
    for (const QString& form : message.forms) EXPECT_EQ(placeholders(form), placeholders(message.source));
  }
  const Translation english(QStringLiteral("en"));
  EXPECT_EQ(QCoreApplication::translate("AboutDialog", "%n threads", nullptr, 1), QStringLiteral("1 thread"));
  EXPECT_EQ(QCoreApplication::translate("AboutDialog", "%n threads", nullptr, 2), QStringLiteral("2 threads"));
}

TEST_P(InLanguage, EveryWordOfTheParameterTableIsKnown) {
  QTranslator translator;
  ASSERT_TRUE(translator.load(QStringLiteral(":/translations/acim-explorer_") + QLatin1String(GetParam())));
  const auto expect_known = [&](const char* context, std::string_view text) {
    if (text.empty()) return;
    EXPECT_FALSE(translator.translate(context, std::string(text).c_str()).isEmpty()) << context << ": " << text;
  };
  for (const Parameter& parameter : parameter_table()) {
    for (const std::string_view text :
         {parameter.label, parameter.unit, parameter.meaning, group_label(parameter.group)})
      expect_known("ParameterTable", text);
    for (const std::string_view choice : parameter.choices) expect_known("ParameterTable", choice);
  }
  for (const NamedSetting& setting : named_settings()) {
    expect_known("NamedSetting", setting.label);
    for (const NamedValue& value : setting.values) expect_known("NamedSetting", value.label);
  }
}

TEST_P(InLanguage, EveryPhraseOfTheSourcesIsKnown) {
  QTranslator translator;
  ASSERT_TRUE(translator.load(QStringLiteral(":/translations/acim-explorer_") + QLatin1String(GetParam())));
  for (const char* folder : {"core", "ui", "app/explorer"}) {
    for (const test::SourcePhrase& phrase : test::phrases_below(folder)) {
      if (phrase.context == "Context") continue;  // where phrase.h explains the spelling
      EXPECT_FALSE(translator.translate(phrase.context.c_str(), phrase.pattern.c_str()).isEmpty())
          << phrase.place << ": " << phrase.pattern;
    }
  }
}

TEST(Language, TranslatedLessonsSetAndAskTheSame) {
  const QStringList folder{QStringLiteral(":/lessons")};
  const LessonLibrary english = load_lessons(folder, QStringLiteral("en"));
  for (const char* const language : {"de", "zh"}) {
    SCOPED_TRACE(language);
    const LessonLibrary translated = load_lessons(folder, QString::fromLatin1(language));
    EXPECT_TRUE(translated.problems.empty());
    ASSERT_EQ(translated.lessons.size(), english.lessons.size());
    for (std::size_t i = 0; i < translated.lessons.size(); ++i) {
      const Lesson& original = english.lessons[i];
      const Lesson& lesson = translated.lessons[i];
      SCOPED_TRACE(lesson.name);
      EXPECT_EQ(lesson.name, original.name);
      EXPECT_NE(lesson.title, original.title);
      EXPECT_NE(lesson.question_text, original.question_text);
      EXPECT_NE(lesson.finding, original.finding);
      EXPECT_TRUE(is_run_of(lesson, original.spec));
      EXPECT_EQ(lesson.question.ask, original.question.ask);
      EXPECT_EQ(lesson.question.curve, original.question.curve);
      EXPECT_EQ(lesson.question.points, original.question.points);
      ASSERT_EQ(lesson.readings.size(), original.readings.size());
      for (std::size_t r = 0; r < lesson.readings.size(); ++r) {
        EXPECT_EQ(lesson.readings[r].x, original.readings[r].x);
        EXPECT_EQ(lesson.readings[r].paper_percent, original.readings[r].paper_percent);
      }
    }
  }
}

TEST(Language, ChoiceWinsElseTheSystemsFirstThatThereIs) {
  EXPECT_EQ(language_of("de", {"zh-CN"}), "de");
  EXPECT_EQ(language_of("system", {"fr-FR", "de-AT", "en-US"}), "de");
  EXPECT_EQ(language_of("system", {"zh-Hans-CN"}), "zh_CN");
  EXPECT_EQ(language_of("system", {"zh-TW", "en-GB"}), "en") << "Traditional characters are another translation";
  EXPECT_EQ(language_of("system", {"C"}), "en");
  EXPECT_EQ(language_of("tlh", {}), "en");
}

TEST(Language, SetsTextsAndNumbersOnTheScreenWhileItLives) {
  const Parameter& noise = parameter_of("random_noise_percent");
  {
    const Translation german(QStringLiteral("de"));
    EXPECT_EQ(screen_text(noise, 0.05), QStringLiteral("0,050\u00a0%"));
    EXPECT_EQ(label_of(parameter_of("rows")), QStringLiteral("Zeilen"));
    EXPECT_EQ(count_text(1850), QStringLiteral("1.850"));
    EXPECT_EQ(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K).toString(QKeySequence::NativeText), "Strg+Umschalt+K");
    Theme theme;
    theme.apply(ThemeChoice::light);
    const MainWindow window(test::fake_factory(40), WindowOptions{}, &theme);
    EXPECT_EQ(window.actions().run->text(), QStringLiteral("Starten"));
    EXPECT_EQ(window.main_menu()->view()->title(), QStringLiteral("&Ansicht"));
  }
  EXPECT_EQ(screen_text(noise, 0.05), QStringLiteral("0.050\u00a0%"));
  EXPECT_EQ(label_of(parameter_of("rows")), QStringLiteral("Rows"));
  const Translation chinese(QStringLiteral("zh_CN"));
  EXPECT_EQ(label_of(parameter_of("rows")), QStringLiteral("行数"));
}

TEST(Language, SentencesOfCoreNameKnobsAsTheWindowDoes) {
  MacroParameters macro;
  macro.adc_range_percent = 70.5;
  macro.adc_offset_percent = 30;
  const std::vector<ParameterProblem> problems = problems_of(macro);
  ASSERT_EQ(problems.size(), 1U);
  {
    const Translation german(QStringLiteral("de"));
    const QString said = phrase_text(problems.front().message);
    const QString range = named_value(parameter_of("adc_range_percent"), "70.5");
    EXPECT_TRUE(range.contains(QStringLiteral("70,5"))) << range.toStdString();
    EXPECT_TRUE(said.contains(range)) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("Vollausschlag"))) << said.toStdString();
  }
  EXPECT_EQ(phrase_text(Phrase::verbatim("as it is, 0.5")), QStringLiteral("as it is, 0.5"));
}

TEST(Language, ErrorsOfCoreAreSaidInIt) {
  const auto said = [](auto&& throwing) {
    try {
      throwing();
    } catch (const Error& error) {
      return error_sentences(error).toStdString();
    }
    return std::string();
  };
  const auto wrong_value = [] { parse_value(parameter_of("adc_bits"), "99"); };
  const auto wrong_type = [] { parse_value(parameter_of("weight_parallel"), "perhaps"); };
  const auto no_file = [] { read_file("/no/such/file", 10); };
  {
    const Translation german(QStringLiteral("de"));
    EXPECT_EQ(said(wrong_value), "ADC-Bits 99 ist nicht erlaubt. Erlaubt: 1 bis 14 Bit.");
    EXPECT_EQ(said(wrong_type), "Gewichte parallel perhaps ist nicht erlaubt. Erlaubt: ein oder aus.");
    EXPECT_EQ(said(no_file),
              "Die Datei kann nicht gelesen werden (No such file or directory): /no/such/file. Den Pfad prüfen.");
    EXPECT_EQ(said([] { parse_sweep_axis("adc_bits"); }).substr(0, 4), "Kein") << "A sentence begins with a capital";
  }
  const Translation chinese(QStringLiteral("zh_CN"));
  EXPECT_THAT(said(no_file), testing::HasSubstr("无法读取文件"));
}

TEST(Language, ListsOfNumbersAreTypedAsTheyAreWritten) {
  const Translation german(QStringLiteral("de"));
  Theme theme;
  theme.apply(ThemeChoice::light);
  const Parameters parameters;
  SweepBar bar(&parameters, &theme);
  bar.show();
  bar.set_axes(parse_sweep_axis("adc_bits=4:10"), parse_sweep_axis("random_noise_percent=0,0.05"));
  QLineEdit* family = nullptr;
  for (QLineEdit* field : bar.findChildren<QLineEdit*>()) {
    if (field->text().contains(';')) family = field;
  }
  ASSERT_NE(family, nullptr);
  EXPECT_EQ(family->text(), QStringLiteral("0; 0,05"));
  const auto typed = [&](const char* text) {
    family->setFocus();
    family->selectAll();
    QTest::keyClicks(family, QString::fromLatin1(text));
    QTest::keyClick(family, Qt::Key_Return);
    EXPECT_TRUE(bar.valid()) << text;
    return bar.family();
  };
  EXPECT_EQ(typed("0; 0,1"), parse_sweep_axis("random_noise_percent=0,0.1"));
  EXPECT_EQ(typed("0, 0,2"), parse_sweep_axis("random_noise_percent=0,0.2"));
  EXPECT_EQ(typed("0,3"), parse_sweep_axis("random_noise_percent=0.3"));
  EXPECT_EQ(typed("1,2,4"), parse_sweep_axis("random_noise_percent=1,2,4"));
  // As the knobs take them, and shown as what they were taken for.
  EXPECT_EQ(typed("1e-1 %; 0.25"), parse_sweep_axis("random_noise_percent=0.1,0.25"));
  EXPECT_EQ(family->text(), QStringLiteral("0,1; 0,25"));
  bar.set_axes(parse_sweep_axis("rows=255:1023:256"), {});
  QLineEdit* to = bar.findChildren<QLineEdit*>().at(1);
  ASSERT_EQ(to->text(), QStringLiteral("1023"));
  to->setText(QStringLiteral("1.279"));
  Q_EMIT to->editingFinished();
  EXPECT_EQ(to->text(), QStringLiteral("1279"));
  EXPECT_EQ(bar.x(), parse_sweep_axis("rows=255:1279:256"));
}

TEST(Language, MenuKeepsTheChoiceForTheNextStart) {
  QStandardPaths::setTestModeEnabled(true);
  keep_language_choice(QStringLiteral("system"));
  {
    LanguageMenu menu(nullptr);
    QString chosen;
    QObject::connect(&menu, &LanguageMenu::chosen, [&](const QString& name) { chosen = name; });
    ASSERT_EQ(menu.actions().size(), 4);
    EXPECT_TRUE(menu.actions().front()->isChecked());
    menu.actions().at(2)->trigger();
    EXPECT_EQ(chosen, QStringLiteral("Deutsch"));
  }
  EXPECT_EQ(kept_language_choice(), QStringLiteral("de"));
  EXPECT_TRUE(LanguageMenu(nullptr).actions().at(2)->isChecked());
  keep_language_choice(QStringLiteral("system"));
  QStandardPaths::setTestModeEnabled(false);
}

/// German words are long.
TEST(Translation, CutsNoWordOfAButton) {
  const Translation german(QStringLiteral("de"));
  Theme theme;
  theme.apply(ThemeChoice::light);
  WindowOptions options;
  options.run_at_start = false;
  MainWindow window(test::fake_factory(20), options, &theme);
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.controller().is_open(); }, 20000));
  for (const int width : {1000, 1140, 1280, 1920}) {
    window.resize(width, 720);
    QTest::qWait(20);
    ASSERT_EQ(window.width(), width);
    for (const QToolButton* button : window.command_bar()->findChildren<QToolButton*>()) {
      const bool words = button->isVisible() && button->toolButtonStyle() != Qt::ToolButtonIconOnly;
      if (!words || qobject_cast<const PickerButton*>(button) != nullptr) continue;
      EXPECT_GE(button->width(), button->sizeHint().width()) << button->text().toStdString() << " at " << width;
    }
    const QLabel* title = nullptr;
    for (const QLabel* label : window.docks()->layers()->findChildren<QLabel*>()) {
      if (label->text() == QStringLiteral("Schichten")) title = label;
    }
    ASSERT_NE(title, nullptr);
    EXPECT_TRUE(title->isVisible()) << width;
    EXPECT_GE(title->width(), title->sizeHint().width()) << width;
  }
}

}  // namespace
}  // namespace acim::ui
