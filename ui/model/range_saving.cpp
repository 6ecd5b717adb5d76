#include "ui/model/range_saving.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "study/named_setting.h"
#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RangeSaving)
};

struct Reached {
  int bits = 0;
  std::size_t point = 0;
};

/// The fewest ADC bits of a curve that reach an accuracy.
std::optional<Reached> fewest_bits(const StudySpec& spec, const std::vector<PointResult>& results, std::size_t curve,
                                   double accuracy) {
  std::optional<Reached> best;
  for (std::size_t place = 0; place < spec.x.values.size(); ++place) {
    const std::size_t point = curve * spec.x.values.size() + place;
    const int bits = spec.points[point].settings.macro.adc_bits;
    if (results[point].accuracy() >= accuracy && (!best || bits < best->bits)) best = Reached{bits, point};
  }
  return best;
}

}  // namespace

std::optional<RangeSaving> range_saving(const StudySpec& spec, const std::vector<PointResult>& results,
                                        const std::vector<PointCost>& costs) {
  if (spec.x.key != "adc_bits" || spec.family.key != kAdcRange || results.size() != spec.points.size()) return {};
  if (std::any_of(results.begin(), results.end(), [](const PointResult& one) { return one.images == 0; })) return {};
  const auto& family = spec.family.values;
  const auto full = static_cast<std::size_t>(std::find(family.begin(), family.end(), kFullAdcRange) - family.begin());
  if (full == family.size()) return {};
  double best = 0;
  for (std::size_t place = 0; place < spec.x.values.size(); ++place) {
    best = std::max(best, results[full * spec.x.values.size() + place].accuracy());
  }
  RangeSaving saving;
  saving.percent = std::floor(100 * best - 1);
  if (saving.percent <= 0) return {};
  const auto of_full = fewest_bits(spec, results, full, saving.percent / 100);
  std::optional<Reached> of_calibrated;
  for (std::size_t curve = 0; curve < family.size(); ++curve) {
    const auto reached = curve == full ? std::nullopt : fewest_bits(spec, results, curve, saving.percent / 100);
    if (!reached || (of_calibrated && reached->bits >= of_calibrated->bits)) continue;
    of_calibrated = reached;
    saving.calibrated = family[curve];
  }
  if (!of_full || !of_calibrated) return {};
  saving.full_bits = of_full->bits;
  saving.calibrated_bits = of_calibrated->bits;
  if (costs.size() == results.size() && costs[of_full->point].cost && costs[of_calibrated->point].cost) {
    const double calibrated_fj = costs[of_calibrated->point].cost->fj.adc;
    if (calibrated_fj > 0) saving.adc_energy = costs[of_full->point].cost->fj.adc / calibrated_fj;
  }
  return saving;
}

QString range_saving_text(const RangeSaving& saving) {
  QString name = axis_value(std::string(kAdcRange), saving.calibrated);
  name[0] = name[0].toUpper();
  const int saved = saving.full_bits - saving.calibrated_bits;
  const QString at = percent_text(saving.percent / 100, 0);
  const QString instead = Words::tr("(%1 instead of %2 bits)").arg(saving.calibrated_bits).arg(saving.full_bits);
  QString text;
  if (saved > 0) {
    text = Words::tr("%n bits fewer at %1 accuracy", nullptr, saved).arg(at);
  } else if (saved < 0) {
    text = Words::tr("%n bits more at %1 accuracy", nullptr, -saved).arg(at);
  } else {
    text = Words::tr("as many bits at %1 accuracy").arg(at);
  }
  if (saved == 1 || saved == -1) text.replace(QStringLiteral("1 bits"), QStringLiteral("1 bit"));
  if (saved != 0) text += ' ' + instead;
  if (saving.adc_energy && std::abs(*saving.adc_energy - 1) > 0.005) {
    const double factor = *saving.adc_energy > 1 ? *saving.adc_energy : 1 / *saving.adc_energy;
    const QString number = QLocale().toString(factor, 'g', factor < 10 ? 2 : 3);
    text += ", " +
            (*saving.adc_energy > 1 ? Words::tr("%1 times less ADC energy") : Words::tr("%1 times as much ADC energy"))
                .arg(number);
  }
  return QStringLiteral("%1: %2.").arg(name, text);
}

}  // namespace acim::ui
