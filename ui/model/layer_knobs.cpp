#include "ui/model/layer_knobs.h"

#include <algorithm>
#include <utility>

#include "ui/model/parameter_text.h"

namespace acim::ui {

LayerKnobs::LayerKnobs(Parameters* study, QObject* parent) : Parameters(study->current(), parent), study_(study) {
  connect(study, &Parameters::changed, this, &LayerKnobs::refresh);
}

void LayerKnobs::set_target(LayerTarget target) {
  target_ = std::move(target);
  refresh();
}

void LayerKnobs::refresh() {
  MacroParameters macro = study_->current();
  if (!target_.names.empty()) {
    for (const auto& [key, value] : own_settings(study_->layers(), target_.names.front()).values) {
      parameter_of(key).set(macro, value);
    }
  }
  // What was or is a value of its own looks different even where the value is the same.
  std::vector<std::string> touched = std::exchange(own_before_, own_keys());
  touched.insert(touched.end(), own_before_.begin(), own_before_.end());
  show(macro, study_->current());
  for (const std::string& key : touched) Q_EMIT value_changed(QString::fromStdString(key));
}

ParameterValue LayerKnobs::value_of_layer(const std::string& layer, std::string_view key) const {
  for (const auto& [own_key, value] : own_settings(study_->layers(), layer).values) {
    if (own_key == key) return value;
  }
  return study_->value(key);
}

std::vector<std::string> LayerKnobs::own_keys() const {
  std::vector<std::string> keys;
  for (const std::string& name : target_.names) {
    for (const auto& entry : own_settings(study_->layers(), name).values) {
      if (std::find(keys.begin(), keys.end(), entry.first) == keys.end()) keys.push_back(entry.first);
    }
  }
  std::sort(keys.begin(), keys.end(),
            [](const std::string& a, const std::string& b) { return &parameter_of(a) < &parameter_of(b); });
  return keys;
}

bool LayerKnobs::differs(std::string_view key) const {
  const std::vector<std::string> own = own_keys();
  return std::find(own.begin(), own.end(), key) != own.end();
}

bool LayerKnobs::mixed(std::string_view key) const {
  if (target_.names.empty()) return false;
  const ParameterValue first = value_of_layer(target_.names.front(), key);
  return std::any_of(target_.names.begin(), target_.names.end(),
                     [&](const std::string& name) { return value_of_layer(name, key) != first; });
}

QString LayerKnobs::layers_text() const {
  if (!target_.pattern.empty()) return QString::fromStdString(target_.pattern);
  if (target_.names.size() == 1) return QString::fromStdString(target_.names.front());
  return tr("%n layers", nullptr, static_cast<int>(target_.names.size()));
}

void LayerKnobs::push(std::string_view key, const ParameterValue& value, bool mergeable) {
  if (target_.names.empty() || (!mixed(key) && value_of_layer(target_.names.front(), key) == value)) return;
  const QString label = label_of(parameter_of(key));
  study_->set_layers(with_own_value(study_->layers(), all_, target_, key, value),
                     tr("change of %1 for %2").arg(label, layers_text()),
                     mergeable ? label + QLatin1Char('\n') + layers_text() : QString());
}

void LayerKnobs::reset(std::string_view key) {
  study_->set_layers(without_own_value(study_->layers(), all_, target_, key),
                     tr("reset of %1 for %2").arg(label_of(parameter_of(key)), layers_text()));
}

void LayerKnobs::reset_layers() {
  study_->set_layers(without_own_value(study_->layers(), all_, target_, {}), tr("reset of %1").arg(layers_text()));
}

bool LayerKnobs::has_own_digital() const {
  return std::any_of(target_.names.begin(), target_.names.end(),
                     [&](const std::string& name) { return own_settings(study_->layers(), name).digital.has_value(); });
}

std::optional<bool> LayerKnobs::own_digital() const {
  if (target_.names.empty()) return std::nullopt;
  const std::optional<bool> first = own_settings(study_->layers(), target_.names.front()).digital;
  const bool same = std::all_of(target_.names.begin(), target_.names.end(), [&](const std::string& name) {
    return own_settings(study_->layers(), name).digital == first;
  });
  return same ? first : std::nullopt;
}

void LayerKnobs::set_digital(std::optional<bool> digital) {
  if (target_.names.empty()) return;
  if (digital) {
    study_->set_layers(
        with_own_value(study_->layers(), all_, target_, kDigitalKey, *digital),
        *digital ? tr("%1 made digital").arg(layers_text()) : tr("%1 put on the array").arg(layers_text()));
  } else {
    study_->set_layers(without_own_value(study_->layers(), all_, target_, kDigitalKey),
                       tr("reset of %1").arg(layers_text()));
  }
}

}  // namespace acim::ui
