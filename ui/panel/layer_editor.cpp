#include "ui/panel/layer_editor.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"
#include "ui/model/rich_text.h"
#include "ui/panel/knob_row.h"

namespace acim::ui {

namespace {

constexpr int kMostHeight = 248;  ///< of the knobs; more of them scroll

}  // namespace

LayerEditor::LayerEditor(LayerKnobs* knobs, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      knobs_(knobs),
      theme_(theme),
      name_(new QLabel),
      reset_(new QToolButton),
      segments_(new QFrame),
      place_(new QButtonGroup(this)),
      choice_(new QComboBox),
      scroll_(new QScrollArea) {
  name_->setFont(theme->font(TextRole::strong));
  name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  reset_->setProperty("kind", "icon");
  reset_->setIcon(theme->icon(QStringLiteral("reset")));
  reset_->setToolTip(tr("Take all own settings of these layers away"));
  reset_->setAccessibleName(tr("Reset these layers"));
  connect(reset_, &QToolButton::clicked, knobs_, &LayerKnobs::reset_layers);
  make_place();
  make_choice();

  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 0, 12, 0);
  head->setSpacing(8);
  head->addWidget(name_, 1);
  head->addWidget(segments_);
  head->addWidget(reset_);
  auto* rows = new QWidget;
  rows_layout_ = new QVBoxLayout(rows);
  rows_layout_->setContentsMargins(0, 0, 8, 0);
  rows_layout_->setSpacing(0);
  scroll_->setWidget(rows);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->viewport()->setAutoFillBackground(false);
  rows->setAutoFillBackground(false);
  scroll_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* choice_line = new QHBoxLayout;
  choice_line->setContentsMargins(16, 4, 16, 0);
  choice_line->addWidget(choice_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 8, 0, 10);
  layout->setSpacing(4);
  layout->addLayout(head);
  layout->addWidget(scroll_);
  layout->addLayout(choice_line);
  connect(knobs_, &Parameters::changed, this, [this] {
    show_rows();
    show_notes();
  });
  show_rows();
}

void LayerEditor::make_place() {
  segments_->setProperty("kind", "segments");
  auto* inner = new QHBoxLayout(segments_);
  inner->setContentsMargins(2, 2, 2, 2);
  inner->setSpacing(2);
  const auto add = [&](const QString& name, const QString& what, bool digital) {
    auto* button = new QToolButton;
    button->setProperty("kind", "segment");
    button->setText(name);
    button->setToolTip(what);
    button->setAccessibleName(what);
    button->setCheckable(true);
    button->setFont(theme_->font(TextRole::small));
    button->setFocusPolicy(Qt::StrongFocus);
    place_->addButton(button, digital ? 1 : 0);
    inner->addWidget(button);
  };
  add(tr("Array"), tr("Put these layers on the array"), false);
  add(tr("Digital"), tr("Make these layers digital: exact integers"), true);
  connect(place_, &QButtonGroup::idClicked, this, [this](int digital) { knobs_->set_digital(digital == 1); });
}

void LayerEditor::make_choice() {
  choice_->setProperty("kind", "tall");
  choice_->setAccessibleName(tr("Set a knob for these layers"));
  choice_->addItem(tr("Set a knob for these layers…"));
  for (const Parameter& parameter : parameter_table()) {
    if (!parameter.per_layer) continue;
    choice_->addItem(QStringLiteral("%1: %2").arg(label_of(parameter.group), label_of(parameter)),
                     QString::fromUtf8(parameter.key.data(), static_cast<qsizetype>(parameter.key.size())));
    choice_->setItemData(choice_->count() - 1, meaning_of(parameter), Qt::ToolTipRole);
  }
  choice_->view()->setAccessibleName(choice_->accessibleName());
  choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  connect(choice_, &QComboBox::activated, this, [this](int index) {
    if (index > 0) add_knob(choice_->itemData(index).toString().toStdString());
    choice_->setCurrentIndex(0);
  });
}

QToolButton* LayerEditor::place_button(bool digital) const {
  return qobject_cast<QToolButton*>(place_->button(digital ? 1 : 0));
}

void LayerEditor::show_target(const QString& name, std::optional<bool> digital) {
  const bool any = !knobs_->target().names.empty();
  for (QWidget* one : std::initializer_list<QWidget*>{segments_, reset_, choice_}) one->setVisible(any);
  name_->setFont(theme_->font(any ? TextRole::strong : TextRole::body));
  name_->setProperty("kind", any ? "" : "quiet");
  name_->style()->polish(name_);
  name_->setText(QFontMetrics(name_->font()).elidedText(name, Qt::ElideMiddle, std::max(80, name_->width())));
  name_->setToolTip(plain_tip(name));
  name_->setAccessibleName(name);
  place_->setExclusive(digital.has_value());
  for (const bool place : {false, true}) place_button(place)->setChecked(digital == place);
  place_->setExclusive(true);
}

void LayerEditor::add_knob(const std::string& key) {
  if (std::find(added_.begin(), added_.end(), key) == added_.end()) added_.push_back(key);
  show_rows();
  show_notes();
  if (KnobRow* made = row(key)) {
    if (QWidget* field = made->editor()) field->setFocus(Qt::OtherFocusReason);
  }
}

KnobRow* LayerEditor::row(std::string_view key) const {
  const auto found =
      std::find_if(rows_.begin(), rows_.end(), [&](KnobRow* one) { return one->parameter().key == key; });
  return found == rows_.end() ? nullptr : *found;
}

void LayerEditor::show_rows() {
  if (knobs_->target() != shown_) {
    shown_ = knobs_->target();
    added_.clear();
  }
  std::vector<std::string> keys = knobs_->own_keys();
  for (const std::string& key : keys) {
    // A row stays when its knob is reset, so that it can be set again.
    if (std::find(added_.begin(), added_.end(), key) == added_.end()) added_.push_back(key);
  }
  reset_->setEnabled(!keys.empty() || knobs_->has_own_digital());
  std::erase_if(rows_, [&](KnobRow* one) {
    const bool gone = std::find(added_.begin(), added_.end(), one->parameter().key) == added_.end();
    if (gone) {
      one->hide();
      rows_layout_->removeWidget(one);
      one->deleteLater();
    }
    return gone;
  });
  for (const std::string& key : added_) {
    if (row(key) != nullptr) continue;
    auto* made = new KnobRow(parameter_of(key), knobs_, theme_);
    rows_layout_->addWidget(made);
    connect(made, &KnobRow::problem_shown, this, &LayerEditor::fit_height);
    rows_.push_back(made);
  }
}

void LayerEditor::fit_height() {
  scroll_->setVisible(!rows_.empty());
  int height = 0;
  for (KnobRow* one : rows_) height += std::max(one->sizeHint().height(), one->heightForWidth(scroll_->width()));
  scroll_->setFixedHeight(std::min(height, kMostHeight));
}

void LayerEditor::show_notes() {
  for (KnobRow* one : rows_) {
    const Parameter& parameter = one->parameter();
    const QString elsewhere = screen_text(parameter, knobs_->baseline_value(parameter.key));
    QString note = tr("As everywhere: %1.").arg(elsewhere);
    if (knobs_->differs(parameter.key)) note = tr("Own value; %1 elsewhere.").arg(elsewhere);
    if (knobs_->mixed(parameter.key))
      note = tr("These layers differ; shown is the first. %1 elsewhere.").arg(elsewhere);
    one->set_note(note);
    QString message;
    for (const ParameterProblem& problem : knobs_->problems()) {
      if (std::find(problem.keys.begin(), problem.keys.end(), parameter.key) == problem.keys.end()) continue;
      message = phrase_text(problem.message);
    }
    one->set_problem(message);
  }
  fit_height();
}

}  // namespace acim::ui
