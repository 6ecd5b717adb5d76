#include "ui/model/parameters.h"

#include <QUndoCommand>
#include <algorithm>
#include <utility>

#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr std::string_view kNoise = "random_noise_percent";

}  // namespace

/// A knob, and the random noise where that has to follow.
class EditCommand : public QUndoCommand {
 public:
  struct State {
    ParameterValue value;
    double noise = 0;
  };

  EditCommand(Parameters& parameters, std::string key, State before, State after, bool mergeable)
      : QUndoCommand(QObject::tr("change of %1").arg(label_of(parameter_of(key)))),
        parameters_(parameters),
        key_(std::move(key)),
        before_(std::move(before)),
        after_(std::move(after)),
        mergeable_(mergeable) {}

  void undo() override { apply(before_); }
  void redo() override { apply(after_); }
  int id() const override { return mergeable_ ? 1 : -1; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto* edit = static_cast<const EditCommand*>(other);
    if (edit->key_ != key_) return false;
    after_ = edit->after_;
    return true;
  }

 private:
  void apply(const State& state) {
    if (key_ != kNoise && before_.noise != after_.noise) parameters_.apply(std::string(kNoise), state.noise);
    parameters_.apply(key_, state.value);
  }

  Parameters& parameters_;
  std::string key_;
  State before_;
  State after_;
  bool mergeable_;
};

class LayersCommand : public QUndoCommand {
 public:
  LayersCommand(Parameters& parameters, std::vector<LayerOverride> after, const QString& what, QString merge_key)
      : QUndoCommand(what),
        parameters_(parameters),
        before_(parameters.layers()),
        after_(std::move(after)),
        merge_key_(std::move(merge_key)) {}

  void undo() override { parameters_.apply(before_); }
  void redo() override { parameters_.apply(after_); }
  int id() const override { return merge_key_.isEmpty() ? -1 : 2; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto* edit = static_cast<const LayersCommand*>(other);
    if (edit->merge_key_ != merge_key_) return false;
    after_ = edit->after_;
    return true;
  }

 private:
  Parameters& parameters_;
  std::vector<LayerOverride> before_;
  std::vector<LayerOverride> after_;
  QString merge_key_;
};

class ModeCommand : public QUndoCommand {
 public:
  ModeCommand(Parameters& parameters, EvaluationMode after)
      : QUndoCommand(Parameters::tr("change of what is computed")),
        parameters_(parameters),
        before_(parameters.mode()),
        after_(after) {}

  void undo() override { parameters_.apply(before_); }
  void redo() override { parameters_.apply(after_); }

 private:
  Parameters& parameters_;
  EvaluationMode before_;
  EvaluationMode after_;
};

Parameters::Parameters(const MacroParameters& baseline, QObject* parent)
    : QObject(parent), current_(baseline), baseline_(baseline), problems_(problems_of(baseline)) {}

ParameterValue Parameters::value(std::string_view key) const {
  return parameter_of(key).get(current_);
}
ParameterValue Parameters::baseline_value(std::string_view key) const {
  return parameter_of(key).get(baseline_);
}
bool Parameters::differs(std::string_view key) const {
  return value(key) != baseline_value(key);
}

int Parameters::differing_count() const {
  int count = 0;
  for (const Parameter& parameter : parameter_table()) count += differs(parameter.key) ? 1 : 0;
  return count;
}

void Parameters::apply(const std::string& key, const ParameterValue& value) {
  cut_from_.reset();
  parameter_of(key).set(current_, value);
  problems_ = problems_of(current_);
  Q_EMIT value_changed(QString::fromStdString(key));
  Q_EMIT changed();
}

void Parameters::apply(const std::vector<LayerOverride>& layers) {
  layers_ = layers;
  Q_EMIT layers_changed();
  Q_EMIT changed();
}

void Parameters::apply(EvaluationMode mode) {
  mode_ = mode;
  Q_EMIT changed();
}

void Parameters::set_baseline(const MacroParameters& baseline) {
  show(current_, baseline);
}

void Parameters::show(const MacroParameters& current, const MacroParameters& baseline) {
  const MacroParameters before = current_;
  const MacroParameters baseline_before = baseline_;
  current_ = current;
  baseline_ = baseline;
  problems_ = problems_of(current_);
  for (const Parameter& parameter : parameter_table()) {
    const bool same =
        parameter.get(before) == parameter.get(current_) && parameter.get(baseline_before) == parameter.get(baseline_);
    if (!same)
      Q_EMIT value_changed(QString::fromUtf8(parameter.key.data(), static_cast<qsizetype>(parameter.key.size())));
  }
  Q_EMIT changed();
}

void Parameters::push(std::string_view key, const ParameterValue& value, bool mergeable) {
  const ParameterValue before = this->value(key);
  if (before == value) return;
  const MacroParameters held = cut_from_.value_or(current_);
  const double wanted = noise_after(held, key, value);
  const double noise = std::clamp(wanted, parameter_of(kNoise).minimum, parameter_of(kNoise).maximum);
  undo_.push(
      new EditCommand(*this, std::string(key), {before, current_.random_noise_percent}, {value, noise}, mergeable));
  if (noise >= wanted) return;
  cut_from_ = held;
  Q_EMIT held_noise_changed();  // Less of it is held now than was.
}

double Parameters::noise_after(const MacroParameters& held, std::string_view key, const ParameterValue& value) const {
  MacroParameters after = current_;
  parameter_of(key).set(after, value);
  // Whoever sets the noise itself means that.
  return key == kNoise ? after.random_noise_percent : held_noise_percent(held_noise_, held, after);
}

void Parameters::hold_noise(NoiseUnit unit) {
  if (unit == held_noise_) return;
  held_noise_ = unit;
  cut_from_.reset();
  Q_EMIT held_noise_changed();
}

void Parameters::set_value(std::string_view key, const ParameterValue& value) {
  push(key, value, true);
}
void Parameters::reset(std::string_view key) {
  push(key, baseline_value(key), false);
}

void Parameters::reset_all() {
  const NoiseUnit held = std::exchange(held_noise_, NoiseUnit::percent);  // The noise is among what is set.
  undo_.beginMacro(tr("reset of all knobs"));
  for (const Parameter& parameter : parameter_table()) reset(parameter.key);
  set_mode(EvaluationMode::simulated);
  undo_.endMacro();
  held_noise_ = held;
}

void Parameters::replace(const MacroParameters& parameters) {
  const NoiseUnit held = std::exchange(held_noise_, NoiseUnit::percent);
  undo_.beginMacro(tr("settings of a run"));
  for (const Parameter& parameter : parameter_table()) push(parameter.key, parameter.get(parameters), false);
  undo_.endMacro();
  held_noise_ = held;
}

void Parameters::replace(const PointSettings& settings) {
  undo_.beginMacro(tr("settings of a run"));
  replace(settings.macro);
  set_layers(settings.layers, tr("settings of layers"));
  set_mode(settings.mode);
  undo_.endMacro();
}

void Parameters::set_mode(EvaluationMode mode) {
  if (mode != mode_) undo_.push(new ModeCommand(*this, mode));
}

void Parameters::set_layers(std::vector<LayerOverride> layers, const QString& what, const QString& merge_key) {
  if (layers != layers_) undo_.push(new LayersCommand(*this, std::move(layers), what, merge_key));
}

}  // namespace acim::ui
