#include "ui/panel/knob_editor.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "ui/model/error_words.h"
#include "ui/model/parameter_text.h"
#include "ui/model/typed_number.h"
#include "ui/panel/typed_field.h"

namespace acim::ui {

KnobSpinBox::KnobSpinBox(const Parameter& parameter, QWidget* parent) : QDoubleSpinBox(parent), parameter_(parameter) {
  const bool real = parameter.type == ParameterType::real;
  // All that a double has, so that a value typed or read from a file keeps them.
  setDecimals(real ? std::numeric_limits<double>::digits10 : 0);
  setRange(parameter.minimum, parameter.maximum);
  setSingleStep(parameter.slider_step);
  setButtonSymbols(QAbstractSpinBox::NoButtons);
  setKeyboardTracking(false);
  setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  setGroupSeparatorShown(false);
  setFocusPolicy(Qt::StrongFocus);
  if (!parameter.unit.empty()) setSuffix(kUnitSpace + unit_of(parameter));
  connect(lineEdit(), &QLineEdit::textEdited, this, [this] {
    // All that was typed may have been undone, step by step.
    drafted_ = lineEdit()->isModified() || !lineEdit()->isRedoAvailable();
    refuse({});
  });
}

void KnobSpinBox::show_number(double value) {
  refuse({});
  {
    const QSignalBlocker quiet(this);
    setValue(value);
  }
  drafted_ = false;
  const QString exact = screen_text(parameter_, value_of(parameter_, value));
  // The knob's own tool tip, unless digits had no room.
  setToolTip(parameter_.type == ParameterType::real && exact != text() ? exact : QString());
}

void KnobSpinBox::refuse(const QString& problem) {
  refused_ = problem.isEmpty() ? QString() : lineEdit()->text().chopped(suffix().size());
  if (problem == problem_) return;
  problem_ = problem;
  Q_EMIT problem_changed();
}

void KnobSpinBox::take_draft() {
  if (!drafted_) return;
  const QString number = lineEdit()->text().chopped(suffix().size());
  if (number.trimmed().isEmpty()) return show_number(value());
  try {
    const ParameterValue typed = typed_value(parameter_, number);
    show_number(number_of(parameter_, typed));
    Q_EMIT number_typed(typed);
  } catch (const Error& error) {
    refuse(error_words(error));
    drafted_ = false;
  }
}

bool KnobSpinBox::fits(const QString& number) const {
  return room_ == 0 || fontMetrics().horizontalAdvance(number + suffix()) <= room_;
}

QString KnobSpinBox::textFromValue(double value) const {
  if (!refused_.isNull()) return refused_;
  if (parameter_.type != ParameterType::real) return locale().toString(value, 'f', 0);
  int decimals = decimals_of(value, parameter_.decimals, this->decimals());
  QString number = locale().toString(value, 'f', decimals);
  while (!fits(number) && decimals > 0) number = locale().toString(value, 'f', --decimals);
  // What has no two digits left of it is told by its power of ten.
  if (value == 0 || std::abs(value) * std::pow(10, decimals) >= 10 ||
      decimals == decimals_of(value, decimals, this->decimals())) {
    return number;
  }
  for (int digits = 6; digits > 1; --digits) {
    number = locale().toString(value, 'g', digits);
    if (fits(number)) break;
  }
  return number;
}

double KnobSpinBox::valueFromText(const QString&) const {
  return value();  // What is typed is taken by take_draft() alone.
}

QValidator::State KnobSpinBox::validate(QString& text, int& position) const {
  // The unit stands there once, typed or not.
  if (suffix().isEmpty() || !text.endsWith(suffix())) return QValidator::Acceptable;
  QString number = text.chopped(suffix().size());
  const QString unit = suffix().trimmed();
  if (number.endsWith(unit)) number = number.chopped(unit.size()).trimmed();
  while (number.endsWith(kUnitSpace)) number.chop(1);
  text = number + suffix();
  position = std::min(position, static_cast<int>(number.size()));
  return QValidator::Acceptable;
}

void KnobSpinBox::stepBy(int steps) {
  take_draft();
  if (is_draft()) return;  // From what is no value there is no step.
  double step = parameter_.slider_step;
  if (parameter_.scale == ParameterScale::logarithmic && parameter_.type == ParameterType::real && value() > 0) {
    // On a logarithmic knob a step is a tenth of the value's power of ten: 0.025 -> 0.026, 2.5 -> 2.6.
    step = std::max(step, std::pow(10, std::floor(std::log10(value() * (1 + 1e-9))) - 1));
  }
  constexpr double kDecimal = 1e9;  // 0.3, not 0.30000000000000004
  const double stepped = std::round((value() + steps * step) * kDecimal) / kDecimal;
  // Beyond the ends of the slider a value that was typed stays rather than step the other way.
  setValue(std::clamp(stepped, std::min(lowest(parameter_), value()), std::max(highest(parameter_), value())));
  selectAll();
}

bool KnobSpinBox::event(QEvent* event) {
  return settle_shortcut(event, is_draft()) || QDoubleSpinBox::event(event);
}

void KnobSpinBox::keyPressEvent(QKeyEvent* event) {
  switch (draft_key(*event, is_draft())) {
    case DraftKey::give_up:
      show_number(value());
      return selectAll();
    case DraftKey::of_window:
      return event->ignore();
    case DraftKey::other:
      break;
  }
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) take_draft();
  QDoubleSpinBox::keyPressEvent(event);
}

void KnobSpinBox::focusOutEvent(QFocusEvent* event) {
  const bool leaves = event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason;
  if (leaves) take_draft();
  const QString draft = lineEdit()->text();
  QDoubleSpinBox::focusOutEvent(event);
  // Which wrote the value in force; what is typed stays while another window or a menu is in front.
  if (!leaves && is_draft()) lineEdit()->setText(draft);
}

void KnobSpinBox::resizeEvent(QResizeEvent* event) {
  QDoubleSpinBox::resizeEvent(event);
  constexpr int kLineMargin = 2;  // of a QLineEdit, left and right
  constexpr int kCursor = 1;
  room_ = lineEdit()->width() - 2 * kLineMargin - kCursor;
  if (!is_draft()) show_number(value());
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
