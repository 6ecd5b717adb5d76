#include "study/study_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "study/named_setting.h"

namespace acim {

namespace {

std::string point_name(const StudyPoint& point) {
  std::string name;
  for (const auto& [key, value] : point.coordinates)
    name += fmt::format("{}{}={}", name.empty() ? "" : ", ", key, value);
  return name.empty() ? "the point" : fmt::format("point {}", name);
}

/// The whole column for every layer.
void set_full_adc_range(PointSettings& settings) {
  for (const std::string_view key : {"adc_range_percent", "adc_offset_percent"}) {
    parameter_of(key).set(settings.macro, parameter_of(key).get(MacroParameters{}));
    for (LayerOverride& layer : settings.layers) {
      std::erase_if(layer.values, [&](const auto& value) { return value.first == key; });
    }
  }
  std::erase_if(settings.layers, [](const LayerOverride& layer) { return !layer.digital && layer.values.empty(); });
}

void set_coordinate(StudyPoint& point, const SweepAxis& axis, const std::string& value) {
  if (axis.key.empty()) return;
  if (find_named_setting(axis.key) != nullptr) {
    if (value == kFullAdcRange) set_full_adc_range(point.settings);
  } else if (axis.key != kLayerAxis) {
    const Parameter& parameter = parameter_of(axis.key);
    parameter.set(point.settings.macro, parse_value(parameter, value));
  } else if (value != kNoTreatment) {
    point.settings.layers.push_back(parse_layer_override(value));
  }
  point.coordinates.emplace_back(axis.key, value);
}

void check_axis(const SweepAxis& axis, std::string_view name) {
  if (axis.key.empty() != axis.values.empty()) {
    throw Error(
        ErrorKind::usage,
        (axis.key.empty() ? Phrase("Error", "The {} axis has no knob") : Phrase("Error", "The {} axis has no values"))
            .filled_with(name),
        axis.key, Phrase("Error", "an axis is a knob and at least one value"));
  }
}

void check_axes(const SweepAxis& x, const SweepAxis& family) {
  check_axis(x, "x");
  check_axis(family, "family");
  if (!x.key.empty() && x.key == family.key) {
    throw Error(ErrorKind::usage, Phrase("Error", "The knob {} is on both axes").filled_with(Filling::knob(x.key)), {},
                Phrase("Error", "choose another knob for the family of curves"));
  }
}

void check_adc_range(const StudySpec& spec) {
  if (spec.adc_range.empty()) return;
  named_value_of(*find_named_setting(kAdcRange), spec.adc_range);
  if (spec.x.key == kAdcRange || spec.family.key == kAdcRange) {
    throw Error(ErrorKind::usage, Phrase("Error", "The ADC's range is calibrated for all points and on an axis"),
                std::string(kAdcRange), Phrase("Error", "Give one of them"));
  }
}

/// Steps of an axis; an absent one is one step that changes nothing.
std::size_t steps_of(const SweepAxis& axis) {
  return axis.key.empty() ? 1 : axis.values.size();
}

void check_point_count(const SweepAxis& x, const SweepAxis& family) {
  if (steps_of(x) > kMostStudyPoints / steps_of(family)) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "The study would have {} points").filled_with(steps_of(x) * steps_of(family)), {},
                Phrase("Error", "at most {} are possible: take larger steps").filled_with(kMostStudyPoints));
  }
}

/// The values of an axis, parsed once for all points.
class ParsedAxis {
 public:
  explicit ParsedAxis(const SweepAxis& axis) : axis_(axis), named_(find_named_setting(axis.key)) {
    for (const std::string& text : axis.values) {
      if (named_ != nullptr) {
        named_value_of(*named_, text);
      } else if (axis.key != kLayerAxis) {
        knobs_.push_back(parse_value(parameter_of(axis.key), text));
      } else {
        layers_.push_back(text == kNoTreatment ? std::nullopt : std::optional(parse_layer_override(text)));
      }
    }
  }

  const SweepAxis& axis() const { return axis_; }
  /// Whether the settings have the value of the step; a named setting's values stand in the coordinates alone.
  bool holds(const PointSettings& settings, std::size_t step) const {
    if (named_ != nullptr) return true;
    if (axis_.key != kLayerAxis) return parameter_of(axis_.key).get(settings.macro) == knobs_[step];
    const auto& layer = layers_[step];
    return !layer || std::find(settings.layers.begin(), settings.layers.end(), *layer) != settings.layers.end();
  }

 private:
  const SweepAxis& axis_;
  const NamedSetting* named_;                         // null of a knob's and a layer axis
  std::vector<ParameterValue> knobs_;                 // of a knob's axis
  std::vector<std::optional<LayerOverride>> layers_;  // of a layer axis
};

/// The knobs of one point, as a whole.
void check_knobs(const StudyPoint& point) {
  try {
    validate(point.settings.macro);
  } catch (const Error& error) {
    const std::string where = error.where().empty() ? "" : ", " + error.where();
    throw Error(ErrorKind::usage, error.problem_phrase(), point_name(point) + where, error.remedy_phrase());
  }
}

/// Walks the coordinates of a point beside its place on the axes.
class PlaceCheck {
 public:
  PlaceCheck(const StudyPoint& point, std::size_t index) : point_(point), index_(index) {}

  void expect(const ParsedAxis& parsed, std::size_t step) {
    const SweepAxis& axis = parsed.axis();
    if (axis.key.empty()) return;
    const bool fits = count_ < point_.coordinates.size() && point_.coordinates[count_].first == axis.key &&
                      point_.coordinates[count_].second == axis.values[step];
    if (!fits)
      refuse(Phrase("Error", "its coordinates are not those of {}={}").filled_with(axis.key, axis.values[step]));
    if (!parsed.holds(point_.settings, step)) {
      refuse(Phrase("Error", "its {} is not the {} of its place on the axis").filled_with(axis.key, axis.values[step]));
    }
    ++count_;
  }
  void expect_end() const {
    if (count_ != point_.coordinates.size()) refuse(Phrase("Error", "it has a coordinate that is on no axis"));
  }

 private:
  [[noreturn]] void refuse(const Phrase& what) const {
    throw Error(ErrorKind::usage, Phrase("Error", "A point does not match the axes: {}").filled_with(what),
                fmt::format("point {} of the study", index_),
                Phrase("Error", "a study has a point for each pair of values, in order"));
  }

  const StudyPoint& point_;
  std::size_t index_;
  std::size_t count_ = 0;
};

}  // namespace

void validate(const StudySpec& spec) {
  if (spec.images_per_block < 1 || spec.images_per_block > kMostImagesPerBlock) {
    throw Error(ErrorKind::usage, Phrase("Error", "A block cannot have {} images").filled_with(spec.images_per_block),
                "images_per_block", Phrase("Error", "1 to {} are possible").filled_with(kMostImagesPerBlock));
  }
  check_axes(spec.x, spec.family);
  check_adc_range(spec);
  check_point_count(spec.x, spec.family);
  const ParsedAxis x(spec.x);
  const ParsedAxis family(spec.family);
  const std::size_t steps = steps_of(spec.x);
  if (spec.points.size() != steps * steps_of(spec.family)) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "The study has {} points, its axes have {}")
                    .filled_with(spec.points.size(), steps * steps_of(spec.family)),
                "the points of the study", Phrase("Error", "a study has a point for each pair of values, in order"));
  }
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    PlaceCheck place(spec.points[i], i);
    place.expect(x, i % steps);
    place.expect(family, i / steps);
    place.expect_end();
    check_knobs(spec.points[i]);
  }
}

bool is_knob(const SweepAxis& axis) {
  return !axis.key.empty() && axis.key != kLayerAxis && find_named_setting(axis.key) == nullptr;
}

std::string adc_range_of(const StudySpec& spec, const StudyPoint& point) {
  for (const auto& [key, value] : point.coordinates) {
    if (key == kAdcRange) return value;
  }
  return spec.adc_range;
}

StudySpec make_study_spec(StudySubject subject, const PointSettings& base, SweepAxis x, SweepAxis family) {
  check_axes(x, family);
  check_point_count(x, family);
  if (x.key.empty()) std::swap(x, family);
  StudySpec spec;
  spec.subject = std::move(subject);
  spec.x = std::move(x);
  spec.family = std::move(family);
  // An absent axis is one step that changes nothing.
  const std::vector<std::string> one_step = {""};
  const auto& x_values = spec.x.key.empty() ? one_step : spec.x.values;
  const auto& family_values = spec.family.key.empty() ? one_step : spec.family.values;
  for (const std::string& family_value : family_values) {
    for (const std::string& x_value : x_values) {
      StudyPoint point;
      point.settings = base;
      set_coordinate(point, spec.x, x_value);
      set_coordinate(point, spec.family, family_value);
      spec.points.push_back(std::move(point));
    }
  }
  validate(spec);
  return spec;
}

}  // namespace acim
