#include "ui/panel/macro_form.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "cost/design_hints.h"
#include "study/named_setting.h"
#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"
#include "ui/panel/adc_range_row.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/noise_table.h"

namespace acim::ui {

MacroForm::MacroForm(Parameters* parameters, AdcRangeChoice* adc_range, const Theme* theme, QWidget* parent)
    : QFrame(parent),
      parameters_(parameters),
      theme_(theme),
      adc_range_row_(new AdcRangeRow(adc_range, theme)),
      search_(new QLineEdit),
      changed_badge_(new QLabel),
      lesson_badge_(new QLabel),
      scroll_(new QScrollArea),
      reset_all_(new QToolButton),
      nothing_found_(new QLabel(tr("No knob of that name."))),
      problem_strip_(new QWidget),
      problem_text_(new QLabel),
      problem_link_(new QToolButton) {
  setProperty("kind", "panel");
  setAccessibleName(tr("Macro: the knobs"));

  auto* title = new QLabel(tr("Macro"));
  title->setFont(theme->font(TextRole::strong));
  changed_badge_->setProperty("kind", "badge");
  changed_badge_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  changed_badge_->setFont(theme->font(TextRole::caption_strong));
  lesson_badge_->setProperty("kind", "badge");
  lesson_badge_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  lesson_badge_->setFont(theme->font(TextRole::caption_strong));
  lesson_badge_->hide();
  reset_all_->setProperty("kind", "icon");
  reset_all_->setIcon(theme->icon(QStringLiteral("reset")));
  reset_all_->setToolTip(tr("Reset all knobs"));
  reset_all_->setAccessibleName(tr("Reset all knobs"));
  connect(reset_all_, &QToolButton::clicked, parameters_, &Parameters::reset_all);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 0, 8, 0);
  head->setSpacing(8);
  head->addWidget(title);
  head->addWidget(changed_badge_);
  head->addWidget(lesson_badge_);
  head->addStretch(1);
  head->addWidget(reset_all_);
  auto* head_box = new QWidget;
  head_box->setFixedHeight(36);
  head_box->setLayout(head);
  auto* rule = new QFrame;
  rule->setProperty("kind", "rule");

  search_->setProperty("kind", "search");
  search_->setObjectName(QStringLiteral("knob_search"));
  search_->setPlaceholderText(tr("Find a knob"));
  search_->setAccessibleName(tr("Find a knob"));
  search_->setClearButtonEnabled(false);
  search_->addAction(theme->icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  search_->setToolTip(tr("Find a knob by name, key or meaning (Ctrl+K)"));
  auto* search_box = new QHBoxLayout;
  search_box->setContentsMargins(16, 10, 16, 10);
  search_box->addWidget(search_);

  auto* list = new QWidget;
  auto* list_layout = new QVBoxLayout(list);
  list_layout->setContentsMargins(0, 0, 0, 8);
  list_layout->setSpacing(0);
  nothing_found_->setProperty("kind", "quiet");
  nothing_found_->setContentsMargins(16, 8, 16, 8);
  nothing_found_->hide();
  list_layout->addWidget(nothing_found_);
  std::vector<ParameterGroup> order;
  for (const Parameter& parameter : parameter_table()) {
    if (std::find(order.begin(), order.end(), parameter.group) == order.end()) order.push_back(parameter.group);
  }
  for (const ParameterGroup group : order) add_group(group, list_layout);
  list_layout->addStretch(1);
  QScrollArea* scroll = scroll_;
  scroll->setWidget(list);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Always there, so that rows do not change their width with a search.
  scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  list->setAutoFillBackground(false);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 6);
  layout->setSpacing(0);
  layout->addWidget(head_box);
  layout->addWidget(rule);
  layout->addLayout(search_box);
  layout->addWidget(make_problem_strip());
  layout->addWidget(scroll, 1);
  // Also when groups fold, or a search leaves few.
  connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &MacroForm::show_hidden_problem);
  connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MacroForm::show_hidden_problem);

  connect(search_, &QLineEdit::textChanged, this, &MacroForm::filter);
  connect(parameters_, &Parameters::changed, this, &MacroForm::show_changes);
  show_changes();
}

void MacroForm::add_group(ParameterGroup group, QVBoxLayout* layout) {
  Group made;
  made.header = new QToolButton;
  made.header->setProperty("kind", "group");
  made.header->setText(' ' + label_of(group));
  made.header->setFont(theme_->font(TextRole::small_strong));
  made.header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  made.header->setIconSize({14, 14});
  made.header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  made.header->setFocusPolicy(Qt::TabFocus);
  made.header->setAccessibleName(tr("Group %1").arg(label_of(group)));
  made.note = new QLabel(made.header);
  made.note->setProperty("kind", "badge-neutral");
  made.note->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  made.note->setFont(theme_->font(TextRole::caption));
  made.note->setAttribute(Qt::WA_TransparentForMouseEvents);
  auto* note_layout = new QHBoxLayout(made.header);
  note_layout->setContentsMargins(0, 0, 8, 0);
  note_layout->addStretch(1);
  note_layout->addWidget(made.note);
  made.body = new QWidget;
  auto* rows = new QVBoxLayout(made.body);
  rows->setContentsMargins(0, 4, 0, 4);
  rows->setSpacing(0);
  for (const Parameter& parameter : parameter_table()) {
    if (parameter.group != group) continue;
    auto* row = new KnobRow(parameter, parameters_, theme_);
    rows->addWidget(row);
    made.rows.push_back(row);
    rows_[std::string(parameter.key)] = row;
    if (parameter.key == "random_noise_percent") row->layout()->addWidget(new NoiseTable(parameters_, theme_));
  }
  if (group == parameter_of("adc_range_percent").group) rows->addWidget(adc_range_row_);
  layout->addWidget(made.header);
  layout->addWidget(made.body);
  groups_.push_back(made);
  const std::size_t index = groups_.size() - 1;
  fold(groups_[index], true);
  connect(made.header, &QToolButton::clicked, this,
          [this, index] { fold(groups_[index], groups_[index].body->isHidden()); });
}

void MacroForm::fold(Group& group, bool open) {
  group.body->setVisible(open);
  group.header->setIcon(theme_->icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
  group.header->setAccessibleDescription(open ? tr("Open; press to fold") : tr("Folded; press to open"));
}

KnobRow* MacroForm::row(std::string_view key) const {
  const auto found = rows_.find(key);
  return found == rows_.end() ? nullptr : found->second;
}

void MacroForm::filter(const QString& text) {
  bool any = false;
  for (Group& group : groups_) {
    bool shown = false;
    for (KnobRow* row : group.rows) {
      const bool match = row->matches(text.trimmed());
      row->setVisible(match);
      shown = shown || match;
    }
    if (group.body == adc_range_row_->parentWidget()) {
      const bool match = adc_range_row_->matches(text.trimmed());
      adc_range_row_->setVisible(match);
      shown = shown || match;
    }
    group.header->setVisible(shown);
    fold(group, shown);
    any = any || shown;
  }
  nothing_found_->setVisible(!any);
  show_hidden_problem();
}

// Contradictions out of sight.

QWidget* MacroForm::make_problem_strip() {
  problem_strip_->setObjectName(QStringLiteral("hidden_problem"));
  problem_text_->setProperty("kind", "error");
  problem_text_->setFont(theme_->font(TextRole::caption));
  problem_text_->setWordWrap(true);
  problem_link_->setProperty("kind", "link");
  problem_link_->setFont(theme_->font(TextRole::small));
  problem_link_->setText(tr("Show it"));
  problem_link_->setAccessibleName(problem_link_->text());
  problem_link_->setFocusPolicy(Qt::StrongFocus);
  problem_link_->setCursor(Qt::PointingHandCursor);
  connect(problem_link_, &QToolButton::clicked, this, [this] {
    if (const KnobRow* row = unseen_problem()) point_out(std::string(row->parameter().key));
  });
  auto* layout = new QHBoxLayout(problem_strip_);
  layout->setContentsMargins(16, 0, 12, 8);
  layout->setSpacing(8);
  layout->addWidget(problem_text_, 1);
  layout->addWidget(problem_link_, 0, Qt::AlignTop);
  problem_strip_->hide();
  return problem_strip_;
}

const KnobRow* MacroForm::unseen_problem() const {
  const QRect seen = scroll_->viewport()->rect();
  const KnobRow* unseen = nullptr;
  for (const ParameterProblem& problem : parameters_->problems()) {
    for (const std::string& key : problem.keys) {
      const KnobRow* row = this->row(key);
      if (row == nullptr) continue;
      const QPoint middle = row->mapTo(scroll_->viewport(), row->rect().center());
      // Each knob of a contradiction tells it: one in view is enough.
      if (row->isVisibleTo(scroll_->widget()) && seen.contains(middle)) return nullptr;
      if (unseen == nullptr) unseen = row;
    }
  }
  return unseen;
}

void MacroForm::show_hidden_problem() {
  const KnobRow* row = unseen_problem();
  if (row != nullptr) {
    const QString name = label_of(row->parameter());
    problem_text_->setText(tr("%1 stands in the way of a run.").arg(name));
    problem_text_->setToolTip(row->problem());
    problem_link_->setAccessibleName(tr("Show %1").arg(name));
  }
  problem_strip_->setVisible(row != nullptr);
}

QString MacroForm::hidden_problem() const {
  return problem_strip_->isHidden() ? QString() : problem_text_->text();
}

void MacroForm::point_out(const std::string& key) {
  KnobRow* row = this->row(key);
  if (row == nullptr) return;
  search_->clear();
  for (Group& group : groups_) {
    if (std::ranges::find(group.rows, row) != group.rows.end()) fold(group, true);
  }
  if (QWidget* field = row->editor()) field->setFocus(Qt::OtherFocusReason);
  // After the rows have found their places.
  QTimer::singleShot(0, row, [this, row] {
    scroll_->ensureWidgetVisible(row, 0, 24);
    show_hidden_problem();
  });
}

/// Traps that one knob alone makes of another are said there.
void MacroForm::show_hints() {
  QString votes;
  const MacroParameters& macro = parameters_->current();
  if (cost::is_vote_of_one(macro) && parameters_->problems().empty()) {
    for (const cost::DesignHint& hint : cost::design_hints(macro)) {
      if (hint.code == "vote_of_one") votes = phrase_text(hint.reason);
    }
  }
  if (KnobRow* samples = row("voting_samples")) {
    samples->set_note(samples->sweep_role() == SweepRole::none ? votes : QString());
  }
}

void MacroForm::show_sweep(const SweepAxis& x, const SweepAxis& family) {
  adc_range_row_->set_swept(x.key == kAdcRange || family.key == kAdcRange);
  for (const auto& [key, row] : rows_) {
    if (!x.key.empty() && key == x.key) {
      row->set_sweep(SweepRole::x, x.values);
    } else if (!family.key.empty() && key == family.key) {
      row->set_sweep(SweepRole::family, family.values);
    } else if (row->sweep_role() != SweepRole::none) {
      row->set_sweep(SweepRole::none, {});
    }
    // Of a knob that is swept there is no one value.
    if (auto* units = row->findChild<NoiseTable*>()) units->setVisible(row->sweep_role() == SweepRole::none);
  }
  show_changes();
}

void MacroForm::show_lesson(const std::vector<std::string>& keys) {
  const auto used = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  if (!keys.empty()) search_->clear();
  for (Group& group : groups_) {
    bool any = false;
    for (KnobRow* row : group.rows) {
      row->set_in_lesson(used(row->parameter().key));
      any = any || row->in_lesson();
    }
    fold(group, any || keys.empty());
  }
  lesson_badge_->setText(tr("%n in this lesson", nullptr, static_cast<int>(keys.size())));
  lesson_badge_->setVisible(!keys.empty());
  show_changes();
  if (KnobRow* first = keys.empty() ? nullptr : row(keys.front())) scroll_->ensureWidgetVisible(first);
}

void MacroForm::show_changes() {
  std::map<std::string, QString> messages;
  for (const ParameterProblem& problem : parameters_->problems()) {
    for (const std::string& key : problem.keys) {
      QString& message = messages[key];
      if (!message.isEmpty()) message += '\n';
      message += phrase_text(problem.message);
    }
  }
  int changed = 0;
  for (Group& group : groups_) {
    int changed_here = 0;
    bool swept = false;
    for (KnobRow* row : group.rows) {
      const std::string key(row->parameter().key);
      const auto message = messages.find(key);
      row->set_problem(message == messages.end() ? QString()
                                                 : message->second + ' ' + tr("The chart shows the last good result."));
      if (row->sweep_role() != SweepRole::none) {
        swept = true;
      } else if (parameters_->differs(key)) {
        ++changed_here;
      }
    }
    group.note->setVisible(swept || changed_here > 0);
    group.note->setText(changed_here > 0 ? tr("%n changed", nullptr, changed_here) : tr("swept"));
    changed += changed_here;
  }
  changed_badge_->setVisible(changed > 0 && lesson_badge_->isHidden());
  changed_badge_->setText(tr("%n changed", nullptr, changed));
  reset_all_->setEnabled(changed > 0);
  show_hints();
  show_hidden_problem();
}

}  // namespace acim::ui
