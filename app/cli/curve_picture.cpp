#include "cli/curve_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "cli/svg_text.h"
#include "study/study_command.h"

namespace acim::cli {
namespace {

constexpr double kWidth = 800;
constexpr double kHeight = 480;
constexpr double kLeft = 68;
constexpr double kRight = 776;
constexpr double kTop = 56;
constexpr double kBottom = 420;

struct CurveStyle {
  std::string_view colour;
  std::string_view dashes;
};
// Distinct for colour-blind readers too; dashes carry the difference where colour does not.
constexpr std::array<CurveStyle, 6> kStyles = {{{"#1F55C0", ""},
                                                {"#B23E00", "8 4"},
                                                {"#7A2B70", "2 3.5"},
                                                {"#A99300", "10 3 2 3"},
                                                {"#36813C", "14 4"},
                                                {"#535B65", "5 3"}}};

double number_in(const std::string& text, double otherwise) {
  double value = otherwise;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

/// Where the values of x lie: to scale when all are numbers, else side by side.
std::vector<double> positions_of(const SweepAxis& x) {
  std::vector<double> values;
  for (const std::string& text : x.values) values.push_back(number_in(text, std::nan("")));
  if (values.empty()) values.push_back(0);
  const bool numbers = std::ranges::none_of(values, [](double value) { return std::isnan(value); });
  if (!numbers) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i);
  }
  const auto [low, high] = std::ranges::minmax(values);
  const double span = high > low ? high - low : 1;
  const double lowest = low;
  for (double& value : values)
    value = kLeft + 20 + (kRight - kLeft - 40) * (high > low ? (value - lowest) / span : 0.5);
  return values;
}

double height_of(double accuracy) {
  return kBottom - (kBottom - kTop) * accuracy;
}

std::string axes(const StudySpec& spec, const std::vector<double>& xs) {
  std::string svg;
  for (int percent = 0; percent <= 100; percent += 20) {
    const double y = height_of(percent / 100.0);
    svg += fmt::format("<path d=\"M{} {:.1f}H{}\" stroke=\"{}\"/>\n", kLeft, y, kRight,
                       percent == 0 ? "#AEB7B8" : "#E9EDEC");
    svg += text_at(kLeft - 8, y + 4, "end", std::to_string(percent));
  }
  const std::size_t stride = xs.size() / 13 + 1;  // no more labels than fit
  for (std::size_t i = 0; i < spec.x.values.size(); i += stride) {
    svg += fmt::format("<path d=\"M{:.1f} {}v5\" stroke=\"#AEB7B8\"/>\n", xs[i], kBottom);
    svg += text_at(xs[i], kBottom + 20, "middle", escaped(spec.x.values[i]));
  }
  svg += text_at((kLeft + kRight) / 2, kBottom + 44, "middle", label_of(spec.x.key), "#182022");
  svg += fmt::format(
      "<text transform=\"translate(20 {}) rotate(-90)\" text-anchor=\"middle\" fill=\"#182022\">Accuracy, %</text>\n",
      (kTop + kBottom) / 2);
  return svg;
}

std::string curve(const std::vector<double>& xs, std::span<const PointResult> results, const CurveStyle& style) {
  std::string line;
  std::string upper;
  std::string lower;
  std::string markers;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const PointResult& result = results[i];
    if (result.images == 0) continue;
    const double y = height_of(result.accuracy());
    const Interval interval = result.interval();
    line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", xs[i], y);
    upper += fmt::format("{}{:.1f} {:.1f}", upper.empty() ? "M" : "L", xs[i], height_of(interval.high));
    lower.insert(0, fmt::format("L{:.1f} {:.1f}", xs[i], height_of(interval.low)));
    markers += fmt::format("<path d=\"M{:.1f} {:.1f}V{:.1f}\" stroke=\"{}\"/>\n", xs[i], height_of(interval.low),
                           height_of(interval.high), style.colour);
    markers += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\" fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"2\"/>\n", xs[i], y,
        style.colour);
  }
  if (line.empty()) return {};
  return fmt::format("<path d=\"{}{}Z\" fill=\"{}\" fill-opacity=\"0.2\"/>\n", upper, lower, style.colour) +
         fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"/>\n", line,
                     style.colour, style.dashes.empty() ? "none" : style.dashes) +
         markers;
}

std::string legend(const StudySpec& spec) {
  if (spec.family.values.empty()) return {};
  std::string svg = text_at(kLeft, kTop - 18, "start", label_of(spec.family.key), "#182022");
  double x = kLeft + 150;
  for (std::size_t i = 0; i < spec.family.values.size(); ++i) {
    const CurveStyle& style = kStyles[i % kStyles.size()];
    svg += fmt::format("<path d=\"M{:.1f} {:.1f}h34\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"/>\n", x,
                       kTop - 22, style.colour, style.dashes.empty() ? "none" : style.dashes);
    svg += text_at(x + 40, kTop - 18, "start", escaped(spec.family.values[i]), "#182022");
    x += 60 + 8.0 * static_cast<double>(spec.family.values[i].size());
  }
  return svg;
}

}  // namespace

std::string curve_picture(const StudySpec& spec, std::span<const PointResult> results) {
  const std::vector<double> xs = positions_of(spec.x);
  const std::size_t per_curve = xs.size();
  const std::string command = study_command(spec);
  std::string svg =
      svg_head(kWidth, kHeight, fmt::format("Accuracy of {} on {}", spec.subject.network, spec.subject.dataset),
               command.empty() ? command : command + " --picture sweep.svg");
  svg += axes(spec, xs);
  for (std::size_t i = 0; (i + 1) * per_curve <= results.size(); ++i) {
    svg += curve(xs, results.subspan(i * per_curve, per_curve), kStyles[i % kStyles.size()]);
  }
  return svg + legend(spec) + "</svg>\n";
}

}  // namespace acim::cli
