#include "ui/window/compare_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "study/confusion.h"
#include "study/evaluator.h"
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

ComparedPoint compared(const RunRecord& first, std::size_t first_point, const RunRecord& second,
                       std::size_t second_point, bool same_images) {
  ComparedPoint point;
  point.first = first.results[first_point];
  point.second = second.results[second_point];
  point.difference = point.second.accuracy() - point.first.accuracy();
  if (first_point < first.energies.size() && second_point < second.energies.size() && first.energies[first_point] > 0 &&
      second.energies[second_point] > 0) {
    point.energy_ratio = second.energies[second_point] / first.energies[first_point];
  }
  if (!same_images) return point;
  const PairedCounts counts =
      paired_counts(first.kept->labels, first.kept->predictions[first_point], second.kept->predictions[second_point]);
  point.images = counts.images;
  if (point.images == 0) return point;
  // Accuracies on other images beside a difference on these would contradict it.
  point.first.images = point.second.images = counts.images;
  point.first.correct = counts.both + counts.only_first;
  point.second.correct = counts.both + counts.only_second;
  point.difference = static_cast<double>(counts.only_second - counts.only_first) / static_cast<double>(point.images);
  point.interval = paired_difference_interval(counts.only_second, counts.only_first, point.images);
  return point;
}

QString difference_text(const ComparedPoint& point) {
  QString difference = signed_points(point.difference);
  if (!point.interval) return difference;
  return difference +
         QStringLiteral(" ± %1").arg(QLocale().toString((point.interval->high - point.interval->low) * 50, 'f', 2));
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
      return point.interval ? count_text(point.images) : QStringLiteral("–");
    default:
      return point.energy_ratio ? CompareDialog::tr("%1 times A's").arg(QLocale().toString(*point.energy_ratio, 'f', 2))
                                : QStringLiteral("–");
  }
}

constexpr int kLeastWidth = 720;
constexpr int kMostWidth = 1100;

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

/// How many images the accuracies are of, and of how many.
QString pairing_text(const std::vector<ComparedPoint>& points, const RunsModel& model, CurveId a, CurveId b) {
  std::int64_t least = points.front().images;
  std::int64_t most = least;
  for (const ComparedPoint& point : points) {
    least = std::min(least, point.images);
    most = std::max(most, point.images);
  }
  const auto largest = [&model](CurveId curve) {
    const RunRecord* run = model.record(curve.run);
    std::int64_t images = 0;
    for (std::size_t place = 0; place < run->places(); ++place)
      images = std::max(images, run->results[run->point(curve.curve, place)].images);
    return count_text(images);
  };
  const QString images =
      least == most ? count_text(most) : CompareDialog::tr("%1 to %2").arg(count_text(least), count_text(most));
  return CompareDialog::tr(
             "Accuracies and differences are of the %1 images that both were computed on (A has %2, B "
             "has %3). ± is the 95 % interval of the difference, paired image by image.")
      .arg(images, largest(a), largest(b));
}

QLabel* heading(const QString& text, const Theme* theme) {
  auto* label = new QLabel(text);
  label->setFont(theme->font(TextRole::strong));
  label->setContentsMargins(8, 12, 0, 2);
  return label;
}

}  // namespace

bool on_same_images(const RunRecord& first, const RunRecord& second) {
  if (!first.kept || !second.kept) return false;
  if (provenance_value(first.kept->provenance, "images_hash") !=
      provenance_value(second.kept->provenance, "images_hash"))
    return false;
  // A run that was stopped and saved knows the labels of the images that it came to, and no others.
  const std::vector<std::uint8_t>& a = first.counts->computed;
  const std::vector<std::uint8_t>& b = second.counts->computed;
  bool any = false;
  for (std::size_t image = 0; image < std::min(a.size(), b.size()); ++image) {
    if (a[image] == 0 || b[image] == 0) continue;
    if (first.kept->labels[image] != second.kept->labels[image]) return false;
    any = true;
  }
  return any;
}

std::vector<ComparedPoint> compared_points(const RunsModel& model, CurveId first, CurveId second) {
  std::vector<ComparedPoint> points;
  const RunRecord* a = model.record(first.run);
  const RunRecord* b = model.record(second.run);
  if (a == nullptr || b == nullptr) return points;
  const bool same_images = on_same_images(*a, *b);
  if (a->spec.x.key == b->spec.x.key && !a->spec.x.key.empty()) {
    const std::vector<std::string>& others = b->spec.x.values;
    for (std::size_t place = 0; place < a->spec.x.values.size(); ++place) {
      const std::string& value = a->spec.x.values[place];
      const auto found = std::ranges::find(others, value);
      if (found == others.end()) continue;
      points.push_back(compared(*a, a->point(first.curve, place), *b,
                                b->point(second.curve, static_cast<std::size_t>(found - others.begin())), same_images));
      points.back().place = axis_named_value(a->spec.x.key, value);
      points.back().value = axis_value(a->spec.x.key, value, false);
    }
  }
  if (!points.empty()) return points;
  points.push_back(compared(*a, a->point(first.curve, model.place_in(*a)), *b,
                            b->point(second.curve, model.place_in(*b)), same_images));
  points.back().place = RunsModel::tr("Where they are shown");
  return points;
}

CompareDialog::CompareDialog(const RunsModel& model, CurveId first, CurveId second, const Theme* theme, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Compare two runs"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* sheet = new QFrame;
  sheet->setProperty("kind", "panel");
  auto* column = new QVBoxLayout(sheet);
  column->setContentsMargins(16, 12, 16, 20);
  column->setSpacing(4);
  const QString a = tr("A");
  const QString b = tr("B");
  column->addWidget(curve_name(a, model.name(first), 0, theme));
  column->addWidget(curve_name(b, model.name(second), 1, theme));

  column->addWidget(heading(tr("Settings that differ"), theme));
  const PointSettings& left = model.settings(first);
  const PointSettings& right = model.settings(second);
  const auto differing = differing_values(right.macro, left.macro);
  std::vector<QStringList> rows = subject_rows(model.record(first.run), model.record(second.run));
  if (differing.empty() && rows.empty()) {
    auto* none =
        new QLabel(left.layers == right.layers ? tr("None: the same settings.") : tr("Those of single layers."));
    none->setProperty("kind", "quiet");
    none->setContentsMargins(8, 0, 0, 0);
    column->addWidget(none);
  } else {
    for (const auto& [key, value] : differing) {
      const Parameter& parameter = parameter_of(key);
      rows.push_back(
          {label_of(parameter), screen_text(parameter, parameter.get(left.macro)), screen_text(parameter, value)});
    }
    const auto count = static_cast<int>(rows.size());
    column->addWidget(new TextTable({tr("Settings that differ"),
                                     {QString(), a, b},
                                     count,
                                     [rows](int row, int at) { return rows[static_cast<std::size_t>(row)][at]; }},
                                    theme));
  }
  column->addWidget(heading(tr("Accuracy, %"), theme));
  const std::vector<ComparedPoint> points = compared_points(model, first, second);
  const bool paired =
      std::ranges::any_of(points, [](const ComparedPoint& point) { return point.interval.has_value(); });
  const RunRecord* run = model.record(first.run);
  if (const auto places = places_of(points); !places.empty() && run != nullptr)
    column->addWidget(new ComparedCurves(places, axis_label(run->spec.x.key), theme));
  auto* curves =
      new TextTable({tr("Accuracy, %"),
                     {QString(), a, b, tr("B minus A, points"), tr("Images"), tr("Energy of B")},
                     static_cast<int>(points.size()),
                     [points](int row, int at) { return text_of(points[static_cast<std::size_t>(row)], at); }},
                    theme);
  column->addWidget(curves);
  auto* note =
      new QLabel(paired ? pairing_text(points, model, first, second)
                        : tr("Not on the same images, or still running: the differences have no paired interval."));
  note->setObjectName(QStringLiteral("pairing"));
  note->setProperty("kind", "quiet");
  note->setFont(theme->font(TextRole::small));
  note->setWordWrap(true);
  note->setContentsMargins(8, 8, 0, 0);
  column->addWidget(note);
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(sheet);
  scroll->setWidgetResizable(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addWidget(scroll);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout->addWidget(buttons);
  const int room = column->contentsMargins().left() + column->contentsMargins().right() + 32;
  resize(std::clamp(curves->full_width() + room, kLeastWidth, kMostWidth),
         std::clamp(sheet->sizeHint().height() + 80, 280, 680));
}

}  // namespace acim::ui
