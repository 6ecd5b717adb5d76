#pragma once

#include <QString>
#include <vector>

#include "study/study_spec.h"

namespace acim::ui {

/// A curve of an earlier run that stays drawn behind those of the present one.
struct PinnedCurve {
  QString name;
  int style = 0;  ///< of the series' styles
  struct Point {
    double x = 0;  ///< value of the knob along x
    PointResult result;
  };
  std::vector<Point> points;  ///< those with images
  bool emphasised = false;    ///< picked in the table
};

}  // namespace acim::ui
