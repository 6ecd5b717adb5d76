#include "ui/panel/sweep_bar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

QLineEdit* field(const QString& name, int width, const Theme* theme) {
  auto* edit = new QLineEdit;
  edit->setProperty("kind", "tall");
  edit->setFixedWidth(width);
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

/// Text a user typed in the user's locale or in the C locale -> C locale.
std::string file_number(const QString& text) {
  bool known = false;
  const double number = QLocale().toDouble(text.trimmed(), &known);
  return known ? value_text(ParameterValue(number)) : text.trimmed().toStdString();
}

/// As short as it reads back: the fields are narrow.
QString typed(const Parameter& parameter, double number) {
  return QLocale::c()
      .toString(number_of(parameter, value_of(parameter, number)), 'g', 6)
      .replace('.', QLocale().decimalPoint());
}

}  // namespace

SweepBar::SweepBar(const Parameters* parameters, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      parameters_(parameters),
      x_knob_(new QComboBox),
      from_(field(tr("x from"), 58, theme)),
      to_(field(tr("x to"), 58, theme)),
      step_(field(tr("x step"), 58, theme)),
      family_knob_(new QComboBox),
      family_values_(field(tr("Values of the family, separated by commas"), 112, theme)),
      problem_(new QLabel) {
  auto* title = new QLabel(tr("Sweep"));
  title->setFont(theme->font(TextRole::strong));
  for (QComboBox* box : {x_knob_, family_knob_}) {
    box->setProperty("kind", "tall");
    box->setFont(theme->font(TextRole::value));
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(11);
    box->view()->setMinimumWidth(200);
  }
  x_knob_->setAccessibleName(tr("Knob along x"));
  x_knob_->setAccessibleDescription(tr("The knob whose values make the x axis"));
  family_knob_->setAccessibleName(tr("Knob of the family"));
  family_knob_->setAccessibleDescription(tr("A second knob: one curve for each of its values"));
  family_knob_->addItem(tr("none"), QString());
  for (const Parameter& parameter : parameter_table()) {
    const QString key = QString::fromUtf8(parameter.key.data(), static_cast<qsizetype>(parameter.key.size()));
    if (is_number(parameter)) x_knob_->addItem(label_of(parameter), key);
    if (parameter.type != ParameterType::unsigned64) family_knob_->addItem(label_of(parameter), key);
  }
  problem_->setProperty("kind", "error");
  problem_->setFont(theme->font(TextRole::small));
  problem_->setWordWrap(true);
  problem_->setContentsMargins(0, 0, 0, 8);
  problem_->hide();

  auto* line = new QHBoxLayout;
  line->setSpacing(8);
  line->addWidget(title);
  line->addSpacing(2);
  line->addWidget(word(tr("x"), theme));
  line->addWidget(x_knob_);
  line->addWidget(word(tr("from"), theme));
  line->addWidget(from_);
  line->addWidget(word(tr("to"), theme));
  line->addWidget(to_);
  line->addWidget(word(tr("step"), theme));
  line->addWidget(step_);
  auto* rule = new QFrame;
  rule->setProperty("kind", "upright");
  rule->setFixedHeight(20);
  line->addSpacing(4);
  line->addWidget(rule);
  line->addSpacing(4);
  line->addWidget(word(tr("family"), theme));
  line->addWidget(family_knob_);
  line->addWidget(family_values_);
  line->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 0, 16, 0);
  layout->setSpacing(0);
  auto* row = new QWidget;
  row->setFixedHeight(46);
  line->setContentsMargins(0, 0, 0, 0);
  row->setLayout(line);
  layout->addWidget(row);
  layout->addWidget(problem_);

  connect(x_knob_, &QComboBox::activated, this, &SweepBar::choose_x);
  connect(family_knob_, &QComboBox::activated, this, &SweepBar::choose_family);
  for (QLineEdit* edit : {from_, to_, step_, family_values_}) {
    connect(edit, &QLineEdit::editingFinished, this, &SweepBar::read);
  }
  set_axes(parse_sweep_axis("adc_bits=4:10"), {});
}

void SweepBar::set_axes(const SweepAxis& x, const SweepAxis& family) {
  x_ = x;
  family_ = family;
  if (const Parameter* parameter = find_parameter(x.key); parameter != nullptr && !x.values.empty()) {
    x_knob_->setCurrentIndex(x_knob_->findData(QString::fromStdString(x.key)));
    const double first = number_of(*parameter, parse_value(*parameter, x.values.front()));
    const double last = number_of(*parameter, parse_value(*parameter, x.values.back()));
    const double step = x.values.size() > 1 ? number_of(*parameter, parse_value(*parameter, x.values[1])) - first : 1;
    from_->setText(typed(*parameter, first));
    to_->setText(typed(*parameter, last));
    step_->setText(QLocale().toString(step, 'g', 6));
  }
  family_knob_->setCurrentIndex(std::max(0, family_knob_->findData(QString::fromStdString(family.key))));
  QStringList texts;
  for (const std::string& value : family.values) texts << QString::fromStdString(value);
  family_values_->setText(texts.join(QStringLiteral(", ")));
  family_values_->setVisible(!family.key.empty());
  shown_text_ = typed_text();
  show_problem({}, nullptr);
  Q_EMIT axes_changed();
}

QString SweepBar::typed_text() const {
  return QStringList{x_knob_->currentText(),      from_->text(),         to_->text(), step_->text(),
                     family_knob_->currentText(), family_values_->text()}
      .join('|');
}

void SweepBar::choose_x() {
  const Parameter& parameter = parameter_of(x_knob_->currentData().toString().toStdString());
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
  step_->setText(QLocale().toString(step, 'g', 6));
  read();
}

void SweepBar::choose_family() {
  const QString key = family_knob_->currentData().toString();
  family_values_->setVisible(!key.isEmpty());
  if (!key.isEmpty()) {
    const Parameter& parameter = parameter_of(key.toStdString());
    QStringList values;
    if (parameter.type == ParameterType::boolean) {
      values << QStringLiteral("false") << QStringLiteral("true");
    } else if (parameter.type == ParameterType::choice) {
      for (const auto& choice : parameter.choices)
        values << QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size()));
    } else {
      const double now = number_of(parameter, parameters_->value(parameter.key));
      const double step = parameter.scale == ParameterScale::logarithmic && now > 0 ? now : parameter.slider_step;
      for (const double number : {now, now + step, now + 3 * step}) {
        const ParameterValue value = value_of(parameter, number);
        const QString text = QString::fromStdString(value_text(value));
        if (!values.contains(text)) values << text;
      }
    }
    family_values_->setText(values.join(QStringLiteral(", ")));
  }
  read();
}

void SweepBar::show_problem(const QString& problem, QWidget* culprit) {
  problem_text_ = problem;
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
  for (QWidget* edit : std::initializer_list<QWidget*>{from_, to_, step_, family_values_}) {
    edit->setProperty("state", edit == culprit ? "invalid" : "");
    edit->style()->unpolish(edit);
    edit->style()->polish(edit);
  }
}

void SweepBar::read() {
  // A field left as it was changes nothing, not even a list of values that from, to and step cannot say.
  if (typed_text() == shown_text_) return show_problem({}, nullptr);
  shown_text_.clear();
  const std::string x_key = x_knob_->currentData().toString().toStdString();
  const std::string family_key = family_knob_->currentData().toString().toStdString();
  SweepAxis x;
  SweepAxis family;
  try {
    x = parse_sweep_axis(x_key + '=' + file_number(from_->text()) + ':' + file_number(to_->text()) + ':' +
                         file_number(step_->text()));
  } catch (const Error& error) {
    return show_problem(QString::fromUtf8(error.what()), from_);
  }
  if (!family_key.empty()) {
    try {
      std::string list = family_values_->text().toStdString();
      list.erase(std::remove_if(list.begin(), list.end(), [](char c) { return c == ' '; }), list.end());
      family = parse_sweep_axis(family_key + '=' + list);
    } catch (const Error& error) {
      return show_problem(QString::fromUtf8(error.what()), family_values_);
    }
    if (family_key == x_key) {
      return show_problem(tr("x and family are the same knob: choose another for one of them."), family_values_);
    }
  }
  show_problem({}, nullptr);
  if (x == x_ && family == family_) return;
  x_ = x;
  family_ = family;
  Q_EMIT axes_changed();
}

}  // namespace acim::ui
