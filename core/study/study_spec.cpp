#include "study/study_spec.h"

#include <fmt/format.h>

#include "base/error.h"
#include "macro/parameter_table.h"

namespace acim {

namespace {

constexpr std::size_t kMostPoints = 10000;

std::string point_name(const StudyPoint& point) {
  std::string name;
  for (const auto& [key, value] : point.coordinates)
    name += fmt::format("{}{}={}", name.empty() ? "" : ", ", key, value);
  return name.empty() ? "the point" : fmt::format("point {}", name);
}

void set_coordinate(StudyPoint& point, const SweepAxis& axis, const std::string& value) {
  if (axis.key.empty()) return;
  const Parameter& parameter = parameter_of(axis.key);
  parameter.set(point.settings.macro, parse_value(parameter, value));
  point.coordinates.emplace_back(axis.key, value);
}

void check_axis(const SweepAxis& axis, std::string_view name) {
  if (axis.key.empty() != axis.values.empty()) {
    throw Error(ErrorKind::usage, fmt::format("The {} axis has {}", name, axis.key.empty() ? "no knob" : "no values"),
                axis.key, "an axis is a knob and at least one value");
  }
}

}  // namespace

StudySpec make_study_spec(StudySubject subject, const PointSettings& base, SweepAxis x, SweepAxis family) {
  check_axis(x, "x");
  check_axis(family, "family");
  if (x.key.empty() && !family.key.empty()) std::swap(x, family);
  if (!x.key.empty() && x.key == family.key) {
    throw Error(ErrorKind::usage, fmt::format("The knob {} is on both axes", x.key), {},
                "choose another knob for the family of curves");
  }
  StudySpec spec;
  spec.subject = std::move(subject);
  spec.x = std::move(x);
  spec.family = std::move(family);
  // An absent axis is one step that changes nothing.
  const std::vector<std::string> one_step = {""};
  const auto& x_values = spec.x.key.empty() ? one_step : spec.x.values;
  const auto& family_values = spec.family.key.empty() ? one_step : spec.family.values;
  if (x_values.size() > kMostPoints / family_values.size()) {
    throw Error(ErrorKind::usage, fmt::format("The study would have {} points", x_values.size() * family_values.size()),
                {}, fmt::format("at most {} are possible: take larger steps", kMostPoints));
  }
  for (const std::string& family_value : family_values) {
    for (const std::string& x_value : x_values) {
      StudyPoint point;
      point.settings = base;
      set_coordinate(point, spec.x, x_value);
      set_coordinate(point, spec.family, family_value);
      try {
        validate(point.settings.macro);
      } catch (const Error& error) {
        const std::string where = error.where().empty() ? "" : ", " + error.where();
        throw Error(ErrorKind::usage, error.problem(), point_name(point) + where, error.remedy());
      }
      spec.points.push_back(std::move(point));
    }
  }
  return spec;
}

}  // namespace acim
