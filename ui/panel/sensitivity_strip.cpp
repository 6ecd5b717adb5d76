#include "ui/panel/sensitivity_strip.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/model/parameter_text.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/values_button.h"

namespace acim::ui {

namespace {

/// "adc_bits=6" of "*:adc_bits=6": as parse_treatment reads it.
std::string treatment_text(const LayerOverride& treatment) {
  const std::string text = override_text(treatment);
  return text.substr(text.find(':') + 1);
}

/// What a treatment changes, whatever to.
std::string kind_of(const std::string& treatment) {
  return treatment.substr(0, treatment.find('='));
}

}  // namespace

SensitivityStrip::SensitivityStrip(const SensitivityStudy* study, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      study_(study),
      theme_(theme),
      choice_(new ValuesButton(tr("Changes to try"), theme)),
      button_(new QToolButton),
      treatments_(new QComboBox),
      stale_(new QLabel(tr("other settings"))),
      bar_(new ProgressBar(theme)),
      words_(new QLabel) {
  choice_->setObjectName(QStringLiteral("sensitivity_changes"));
  choice_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  choice_->setMinimumWidth(96);
  choice_->setToolTip(tr("What is done to one layer at a time"));
  button_->setObjectName(QStringLiteral("sensitivity_button"));
  button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button_->setIconSize({16, 16});
  button_->setFixedHeight(32);
  button_->setFocusPolicy(Qt::StrongFocus);
  connect(button_, &QToolButton::clicked, this, [this] {
    if (study_->is_active()) {
      Q_EMIT stop_wanted();
    } else {
      Q_EMIT run_wanted();
    }
  });
  treatments_->setProperty("kind", "tall");
  treatments_->setObjectName(QStringLiteral("sensitivity_shown"));
  treatments_->setAccessibleName(tr("Change that the table shows"));
  treatments_->setToolTip(treatments_->accessibleName());
  treatments_->view()->setAccessibleName(treatments_->accessibleName());
  treatments_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  treatments_->setMinimumContentsLength(8);
  connect(treatments_, &QComboBox::currentIndexChanged, this, &SensitivityStrip::shown_changed);
  stale_->setProperty("kind", "badge-neutral");
  stale_->setFont(theme->font(TextRole::caption_strong));
  stale_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  stale_->setToolTip(tr("These results are of other settings, another network or other images than those now"));
  words_->setFont(theme->font(TextRole::caption));
  words_->setWordWrap(true);
  bar_->setMaximumWidth(QWIDGETSIZE_MAX);

  auto* first = new QHBoxLayout;
  first->setSpacing(8);
  first->addWidget(choice_, 1);
  first->addWidget(button_);
  auto* second = new QHBoxLayout;
  second->setSpacing(8);
  second->addWidget(treatments_, 1);
  second->addWidget(stale_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 8, 16, 8);
  layout->setSpacing(6);
  layout->addLayout(first);
  layout->addLayout(second);
  layout->addWidget(bar_);
  layout->addWidget(words_);
  connect(study, &SensitivityStudy::changed, this, &SensitivityStrip::show_study);
  show_settings({}, true);
}

void SensitivityStrip::show_settings(const PointSettings& settings, bool fits) {
  settings_ = settings;
  fits_ = fits;
  std::vector<ValuesButton::Value> values;
  for (const LayerOverride& treatment : default_treatments(settings)) {
    const std::string text = treatment_text(treatment);
    const auto same = [&](const ValuesButton::Value& one) { return kind_of(one.value) == kind_of(text); };
    const auto before = std::ranges::find_if(choice_->values(), same);
    values.push_back({text, treatment_label(text), before == choice_->values().end() || before->taken});
  }
  // The one that was taken alone may not be possible now.
  const auto taken = [](const ValuesButton::Value& value) { return value.taken; };
  if (std::ranges::none_of(values, taken)) {
    for (ValuesButton::Value& value : values) value.taken = true;
  }
  choice_->set_values(std::move(values));
  show_study();
}

std::vector<LayerOverride> SensitivityStrip::chosen() const {
  std::vector<LayerOverride> chosen;
  for (const std::string& text : choice_->taken()) chosen.push_back(parse_treatment(text));
  return chosen;
}

std::string SensitivityStrip::shown() const {
  return treatments_->currentData().toString().toStdString();
}

QString SensitivityStrip::words() const {
  return words_->text();
}

void SensitivityStrip::show_treatments() {
  std::vector<std::string> listed;
  listed.reserve(static_cast<std::size_t>(treatments_->count()));
  for (int i = 0; i < treatments_->count(); ++i) listed.push_back(treatments_->itemData(i).toString().toStdString());
  const std::vector<std::string> now = study_->treatments();
  if (now == listed) return;
  const std::string kind = kind_of(shown());
  const QSignalBlocker quiet(treatments_);
  treatments_->clear();
  for (const std::string& treatment : now) {
    treatments_->addItem(treatment_label(treatment), QString::fromStdString(treatment));
    if (kind_of(treatment) == kind) treatments_->setCurrentIndex(treatments_->count() - 1);
  }
}

void SensitivityStrip::show_study() {
  show_treatments();
  const bool active = study_->is_active();
  const bool known = study_->ranking().base.images > 0;
  choice_->setEnabled(!active);
  button_->setText(active ? tr("Stop") : known ? tr("Again") : tr("Find out"));
  if (!active && known && fits_ && study_->state() == SensitivityState::stopped) button_->setText(tr("Continue"));
  button_->setIcon(theme_->icon(active ? QStringLiteral("stop") : QStringLiteral("run"), IconInk::plain));
  button_->setToolTip(active ? tr("Stop; what is computed stays")
                             : tr("Change each layer in turn and rank the layers by the accuracy lost (F7)"));
  button_->setAccessibleName(button_->text() + QStringLiteral(": ") + tr("sensitivity of the layers"));
  treatments_->setVisible(known);
  stale_->setVisible(known && !fits_);
  bar_->setVisible(active);
  const StudyProgress& progress = study_->progress();
  const double fraction = progress.images_total > 0
                              ? static_cast<double>(progress.images_done) / static_cast<double>(progress.images_total)
                              : 0;
  bar_->show_progress(fraction,
                      study_->state() == SensitivityState::waiting ? StudyState::paused : StudyState::running);
  show_words();
}

QString SensitivityStrip::study_words() const {
  const SensitivityRanking& ranking = study_->ranking();
  const QString ranks = tr("%1 of %2 ranks decided").arg(ranking.gaps_known).arg(ranking.gaps);
  const QString images = tr("%n images", nullptr, static_cast<int>(ranking.base.images));
  switch (study_->state()) {
    case SensitivityState::waiting:
      return tr("Waits for the sweep, then goes on");
    case SensitivityState::running: {
      if (ranking.base.images == 0) return tr("First images…");
      const std::optional<double>& left = study_->progress().seconds_left;
      const QString so_far = QStringLiteral("%1, %2").arg(ranks, images);
      return left ? tr("%1; at most %2 left").arg(so_far, time_text(*left)) : so_far;
    }
    case SensitivityState::finished:
      return ranking.decided() ? tr("All ranks decided after %1").arg(images)
                               : tr("%1; all %2 are used").arg(ranks, images);
    case SensitivityState::stopped:
      return tr("%1, stopped after %2").arg(ranks, images);
    default:
      return tr(
          "Changes one layer at a time and ranks the layers by the accuracy that costs. Ends by itself when the "
          "ranks are decided.");
  }
}

void SensitivityStrip::show_words() {
  const bool failed = study_->state() == SensitivityState::failed;
  words_->setText(failed ? study_->problem() : study_words());
  const QString kind = failed ? QStringLiteral("error") : QStringLiteral("quiet");
  if (words_->property("kind").toString() == kind) return;
  words_->setProperty("kind", kind);
  words_->style()->unpolish(words_);
  words_->style()->polish(words_);
}

}  // namespace acim::ui
