#include "ui/model/layers_model.h"

#include <QLocale>
#include <QPointF>
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"
#include "ui/model/point_costs.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

namespace {

const QString kNothing = QStringLiteral("–");

QString shape_text(const cost::LayerWork& layer) {
  const LayerGeometry& g = layer.geometry;
  const auto times = [](std::int64_t a, std::int64_t b) {
    return QStringLiteral("%1×%2").arg(QLocale().toString(a), QLocale().toString(b));
  };
  if (g.layout == OperandLayout::channels_first) {
    return QStringLiteral("%1, %2").arg(times(g.channels, g.outputs), times(g.kernel_height, g.kernel_width));
  }
  const QString product = times(g.channels, g.outputs);
  return layer.parts > 1 ? QStringLiteral("%1, %2×").arg(product, QLocale().toString(layer.parts)) : product;
}

/// "2.10" of 0.021: percentage points.
QString points_text(double fraction) {
  return with_minus(QLocale().toString(100 * fraction, 'f', 2));
}

QString gap_text(RankGap gap) {
  switch (gap) {
    case RankGap::apart:
      return LayersModel::tr("It loses more than the next one of the ranking.");
    case RankGap::level:
      return LayersModel::tr("Level with the next one of the ranking, within a point.");
    case RankGap::open:
      return LayersModel::tr("Not yet told apart from the next one of the ranking.");
    default:
      return LayersModel::tr("The last one of the ranking.");
  }
}

}  // namespace

LayersModel::LayersModel(QObject* parent) : QAbstractTableModel(parent) {}

int LayersModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(layers_.size());
}

int LayersModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

void LayersModel::set_layers(std::vector<cost::LayerWork> layers) {
  beginResetModel();
  layers_ = std::move(layers);
  csnr_db_.clear();
  sensitivity_.clear();
  compute();
  endResetModel();
}

void LayersModel::set_settings(const PointSettings& settings) {
  settings_ = settings;
  compute();
  if (!layers_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

void LayersModel::set_csnr(std::vector<double> csnr_db, bool expected) {
  csnr_db_ = std::move(csnr_db);
  csnr_expected_ = expected;
  if (!csnr_db_.empty()) csnr_db_.resize(layers_.size(), std::nan(""));
  if (!layers_.empty()) Q_EMIT dataChanged(index(0, kCsnr), index(rowCount() - 1, kCsnr));
}

void LayersModel::set_sensitivity(std::vector<std::optional<LayerLoss>> losses, bool stale) {
  sensitivity_ = std::move(losses);
  stale_ = stale;
  if (!sensitivity_.empty()) sensitivity_.resize(layers_.size());
  if (!layers_.empty()) Q_EMIT dataChanged(index(0, kRank), index(rowCount() - 1, kSaved));
}

const std::optional<LayerLoss>& LayersModel::loss(int row) const {
  static const std::optional<LayerLoss> none;
  return sensitivity_.empty() ? none : sensitivity_[static_cast<std::size_t>(row)];
}

void LayersModel::compute() {
  states_.assign(layers_.size(), {});
  double total = 0;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const cost::LayerWork& layer = layers_[i];
    State& state = states_[i];
    const OwnSettings own = own_settings(settings_.layers, layer.name);
    state.own = own.count();
    state.own_digital = own.digital;
    state.digital = own.digital.value_or(layer.first_convolution) || settings_.mode != EvaluationMode::simulated;
    // Layer by layer, so that one that cannot run does not hide what the others cost.
    PointCost one = point_cost_by_layer(std::span(&layer, 1), settings_);
    if (!one.cost) {
      state.problem = phrase_text(one.problem);
      continue;
    }
    state.cost = std::move(one.cost->layers.front());
    total += state.cost->fj.total();
  }
  for (State& state : states_) state.share = state.cost && total > 0 ? state.cost->fj.total() / total : 0;
}

std::vector<std::string> LayersModel::names() const {
  std::vector<std::string> names;
  for (const cost::LayerWork& layer : layers_) names.push_back(layer.name);
  return names;
}

int LayersModel::row_of(const std::string& name) const {
  const auto found =
      std::find_if(layers_.begin(), layers_.end(), [&](const cost::LayerWork& one) { return one.name == name; });
  return found == layers_.end() ? -1 : static_cast<int>(found - layers_.begin());
}

std::vector<int> LayersModel::matching_rows(const QString& pattern) const {
  std::vector<int> rows;
  const std::string text = pattern.trimmed().toStdString();
  for (int row = 0; row < rowCount() && !text.empty(); ++row) {
    if (matches_pattern(text, name(row))) rows.push_back(row);
  }
  return rows;
}

int LayersModel::digital_count() const {
  return static_cast<int>(std::count_if(states_.begin(), states_.end(), [](const State& one) { return one.digital; }));
}

QString LayersModel::problem() const {
  for (const State& state : states_) {
    if (!state.problem.isEmpty()) return state.problem;
  }
  return {};
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool number = section == kMacs || section == kRows || section == kCsnr || section == kSaved;
    return (number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter).toInt();
  }
  const bool tip = role == Qt::ToolTipRole;
  if (role != Qt::DisplayRole && !tip) return {};
  switch (section) {
    case kLayer:
      return tip ? tr("Convolutions, linear layers and products of activations, in the order in which the network "
                      "calls them. Everything else runs in floating point.")
                 : tr("Layer");
    case kShape:
      return tip ? tr("Inputs × outputs, kernel") : tr("Shape");
    case kMacs:
      return tip ? tr("Multiplications with addition, for one image") : tr("MACs");
    case kRows:
      return tip ? tr("Rows that the longest conversion sums") : tr("Rows");
    case kCsnr:
      return tip ? tr("Signal to noise of the layer's outputs on the array") : tr("CSNR, dB");
    case kEnergy:
      return tip ? tr("Share of the energy of an image") : tr("Energy");
    case kRank:
      return tip ? tr("Place by accuracy lost; ? where layers are not told apart yet") : tr("Rank");
    case kSaved:
      return tip ? tr("Energy of an image that changing this layer alone saves") : tr("Saved");
    default:
      return tip ? tr("Accuracy lost when this layer alone is changed, percentage points, with its 95 % interval")
                 : tr("Lost, points");
  }
}

QString LayersModel::rows_text(const State& state) const {
  if (state.digital || !state.cost || state.cost->counts.chunk_rows.empty()) return kNothing;
  const auto& rows = state.cost->counts.chunk_rows;
  return QLocale().toString(*std::max_element(rows.begin(), rows.end()));
}

QString LayersModel::text(int row, int column) const {
  const auto place = static_cast<std::size_t>(row);
  const cost::LayerWork& layer = layers_[place];
  const State& state = states_[place];
  switch (column) {
    case kLayer:
      return QString::fromStdString(layer.name);
    case kShape:
      return shape_text(layer);
    case kMacs:
      return short_count_text(layer.geometry.multiply_accumulates() * layer.parts);
    case kRows:
      return rows_text(state);
    case kCsnr:
      if (csnr_db_.empty() || std::isnan(csnr_db_[place])) return kNothing;
      if (std::isinf(csnr_db_[place])) return tr("exact");
      return (csnr_expected_ ? tr("≈ %1") : QStringLiteral("%1")).arg(decibel_text(csnr_db_[place]));
    case kEnergy:
      return state.cost ? percent_text(state.share, 1) : kNothing;
    default:
      return sensitivity_text(row, column);
  }
}

QString LayersModel::sensitivity_text(int row, int column) const {
  const std::optional<LayerLoss>& known = loss(row);
  if (!known) return kNothing;
  if (column == kRank) {
    const QString rank = QLocale().toString(known->sensitivity.rank);
    return known->decided ? rank : rank + QStringLiteral(" ?");
  }
  if (column == kSaved) return known->energy_saved ? with_minus(percent_text(*known->energy_saved, 1)) : kNothing;
  return points_text(known->sensitivity.accuracy_lost());
}

QString LayersModel::sensitivity_tip(int row) const {
  const std::optional<LayerLoss>& known = loss(row);
  if (!known) return {};
  const LayerSensitivity& one = known->sensitivity;
  QStringList lines = {
      tr("%1 alone: %2 points of accuracy lost (95 %: %3 … %4), on %5 images")
          .arg(treatment_label(one.treatment), points_text(one.accuracy_lost()), points_text(one.interval.low),
               points_text(one.interval.high), count_text(one.images))
          .toHtmlEscaped(),
      tr("%1 images are right without it alone, %2 with it alone.").arg(count_text(one.lost), count_text(one.gained))};
  if (one.margin_change) {
    lines << tr("The label's output falls by %1 against the best other one.")
                 .arg(with_minus(QLocale().toString(-*one.margin_change, 'g', 3)));
  }
  lines << tr("Rank %1.").arg(one.rank) + ' ' + gap_text(one.gap);
  if (!known->decided && one.gap != RankGap::open) {
    lines << tr("Not yet told apart from the one before it.");
  }
  if (known->energy_saved) lines << tr("It saves %1 of an image's energy.").arg(sensitivity_text(row, kSaved));
  if (stale_) lines << tr("Found at other settings than these.");
  return lines.join(QStringLiteral("<br>"));
}

/// Where the layer runs, and why.
QString LayersModel::place_text(int row) const {
  const auto place = static_cast<std::size_t>(row);
  const State& state = states_[place];
  if (settings_.mode == EvaluationMode::quantised) return tr("Exact integers: nothing is on the array in this mode.");
  if (settings_.mode == EvaluationMode::floating_point) return tr("Floating point: nothing is simulated in this mode.");
  if (state.digital) {
    return state.own_digital ? tr("Stays digital: set so for this layer.")
                             : tr("Stays digital: the first convolution, few inputs with all of the image's detail.");
  }
  if (layers_[place].first_convolution) return tr("On the array: set so for this layer.");
  if (layers_[place].product_of_activations) {
    return tr("On the array: a product of two activations; the cells are written anew for every image.");
  }
  return tr("On the array.");
}

QString LayersModel::tip(int row) const {
  const auto place = static_cast<std::size_t>(row);
  const State& state = states_[place];
  QStringList lines = {QStringLiteral("<b>%1</b>").arg(QString::fromStdString(layers_[place].name).toHtmlEscaped()),
                       place_text(row).toHtmlEscaped()};
  if (!state.problem.isEmpty()) lines << state.problem.toHtmlEscaped();
  if (state.cost) {
    const auto& chunks = state.cost->counts.chunk_rows;
    if (!state.digital && !chunks.empty()) {
      const int rows = settings_of_layer(settings_, layers_[place].name, false).macro.rows;
      lines << tr("Conversions for an output, weight bit and cycle: %1, of up to %2 of %3 rows")
                   .arg(count_text(static_cast<qint64>(chunks.size())), rows_text(state), count_text(rows));
    }
    lines << tr("%1, %2 of an image's energy")
                 .arg(energy_text(state.cost->fj.total() * 1e-9), percent_text(state.share, 1));
  }
  if (csnr_expected_ && !csnr_db_.empty() && std::isfinite(csnr_db_[place])) {
    lines << tr("Signal to noise is expected, on the safe side where an ADC is coarse: nothing ran at these settings.");
  }
  QStringList own;
  for (const auto& [key, value] : own_settings(settings_.layers, layers_[place].name).values) {
    own << named_value(parameter_of(key), value_text(value)).toHtmlEscaped();
  }
  if (!own.isEmpty()) lines << tr("Own settings: %1").arg(own.join(QStringLiteral(", ")));
  if (const QString sensitivity = sensitivity_tip(row); !sensitivity.isEmpty()) lines << sensitivity;
  return with_strong(lines.join(QStringLiteral("<br>")));
}

double LayersModel::relative(int row, int column) const {
  const auto place = static_cast<std::size_t>(row);
  if (column == kEnergy) {
    double most = 0;
    for (const State& state : states_) most = std::max(most, state.share);
    return most > 0 ? states_[place].share / most : 0;
  }
  if (column != kSensitivity || !loss(row)) return 0;
  const double most = most_lost();
  return most > 0 ? std::max(0.0, loss(row)->sensitivity.accuracy_lost() / most) : 0;
}

/// The right end of the bars: the most that any layer may lose.
double LayersModel::most_lost() const {
  double most = 0;
  for (const std::optional<LayerLoss>& one : sensitivity_) {
    if (one) most = std::max({most, one->sensitivity.accuracy_lost(), one->sensitivity.interval.high});
  }
  return most;
}

QVariant LayersModel::whisker(int row) const {
  const double most = most_lost();
  if (!loss(row) || most <= 0) return {};
  const Interval& interval = loss(row)->sensitivity.interval;
  return QPointF(std::clamp(interval.low / most, 0.0, 1.0), std::clamp(interval.high / most, 0.0, 1.0));
}

double LayersModel::sort_number(int row, int column) const {
  constexpr double kLast = std::numeric_limits<double>::max();
  const auto place = static_cast<std::size_t>(row);
  const State& state = states_[place];
  const std::optional<LayerLoss>& known = loss(row);
  switch (column) {
    case kShape:
    case kMacs:
      return static_cast<double>(layers_[place].geometry.multiply_accumulates() * layers_[place].parts);
    case kRows:
      return state.digital || !state.cost || state.cost->counts.chunk_rows.empty()
                 ? 0
                 : static_cast<double>(*std::ranges::max_element(state.cost->counts.chunk_rows));
    case kCsnr:
      return csnr_db_.empty() || std::isnan(csnr_db_[place]) ? kLast : csnr_db_[place];
    case kEnergy:
      return state.share;
    case kRank:
      return known ? known->sensitivity.rank : kLast;
    case kSensitivity:
      return known ? known->sensitivity.accuracy_lost() : -kLast;
    case kSaved:
      return known && known->energy_saved ? *known->energy_saved : -kLast;
    default:
      return row;
  }
}

QVariant LayersModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= kColumnCount) return {};
  const State& state = states_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
      if (index.column() == kLayer) return text(index.row(), kLayer) + QStringLiteral(", ") + place_text(index.row());
      return text(index.row(), index.column());
    case Qt::ToolTipRole:
      return tip(index.row());
    case Qt::TextAlignmentRole:
      return headerData(index.column(), Qt::Horizontal, role);
    case kDigitalRole:
      return state.digital;
    case kOwnCountRole:
      return static_cast<int>(state.own);
    case kShareRole:
      return state.cost ? QVariant(state.share) : QVariant();
    case kRelativeRole:
      return relative(index.row(), index.column());
    case kProblemRole:
      return state.problem;
    case kSortRole:
      return sort_number(index.row(), index.column());
    case kWhiskerRole:
      return whisker(index.row());
    case kDecidedRole:
      return loss(index.row()) && loss(index.row())->decided;
    case kStaleRole:
      return stale_;
    default:
      return {};
  }
}

}  // namespace acim::ui
