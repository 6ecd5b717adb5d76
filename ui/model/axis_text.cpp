#include "ui/model/axis_text.h"

#include <QCoreApplication>
#include <algorithm>

#include "study/named_setting.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

QString translated(std::string_view text) {
  return QCoreApplication::translate("NamedSetting", std::string(text).c_str());
}

}  // namespace

QString axis_label(const std::string& key) {
  if (const Parameter* parameter = find_parameter(key)) return label_of(*parameter);
  const NamedSetting* setting = find_named_setting(key);
  // Of an axis of layers' settings: its key.
  return setting == nullptr ? QString::fromStdString(key) : translated(setting->label);
}

QString axis_value(const std::string& key, const std::string& value, bool with_unit) {
  if (const Parameter* parameter = find_parameter(key)) return screen_text(*parameter, value, with_unit);
  if (const NamedSetting* setting = find_named_setting(key)) {
    const auto found = std::find_if(setting->values.begin(), setting->values.end(),
                                    [&](const NamedValue& one) { return one.value == value; });
    if (found != setting->values.end()) return translated(found->label);
  }
  return QString::fromStdString(value);
}

QString axis_named_value(const std::string& key, const std::string& value) {
  if (const Parameter* parameter = find_parameter(key)) return named_value(*parameter, value);
  if (find_named_setting(key) == nullptr) return QString::fromStdString(value);
  return QStringLiteral("%1 %2").arg(axis_label(key), axis_value(key, value));
}

bool axis_is_numeric(const std::string& key) {
  const Parameter* parameter = find_parameter(key);
  return parameter != nullptr && is_number(*parameter);
}

}  // namespace acim::ui
