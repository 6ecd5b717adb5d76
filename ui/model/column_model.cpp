#include "ui/model/column_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "ui/model/error_words.h"

namespace acim::ui {

namespace {

constexpr int kDelay = 60;  ///< ms that a place or knob rests before the network is asked

}  // namespace

ColumnModel::ColumnModel(QObject* parent) : QObject(parent) {
  delay_.setSingleShot(true);
  delay_.setInterval(kDelay);
  connect(&delay_, &QTimer::timeout, this, &ColumnModel::compute);
}

ColumnModel::~ColumnModel() {
  stop_.request_stop();
}

void ColumnModel::set_network(std::shared_ptr<const LayerProbe> probe, std::vector<cost::LayerWork> layers) {
  probe_ = std::move(probe);
  layers_ = std::move(layers);
  place_ = {};
  scene_.reset();
  // The first layer that is on the array by default.
  const auto first =
      std::find_if(layers_.begin(), layers_.end(), [](const cost::LayerWork& one) { return !one.first_convolution; });
  if (first != layers_.end()) place_.layer = static_cast<int>(first - layers_.begin());
  place_.position = positions() / 2;
  choose_pair_ = true;
  operands_stale_ = true;
  start();
}

void ColumnModel::set_settings(const PointSettings& settings) {
  if (settings == settings_) return;
  settings_ = settings;
  operands_stale_ = true;
  start();
}

void ColumnModel::watch(bool begins) {
  watchers_ += begins ? 1 : -1;
  if (watchers_ > 0 && stale_) start();
}

void ColumnModel::set_layer(int layer) {
  if (layer == place_.layer) return;
  ColumnPlace place = place_;
  place.layer = layer;
  place.part = place.output = place.chunk = 0;
  place_.layer = layer;
  operands_stale_ = true;
  place.position = positions() / 2;
  place_.layer = -1;  // Another layer than before, whatever the rest is.
  set_place(place);
}

void ColumnModel::set_place(const ColumnPlace& place) {
  const ColumnPlace before = std::exchange(place_, place);
  keep_within();
  if (place_ == before) return;
  if (place_.image != before.image || place_.layer != before.layer || place_.part != before.part) {
    operands_stale_ = true;
    start();
  } else if (place_.output != before.output || place_.position != before.position) {
    start();
  } else {
    Q_EMIT changed();
  }
}

void ColumnModel::step(int pairs) {
  const std::int64_t count = std::int64_t{weight_bits()} * cycles();
  if (count == 0) return;
  const std::int64_t within =
      std::int64_t{weight_bits() - 1 - place_.weight_bit} * cycles() + (cycles() - 1 - place_.cycle);
  const std::int64_t next = std::clamp<std::int64_t>(place_.chunk * count + within + pairs, 0, chunks() * count - 1);
  ColumnPlace place = place_;
  place.chunk = next / count;
  place.weight_bit = weight_bits() - 1 - static_cast<int>(next % count / cycles());
  place.cycle = cycles() - 1 - static_cast<int>(next % count % cycles());
  set_place(place);
}

const cost::LayerWork* ColumnModel::layer() const {
  const bool there = place_.layer >= 0 && place_.layer < static_cast<int>(layers_.size());
  return there ? &layers_[static_cast<std::size_t>(place_.layer)] : nullptr;
}

std::int64_t ColumnModel::outputs() const {
  if (scene_ && !operands_stale_) return scene_->operands->geometry.outputs;
  return layer() != nullptr ? layer()->geometry.outputs : 0;
}
std::int64_t ColumnModel::positions() const {
  if (scene_ && !operands_stale_) return scene_->operands->geometry.positions();
  return layer() != nullptr ? layer()->geometry.positions() : 0;
}
std::int64_t ColumnModel::parts() const {
  return layer() != nullptr ? layer()->parts : 0;
}
std::int64_t ColumnModel::chunks() const {
  return scene_ ? static_cast<std::int64_t>(scene_->trace.chunks.size()) : 0;
}
int ColumnModel::weight_bits() const {
  if (!scene_) return 0;
  const MacroParameters& macro = scene_->operands->settings.macro;
  return macro.weight_parallel ? 1 : macro.weight_bits;
}
int ColumnModel::cycles() const {
  return scene_ ? static_cast<int>(scene_->operands->settings.cycles.size()) : 0;
}

const TracedConversion* ColumnModel::conversion() const {
  if (!scene_ || state_ == ColumnState::problem) return nullptr;
  return &scene_->trace.conversions[scene_->trace.index_of(static_cast<std::size_t>(place_.chunk), place_.cycle,
                                                           place_.weight_bit, scene_->operands->settings)];
}

void ColumnModel::keep_within() {
  const auto within = [](auto value, auto count) {
    using Value = decltype(value);
    return std::clamp<Value>(value, 0, std::max<Value>(0, static_cast<Value>(count) - 1));
  };
  place_.image = within(place_.image, images());
  place_.part = within(place_.part, parts());
  place_.output = within(place_.output, outputs());
  place_.position = within(place_.position, positions());
  if (!scene_) return;  // What follows is known with the layer's settings.
  place_.chunk = within(place_.chunk, chunks());
  place_.weight_bit = within(place_.weight_bit, weight_bits());
  place_.cycle = within(place_.cycle, cycles());
}

void ColumnModel::show_fullest_pair() {
  const auto& all = scene_->trace.conversions;
  const auto fullest = std::max_element(all.begin(), all.end(),
                                        [](const auto& a, const auto& b) { return std::abs(a.sum) < std::abs(b.sum); });
  if (fullest == all.end()) return;
  place_.chunk = static_cast<std::int64_t>(fullest->chunk);
  place_.weight_bit = fullest->weight_bit;
  place_.cycle = fullest->cycle;
}

void ColumnModel::fail(const QString& problem) {
  state_ = ColumnState::problem;
  problem_ = problem;
  Q_EMIT changed();
}

void ColumnModel::start() {
  stale_ = true;
  stop_.request_stop();
  if (!probe_ || layer() == nullptr) {
    state_ = ColumnState::empty;
    scene_.reset();
    Q_EMIT changed();
    return;
  }
  state_ = ColumnState::waiting;
  Q_EMIT changed();
  if (watchers_ > 0) delay_.start();
}

void ColumnModel::compute() {
  if (watchers_ <= 0 || !probe_ || layer() == nullptr) return;
  stop_ = std::stop_source();
  std::shared_ptr<const ProbedLayer> known = scene_ && !operands_stale_ ? scene_->operands : nullptr;
  std::shared_ptr<const LayerErrors> errors = known ? scene_->errors : nullptr;
  std::shared_ptr<const PairSums> sums = known ? scene_->sums : nullptr;
  queue_.add([this, known = std::move(known), errors = std::move(errors), sums = std::move(sums), probe = probe_,
              settings = settings_, place = place_, stop = stop_.get_token()](const std::stop_token&) mutable {
    const auto to_window = [this, stop](std::function<void()> action) { hand_over(this, stop, std::move(action)); };
    if (stop.stop_requested()) return;
    try {
      if (!known) {
        known = std::make_shared<const ProbedLayer>(
            probe->operands(settings, place.image, static_cast<std::size_t>(place.layer), place.part, stop));
        const LayerOperands integers{known->geometry, known->settings, known->weights, known->streamed, known->key};
        errors = std::make_shared<const LayerErrors>(explain_errors(integers, kMostExplainedConversions, stop));
        if (!known->settings.macro.weight_parallel) {
          sums = std::make_shared<const PairSums>(
              pair_sums(known->geometry, known->weights, known->streamed, known->settings, kMostRecordedSums, stop));
        }
      }
      auto scene = std::make_shared<ColumnScene>();
      scene->operands = known;
      scene->errors = errors;
      scene->sums = sums;
      const std::int64_t position = std::min(place.position, known->geometry.positions() - 1);
      const std::int64_t output = std::min(place.output, known->geometry.outputs - 1);
      scene->trace = trace_output(known->geometry, known->weights, known->streamed, known->settings, known->key,
                                  position, output, stop);
      to_window([this, scene] {
        scene_ = scene;
        stale_ = operands_stale_ = false;
        state_ = ColumnState::ready;
        keep_within();
        if (std::exchange(choose_pair_, false)) show_fullest_pair();
        Q_EMIT changed();
      });
    } catch (const std::exception&) {
      to_window([this, text = error_words(current_error())] { fail(text); });
    }
  });
}

}  // namespace acim::ui
