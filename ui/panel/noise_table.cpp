#include "ui/panel/noise_table.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "base/error.h"
#include "macro/physical_noise.h"
#include "ui/model/parameter_text.h"
#include "ui/model/typed_number.h"
#include "ui/panel/segments.h"
#include "ui/panel/typed_field.h"

namespace acim::ui {

namespace {

constexpr int kFieldWidth = 84;
constexpr std::array kHeld = {NoiseUnit::percent, NoiseUnit::millivolt, NoiseUnit::lsb};
constexpr std::array kSymbols = {"%", "mV", "LSB", "dB", "%"};
const QString kInfinite = QStringLiteral("∞");
constexpr std::string_view kNoise = "random_noise_percent";

/// Three digits, four from 100 on, as far as an exponent can be helped.
QString digits(double value) {
  if (std::isinf(value)) return kInfinite;
  static const QRegularExpression kPadding(QStringLiteral("(?<=[-+\u2212])0(?=\\d$)"));  // of 1E-09
  return QLocale().toString(value, 'g', value >= 100 ? 4 : 3).remove(kPadding);
}

}  // namespace

NoiseTable::NoiseTable(Parameters* parameters, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      parameters_(parameters),
      theme_(theme),
      summary_(new QLabel),
      unfold_(new QToolButton),
      held_(new Segments(tr("Stays fixed"), theme)),
      note_(new QLabel),
      problem_(new QLabel) {
  summary_->setProperty("kind", "quiet");
  summary_->setFont(theme->font(TextRole::caption));
  summary_->setWordWrap(true);
  unfold_->setProperty("kind", "reset");
  unfold_->setIconSize({14, 14});
  unfold_->setFocusPolicy(Qt::StrongFocus);
  unfold_->setAccessibleName(tr("Random noise in other units"));
  unfold_->setToolTip(tr("Type it in mV, LSB, dB or chance of a wrong code; choose which one stays fixed"));
  auto* line = new QHBoxLayout;
  line->setSpacing(6);
  line->addWidget(summary_, 1);
  line->addWidget(unfold_);
  body_ = make_body();
  body_->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 0, 8, 0);
  layout->setSpacing(4);
  layout->addLayout(line);
  layout->addWidget(body_);
  const auto show_fold = [this] {
    const bool open = !body_->isHidden();
    unfold_->setIcon(theme_->icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    unfold_->setAccessibleDescription(open ? tr("Open; press to fold") : tr("Folded; press to open"));
  };
  show_fold();
  connect(unfold_, &QToolButton::clicked, this, [this, show_fold] {
    body_->setVisible(body_->isHidden());
    show_fold();
  });
  connect(parameters_, &Parameters::changed, this, &NoiseTable::show_noise);
  connect(parameters_, &Parameters::held_noise_changed, this, &NoiseTable::show_held);
  show_held();
}

QWidget* NoiseTable::make_body() {
  const std::array<std::pair<QString, QString>, kUnits> words = {
      {{tr("% of full scale"), tr("Standard deviation over the column's full scale: the knob itself")},
       {tr("mV on the line"), tr("Full scale is attenuation times supply voltage")},
       {tr("LSB rms"), tr("Steps of the ADC: they shrink with its bits and its range")},
       {tr("dB"), tr("Full scale over noise, 20 log10")},
       {tr("Wrong codes, %"), tr("Chance that a sum that lies on a code is read as another one")}}};
  auto* body = new QWidget;
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(2);
  for (std::size_t i = 0; i < kUnits; ++i) {
    const auto unit = static_cast<NoiseUnit>(i);
    Row& row = rows_[i];
    row.name = new QLabel(words[i].first);
    row.name->setFont(theme_->font(TextRole::small));
    row.name->setToolTip(words[i].second);
    row.field = new TypedField;
    row.field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.field->setFixedWidth(kFieldWidth);
    row.field->setFont(theme_->font(TextRole::value));
    row.field->setAccessibleName(tr("Random noise, %1").arg(words[i].first));
    row.field->setAccessibleDescription(words[i].second);
    row.field->setToolTip(words[i].second);
    grid->addWidget(row.name, static_cast<int>(i), 0);
    grid->addWidget(row.field, static_cast<int>(i), 1);
    connect(row.field, &TypedField::typed, this, [this, unit](const QString& text) { take(unit, text); });
    connect(row.field, &TypedField::problem_changed, this, &NoiseTable::show_problems);
  }
  grid->setColumnStretch(0, 1);
  held_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  held_->add(tr("%"), tr("The percentage stays: what happens to steps and millivolts follows"));
  held_->add(tr("mV"), tr("Millivolts stay when supply voltage or attenuation change"));
  held_->add(tr("LSB"), tr("Steps of the ADC stay when its bits or its range change"));
  connect(held_, &Segments::picked, this,
          [this](int index) { parameters_->hold_noise(kHeld[static_cast<std::size_t>(index)]); });
  auto* caption = new QLabel(tr("Stays fixed"));
  caption->setFont(theme_->font(TextRole::small));
  auto* held = new QHBoxLayout;
  held->setSpacing(8);
  held->addWidget(caption, 1);
  held->addWidget(held_);
  note_->setProperty("kind", "quiet");
  problem_->setProperty("kind", "error");
  for (QLabel* label : {note_, problem_}) {
    label->setFont(theme_->font(TextRole::caption));
    label->setWordWrap(true);
  }
  problem_->hide();
  auto* layout = new QVBoxLayout(body);
  layout->setContentsMargins(0, 0, 0, 4);
  layout->setSpacing(4);
  layout->addLayout(grid);
  layout->addWidget(problem_);
  layout->addLayout(held);
  layout->addWidget(note_);
  return body;
}

QString NoiseTable::summary() const {
  return summary_->text();
}

QString NoiseTable::note() const {
  return note_->text();
}

QString NoiseTable::problem() const {
  return problem_->isHidden() ? QString() : problem_->text();
}

double NoiseTable::shown(NoiseUnit unit) const {
  const MacroParameters macro = with_effective_noise(parameters_->current());
  const double value = noise_in(unit, macro.random_noise_percent, macro);
  return unit == NoiseUnit::wrong_code ? 100 * value : value;
}

QString NoiseTable::text_of(NoiseUnit unit) const {
  const double value = shown(unit);
  // 2.29E-60 tells nobody anything.
  constexpr double kNever = 1e-9;
  if (unit == NoiseUnit::wrong_code && value > 0 && value < kNever) return QStringLiteral("< ") + digits(kNever);
  return digits(value);
}

/// One line: a number and its unit never part, and the one that is held is told by its unit.
QString NoiseTable::measures() const {
  const NoiseUnit held = parameters_->held_noise();
  QStringList parts;
  const auto add = [&](NoiseUnit unit, const QString& name, const QString& held_name) {
    QString part = digits(shown(unit)) + kUnitSpace + (unit == held ? held_name : name);
    parts << part.replace(' ', kUnitSpace);
  };
  if (shown(NoiseUnit::percent) > 0) {
    add(NoiseUnit::lsb, tr("LSB"), tr("LSB held"));
    add(NoiseUnit::millivolt, tr("mV"), tr("mV held"));
    add(NoiseUnit::decibel, tr("dB"), {});
  } else {
    parts << tr("No noise");
  }
  return parts.join(QStringLiteral("   "));
}

void NoiseTable::show_noise() {
  const bool physical = parameters_->current().noise_source == NoiseSource::physical;
  // A knob that leaves the noise as it is leaves alone what is being typed, too.
  const double percent = shown(NoiseUnit::percent);
  const bool drafts_end = std::exchange(shown_percent_, percent) != percent || physical;
  for (std::size_t i = 0; i < kUnits; ++i) {
    const auto unit = static_cast<NoiseUnit>(i);
    rows_[i].field->setReadOnly(physical);
    if (drafts_end) {
      rows_[i].field->show_text(text_of(unit));
    } else {
      rows_[i].field->show_below_draft(text_of(unit));
    }
  }
  summary_->setText(measures());
  const NoiseUnit held = parameters_->held_noise();
  held_->setEnabled(!physical);
  if (physical) {
    note_->setText(tr("Follows from comparator, capacitors and reference: the noise source is physical."));
  } else if (parameters_->is_held_noise_cut()) {
    note_->setText(
        tr("What stays fixed would be more than 100 % of full scale here: the noise is cut to that, and comes "
           "back whole. A sweep over such points is refused."));
  } else if (held == NoiseUnit::lsb || held == NoiseUnit::millivolt) {
    QString note = held == NoiseUnit::lsb
                       ? tr("ADC bits and range rewrite the percentage, at the points of a sweep too.")
                       : tr("Supply voltage and attenuation rewrite the percentage, at the points of a sweep too.");
    if (!parameters_->layers().empty()) {
      note += ' ' + tr("Layers with settings of their own get the same percentage, unless they have their own noise.");
    }
    note_->setText(note);
  } else {
    note_->setText(
        tr("More ADC bits make finer steps, so that the same noise is more of them. Rows change none of these."));
  }
}

void NoiseTable::show_held() {
  const auto* place = std::ranges::find(kHeld, parameters_->held_noise());
  held_->show_choice(static_cast<int>(place - kHeld.begin()));
  show_noise();
}

void NoiseTable::take(NoiseUnit unit, const QString& text) {
  TypedField* field = this->field(unit);
  if (field->isReadOnly()) return;
  std::optional<double> value = typed_number(text, QString::fromLatin1(kSymbols[static_cast<std::size_t>(unit)]));
  if (text == kInfinite && unit == NoiseUnit::decibel) value = std::numeric_limits<double>::infinity();
  if (!value) return field->refuse(tr("Type a number, such as %1").arg(QLocale().toString(0.5)));
  if (unit == NoiseUnit::wrong_code) *value /= 100;
  try {
    const double percent = noise_percent(unit, *value, parameters_->current());
    check_value(parameter_of(kNoise), percent);
    parameters_->set_value(kNoise, percent);
    field->show_text(text_of(unit));  // Where it is what was in force, too.
  } catch (const Error&) {
    field->refuse(unit == NoiseUnit::wrong_code ? tr("A chance is 0 or more, and less than 100 %")
                                                : tr("Noise is from 0 to 100 % of full scale"));
  }
}

void NoiseTable::show_problems() {
  QStringList problems;
  for (const Row& row : rows_) {
    frame_as_wrong(row.field, !row.field->problem().isEmpty());
    if (!row.field->problem().isEmpty()) problems << row.field->problem();
  }
  problems.removeDuplicates();
  problem_->setText(problems.join('\n'));
  problem_->setVisible(!problems.isEmpty());
}

}  // namespace acim::ui
