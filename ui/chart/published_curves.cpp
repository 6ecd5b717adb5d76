#include "ui/chart/published_curves.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr qsizetype kMostCurves = 1000;
constexpr qsizetype kMostPoints = 1000;

[[noreturn]] void refuse(const QString& what, const QString& where) {
  throw Error(ErrorKind::input, what.toStdString(), where.toStdString(),
              "Install the program again, or put the file of its sources back");
}

void add_fixed(const QJsonObject& knobs, PublishedCurve& curve) {
  for (auto knob = knobs.begin(); knob != knobs.end(); ++knob) {
    if (knob.value().isDouble()) curve.fixed.emplace_back(knob.key().toStdString(), knob.value().toDouble());
  }
}

PublishedCurve curve_of(const QJsonObject& object, const QJsonObject& common, const QString& where) {
  PublishedCurve curve;
  curve.figure = object.value("figure").toString();
  curve.network = object.value("network").toString();
  curve.training = object.value("training").toString();
  curve.encoding_bits = object.value("encoding_bits").toInt(1);
  curve.x = object.value("x").toString().toStdString();
  add_fixed(common, curve);
  add_fixed(object.value("fixed").toObject(), curve);
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

/// Whether a knob stands where it stood for the paper.
bool stands_at(const std::string& key, double printed, double here) {
  // 256 rows of which 255 are summed at most, or 256: the paper's codes are integers either way.
  if (key == "rows" && printed == 256 && here == 255) return true;
  return here == printed;
}

double number_at(const Parameter& knob, const MacroParameters& macro) {
  return number_of(knob, knob.get(macro));
}

/// Knobs that change accuracies and stand elsewhere for a printed curve than in these settings.
QStringList other_knobs(const PublishedCurve& curve, const PointSettings& settings) {
  QStringList other;
  std::vector<std::pair<std::string, double>> expected = curve.fixed;
  for (const char* key : {"adc_range_percent", "adc_offset_percent", "compression_alpha", "weight_variation_percent",
                          "hybrid_levels", "voting_levels", "adc_inl_lsb", "reference_noise_percent"}) {
    expected.emplace_back(key, number_at(parameter_of(key), MacroParameters{}));
  }
  for (const auto& [key, printed] : expected) {
    const Parameter* knob = key == curve.x ? nullptr : find_parameter(key);
    if (knob == nullptr || stands_at(key, printed, number_at(*knob, settings.macro))) continue;
    other << axis_label(key);
  }
  for (const char* key : {"weight_parallel", "noise_source"}) {
    const Parameter& knob = parameter_of(key);
    if (knob.get(settings.macro) != knob.get(MacroParameters{})) other << axis_label(key);
  }
  if (!settings.layers.empty()) other << QCoreApplication::translate("PublishedCurves", "Layers");
  return other;
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
  for (const auto& entry : curves) {
    published.curves.push_back(curve_of(entry.toObject(), object.value("common").toObject(), where));
  }
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
  const std::size_t places = std::max<std::size_t>(1, spec.x.values.size());
  std::vector<PublishedPoint> others;  // beside curves at other settings, where there is none that fits
  for (const PublishedCurve& curve : published.curves) {
    const bool same_axis =
        curve.x == spec.x.key && curve.network == overlay.network && curve.training == QLatin1String("noise-aware");
    for (std::size_t at = 0; same_axis && at < spec.points.size(); at += places) {
      const PointSettings& settings = spec.points[at].settings;
      if (settings.macro.encoding_bits != curve.encoding_bits) continue;
      const QStringList other = other_knobs(curve, settings);
      if (!other.isEmpty() && overlay.other.isEmpty()) overlay.other = other;
      for (const PublishedCurve::Point& point : curve.points) {
        (other.isEmpty() ? overlay.points : others)
            .push_back({at / places, point.x, point.percent,
                        QStringLiteral("Fig. %1, %2").arg(curve.figure, overlay.network)});
      }
    }
  }
  if (overlay.points.empty()) {
    overlay.points = std::move(others);
  } else {
    overlay.other.clear();
  }
  return overlay;
}

}  // namespace acim::ui
