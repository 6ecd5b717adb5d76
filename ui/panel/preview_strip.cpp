#include "ui/panel/preview_strip.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <cmath>

#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

namespace {

constexpr int kHeight = 48;
constexpr int kApart = 16;
constexpr int kTight = 480;  ///< below it figures stand closer
constexpr int kRoomForBar = 700;
constexpr int kRoomForImages = 440;

QString db_text(double db) {
  return std::isinf(db) ? PreviewStrip::tr("exact") : PreviewStrip::tr("%1 dB").arg(decibel_text(db));
}

/// What is only expected is marked: without noise it is a lower bound.
QString csnr_text(const LivePreview::Figures& figures) {
  const double db = figures.csnr->typical_db;
  if (figures.csnr_measured || std::isinf(db)) return db_text(db);
  return (figures.noisy ? PreviewStrip::tr("≈ %1") : PreviewStrip::tr("≥ %1")).arg(db_text(db));
}

QString csnr_tip(const LivePreview::Figures& figures, const QString& worst_layer) {
  if (!figures.csnr) return PreviewStrip::tr("No layer is on the array");
  const QString words = figures.csnr_measured
                            ? PreviewStrip::tr(
                                  "Measured on the layers' outputs, all images of the sweep: their mean "
                                  "share of noise. Least: %1, %2.")
                            : PreviewStrip::tr(
                                  "Expected of the layers' outputs before anything runs, on the safe side "
                                  "where an ADC is coarse: their mean share of noise. Least: %1, %2.");
  return words.arg(db_text(figures.csnr->least_db), worst_layer);
}

}  // namespace

/// Where the accuracy lies between 0 and 100 %: a band that shrinks with more images.
class IntervalBar : public QWidget {
 public:
  explicit IntervalBar(const Theme* theme) : theme_(theme) { setFixedSize(96, 20); }
  void show_result(const PointResult& result) {
    result_ = result;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto x_of = [this](double fraction) { return 1 + fraction * (width() - 2); };
    painter.setBrush(theme_->is_dark() ? t.hover : t.line);
    painter.drawRoundedRect(QRectF(0, height() / 2.0 - 2, width(), 4), 2, 2);
    if (result_.images == 0) return;
    const Interval interval = result_.interval();
    QColor band = t.accent;
    band.setAlphaF(0.35F);
    painter.setBrush(band);
    painter.drawRoundedRect(
        QRectF(QPointF(x_of(interval.low), height() / 2.0 - 5), QPointF(x_of(interval.high), height() / 2.0 + 5)), 2,
        2);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(QRectF(x_of(result_.accuracy()) - 1, height() / 2.0 - 8, 2, 16), 1, 1);
  }

 private:
  const Theme* theme_;
  PointResult result_;
};

PreviewStrip::PreviewStrip(const Theme* theme, QWidget* parent)
    : QFrame(parent), theme_(theme), title_(new QLabel), place_(new QLabel), bar_(new IntervalBar(theme)) {
  setFixedHeight(kHeight);
  setObjectName(QStringLiteral("preview_strip"));
  setAccessibleName(tr("At these settings"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 0, 16, 0);
  layout->setSpacing(kApart);
  title_->setFont(theme->font(TextRole::caption));
  title_->setProperty("kind", "quiet");
  place_->setFont(theme->font(TextRole::strong));
  auto* head = new QVBoxLayout;
  head->setSpacing(2);
  head->addStretch(1);
  head->addWidget(title_);
  head->addWidget(place_);
  head->addStretch(1);
  auto* head_box = new QWidget;
  head->setContentsMargins(0, 0, 0, 0);
  head_box->setLayout(head);
  // What is too long for it is elided; the figures keep their places.
  head_box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  layout->addWidget(head_box, 1);
  layout->addWidget(bar_);
  accuracy_ = add_column(tr("Accuracy, % (95 %)"), QStringLiteral("88.88 (88.88 … 88.88)"));
  images_ = add_column(tr("Images"), tr("%1 of %2").arg(count_text(888), count_text(8888)));
  energy_ = add_column(tr("Energy"), QStringLiteral("88.8 µJ"));
  csnr_ = add_column(tr("CSNR"), tr("≈ %1").arg(QStringLiteral("−88.8 dB")));
  csnr_.box->setToolTip({});
  clear();
}

PreviewStrip::Column PreviewStrip::add_column(const QString& caption, const QString& widest) {
  Column column{new QWidget, new QLabel(caption), new QLabel};
  column.caption->setFont(theme_->font(TextRole::caption));
  column.caption->setProperty("kind", "quiet");
  column.value->setFont(theme_->font(TextRole::value));
  // As wide as its widest text, so that nothing moves when a number grows.
  const int width = std::max(QFontMetrics(column.value->font()).horizontalAdvance(widest),
                             QFontMetrics(column.caption->font()).horizontalAdvance(caption));
  column.box->setMinimumWidth(width + 2);
  auto* layout = new QVBoxLayout(column.box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addStretch(1);
  layout->addWidget(column.caption);
  layout->addWidget(column.value);
  layout->addStretch(1);
  this->layout()->addWidget(column.box);
  return column;
}

void PreviewStrip::show_title(const QString& text, const QString& tip) {
  // A letter or two say nothing.
  constexpr int kLeastTitle = 72;
  const bool room = place_->parentWidget()->width() >= kLeastTitle;
  title_->setVisible(room);
  place_->setVisible(room);
  place_text_ = text;
  place_->setToolTip(plain_tip(tip));
  const auto fitted = [this](const QLabel* label, const QString& words) {
    return QFontMetrics(label->font()).elidedText(words, Qt::ElideRight, place_->parentWidget()->width());
  };
  title_->setText(fitted(title_, tr("At these settings")));
  place_->setText(fitted(place_, text));
}

void PreviewStrip::clear() {
  show_title({}, {});
  bar_->show_result({});
  for (const Column& column : {accuracy_, images_, energy_, csnr_}) {
    column.value->setText(QStringLiteral("–"));
    column.box->setToolTip({});
  }
  setAccessibleDescription({});
}

void PreviewStrip::show_figures(const LivePreview::Figures& figures, const QString& place, std::int64_t images,
                                const QString& worst_layer) {
  const QString nothing = QStringLiteral("–");
  const QString coming = QStringLiteral("…");
  const PointResult& result = figures.result;
  const bool measured = result.images > 0;
  if (!figures.problem.isEmpty()) {
    show_title(figures.problem, figures.problem);
  } else {
    show_title(place, place);
  }
  bar_->show_result(result);
  accuracy_.value->setText(measured            ? accuracy_text(result.accuracy(), result.interval())
                           : figures.measuring ? coming
                                               : nothing);
  const bool more = figures.measuring && result.images < images;
  images_.value->setText(more       ? tr("%1 of %2").arg(count_text(result.images), count_text(images))
                         : measured ? count_text(result.images)
                                    : nothing);
  QString state = tr("Measured on the first images while the knobs rest");
  if (figures.in_sweep) state = tr("Of the sweep, which holds this point");
  if (figures.waiting) state = tr("Goes on when the sweep has ended");
  for (const Column& column : {accuracy_, images_}) column.box->setToolTip(state);
  const bool has_cost = figures.cost && figures.cost->cost;
  energy_.value->setText(has_cost       ? energy_text(figures.cost->cost->uj_per_inference())
                         : figures.cost ? nothing
                                        : coming);
  energy_.box->setToolTip(figures.cost && !has_cost ? phrase_text(figures.cost->problem) : tr("Energy per inference"));
  csnr_.value->setText(figures.csnr ? csnr_text(figures) : figures.csnr_known ? nothing : coming);
  csnr_.box->setToolTip(plain_tip(csnr_tip(figures, worst_layer)));
  setAccessibleDescription(words());
}

QString PreviewStrip::words() const {
  QStringList parts;
  if (!place_text_.isEmpty()) parts << place_text_;
  for (const Column& column : {accuracy_, images_, energy_, csnr_}) {
    parts << column.caption->text() + QLatin1Char(' ') + column.value->text();
  }
  return parts.join(QStringLiteral(" | "));
}

void PreviewStrip::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  bar_->setVisible(width() >= kRoomForBar);
  images_.box->setVisible(width() >= kRoomForImages);
  layout()->setSpacing(width() < kTight ? kApart / 2 : kApart);
  layout()->activate();
  show_title(place_text_, place_->toolTip());
}

}  // namespace acim::ui
