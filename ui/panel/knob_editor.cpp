#include "ui/panel/knob_editor.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"

namespace acim::ui {

KnobSpinBox::KnobSpinBox(const Parameter& parameter, QWidget* parent) : QDoubleSpinBox(parent), parameter_(parameter) {
  const bool real = parameter.type == ParameterType::real;
  // More decimals than are shown, so that a value typed or read from a file keeps them.
  setDecimals(real ? std::max(parameter.decimals, 6) : 0);
  setRange(lowest(parameter), highest(parameter));
  setSingleStep(parameter.slider_step);
  setButtonSymbols(QAbstractSpinBox::NoButtons);
  setKeyboardTracking(false);
  setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  setGroupSeparatorShown(false);
  setFocusPolicy(Qt::StrongFocus);
  if (!parameter.unit.empty()) setSuffix(kUnitSpace + unit_of(parameter));
}

QString KnobSpinBox::textFromValue(double value) const {
  int decimals = parameter_.decimals;
  const auto exact = [&](int places) {
    const double scaled = value * std::pow(10, places);
    return std::abs(scaled - std::round(scaled)) < 1e-6;
  };
  while (decimals < this->decimals() && !exact(decimals)) ++decimals;
  return locale().toString(value, 'f', decimals);
}

void KnobSpinBox::stepBy(int steps) {
  if (parameter_.scale != ParameterScale::logarithmic || parameter_.type != ParameterType::real) {
    QDoubleSpinBox::stepBy(steps);
    return;
  }
  // On a logarithmic knob a step is a tenth of the value's power of ten: 0.025 -> 0.026, 2.5 -> 2.6.
  const double magnitude =
      value() > 0 ? std::pow(10, std::floor(std::log10(value() * (1 + 1e-9))) - 1) : parameter_.slider_step;
  setValue(value() + steps * std::max(magnitude, parameter_.slider_step));
  selectAll();
}

void KnobSpinBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus()) {
    QDoubleSpinBox::wheelEvent(event);
  } else {
    event->ignore();
  }
}

SegmentedChoice::SegmentedChoice(const Parameter& parameter, const Theme* theme, QWidget* parent)
    : QFrame(parent), group_(new QButtonGroup(this)) {
  setProperty("kind", "segments");
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(2, 2, 2, 2);
  layout->setSpacing(2);
  for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
    auto* button = new QToolButton;
    button->setProperty("kind", "segment");
    button->setText(choice_label(parameter.choices[i]));
    button->setCheckable(true);
    button->setFont(theme->font(TextRole::small));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setMinimumWidth(32);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(label_of(parameter) + QStringLiteral(": ") + button->text());
    button->setAccessibleDescription(meaning_of(parameter));
    group_->addButton(button, static_cast<int>(i));
    // Room by their words, so that a long one is not cut beside short ones.
    constexpr int kPadding = 18;
    layout->addWidget(button, button->fontMetrics().horizontalAdvance(button->text()) + kPadding);
  }
  connect(group_, &QButtonGroup::idClicked, this, &SegmentedChoice::choice_picked);
}

void SegmentedChoice::show_choice(int index) {
  if (auto* button = group_->button(index)) button->setChecked(true);
}

int SegmentedChoice::choice() const {
  return group_->checkedId();
}

}  // namespace acim::ui
