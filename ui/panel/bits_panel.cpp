#include "ui/panel/bits_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/chart/bits_map.h"
#include "ui/panel/segments.h"

namespace acim::ui {

namespace {

constexpr int kSpacing = 8;
constexpr int kMargin = 12;

}  // namespace

BitsPanel::BitsPanel(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      map_(new BitsMap(theme)),
      shares_(new Segments(tr("Share of"), theme)),
      clicks_(new Segments(tr("A click sets"), theme)),
      words_(new QLabel),
      legend_(new QLabel),
      head_(new QBoxLayout(QBoxLayout::LeftToRight)) {
  for (Segments* one : {shares_, clicks_}) one->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  shares_->add(tr("Error"), tr("Share of the output error, measured on the image of the column view"));
  shares_->add(tr("Weight"), tr("Share of the output error if every conversion were wrong by one code"));
  shares_->add(tr("Energy"), tr("Share of the macro's energy in this layer"));
  clicks_->add(tr("Look"), tr("A click shows this pair in the column view"));
  clicks_->add(tr("Hybrid"), tr("A click makes this diagonal and all above it digital (H)"));
  clicks_->add(tr("Voting"), tr("A click lets this diagonal and all above it vote (V)"));
  const auto caption = [theme](const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("kind", "quiet");
    label->setFont(theme->font(TextRole::caption));
    return label;
  };
  auto* clicks = new QHBoxLayout;
  clicks->setSpacing(kSpacing);
  click_caption_ = caption(tr("Click"));
  clicks->addWidget(click_caption_);
  clicks->addWidget(clicks_);
  clicks->addStretch(1);
  head_->setContentsMargins(kMargin, kSpacing, kMargin, 0);
  head_->setSpacing(kSpacing);
  head_->addWidget(shares_);
  head_->addStretch(1);
  head_->addLayout(clicks);
  for (QLabel* label : {words_, legend_}) {
    label->setProperty("kind", "quiet");
    label->setFont(theme->font(TextRole::small));
    label->setWordWrap(true);
    label->setContentsMargins(16, 0, 16, 0);
  }
  words_->setMinimumHeight(34);
  words_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 8);
  layout->setSpacing(4);
  layout->addLayout(head_);
  layout->addWidget(map_, 1);
  layout->addWidget(legend_);
  layout->addWidget(words_);
  connect(shares_, &Segments::picked, this, [this](int index) {
    map_->show_shares(static_cast<BitsShown>(index));
    show_words({});
  });
  connect(clicks_, &Segments::picked, this, [this](int index) { map_->set_click(static_cast<BitsClick>(index)); });
  connect(map_, &BitsMap::pointed_at, this, &BitsPanel::show_words);
}

void BitsPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // In one row where both fit in this language; else what is shown above what a click does.
  const int one_row = shares_->sizeHint().width() + click_caption_->sizeHint().width() + clicks_->sizeHint().width() +
                      3 * kSpacing + 2 * kMargin;
  head_->setDirection(width() < one_row ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void BitsPanel::set_pairs(const BitPairs& pairs, const QString& scope) {
  map_->set_pairs(pairs);
  const bool levels = pairs.count() > 0 && !pairs.weight_parallel;
  clicks_->setEnabled(levels);
  legend_->setVisible(pairs.count() > 0);
  legend_->setText(levels ? tr("Hybrid levels %1 (solid), voting levels %2 (dashed) of %3")
                                .arg(pairs.hybrid_levels)
                                .arg(pairs.voting_levels)
                                .arg(scope)
                          : tr("All bits of a weight are converted at once: no diagonals."));
  show_words({});
}

void BitsPanel::set_current(int weight_bit, int cycle) {
  map_->set_current(weight_bit, cycle);
  show_words({});
}

void BitsPanel::show_words(const QString& words) {
  words_->setText(!words.isEmpty() || map_->pairs().count() == 0 ? words : map_->accessibleDescription());
}

}  // namespace acim::ui
