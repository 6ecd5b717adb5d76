#include "ui/model/chip_spread.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChipSpread)
};

std::optional<ChipSpread> spread_at(const std::vector<PointResult>& results, std::size_t places,
                                    const std::vector<std::size_t>& chips, std::size_t place) {
  ChipSpread spread{place, chips.size(), 0, 0, 1, 0};
  const auto count = static_cast<double>(chips.size());
  for (const std::size_t chip : chips) {
    const PointResult& result = results[chip * places + place];
    if (result.images == 0) return std::nullopt;
    spread.mean += result.accuracy() / count;
    spread.least = std::min(spread.least, result.accuracy());
    spread.most = std::max(spread.most, result.accuracy());
  }
  double squares = 0;
  for (const std::size_t chip : chips) {
    const double apart = results[chip * places + place].accuracy() - spread.mean;
    squares += apart * apart;
  }
  spread.deviation = std::sqrt(squares / (count - 1));
  return spread;
}

}  // namespace

std::optional<ChipSpread> chip_spread(const StudySpec& spec, const std::vector<PointResult>& results,
                                      std::optional<std::size_t> place, const std::vector<bool>& deleted) {
  std::vector<std::size_t> chips;
  for (std::size_t chip = 0; chip < spec.family.values.size(); ++chip) {
    if (chip >= deleted.size() || !deleted[chip]) chips.push_back(chip);
  }
  const std::size_t places = std::max<std::size_t>(1, spec.x.values.size());
  if (spec.family.key != "seed" || chips.size() < 2 || results.size() != spec.family.values.size() * places)
    return std::nullopt;
  if (place) return *place < places ? spread_at(results, places, chips, *place) : std::nullopt;
  std::optional<ChipSpread> widest;
  for (std::size_t i = 0; i < places; ++i) {
    const auto one = spread_at(results, places, chips, i);
    if (one && (!widest || one->deviation > widest->deviation)) widest = one;
  }
  return widest;
}

/// Whether a seed draws a chip, and not only noise that every conversion has anew.
bool draws_chips(const StudySpec& spec) {
  const auto varies = [](const ParameterValue& value) {
    return number_of(parameter_of("weight_variation_percent"), value) > 0;
  };
  return std::ranges::any_of(spec.points, [&](const StudyPoint& point) {
    if (point.settings.macro.weight_variation_percent > 0) return true;
    return std::ranges::any_of(point.settings.layers, [&](const LayerOverride& layer) {
      return std::ranges::any_of(
          layer.values, [&](const auto& one) { return one.first == "weight_variation_percent" && varies(one.second); });
    });
  });
}

QString chip_spread_text(const ChipSpread& spread, const StudySpec& spec) {
  const auto points = [](double fraction) { return QLocale().toString(fraction * 100, 'f', 2); };
  const int count = static_cast<int>(spread.chips);
  QString chips = draws_chips(spec) ? Words::tr("%n chips", nullptr, count) : Words::tr("%n seeds", nullptr, count);
  if (spread.place < spec.x.values.size()) {
    chips = Words::tr("%1 at %2").arg(chips, axis_named_value(spec.x.key, spec.x.values[spread.place]));
  }
  return Words::tr("%1: %2 … %3, mean %4, standard deviation %5 points.")
      .arg(chips, points(spread.least), percent_text(spread.most), percent_text(spread.mean), points(spread.deviation));
}

}  // namespace acim::ui
