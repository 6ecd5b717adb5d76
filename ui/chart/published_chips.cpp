#include "ui/chart/published_chips.h"

#include <QCoreApplication>
#include <QPen>
#include <QPolygonF>
#include <algorithm>

namespace acim::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(PublishedChips)
};

}  // namespace

std::vector<ChipEnergy> chip_energies(const cost::PresetCollection& chips, double macs, int weight_bits,
                                      int activation_bits) {
  std::vector<ChipEnergy> energies;
  for (const cost::Preset& preset : chips.presets) {
    if (!preset.reported_tops_per_watt_1b || !(*preset.reported_tops_per_watt_1b > 0)) continue;
    // A product of w by a bits counts as w a products of single bits, of two operations each.
    constexpr double kMicrojoulePerOperationAtOneTops = 1e-6;
    const double operations = 2 * macs * weight_bits * activation_bits;
    energies.push_back({&preset, operations * kMicrojoulePerOperationAtOneTops / *preset.reported_tops_per_watt_1b});
  }
  std::sort(energies.begin(), energies.end(), [](const ChipEnergy& a, const ChipEnergy& b) { return a.uj < b.uj; });
  return energies;
}

QString trust_text(const cost::Preset& preset) {
  QStringList words;
  for (const QString& part : QString::fromStdString(preset.trust).split('+')) {
    if (part == QLatin1String("read-abstract")) words << Words::tr("the abstract of its paper");
    if (part == QLatin1String("model-repo")) words << Words::tr("a model of it that others published");
    if (part == QLatin1String("read-notes")) words << Words::tr("notes of others");
  }
  return words.join(Words::tr(" and "));
}

void draw_chip(QPainter& painter, QPointF center, const Tokens& tokens, bool strong) {
  constexpr double kRadius = 5.5;
  painter.setPen(QPen(tokens.text, strong ? 2 : 1.3, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
  painter.setBrush(tokens.panel);
  painter.drawPolygon(QPolygonF({center + QPointF(0, -kRadius), center + QPointF(kRadius, 0),
                                 center + QPointF(0, kRadius), center + QPointF(-kRadius, 0)}));
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.text);
  painter.drawEllipse(center, 1.4, 1.4);
}

}  // namespace acim::ui
