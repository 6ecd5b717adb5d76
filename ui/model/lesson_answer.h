#pragma once

#include <optional>
#include <span>

#include "ui/model/lesson.h"

namespace acim::ui {

/// What a run of the lesson says; in the answer's unit.
struct MeasuredAnswer {
  double value = 0;
  double tolerance = 0;
};

/// The answer as the results have it; `results` are those of a run of this lesson, family-major. Nothing when a point
/// that counts has no images yet, or when the curve never does what is asked.
std::optional<MeasuredAnswer> measured_answer(const Lesson& lesson, std::span<const PointResult> results);

/// Whether an answer is the run's own.
bool is_right(const MeasuredAnswer& measured, double answer);

/// The result at a place of the lesson; nullptr when there is none yet.
const PointResult* result_at(const Lesson& lesson, std::span<const PointResult> results, const std::string& x,
                             const std::string& curve);

}  // namespace acim::ui
