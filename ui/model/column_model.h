#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "array/column_sums.h"
#include "array/conversion_trace.h"
#include "array/layer_errors.h"
#include "cost/layer_cost.h"
#include "ui/model/job_queue.h"
#include "ui/model/layer_probe.h"

namespace acim::ui {

/// Which conversion is looked at.
struct ColumnPlace {
  std::int64_t image = 0;
  int layer = -1;
  std::int64_t part = 0;
  std::int64_t output = 0;
  std::int64_t position = 0;
  std::int64_t chunk = 0;
  int weight_bit = 0;
  int cycle = 0;
  bool operator==(const ColumnPlace&) const = default;
};

/// One output of a layer with every conversion behind it.
struct ColumnScene {
  std::shared_ptr<const ProbedLayer> operands;
  std::shared_ptr<const LayerErrors> errors;  ///< of the whole layer for this image (and part), by pair of bits
  std::shared_ptr<const PairSums> sums;       ///< likewise; none where weights are parallel, whose sums have signs
  OutputTrace trace;
};

enum class ColumnState { empty, waiting, ready, problem };

/// The conversion that the column view draws. Operands come from the network in the background, the conversions from
/// core's trace of the reference engine; a newer place or setting wins.
class ColumnModel : public QObject {
  Q_OBJECT

 public:
  explicit ColumnModel(QObject* parent = nullptr);
  ~ColumnModel() override;

  /// Another network; none: empty.
  void set_network(std::shared_ptr<const LayerProbe> probe, std::vector<cost::LayerWork> layers);
  void set_settings(const PointSettings& settings);
  /// Nothing is computed while nobody looks; one call with true and one with false for each view that is shown.
  void watch(bool begins);
  bool is_watched() const { return watchers_ > 0; }
  /// Moves to the nearest place that exists.
  void set_place(const ColumnPlace& place);
  void set_layer(int layer);
  /// The next pair of weight bit and cycle, from the most significant down, then the next chunk.
  void step(int pairs);

  const ColumnPlace& place() const { return place_; }
  ColumnState state() const { return state_; }
  const QString& problem() const { return problem_; }
  const ColumnScene* scene() const { return scene_.get(); }
  /// The conversion looked at, while waiting the last one; null where there is none.
  const TracedConversion* conversion() const;
  const cost::LayerWork* layer() const;

  // How many of each there are.
  std::int64_t images() const { return probe_ ? probe_->image_count() : 0; }
  std::int64_t outputs() const;
  std::int64_t positions() const;
  std::int64_t parts() const;
  std::int64_t chunks() const;
  int weight_bits() const;
  int cycles() const;

 Q_SIGNALS:
  void changed();

 private:
  void start();
  void compute();
  void keep_within();
  void show_fullest_pair();
  void fail(const QString& problem);

  std::shared_ptr<const LayerProbe> probe_;
  std::vector<cost::LayerWork> layers_;
  PointSettings settings_;
  ColumnPlace place_;
  ColumnState state_ = ColumnState::empty;
  QString problem_;
  std::shared_ptr<const ColumnScene> scene_;
  int watchers_ = 0;
  bool stale_ = true;           ///< the scene is of another place or setting
  bool operands_stale_ = true;  ///< and so are its operands and errors
  bool choose_pair_ = true;     ///< of a network that is new: the pair with the most charge, for something to see
  QTimer delay_;
  std::stop_source stop_;
  JobQueue queue_;  ///< last: its thread ends before the rest
};

}  // namespace acim::ui
