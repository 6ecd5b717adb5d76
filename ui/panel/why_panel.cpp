#include "ui/panel/why_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/chart/cause_bar.h"
#include "ui/model/cause_text.h"
#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"
#include "ui/model/rich_text.h"
#include "ui/panel/dock_head.h"
#include "ui/panel/loss_list.h"
#include "ui/panel/segments.h"
#include "ui/panel/trial_row.h"

namespace acim::ui {

namespace {

constexpr std::size_t kShownTrials = 5;
constexpr double kLeastGain = 0.05;  ///< dB that are worth a line
constexpr int kAllLayers = -1;

QFrame* rule() {
  auto* line = new QFrame;
  line->setProperty("kind", "rule");
  return line;
}

QLabel* label(const Theme* theme, TextRole role, bool quiet) {
  auto* made = new QLabel;
  made->setFont(theme->font(role));
  if (quiet) made->setProperty("kind", "quiet");
  made->setWordWrap(true);
  return made;
}

QWidget* padded(QWidget* widget, int top) {
  auto* box = new QWidget;
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(16, top, 16, 0);
  layout->addWidget(widget);
  return box;
}

struct Pair {
  int weight_bit = 0;
  int cycle = 0;
};

Pair worst_pair(const LayerErrors& errors) {
  Pair worst;
  for (int i = 0; i < errors.weight_bits; ++i) {
    for (int j = 0; j < errors.cycles; ++j) {
      if (errors.pair_share(i, j) > errors.pair_share(worst.weight_bit, worst.cycle)) worst = {i, j};
    }
  }
  return worst;
}

}  // namespace

WhyPanel::WhyPanel(ExplanationModel* model, const Theme* theme, QWidget* parent)
    : QFrame(parent),
      model_(model),
      theme_(theme),
      badge_(new QLabel),
      stack_(new QStackedWidget),
      empty_(label(theme, TextRole::body, true)),
      summary_(label(theme, TextRole::strong, false)),
      measured_(label(theme, TextRole::small, true)),
      quantisation_(label(theme, TextRole::small, false)),
      losses_(new LossList(theme)),
      layer_name_(label(theme, TextRole::strong, false)),
      causes_(new CauseBar(theme)),
      meaning_(label(theme, TextRole::small, true)),
      pair_words_(label(theme, TextRole::small, false)),
      pair_(new QToolButton),
      trial_part_(new QWidget),
      scope_(new Segments(tr("What is turned"), theme)),
      trial_note_(label(theme, TextRole::small, true)),
      trial_rows_(new QVBoxLayout),
      hint_title_(label(theme, TextRole::strong, false)),
      hints_(label(theme, TextRole::small, false)) {
  setProperty("kind", "panel");
  setAccessibleName(tr("Why"));
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setContentsMargins(24, 0, 24, 0);
  stack_->addWidget(empty_);
  stack_->addWidget(make_body());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addWidget(make_head());
  layout->addWidget(rule());
  layout->addWidget(stack_, 1);
  connect(losses_, &LossList::layer_picked, this, [this](int layer) {
    model_->set_layer(layer);
    Q_EMIT layer_picked(layer);
  });
  connect(pair_, &QToolButton::clicked, this, [this] {
    if (const LayerExplanation* layer = model_->layer()) {
      const Pair worst = worst_pair(layer->errors);
      Q_EMIT pair_wanted(static_cast<int>(layer->index), worst.weight_bit, worst.cycle);
    }
  });
  connect(scope_, &Segments::picked, this, &WhyPanel::show_trials);
  connect(model_, &ExplanationModel::changed, this, &WhyPanel::show_model);
  connect(model_, &ExplanationModel::measured_changed, this, &WhyPanel::show_measured);
  connect(model_, &ExplanationModel::advanced, this, &WhyPanel::show_progress);
  show_model();
}

QWidget* WhyPanel::make_head() {
  QToolButton* close = make_close_button(tr("Hide why"), *theme_);
  connect(close, &QToolButton::clicked, this, &WhyPanel::close_wanted);
  return make_dock_head({.title = new QLabel(tr("Why")), .badge = badge_, .close = close}, *theme_);
}

QWidget* WhyPanel::make_body() {
  auto* order = label(theme_, TextRole::caption, true);
  order->setText(tr("Layers by signal to noise, worst first"));
  order->setToolTip(
      tr("Signal to noise of a layer's outputs (CSNR): variance of the exact integer products over the mean squared "
         "error of the array. 6 dB are a bit. The bar is the root of error over signal."));
  pair_->setProperty("kind", "link");
  pair_->setFont(theme_->font(TextRole::small));
  pair_->setText(tr("Show it in the bits map"));
  scope_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  scope_->add(tr("All layers"), tr("Turn the knob for the whole network"));
  scope_->add(tr("This layer"), tr("Turn it for the chosen layer alone"));
  auto* help = label(theme_, TextRole::strong, false);
  help->setText(tr("What would help"));
  auto* trial_layout = new QVBoxLayout(trial_part_);
  trial_layout->setContentsMargins(0, 0, 0, 0);
  trial_layout->setSpacing(4);
  trial_layout->addWidget(help);
  trial_layout->addWidget(scope_);
  trial_layout->addWidget(trial_note_);
  trial_rows_->setSpacing(0);
  trial_layout->addLayout(trial_rows_);
  hint_title_->setText(tr("Worth knowing"));

  auto* content = new QWidget;
  auto* layout = new QVBoxLayout(content);
  layout->setContentsMargins(0, 0, 0, 16);
  layout->setSpacing(0);
  layout->addWidget(padded(summary_, 12));
  layout->addWidget(padded(measured_, 4));
  quantisation_->setObjectName(QStringLiteral("quantisation"));
  layout->addWidget(padded(quantisation_, 4));
  layout->addWidget(padded(order, 12));
  layout->addSpacing(4);
  layout->addWidget(losses_);
  layout->addWidget(padded(layer_name_, 16));
  layout->addWidget(padded(causes_, 8));
  layout->addWidget(padded(meaning_, 4));
  layout->addWidget(padded(pair_words_, 8));
  auto* pair_line = new QHBoxLayout;
  pair_line->setContentsMargins(12, 0, 16, 0);
  pair_line->addWidget(pair_);
  pair_line->addStretch(1);
  layout->addLayout(pair_line);
  layout->addWidget(padded(trial_part_, 16));
  layout->addWidget(padded(hint_title_, 16));
  hints_->setProperty("rich", true);
  layout->addWidget(padded(hints_, 4));
  layout->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(content);
  scroll->viewport()->setAutoFillBackground(false);
  content->setAutoFillBackground(false);
  return scroll;
}

void WhyPanel::set_point(const QString& point) {
  if (point == point_) return;
  point_ = point;
  show_summary();
}

QString WhyPanel::summary() const {
  return stack_->currentIndex() == 0 ? empty_->text() : summary_->text();
}

std::vector<TrialRow*> WhyPanel::trials() const {
  std::vector<TrialRow*> rows;
  for (int i = 0; i < trial_rows_->count(); ++i) {
    if (auto* row = qobject_cast<TrialRow*>(trial_rows_->itemAt(i)->widget())) rows.push_back(row);
  }
  return rows;
}

QString WhyPanel::hints() const {
  return hints_->isHidden() ? QString() : hints_->text();
}

void WhyPanel::show_model() {
  const bool there = model_->explanation() != nullptr;
  stack_->setCurrentIndex(there ? 1 : 0);
  show_progress();
  if (!there) return show_empty();
  show_measured();
  show_layer();
  show_trials();
  show_hints();
}

/// Alone, so that a button below does not vanish under the mouse while a run measures.
void WhyPanel::show_measured() {
  losses_->show_explanation(*model_->explanation(), model_->layer()->index);
  show_summary();
}

void WhyPanel::show_empty() {
  switch (model_->state()) {
    case ExplanationState::empty:
      return empty_->setText(tr("Nothing to explain yet.\nOpen a network above."));
    case ExplanationState::no_array:
      return empty_->setText(
          tr("Nothing to explain: this mode has no array, so that no column adds an error. Choose simulated."));
    case ExplanationState::all_digital:
      return empty_->setText(
          tr("Nothing to explain: every layer stays digital, and is exact. Put one on the array in the Layers view."));
    case ExplanationState::problem:
      return empty_->setText(tr("These settings cannot be explained.\n%1").arg(model_->problem()));
    case ExplanationState::waiting:
    case ExplanationState::ready:
      return empty_->setText(tr("Looking into every layer, on the first images…"));
  }
}

void WhyPanel::show_progress() {
  const bool works = model_->progress() < 1 &&
                     (model_->state() == ExplanationState::waiting || model_->state() == ExplanationState::ready);
  badge_->setVisible(works);
  if (works) badge_->setText(tr("looking, %1").arg(percent_text(model_->progress(), 0)));
}

void WhyPanel::show_summary() {
  const Explanation* explanation = model_->explanation();
  if (explanation == nullptr) return;
  if (explanation->is_lossless()) {
    summary_->setText(
        tr("No error: the array equals the quantised network. What that lacks against float, the bits of weights and "
           "activations cost."));
  } else {
    const LayerExplanation& worst = explanation->layers[explanation->ranked.front()];
    std::size_t largest = 0;
    for (std::size_t k = 1; k < kErrorCauses; ++k) {
      if (worst.errors.share(static_cast<ErrorCause>(k)) > worst.errors.share(static_cast<ErrorCause>(largest))) {
        largest = k;
      }
    }
    const auto cause = static_cast<ErrorCause>(largest);
    summary_->setText(tr("%1 loses most: its signal to noise is %2 dB. %3 makes %4 of its error.")
                          .arg(QString::fromStdString(worst.layer),
                               decibel_text(explanation->csnr_db[explanation->ranked.front()]), cause_name(cause),
                               percent_text(worst.errors.share(cause), 0)));
  }
  const QString images = tr("On the first %n images", nullptr, static_cast<int>(model_->images()));
  const QString where =
      point_.isEmpty() ? tr("%1, with the knobs as they stand.").arg(images) : tr("%1, at %2.").arg(images, point_);
  measured_->setText(explanation->measured ? tr("%1 Signal to noise on all that ran.").arg(where) : where);
}

void WhyPanel::set_references(const PointResult& in_float, const PointResult& quantised) {
  constexpr double kWorthSaying = 0.01;  // of all images
  const bool known = in_float.images > 0 && quantised.images == in_float.images;
  const bool loses = known && in_float.accuracy() - quantised.accuracy() >= kWorthSaying;
  quantisation_->parentWidget()->setVisible(loses);
  if (!loses) return;
  quantisation_->setText(
      tr("Without the array the integers alone have %1, float has %2: more weight or activation bits "
         "win that back, nothing below does.")
          .arg(percent_text(quantised.accuracy()), percent_text(in_float.accuracy())));
}

void WhyPanel::show_layer() {
  const LayerExplanation* layer = model_->layer();
  const QString name = QString::fromStdString(layer->layer);
  causes_->set_errors(layer->errors);
  layer_name_->setText(tr("What the error of %1 is made of").arg(name));
  layer_name_->setToolTip(
      tr("Each cause's share of the mean squared error of the outputs, against the product of real numbers. Shares add "
         "up to 100 %; one is negative where a cause undoes others."));
  if (layer->is_lossless()) {
    meaning_->setText(
        tr("The array makes none of it: its outputs are the exact integer products. What is left is the rounding and "
           "clipping to integers."));
  } else if (!causes_->parts().empty()) {
    const ErrorCause largest = causes_->parts().front().cause;
    meaning_->setText(QStringLiteral("%1: %2").arg(cause_name(largest), cause_meaning(largest)));
  }
  const LayerErrors& errors = layer->errors;
  const bool pairs = !layer->is_lossless() && errors.weight_bits > 1;
  pair_->setVisible(pairs);
  pair_words_->parentWidget()->setVisible(pairs);
  if (!pairs) return;
  const Pair worst = worst_pair(errors);
  const bool serial = errors.cycles == static_cast<int>(errors.activation_ones.size());
  pair_words_->setText(
      (serial ? tr("Worst pair of bits: weight bit %1 with activation bit %2 makes %3 of the array's error.")
              : tr("Worst pair of bits: weight bit %1 with cycle %2 makes %3 of the array's error."))
          .arg(worst.weight_bit)
          .arg(worst.cycle)
          .arg(percent_text(errors.pair_share(worst.weight_bit, worst.cycle), 0)));
  pair_->setAccessibleDescription(pair_words_->text());
}

void WhyPanel::show_trials() {
  const Explanation* explanation = model_->explanation();
  if (explanation == nullptr) return;
  trial_part_->setVisible(!explanation->is_lossless());
  const bool all = scope_->choice() <= 0;
  const LayerExplanation* layer = model_->layer();
  const std::vector<KnobTrial>& trials = all ? explanation->trials : layer->trials;
  // A row that has the focus must not vanish under the user: where it stood the focus stays.
  QWidget* focus = focusWidget();
  int focused = -1;
  std::vector<TrialRow*> old = this->trials();
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (old[i]->button() == focus && focus->hasFocus()) focused = static_cast<int>(i);
    trial_rows_->removeWidget(old[i]);
    old[i]->hide();
    old[i]->deleteLater();
  }
  int shown = 0;
  for (const KnobTrial& trial : trials) {
    if (shown == static_cast<int>(kShownTrials)) break;
    if (trial.gained_db < kLeastGain) continue;
    const bool can_try = !trial.values.empty() || (all && trial.change == kRangeCalibrated);
    auto* row = new TrialRow(trial, can_try, theme_);
    const int place = all ? kAllLayers : static_cast<int>(layer->index);
    connect(row, &TrialRow::wanted, this, [this, trial, place] { Q_EMIT trial_wanted(trial, place); });
    trial_rows_->addWidget(row);
    if (shown++ == focused) row->button()->setFocus(Qt::OtherFocusReason);
  }
  const QString name = QString::fromStdString(layer->layer);
  QString note = all ? tr("Signal to noise gained, mean of the layers, and the macro's energy.")
                     : tr("Signal to noise gained in %1, and its energy in the macro.").arg(name);
  if (!explanation->tried) {
    note = tr("Turning each knob once…");
  } else if (!all && layer->is_lossless()) {
    note = tr("%1 has no error to lose.").arg(name);
  } else if (shown == 0) {
    note = tr("No single knob helps here.");
  }
  trial_note_->setText(note);
}

void WhyPanel::show_hints() {
  QString text;
  const auto add = [&text](const cost::DesignHint& hint) {
    text += QStringLiteral("<p style='margin-top:0;margin-bottom:8px'>%1 <b>%2</b></p>")
                .arg(phrase_text(hint.reason).toHtmlEscaped(), phrase_text(hint.remedy).toHtmlEscaped());
  };
  for (const cost::DesignHint& hint : model_->explanation()->hints) add(hint);
  for (const cost::DesignHint& hint : model_->layer()->hints) add(hint);
  hints_->setText(with_strong(text));
  hints_->setVisible(!text.isEmpty());
  hint_title_->parentWidget()->setVisible(!text.isEmpty());
  hints_->parentWidget()->setVisible(!text.isEmpty());
}

}  // namespace acim::ui
