#include "ui/model/explanation_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "ui/model/error_words.h"

namespace acim::ui {

namespace {

constexpr int kDelay = 200;          ///< ms that knobs rest before layers are explained
constexpr double kCausesPart = 0.2;  ///< of the progress: causes take about this much of the time of all

/// Puts the layers into their order. `measured`: dB by place in the network, NaN where nothing ran.
void rank(Explanation& made, const std::vector<double>& measured) {
  // All from one source, so that they can be compared; and the same numbers as in the table of layers.
  made.measured = std::ranges::all_of(made.layers, [&](const LayerExplanation& layer) {
    return layer.index < measured.size() && !std::isnan(measured[layer.index]);
  });
  made.csnr_db.clear();
  for (const LayerExplanation& layer : made.layers) {
    made.csnr_db.push_back(made.measured ? measured[layer.index] : layer.errors.csnr_db());
  }
  made.ranked.resize(made.layers.size());
  std::iota(made.ranked.begin(), made.ranked.end(), std::size_t{0});
  const auto loss = [&](std::size_t place) { return std::isnan(made.csnr_db[place]) ? HUGE_VAL : made.csnr_db[place]; };
  std::ranges::stable_sort(made.ranked, {}, loss);
}

Explanation ranked(std::vector<LayerExplanation> layers, const std::vector<double>& measured,
                   const PointSettings& settings, std::span<const cost::LayerWork> network, bool tried) {
  Explanation made;
  made.layers = std::move(layers);
  rank(made, measured);
  made.trials = network_trials(made.layers);
  made.hints = cost::design_hints(settings, network);
  made.tried = tried;
  return made;
}

}  // namespace

bool Explanation::is_lossless() const {
  // Of no signal there is none to lose.
  return std::ranges::all_of(csnr_db, [](double csnr) { return std::isinf(csnr) || std::isnan(csnr); });
}

ExplanationModel::ExplanationModel(QObject* parent) : QObject(parent) {
  delay_.setSingleShot(true);
  delay_.setInterval(kDelay);
  connect(&delay_, &QTimer::timeout, this, &ExplanationModel::compute);
}

ExplanationModel::~ExplanationModel() {
  stop_.request_stop();
}

void ExplanationModel::set_network(std::shared_ptr<const LayerProbe> probe, std::vector<cost::LayerWork> layers) {
  probe_ = std::move(probe);
  layers_ = std::move(layers);
  explanation_.reset();
  layer_ = -1;
  start();
}

void ExplanationModel::set_settings(const PointSettings& settings) {
  if (settings == settings_) return;
  settings_ = settings;
  start();
}

void ExplanationModel::watch(bool looks) {
  if (looks == watched_) return;
  watched_ = looks;
  if (watched_ && stale_) return start();
  if (watched_) return;
  delay_.stop();
  stop_.request_stop();  // What is missing is computed when somebody looks again.
}

void ExplanationModel::set_layer(int layer) {
  if (layer == layer_) return;
  layer_ = layer;
  Q_EMIT changed();
}

const LayerExplanation* ExplanationModel::layer() const {
  if (!explanation_ || explanation_->layers.empty()) return nullptr;
  for (const LayerExplanation& one : explanation_->layers) {
    if (static_cast<int>(one.index) == layer_) return &one;
  }
  return &explanation_->layers[explanation_->ranked.front()];
}

void ExplanationModel::set_measured(const std::vector<double>& csnr_db) {
  if (!explanation_ || explanation_->layers.empty() || state_ != ExplanationState::ready) return;
  auto made = std::make_shared<Explanation>(*explanation_);
  rank(*made, csnr_db);
  if (made->measured == explanation_->measured && made->csnr_db == explanation_->csnr_db) return;
  const std::size_t layer_before = layer()->index;
  const bool same_kind = made->is_lossless() == explanation_->is_lossless();
  explanation_ = std::move(made);
  if (same_kind && layer()->index == layer_before) {
    Q_EMIT measured_changed();
  } else {
    Q_EMIT changed();
  }
}

std::optional<ExplanationState> ExplanationModel::plain_state() {
  if (!probe_ || layers_.empty()) return ExplanationState::empty;
  if (settings_.mode != EvaluationMode::simulated) return ExplanationState::no_array;
  try {
    const bool digital = std::ranges::all_of(layers_, [&](const cost::LayerWork& layer) {
      return settings_of_layer(settings_, layer.name, layer.first_convolution).digital;
    });
    if (digital) return ExplanationState::all_digital;
  } catch (const Error& error) {
    problem_ = error_words(error);
    return ExplanationState::problem;
  }
  return std::nullopt;
}

void ExplanationModel::start() {
  stale_ = true;
  progress_ = 0;
  stop_.request_stop();
  delay_.stop();
  const auto plain = plain_state();
  if (plain) explanation_.reset();
  state_ = plain.value_or(ExplanationState::waiting);
  if (!plain && watched_) delay_.start();
  Q_EMIT changed();
}

void ExplanationModel::compute() {
  if (!watched_ || state_ != ExplanationState::waiting) return;
  stop_ = std::stop_source();
  queue_.add([this, probe = probe_, settings = settings_, network = layers_,
              stop = stop_.get_token()](const std::stop_token&) {
    const auto to_window = [this, stop](std::function<void()> action) { hand_over(this, stop, std::move(action)); };
    const auto explain = [&](bool trials) {
      const auto tell = [&](double part) {
        const double all = trials ? kCausesPart + (1 - kCausesPart) * part : kCausesPart * part;
        to_window([this, all] {
          progress_ = all;
          Q_EMIT advanced();
        });
      };
      std::vector<LayerExplanation> layers = probe->explain(settings, trials, tell, stop);
      auto made = std::make_shared<const Explanation>(
          ranked(std::move(layers), probe->csnr_db(settings), settings, network, trials));
      to_window([this, made, trials] {
        explanation_ = made;
        state_ = ExplanationState::ready;
        if (trials) {
          progress_ = 1;
          stale_ = false;
        }
        Q_EMIT changed();
      });
    };
    if (stop.stop_requested()) return;
    try {
      explain(false);
      explain(true);
    } catch (const std::exception&) {
      to_window([this, text = error_words(current_error())] {
        problem_ = text;
        explanation_.reset();
        state_ = ExplanationState::problem;
        stale_ = false;
        Q_EMIT changed();
      });
    }
  });
}

}  // namespace acim::ui
