#include "ui/panel/runs_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/chart/marks.h"

namespace acim::ui {

namespace {

/// Rows without vertical rules: a bar and a soft ground for the picked one, the curve's sample before its name.
class RunDelegate : public QStyledItemDelegate {
 public:
  RunDelegate(const Theme* theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = theme_->tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool picked = option.state.testFlag(QStyle::State_Selected);
    if (picked) painter->fillRect(option.rect, t.accent_soft);
    painter->setPen(QPen(t.grid, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect box = option.rect.adjusted(8, 0, -8, 0);
    if (index.column() == RunsModel::kRun) {
      if (picked) painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
      painter->setOpacity(index.data(RunsModel::kCurrentRole).toBool() ? 1 : 0.55);
      draw_sample(*painter, t.series_style(index.data(RunsModel::kCurveRole).toInt()),
                  QRectF(option.rect.left() + 16, option.rect.top(), 30, option.rect.height()), t.panel);
      painter->setOpacity(1);
      box.setLeft(option.rect.left() + 58);
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool quiet = index.column() == RunsModel::kSettings || index.column() == RunsModel::kTime ||
                       index.column() == RunsModel::kNote;
    const TextRole role =
        index.column() == RunsModel::kRun || index.column() == RunsModel::kAccuracy ? TextRole::value : TextRole::body;
    painter->setFont(theme_->font(role));
    painter->setPen(quiet ? t.text2 : t.text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(box, static_cast<int>(alignment),
                      QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, box.width()));
    painter->restore();
  }

 private:
  const Theme* theme_;
};

}  // namespace

RunsPanel::RunsPanel(RunsModel* model, const Theme* theme, QWidget* parent)
    : QFrame(parent), model_(model), theme_(theme), table_(new QTableView), count_(new QLabel) {
  setProperty("kind", "panel");
  auto* title = new QLabel(tr("Runs"));
  title->setFont(theme->font(TextRole::strong));
  count_->setProperty("kind", "badge-neutral");
  count_->setFont(theme->font(TextRole::caption_strong));
  count_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 0, 16, 0);
  head->setSpacing(8);
  head->addWidget(title);
  head->addWidget(count_);
  head->addStretch(1);
  auto* head_box = new QWidget;
  head_box->setFixedHeight(34);
  head_box->setLayout(head);
  auto* rule = new QFrame;
  rule->setProperty("kind", "rule");

  table_->setModel(model);
  table_->setItemDelegate(new RunDelegate(theme, table_));
  table_->setAccessibleName(tr("Runs"));
  table_->setAccessibleDescription(tr("Every curve computed since the window opened. Enter takes a run's settings."));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setMinimumSectionSize(24);
  QHeaderView* header = table_->horizontalHeader();
  header->setHighlightSections(false);
  header->setFont(theme->font(TextRole::caption));
  header->setSectionsClickable(false);
  header->setMinimumSectionSize(60);
  header->setSectionResizeMode(QHeaderView::Fixed);
  header->setSectionResizeMode(RunsModel::kSettings, QHeaderView::Stretch);
  header->resizeSection(RunsModel::kRun, 230);
  header->resizeSection(RunsModel::kAccuracy, 140);
  header->resizeSection(RunsModel::kImages, 84);
  header->resizeSection(RunsModel::kTime, 104);
  header->resizeSection(RunsModel::kNote, 120);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 4);
  layout->setSpacing(0);
  layout->addWidget(head_box);
  layout->addWidget(rule);
  layout->addWidget(table_, 1);
  set_compact(false);

  const auto current_spec = [this](const QModelIndex& index) {
    Q_EMIT run_chosen(model_->spec_of_row(index.row()), model_->curve_of_row(index.row()));
  };
  connect(table_, &QTableView::activated, this, current_spec);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
    if (index.isValid() && index.data(RunsModel::kCurrentRole).toBool()) {
      Q_EMIT curve_picked(static_cast<std::size_t>(index.data(RunsModel::kCurveRole).toInt()));
    }
  });
  for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
    connect(model, signal, this, &RunsPanel::show_count);
  }
  show_count();
}

void RunsPanel::show_count() {
  count_->setText(QLocale().toString(model_->rowCount()));
}

void RunsPanel::mark_curve(std::optional<std::size_t> curve) {
  const QSignalBlocker quiet(table_->selectionModel());
  const int row = curve ? model_->row_of_current(*curve) : -1;
  if (row < 0) {
    table_->clearSelection();
  } else {
    table_->selectRow(row);
  }
  table_->viewport()->update();
}

void RunsPanel::set_compact(bool compact) {
  table_->verticalHeader()->setDefaultSectionSize(compact ? 28 : 32);
  table_->horizontalHeader()->setFixedHeight(compact ? 24 : 28);
  table_->setColumnHidden(RunsModel::kTime, compact);
}

}  // namespace acim::ui
