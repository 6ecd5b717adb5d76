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

/// What the paper calls the network and the images of a study; nothing where it has not got them.
struct NamedSubject {
  std::optional<QString> architecture;
  std::optional<QString> data_set;
};

NamedSubject named_subject(const StudySubject& subject, int classes) {
  NamedSubject named;
  const std::string& architecture = subject.architecture;
  if (architecture == "resnet18" || architecture == "resnet18-cifar") named.architecture = QStringLiteral("ResNet-18");
  if (architecture == "vit_b_32") named.architecture = QStringLiteral("ViT-B/32");
  if (subject.dataset.starts_with("cifar10:")) named.data_set = QStringLiteral("CIFAR-10");
  // Any folder of images is opened so; the paper's has all thousand classes.
  if (subject.dataset.starts_with("imagenet:") && classes == 1000) named.data_set = QStringLiteral("ImageNet");
  return named;
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

PublishedOverlay published_overlay(const PublishedCurves& published, const StudySpec& spec, int classes) {
  PublishedOverlay overlay;
  if (spec.points.empty()) return overlay;
  const NamedSubject subject = named_subject(spec.subject, classes);
  overlay.network = QStringLiteral("%1, %2").arg(subject.architecture.value_or(QStringLiteral("ResNet-18")),
                                                 subject.data_set.value_or(QStringLiteral("CIFAR-10")));
  overlay.same_network = subject.architecture && subject.data_set;
  for (const PublishedCurve& curve : published.curves) {
    const bool fits =
        curve.x == spec.x.key && curve.network == overlay.network && curve.training == QLatin1String("noise-aware");
    const auto of_family = fits ? curve_with_encoding(spec, curve.encoding_bits) : std::nullopt;
    if (!of_family) continue;
    for (const PublishedCurve::Point& point : curve.points) {
      overlay.points.push_back(
          {*of_family, point.x, point.percent, QStringLiteral("Fig. %1, %2").arg(curve.figure, overlay.network)});
    }
  }
  return overlay;
}

}  // namespace acim::ui
