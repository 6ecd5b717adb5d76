#pragma once

#include <QString>
#include <string>
#include <vector>

#include "ui/panel/picker_button.h"
#include "ui/theme/theme.h"

class QFrame;

namespace acim::ui {

/// Shows which of a few named values are taken; opens a list to check them in. One at least stays checked.
class ValuesButton : public PickerButton {
  Q_OBJECT

 public:
  struct Value {
    std::string value;  ///< as files have it
    QString label;
    bool taken = true;
  };

  ValuesButton(const QString& name, const Theme* theme, QWidget* parent = nullptr);
  ~ValuesButton() override;
  void set_values(std::vector<Value> values);
  const std::vector<Value>& values() const { return values_; }
  std::vector<std::string> taken() const;
  void take(std::size_t index, bool taken);

 Q_SIGNALS:
  void taken_changed();

 private:
  void open_list();
  void show_taken();

  const Theme* theme_;
  std::vector<Value> values_;
};

}  // namespace acim::ui
