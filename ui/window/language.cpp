#include "ui/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QSettings>
#include <QStandardPaths>

namespace acim::ui {

namespace {

QSettings settings_file() {
  return {QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini"),
          QSettings::IniFormat};
}

/// Whether a wanted language ("de-AT", "zh-Hans-CN", "zh-TW") is served by a code: equal up to what either does not
/// say. Chinese is told apart by its script.
bool serves(const QString& code, const QString& wanted) {
  const QLocale have(code);
  const QLocale asked(wanted);
  return asked.language() != QLocale::C && have.language() == asked.language() && have.script() == asked.script();
}

}  // namespace

std::vector<Language> languages() {
  return {{QStringLiteral("en"), QStringLiteral("English")},
          {QStringLiteral("de"), QStringLiteral("Deutsch")},
          {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
}

QString language_of(const QString& choice, const QStringList& wanted) {
  const std::vector<Language> known = languages();
  for (const Language& language : known) {
    if (language.code == choice) return choice;
  }
  for (const QString& one : wanted) {
    for (const Language& language : known) {
      if (serves(language.code, one)) return language.code;
    }
  }
  return known.front().code;
}

QString kept_language_choice() {
  return settings_file().value(QStringLiteral("language"), QStringLiteral("system")).toString();
}

void keep_language_choice(const QString& choice) {
  QSettings settings = settings_file();
  settings.setValue(QStringLiteral("language"), choice);
}

Translation::Translation(const QString& code) {
  const QLocale language(code);
  // A system of that language keeps its own habits (Swiss digits); any other one gets those of the language.
  const QLocale system = QLocale::system();
  QLocale::setDefault(system.language() == language.language() ? system : language);
  if (program_.load(QStringLiteral(":/translations/acim-explorer_") + code)) {
    QCoreApplication::installTranslator(&program_);
  }
  if (qt_.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QCoreApplication::installTranslator(&qt_);
  }
}

Translation::~Translation() {
  QLocale::setDefault(before_);
}

}  // namespace acim::ui
