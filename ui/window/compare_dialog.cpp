#include "ui/window/compare_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/chart/compared_curves.h"
#include "ui/chart/marks.h"
#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"
#include "ui/model/subject_text.h"
#include "ui/panel/text_table.h"

namespace acim::ui {

namespace {

QString signed_points(double fraction) {
  const QString sign = fraction < 0 ? QString(QChar(0x2212)) : QStringLiteral("+");
  return sign + QLocale().toString(std::abs(fraction) * 100, 'f', 2);
}

QString point_text(const PointResult& result) {
  if (result.images == 0) return QStringLiteral("–");
  return accuracy_text(result.accuracy(), result.interval());
}

QString difference_text(const ComparedPoint& point) {
  QString difference = signed_points(point.difference);
  if (!point.interval) return difference;
  return difference +
         QStringLiteral(" ± %1").arg(QLocale().toString((point.interval->high - point.interval->low) * 50, 'f', 2));
}

QString verdict_text(const std::optional<Decision>& decision) {
  if (!decision) return QStringLiteral("–");
  switch (decision->verdict) {
    case Verdict::first:
      return CompareDialog::tr("A");
    case Verdict::second:
      return CompareDialog::tr("B");
    case Verdict::level:
      return CompareDialog::tr("level");
    case Verdict::open:
      break;
  }
  return CompareDialog::tr("open");
}

QString text_of(const ComparedPoint& point, int column) {
  switch (column) {
    case 0:
      return point.place;
    case 1:
      return point_text(point.first);
    case 2:
      return point_text(point.second);
    case 3:
      return difference_text(point);
    case 4:
      return verdict_text(point.decision);
    case 5:
      return point.interval ? count_text(point.images) : QStringLiteral("–");
    default:
      return point.energy_ratio ? CompareDialog::tr("%1 times A's").arg(QLocale().toString(*point.energy_ratio, 'f', 2))
                                : QStringLiteral("–");
  }
}

constexpr int kLeastWidth = 720;
constexpr int kMostWidth = 1100;
constexpr int kLeastHeight = 280;
constexpr int kMostHeight = 800;
constexpr int kAroundSheet = 80;   ///< above and below: margins and button
constexpr int kBesideSheet = 32;   ///< margins and scroll bar
constexpr int kBesideTable = 64;   ///< the sheet's, too
constexpr int kAroundWindow = 40;  ///< the desktop's frame

/// "A  ADC bits 4 to 10" beside a sample of its curve.
QWidget* curve_name(const QString& letter, const QString& name, int style, const Theme* theme) {
  auto* sample = new QLabel;
  const Tokens& t = theme->tokens();
  sample->setPixmap(sample_pixmap(t.series_style(style), t.panel, sample->devicePixelRatioF()));
  auto* mark = new QLabel(letter);
  mark->setFont(theme->font(TextRole::strong));
  auto* text = new QLabel(name);
  text->setFont(theme->font(TextRole::body));
  text->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(8, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(sample);
  row->addWidget(mark);
  row->addWidget(text, 1);
  auto* box = new QWidget;
  box->setLayout(row);
  return box;
}

/// What of network and images differs, as rows of the table of settings.
std::vector<QStringList> subject_rows(const RunRecord* a, const RunRecord* b) {
  std::vector<QStringList> rows;
  if (a == nullptr || b == nullptr) return rows;
  const StudySubject& left = a->spec.subject;
  const StudySubject& right = b->spec.subject;
  if (left.network != right.network || left.architecture != right.architecture)
    rows.push_back({CompareDialog::tr("Network"), network_name(left), network_name(right)});
  if (left.dataset != right.dataset)
    rows.push_back({CompareDialog::tr("Images"), images_name(left), images_name(right)});
  return rows;
}

/// The places of a sweep that both have; none where there is nothing to draw a line through.
std::vector<ComparedCurves::Place> places_of(const std::vector<ComparedPoint>& points) {
  std::vector<ComparedCurves::Place> places;
  for (const ComparedPoint& point : points) {
    if (point.value.isEmpty()) return {};
    places.push_back({point.value, point.first, point.second});
  }
  return places.size() > 1 ? places : std::vector<ComparedCurves::Place>();
}

QLabel* heading(const QString& text, const Theme* theme) {
  auto* label = new QLabel(text);
  label->setFont(theme->font(TextRole::strong));
  label->setContentsMargins(8, 12, 0, 2);
  return label;
}

/// A row for each setting, network and images among them; or why there is none. `by_axis`: at each value of an axis.
QWidget* differing_settings(const RunsModel& model, CurveId first, CurveId second, bool by_axis, const Theme* theme) {
  const PointSettings& left = model.settings(first);
  const PointSettings& right = model.settings(second);
  const RunRecord* a = model.record(first.run);
  const RunRecord* b = model.record(second.run);
  std::vector<QStringList> rows = subject_rows(a, b);
  // Rows along an axis are each at one value of it.
  const std::string along = by_axis && a != nullptr ? a->spec.x.key : "";
  for (const auto& [key, value] : differing_values(right.macro, left.macro)) {
    if (key == along) continue;
    const Parameter& parameter = parameter_of(key);
    rows.push_back(
        {label_of(parameter), screen_text(parameter, parameter.get(left.macro)), screen_text(parameter, value)});
  }
  if (rows.empty()) {
    auto* none = new QLabel(left.layers == right.layers ? CompareDialog::tr("None: the same settings.")
                                                        : CompareDialog::tr("Those of single layers."));
    none->setProperty("kind", "quiet");
    none->setContentsMargins(8, 0, 0, 0);
    return none;
  }
  const auto count = static_cast<int>(rows.size());
  return new TextTable({CompareDialog::tr("Settings that differ"),
                        {QString(), CompareDialog::tr("A"), CompareDialog::tr("B")},
                        count,
                        [rows = std::move(rows)](int row, int at) { return rows[static_cast<std::size_t>(row)][at]; }},
                       theme);
}

}  // namespace

CompareDialog::CompareDialog(StudyController* controller, const RunsModel& model, CurveId first, CurveId second,
                             const Theme* theme, QWidget* parent)
    : QDialog(parent),
      comparison_(new CurveComparison(controller, &model, first, second, this)),
      sheet_(new QFrame),
      decision_(new QLabel),
      stops_(new QCheckBox(tr("Stop the whole sweep when every difference is decided"))),
      pairing_(new QLabel) {
  setWindowTitle(tr("Compare two runs"));
  setAttribute(Qt::WA_DeleteOnClose);
  sheet_->setProperty("kind", "panel");
  auto* column = new QVBoxLayout(sheet_);
  column->setContentsMargins(16, 12, 16, 20);
  column->setSpacing(4);
  const QString a = tr("A");
  const QString b = tr("B");
  column->addWidget(curve_name(a, model.name(first), 0, theme));
  column->addWidget(curve_name(b, model.name(second), 1, theme));

  column->addWidget(heading(tr("Settings that differ"), theme));
  const std::vector<ComparedPoint>& points = comparison_->points();
  const bool by_axis = !points.empty() && !points.front().value.isEmpty();
  column->addWidget(differing_settings(model, first, second, by_axis, theme));
  column->addWidget(heading(tr("Accuracy, %"), theme));
  decision_->setObjectName(QStringLiteral("decision"));
  decision_->setFont(theme->font(TextRole::body));
  decision_->setWordWrap(true);
  decision_->setContentsMargins(8, 0, 0, 0);
  column->addWidget(decision_);
  stops_->setObjectName(QStringLiteral("stops"));
  connect(stops_, &QCheckBox::clicked, comparison_, &CurveComparison::set_stops);
  auto* question = new QHBoxLayout;
  question->setContentsMargins(8, 4, 0, 4);
  question->addWidget(stops_);
  column->addLayout(question);
  const RunRecord* run = model.record(first.run);
  if (auto places = places_of(comparison_->points()); !places.empty() && run != nullptr) {
    curves_ = new ComparedCurves(std::move(places), axis_label(run->spec.x.key), theme);
    column->addWidget(curves_);
  }
  table_ = new TextTable({tr("Accuracy, %"),
                          {QString(), a, b, tr("B minus A, points"), tr("Better"), tr("Images"), tr("Energy of B")},
                          static_cast<int>(comparison_->points().size()),
                          [comparison = comparison_](int row, int at) {
                            return text_of(comparison->points()[static_cast<std::size_t>(row)], at);
                          }},
                         theme);
  column->addWidget(table_);
  pairing_->setObjectName(QStringLiteral("pairing"));
  pairing_->setProperty("kind", "quiet");
  pairing_->setFont(theme->font(TextRole::small));
  pairing_->setWordWrap(true);
  pairing_->setContentsMargins(8, 8, 0, 0);
  column->addWidget(pairing_);
  column->addStretch(1);
  connect(comparison_, &CurveComparison::changed, this, &CompareDialog::show_points);
  show_points();
  auto* scroll = new QScrollArea;
  scroll->setWidget(sheet_);
  scroll->setWidgetResizable(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addWidget(scroll);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout->addWidget(buttons);
  resize(kLeastWidth, kLeastHeight);
  for (QWidget* part : findChildren<QWidget*>()) part->ensurePolished();  // Paddings count.
  grow();
}

/// So large that all is seen, if the screen is; never smaller than it is.
void CompareDialog::grow() {
  sheet_->layout()->invalidate();
  const int needed = sheet_->layout()->totalHeightForWidth(width() - kBesideSheet) + kAroundSheet;
  const int possible = screen()->availableGeometry().height() - kAroundWindow;
  resize(std::max(width(), std::clamp(table_->full_width() + kBesideTable, kLeastWidth, kMostWidth)),
         std::max(height(), std::min({needed, possible, kMostHeight})));
}

void CompareDialog::show_points() {
  if (curves_ != nullptr) curves_->set_places(places_of(comparison_->points()));
  table_->renew();
  const bool was_paired = std::exchange(paired_, is_paired());
  decision_->setText(decision_text());
  decision_->setVisible(!decision_->text().isEmpty());
  stops_->setVisible(comparison_->is_under_way() && comparison_->images() != SharedImages::other);
  stops_->setChecked(comparison_->stops());
  pairing_->setText(pairing_text());
  if (paired_ && !was_paired && isVisible()) grow();  // The text is longer then.
}

/// Whether some images can be told against their likes.
bool CompareDialog::is_paired() const {
  return std::ranges::any_of(comparison_->points(), [](const ComparedPoint& one) { return one.interval.has_value(); });
}

/// How far the comparison is; nothing where no image can be told against its like.
QString CompareDialog::decision_text() const {
  if (!paired_) return {};
  const QString images = count_text(comparison_->images_of_decision());
  if (comparison_->has_stopped())
    return tr("Decided after %1 images. The sweep was stopped; Run (F5) goes on with it.").arg(images);
  if (comparison_->is_decided()) return tr("Decided after %1 images.").arg(images);
  return tr("%1 of %2 differences are decided.")
      .arg(count_text(static_cast<qint64>(comparison_->decided())),
           count_text(static_cast<qint64>(comparison_->points().size())));
}

/// How many images the accuracies are of, and of how many; what a decision is.
QString CompareDialog::pairing_text() const {
  if (comparison_->images() == SharedImages::other)
    return tr("Not on the same images: the differences have no paired interval.");
  if (!paired_) return tr("No image has both answers.");
  const auto [least, most] = std::ranges::minmax(comparison_->points(), {}, &ComparedPoint::images);
  const QString images = least.images == most.images
                             ? count_text(most.images)
                             : tr("%1 to %2").arg(count_text(least.images), count_text(most.images));
  return tr("Accuracies and differences are of the %1 images that both were computed on (A has %2, B has %3). ± is the "
            "95 % interval of the difference, paired image by image.")
             .arg(images, count_text(comparison_->images_of_first()), count_text(comparison_->images_of_second())) +
         QChar::Space +
         tr("Decided is which is better, or that they are level (less than %n points apart), with 95 % confidence in "
            "all rows together, however often one looks.",
            nullptr, static_cast<int>(std::lround(DecisionCriterion{}.tolerance * 100)));
}

}  // namespace acim::ui
