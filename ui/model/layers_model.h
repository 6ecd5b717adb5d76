#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "cost/network_cost.h"
#include "ui/model/layer_overrides.h"
#include "ui/model/sensitivity_study.h"

namespace acim::ui {

/// The layers of the network at one setting: what runs on the array, what stays digital and why, own settings, what
/// share of the energy each takes. What it holds of costs is core/cost's, layer by layer.
class LayersModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kLayer, kShape, kMacs, kRows, kCsnr, kEnergy, kRank, kSensitivity, kSaved, kColumnCount };
  enum Role {
    kDigitalRole = Qt::UserRole,  ///< stays digital
    kOwnCountRole,                ///< how many settings of its own
    kShareRole,                   ///< of the network's energy, 0 .. 1; none where it is not known
    kRelativeRole,                ///< of the largest share (or sensitivity), 0 .. 1: the length of a bar
    kProblemRole,                 ///< why it cannot run, else empty
    kSortRole,                    ///< a number; what is not known comes last
    kWhiskerRole,  ///< QPointF: the interval's ends of accuracy lost, on the scale of kRelativeRole; none where not
                   ///< known
    kDecidedRole,  ///< whether a rank is decided
    kStaleRole     ///< whether the sensitivity is of other settings
  };

  explicit LayersModel(QObject* parent = nullptr);

  void set_layers(std::vector<cost::LayerWork> layers);
  void set_settings(const PointSettings& settings);
  /// Signal to noise of each layer's outputs, dB, in the order of layers; NaN where there is none. Empty: not known.
  /// `expected`: nothing ran at these settings, so they are estimates.
  void set_csnr(std::vector<double> csnr_db, bool expected = false);
  /// What a treatment of each layer costs; none where it changes nothing. Empty: not known. `stale`: it is of other
  /// settings than these.
  void set_sensitivity(std::vector<std::optional<LayerLoss>> losses, bool stale = false);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  const std::vector<cost::LayerWork>& layers() const { return layers_; }
  const PointSettings& settings() const { return settings_; }
  std::vector<std::string> names() const;
  const std::string& name(int row) const { return layers_[static_cast<std::size_t>(row)].name; }
  int row_of(const std::string& name) const;
  /// Rows whose name the pattern matches; none for an empty pattern.
  std::vector<int> matching_rows(const QString& pattern) const;
  int digital_count() const;
  /// The first problem of a layer's settings; empty when all can run.
  QString problem() const;
  bool knows_csnr() const { return !csnr_db_.empty(); }

 private:
  struct State {
    bool digital = false;
    std::size_t own = 0;
    std::optional<bool> own_digital;
    std::optional<cost::LayerCost> cost;
    double share = 0;
    QString problem;
  };
  void compute();
  QString text(int row, int column) const;
  QString rows_text(const State& state) const;
  QString place_text(int row) const;
  QString tip(int row) const;
  QString sensitivity_tip(int row) const;
  QString sensitivity_text(int row, int column) const;
  double relative(int row, int column) const;
  double most_lost() const;
  QVariant whisker(int row) const;
  double sort_number(int row, int column) const;
  const std::optional<LayerLoss>& loss(int row) const;

  std::vector<cost::LayerWork> layers_;
  PointSettings settings_;
  std::vector<State> states_;
  std::vector<double> csnr_db_;
  bool csnr_expected_ = false;
  std::vector<std::optional<LayerLoss>> sensitivity_;
  bool stale_ = false;
};

}  // namespace acim::ui
