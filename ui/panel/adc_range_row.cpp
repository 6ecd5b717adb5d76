#include "ui/panel/adc_range_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "ui/model/adc_range_choice.h"
#include "ui/panel/changed_mark.h"
#include "ui/panel/segments.h"

namespace acim::ui {

namespace {

constexpr std::array<std::array<const char*, 2>, 4> kValues = {
    {{"", ""}, {"mse", "mse-global"}, {"csnr", "csnr-global"}, {"minmax", "minmax-global"}}};

}  // namespace

AdcRangeRow::AdcRangeRow(AdcRangeChoice* choice, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      choice_(choice),
      theme_(theme),
      label_(new QLabel(tr("Calibrate ADC range"))),
      badge_(new QLabel(tr("family"))),
      reset_(new QToolButton),
      criterion_(new Segments(tr("Calibrate ADC range"), theme)),
      scope_(new Segments(tr("Calibrated ranges"), theme)),
      found_(new QLabel) {
  setObjectName(QStringLiteral("adc_range_row"));
  setToolTip(
      tr("Columns of real networks seldom fill. Chooses range and offset of the ADC from the column sums of the "
         "first images, at each point of the sweep: often two bits fewer for the same accuracy."));
  badge_->setProperty("kind", "badge");
  badge_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  badge_->setFont(theme->font(TextRole::caption_strong));
  badge_->hide();
  reset_->setProperty("kind", "reset");
  reset_->setIcon(theme->icon(QStringLiteral("reset"), IconInk::accent));
  reset_->setIconSize({14, 14});
  reset_->setToolTip(tr("Use the range that the knobs say"));
  reset_->setAccessibleName(reset_->toolTip());
  connect(reset_, &QToolButton::clicked, this, [this] {
    choice_->set({});
    Q_EMIT calibration_wanted();
  });
  criterion_->add(tr("Off"), tr("The range and offset of the knobs above"));
  criterion_->add(tr("MSE"), tr("Least mean square error of rounding and clipping"));
  criterion_->add(tr("CSNR"), tr("Best compute signal to noise, the noise included"));
  criterion_->add(tr("Min-max"), tr("From the least to the greatest sum, however seldom it comes"));
  // A form as narrow as it gets is not to be widened by letters that a scale makes a pixel wider: long words take the
  // room that short ones leave.
  constexpr int kLeastWidth = 32;
  constexpr int kBesideText = 14;
  auto* places = qobject_cast<QHBoxLayout*>(criterion_->layout());
  for (int i = 0; i < static_cast<int>(kValues.size()); ++i) {
    QWidget* button = criterion_->button(i);
    button->setMinimumWidth(kLeastWidth);
    const QString text = qobject_cast<QToolButton*>(button)->text();
    places->setStretch(i, QFontMetrics(button->font()).horizontalAdvance(text) + kBesideText);
  }
  scope_->add(tr("Per layer"), tr("Each layer has its own range"));
  scope_->add(tr("Global"), tr("One range for all layers, as a chip with a fixed reference needs"));
  connect(criterion_, &Segments::picked, this, &AdcRangeRow::take_choice);
  connect(scope_, &Segments::picked, this, &AdcRangeRow::take_choice);
  found_->setProperty("kind", "quiet");
  found_->setFont(theme->font(TextRole::caption));
  found_->setWordWrap(true);
  found_->hide();

  auto* first = new QHBoxLayout;
  first->setSpacing(6);
  first->addWidget(label_, 1);
  first->addWidget(badge_);
  first->addWidget(reset_);
  label_->setMinimumHeight(26);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(16, 6, 8, 8);
  rows->setSpacing(4);
  rows->addLayout(first);
  rows->addWidget(criterion_);
  rows->addWidget(scope_);
  rows->addWidget(found_);
  connect(choice_, &AdcRangeChoice::changed, this, &AdcRangeRow::show_choice);
  show_choice();
}

void AdcRangeRow::show_choice() {
  int criterion = 0;
  for (std::size_t i = 1; i < kValues.size(); ++i) {
    for (std::size_t scope = 0; scope < 2; ++scope) {
      if (choice_->value() != kValues[i][scope]) continue;
      criterion = static_cast<int>(i);
      scope_->show_choice(static_cast<int>(scope));
    }
  }
  criterion_->show_choice(criterion);
  const bool on = criterion > 0 && !swept_;
  scope_->setVisible(on);
  reset_->setVisible(on);
  label_->setFont(theme_->font(on ? TextRole::strong : TextRole::body));
  show_found({});
  update();
}

void AdcRangeRow::take_choice() {
  const auto criterion = static_cast<std::size_t>(criterion_->choice());
  choice_->set(kValues.at(criterion).at(static_cast<std::size_t>(scope_->choice())));
  Q_EMIT calibration_wanted();
}

void AdcRangeRow::show_found(const QString& text) {
  found_->setText(swept_ ? tr("Varied by the family below the chart.") : text);
  found_->setVisible(!found_->text().isEmpty());
}

QString AdcRangeRow::found() const {
  return found_->isHidden() ? QString() : found_->text();
}

void AdcRangeRow::set_swept(bool swept) {
  swept_ = swept;
  badge_->setVisible(swept);
  criterion_->setVisible(!swept);
  show_choice();
}

bool AdcRangeRow::matches(const QString& search) const {
  return label_->text().contains(search, Qt::CaseInsensitive) || toolTip().contains(search, Qt::CaseInsensitive);
}

void AdcRangeRow::paintEvent(QPaintEvent*) {
  if (swept_ || choice_->value().empty()) return;
  paint_changed_mark(this, *theme_);
}

}  // namespace acim::ui
