#include "ui/model/phrase_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <string>
#include <vector>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {
namespace {

/// "0.05" in the user's locale; what is no number stays.
QString text_on_screen(const std::string& text) {
  QString shown = QString::fromStdString(text);
  bool number = false;
  QLocale::c().toDouble(shown, &number);
  return number ? shown.replace('.', QLocale().decimalPoint()) : shown;
}

QString on_screen(const Filling& filling) {
  if (filling.form == Filling::Form::phrase) return phrase_text(*filling.phrase);
  const Parameter* parameter = find_parameter(filling.key);
  if (filling.form == Filling::Form::text || parameter == nullptr) return text_on_screen(filling.plain());
  switch (filling.form) {
    case Filling::Form::knob:
      return label_of(*parameter);
    case Filling::Form::setting:
      return named_value(*parameter, filling.value);
    case Filling::Form::text:
    case Filling::Form::value:
    case Filling::Form::phrase:
      break;
  }
  return screen_text(*parameter, filling.value);
}

}  // namespace

QString phrase_text(const Phrase& phrase) {
  std::vector<std::string> fillings;
  for (const Filling& filling : phrase.fillings()) fillings.push_back(on_screen(filling).toStdString());
  if (!phrase.context().empty()) {
    const QString pattern = QCoreApplication::translate(phrase.context().c_str(), phrase.pattern().c_str());
    try {
      return QString::fromStdString(filled(pattern.toStdString(), fillings));
    } catch (const Error&) {
      // A translation with a place too many: better in English than not at all.
    }
  }
  return QString::fromStdString(filled(phrase.pattern(), fillings));
}

}  // namespace acim::ui
