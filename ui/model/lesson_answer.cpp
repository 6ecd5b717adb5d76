#include "ui/model/lesson_answer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace acim::ui {

namespace {

constexpr double kRounding = 1e-9;  ///< of a typed number against a computed one

struct CurvePoint {
  double x;
  double accuracy;
};

double number(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The points of a curve from left to right; empty when one of them has no images yet.
std::vector<CurvePoint> curve_of(const Lesson& lesson, std::span<const PointResult> results, const std::string& curve) {
  std::vector<CurvePoint> points;
  for (const std::string& x : lesson.spec.x.values) {
    const PointResult* result = result_at(lesson, results, x, curve);
    if (result == nullptr) return {};
    points.push_back({number(x), result->accuracy()});
  }
  std::sort(points.begin(), points.end(), [](const CurvePoint& a, const CurvePoint& b) { return a.x < b.x; });
  return points;
}

std::optional<double> where_lost(const std::vector<CurvePoint>& curve, double drop) {
  if (curve.empty()) return std::nullopt;
  const double threshold = curve.front().accuracy - drop;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    if (curve[i].accuracy > threshold) continue;
    const CurvePoint& before = curve[i - 1];
    return before.x + (curve[i].x - before.x) * (before.accuracy - threshold) / (before.accuracy - curve[i].accuracy);
  }
  return std::nullopt;
}

std::optional<double> first_within(const std::vector<CurvePoint>& curve, double drop) {
  const auto by_accuracy = [](const CurvePoint& a, const CurvePoint& b) { return a.accuracy < b.accuracy; };
  const auto best = std::max_element(curve.begin(), curve.end(), by_accuracy);
  for (const CurvePoint& point : curve) {
    if (point.accuracy >= best->accuracy - drop - kRounding) return point.x;
  }
  return std::nullopt;
}

std::optional<double> last_within(std::vector<CurvePoint> curve, double drop) {
  std::reverse(curve.begin(), curve.end());
  return first_within(curve, drop);
}

double smallest_step(const std::vector<CurvePoint>& curve) {
  double step = 0;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const double here = curve[i].x - curve[i - 1].x;
    step = step == 0 ? here : std::min(step, here);
  }
  return step;
}

}  // namespace

const PointResult* result_at(const Lesson& lesson, std::span<const PointResult> results, const std::string& x,
                             const std::string& curve) {
  const auto place = [](const SweepAxis& axis, const std::string& value) {
    return static_cast<std::size_t>(std::find(axis.values.begin(), axis.values.end(), value) - axis.values.begin());
  };
  const std::size_t column = place(lesson.spec.x, x);
  const std::size_t row = curve.empty() ? 0 : place(lesson.spec.family, curve);
  const std::size_t index = row * lesson.spec.x.values.size() + column;
  if (column >= lesson.spec.x.values.size() || index >= results.size()) return nullptr;
  return results[index].images > 0 ? &results[index] : nullptr;
}

std::optional<MeasuredAnswer> measured_answer(const Lesson& lesson, std::span<const PointResult> results) {
  const LessonQuestion& question = lesson.question;
  const double drop = question.points / 100;
  if (question.ask == LessonAsk::accuracy) {
    const PointResult* result = result_at(lesson, results, question.at, question.curve);
    if (result == nullptr) return std::nullopt;
    const Interval interval = result->interval();
    const double half = question.tolerance > 0 ? question.tolerance : 50 * (interval.high - interval.low);
    return MeasuredAnswer{100 * result->accuracy(), half};
  }
  const std::vector<CurvePoint> curve = curve_of(lesson, results, question.curve);
  if (curve.empty()) return std::nullopt;
  std::optional<double> x;
  switch (question.ask) {
    case LessonAsk::lost:
      x = where_lost(curve, drop);
      break;
    case LessonAsk::first_within:
      x = first_within(curve, drop);
      break;
    case LessonAsk::last_within:
      x = last_within(curve, drop);
      break;
    case LessonAsk::extra: {
      const std::vector<CurvePoint> other = curve_of(lesson, results, question.against);
      const auto from = other.empty() ? std::nullopt : first_within(other, drop);
      x = first_within(curve, drop);
      if (!from || !x) return std::nullopt;
      *x -= *from;
      break;
    }
    case LessonAsk::accuracy:
      break;
  }
  if (!x) return std::nullopt;
  // Values on the grid are exact; half a step of one that is read between two points.
  const double reading = question.ask == LessonAsk::lost ? smallest_step(curve) / 2 * question.scale : 0;
  return MeasuredAnswer{*x * question.scale, question.tolerance > 0 ? question.tolerance : reading};
}

bool is_right(const MeasuredAnswer& measured, double answer) {
  return std::abs(answer - measured.value) <= measured.tolerance + kRounding * std::max(1.0, std::abs(measured.value));
}

}  // namespace acim::ui
