#include "ui/model/live_preview.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <utility>

#include "macro/physical_noise.h"
#include "study/named_setting.h"
#include "ui/model/error_words.h"
#include "ui/model/known_results.h"

namespace acim::ui {

/// Where the newest total waits for the window's thread.
struct LivePreview::Mailbox {
  std::mutex mutex;
  PointResult result;
  std::optional<Error> error;
  bool announced = false;
};

std::optional<NetworkCsnr> network_csnr(std::span<const double> layers_db) {
  double noise = 0;
  int layers = 0;
  NetworkCsnr csnr{0, std::numeric_limits<double>::infinity(), 0};
  for (std::size_t i = 0; i < layers_db.size(); ++i) {
    if (std::isnan(layers_db[i])) continue;
    noise += std::pow(10, -layers_db[i] / 10);
    ++layers;
    if (layers_db[i] >= csnr.least_db) continue;
    csnr.least_db = layers_db[i];
    csnr.worst_layer = i;
  }
  if (layers == 0) return std::nullopt;
  csnr.typical_db = noise > 0 ? -10 * std::log10(noise / layers) : std::numeric_limits<double>::infinity();
  return csnr;
}

namespace {

bool is_noisy(const PointSettings& settings) {
  const auto own_noise = [](const LayerOverride& layer) {
    return std::ranges::any_of(layer.values, [](const auto& value) {
      return value.first == "random_noise_percent" && std::get<double>(value.second) > 0;
    });
  };
  return with_effective_noise(settings.macro).random_noise_percent > 0 ||
         std::ranges::any_of(settings.layers, own_noise);
}

}  // namespace

LivePreview::LivePreview(const StudyController* controller, QObject* parent)
    : QObject(parent), controller_(controller) {
  move_timer_.setSingleShot(true);
  move_timer_.setInterval(kMoveTime);
  result_timer_.setSingleShot(true);
  result_timer_.setInterval(kInterval);
  connect(&move_timer_, &QTimer::timeout, this, &LivePreview::balance);
  connect(&result_timer_, &QTimer::timeout, this, &LivePreview::take_result);
  connect(controller, &StudyController::state_changed, this, &LivePreview::balance);
  connect(controller, &StudyController::run_started, this, &LivePreview::balance);
  connect(controller, &StudyController::results_changed, this, &LivePreview::take_sweep_result);
}

LivePreview::~LivePreview() {
  estimate_stop_.request_stop();
  drop_measurement();
}

void LivePreview::set_enabled(bool enabled) {
  if (enabled_ == enabled) return;
  enabled_ = enabled;
  forget();
}

void LivePreview::forget() {
  estimate_stop_.request_stop();
  drop_measurement();
  settings_.reset();
  point_.reset();
  moved_ = false;
  measured_ = {};
  figures_ = {};
  Q_EMIT changed();
}

void LivePreview::show(const PointSettings& settings, const std::string& adc_range, bool moved) {
  if (!enabled_ || !controller_->is_open()) return;
  moved_ = moved_ || moved;
  if (settings_ == settings && adc_range_ == adc_range) return balance();
  settings_ = settings;
  adc_range_ = adc_range;
  point_.reset();
  drop_measurement();
  measured_ = {};
  figures_ = {};
  figures_.noisy = is_noisy(settings);
  if (moved) move_timer_.start();
  if (adc_range.empty() || adc_range == kFullAdcRange) point_ = settings;
  balance();
  estimate();
  Q_EMIT changed();
}

// Estimates.

void LivePreview::estimate() {
  estimate_stop_.request_stop();
  estimate_stop_ = std::stop_source();
  reading_csnr_ = false;
  estimate_queue_.add([this, settings = *settings_, calibrated = point_.has_value(), adc_range = adc_range_,
                       subject = controller_->subject(), calibrate = controller_->range_calibration(),
                       layers = controller_->shared_layers(), probe = controller_->probe(),
                       stop = estimate_stop_.get_token()](const std::stop_token&) {
    const auto to_window = [this, stop](std::function<void()> action) { hand_over(this, stop, std::move(action)); };
    if (stop.stop_requested()) return;
    try {
      StudySpec spec = make_study_spec(subject, settings, {}, {});
      if (!calibrated && calibrate) {
        spec.adc_range = adc_range;
        calibrate(
            spec, [](std::size_t) {}, stop);
        to_window([this, point = spec.points.front().settings] { take_calibrated(point); });
      }
      const PointSettings& point = spec.points.front().settings;
      if (layers) {
        PointCost cost = point_cost_by_layer(*layers, point);
        if (cost.cost) cost.cost->layers = {};
        to_window([this, cost = std::move(cost)] {
          figures_.cost = cost;
          Q_EMIT changed();
        });
      }
      if (!probe) return;
      const std::vector<double> csnr = probe->expected_csnr_db(point, stop);
      to_window([this, csnr = network_csnr(csnr)] {
        if (figures_.csnr_measured) return;
        figures_.csnr_known = true;
        figures_.csnr = csnr;
        Q_EMIT changed();
      });
    } catch (...) {
      to_window([this, problem = problem_text(current_error())] {
        figures_.problem = problem;
        Q_EMIT changed();
      });
    }
  });
  if (sweep_images_ > 0) read_measured_csnr();
}

void LivePreview::read_measured_csnr() {
  const auto probe = controller_->probe();
  if (!probe || reading_csnr_) return;
  reading_csnr_ = true;
  estimate_queue_.add([this, probe, point = *point_, images = sweep_images_,
                       stop = estimate_stop_.get_token()](const std::stop_token&) {
    if (stop.stop_requested()) return;
    std::optional<NetworkCsnr> csnr;
    try {
      csnr = network_csnr(probe->csnr_db(point));
    } catch (const std::exception&) {
      csnr.reset();  // The estimate stays.
    }
    hand_over(this, stop, [this, csnr, images] {
      reading_csnr_ = false;
      if (csnr) {
        figures_.csnr = csnr;
        figures_.csnr_known = figures_.csnr_measured = true;
        Q_EMIT changed();
      }
      if (sweep_images_ > 0 && sweep_images_ != images) read_measured_csnr();
    });
  });
}

void LivePreview::take_calibrated(const PointSettings& settings) {
  point_ = settings;
  balance();
}

// Measuring.

bool LivePreview::sweep_is_active() const {
  return controller_->is_preparing() || controller_->state() == StudyState::running;
}

std::int64_t LivePreview::images_wanted() const {
  const Evaluator* evaluator = controller_->evaluator();
  if (evaluator == nullptr) return 0;
  const std::int64_t asked = controller_->subject().images;
  const std::int64_t there = asked > 0 ? std::min(asked, evaluator->image_count()) : evaluator->image_count();
  return std::min(there, kMostImages);
}

void LivePreview::find_in_sweep() {
  const StudySpec& spec = controller_->spec();
  sweep_point_.reset();
  if (!point_ || spec.subject != controller_->subject()) return;
  const auto found = std::ranges::find(spec.points, *point_, &StudyPoint::settings);
  if (found != spec.points.end()) sweep_point_ = static_cast<std::size_t>(found - spec.points.begin());
}

void LivePreview::take_sweep_result() {
  if (!enabled_ || !settings_) return;
  const PointResult before = figures_.result;
  find_in_sweep();
  const std::vector<PointResult>& results = controller_->results();
  const bool known = sweep_point_ && *sweep_point_ < results.size();
  figures_.in_sweep = known;
  figures_.result = measured_;
  if (known && results[*sweep_point_].images >= measured_.images) figures_.result = results[*sweep_point_];
  // The sweep's own: what was measured here had all images before it began, perhaps, and tells no CSNR.
  const std::int64_t images = known ? results[*sweep_point_].images : 0;
  if (std::exchange(sweep_images_, images) != images && images > 0) read_measured_csnr();
  if (figures_.result.images != before.images) Q_EMIT changed();
}

void LivePreview::balance() {
  if (!enabled_ || !settings_ || !controller_->is_open()) return;
  take_sweep_result();
  const bool complete = figures_.result.images >= images_wanted();
  const bool active = sweep_is_active();
  const bool by_sweep = active && figures_.in_sweep;
  const bool may_measure = !by_sweep && (!active || move_timer_.isActive());
  const Figures before = figures_;
  figures_.measuring = by_sweep || (point_ && moved_ && !complete && may_measure && figures_.problem.isEmpty());
  figures_.waiting = moved_ && !complete && !may_measure && !by_sweep;
  if (by_sweep || complete) {
    drop_measurement();
  } else if (point_ && moved_ && figures_.problem.isEmpty()) {
    if (may_measure && !measurement_) start_measurement();
    if (may_measure && measurement_->threads != threads_now()) start_measurement(std::move(measurement_));
    if (measurement_) pause_measurement(!may_measure);
  }
  if (figures_.measuring != before.measuring || figures_.waiting != before.waiting) Q_EMIT changed();
}

int LivePreview::threads_now() const {
  if (sweep_is_active()) return 1;
  const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return std::max(1, (controller_->threads() > 0 ? controller_->threads() : machine) / 2);
}

void LivePreview::start_measurement(std::shared_ptr<Measurement> before) {
  if (before) before->stop.request_stop();
  measurement_ = std::make_shared<Measurement>();
  measurement_->mailbox = std::make_shared<Mailbox>();
  measurement_->mailbox->result = measured_;
  measurement_->threads = threads_now();
  StudySubject subject = controller_->subject();
  subject.images = images_wanted();
  measure_queue_.add([this, run = measurement_, before = std::move(before), point = *point_,
                      subject = std::move(subject),
                      evaluator = controller_->preview_evaluator()](const std::stop_token&) {
    const std::shared_ptr<StudyRunner> earlier = before ? std::move(before->runner) : nullptr;
    if (run->stop.stop_requested()) return;
    const auto tell = [this, stop = run->stop.get_token(), mailbox = run->mailbox] {
      {
        const std::lock_guard lock(mailbox->mutex);
        if (std::exchange(mailbox->announced, true)) return;
      }
      hand_over(this, stop, [this] {
        if (!result_timer_.isActive()) take_result();
      });
    };
    RunnerOptions options;
    options.threads = run->threads;
    options.on_event = [mailbox = run->mailbox, tell](const StudyEvent& event) {
      {
        const std::lock_guard lock(mailbox->mutex);
        if (event.kind == StudyEvent::Kind::point_advanced) mailbox->result = event.result;
        if (event.error) mailbox->error = event.error;
      }
      if (event.kind == StudyEvent::Kind::point_advanced || event.error) tell();
    };
    try {
      const StudySpec spec = make_study_spec(subject, point, {}, {});
      if (earlier) {
        earlier->stop();
        earlier->wait();
        run->known = store_of_known(spec, {spec.points, {earlier->predictions(0)}}, *evaluator);
        options.store = run->known.get();
      }
      run->runner = std::make_shared<StudyRunner>(spec, evaluator, std::move(options));
      run->runner->start();
    } catch (...) {
      const Error error = current_error();
      run->runner.reset();
      {
        const std::lock_guard lock(run->mailbox->mutex);
        run->mailbox->error = error;
      }
      tell();
    }
  });
}

void LivePreview::drop_measurement() {
  result_timer_.stop();
  if (!measurement_) return;
  measurement_->stop.request_stop();
  measure_queue_.add([run = std::move(measurement_)](const std::stop_token&) { run->runner.reset(); });
  measurement_.reset();
}

void LivePreview::pause_measurement(bool paused) {
  if (measurement_->paused == paused) return;
  measurement_->paused = paused;
  measure_queue_.add([run = measurement_, paused](const std::stop_token&) {
    if (!run->runner) return;
    if (paused) {
      run->runner->pause();
    } else {
      run->runner->resume();
    }
  });
}

void LivePreview::take_result() {
  if (!measurement_) return;
  std::optional<Error> error;
  {
    const std::lock_guard lock(measurement_->mailbox->mutex);
    measured_ = measurement_->mailbox->result;
    error = measurement_->mailbox->error;
    if (!measurement_->mailbox->announced && !error) return;
    measurement_->mailbox->announced = false;
  }
  if (error) {
    figures_.problem = problem_text(*error);
    drop_measurement();
  } else {
    result_timer_.start();
  }
  take_sweep_result();
  balance();
}

}  // namespace acim::ui
