#include <fmt/format.h>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "study/csv_text.h"
#include "study/study_command.h"
#include "study/study_store.h"

namespace acim {

namespace {

std::string overrides_text(const std::vector<LayerOverride>& layers) {
  std::string text;
  for (const LayerOverride& layer : layers) {
    if (!text.empty()) text += ' ';
    text += override_text(layer);
  }
  return text;
}

std::string coordinate(const StudyPoint& point, const SweepAxis& axis) {
  for (const auto& [key, value] : point.coordinates) {
    if (key == axis.key) return csv_field(value);
  }
  return {};
}

std::string row(const StudySpec& spec, const StudyPoint& point, const PointResult& result, const std::string& more) {
  std::string line;
  if (!spec.x.key.empty()) line += coordinate(point, spec.x) + ',';
  if (!spec.family.key.empty()) line += coordinate(point, spec.family) + ',';
  line += fmt::format("{},{},", result.images, result.correct);
  const Interval interval = result.interval();
  if (result.images > 0) {
    line += fmt::format("{:.6f},{:.6f},{:.6f}", result.accuracy(), interval.low, interval.high);
  } else {
    line += ",,";
  }
  line += fmt::format(",{:.3f}{},{}", result.seconds, more, mode_name(point.settings.mode));
  for (const Parameter& parameter : parameter_table()) {
    line += ',' + csv_field(value_text(parameter.get(point.settings.macro)));
  }
  return line + ',' + csv_field(overrides_text(point.settings.layers)) + '\n';
}

}  // namespace

std::string results_csv(const StudySpec& spec, std::span<const PointResult> results,
                        const std::vector<std::pair<std::string, std::string>>& provenance,
                        std::span<const CsvColumn> more) {
  if (results.size() != spec.points.size()) throw Error(ErrorKind::internal, "Results and points differ in number");
  std::string csv;
  for (const auto& [key, value] : provenance) csv += csv_comment(key, value);
  if (const std::string command = study_command(spec); !command.empty()) csv += csv_comment("command", command);
  if (!spec.x.key.empty()) csv += csv_comment("x", spec.x.key);
  if (!spec.family.key.empty()) csv += csv_comment("family", spec.family.key);
  if (!spec.adc_range.empty()) csv += csv_comment("adc_range", spec.adc_range);
  if (!spec.x.key.empty()) csv += "x,";
  if (!spec.family.key.empty()) csv += "family,";
  csv += "images,correct,accuracy,ci95_low,ci95_high,seconds";
  for (const CsvColumn& column : more) csv += ',' + column.key;
  csv += ",mode";
  for (const Parameter& parameter : parameter_table()) csv += fmt::format(",{}", parameter.key);
  csv += ",layers\n";
  for (std::size_t i = 0; i < results.size(); ++i) {
    std::string values;
    for (const CsvColumn& column : more) values += ',' + csv_field(column.values.at(i));
    csv += row(spec, spec.points[i], results[i], values);
  }
  return csv;
}

}  // namespace acim
