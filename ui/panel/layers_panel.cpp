#include "ui/panel/layers_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panel/bits_panel.h"
#include "ui/panel/dock_head.h"
#include "ui/panel/layer_delegate.h"
#include "ui/panel/layer_editor.h"
#include "ui/panel/segments.h"
#include "ui/panel/sensitivity_strip.h"

namespace acim::ui {

namespace {

constexpr int kNarrow = 360;  ///< below it only name, CSNR and the energy's bar

QFrame* rule() {
  auto* line = new QFrame;
  line->setProperty("kind", "rule");
  return line;
}

}  // namespace

LayersPanel::LayersPanel(LayersModel* model, Parameters* parameters, const SensitivityStudy* sensitivity,
                         const Theme* theme, QWidget* parent)
    : QFrame(parent),
      model_(model),
      parameters_(parameters),
      theme_(theme),
      knobs_(parameters),
      badge_(new QLabel),
      pattern_(new QLineEdit),
      matches_(new QLabel),
      place_(new QLabel),
      stray_(new QToolButton),
      sensitivity_(new SensitivityStrip(sensitivity, theme)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new QTableView),
      delegate_(new LayerDelegate(theme, table_)),
      editor_(new LayerEditor(&knobs_, theme)),
      bits_(new BitsPanel(theme)),
      views_(new Segments(tr("Layers as"), theme)),
      views_in_head_(new QWidget),
      views_below_(new QWidget),
      stack_(new QStackedWidget) {
  setProperty("kind", "panel");
  setAccessibleName(tr("Layers of the network"));
  make_table();

  pattern_->setProperty("kind", "search");
  pattern_->setObjectName(QStringLiteral("layer_pattern"));
  pattern_->setPlaceholderText(tr("Select by pattern, such as layer1.*"));
  pattern_->setAccessibleName(tr("Select layers by pattern"));
  pattern_->setToolTip(tr("Selects the layers whose whole name matches: * stands for any text, ? for one character"));
  pattern_->addAction(theme->icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  matches_->setProperty("kind", "quiet");
  matches_->setFont(theme->font(TextRole::caption));
  search_ = new QWidget;
  auto* search = new QHBoxLayout(search_);
  search->setContentsMargins(16, 10, 16, 10);
  search->setSpacing(8);
  search->addWidget(pattern_, 1);
  search->addWidget(matches_);

  stray_->setProperty("kind", "link");
  stray_->setText(tr("Remove settings that name no layer here"));
  stray_->setAccessibleName(stray_->text());
  connect(stray_, &QToolButton::clicked, this, &LayersPanel::drop_strays);
  auto* filled = new QWidget;
  auto* filled_layout = new QVBoxLayout(filled);
  filled_layout->setContentsMargins(0, 0, 0, 0);
  filled_layout->setSpacing(0);
  filled_layout->addWidget(search_);
  filled_layout->addWidget(sensitivity_);
  place_->setObjectName(QStringLiteral("layers_place"));
  place_->setProperty("kind", "quiet");
  place_->setFont(theme->font(TextRole::caption));
  place_->setWordWrap(true);
  place_->setContentsMargins(16, 0, 16, 8);
  filled_layout->addWidget(place_);
  filled_layout->addWidget(stray_, 0, Qt::AlignHCenter);
  filled_layout->addWidget(table_, 1);
  filled_layout->addWidget(rule());
  filled_layout->addWidget(editor_);
  auto* empty = new QLabel(tr("No layers yet.\nOpen a network above: what it computes is listed here."));
  empty->setProperty("kind", "quiet");
  empty->setAlignment(Qt::AlignCenter);
  empty->setWordWrap(true);
  empty->setContentsMargins(24, 0, 24, 0);
  stack_->addWidget(empty);
  stack_->addWidget(filled);
  stack_->addWidget(bits_);
  (new QHBoxLayout(views_in_head_))->setContentsMargins(0, 0, 0, 0);
  (new QHBoxLayout(views_below_))->setContentsMargins(16, 8, 16, 0);
  views_->add(tr("Table"), tr("The layers of the network"));
  views_->add(tr("Bits map"), tr("Weight bits against activation bits of the chosen layer"));
  views_->add(tr("Sensitivity"), tr("What accuracy a change of each layer alone costs"));
  connect(views_, &Segments::picked, this, [this](int view) { show_view(static_cast<View>(view)); });

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addWidget(make_head());
  layout->addWidget(rule());
  layout->addWidget(views_below_);
  layout->addWidget(stack_, 1);

  connect(pattern_, &QLineEdit::textEdited, this, &LayersPanel::take_pattern);
  connect(model_, &QAbstractItemModel::modelReset, this, &LayersPanel::take_layers);
  connect(model_, &QAbstractItemModel::dataChanged, this, [this] {
    show_counts();
    fit_columns();
  });
  place_views();
  take_layers();
}

void LayersPanel::show_place(const QString& text) {
  place_->setText(text);
}

QWidget* LayersPanel::make_head() {
  title_ = new QLabel(tr("Layers"));
  QToolButton* close = make_close_button(tr("Hide the layers"), *theme_);
  connect(close, &QToolButton::clicked, this, &LayersPanel::close_wanted);
  return make_dock_head({.title = title_, .badge = badge_, .between = views_in_head_, .close = close}, *theme_);
}

void LayersPanel::make_table() {
  sorted_->setSourceModel(model_);
  sorted_->setSortRole(LayersModel::kSortRole);
  table_->setModel(sorted_);
  table_->setItemDelegate(delegate_);
  table_->setAccessibleName(tr("Layers"));
  table_->setAccessibleDescription(
      tr("Layers of the network. Select some, by Shift and Ctrl or by a pattern, to give them settings of their own."));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setShowGrid(false);
  table_->setTabKeyNavigation(false);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->setMinimumHeight(56);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setMinimumSectionSize(24);
  table_->verticalHeader()->setDefaultSectionSize(28);
  QHeaderView* header = table_->horizontalHeader();
  header->setHighlightSections(false);
  header->setFont(theme_->font(TextRole::caption));
  header->setSectionsClickable(true);
  header->setSortIndicatorShown(true);
  header->setSortIndicator(LayersModel::kLayer, Qt::AscendingOrder);
  connect(header, &QHeaderView::sectionClicked, this, &LayersPanel::sort_by);
  header->setMinimumSectionSize(40);
  header->setFixedHeight(26);
  header->setSectionResizeMode(QHeaderView::Fixed);
  header->setSectionResizeMode(LayersModel::kLayer, QHeaderView::Stretch);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LayersPanel::take_selection);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& index) { Q_EMIT current_changed(sorted_->mapToSource(index).row()); });
}

void LayersPanel::fit_columns() {
  const bool narrow = width() < kNarrow;
  const bool numbers = width() >= kNarrow + 60;
  delegate_->set_narrow(narrow);
  QHeaderView* header = table_->horizontalHeader();
  const bool ranks = views_->choice() == kSensitivity;
  // Names are told apart by their ends, so they have the room of what is least missed.
  constexpr int kBesideName = 40;
  constexpr int kAroundHead = 20;
  const QFontMetrics metrics(theme_->font(TextRole::value));
  int name = 0;
  for (const std::string& one : model_->names()) {
    name = std::max(name, metrics.horizontalAdvance(QString::fromStdString(one)) + kBesideName);
  }
  int room = width() - 50 - 66 - 104;
  const bool shapes = !narrow && room - 104 >= name;
  if (shapes) room -= 104;
  table_->setColumnHidden(LayersModel::kShape, !shapes || ranks);
  table_->setColumnHidden(LayersModel::kMacs, !numbers || room - 62 < name || ranks);
  table_->setColumnHidden(LayersModel::kRows, narrow || ranks);
  table_->setColumnHidden(LayersModel::kCsnr, !model_->knows_csnr() || ranks);
  table_->setColumnHidden(LayersModel::kEnergy, ranks && !numbers);
  table_->setColumnHidden(LayersModel::kRank, !ranks);
  table_->setColumnHidden(LayersModel::kSensitivity, !ranks);
  table_->setColumnHidden(LayersModel::kSaved, !ranks || narrow);
  header->resizeSection(LayersModel::kShape, 104);
  header->resizeSection(LayersModel::kMacs, 62);
  header->resizeSection(LayersModel::kRows, 50);
  const QString csnr = model_->headerData(LayersModel::kCsnr, Qt::Horizontal, Qt::DisplayRole).toString();
  header->resizeSection(LayersModel::kCsnr,
                        std::max(66, QFontMetrics(header->font()).horizontalAdvance(csnr) + kAroundHead));
  header->resizeSection(LayersModel::kEnergy, narrow ? 60 : 104);
  header->resizeSection(LayersModel::kRank, 56);
  header->resizeSection(LayersModel::kSensitivity, narrow ? 104 : 128);
  header->resizeSection(LayersModel::kSaved, 72);
}

/// A second click turns the order round; losses and shares begin with the most.
void LayersPanel::sort_by(int column) {
  const bool numbers = column != LayersModel::kLayer && column != LayersModel::kRank;
  const bool again = sorted_->sortColumn() == column;
  const Qt::SortOrder first = numbers ? Qt::DescendingOrder : Qt::AscendingOrder;
  const Qt::SortOrder other = numbers ? Qt::AscendingOrder : Qt::DescendingOrder;
  const Qt::SortOrder order = again && sorted_->sortOrder() == first ? other : first;
  table_->horizontalHeader()->setSortIndicator(column, order);
  sorted_->sort(column, order);
}

QModelIndex LayersPanel::shown_index(int row, int column) const {
  return sorted_->mapFromSource(model_->index(row, column));
}

std::vector<int> LayersPanel::selected_rows() const {
  std::vector<int> rows;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
    rows.push_back(sorted_->mapToSource(index).row());
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

void LayersPanel::select_rows(const std::vector<int>& rows) {
  QItemSelection selection;
  for (const int row : rows) {
    selection.select(shown_index(row, 0), shown_index(row, LayersModel::kColumnCount - 1));
  }
  if (!rows.empty()) {
    table_->selectionModel()->setCurrentIndex(shown_index(rows.front(), 0), QItemSelectionModel::NoUpdate);
    table_->scrollTo(shown_index(rows.front(), 0));
  }
  table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
  if (rows.empty()) return;
  // Again when the editor of the selection has taken its room.
  QTimer::singleShot(0, table_,
                     [this, first = QPersistentModelIndex(shown_index(rows.front(), 0)),
                      last = QPersistentModelIndex(shown_index(rows.back(), 0))] {
                       table_->scrollTo(last);
                       table_->scrollTo(first);
                     });
}

void LayersPanel::take_layers() {
  knobs_.set_layers_of_network(model_->names());
  show_view(static_cast<View>(views_->choice()));
  take_selection();
  show_counts();
  fit_columns();
}

void LayersPanel::show_view(View view) {
  const bool ranks = view == kSensitivity;
  // Each view begins in its own order.
  const int order = ranks ? LayersModel::kRank : LayersModel::kLayer;
  const bool same = ranks == search_->isHidden() && sorted_->sortColumn() >= 0;
  if (!same) {
    table_->horizontalHeader()->setSortIndicator(order, Qt::AscendingOrder);
    sorted_->sort(order, Qt::AscendingOrder);
  }
  views_->show_choice(view);
  views_->setVisible(model_->rowCount() > 0);
  search_->setHidden(ranks);
  sensitivity_->setVisible(ranks);
  stack_->setCurrentIndex(model_->rowCount() == 0 ? 0 : view == kBits ? 2 : 1);
  fit_columns();
}

void LayersPanel::take_pattern() {
  const std::vector<int> rows = model_->matching_rows(pattern_->text());
  select_rows(rows);
  matches_->setText(pattern_->text().trimmed().isEmpty() ? QString()
                    : rows.empty()                       ? tr("no such layer")
                                                         : tr("%1 of %2").arg(rows.size()).arg(model_->rowCount()));
}

void LayersPanel::take_selection() {
  const std::vector<int> rows = selected_rows();
  LayerTarget target;
  for (const int row : rows) {
    if (std::find(target.names.begin(), target.names.end(), model_->name(row)) == target.names.end()) {
      target.names.push_back(model_->name(row));
    }
  }
  const QString pattern = pattern_->text().trimmed();
  const bool wild = pattern.contains('*') || pattern.contains('?');
  if (wild && !rows.empty() && model_->matching_rows(pattern) == rows) target.pattern = pattern.toStdString();
  knobs_.set_target(std::move(target));
  show_counts();
}

std::vector<LayerOverride> LayersPanel::strays() const {
  std::vector<LayerOverride> found;
  for (const LayerOverride& one : parameters_->layers()) {
    const auto& layers = model_->layers();
    const bool used = std::any_of(layers.begin(), layers.end(), [&](const cost::LayerWork& layer) {
      return matches_pattern(one.pattern, layer.name);
    });
    if (!used) found.push_back(one);
  }
  return found;
}

void LayersPanel::drop_strays() {
  const std::vector<LayerOverride> gone = strays();
  std::vector<LayerOverride> kept = parameters_->layers();
  std::erase_if(kept, [&](const LayerOverride& one) { return std::find(gone.begin(), gone.end(), one) != gone.end(); });
  parameters_->set_layers(std::move(kept), tr("removal of settings of other layers"));
}

void LayersPanel::show_counts() {
  stray_->setVisible(!strays().empty());
  const int digital = model_->digital_count();
  badge_->setVisible(model_->rowCount() > 0 && (width() < kNarrow || width() >= kNarrow + 100));
  badge_->setText(tr("%1 analog, %2 digital").arg(model_->rowCount() - digital).arg(digital));
  const LayerTarget& target = knobs_.target();
  editor_->setEnabled(!target.names.empty());
  if (target.names.empty()) {
    editor_->show_target(tr("Select layers to set knobs of their own."), std::nullopt);
    return;
  }
  int digital_ones = 0;
  const std::vector<int> rows = selected_rows();
  for (const int row : rows) digital_ones += model_->index(row, 0).data(LayersModel::kDigitalRole).toBool() ? 1 : 0;
  std::optional<bool> digital_all;
  if (digital_ones == 0 || digital_ones == static_cast<int>(rows.size())) digital_all = digital_ones > 0;
  const QString name = target.names.size() == 1 ? QString::fromStdString(target.names.front())
                                                : tr("%n layers", nullptr, static_cast<int>(target.names.size()));
  editor_->show_target(name, digital_all);
}

void LayersPanel::place_views() {
  const bool below = width() < kNarrow;
  QWidget* place = below ? views_below_ : views_in_head_;
  if (views_->parentWidget() != place) {
    views_->setSizePolicy(below ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    place->layout()->addWidget(views_);
  }
  views_below_->setVisible(below);
}

void LayersPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  place_views();
  fit_columns();
  show_counts();
}

}  // namespace acim::ui
