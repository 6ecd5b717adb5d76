#include "ui/panel/sweep_bar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "base/error.h"
#include "study/named_setting.h"
#include "ui/model/axis_text.h"
#include "ui/model/axis_values.h"
#include "ui/model/error_words.h"
#include "ui/model/parameter_text.h"
#include "ui/model/typed_number.h"
#include "ui/panel/values_button.h"

namespace acim::ui {

namespace {

constexpr int kRowHeight = 46;
constexpr int kCloseRowHeight = 36;  ///< of two
constexpr int kApart = 8;
constexpr int kPartsApart = 12;   ///< x and family in one row
constexpr int kNumberWidth = 40;  ///< at least, of a field for a number
constexpr int kLeastListWidth = 68;
constexpr int kListWidth = 170;    ///< that a list asks for at most; it takes more where there is room
constexpr int kFieldPadding = 24;  ///< of a field beside its text
constexpr int kComboPadding = 42;
constexpr int kLeastComboWidth = 96;
constexpr int kWidestCombo = 200;

QLineEdit* field(const QString& name, const Theme* theme) {
  auto* edit = new QLineEdit;
  edit->setProperty("kind", "tall");
  edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  edit->setFont(theme->font(TextRole::value));
  edit->setAccessibleName(name);
  edit->setToolTip(name);
  return edit;
}

QLabel* word(const QString& text, const Theme* theme) {
  auto* label = new QLabel(text);
  label->setProperty("kind", "quiet");
  label->setFont(theme->font(TextRole::body));
  return label;
}

/// A typed number -> C locale; what is none stays, and is refused as it was typed.
std::string file_number(const QString& text, const Parameter& parameter) {
  // A seed has more digits than a double.
  const auto number =
      parameter.type == ParameterType::unsigned64 ? std::nullopt : typed_number(text, unit_of(parameter));
  return number ? value_text(ParameterValue(*number)) : text.trimmed().toStdString();
}

/// As short as it reads back: the fields are narrow.
QString number_text(double number) {
  return QLocale::c().toString(number, 'f', QLocale::FloatingPointShortest).replace('.', QLocale().decimalPoint());
}

QString typed(const Parameter& parameter, double number) {
  return number_text(number_of(parameter, value_of(parameter, number)));
}

/// Whether the user's decimals have a comma: then lists have semicolons.
bool comma_is_decimal() {
  return QLocale().decimalPoint() == QLatin1String(",");
}

/// Values of a typed list -> "1,2,4" in the C locale. Where decimals have a comma, a comma before a space separates
/// too, and so does every comma where the text is no single number ("1,2,4").
std::string file_list(const QString& text, const Parameter& parameter) {
  QString separator = QStringLiteral(",");
  if (comma_is_decimal()) {
    const bool spaced = text.trimmed().contains(QStringLiteral(", "));
    if (text.contains(';') || typed_number(text, unit_of(parameter))) {
      separator = QStringLiteral(";");
    } else if (spaced) {
      separator = QStringLiteral(", ");
    }
  }
  std::string values;
  for (const QString& value : text.split(separator)) values += file_number(value, parameter) + ',';
  values.pop_back();
  return values;
}

QString list_text(const std::vector<std::string>& values) {
  QStringList texts;
  for (const std::string& value : values) {
    QString text = QString::fromStdString(value);
    texts << (comma_is_decimal() ? text.replace('.', ',') : text);
  }
  return texts.join(comma_is_decimal() ? QStringLiteral("; ") : QStringLiteral(", "));
}

void show_listed(ValuesButton& button, const SweepAxis& axis) {
  std::vector<ValuesButton::Value> values;
  for (const std::string& value : listed_values(axis.key)) {
    const bool taken = std::find(axis.values.begin(), axis.values.end(), value) != axis.values.end();
    values.push_back({value, axis_value(axis.key, value), taken});
  }
  button.set_values(std::move(values));
}

/// Of an axis over named values, as they are checked.
SweepAxis listed_axis(const std::string& key, const ValuesButton& button) {
  SweepAxis axis{key, button.taken()};
  return axis;
}

/// In words of the fields: how a command spells a sweep helps nobody here.
QString field_problem(const Error& error) {
  if (!error.where().starts_with("sweep \"")) return error_sentences(error);
  const bool spells = error.remedy().find("KEY=") != std::string::npos;
  return spells ? with_full_stop(problem_text(error)) : with_full_stop(error_words(error));
}

QString key_of(const QComboBox& box) {
  return box.currentData().toString();
}

}  // namespace

SweepBar::SweepBar(const Parameters* parameters, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      parameters_(parameters),
      x_knob_(new QComboBox),
      from_(field(tr("x from"), theme)),
      to_(field(tr("x to"), theme)),
      step_(field(tr("x step"), theme)),
      x_values_(field(tr("Values of x, separated by commas"), theme)),
      x_listed_(new ValuesButton(tr("Values of x"), theme)),
      as_list_(new QToolButton),
      family_knob_(new QComboBox),
      family_values_(field(tr("Values of the family, separated by commas"), theme)),
      family_listed_(new ValuesButton(tr("Values of the family"), theme)),
      more_points_(new QToolButton),
      problem_(new QLabel) {
  auto* title = new QLabel(tr("Sweep"));
  title->setFont(theme->font(TextRole::strong));
  for (QComboBox* box : {x_knob_, family_knob_}) {
    box->setProperty("kind", "tall");
    box->setFont(theme->font(TextRole::value));
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    box->view()->setMinimumWidth(200);
  }
  fill_knobs();
  more_points_->setObjectName(QStringLiteral("more_points"));
  for (QToolButton* button : {as_list_, more_points_}) {
    button->setProperty("kind", "icon");
    button->setFocusPolicy(Qt::TabFocus);
  }
  as_list_->setCheckable(true);
  as_list_->setIcon(theme->icon(QStringLiteral("list")));
  as_list_->setToolTip(tr("Type the values of x as a list, or as from, to, step"));
  as_list_->setAccessibleName(tr("Values of x as a list"));
  more_points_->setIcon(theme->icon(QStringLiteral("plus")));
  more_points_->setToolTip(tr("Add points to the curve; the results of its points are kept"));
  more_points_->setAccessibleName(tr("Add points"));
  more_points_->setEnabled(false);
  problem_->setProperty("kind", "error");
  problem_->setFont(theme->font(TextRole::small));
  problem_->setWordWrap(true);
  problem_->setContentsMargins(0, 0, 0, 8);
  problem_->hide();

  title_ = title;
  x_part_ = make_x_fields(theme);
  family_part_ = make_family_fields(theme);
  rows_ = new QBoxLayout(QBoxLayout::LeftToRight);
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setSpacing(0);
  rows_->addWidget(x_part_);
  rows_->addWidget(family_part_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 0, 8, 0);
  layout->setSpacing(0);
  layout->addLayout(rows_);
  layout->addWidget(problem_);

  connect(x_knob_, &QComboBox::activated, this, &SweepBar::choose_x);
  connect(family_knob_, &QComboBox::activated, this, &SweepBar::choose_family);
  for (QLineEdit* edit : {from_, to_, step_, x_values_, family_values_}) {
    connect(edit, &QLineEdit::editingFinished, this, &SweepBar::read);
  }
  for (ValuesButton* button : {x_listed_, family_listed_}) {
    connect(button, &ValuesButton::taken_changed, this, &SweepBar::read);
  }
  connect(as_list_, &QToolButton::clicked, this, &SweepBar::switch_form);
  connect(more_points_, &QToolButton::clicked, this, &SweepBar::more_points_wanted);
  set_axes(parse_sweep_axis("adc_bits=4:10"), {});
}

QWidget* SweepBar::make_x_fields(const Theme* theme) {
  x_range_ = new QWidget;
  auto* range = new QHBoxLayout(x_range_);
  range->setContentsMargins(0, 0, 0, 0);
  range->setSpacing(8);
  const auto add_word = [&](const QString& text) {
    words_.push_back(word(text, theme));
    range->addWidget(words_.back());
  };
  add_word(tr("from"));
  range->addWidget(from_);
  add_word(tr("to"));
  dots_ = word(QStringLiteral("…"), theme);
  range->addWidget(dots_);
  range->addWidget(to_);
  add_word(tr("step"));
  range->addWidget(step_);
  auto* fields = new QWidget;
  fields->setFixedHeight(kRowHeight);
  auto* line = new QHBoxLayout(fields);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  line->addWidget(title_);
  line->addSpacing(2);
  words_.push_back(word(tr("x"), theme));
  line->addWidget(words_.back());
  line->addWidget(x_knob_);
  auto* values = new QHBoxLayout;
  values->setSpacing(4);
  values->addWidget(x_range_);
  values->addWidget(x_values_, 1);
  values->addWidget(x_listed_);
  values->addWidget(as_list_);
  values->addStretch();
  x_range_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  line->addLayout(values, 1);
  return fields;
}

QWidget* SweepBar::make_family_fields(const Theme* theme) {
  rule_ = new QFrame;
  rule_->setProperty("kind", "upright");
  rule_->setFixedHeight(20);
  indent_ = new QWidget;
  auto* fields = new QWidget;
  fields->setFixedHeight(kRowHeight);
  auto* line = new QHBoxLayout(fields);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  line->addWidget(rule_);
  line->addWidget(indent_);
  words_.push_back(word(tr("family"), theme));
  line->addWidget(words_.back());
  line->addWidget(family_knob_);
  line->addWidget(family_values_, 1);
  line->addWidget(family_listed_);
  line->addStretch();
  line->addWidget(more_points_);
  return fields;
}

void SweepBar::fill_knobs() {
  x_knob_->setAccessibleName(tr("Knob along x"));
  x_knob_->setAccessibleDescription(tr("The knob whose values make the x axis"));
  family_knob_->setAccessibleName(tr("Knob of the family"));
  family_knob_->setAccessibleDescription(tr("A second knob: one curve for each of its values"));
  family_knob_->addItem(tr("none"), QString());
  for (const NamedSetting& setting : named_settings()) {
    const QString key = QString::fromUtf8(setting.key.data(), static_cast<qsizetype>(setting.key.size()));
    const QString name = setting.key == kAdcRange ? tr("Calibrated range") : axis_label(std::string(setting.key));
    for (QComboBox* box : {x_knob_, family_knob_}) box->addItem(name, key);
  }
  for (const Parameter& parameter : parameter_table()) {
    const QString key = QString::fromUtf8(parameter.key.data(), static_cast<qsizetype>(parameter.key.size()));
    const bool seed = parameter.type == ParameterType::unsigned64;
    if (!seed) x_knob_->addItem(label_of(parameter), key);
    family_knob_->addItem(seed ? tr("%1 (chips)").arg(label_of(parameter)) : label_of(parameter), key);
  }
}

void SweepBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  make_room();
}

/// Fields hold their whole number, lists as much as there is room for.
void SweepBar::fit_fields() {
  const auto width_of = [](const QLineEdit* edit) {
    return edit->fontMetrics().horizontalAdvance(edit->text()) + kFieldPadding;
  };
  for (QLineEdit* edit : {from_, to_, step_}) edit->setFixedWidth(std::max(kNumberWidth, width_of(edit)));
  for (QLineEdit* edit : {x_values_, family_values_}) {
    edit->setMinimumWidth(std::clamp(width_of(edit), kLeastListWidth, kListWidth));
    edit->setMaximumWidth(std::max(kLeastListWidth, width_of(edit)));
    edit->setToolTip(edit->accessibleName() +
                     (edit->text().isEmpty() ? QString() : QStringLiteral(": ") + edit->text()));
    if (!edit->hasFocus()) edit->setCursorPosition(0);
  }
}

/// Of x and of the family, without the words.
std::pair<int, int> SweepBar::part_widths() const {
  const auto sum = [](std::initializer_list<const QWidget*> fields) {
    int width = 0;
    for (const QWidget* field : fields) {
      if (!field->isHidden())
        width += kApart + std::clamp(field->sizeHint().width(), field->minimumWidth(), field->maximumWidth());
    }
    return width;
  };
  const int range = x_range_->isHidden() ? 0 : sum({from_, to_, step_}) + dots_->sizeHint().width() + kApart;
  return {sum({title_, x_knob_, x_values_, x_listed_, as_list_}) + range,
          sum({family_knob_, family_values_, family_listed_, more_points_})};
}

/// First the words go, then the family goes into a row of its own.
void SweepBar::make_room() {
  if (making_room_) return;  // Showing and hiding lays out, which resizes.
  making_room_ = true;
  fit_fields();
  for (QComboBox* box : {x_knob_, family_knob_}) {
    const int name = box->fontMetrics().horizontalAdvance(box->currentText()) + kComboPadding;
    box->setFixedWidth(std::clamp(name, kLeastComboWidth, kWidestCombo));
  }
  for (ValuesButton* button : {x_listed_, family_listed_}) button->setMaximumWidth(kWidestCombo);
  const auto [x_width, family_width] = part_widths();
  int words_width = 0;
  for (const QWidget* label : words_) words_width += kApart + label->sizeHint().width();
  const QMargins margins = layout()->contentsMargins();
  int needed = x_width + family_width + 2 * kPartsApart + margins.left() + margins.right();
  // Rather a second row than a list that is cut.
  for (const QLineEdit* list : {x_values_, family_values_}) {
    if (!list->isHidden())
      needed += std::max(0, list->maximumWidth() - std::max(list->sizeHint().width(), list->minimumWidth()));
  }
  const bool words = needed + words_width <= width();
  const bool one_row = needed <= width();
  for (QWidget* label : words_) label->setVisible(words);
  dots_->setVisible(!words);
  rule_->setVisible(one_row);
  indent_->setVisible(!one_row);
  indent_->setFixedWidth(title_->sizeHint().width() + 2);
  for (QWidget* part : {x_part_, family_part_}) part->setFixedHeight(one_row ? kRowHeight : kCloseRowHeight);
  rows_->setDirection(one_row ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  rows_->setSpacing(one_row ? kPartsApart : 0);
  rows_->setContentsMargins(0, one_row ? 0 : 4, 0, one_row ? 0 : 4);
  making_room_ = false;
}

QSize SweepBar::minimumSizeHint() const {
  const auto [x_width, family_width] = part_widths();
  const QMargins margins = layout()->contentsMargins();
  const int indented = title_->sizeHint().width() + kPartsApart + family_width;
  return {std::max(x_width, indented) + margins.left() + margins.right() + kApart, QWidget::minimumSizeHint().height()};
}

void SweepBar::set_can_add_points(bool can) {
  more_points_->setEnabled(can);
}

void SweepBar::set_axes(const SweepAxis& x, const SweepAxis& family) {
  x_ = x;
  family_ = family;
  if (!x.values.empty()) {
    x_knob_->setCurrentIndex(x_knob_->findData(QString::fromStdString(x.key)));
    as_list_->setChecked(axis_is_numeric(x.key) && !is_even_range(x));
    show_x();
  }
  family_knob_->setCurrentIndex(std::max(0, family_knob_->findData(QString::fromStdString(family.key))));
  show_family();
  shown_text_ = typed_text();
  show_problem({}, nullptr);
  make_room();
  Q_EMIT axes_changed();
}

/// The fields of x_.
void SweepBar::show_x() {
  const bool numeric = axis_is_numeric(x_.key);
  if (numeric) {
    const Parameter& parameter = parameter_of(x_.key);
    const double first = number_of(parameter, parse_value(parameter, x_.values.front()));
    const double last = number_of(parameter, parse_value(parameter, x_.values.back()));
    const double step = x_.values.size() > 1 ? number_of(parameter, parse_value(parameter, x_.values[1])) - first : 1;
    from_->setText(typed(parameter, first));
    to_->setText(typed(parameter, last));
    step_->setText(number_text(step));
    x_values_->setText(list_text(x_.values));
    x_values_->setCursorPosition(0);
  } else {
    show_listed(*x_listed_, x_);
  }
  x_listed_->setVisible(!numeric);
  as_list_->setVisible(numeric);
  x_range_->setVisible(numeric && !as_list_->isChecked());
  x_values_->setVisible(numeric && as_list_->isChecked());
}

/// The fields of family_.
void SweepBar::show_family() {
  const bool listed = !listed_values(family_.key).empty();
  if (listed) show_listed(*family_listed_, family_);
  family_values_->setText(list_text(family_.values));
  family_listed_->setVisible(listed);
  family_values_->setVisible(!listed && !family_.key.empty());
}

QString SweepBar::typed_text() const {
  QStringList texts{x_knob_->currentText(), as_list_->isChecked() ? x_values_->text() : QString(),
                    from_->text(),          to_->text(),
                    step_->text(),          family_knob_->currentText(),
                    family_values_->text()};
  for (const ValuesButton* button : {x_listed_, family_listed_}) texts << list_text(button->taken());
  return texts.join('|');
}

void SweepBar::switch_form() {
  // The same values, said in the other way; a list that no range says keeps its ends and its first step.
  show_x();
  make_room();
  shown_text_ = typed_text();
  if (!as_list_->isChecked() && !is_even_range(x_)) {
    shown_text_.clear();
    read();
  }
}

void SweepBar::choose_x() {
  const std::string key = key_of(*x_knob_).toStdString();
  if (!axis_is_numeric(key)) {
    x_ = {};
    show_listed(*x_listed_, {key, listed_values(key)});
    x_listed_->show();
    x_range_->hide();
    x_values_->hide();
    as_list_->hide();
    return read();
  }
  const Parameter& parameter = parameter_of(key);
  // A first guess: seven values from the present one on (or down to it), within the range.
  const double now = number_of(parameter, parameters_->value(parameter.key));
  const bool integer = parameter.type == ParameterType::integer;
  double step = parameter.slider_step;
  if (!integer && now > 0) step = std::max(step, std::pow(10, std::floor(std::log10(now))) / 2);
  if (integer && now > 60) step = std::floor(now / 4);
  double from = std::max(lowest(parameter), integer ? now - 4 * step : lowest(parameter));
  double to = std::min(highest(parameter), from + 6 * step);
  if (integer && now <= 60) from = std::max(lowest(parameter), to - 6 * step);
  from_->setText(typed(parameter, from));
  to_->setText(typed(parameter, to));
  step_->setText(number_text(step));
  as_list_->setChecked(false);
  as_list_->show();
  x_range_->show();
  x_values_->hide();
  x_listed_->hide();
  read();
}

void SweepBar::choose_family() {
  const std::string key = key_of(*family_knob_).toStdString();
  const std::vector<std::string> listed = listed_values(key);
  family_values_->setVisible(!key.empty() && listed.empty());
  family_listed_->setVisible(!listed.empty());
  if (!listed.empty()) {
    // Of the ways to choose the ADC's range, two make the point.
    show_listed(*family_listed_, {key, key == kAdcRange ? std::vector<std::string>{"full", "mse"} : listed});
  } else if (!key.empty()) {
    const Parameter& parameter = parameter_of(key);
    std::vector<std::string> values;
    if (parameter.type == ParameterType::unsigned64) {
      values = {"1", "2", "3", "4", "5"};
    } else {
      const double now = number_of(parameter, parameters_->value(parameter.key));
      const double step = parameter.scale == ParameterScale::logarithmic && now > 0 ? now : parameter.slider_step;
      for (const double number : {now, now + step, now + 3 * step}) {
        std::string text = value_text(value_of(parameter, number));
        if (std::ranges::find(values, text) == values.end()) values.push_back(std::move(text));
      }
    }
    family_values_->setText(list_text(values));
  }
  read();
}

void SweepBar::show_problem(const QString& problem, QWidget* culprit) {
  make_room();
  problem_text_ = problem;
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
  for (QWidget* edit : std::initializer_list<QWidget*>{from_, to_, step_, x_values_, family_values_}) {
    edit->setProperty("state", edit == culprit ? "invalid" : "");
    edit->style()->unpolish(edit);
    edit->style()->polish(edit);
  }
}

SweepAxis SweepBar::read_x() const {
  const std::string key = key_of(*x_knob_).toStdString();
  if (!axis_is_numeric(key)) return listed_axis(key, *x_listed_);
  const Parameter& parameter = parameter_of(key);
  if (as_list_->isChecked()) return parse_sweep_axis(key + '=' + file_list(x_values_->text(), parameter));
  return parse_sweep_axis(key + '=' + file_number(from_->text(), parameter) + ':' +
                          file_number(to_->text(), parameter) + ':' + file_number(step_->text(), parameter));
}

/// What was typed in another way ("1.850", "8 bit") stands there as the number that it was taken for.
void SweepBar::show_as_read(const SweepAxis& x, const SweepAxis& family) {
  if (axis_is_numeric(x.key)) {
    const Parameter& parameter = parameter_of(x.key);
    for (QLineEdit* edit : {from_, to_, step_}) {
      if (const auto number = typed_number(edit->text(), unit_of(parameter))) edit->setText(number_text(*number));
    }
    if (as_list_->isChecked()) x_values_->setText(list_text(x.values));
  }
  if (!family.key.empty() && listed_values(family.key).empty()) family_values_->setText(list_text(family.values));
  shown_text_ = typed_text();
}

/// What the eye should go to where x cannot be read: an end that is no value of the knob, else the step.
QWidget* SweepBar::wrong_x_field() const {
  if (as_list_->isChecked()) return x_values_;
  const std::string key = key_of(*x_knob_).toStdString();
  for (QLineEdit* end : {from_, to_}) {
    try {
      parse_sweep_axis(key + '=' + file_number(end->text(), parameter_of(key)));
    } catch (const Error&) {
      return end;
    }
  }
  return step_;
}

SweepAxis SweepBar::read_family() const {
  const std::string key = key_of(*family_knob_).toStdString();
  if (key.empty()) return {};
  if (!listed_values(key).empty()) return listed_axis(key, *family_listed_);
  return parse_sweep_axis(key + '=' + file_list(family_values_->text(), parameter_of(key)));
}

void SweepBar::read() {
  // A field left as it was changes nothing, not even a list of values that from, to and step cannot say.
  if (typed_text() == shown_text_) return show_problem({}, nullptr);
  shown_text_.clear();
  SweepAxis x;
  SweepAxis family;
  bool reads_x = true;
  try {
    x = read_x();
    reads_x = false;
    family = read_family();
  } catch (const Error& error) {
    return show_problem(field_problem(error), reads_x ? wrong_x_field() : family_values_);
  }
  if (family.key == x.key) {
    return show_problem(tr("x and family are the same knob: choose another for one of them."), family_values_);
  }
  show_as_read(x, family);
  show_problem({}, nullptr);
  if (x == x_ && family == family_) return;
  x_ = x;
  family_ = family;
  Q_EMIT axes_changed();
}

}  // namespace acim::ui
