#include "cli/tradeoff_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include "cli/svg_text.h"

namespace acim::cli {
namespace {

constexpr double kLeft = 68;
constexpr double kRight = 680;
constexpr double kTop = 40;
constexpr double kBottom = 460;
constexpr double kHeight = 520;
constexpr double kLegend = kRight + 28;
constexpr double kLegendLine = 22;
constexpr double kLegendText = kLegend + 36;
constexpr double kLetter = 7.4;  // of a line of text, on average at most
constexpr std::string_view kInk = "#182022";
constexpr std::string_view kFront = "#B0B7B8";

// Colours tell the curves of a study apart, for colour-blind readers too; dashes and marks the studies.
constexpr std::array<std::string_view, 6> kColours = {"#1F55C0", "#B23E00", "#7A2B70", "#A99300", "#36813C", "#535B65"};
constexpr std::array<std::string_view, 4> kDashes = {"none", "7 4", "2 3.5", "10 3 2 3"};

/// Energies on a logarithmic axis.
class EnergyAxis {
 public:
  explicit EnergyAxis(std::span<const TradeoffCurve> curves) {
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (const TradeoffCurve& curve : curves) {
      for (const TradeoffPoint& point : curve.points) {
        least = std::min(least, point.uj);
        most = std::max(most, point.uj);
      }
    }
    if (!(least <= most)) least = most = 1;
    low_ = std::log10(least) - 0.04;
    high_ = std::log10(most) + 0.04;
  }

  double place(double uj) const { return kLeft + (kRight - kLeft) * (std::log10(uj) - low_) / (high_ - low_); }
  /// 1, 2, 5, 10, ... within the axis.
  std::vector<double> ticks() const {
    std::vector<double> found;
    for (int decade = static_cast<int>(std::floor(low_)); decade <= static_cast<int>(std::ceil(high_)); ++decade) {
      for (const double digit : {1.0, 2.0, 3.0, 5.0, 7.0}) {
        const double tick = digit * std::pow(10.0, decade);
        if (std::log10(tick) >= low_ && std::log10(tick) <= high_) found.push_back(tick);
      }
    }
    return found;
  }

 private:
  double low_ = 0;
  double high_ = 1;
};

double height_of(double accuracy) {
  return kBottom - (kBottom - kTop) * accuracy;
}

std::string axes(const EnergyAxis& energy) {
  std::string svg;
  for (int percent = 0; percent <= 100; percent += 20) {
    const double y = height_of(percent / 100.0);
    svg += fmt::format("<path d=\"M{} {:.1f}H{}\" stroke=\"{}\"/>\n", kLeft, y, kRight,
                       percent == 0 ? "#AEB7B8" : "#E9EDEC");
    svg += text_at(kLeft - 8, y + 4, "end", std::to_string(percent));
  }
  for (const double tick : energy.ticks()) {
    const double x = energy.place(tick);
    svg += fmt::format("<path d=\"M{0:.1f} {1}V{2}\" stroke=\"#E9EDEC\"/>\n", x, kTop, kBottom);
    svg += text_at(x, kBottom + 20, "middle", fmt::format("{:g}", tick));
  }
  svg += text_at((kLeft + kRight) / 2, kBottom + 44, "middle", "Energy per inference, µJ (modelled)", kInk);
  return svg + fmt::format(
                   "<text transform=\"translate(20 {}) rotate(-90)\" text-anchor=\"middle\" fill=\"{}\">Accuracy, "
                   "%</text>\n",
                   (kTop + kBottom) / 2, kInk);
}

/// A step line: what a given energy buys at most.
std::string front(std::span<const TradeoffCurve> curves, const EnergyAxis& energy) {
  std::vector<const TradeoffPoint*> points;
  for (const TradeoffCurve& curve : curves) {
    for (const TradeoffPoint& point : curve.points) {
      if (point.on_front) points.push_back(&point);
    }
  }
  if (points.empty()) return {};
  std::ranges::sort(points, {}, &TradeoffPoint::uj);
  std::string line;
  for (const TradeoffPoint* point : points) {
    const double y = height_of(point->result.accuracy());
    line += line.empty() ? fmt::format("M{:.1f} {:.1f}", energy.place(point->uj), y)
                         : fmt::format("H{:.1f}V{:.1f}", energy.place(point->uj), y);
  }
  return fmt::format("<path d=\"{}H{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"7\" stroke-opacity=\"0.6\"/>\n",
                     line, kRight, kFront);
}

/// `title`: escaped, what a pointer over it shows.
std::string mark(double x, double y, std::size_t study, std::string_view colour, std::string_view title) {
  constexpr std::array<std::string_view, 4> kShapes = {"m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z", "m0 -5l4.5 8h-9Z",
                                                       "m-3.5 -3.5h7v7h-7Z", "m0 -5l5 5l-5 5l-5 -5Z"};
  return fmt::format(
      "<path d=\"M{:.1f} {:.1f}{}\" fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"2\"><title>{}</title></path>\n", x, y,
      kShapes[study % kShapes.size()], colour, title);
}

std::string curve_line(const TradeoffCurve& curve, std::string_view colour, const EnergyAxis& energy) {
  std::string line;
  std::string marks;
  for (const TradeoffPoint& point : curve.points) {
    const double x = energy.place(point.uj);
    const double y = height_of(point.result.accuracy());
    const Interval interval = point.result.interval();
    line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", x, y);
    marks += fmt::format("<path d=\"M{:.1f} {:.1f}V{:.1f}\" stroke=\"{}\"/>\n", x, height_of(interval.low),
                         height_of(interval.high), colour);
    marks += mark(x, y, curve.study, colour,
                  fmt::format("{}: {}, {:.1f} % for {:.4g} µJ", escaped(curve.label), escaped(point.settings),
                              100 * point.result.accuracy(), point.uj));
  }
  return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"/>\n", line,
                     colour, kDashes[curve.study % kDashes.size()]) +
         marks;
}

std::string legend_line(double y, std::string_view line, const std::string& text) {
  return fmt::format("<path d=\"M{} {:.1f}h28\" {}/>\n", kLegend, y, line) +
         text_at(kLegendText, y + 4, "start", text, kInk);
}

}  // namespace

std::string tradeoff_picture(std::span<const TradeoffCurve> curves, const std::string& title,
                             const std::string& command) {
  const EnergyAxis energy(curves);
  std::size_t letters = std::string_view("Pareto front").size();
  for (const TradeoffCurve& curve : curves) letters = std::max(letters, curve.label.size());
  const double width = kLegendText + kLetter * static_cast<double>(letters) + 16;
  const double legend_height = kTop + kLegendLine * (static_cast<double>(curves.size()) + 2);
  std::string svg = svg_head(width, std::max(kHeight, legend_height), title, command);
  svg += text_at(kLeft, kTop - 16, "start", escaped(title), kInk);
  svg += axes(energy) + front(curves, energy);
  std::string legend = legend_line(
      kTop + 8, fmt::format(R"(stroke="{}" stroke-width="7" stroke-opacity="0.6")", kFront), "Pareto front");
  std::size_t in_study = 0;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    in_study = i > 0 && curves[i].study == curves[i - 1].study ? in_study + 1 : 0;
    const std::string_view colour = kColours[in_study % kColours.size()];
    if (!curves[i].points.empty()) svg += curve_line(curves[i], colour, energy);
    legend += legend_line(kTop + 8 + kLegendLine * static_cast<double>(i + 1),
                          fmt::format(R"(stroke="{}" stroke-width="2" stroke-dasharray="{}")", colour,
                                      kDashes[curves[i].study % kDashes.size()]),
                          escaped(curves[i].label));
  }
  return svg + legend + "</svg>\n";
}

}  // namespace acim::cli
