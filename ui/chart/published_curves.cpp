#include "ui/chart/published_curves.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace acim::ui {

namespace {

constexpr qsizetype kMostCurves = 1000;
constexpr qsizetype kMostPoints = 1000;

[[noreturn]] void refuse(const QString& what, const QString& where) {
  throw Error(ErrorKind::input, what.toStdString(), where.toStdString(),
              "Install the program again, or put the file of its sources back");
}

PublishedCurve curve_of(const QJsonObject& object, const QString& where) {
  PublishedCurve curve;
  curve.figure = object.value("figure").toString();
  curve.network = object.value("network").toString();
  curve.training = object.value("training").toString();
  curve.encoding_bits = object.value("encoding_bits").toInt(1);
  curve.x = object.value("x").toString().toStdString();
  const QJsonArray points = object.value("points").toArray();
  if (curve.x.empty() || points.isEmpty() || points.size() > kMostPoints) refuse("A curve has no points", where);
  for (const auto& entry : points) {
    const QJsonArray pair = entry.toArray();
    const PublishedCurve::Point point{pair.at(0).toDouble(std::nan("")), pair.at(1).toDouble(std::nan(""))};
    if (pair.size() != 2 || !std::isfinite(point.x) || !(point.percent >= 0 && point.percent <= 100)) {
      refuse("A point is no pair of x and per cent", where);
    }
    curve.points.push_back(point);
  }
  return curve;
}

/// Which of a family's curves has this encoding; the only one when the family is another knob.
std::optional<std::size_t> curve_with_encoding(const StudySpec& spec, int encoding_bits) {
  if (spec.family.key == "encoding_bits") {
    const auto found = std::find(spec.family.values.begin(), spec.family.values.end(), std::to_string(encoding_bits));
    if (found == spec.family.values.end()) return std::nullopt;
    return static_cast<std::size_t>(found - spec.family.values.begin());
  }
  if (spec.points.front().settings.macro.encoding_bits != encoding_bits) return std::nullopt;
  return 0;
}

}  // namespace

PublishedCurves parse_published_curves(const QByteArray& json, const QString& where) {
  QJsonParseError problem{};
  const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
  if (problem.error != QJsonParseError::NoError) refuse(problem.errorString(), where);
  if (object.value("format").toString() != QLatin1String("acim-published-curves")) {
    refuse("This is no list of published curves", where);
  }
  PublishedCurves published;
  published.citation = object.value("citation").toString();
  published.provenance = object.value("provenance").toString();
  const QJsonArray curves = object.value("curves").toArray();
  if (curves.size() > kMostCurves) refuse("There are too many curves", where);
  for (const auto& entry : curves) published.curves.push_back(curve_of(entry.toObject(), where));
  return published;
}

const PublishedCurves& built_in_published_curves() {
  static const PublishedCurves curves = [] {
    const QString path = QStringLiteral(":/published/asim-curves.json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) refuse(file.errorString(), path);
    return parse_published_curves(file.readAll(), path);
  }();
  return curves;
}

std::vector<PublishedPoint> published_points(const PublishedCurves& published, const StudySpec& spec, int classes) {
  std::vector<PublishedPoint> found;
  if (spec.points.empty()) return found;
  const QString name = QString::fromStdString(spec.subject.network + ' ' + spec.subject.architecture);
  const QString model = name.contains(QLatin1String("vit"), Qt::CaseInsensitive) ? QStringLiteral("ViT-B/32")
                                                                                 : QStringLiteral("ResNet-18");
  const QString network =
      QStringLiteral("%1, %2").arg(model, classes >= 1000 ? QStringLiteral("ImageNet") : QStringLiteral("CIFAR-10"));
  for (const PublishedCurve& curve : published.curves) {
    if (curve.x != spec.x.key || curve.network != network || curve.training != QLatin1String("noise-aware")) continue;
    const auto of_family = curve_with_encoding(spec, curve.encoding_bits);
    if (!of_family) continue;
    for (const PublishedCurve::Point& point : curve.points) {
      found.push_back({*of_family, point.x, point.percent, QStringLiteral("Fig. %1, %2").arg(curve.figure, network)});
    }
  }
  return found;
}

}  // namespace acim::ui
