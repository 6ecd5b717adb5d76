#pragma once

#include <string>
#include <vector>

#include "study/study_spec.h"

namespace acim::ui {

/// All values of a choice, a bool or a named setting, in order; empty for a knob that is a number.
std::vector<std::string> listed_values(const std::string& key);
/// Whether an axis is from .. to in even steps, so that three numbers say it.
bool is_even_range(const SweepAxis& axis);
/// An axis with more points, all of the old ones among them: values halfway between neighbours; where whole numbers
/// leave none, a step on at both ends; of listed values, all. The same axis when nothing can be added.
SweepAxis with_more_points(const SweepAxis& axis);
/// Both axes' values in order; the knob must be the same.
SweepAxis joined_axes(const SweepAxis& one, const SweepAxis& other);

}  // namespace acim::ui
