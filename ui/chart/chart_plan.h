#pragma once

#include <QString>
#include <cstddef>
#include <optional>
#include <vector>

#include "study/study_spec.h"

namespace acim::ui {

/// What a chart is to show, before there is any result: the axes and the curves' names. Points are family-major, as in
/// a study.
struct ChartPlan {
  QString x_label;                      ///< "ADC bits"
  QString x_unit;                       ///< "bit"
  QString family_label;                 ///< empty: one curve
  std::vector<double> x;                ///< numbers on the axis
  std::vector<QString> x_texts;         ///< the same, as said in the card: "ADC bits 6"
  std::vector<QString> curves;          ///< a name for each curve, at least one: "4 bit"
  std::vector<QString> curves_in_full;  ///< "Encoding bits 4"
  std::vector<QString> x_names;         ///< of values that are no numbers, whose places are 0, 1, 2 ..; else empty
  bool logarithmic = false;
  bool integers = false;  ///< ticks on whole numbers only
  int classes = 10;
  std::vector<int> styles;  ///< of each curve, as the user chose them; -1 or missing: that of its place

  int style(std::size_t curve) const {
    return curve < styles.size() && styles[curve] >= 0 ? styles[curve] : static_cast<int>(curve);
  }

  std::size_t point(std::size_t curve, std::size_t place) const { return curve * x.size() + place; }
  bool empty() const { return x.empty(); }
  /// "Encoding bits 4, ADC bits 6"
  QString title(std::size_t curve, std::size_t place) const;
};

/// `step` curves on among those that are there, or as far as there are any.
template <typename IsThere>
std::size_t next_curve(std::size_t curve, int step, std::size_t count, const IsThere& is_there) {
  const int way = step < 0 ? -1 : 1;
  std::size_t reached = curve;
  auto at = static_cast<std::ptrdiff_t>(curve);
  while (step != 0) {
    at += way;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(count)) break;
    if (!is_there(static_cast<std::size_t>(at))) continue;
    reached = static_cast<std::size_t>(at);
    step -= way;
  }
  return reached;
}

ChartPlan chart_plan(const StudySpec& spec, int classes);

}  // namespace acim::ui
