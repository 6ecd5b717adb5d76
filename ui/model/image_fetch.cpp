#include "ui/model/image_fetch.h"

#include <QElapsedTimer>
#include <algorithm>
#include <exception>
#include <utility>

namespace acim::ui {

ImageFetch::ImageFetch(ImageFetching fetching, QObject* parent) : QObject(parent), fetching_(std::move(fetching)) {}

ImageFetch::~ImageFetch() {
  stop_.request_stop();
}

void ImageFetch::set_state(FetchState state) {
  state_ = state;
  Q_EMIT changed();
}

void ImageFetch::start(const std::string& name) {
  const auto set = std::ranges::find(fetching_.sets, name, &FetchableImages::name);
  if (state_ == FetchState::fetching || set == fetching_.sets.end()) return;
  current_ = *set;
  done_ = 0;
  rate_ = ProgressRate();
  problem_ = {};
  stop_ = std::stop_source();
  queue_.add([this, name, fetch = fetching_.fetch, source = stop_](const std::stop_token& closing) mutable {
    const std::stop_callback on_closing(closing, [&source] { source.request_stop(); });
    const std::stop_token stop = source.get_token();
    QElapsedTimer shown;
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
      if (shown.isValid() && shown.elapsed() < kEventInterval && done < total) return;
      shown.start();
      hand_over(this, stop, [this, done] {
        done_ = done;
        rate_.update(static_cast<double>(done), ProgressRate::Clock::now());
        Q_EMIT changed();
      });
    };
    try {
      const QString specification = QString::fromStdString(fetch(name, progress, stop));
      hand_over(this, stop, [this, specification] {
        set_state(FetchState::idle);
        Q_EMIT fetched(specification);
      });
    } catch (const Error& error) {
      hand_over(this, stop, [this, error] { fail(error); });
    } catch (const std::exception& exception) {
      hand_over(this, stop, [this, error = Error(ErrorKind::internal, exception.what())] { fail(error); });
    }
  });
  set_state(FetchState::fetching);
}

/// What to do is said for the window: the download itself speaks to users of the command.
void ImageFetch::fail(const Error& error) {
  const QString title = QString::fromStdString(current_.title);
  const QString remedy =
      error.kind() == ErrorKind::output
          ? tr("Make room there, or let the folder be written, and try again.")
          : tr("Look at the connection and try again: what is there is kept. Or fetch the file by a browser and open "
               "it under Images.");
  problem_ = error_text(Error(error.kind(), error.problem(), error.where(), remedy.toStdString()),
                        tr("%1 could not be fetched").arg(title));
  set_state(FetchState::failed);
}

void ImageFetch::stop() {
  if (state_ != FetchState::fetching) return;
  stop_.request_stop();
  set_state(FetchState::stopped);
}

void ImageFetch::dismiss() {
  if (state_ == FetchState::stopped || state_ == FetchState::failed) set_state(FetchState::idle);
}

}  // namespace acim::ui
