#include "ui/panel/runs_panel.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/chart/marks.h"
#include "ui/panel/run_delegate.h"

namespace acim::ui {

RunsPanel::RunsPanel(RunsModel* model, const Theme* theme, QWidget* parent)
    : QFrame(parent),
      model_(model),
      theme_(theme),
      table_(new QTableView),
      delegate_(new RunDelegate(theme, table_)),
      count_(new QLabel),
      place_(new QLabel),
      empty_(new QLabel(tr("No runs yet. Every curve that is computed stays here, with its settings."))),
      compare_(new QToolButton),
      colors_(new QMenu(tr("Colour"), this)),
      strip_(new QWidget),
      strip_text_(new QLabel) {
  setProperty("kind", "panel");
  auto* title = new QLabel(tr("Runs"));
  title->setFont(theme->font(TextRole::strong));
  count_->setProperty("kind", "badge-neutral");
  count_->setFont(theme->font(TextRole::caption_strong));
  count_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  place_->setProperty("kind", "quiet");
  place_->setFont(theme->font(TextRole::small));
  place_->setObjectName(QStringLiteral("runs_place"));
  place_->setToolTip(tr("The point whose accuracy and energy the rows show. Select another one in a chart."));
  const auto show_place = [this] { place_->setText(model_->place_text()); };
  connect(model_, &RunsModel::dataChanged, place_, show_place);
  connect(model_, &RunsModel::rowsInserted, place_, show_place);
  connect(model_, &RunsModel::rowsRemoved, place_, show_place);
  connect(model_, &RunsModel::modelReset, place_, show_place);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 0, 8, 0);
  head->setSpacing(8);
  head->addWidget(title);
  head->addWidget(count_);
  head->addWidget(place_);
  head->addStretch(1);
  head->addWidget(compare_);
  auto* head_box = new QWidget;
  head_box->setFixedHeight(36);
  head_box->setLayout(head);
  auto* rule = new QFrame;
  rule->setProperty("kind", "rule");
  empty_->setProperty("kind", "quiet");
  empty_->setContentsMargins(16, 12, 16, 12);

  table_->setModel(model);
  table_->setItemDelegate(delegate_);
  table_->viewport()->installEventFilter(this);
  connect(delegate_, &RunDelegate::pin_clicked, this, [this](int row) {
    const CurveId curve = model_->id_of_row(row);
    model_->set_pinned(curve, !model_->marks(curve).pinned);
  });
  make_columns();
  make_strip();
  make_actions();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 4);
  layout->setSpacing(0);
  layout->addWidget(head_box);
  layout->addWidget(rule);
  layout->addWidget(empty_);
  layout->addWidget(table_, 1);
  layout->addWidget(strip_);
  set_compact(false);

  connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
    Q_EMIT run_chosen(model_->spec_of_row(index.row()), model_->curve_of_row(index.row()));
  });
  // The focus that Tab brings makes a row the current one and selects none; a click selects it a moment later.
  const auto pick_current = [this] {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid() || !table_->selectionModel()->isRowSelected(index.row())) return;
    if (!index.data(RunsModel::kCurrentRole).toBool()) return;
    picking_ = true;
    Q_EMIT curve_picked(static_cast<std::size_t>(index.data(RunsModel::kCurveRole).toInt()));
    picking_ = false;
  };
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, pick_current);
  // Also of a row that was marked before, where no selection changes.
  connect(table_, &QTableView::pressed, this, [this] { marked_ = false; });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, pick_current] {
    marked_ = false;
    pick_current();
    show_actions();
    Q_EMIT picks_changed();
  });
  for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(model, signal, this, &RunsPanel::show_count);
  connect(model, &QAbstractItemModel::modelReset, this, &RunsPanel::show_count);
  connect(model, &QAbstractItemModel::modelReset, strip_, &QWidget::hide);  // What was deleted is back.
  connect(model, &RunsModel::marks_changed, this, &RunsPanel::show_actions);
  connect(model, &RunsModel::removed, this, &RunsPanel::show_deletion);
  connect(model, &RunsModel::extending, this, [this](int run, int by) {
    if (marked_) return;
    std::vector<CurveId> curves = picked();
    if (std::ranges::none_of(curves, [run](CurveId curve) { return curve.run == run; })) return;
    for (CurveId& curve : curves) curve.run = curve.run == run ? by : curve.run;
    QMetaObject::invokeMethod(
        this, [this, curves] { pick(curves); }, Qt::QueuedConnection);
  });
  show_count();
  show_actions();
}

void RunsPanel::make_columns() {
  table_->setAccessibleName(tr("Runs"));
  table_->setAccessibleDescription(
      tr("Every curve computed or opened. Enter takes a run's settings, F2 names it, the menu key has more."));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setMouseTracking(true);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setMinimumSectionSize(24);
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  QHeaderView* header = table_->horizontalHeader();
  header->setHighlightSections(false);
  header->setFont(theme_->font(TextRole::caption));
  header->setMinimumSectionSize(60);
  header->setSectionResizeMode(QHeaderView::Fixed);
  header->setSectionResizeMode(RunsModel::kSettings, QHeaderView::Stretch);
  header->resizeSection(RunsModel::kRun, 252);
  header->resizeSection(RunsModel::kAccuracy, 190);
  header->resizeSection(RunsModel::kEnergy, 92);
  header->resizeSection(RunsModel::kImages, 84);
  header->resizeSection(RunsModel::kTime, 104);
  header->resizeSection(RunsModel::kNote, 200);
  // A third click on a head brings the order of the runs back.
  header->setSortIndicatorClearable(true);
  header->setSortIndicator(-1, Qt::AscendingOrder);
  table_->setSortingEnabled(true);
}

QAction* RunsPanel::add(const char* name, const QString& text, const QString& icon, const QKeySequence& key,
                        const QString& tip, const std::function<void()>& act) {
  auto* made = new QAction(text, this);
  made->setObjectName(QLatin1String(name));
  if (!icon.isEmpty()) made->setIcon(theme_->icon(icon));
  made->setShortcut(key);
  made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  made->setToolTip(key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
  connect(made, &QAction::triggered, this, act);
  actions_ << made;
  table_->addAction(made);
  return made;
}

/// No letters alone: what is typed for another window must not pin, compare or overwrite anything here.
void RunsPanel::make_actions() {
  const auto first = [this](const auto& act) {
    return [this, act] {
      const std::vector<CurveId> curves = picked();
      if (!curves.empty()) act(curves.front());
    };
  };
  add("pin_run", tr("Pin"), QStringLiteral("pin"), QKeySequence(Qt::CTRL | Qt::Key_P),
      tr("Keep the curve in the chart"), [this] {
        const std::vector<CurveId> curves = picked();
        const bool all =
            std::ranges::all_of(curves, [this](const CurveId& curve) { return model_->marks(curve).pinned; });
        model_->set_pinned(curves, !all);
      });
  add("rename_run", tr("Rename"), {}, QKeySequence(Qt::Key_F2), tr("Give the run a name"),
      [this] { edit_cell(RunsModel::kRun); });
  add("note_run", tr("Write a note"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F2), tr("Write a note beside the run"),
      [this] { edit_cell(RunsModel::kNote); });
  for (int color = -1; color < static_cast<int>(theme_->tokens().series.size()); ++color) {
    const QStringList names{tr("Own colour"), tr("Blue"), tr("Rust"), tr("Plum"), tr("Gold"), tr("Green"), tr("Slate")};
    QAction* entry = colors_->addAction(names[color + 1]);
    entry->setStatusTip(tr("Colour, line and marker of the picked runs"));
    connect(entry, &QAction::triggered, this, [this, color] { model_->set_color(picked(), color); });
  }
  table_->addAction(colors_->menuAction());
  actions_ << colors_->menuAction();
  add("baseline_run", tr("Set as baseline"), {}, QKeySequence(Qt::CTRL | Qt::Key_B),
      tr("Compare the settings of all runs and knobs with this run's"), first([this](CurveId curve) {
        model_->set_baseline(model_->baseline() == curve ? std::nullopt : std::optional(curve));
      }));
  QAction* compare = add("compare_runs", tr("Compare two"), {}, QKeySequence(Qt::CTRL | Qt::Key_D),
                         tr("Settings and curves of two runs, side by side"), [this] {
                           const std::vector<CurveId> curves = picked();
                           if (curves.size() == 2) Q_EMIT comparison_wanted(curves[0], curves[1]);
                         });
  add("take_settings", tr("Take its settings"), {}, {}, tr("Set knobs and axes as this run had them (Enter)"), [this] {
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (!rows.isEmpty())
      Q_EMIT run_chosen(model_->spec_of_row(rows.front().row()), model_->curve_of_row(rows.front().row()));
  });
  add("delete_runs", tr("Delete"), QStringLiteral("close"), QKeySequence::Delete, tr("Delete the picked runs"),
      [this] { model_->remove(picked()); });
  compare_->setProperty("kind", "ghost");
  compare_->setDefaultAction(compare);
  compare_->setToolButtonStyle(Qt::ToolButtonTextOnly);
  compare_->setAccessibleName(compare->text());
  compare_->setFocusPolicy(Qt::StrongFocus);
}

QAction* RunsPanel::action(const QString& name) const {
  const auto found = std::ranges::find_if(actions_, [&](const QAction* one) { return one->objectName() == name; });
  return found == actions_.end() ? nullptr : *found;
}

void RunsPanel::make_strip() {
  strip_->setObjectName(QStringLiteral("undo_strip"));
  strip_->setFixedHeight(40);
  auto* undo = new QToolButton;
  undo->setProperty("kind", "link");
  undo->setObjectName(QStringLiteral("undo_deletion"));
  undo->setText(tr("Undo"));
  undo->setFocusPolicy(Qt::StrongFocus);
  connect(undo, &QToolButton::clicked, this, [this] {
    strip_->hide();
    Q_EMIT undo_wanted();
  });
  auto* key = new QLabel(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
  key->setProperty("kind", "badge-neutral");
  key->setFont(theme_->font(TextRole::caption));
  key->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* layout = new QHBoxLayout(strip_);
  layout->setContentsMargins(16, 0, 16, 0);
  layout->setSpacing(12);
  layout->addWidget(strip_text_);
  layout->addWidget(undo);
  layout->addWidget(key);
  layout->addStretch(1);
  strip_->hide();
}

void RunsPanel::show_deletion(int curves, const QString& name) {
  strip_text_->setText(curves == 1 ? tr("Deleted “%1”.").arg(name) : tr("Deleted %n runs.", nullptr, curves));
  strip_->show();
}

void RunsPanel::show_count() {
  count_->setText(QLocale().toString(model_->rowCount()));
  empty_->setVisible(model_->rowCount() == 0);
  table_->setVisible(model_->rowCount() > 0);
  show_actions();
}

std::vector<CurveId> RunsPanel::picked() const {
  std::vector<CurveId> curves;
  QModelIndexList rows = table_->selectionModel()->selectedRows();
  std::ranges::sort(rows, [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
  for (const QModelIndex& index : rows) curves.push_back(model_->id_of_row(index.row()));
  return curves;
}

void RunsPanel::pick(const std::vector<CurveId>& curves) {
  QItemSelection rows;
  for (const CurveId curve : curves) {
    const int row = model_->row_of(curve);
    if (row >= 0) rows.select(model_->index(row, 0), model_->index(row, RunsModel::kColumnCount - 1));
  }
  table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void RunsPanel::show_actions() {
  const std::vector<CurveId> curves = picked();
  for (QAction* one : std::as_const(actions_)) {
    const QString name = one->objectName();
    if (name == QLatin1String("compare_runs")) {
      one->setEnabled(curves.size() == 2);
    } else {
      one->setEnabled(!curves.empty());
    }
  }
  if (curves.empty()) return;
  const bool pinned = std::ranges::all_of(curves, [this](const CurveId& curve) { return model_->marks(curve).pinned; });
  action(QStringLiteral("pin_run"))->setText(pinned ? tr("Unpin") : tr("Pin"));
  action(QStringLiteral("baseline_run"))
      ->setText(model_->baseline() == curves.front() ? tr("Baseline no more") : tr("Set as baseline"));
}

void RunsPanel::edit_cell(int column) {
  const QModelIndexList rows = table_->selectionModel()->selectedRows();
  if (rows.isEmpty()) return;
  table_->edit(model_->index(rows.front().row(), column));
}

void RunsPanel::mark_curve(std::optional<std::size_t> curve) {
  if (picking_) return;  // The pick came from here; a second row with Ctrl must not lose the first.
  const int row = curve ? model_->row_of_current(*curve) : -1;
  // Nor must it where the chart is drawn anew.
  if (row >= 0 && !marked_ && table_->selectionModel()->isRowSelected(row)) return;
  const QSignalBlocker quiet(table_->selectionModel());
  marked_ = true;
  if (row < 0) {
    table_->clearSelection();
  } else {
    // Not selectRow(), which heeds the keys held at the moment.
    const QModelIndex index = model_->index(row, RunsModel::kRun);
    table_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table_->scrollTo(index);  // It is no current index that would be scrolled to where another part has the focus.
  }
  table_->viewport()->update();
  show_actions();
}

bool RunsPanel::mark_hovered(int row) {
  if (row == delegate_->hovered_row()) return false;
  delegate_->set_hovered_row(row);
  table_->viewport()->update();
  return true;
}

void RunsPanel::show_hovered(std::optional<std::size_t> curve) {
  mark_hovered(curve ? model_->row_of_current(*curve) : -1);
}

int RunsPanel::hovered_row() const {
  return delegate_->hovered_row();
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
    const int row = event->type() == QEvent::Leave
                        ? -1
                        : table_->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint()).row();
    if (mark_hovered(row)) Q_EMIT row_hovered(row >= 0 ? std::optional(model_->id_of_row(row)) : std::nullopt);
  }
  return QFrame::eventFilter(watched, event);
}

void RunsPanel::set_compact(bool compact) {
  table_->verticalHeader()->setDefaultSectionSize(compact ? 28 : 32);
  table_->horizontalHeader()->setFixedHeight(compact ? 24 : 28);
  table_->setColumnHidden(RunsModel::kTime, compact);
  table_->horizontalHeader()->resizeSection(RunsModel::kNote, compact ? 160 : 280);
}

void RunsPanel::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() != QEvent::StyleChange && event->type() != QEvent::PaletteChange) return;
  const Tokens& t = theme_->tokens();
  const QList<QAction*> colors = colors_->actions();
  for (qsizetype color = 1; color < colors.size(); ++color) {
    colors[color]->setIcon(sample_pixmap(t.series_style(static_cast<int>(color) - 1), t.panel, devicePixelRatioF()));
  }
}

}  // namespace acim::ui
