#include "ui/model/image_fetch.h"

#include <QElapsedTimer>
#include <algorithm>
#include <exception>
#include <utility>

#include "ui/model/error_words.h"

namespace acim::ui {

namespace {

QString remedy_of(std::optional<FetchTrouble> trouble) {
  if (!trouble) return ImageFetch::tr("Try again, or fetch the file by a browser and open it under Images.");
  switch (*trouble) {
    case FetchTrouble::connection:
      return ImageFetch::tr(
          "Look at the connection and try again: what is there is kept. Or fetch the file by a browser and open it "
          "under Images.");
    case FetchTrouble::certificate:
      return ImageFetch::tr(
          "Look at this machine's clock and certificates. Some networks ask for a log-in first: open a page in a "
          "browser.");
    case FetchTrouble::not_there:
      return ImageFetch::tr("It may have moved: look for the file with a browser and open it under Images.");
    case FetchTrouble::server:
      return ImageFetch::tr("The trouble is the server's: try again later. What is there is kept.");
    case FetchTrouble::other_content:
      return ImageFetch::tr(
          "It was not opened. Try again; if it stays so, the file has changed on the server or on its way.");
    case FetchTrouble::in_the_way:
      return ImageFetch::tr("Move that file away and try again, or open it under Images if it is the right one.");
    case FetchTrouble::full:
      return ImageFetch::tr("Make room on that disk and try again: what is there is kept.");
    case FetchTrouble::unwritable:
      return ImageFetch::tr("Let that folder be written and try again.");
  }
  return {};
}

}  // namespace

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
    } catch (const FetchError& error) {
      hand_over(this, stop, [this, error] { fail(error, error.trouble()); });
    } catch (...) {
      hand_over(this, stop, [this, error = current_error()] { fail(error, std::nullopt); });
    }
  });
  set_state(FetchState::fetching);
}

/// What to do is said for the window: the download itself speaks to users of the command.
void ImageFetch::fail(const Error& error, std::optional<FetchTrouble> trouble) {
  const QString title = QString::fromStdString(current_.title);
  const QString remedy = remedy_of(trouble);
  problem_ = error_text(Error(error.kind(), error.problem_phrase(), error.where(), remedy.toStdString()),
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
