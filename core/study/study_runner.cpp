#include "study/study_runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <limits>
#include <map>
#include <mutex>
#include <new>
#include <queue>
#include <system_error>
#include <thread>
#include <tuple>

#include "base/progress.h"
#include "study/block_schedule.h"
#include "study/study_store.h"

namespace acim {

namespace {

using Clock = std::chrono::steady_clock;

/// One unit of work. Ordered by first image, then point: round robin over points.
struct Item {
  std::int64_t first = 0;
  int point = 0;
  std::int64_t count = 0;
  std::int64_t block = 0;
  std::int64_t round = 0;
  bool operator>(const Item& other) const { return std::tie(first, point) > std::tie(other.first, other.point); }
};

struct FinishedItem {
  Item item;
  StudyStore::Block block;
  std::vector<float> logits;
};

/// Class of the largest logit (the first one of equals). Error(input) for NaN.
std::int16_t prediction_of(std::span<const float> logits, std::int64_t image) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!(logits[i] == logits[i])) {
      throw Error(ErrorKind::input, Phrase("Error", "The network's output is not a number"),
                  fmt::format("image {}", image),
                  Phrase("Error", "Check the weights and the normalisation of the network"));
    }
    if (logits[i] > logits[best]) best = i;
  }
  return static_cast<std::int16_t>(best);
}

/// How far the labels' logits are above the largest other one, summed over the images.
double margin_sum(std::span<const float> logits, std::span<const std::int16_t> labels) {
  const std::size_t classes = logits.size() / labels.size();
  double sum = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto label = static_cast<std::size_t>(labels[i]);
    float other = -std::numeric_limits<float>::infinity();
    for (std::size_t c = 0; c < classes; ++c) {
      if (c != label) other = std::max(other, logits[i * classes + c]);
    }
    sum += static_cast<double>(logits[i * classes + label]) - static_cast<double>(other);
  }
  return sum;
}

struct BlockMargin {
  std::int64_t images = 0;
  std::optional<double> sum;
};

/// The study's results so far must come from the same network, images and calibration.
void check_same_origin(const StudyStore& store, const Evaluator& evaluator) {
  const auto stored = store.provenance();
  const auto current = evaluator.provenance();
  for (const char* key : {"network_hash", "images_hash", "calibration_hash"}) {
    const std::string before = provenance_value(stored, key);
    const std::string now = provenance_value(current, key);
    if (!before.empty() && !now.empty() && before != now) {
      throw Error(ErrorKind::input,
                  Phrase("Error", "The study was made with another {} ({}, now {})").filled_with(key, before, now),
                  store.path().string(),
                  Phrase("Error", "Continue it with the same network and images, or start a new study"));
    }
  }
}

Error too_many_threads(int wanted, std::size_t started, const Phrase& problem) {
  return {ErrorKind::output,
          Phrase("Error", "Too many threads: {} were wanted, {} could be started ({})")
              .filled_with(wanted, started, problem),
          {},
          Phrase("Error", "Use fewer threads")};
}

}  // namespace

/// Workers only evaluate; one more thread, the recorder, takes what they finish, keeps the totals, writes whole rounds
/// to the store and delivers the events. So everything that is seen outside happens in one order, whatever the workers'
/// order.
class StudyRunner::Implementation {
 public:
  Implementation(StudySpec spec, std::shared_ptr<const Evaluator> evaluator, RunnerOptions options);
  ~Implementation();

  void start();
  void set_paused(bool paused);
  void stop();
  RunnerState wait();
  RunnerState state() const;
  std::vector<PointResult> results() const;
  std::vector<int> predictions(int point) const;
  std::optional<double> average_margin(int point, std::int64_t images) const;
  std::vector<std::optional<double>> block_margins(int point) const;
  std::optional<Error> error() const;

 private:
  Item item_of(int point, std::int64_t block) const;
  void take_over_stored_blocks();
  void add_to_totals(const StudyStore::Block& block);
  void schedule_next_block(int point, std::int64_t from_block);

  // With mutex_ held.
  bool may_take() const;
  Item take();
  std::int64_t lowest_open_round() const;
  void fail(const Error& error);

  void work();
  FinishedItem evaluate(const Item& item) const;

  void record();
  void record_item(FinishedItem finished);
  void commit_rounds_below(std::int64_t round);
  void restart_rate();
  void deliver(const StudyEvent& event);
  StudyEvent progress_event(StudyEvent::Kind kind) const;
  void finish();

  const StudySpec spec_;
  const std::shared_ptr<const Evaluator> evaluator_;
  const RunnerOptions options_;
  const std::int64_t image_count_;
  const BlockSchedule rounds_;
  std::vector<BlockSchedule> schedules_;   // by point
  std::vector<std::vector<bool>> stored_;  // by point and block: was in the store
  int thread_count_ = 1;
  std::int64_t rounds_ahead_ = 1;

  mutable std::mutex mutex_;
  std::condition_variable work_changed_;                               // for workers
  std::condition_variable recorder_changed_;                           // for the recorder
  std::condition_variable ended_changed_;                              // for wait()
  std::priority_queue<Item, std::vector<Item>, std::greater<>> next_;  // the next block of each point
  std::map<std::int64_t, int> open_items_;                             // taken but not recorded, by round
  std::deque<FinishedItem> finished_;
  std::deque<RunnerState> announced_;
  std::vector<PointResult> results_;
  std::vector<std::vector<std::int16_t>> predictions_;
  std::vector<std::map<std::int64_t, BlockMargin>> margins_;  // by point and first image
  RunnerState state_ = RunnerState::stopped;
  std::optional<Error> error_;
  std::int64_t images_done_ = 0;
  int active_workers_ = 0;
  bool started_ = false;
  bool stopping_ = false;
  bool ended_ = false;

  // Of the recorder alone.
  std::map<std::int64_t, std::vector<StudyStore::Block>> uncommitted_;  // by round
  ProgressRate rate_;

  std::stop_source stop_source_;
  std::vector<std::thread> workers_;
  std::thread recorder_;
};

StudyRunner::Implementation::Implementation(StudySpec spec, std::shared_ptr<const Evaluator> evaluator,
                                            RunnerOptions options)
    : spec_(std::move(spec)),
      evaluator_(std::move(evaluator)),
      options_(std::move(options)),
      image_count_(spec_.subject.images > 0 ? std::min(spec_.subject.images, evaluator_->image_count())
                                            : evaluator_->image_count()),
      rounds_(round_schedule(spec_, image_count_)) {
  if (spec_.points.empty() || image_count_ < 1) {
    throw Error(ErrorKind::usage, Phrase("Error", "There is nothing to run"), {},
                Phrase("Error", "a study needs a point and an image at least"));
  }
  validate(spec_);
  if (evaluator_->class_count() < 1 || evaluator_->class_count() > std::numeric_limits<std::int16_t>::max()) {
    throw Error(ErrorKind::input, Phrase("Error", "The network has {} classes").filled_with(evaluator_->class_count()),
                {}, Phrase("Error", "1 to 32767 are possible"));
  }
  for (const StudyPoint& point : spec_.points) {
    schedules_.push_back(block_schedule(spec_, point, image_count_));
    stored_.emplace_back(static_cast<std::size_t>(schedules_.back().block_count()), false);
  }
  results_.resize(spec_.points.size());
  predictions_.resize(spec_.points.size());
  margins_.resize(spec_.points.size());
  if (options_.store != nullptr) take_over_stored_blocks();
  for (int point = 0; point < static_cast<int>(spec_.points.size()); ++point) schedule_next_block(point, 0);

  const int machine = static_cast<int>(std::thread::hardware_concurrency());
  thread_count_ = std::max(1, options_.threads > 0 ? options_.threads : machine);
  // Workers may begin rounds ahead of the oldest open one, so that a slow block does not leave them idle, but no more
  // than a few blocks each: what waits for its round to be committed is bounded.
  std::int64_t rounds_per_block = 1;
  for (const BlockSchedule& schedule : schedules_) {
    rounds_per_block = std::max(rounds_per_block, schedule.images_per_block() / rounds_.images_per_block());
  }
  rounds_ahead_ =
      (1 + 4 * std::int64_t{thread_count_} / static_cast<std::int64_t>(spec_.points.size())) * rounds_per_block;
}

StudyRunner::Implementation::~Implementation() {
  stop();
  for (std::thread& worker : workers_) worker.join();
  if (recorder_.joinable()) recorder_.join();
}

Item StudyRunner::Implementation::item_of(int point, std::int64_t block) const {
  const ImageRange range = schedules_[static_cast<std::size_t>(point)].block(block);
  return {range.first, point, range.count, block, rounds_.block_of_image(range.first)};
}

void StudyRunner::Implementation::take_over_stored_blocks() {
  StudyStore& store = *options_.store;
  if (store.spec() != spec_)
    throw Error(ErrorKind::internal, "The study file holds another study", store.path().string());
  check_same_origin(store, *evaluator_);
  store.set_image_count(image_count_);
  for (const StudyStore::Block& block : store.blocks()) {
    const auto point = static_cast<std::size_t>(block.point);
    for (std::size_t i = 0; i < block.labels.size(); ++i) {
      const std::int64_t image = block.first_image + static_cast<std::int64_t>(i);
      if (evaluator_->label(image) != block.labels[i]) {
        throw Error(
            ErrorKind::input,
            Phrase("Error", "The study was made with other images: image {} is of another class").filled_with(image),
            store.path().string(), Phrase("Error", "Continue it with the same images, or start a new study"));
      }
    }
    stored_[point][static_cast<std::size_t>(schedules_[point].block_of_image(block.first_image))] = true;
    add_to_totals(block);
  }
}

void StudyRunner::Implementation::add_to_totals(const StudyStore::Block& block) {
  const auto point = static_cast<std::size_t>(block.point);
  auto& predictions = predictions_[point];
  const auto first = static_cast<std::size_t>(block.first_image);
  if (predictions.size() < first + block.predictions.size()) predictions.resize(first + block.predictions.size(), -1);
  PointResult& result = results_[point];
  for (std::size_t i = 0; i < block.predictions.size(); ++i) {
    predictions[first + i] = block.predictions[i];
    if (block.predictions[i] == block.labels[i]) ++result.correct;
  }
  result.images += static_cast<std::int64_t>(block.predictions.size());
  result.seconds += block.seconds;
  margins_[point][block.first_image] = {static_cast<std::int64_t>(block.predictions.size()), block.margin};
  images_done_ += static_cast<std::int64_t>(block.predictions.size());
}

void StudyRunner::Implementation::schedule_next_block(int point, std::int64_t from_block) {
  const auto& stored = stored_[static_cast<std::size_t>(point)];
  std::int64_t block = from_block;
  while (block < static_cast<std::int64_t>(stored.size()) && stored[static_cast<std::size_t>(block)]) ++block;
  if (block < static_cast<std::int64_t>(stored.size())) next_.push(item_of(point, block));
}

void StudyRunner::Implementation::start() {
  // Held until every thread runs: none has begun anything when one cannot be had.
  std::unique_lock lock(mutex_);
  if (started_) return;
  started_ = true;
  state_ = RunnerState::running;
  announced_.push_back(state_);
  active_workers_ = thread_count_;
  try {
    for (int i = 0; i < thread_count_; ++i) workers_.emplace_back([this] { work(); });
    recorder_ = std::thread([this] { record(); });
    return;
  } catch (const std::system_error& problem) {
    fail(too_many_threads(thread_count_, workers_.size(), problem.what()));
  } catch (const std::bad_alloc&) {
    fail(too_many_threads(thread_count_, workers_.size(), Phrase("Error", "out of memory")));
  }
  const Error error = *error_;
  state_ = RunnerState::failed;
  ended_ = true;
  ended_changed_.notify_all();
  lock.unlock();
  for (std::thread& worker : workers_) worker.join();
  workers_.clear();
  throw error;
}

void StudyRunner::Implementation::set_paused(bool paused) {
  const std::lock_guard lock(mutex_);
  const RunnerState from = paused ? RunnerState::running : RunnerState::paused;
  if (state_ != from || stopping_) return;
  state_ = paused ? RunnerState::paused : RunnerState::running;
  announced_.push_back(state_);
  work_changed_.notify_all();
  recorder_changed_.notify_all();
}

void StudyRunner::Implementation::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    work_changed_.notify_all();
    recorder_changed_.notify_all();
  }
  stop_source_.request_stop();
}

RunnerState StudyRunner::Implementation::wait() {
  std::unique_lock lock(mutex_);
  ended_changed_.wait(lock, [&] { return ended_ || !started_; });
  return state_;
}

RunnerState StudyRunner::Implementation::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

std::vector<PointResult> StudyRunner::Implementation::results() const {
  const std::lock_guard lock(mutex_);
  return results_;
}

std::vector<int> StudyRunner::Implementation::predictions(int point) const {
  const std::lock_guard lock(mutex_);
  const auto& known = predictions_.at(static_cast<std::size_t>(point));
  std::vector<int> result(known.begin(), known.end());
  result.resize(static_cast<std::size_t>(image_count_), -1);
  return result;
}

std::optional<double> StudyRunner::Implementation::average_margin(int point, std::int64_t images) const {
  const std::lock_guard lock(mutex_);
  double sum = 0;
  std::int64_t counted = 0;
  for (const auto& [first, block] : margins_.at(static_cast<std::size_t>(point))) {
    if (first + block.images > images) break;
    if (!block.sum) return std::nullopt;
    sum += *block.sum;
    counted += block.images;
  }
  return counted > 0 ? std::optional(sum / static_cast<double>(counted)) : std::nullopt;
}

std::vector<std::optional<double>> StudyRunner::Implementation::block_margins(int point) const {
  const std::lock_guard lock(mutex_);
  const BlockSchedule& schedule = schedules_.at(static_cast<std::size_t>(point));
  std::vector<std::optional<double>> margins(static_cast<std::size_t>(schedule.block_count()));
  for (const auto& [first, block] : margins_.at(static_cast<std::size_t>(point))) {
    margins[static_cast<std::size_t>(schedule.block_of_image(first))] = block.sum;
  }
  return margins;
}

std::optional<Error> StudyRunner::Implementation::error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

std::int64_t StudyRunner::Implementation::lowest_open_round() const {
  const std::int64_t none = rounds_.block_count();
  const std::int64_t taken = open_items_.empty() ? none : open_items_.begin()->first;
  const std::int64_t waiting = next_.empty() ? none : next_.top().round;
  return std::min(taken, waiting);
}

bool StudyRunner::Implementation::may_take() const {
  return state_ == RunnerState::running && !next_.empty() && next_.top().round <= lowest_open_round() + rounds_ahead_;
}

Item StudyRunner::Implementation::take() {
  const Item item = next_.top();
  next_.pop();
  schedule_next_block(item.point, item.block + 1);
  ++open_items_[item.round];
  return item;
}

void StudyRunner::Implementation::fail(const Error& error) {
  if (!error_) error_ = error;
  stopping_ = true;
  work_changed_.notify_all();
  recorder_changed_.notify_all();
}

void StudyRunner::Implementation::work() {
  while (true) {
    Item item;
    {
      std::unique_lock lock(mutex_);
      work_changed_.wait(lock, [&] { return stopping_ || next_.empty() || may_take(); });
      if (stopping_ || next_.empty()) break;
      item = take();
    }
    std::optional<Error> problem;
    try {
      FinishedItem finished = evaluate(item);
      const std::lock_guard lock(mutex_);
      finished_.push_back(std::move(finished));
      recorder_changed_.notify_all();
      continue;
    } catch (const Error& error) {
      problem = error;
    } catch (const std::bad_alloc&) {
      problem = Error(ErrorKind::output, Phrase("Error", "Out of memory"),
                      fmt::format("point {}, image {}", item.point, item.first),
                      Phrase("Error", "Use fewer threads or smaller blocks"));
    } catch (const std::exception& error) {
      problem = Error(ErrorKind::internal, error.what(), fmt::format("point {}, image {}", item.point, item.first));
    }
    const std::lock_guard lock(mutex_);
    if (!(stopping_ && problem->kind() == ErrorKind::cancelled)) {
      fail(*problem);
      stop_source_.request_stop();
    }
    break;
  }
  const std::lock_guard lock(mutex_);
  --active_workers_;
  work_changed_.notify_all();
  recorder_changed_.notify_all();
}

FinishedItem StudyRunner::Implementation::evaluate(const Item& item) const {
  const auto begin = Clock::now();
  FinishedItem finished;
  finished.item = item;
  const PointSettings& settings = spec_.points[static_cast<std::size_t>(item.point)].settings;
  finished.logits = evaluator_->evaluate(settings, item.first, item.count, stop_source_.get_token());
  const auto classes = static_cast<std::size_t>(evaluator_->class_count());
  const auto count = static_cast<std::size_t>(item.count);
  if (finished.logits.size() != count * classes) {
    throw Error(ErrorKind::internal,
                fmt::format("{} logits for {} images of {} classes", finished.logits.size(), count, classes));
  }
  finished.block.point = item.point;
  finished.block.first_image = item.first;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t image = item.first + static_cast<std::int64_t>(i);
    finished.block.predictions.push_back(
        prediction_of(std::span(finished.logits).subspan(i * classes, classes), image));
    finished.block.labels.push_back(static_cast<std::int16_t>(evaluator_->label(image)));
  }
  if (spec_.x.key == kLayerAxis && classes > 1) {
    const double margin = margin_sum(finished.logits, finished.block.labels);
    if (std::isfinite(margin)) finished.block.margin = margin;
  }
  if (!options_.on_logits) finished.logits = {};
  finished.block.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  return finished;
}

void StudyRunner::Implementation::record() {
  while (true) {
    std::optional<FinishedItem> finished;
    std::optional<RunnerState> announced;
    {
      std::unique_lock lock(mutex_);
      recorder_changed_.wait(lock, [&] { return !announced_.empty() || !finished_.empty() || active_workers_ == 0; });
      if (!announced_.empty()) {
        announced = announced_.front();
        announced_.pop_front();
      } else if (!finished_.empty()) {
        finished = std::move(finished_.front());
        finished_.pop_front();
      } else {
        break;
      }
    }
    try {
      if (announced) {
        if (*announced == RunnerState::running) restart_rate();
        StudyEvent event = progress_event(StudyEvent::Kind::state_changed);
        event.state = *announced;
        deliver(event);
      } else {
        record_item(std::move(*finished));
      }
    } catch (const Error& error) {
      const std::lock_guard lock(mutex_);
      fail(error);
      stop_source_.request_stop();
    } catch (const std::exception& error) {
      const std::lock_guard lock(mutex_);
      fail(Error(ErrorKind::internal, error.what()));
      stop_source_.request_stop();
    }
  }
  finish();
}

void StudyRunner::Implementation::record_item(FinishedItem finished) {
  const Item item = finished.item;
  std::int64_t open_round = 0;
  StudyEvent event;
  {
    const std::lock_guard lock(mutex_);
    add_to_totals(finished.block);
    uncommitted_[item.round].push_back(std::move(finished.block));
    if (--open_items_[item.round] == 0) open_items_.erase(item.round);
    open_round = lowest_open_round();
    work_changed_.notify_all();
    rate_.update(static_cast<double>(images_done_), Clock::now());
    event.result = results_[static_cast<std::size_t>(item.point)];
  }
  const PointResult result = event.result;
  if (options_.on_logits) options_.on_logits(item.point, item.first, finished.logits);
  commit_rounds_below(open_round);
  event = progress_event(StudyEvent::Kind::point_advanced);
  event.point = item.point;
  event.result = result;
  deliver(event);
  if (open_round > item.round) deliver(progress_event(StudyEvent::Kind::round_committed));
}

/// Whole rounds only: a file that was left in the middle of anything holds the same images of every point.
void StudyRunner::Implementation::commit_rounds_below(std::int64_t round) {
  bool any = false;
  while (!uncommitted_.empty() && uncommitted_.begin()->first < round) {
    if (options_.store != nullptr) {
      for (auto& block : uncommitted_.begin()->second) options_.store->add(std::move(block));
      any = true;
    }
    uncommitted_.erase(uncommitted_.begin());
  }
  if (any) options_.store->commit();
}

/// The rate counts from now on: neither a pause nor what was in the store is work of this run.
void StudyRunner::Implementation::restart_rate() {
  const std::lock_guard lock(mutex_);
  rate_.restart();
  rate_.update(static_cast<double>(images_done_), Clock::now());
}

StudyEvent StudyRunner::Implementation::progress_event(StudyEvent::Kind kind) const {
  const std::lock_guard lock(mutex_);
  StudyEvent event;
  event.kind = kind;
  event.state = state_;
  event.images_done = images_done_;
  event.images_total = image_count_ * static_cast<std::int64_t>(spec_.points.size());
  event.images_per_second = rate_.per_second();
  event.seconds_left = rate_.seconds_left(static_cast<double>(event.images_total));
  return event;
}

void StudyRunner::Implementation::deliver(const StudyEvent& event) {
  if (options_.on_event) options_.on_event(event);
}

void StudyRunner::Implementation::finish() {
  std::optional<Error> problem;
  try {
    commit_rounds_below(std::numeric_limits<std::int64_t>::max());
  } catch (const Error& error) {
    problem = error;
  } catch (const std::exception& error) {
    problem = Error(ErrorKind::internal, error.what());
  }
  {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = problem;
    const bool complete = images_done_ == image_count_ * static_cast<std::int64_t>(spec_.points.size());
    state_ = error_ ? RunnerState::failed : complete ? RunnerState::finished : RunnerState::stopped;
  }
  StudyEvent event = progress_event(StudyEvent::Kind::state_changed);
  event.error = error();
  try {
    deliver(event);
  } catch (const std::exception&) {
    // The listener of the last event has nobody left to tell.
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  ended_changed_.notify_all();
}

StudyRunner::StudyRunner(StudySpec spec, std::shared_ptr<const Evaluator> evaluator, RunnerOptions options)
    : implementation_(std::make_unique<Implementation>(std::move(spec), std::move(evaluator), std::move(options))) {}
StudyRunner::~StudyRunner() = default;
void StudyRunner::start() {
  implementation_->start();
}
void StudyRunner::pause() {
  implementation_->set_paused(true);
}
void StudyRunner::resume() {
  implementation_->set_paused(false);
}
void StudyRunner::stop() {
  implementation_->stop();
}
RunnerState StudyRunner::wait() {
  return implementation_->wait();
}
RunnerState StudyRunner::state() const {
  return implementation_->state();
}
std::vector<PointResult> StudyRunner::results() const {
  return implementation_->results();
}
std::vector<int> StudyRunner::predictions(int point) const {
  return implementation_->predictions(point);
}
std::optional<double> StudyRunner::average_margin(int point, std::int64_t images) const {
  return implementation_->average_margin(point, images);
}
std::vector<std::optional<double>> StudyRunner::block_margins(int point) const {
  return implementation_->block_margins(point);
}
std::optional<Error> StudyRunner::error() const {
  return implementation_->error();
}

}  // namespace acim
