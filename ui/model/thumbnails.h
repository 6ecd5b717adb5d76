#pragma once

#include <QImage>
#include <QObject>
#include <memory>
#include <stop_token>
#include <unordered_map>

#include "ui/model/image_source.h"
#include "ui/model/job_queue.h"

namespace acim::ui {

/// Small pictures of a study's images. They are made on a thread of its own: to decode a photograph takes longer than
/// the window may wait. What was asked for last comes first; of much that waits the oldest is dropped, as it has been
/// scrolled away: a view asks again for what it paints.
class Thumbnails : public QObject {
  Q_OBJECT

 public:
  static constexpr int kSide = 32;                  ///< pixels of the longer side
  static constexpr std::size_t kMostWaiting = 128;  ///< more rows than a screen has

  explicit Thumbnails(QObject* parent = nullptr);
  ~Thumbnails() override;

  /// May be null: then there are none.
  void set_source(std::shared_ptr<const ImageSource> source);
  /// Null while it is being made, then made() tells of it, and where there is none.
  QImage of(std::int64_t image);

 Q_SIGNALS:
  void made(std::int64_t image);

 private:
  /// Those of one source that are not made yet.
  struct Waiting;
  void make(const std::shared_ptr<Waiting>& waiting, const std::stop_token& closing);

  std::shared_ptr<const ImageSource> source_;
  std::unordered_map<std::int64_t, QImage> pictures_;
  std::shared_ptr<Waiting> waiting_;
  // Last: its thread ends before anything else of this object does.
  JobQueue queue_;
};

}  // namespace acim::ui
