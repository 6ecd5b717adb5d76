#include "ui/panel/text_table.h"

#include <QAbstractTableModel>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <algorithm>
#include <utility>

#include "ui/model/rich_text.h"

namespace acim::ui {

namespace {

constexpr int kRowHeight = 26;
constexpr int kMostRows = 12;    ///< before it scrolls
constexpr int kMostLooked = 50;  ///< rows whose texts are measured: numbers of a column are alike
constexpr int kPadding = 8;      ///< on either side of a text: 5 of window.qss and 3 of every view
constexpr int kWidestHead = 160;

class Texts : public QAbstractTableModel {
 public:
  Texts(TableTexts texts, const Theme& theme, QObject* parent)
      : QAbstractTableModel(parent),
        texts_(std::move(texts)),
        body_(theme.font(TextRole::body)),
        value_(theme.font(TextRole::value)),
        head_(theme.font(TextRole::caption)) {}

  int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : texts_.rows; }
  int columnCount(const QModelIndex& parent) const override {
    return parent.isValid() ? 0 : static_cast<int>(texts_.head.size());
  }
  QVariant data(const QModelIndex& index, int role) const override {
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return texts_.text(index.row(), index.column());
    if (role == Qt::ToolTipRole) return plain_tip(texts_.text(index.row(), index.column()));
    if (role == Qt::FontRole) return index.column() == 0 ? body_ : value_;
    return role == Qt::TextAlignmentRole ? alignment(index.column()) : QVariant();
  }
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
    if (orientation != Qt::Horizontal) return {};
    // The header would cut a long name at its beginning.
    if (role == Qt::DisplayRole) return head_.elidedText(texts_.head[section], Qt::ElideMiddle, kWidestHead);
    if (role == Qt::ToolTipRole) return plain_tip(texts_.head[section]);
    return role == Qt::TextAlignmentRole ? alignment(section) : QVariant();
  }
  QFont font(int column) const { return column == 0 ? body_ : value_; }
  void renew() {
    if (texts_.rows > 0)
      Q_EMIT dataChanged(index(0, 0), index(texts_.rows - 1, static_cast<int>(texts_.head.size()) - 1));
  }

 private:
  static QVariant alignment(int column) {
    return static_cast<int>(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
  }

  TableTexts texts_;
  QFont body_;
  QFont value_;
  QFontMetrics head_;
};

}  // namespace

TextTable::TextTable(TableTexts texts, const Theme* theme, QWidget* parent) : QTableView(parent), theme_(theme) {
  setProperty("kind", "text");
  setAccessibleName(texts.name);
  setModel(new Texts(std::move(texts), *theme, this));
  setShowGrid(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setTabKeyNavigation(false);
  setWordWrap(false);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(kRowHeight);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionsClickable(false);
  horizontalHeader()->setFont(theme->font(TextRole::caption));
  fit_columns();
  TextTable::updateGeometries();
  auto* copy = new QAction(this);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetShortcut);
  addAction(copy);
  connect(copy, &QAction::triggered, this, &TextTable::copy_rows);
}

/// The head's height is that of the fonts its texts turn out to need.
void TextTable::updateGeometries() {
  QTableView::updateGeometries();
  const int rows = model() != nullptr ? model()->rowCount() : 0;
  setFixedHeight(horizontalHeader()->sizeHint().height() + kRowHeight * std::clamp(rows, 1, kMostRows) + 2);
}

void TextTable::renew() {
  static_cast<Texts*>(model())->renew();
  fit_columns();
}

/// Not by the view itself, which asks its style for the size of each cell: that takes long.
void TextTable::fit_columns() {
  const auto* texts = static_cast<const Texts*>(model());
  const QFontMetrics head_metrics(theme_->font(TextRole::caption));
  const int rows = texts->rowCount({});
  int total = 2 * kPadding;  // The scroll bar.
  const int step = std::max(1, rows / kMostLooked);
  horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  for (int column = 0; column < texts->columnCount({}); ++column) {
    const QFontMetrics metrics(texts->font(column));
    const QString head = texts->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = head_metrics.horizontalAdvance(head);
    for (int row = 0; row < rows; row += step) {
      width = std::max(width, metrics.horizontalAdvance(texts->index(row, column).data().toString()));
    }
    // No narrower than before, so that they stand still while numbers come.
    width = std::max(width + 3 * kPadding, full_width_ > 0 && column > 0 ? horizontalHeader()->sectionSize(column) : 0);
    total += width;
    horizontalHeader()->resizeSection(column, width);
  }
  horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  full_width_ = total;
}

void TextTable::copy_rows() const {
  QStringList lines;
  for (const QModelIndex& row : selectionModel()->selectedRows()) {
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column) {
      cells << row.siblingAtColumn(column).data().toString();
    }
    lines << cells.join('\t');
  }
  if (!lines.isEmpty()) QApplication::clipboard()->setText(lines.join('\n'));
}

}  // namespace acim::ui
