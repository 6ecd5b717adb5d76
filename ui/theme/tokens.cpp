#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace acim::ui {

const Tokens& light_tokens() {
  static const Tokens tokens = {
      .ground = QColor("#F3F5F4"),
      .panel = QColor("#FFFFFF"),
      .sunken = QColor("#F0F2F1"),
      .hover = QColor("#E8ECEB"),
      .line = QColor("#DDE2E1"),
      .grid = QColor("#E9EDEC"),
      .field = QColor("#BFC8C8"),
      .edge = QColor("#828D8D"),
      .axis = QColor("#AEB7B8"),
      .text = QColor("#182022"),
      .text2 = QColor("#525D60"),
      .text3 = QColor("#8B9598"),
      .accent = QColor("#0B6B74"),
      .accent_hovered = QColor("#085760"),
      .accent_ink = QColor("#FFFFFF"),
      .accent_soft = QColor("#E0F0F0"),
      .error = QColor("#B3261E"),
      .error_soft = QColor("#FCEEEC"),
      .warning = QColor("#875500"),
      .warning_soft = QColor("#FFF5DF"),
      .good = QColor("#1B7344"),
      .good_soft = QColor("#E7F4EC"),
      .shadow = QColor(24, 32, 34, 26),
      .band_opacity = 0.20,
      .series = {QColor("#1F55C0"), QColor("#B23E00"), QColor("#7A2B70"), QColor("#A99300"), QColor("#36813C"),
                 QColor("#535B65")},
      .components = {QColor("#0B6B74"), QColor("#62B1B5"), QColor("#34414A"), QColor("#8B99A3"), QColor("#8A5A12"),
                     QColor("#C4923C"), QColor("#E5CC96"), QColor("#6F7F4A"), QColor("#B7C596")},
      .heat = {QColor("#BEF0E1"), QColor("#2D9696"), QColor("#144E5A"), QColor("#192226")},
  };
  return tokens;
}

const Tokens& dark_tokens() {
  static const Tokens tokens = {
      .ground = QColor("#111517"),
      .panel = QColor("#191E21"),
      .sunken = QColor("#13181A"),
      .hover = QColor("#252C30"),
      .line = QColor("#2B3337"),
      .grid = QColor("#242B2F"),
      .field = QColor("#434E53"),
      .edge = QColor("#707C81"),
      .axis = QColor("#55616A"),
      .text = QColor("#E8ECEC"),
      .text2 = QColor("#A6B1B4"),
      .text3 = QColor("#6B777B"),
      .accent = QColor("#52C3C6"),
      .accent_hovered = QColor("#74D4D6"),
      .accent_ink = QColor("#082225"),
      .accent_soft = QColor("#153639"),
      .error = QColor("#FF8F85"),
      .error_soft = QColor("#3A2020"),
      .warning = QColor("#F0BC54"),
      .warning_soft = QColor("#352B14"),
      .good = QColor("#74CF98"),
      .good_soft = QColor("#17321F"),
      .shadow = QColor(0, 0, 0, 90),
      .band_opacity = 0.30,
      .series = {QColor("#4C9BFF"), QColor("#FF7F2A"), QColor("#EFB3E1"), QColor("#DEDD69"), QColor("#96D68F"),
                 QColor("#8398A0")},
      .components = {QColor("#52C3C6"), QColor("#2A7F84"), QColor("#C5CFD5"), QColor("#7C8A93"), QColor("#E3AE55"),
                     QColor("#A87A2C"), QColor("#6E5426"), QColor("#A9BC7C"), QColor("#667645")},
      .heat = {QColor("#192226"), QColor("#144E5A"), QColor("#2D9696"), QColor("#BEF0E1")},
  };
  return tokens;
}

const Tokens& paper_tokens() {
  static const Tokens tokens = [] {
    Tokens paper = light_tokens();
    paper.grid = QColor("#EFEFEF");
    paper.axis = QColor("#000000");
    paper.text = QColor("#000000");
    paper.text2 = QColor("#000000");
    paper.band_opacity = 0.14;
    paper.curve_width = 2.5;
    // Without colour they are told apart by dash and marker: none of them pale.
    paper.series = {QColor("#173F92"), QColor("#A03700"), QColor("#6B2161"),
                    QColor("#6F6000"), QColor("#1F5F28"), QColor("#3A424A")};
    return paper;
  }();
  return tokens;
}

QVector<std::pair<QString, QColor>> Tokens::named() const {
  return {{"ground", ground},
          {"panel", panel},
          {"sunken", sunken},
          {"hover", hover},
          {"line", line},
          {"grid", grid},
          {"field", field},
          {"edge", edge},
          {"axis", axis},
          {"text", text},
          {"text2", text2},
          {"text3", text3},
          {"accent", accent},
          {"accent_hovered", accent_hovered},
          {"accent_ink", accent_ink},
          {"accent_soft", accent_soft},
          {"error", error},
          {"error_soft", error_soft},
          {"warning", warning},
          {"warning_soft", warning_soft},
          {"good", good},
          {"good_soft", good_soft}};
}

QColor Tokens::heat_color(double share) const {
  constexpr std::array<double, 4> kStops = {0, 0.35, 0.7, 1};
  const double at = std::clamp(share, 0.0, 1.0);
  std::size_t above = 1;
  while (above + 1 < kStops.size() && at > kStops[above]) ++above;
  const double part = (at - kStops[above - 1]) / (kStops[above] - kStops[above - 1]);
  const auto mix = [part](int from, int to) { return from + static_cast<int>(std::lround(part * (to - from))); };
  const QColor& low = heat[above - 1];
  const QColor& high = heat[above];
  return {mix(low.red(), high.red()), mix(low.green(), high.green()), mix(low.blue(), high.blue())};
}

QColor Tokens::ink_on(const QColor& ground) {
  const QColor dark("#0B1A1C");
  const QColor light("#FFFFFF");
  // WCAG 2: relative luminance, contrast (lighter + 0.05) / (darker + 0.05).
  const auto luminance = [](const QColor& color) {
    const auto linear = [](float part) {
      const auto value = static_cast<double>(part);
      return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
  };
  const double own = luminance(ground) + 0.05;
  return own / (luminance(dark) + 0.05) > (luminance(light) + 0.05) / own ? dark : light;
}

SeriesStyle Tokens::series_style(int index) const {
  static const std::array<QVector<qreal>, 6> dashes = {QVector<qreal>{},       QVector<qreal>{8, 4},
                                                       QVector<qreal>{2, 3.5}, QVector<qreal>{10, 3, 2, 3},
                                                       QVector<qreal>{14, 4},  QVector<qreal>{5, 3}};
  const auto slot = static_cast<std::size_t>(index) % series.size();
  return {series[slot], dashes[slot], static_cast<MarkerShape>(slot), static_cast<std::size_t>(index) >= series.size()};
}

}  // namespace acim::ui
