#include "cost/design_hints.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "array/conversion.h"
#include "array/conversion_settings.h"
#include "base/error.h"
#include "cost/pair_energy.h"

namespace acim::cost {
namespace {

/// Noise of less than this many steps changes a code that lies on its step once in 50,000 times.
constexpr double kDeadZoneLsb = 0.115;
/// With more, the ADC's last bit says little about the sum.
constexpr double kNoisyLsb = 1.5;
/// Other rows are worth a hint when they are this near.
constexpr double kNearRows = 0.1;

Filling setting(std::string_view key, std::int64_t value) {
  return Filling::setting(key, std::to_string(value));
}

std::int64_t top_code(const MacroParameters& macro) {
  return (std::int64_t{1} << macro.adc_bits) - 1;
}

/// Full scale of the widest cycle, when the ADC's range is the whole column and the column is linear.
std::optional<std::int64_t> plain_full_scale(const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  const bool plain = !macro.weight_parallel && macro.adc_range_percent == 100 && macro.adc_offset_percent == 0 &&
                     macro.compression_alpha == 0;
  if (!plain) return std::nullopt;
  return settings.full_scale(0);
}

double noise_lsb(const ConversionSettings& settings) {
  return Conversion(settings.macro, settings.full_scale(0), settings.macro.weight_parallel).most_noise_in_codes();
}

/// More codes than sums, but not a whole number of them for each: fewer bits may lose nothing.
std::optional<DesignHint> codes_between_sums(const MacroParameters& macro, std::int64_t full_scale) {
  for (int bits = macro.adc_bits - 1; bits >= 1; --bits) {
    const std::int64_t top = (std::int64_t{1} << bits) - 1;
    if (top < full_scale) break;
    if (top % full_scale != 0) continue;
    return DesignHint{
        "sums_between_codes",
        {"adc_bits", "rows"},
        Phrase("DesignHint",
               "{} codes for {} column sums: sums lie between codes and are rounded, though there are codes enough.")
            .filled_with(top_code(macro) + 1, full_scale + 1),
        Phrase("DesignHint", "{} gives each sum a code of its own, for less energy.")
            .filled_with(setting("adc_bits", bits)),
        {{"adc_bits", bits}}};
  }
  return std::nullopt;
}

std::optional<DesignHint> sums_between_codes(const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  const auto full_scale = plain_full_scale(settings);
  if (!full_scale || top_code(macro) % *full_scale == 0 || noise_lsb(settings) > 0.5) return std::nullopt;
  if (top_code(macro) > *full_scale) return codes_between_sums(macro, *full_scale);
  const std::int64_t rows = top_code(macro) / (*full_scale / macro.rows);  // as many as have a code for each sum
  if (rows < 1 || static_cast<double>(macro.rows - rows) > kNearRows * macro.rows) return std::nullopt;
  return DesignHint{
      "sums_between_codes",
      {"rows", "adc_bits"},
      Phrase("DesignHint",
             "{} rows give {} column sums, an ADC of {} bits tells {} codes apart: nearly every sum is rounded.")
          .filled_with(macro.rows, *full_scale + 1, macro.adc_bits, top_code(macro) + 1),
      Phrase("DesignHint", "{} gives each sum a code of its own: nothing is lost but rows, {} of {}.")
          .filled_with(setting("rows", rows), macro.rows - rows, macro.rows),
      {{"rows", rows}}};
}

std::optional<DesignHint> noise_in_dead_zone(const ConversionSettings& settings) {
  const auto full_scale = plain_full_scale(settings);
  const double noise = noise_lsb(settings);
  if (!full_scale || !settings.noisy() || noise >= kDeadZoneLsb || top_code(settings.macro) % *full_scale != 0) {
    return std::nullopt;
  }
  return DesignHint{"noise_in_dead_zone",
                    {"random_noise_percent", "nonlinearity_percent"},
                    Phrase("DesignHint",
                           "Noise of {} steps of the ADC changes no code, since every sum lies on a code: the array is "
                           "as good as without it.")
                        .filled_with(fmt::format("{:.2f}", noise)),
                    Phrase("DesignHint",
                           "More noise, and so less energy for comparator and capacitors, costs nothing up to about a "
                           "tenth of a step.")};
}

std::optional<DesignHint> bits_below_the_noise(const ConversionSettings& settings) {
  const double noise = noise_lsb(settings);
  if (noise < kNoisyLsb || settings.macro.adc_bits < 2) return std::nullopt;
  const int bits =
      settings.macro.adc_bits - std::min(static_cast<int>(std::log2(noise / 0.5)), settings.macro.adc_bits - 1);
  return DesignHint{
      "bits_below_the_noise",
      {"adc_bits", "random_noise_percent"},
      Phrase("DesignHint", "Noise of {} steps drowns the last bits of the ADC: they cost energy and tell little.")
          .filled_with(fmt::format("{:.1f}", noise)),
      Phrase("DesignHint", "{} keeps the noise at half a step or more; or lower the noise.")
          .filled_with(setting("adc_bits", bits)),
      {{"adc_bits", bits}}};
}

std::optional<DesignHint> vote_of_one(const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  if (!is_vote_of_one(macro)) return std::nullopt;
  const Phrase remedy = settings.noisy()
                            ? Phrase("DesignHint", "{} takes the vote of three; {} asks for none.")
                                  .filled_with(setting("voting_samples", kFewestVotes), setting("voting_levels", 0))
                            : Phrase("DesignHint", "{}.").filled_with(setting("voting_levels", 0));
  const std::pair<std::string, std::int64_t> value =
      settings.noisy() ? std::pair("voting_samples", kFewestVotes) : std::pair("voting_levels", 0);
  return DesignHint{"vote_of_one",
                    {"voting_samples", "voting_levels"},
                    Phrase("DesignHint", "{} with one sample is no vote: accuracy and energy are those without it.")
                        .filled_with(setting("voting_levels", macro.voting_levels)),
                    remedy,
                    {value}};
}

std::optional<DesignHint> votes_without_noise(const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  if (macro.voting_levels == 0 || macro.voting_samples == 1 || settings.noisy()) return std::nullopt;
  return DesignHint{"votes_without_noise",
                    {"voting_levels", "voting_samples"},
                    Phrase("DesignHint", "Without noise {} votes are all the same and only cost energy.")
                        .filled_with(macro.voting_samples),
                    Phrase("DesignHint", "{}.").filled_with(setting("voting_levels", 0)),
                    {{"voting_levels", 0}}};
}

std::optional<DesignHint> narrow_last_cycle(const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  const int magnitude_bits = macro.activation_bits - (settings.signed_activations ? 1 : 0);
  const int rest = magnitude_bits % macro.encoding_bits;
  if (rest == 0) return std::nullopt;
  return DesignHint{
      "narrow_last_cycle",
      {"encoding_bits", "activation_bits"},
      Phrase("DesignHint", "{} bits at a time leave {} for the last cycle, which takes a conversion all the same.")
          .filled_with(macro.encoding_bits, rest),
      Phrase("DesignHint", "An encoding that divides {} bits.").filled_with(magnitude_bits)};
}

/// Half of the layers or more fill half of the rows or less, and the ADC has too few codes for all rows: of these,
/// small sums get only the lowest.
std::optional<DesignHint> rows_beyond_layers(const PointSettings& point, std::span<const LayerWork> layers) {
  std::int64_t on_array = 0;
  std::int64_t small = 0;
  std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
  std::int64_t most = 0;
  for (const LayerWork& layer : layers) {
    const LayerSettings own = settings_of_layer(point, layer.name, layer.first_convolution);
    if (own.digital) continue;
    ++on_array;
    const std::int64_t filled = std::min<std::int64_t>(layer.geometry.reduction(), own.macro.rows);
    const bool is_signed = own.macro.signed_activations == SignedActivations::always;
    const auto full_scale = plain_full_scale(make_conversion_settings(own.macro, is_signed));
    if (!full_scale || top_code(own.macro) >= *full_scale || 2 * filled > own.macro.rows) continue;
    ++small;
    fewest = std::min(fewest, filled);
    most = std::max(most, filled);
  }
  const MacroParameters& macro = point.macro;
  const auto full_scale =
      plain_full_scale(make_conversion_settings(macro, macro.signed_activations == SignedActivations::always));
  if (small == 0 || 2 * small < on_array || !full_scale || top_code(macro) >= *full_scale) return std::nullopt;
  const double sums_in_a_code = static_cast<double>(*full_scale) / static_cast<double>(top_code(macro));
  return DesignHint{
      "rows_beyond_layers",
      {"rows", "adc_bits", "adc_range_percent"},
      Phrase(
          "DesignHint",
          "The ADC's range spans the sums of {} rows, {} of them to a code; {} of {} layers fill half of the rows or "
          "less ({} to {}), and their sums are read with the lowest codes alone.")
          .filled_with(macro.rows, fmt::format("{:.1f}", sums_in_a_code), small, on_array, fewest, most),
      Phrase("DesignHint", "A calibrated {} uses every code in each layer; so do fewer {}, as far as layers fill them.")
          .filled_with(Filling::knob("adc_range_percent"), Filling::knob("rows"))};
}

/// Priced on a full array of one output tile. Only where the ADC has a code for each sum: under a coarse one errors of
/// neighbouring pairs undo each other, and a few exact pairs lose (on the demo network at 6 bits two levels 1 to 5 dB
/// of compute SNR).
std::optional<DesignHint> digital_pairs_are_cheaper(const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  if (macro.weight_parallel || macro.conversions_per_weight > 1) return std::nullopt;
  const auto full_scale = plain_full_scale(settings);
  if (!full_scale || top_code(macro) < *full_scale) return std::nullopt;
  LayerWork layer;
  layer.geometry = LayerGeometry::linear(1, macro.rows, std::max(1, macro.columns / macro.weight_bits));
  MacroParameters changed = macro;
  changed.hybrid_levels = 0;
  changed.voting_levels = 0;
  const double analog = pair_energies(layer, make_conversion_settings(changed, settings.signed_activations)).back();
  changed.hybrid_levels = 1;
  const double digital = pair_energies(layer, make_conversion_settings(changed, settings.signed_activations)).back();
  if (digital >= analog) return std::nullopt;
  const int levels = macro.hybrid_levels + 2;
  const int diagonals = macro.weight_bits + static_cast<int>(settings.cycles.size()) - 1;
  if (levels > diagonals) return std::nullopt;
  return DesignHint{
      "digital_pairs_are_cheaper",
      {"hybrid_levels"},
      Phrase("DesignHint", "A digital pair of bits takes {} of the energy of an analog one here, and is exact.")
          .filled_with(fmt::format("{:.2g}", digital / analog)),
      Phrase("DesignHint", "{} makes the pairs that weigh most exact for less energy.")
          .filled_with(setting("hybrid_levels", levels))};
}

}  // namespace

bool is_vote_of_one(const MacroParameters& macro) {
  return macro.voting_levels > 0 && macro.voting_samples == 1;
}

std::vector<DesignHint> design_hints(const MacroParameters& macro) {
  const ConversionSettings settings =
      make_conversion_settings(macro, macro.signed_activations == SignedActivations::always);
  std::vector<DesignHint> hints;
  for (const auto look : {sums_between_codes, noise_in_dead_zone, bits_below_the_noise, vote_of_one,
                          votes_without_noise, narrow_last_cycle}) {
    if (auto hint = look(settings)) hints.push_back(std::move(*hint));
  }
  try {
    if (auto hint = digital_pairs_are_cheaper(settings)) hints.push_back(std::move(*hint));
  } catch (const Error& error) {
    // Weights wider than the columns have no price.
    if (error.kind() != ErrorKind::usage) throw;
  }
  return hints;
}

std::vector<DesignHint> design_hints(const PointSettings& point, std::span<const LayerWork> layers) {
  std::vector<DesignHint> hints = design_hints(point.macro);
  if (auto hint = rows_beyond_layers(point, layers)) hints.insert(hints.begin(), std::move(*hint));
  return hints;
}

}  // namespace acim::cost
