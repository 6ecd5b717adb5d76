#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>
#include <vector>

namespace acim::ui {

struct Language {
  QString code;  ///< "en", "de", "zh_CN": as --language and the files of resources/translations
  QString name;  ///< in itself
};

/// English, which the sources are written in, and those with a translation in the program.
std::vector<Language> languages();

/// The code of the language that a choice stands for: a code of languages() itself; anything else ("system") the first
/// of the wanted languages (as "de-AT", the most wanted first) that there is; else English.
QString language_of(const QString& choice, const QStringList& wanted);

/// The choice made in the window, kept between starts; "system" when none was made.
QString kept_language_choice();
void keep_language_choice(const QString& choice);

/// Puts a language into effect for the windows made after it, for as long as it lives: the program's texts, those of Qt
/// where its translations are installed, and the numbers on the screen. Numbers in files are the C locale's in every
/// language.
class Translation {
 public:
  explicit Translation(const QString& code);
  ~Translation();
  Translation(const Translation&) = delete;
  Translation& operator=(const Translation&) = delete;

 private:
  QTranslator program_;
  QTranslator qt_;
  QLocale before_;  ///< the default of numbers when this was made
};

}  // namespace acim::ui
