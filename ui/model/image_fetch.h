#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/fetch_error.h"
#include "base/progress.h"
#include "ui/model/job_queue.h"
#include "ui/model/study_controller.h"

namespace acim::ui {

/// An image set that can be fetched from its author's page.
struct FetchableImages {
  std::string name;   ///< "cifar10"
  std::string title;  ///< "CIFAR-10"
  std::uint64_t bytes = 0;
};

/// How images come over the network; made by whoever links downloads, so that the window need not.
struct ImageFetching {
  std::vector<FetchableImages> sets;  ///< none: nothing is offered
  /// Called on a worker thread; returns the images as --dataset names them. What an earlier call left half done is
  /// continued, and nothing is named before its checksum was right. Error(cancelled) on stop, FetchError where the
  /// reason is known.
  std::function<std::string(const std::string& name,
                            const std::function<void(std::uint64_t done, std::uint64_t total)>& progress,
                            const std::stop_token& stop)>
      fetch;
};

enum class FetchState { idle, fetching, stopped, failed };

/// One image set on its way, in the background; stopped, it goes on from where it was.
class ImageFetch : public QObject {
  Q_OBJECT

 public:
  static constexpr int kEventInterval = 100;  ///< ms

  explicit ImageFetch(ImageFetching fetching, QObject* parent = nullptr);
  ~ImageFetch() override;

  const std::vector<FetchableImages>& sets() const { return fetching_.sets; }
  /// Does nothing while another one is on its way.
  void start(const std::string& name);
  void stop();
  /// After stopped or failed: as if nothing had been; what is there is kept for later.
  void dismiss();

  FetchState state() const { return state_; }
  /// That is on its way, or was.
  const FetchableImages& current() const { return current_; }
  std::uint64_t bytes_done() const { return done_; }
  double bytes_per_second() const { return rate_.per_second(); }
  std::optional<double> seconds_left() const { return rate_.seconds_left(static_cast<double>(current_.bytes)); }
  const ErrorText& problem() const { return problem_; }

 Q_SIGNALS:
  void changed();
  void fetched(const QString& specification);

 private:
  void set_state(FetchState state);
  void fail(const Error& error, std::optional<FetchTrouble> trouble);

  ImageFetching fetching_;
  FetchState state_ = FetchState::idle;
  FetchableImages current_;
  std::uint64_t done_ = 0;
  ProgressRate rate_;
  ErrorText problem_;
  std::stop_source stop_;
  JobQueue queue_;  ///< last: its thread ends first
};

}  // namespace acim::ui
