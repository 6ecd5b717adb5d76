#pragma once

#include "ui/model/layer_overrides.h"
#include "ui/model/parameters.h"

namespace acim::ui {

/// The knobs of some layers: values are those of the first of them, the baseline is what the whole network has, an edit
/// is an override of them all in the study's parameters (and an undoable step there).
class LayerKnobs : public Parameters {
  Q_OBJECT

 public:
  explicit LayerKnobs(Parameters* study, QObject* parent = nullptr);

  void set_layers_of_network(std::vector<std::string> layers) { all_ = std::move(layers); }
  void set_target(LayerTarget target);
  const LayerTarget& target() const { return target_; }

  /// Whether one of the layers has a value of its own.
  bool differs(std::string_view key) const override;
  /// Whether their values are not all the same.
  bool mixed(std::string_view key) const;
  /// Takes away what the layers have of their own.
  void reset(std::string_view key) override;
  void reset_layers();
  /// The knobs of which one of the layers has a value of its own, in table order.
  std::vector<std::string> own_keys() const;

  /// Whether a layer stays digital by its own setting; none where it has none, or they differ.
  std::optional<bool> own_digital() const;
  bool has_own_digital() const;
  void set_digital(std::optional<bool> digital);

 protected:
  void push(std::string_view key, const ParameterValue& value, bool mergeable) override;

 private:
  void refresh();
  QString layers_text() const;
  ParameterValue value_of_layer(const std::string& layer, std::string_view key) const;

  Parameters* study_;
  std::vector<std::string> all_;
  LayerTarget target_;
  std::vector<std::string> own_before_;
};

}  // namespace acim::ui
