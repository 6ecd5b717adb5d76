#pragma once

#include "macro/parameter_table.h"

namespace acim::ui {

/// Places of a slider <-> values of a knob: even steps, or logarithmic with the first place for zero where the range
/// has it.
class KnobScale {
 public:
  explicit KnobScale(const Parameter& parameter);

  int last_place() const { return last_; }
  double value_at(int place) const;
  int place_of(double value) const;

 private:
  static constexpr int kLogPlaces = 200;

  const Parameter& parameter_;
  double low_;
  double high_;
  bool logarithmic_;
  bool zero_first_ = false;
  int last_ = 0;
};

}  // namespace acim::ui
