#include "cli/csnr_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string_view>
#include <vector>

#include "cli/svg_text.h"
#include "study/study_command.h"

namespace acim::cli {
namespace {

constexpr double kSide = 440;  ///< of the square
constexpr double kLeft = 72;
constexpr double kTop = 32;
constexpr double kWidth = kLeft + kSide + 200;
constexpr double kHeight = kTop + kSide + 72;
constexpr double kLegend = kLeft + kSide + 24;
constexpr double kBandDb = 12;  ///< what a pessimistic estimate was seen to be too low by

// Those of the curves: distinct for colour-blind readers too; shapes tell the family.
constexpr std::array<std::string_view, 6> kColours = {"#1F55C0", "#B23E00", "#7A2B70", "#A99300", "#36813C", "#535B65"};

struct Mark {
  double estimated = 0;
  double measured = 0;
  bool pessimistic = false;
  std::size_t colour = 0;
  std::size_t shape = 0;
  std::string title;
};

struct Marks {
  std::vector<Mark> marks;
  std::int64_t without_error = 0;
  double low = 0;
  double high = 0;
};

Marks marks_of(const StudySpec& spec, const CsnrEvaluator& evaluator) {
  Marks found;
  const std::size_t per_curve = std::max<std::size_t>(1, spec.x.values.size());
  double low = 1e9;
  double high = -1e9;
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    std::string where;
    for (const auto& [key, value] : spec.points[i].coordinates) where += fmt::format(", {}={}", key, value);
    for (const LayerCsnr& layer : evaluator.layers(spec.points[i].settings)) {
      const double measured = layer.moments.csnr_db();
      const double estimated = layer.estimate.csnr_db;
      if (!std::isfinite(measured) || !std::isfinite(estimated)) {
        ++found.without_error;
        continue;
      }
      low = std::min({low, measured, estimated});
      high = std::max({high, measured, estimated});
      found.marks.push_back(
          {estimated, measured, layer.estimate.pessimistic, i % per_curve, i / per_curve,
           fmt::format("{}{}: {:.1f} dB, estimated {:.1f} dB", layer.layer, where, measured, estimated)});
    }
  }
  if (found.marks.empty()) low = high = 0;
  found.low = 5 * std::floor((low - 1) / 5);
  found.high = 5 * std::ceil((high + 1) / 5);
  return found;
}

class Square {
 public:
  Square(double low, double high) : low_(low), high_(high) {}
  double x(double decibels) const { return kLeft + kSide * part(decibels); }
  double y(double decibels) const { return kTop + kSide * (1 - part(decibels)); }
  double low() const { return low_; }
  double high() const { return high_; }

 private:
  double part(double decibels) const { return std::clamp((decibels - low_) / (high_ - low_), 0.0, 1.0); }
  double low_;
  double high_;
};

std::string axes(const Square& square) {
  std::string svg;
  const double span = square.high() - square.low();
  const double step = span > 100 ? 20 : span > 30 ? 10 : 5;
  const auto first = static_cast<int>(std::ceil(square.low() / step));
  for (int i = first; i * step <= square.high(); ++i) {
    const double tick = i * step;
    svg += fmt::format("<path d=\"M{:.1f} {:.1f}H{:.1f}M{:.1f} {:.1f}V{:.1f}\" stroke=\"#E9EDEC\"/>\n", kLeft,
                       square.y(tick), kLeft + kSide, square.x(tick), kTop, kTop + kSide);
    svg += text_at(kLeft - 8, square.y(tick) + 4, "end", fmt::format("{:g}", tick));
    svg += text_at(square.x(tick), kTop + kSide + 20, "middle", fmt::format("{:g}", tick));
  }
  svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#AEB7B8\"/>\n", kLeft,
                     kTop, kSide, kSide);
  svg += text_at(kLeft + kSide / 2, kTop + kSide + 44, "middle", "Estimated CSNR, dB", "#182022");
  return svg + fmt::format(
                   "<text transform=\"translate(24 {}) rotate(-90)\" text-anchor=\"middle\" fill=\"#182022\">Measured "
                   "CSNR, dB</text>\n",
                   kTop + kSide / 2);
}

/// The diagonal, and where an estimate is that much too low.
std::string diagonal(const Square& square) {
  const double end = std::max(square.low(), square.high() - kBandDb);
  return fmt::format("<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\" stroke=\"#525D60\" stroke-width=\"1.5\"/>\n",
                     square.x(square.low()), square.y(square.low()), square.x(square.high()), square.y(square.high())) +
         fmt::format("<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\" stroke=\"#525D60\" stroke-dasharray=\"4 4\"/>\n",
                     square.x(square.low()), square.y(square.low() + kBandDb), square.x(end), square.y(end + kBandDb));
}

std::string shape_at(double x, double y, std::size_t shape) {
  switch (shape % 4) {
    case 0:
      return fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="4")", x, y);
    case 1:
      return fmt::format("<path d=\"M{:.1f} {:.1f}l4.5 8h-9Z\"", x, y - 5);
    case 2:
      return fmt::format(R"(<rect x="{:.1f}" y="{:.1f}" width="7" height="7")", x - 3.5, y - 3.5);
    default:
      return fmt::format("<path d=\"M{:.1f} {:.1f}l5 5l-5 5l-5 -5Z\"", x, y - 5);
  }
}

std::string mark(double x, double y, const Mark& one) {
  const std::string_view colour = kColours[one.colour % kColours.size()];
  return shape_at(x, y, one.shape) +
         fmt::format(" fill=\"{}\" fill-opacity=\"0.8\" stroke=\"{}\" stroke-width=\"1.5\"><title>{}</title></{}>\n",
                     one.pessimistic ? "#FFFFFF" : colour, colour, escaped(one.title),
                     one.shape % 4 == 0   ? "circle"
                     : one.shape % 4 == 2 ? "rect"
                                          : "path");
}

std::string legend(const StudySpec& spec, const Marks& marks) {
  std::string svg;
  double y = kTop + 12;
  const auto entry = [&](const Mark& sample, const std::string& text) {
    svg += mark(kLegend + 6, y - 4, sample) + text_at(kLegend + 20, y, "start", text, "#182022");
    y += 20;
  };
  if (!spec.x.values.empty()) {
    svg += text_at(kLegend, y, "start", label_of(spec.x.key), "#182022");
    y += 20;
    for (std::size_t i = 0; i < spec.x.values.size(); ++i) entry({0, 0, false, i, 0, {}}, escaped(spec.x.values[i]));
    y += 12;
  }
  if (!spec.family.values.empty()) {
    svg += text_at(kLegend, y, "start", label_of(spec.family.key), "#182022");
    y += 20;
    for (std::size_t i = 0; i < spec.family.values.size(); ++i) {
      entry({0, 0, false, 5, i, {}}, escaped(spec.family.values[i]));
    }
    y += 12;
  }
  entry({0, 0, true, 5, 0, {}}, "hollow: pessimistic");
  svg += fmt::format("<path d=\"M{} {:.1f}h14\" stroke=\"#525D60\" stroke-width=\"1.5\"/>\n", kLegend, y - 4);
  svg += text_at(kLegend + 20, y, "start", "measured = estimated", "#182022");
  y += 20;
  svg += fmt::format("<path d=\"M{} {:.1f}h14\" stroke=\"#525D60\" stroke-dasharray=\"4 4\"/>\n", kLegend, y - 4);
  svg += text_at(kLegend + 20, y, "start", fmt::format("{:g} dB better", kBandDb), "#182022");
  y += 32;
  if (marks.without_error > 0) {
    svg += text_at(kLegend, y, "start", fmt::format("{} without error", marks.without_error));
    svg += text_at(kLegend, y + 16, "start", "not shown");
  }
  return svg;
}

}  // namespace

std::string csnr_picture(const StudySpec& spec, const CsnrEvaluator& evaluator) {
  const Marks marks = marks_of(spec, evaluator);
  const Square square(marks.low, std::max(marks.high, marks.low + 5));
  const std::string command = study_command(spec);
  std::string svg = svg_head(kWidth, kHeight,
                             fmt::format("Compute SNR of the layers of {}: measured against estimated",
                                         std::filesystem::path(spec.subject.network).filename().string()),
                             command.empty() ? command : command + " --csnr-picture csnr.svg") +
                    axes(square) + diagonal(square);
  for (const Mark& one : marks.marks) svg += mark(square.x(one.estimated), square.y(one.measured), one);
  return svg + legend(spec, marks) + "</svg>\n";
}

}  // namespace acim::cli
