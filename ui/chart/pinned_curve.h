#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "study/study_spec.h"

namespace acim::ui {

/// Id of a run, and the curve's place in it.
using CurveOfRun = std::pair<int, std::size_t>;

/// A curve of an earlier run that stays drawn behind those of the present one.
struct PinnedCurve {
  CurveOfRun curve;
  QString name;
  int style = 0;  ///< of the series' styles
  struct Point {
    double x = 0;  ///< value of the knob along x
    PointResult result;
  };
  std::vector<Point> points;  ///< those with images
  bool emphasised = false;    ///< picked in the table
  bool pinned = false;        ///< stands in the legend; others are seen while they are picked
};

}  // namespace acim::ui
