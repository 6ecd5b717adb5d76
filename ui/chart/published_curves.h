#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <string>
#include <utility>
#include <vector>

#include "ui/chart/chart_plan.h"

namespace acim::ui {

/// A curve as a paper printed it (resources/published).
struct PublishedCurve {
  QString figure;
  QString network;  ///< "ResNet-18, CIFAR-10"
  QString training;
  int encoding_bits = 1;
  std::string x;                                      ///< a knob's key
  std::vector<std::pair<std::string, double>> fixed;  ///< where the other knobs stood
  struct Point {
    double x = 0;
    double percent = 0;
  };
  std::vector<Point> points;
};

struct PublishedCurves {
  QString citation;
  QString provenance;
  std::vector<PublishedCurve> curves;
};

/// Error(input) names `where` and what is wrong.
PublishedCurves parse_published_curves(const QByteArray& json, const QString& where);
/// The ones that are part of the program.
const PublishedCurves& built_in_published_curves();

/// A printed value that belongs to a point of a plan.
struct PublishedPoint {
  std::size_t curve = 0;
  double x = 0;
  double percent = 0;
  QString source;  ///< "Fig. 6, ResNet-18, CIFAR-10"
};
/// The printed values over the same knob, each with the curve of its encoding.
struct PublishedOverlay {
  QString network;            ///< theirs: "ResNet-18, CIFAR-10"
  bool same_network = false;  ///< the study runs on that architecture and that data set; else they compare shapes only
  std::vector<PublishedPoint> points;  ///< empty when the axis does not fit
  QStringList other;  ///< knobs that stand elsewhere than they stood for the paper: then the digits do not compare
};
/// Of the network trained noise-aware that the study's subject names by architecture and data set; of another network
/// where the paper has it not, or where the subject does not tell (TorchScript files have no architecture).
PublishedOverlay published_overlay(const PublishedCurves& published, const StudySpec& spec, int classes);

}  // namespace acim::ui
