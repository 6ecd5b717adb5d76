#include "ui/panel/chart_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/banner.h"
#include "ui/panel/sweep_bar.h"

namespace acim::ui {

namespace {

/// The name of what is shown, underlined with the accent as the picked tab is.
class TabTitle : public QWidget {
 public:
  TabTitle(const QString& text, const Theme* theme) : text_(text), theme_(theme) {
    setFixedWidth(QFontMetrics(theme->font(TextRole::strong)).horizontalAdvance(text) + 24);
    setFixedHeight(40);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setFont(theme_->font(TextRole::strong));
    painter.setPen(theme_->tokens().text);
    painter.drawText(rect(), Qt::AlignCenter, text_);
    painter.fillRect(QRect(0, height() - 2, width(), 2), theme_->tokens().accent);
  }

 private:
  QString text_;
  const Theme* theme_;
};

class EmptyIcon : public QWidget {
 public:
  explicit EmptyIcon(const Theme* theme) : theme_(theme) { setFixedSize(36, 36); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    theme_->icon(QStringLiteral("chart")).paint(&painter, rect());
  }

 private:
  const Theme* theme_;
};

QFrame* rule() {
  auto* line = new QFrame;
  line->setProperty("kind", "rule");
  return line;
}

}  // namespace

ChartPanel::ChartPanel(const StudyController* controller, const Parameters* parameters, QAction* copy_picture,
                       const Theme* theme, QWidget* parent)
    : QFrame(parent),
      controller_(controller),
      banner_(new Banner(theme)),
      legend_(new ChartLegend(theme)),
      chart_(new AccuracyChart(theme)),
      sweep_(new SweepBar(parameters, theme)),
      stack_(new QStackedWidget),
      empty_title_(new QLabel),
      empty_text_(new QLabel) {
  setProperty("kind", "panel");
  const auto icon_button = [theme](const QString& icon, const QString& name) {
    auto* button = new QToolButton;
    button->setProperty("kind", "icon");
    button->setIcon(theme->icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
  };
  auto* fit = icon_button(QStringLiteral("fit"), tr("Fit the axis to the curves, or show 0 to 100 % again"));
  fit->setObjectName(QStringLiteral("fit"));
  connect(fit, &QToolButton::clicked, chart_, &AccuracyChart::toggle_fit);
  auto* copy = icon_button(QStringLiteral("copy"), tr("Copy the chart as a picture"));
  connect(copy, &QToolButton::clicked, copy_picture, &QAction::trigger);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(8, 0, 8, 0);
  head->setSpacing(6);
  head->addWidget(new TabTitle(tr("Accuracy"), theme));
  head->addStretch(1);
  head->addWidget(fit);
  head->addWidget(copy);

  empty_title_->setFont(theme->font(TextRole::head));
  empty_title_->setAlignment(Qt::AlignCenter);
  empty_text_->setProperty("kind", "quiet");
  empty_text_->setAlignment(Qt::AlignCenter);
  empty_text_->setWordWrap(true);
  auto* empty = new QWidget;
  auto* empty_layout = new QVBoxLayout(empty);
  empty_layout->setSpacing(8);
  empty_layout->addStretch(1);
  empty_layout->addWidget(new EmptyIcon(theme), 0, Qt::AlignHCenter);
  empty_layout->addWidget(empty_title_);
  empty_layout->addWidget(empty_text_);
  empty_layout->addStretch(1);
  auto* shown = new QWidget;
  auto* shown_layout = new QVBoxLayout(shown);
  shown_layout->setContentsMargins(0, 0, 0, 0);
  shown_layout->setSpacing(0);
  shown_layout->addWidget(legend_);
  shown_layout->addWidget(chart_, 1);
  stack_->addWidget(empty);
  stack_->addWidget(shown);

  auto* banner_box = new QHBoxLayout;
  banner_box->setContentsMargins(12, 0, 12, 0);
  banner_box->addWidget(banner_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(rule());
  layout->addSpacing(4);
  layout->addLayout(banner_box);
  layout->addWidget(stack_, 1);
  layout->addWidget(rule());
  layout->addWidget(sweep_);
  connect(legend_, &ChartLegend::curve_toggled, chart_, &AccuracyChart::set_curve_visible);
}

void ChartPanel::show_empty(const QString& title, const QString& text) {
  empty_title_->setText(title);
  empty_text_->setText(text);
  if (chart_->plan().empty()) stack_->setCurrentIndex(0);
}

void ChartPanel::clear() {
  chart_->set_plan({});
  legend_->set_plan({});
  legend_->set_note({});
  stack_->setCurrentIndex(0);
}

void ChartPanel::begin_run() {
  plan_pending_ = true;
  if (chart_->plan().empty()) show_results();
}

void ChartPanel::show_results() {
  const std::vector<PointResult>& results = controller_->results();
  const bool any = std::any_of(results.begin(), results.end(), [](const PointResult& r) { return r.images > 0; });
  if (plan_pending_ && (any || chart_->plan().empty())) {
    plan_pending_ = false;
    const ChartPlan plan =
        chart_plan(controller_->spec(), controller_->evaluator() ? controller_->evaluator()->class_count() : 10);
    const std::optional<PointPlace> selected = chart_->selected();
    chart_->set_plan(plan);
    legend_->set_plan(plan);
    chart_->select(selected && selected->curve < plan.curves.size() && selected->place < plan.x.size() ? selected
                                                                                                       : std::nullopt);
    stack_->setCurrentIndex(1);
  }
  if (plan_pending_) return;  // Still the last good result.
  chart_->set_results(results);
  std::int64_t least = results.empty() ? 0 : results.front().images;
  for (const PointResult& result : results) least = std::min(least, result.images);
  legend_->set_note(least > 0 ? tr("Bands: 95 % interval, %n images", nullptr, static_cast<int>(least))
                                    .replace(QString::number(least), count_text(least))
                              : tr("Bands: 95 % interval"));
}

void ChartPanel::show_reference() {
  chart_->set_reference(controller_->reference().images > 0 ? std::optional(controller_->reference()) : std::nullopt);
}

}  // namespace acim::ui
