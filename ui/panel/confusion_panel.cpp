#include "ui/panel/confusion_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/chart/confusion_map.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr int kListWidth = 340;
constexpr int kNarrowList = 264;  ///< of a window with little room
constexpr int kRoomForBoth = 760;
constexpr int kRowHeight = 40;
constexpr int kImageWidth = 92;  // px: a picture and a number of five figures

}  // namespace

ConfusionPanel::ConfusionPanel(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      map_(new ConfusionMap(theme)),
      list_(new QTableView),
      beside_(new QWidget),
      point_(new QLabel),
      words_(new QLabel),
      summary_(new QLabel) {
  list_->setModel(&flipped_);
  list_->setAccessibleName(tr("Flipped images"));
  list_->setSelectionBehavior(QAbstractItemView::SelectRows);
  list_->setSelectionMode(QAbstractItemView::SingleSelection);
  list_->setShowGrid(false);
  list_->setTabKeyNavigation(false);
  list_->setIconSize({32, 32});
  list_->verticalHeader()->hide();
  list_->verticalHeader()->setDefaultSectionSize(kRowHeight);
  list_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  list_->horizontalHeader()->setSectionResizeMode(FlippedModel::kImage, QHeaderView::Fixed);
  list_->horizontalHeader()->resizeSection(FlippedModel::kImage, kImageWidth);
  list_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  list_->horizontalHeader()->setHighlightSections(false);
  list_->horizontalHeader()->setFont(theme->font(TextRole::caption));
  list_->setFont(theme->font(TextRole::small));
  for (QLabel* label : {words_, summary_}) {
    label->setWordWrap(true);
    label->setProperty("kind", "quiet");
    label->setFont(theme->font(TextRole::small));
  }
  point_->setFont(theme->font(TextRole::strong));
  words_->setContentsMargins(16, 0, 16, 0);
  words_->setMinimumHeight(20);
  point_->setContentsMargins(16, 8, 16, 0);
  auto* title = new QLabel(tr("Flipped images"));
  title->setFont(theme->font(TextRole::strong));
  auto* left = new QVBoxLayout;
  left->setSpacing(4);
  left->addWidget(point_);
  left->addWidget(map_, 1);
  left->addWidget(words_);
  auto* right = new QVBoxLayout(beside_);
  right->setContentsMargins(0, 8, 8, 0);
  right->setSpacing(4);
  right->addWidget(title);
  right->addWidget(summary_);
  right->addWidget(list_, 1);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 8);
  layout->setSpacing(8);
  layout->addLayout(left, 1);
  layout->addWidget(beside_);
  connect(map_, &ConfusionMap::pointed_at, words_, &QLabel::setText);
  connect(map_, &ConfusionMap::cell_picked, this, [this] {
    flipped_.show_only(map_->picked());
    show_summary();
  });
  connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
    if (row.isValid()) Q_EMIT image_picked(flipped_.image(row.row()));
  });
  show_summary();
}

void ConfusionPanel::set_source(std::shared_ptr<const ImageSource> source) {
  map_->set_names(source ? source->class_names() : QStringList());
  flipped_.set_source(std::move(source));
  clear();
}

void ConfusionPanel::clear() {
  point_->clear();
  reference_.clear();
  map_->set_matrix({});
  flipped_.set_images({});
  flipped_.show_only(std::nullopt);
  show_summary();
}

void ConfusionPanel::say_empty(const QString& words) {
  map_->set_empty_words(words);
}

void ConfusionPanel::show_answers(const PointAnswers& answers) {
  point_->setText(answers.point);
  reference_ = answers.reference;
  map_->set_matrix(confusion_matrix(answers.labels, answers.predictions, answers.classes));
  flipped_.set_images(flipped_images(answers.labels, answers.reference_predictions, answers.predictions));
  compared_ = 0;
  for (std::size_t i = 0; i < std::min(answers.predictions.size(), answers.reference_predictions.size()); ++i) {
    if (answers.predictions[i] >= 0 && answers.reference_predictions[i] >= 0) ++compared_;
  }
  show_summary();
}

void ConfusionPanel::show_summary() {
  const std::vector<FlippedImage>& all = flipped_.images();
  if (map_->matrix().images() == 0) {
    summary_->setText(tr("Images that the selected point sees differently than the point it is compared with."));
    return;
  }
  if (reference_.isEmpty()) {
    summary_->setText(tr("Choose another point, or set a baseline in the table of runs to compare with."));
    return;
  }
  if (all.empty()) {
    summary_->setText(tr("None: every image is seen as by %1.").arg(reference_));
    return;
  }
  const auto lost = std::count_if(all.begin(), all.end(), [](const FlippedImage& one) { return one.lost(); });
  const auto won = std::count_if(all.begin(), all.end(), [](const FlippedImage& one) { return one.won(); });
  QString text = tr("%1 of %2 against %3: %4 lost, %5 won.")
                     .arg(count_text(static_cast<qint64>(all.size())), count_text(compared_), reference_,
                          count_text(lost), count_text(won));
  if (map_->picked()) {
    const auto [label, prediction] = *map_->picked();
    text += ' ' + tr("Shown: %1 seen as %2.").arg(flipped_.class_name(label), flipped_.class_name(prediction));
  }
  summary_->setText(text);
}

QString ConfusionPanel::summary() const {
  return summary_->text();
}

QString ConfusionPanel::point() const {
  return point_->text();
}

void ConfusionPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  beside_->setFixedWidth(width() >= kRoomForBoth ? kListWidth : kNarrowList);
}

}  // namespace acim::ui
