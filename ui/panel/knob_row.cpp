#include "ui/panel/knob_row.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "base/error.h"
#include "ui/model/error_words.h"
#include "ui/model/parameter_text.h"
#include "ui/model/typed_number.h"
#include "ui/panel/changed_mark.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_slider.h"
#include "ui/panel/typed_field.h"

namespace acim::ui {

namespace {

constexpr int kEditorWidth = 84;
constexpr int kLeft = 16;
constexpr int kRight = 8;  ///< and 8 of the scroll bar

}  // namespace

KnobRow::KnobRow(const Parameter& parameter, Parameters* parameters, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      parameter_(parameter),
      parameters_(parameters),
      theme_(theme),
      label_(new QLabel),
      badge_(new QLabel),
      reset_(new QToolButton),
      note_(new QLabel),
      problem_(new QLabel),
      range_(new QLineEdit) {
  const QString key = QString::fromUtf8(parameter.key.data(), static_cast<qsizetype>(parameter.key.size()));
  setObjectName(QStringLiteral("knob_") + key);
  setToolTip(tooltip_of(parameter, parameters->baseline_value(parameter.key)));

  label_->setMinimumWidth(40);
  label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  label_->setAccessibleName(label_of(parameter));
  label_->installEventFilter(this);
  badge_->setProperty("kind", "badge");
  badge_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  badge_->setFont(theme->font(TextRole::caption_strong));
  badge_->hide();
  reset_->setProperty("kind", "reset");
  reset_->setIcon(theme->icon(QStringLiteral("reset"), IconInk::accent));
  reset_->setIconSize({14, 14});
  reset_->setToolTip(tr("Reset to %1").arg(screen_text(parameter, parameters->baseline_value(parameter.key))));
  reset_->setAccessibleName(tr("Reset %1").arg(label_of(parameter)));
  reset_->setFocusPolicy(Qt::StrongFocus);
  connect(reset_, &QToolButton::clicked, this, [this] {
    parameters_->reset(parameter_.key);
    if (QWidget* field = editor()) field->setFocus();
  });
  range_->setReadOnly(true);
  range_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  range_->setFixedWidth(kEditorWidth);
  range_->setFont(theme->font(TextRole::value));
  range_->setFocusPolicy(Qt::StrongFocus);
  range_->setAccessibleName(tr("%1, swept").arg(label_of(parameter)));
  range_->hide();
  note_->setProperty("kind", "quiet");
  note_->setFont(theme->font(TextRole::caption));
  note_->setWordWrap(true);
  note_->hide();
  problem_->setProperty("kind", "error");
  problem_->setFont(theme->font(TextRole::caption));
  problem_->setWordWrap(true);
  problem_->hide();

  make_editor();

  auto* first = new QHBoxLayout;
  first->setSpacing(6);
  first->addWidget(label_, 1);
  first->addWidget(badge_);
  first->addWidget(reset_);
  if (spin_ != nullptr) first->addWidget(spin_);
  if (seed_ != nullptr) first->addWidget(seed_);
  if (check_ != nullptr) first->addWidget(check_);
  first->addWidget(range_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 6, 0, 8);
  rows->setSpacing(2);
  first->setContentsMargins(kLeft, 0, kRight, 0);
  rows->addLayout(first);
  const auto add_line = [rows](QWidget* widget, int overhang) {
    auto* line = new QHBoxLayout;
    line->setContentsMargins(kLeft - overhang, 0, kRight - overhang, 0);
    line->addWidget(widget);
    rows->addLayout(line);
  };
  // The track ends where the text does; only half the handle and its ring reach beyond.
  if (slider_ != nullptr) add_line(slider_, 6);
  if (segments_ != nullptr) add_line(segments_, 0);
  if (combo_ != nullptr) add_line(combo_, 0);
  add_line(note_, 0);
  add_line(problem_, 0);

  connect(parameters_, &Parameters::value_changed, this, [this, key](const QString& changed) {
    if (changed == key) show_value();
  });
  show_value();
}

void KnobRow::make_editor() {
  const QString name = label_of(parameter_);
  const QString meaning = meaning_of(parameter_);
  const auto describe = [&](QWidget* widget) {
    widget->setAccessibleName(name);
    widget->setAccessibleDescription(meaning);
  };
  switch (parameter_.type) {
    case ParameterType::integer:
    case ParameterType::real:
      spin_ = new KnobSpinBox(parameter_);
      spin_->setFixedWidth(kEditorWidth);
      spin_->setFont(theme_->font(TextRole::value));
      describe(spin_);
      slider_ = new KnobSlider(parameter_, theme_);
      describe(slider_);
      slider_->setAccessibleName(tr("%1, slider").arg(name));
      connect(spin_, &QDoubleSpinBox::valueChanged, this, &KnobRow::set_number);
      connect(spin_, &KnobSpinBox::number_typed, this, &KnobRow::set_value);
      connect(spin_, &KnobSpinBox::problem_changed, this, &KnobRow::show_problem);
      connect(slider_, &KnobSlider::value_picked, this, &KnobRow::set_number);
      break;
    case ParameterType::unsigned64:
      seed_ = new TypedField;
      seed_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
      seed_->setFixedWidth(kEditorWidth);
      seed_->setFont(theme_->font(TextRole::value));
      describe(seed_);
      connect(seed_, &TypedField::problem_changed, this, &KnobRow::show_problem);
      connect(seed_, &TypedField::typed, this, [this](const QString& text) {
        try {
          set_value(typed_value(parameter_, text));
        } catch (const Error& error) {
          seed_->refuse(error_words(error));
        }
      });
      break;
    case ParameterType::boolean:
      check_ = new QCheckBox;
      check_->setMinimumHeight(26);
      describe(check_);
      connect(check_, &QCheckBox::toggled, this, [this](bool on) { parameters_->set_value(parameter_.key, on); });
      break;
    case ParameterType::choice:
      if (parameter_.choices.size() <= 3) {
        segments_ = new SegmentedChoice(parameter_, theme_);
        connect(segments_, &SegmentedChoice::choice_picked, this, [this](int index) { set_number(index); });
      } else {
        combo_ = new QComboBox;
        for (const auto& choice : parameter_.choices) combo_->addItem(choice_label(choice));
        describe(combo_);
        combo_->view()->setAccessibleName(combo_->accessibleName());
        connect(combo_, &QComboBox::activated, this, [this](int index) { set_number(index); });
      }
      break;
  }
}

QWidget* KnobRow::editor() const {
  if (role_ != SweepRole::none) return range_;
  if (spin_ != nullptr) return spin_;
  if (seed_ != nullptr) return seed_;
  if (check_ != nullptr) return check_;
  if (segments_ != nullptr) return segments_;
  return combo_;
}

void KnobRow::set_number(double number) {
  parameters_->set_value(parameter_.key, value_of(parameter_, number));
}

void KnobRow::set_value(const ParameterValue& value) {
  parameters_->set_value(parameter_.key, value);
  show_value();  // Where it is what was in force, too: "8.0" is 8.
}

void KnobRow::show_value() {
  const ParameterValue value = parameters_->value(parameter_.key);
  const bool differs = parameters_->differs(parameter_.key) && role_ == SweepRole::none;
  if (spin_ != nullptr) {
    const double number = number_of(parameter_, value);
    spin_->show_number(number);
    slider_->show_value(number);
    slider_->set_baseline(number_of(parameter_, parameters_->baseline_value(parameter_.key)), differs);
  }
  if (seed_ != nullptr) seed_->show_text(screen_text(parameter_, value, false));
  if (check_ != nullptr) {
    const QSignalBlocker quiet(check_);
    check_->setChecked(std::get<bool>(value));
  }
  if (segments_ != nullptr) segments_->show_choice(static_cast<int>(number_of(parameter_, value)));
  if (combo_ != nullptr) combo_->setCurrentIndex(static_cast<int>(number_of(parameter_, value)));
  reset_->setVisible(differs);
  label_->setFont(theme_->font(differs ? TextRole::strong : TextRole::body));
  elide_label();
  update();
}

void KnobRow::set_sweep(SweepRole role, const std::vector<std::string>& values) {
  role_ = role;
  const bool swept = role != SweepRole::none;
  badge_->setText(role == SweepRole::x ? tr("x") : tr("family"));
  badge_->setVisible(swept);
  QString text;
  std::vector<double> numbers;
  if (swept && !values.empty()) {
    for (const std::string& value : values) {
      try {
        numbers.push_back(number_of(parameter_, parse_value(parameter_, value)));
      } catch (const Error&) {  // The sweep bar says what is wrong with it.
      }
    }
    // As short as numbers read back: the field is narrow.
    const auto value_text = [&](std::size_t i) {
      if (parameter_.type != ParameterType::real || numbers.size() != values.size()) {
        return screen_text(parameter_, values[i], false);
      }
      return QLocale().toString(numbers[i], 'g', 6);
    };
    if (values.size() > 3) {
      text = value_text(0) + QStringLiteral(" … ") + value_text(values.size() - 1);
    } else {
      QStringList texts;
      for (std::size_t i = 0; i < values.size(); ++i) texts << value_text(i);
      text = texts.join(QStringLiteral(", "));
    }
    const QString unit = unit_of(parameter_);
    if (!unit.isEmpty() && is_number(parameter_)) text += kUnitSpace + unit;
  }
  range_->setText(text);
  constexpr int kPadding = 24;
  constexpr int kWidestRange = 132;
  range_->setFixedWidth(
      std::clamp(range_->fontMetrics().horizontalAdvance(text) + kPadding, kEditorWidth, kWidestRange));
  range_->setCursorPosition(0);
  range_->setToolTip(tr("Swept: change the values below the chart"));
  range_->setVisible(swept);
  for (QWidget* field : std::initializer_list<QWidget*>{spin_, seed_, check_, segments_, combo_}) {
    if (field != nullptr) field->setVisible(!swept);
  }
  if (slider_ != nullptr) slider_->set_sweep(swept ? numbers : std::vector<double>{});
  show_value();
}

void KnobRow::set_problem(const QString& problem) {
  contradiction_ = problem;
  show_problem();
}

void KnobRow::show_problem() {
  QString problem = contradiction_;
  if (spin_ != nullptr && !spin_->problem().isEmpty()) problem = spin_->problem();
  if (seed_ != nullptr && !seed_->problem().isEmpty()) problem = seed_->problem();
  if (role_ != SweepRole::none) problem = contradiction_;  // The field is hidden, its draft too.
  if (problem == this->problem()) return;
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
  for (QWidget* field : std::initializer_list<QWidget*>{spin_, seed_, combo_})
    frame_as_wrong(field, !problem.isEmpty());
  setAccessibleDescription(problem);
  Q_EMIT problem_shown();
}

void KnobRow::set_in_lesson(bool in_lesson) {
  in_lesson_ = in_lesson;
  update();
}

QString KnobRow::problem() const {
  return problem_->isHidden() ? QString() : problem_->text();
}

void KnobRow::set_note(const QString& note) {
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
}

bool KnobRow::matches(const QString& search) const {
  if (search.isEmpty()) return true;
  const QString key = QString::fromUtf8(parameter_.key.data(), static_cast<qsizetype>(parameter_.key.size()));
  return label_of(parameter_).contains(search, Qt::CaseInsensitive) || key.contains(search, Qt::CaseInsensitive) ||
         label_of(parameter_.group).contains(search, Qt::CaseInsensitive) ||
         meaning_of(parameter_).contains(search, Qt::CaseInsensitive);
}

void KnobRow::elide_label() {
  label_->setText(
      QFontMetrics(label_->font()).elidedText(label_of(parameter_), Qt::ElideRight, std::max(40, label_->width())));
}

void KnobRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  elide_label();
}

bool KnobRow::eventFilter(QObject* watched, QEvent* event) {
  if (watched == label_ && event->type() == QEvent::MouseButtonDblClick && role_ == SweepRole::none) {
    parameters_->reset(parameter_.key);
    return true;
  }
  if (watched == label_ && event->type() == QEvent::Resize) elide_label();
  return QWidget::eventFilter(watched, event);
}

void KnobRow::paintEvent(QPaintEvent*) {
  if (in_lesson_) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_->tokens().accent_soft);
    painter.fillRect(QRect(0, 0, 3, height()), theme_->tokens().accent);
  }
  if (role_ != SweepRole::none || !parameters_->differs(parameter_.key)) return;
  paint_changed_mark(this, *theme_);
}

}  // namespace acim::ui
