#pragma once

#include <QWidget>
#include <cstdint>
#include <memory>
#include <span>

#include "ui/model/flipped_model.h"
#include "ui/model/image_source.h"
#include "ui/theme/theme.h"

class QLabel;
class QTableView;

namespace acim::ui {

class ConfusionMap;

/// What a point of a run answers, [image], -1 where it is not known; and what it is compared with.
struct PointAnswers {
  QString point;  ///< in words
  int classes = 0;
  std::span<const std::int16_t> labels;
  std::span<const std::int16_t> predictions;
  QString reference;  ///< in words; empty: there is none
  std::span<const std::int16_t> reference_predictions;
};

/// The confusion matrix of the selected point, and beside it the images that it sees differently than the baseline:
/// those of the cell that is picked, or all.
class ConfusionPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ConfusionPanel(const Theme* theme, QWidget* parent = nullptr);

  ConfusionMap* map() const { return map_; }
  QTableView* list() const { return list_; }
  FlippedModel& flipped() { return flipped_; }
  void set_source(std::shared_ptr<const ImageSource> source);
  void show_answers(const PointAnswers& answers);
  void clear();
  /// What stands in place of answers while there are none.
  void say_empty(const QString& words);
  QString summary() const;
  /// The point whose answers are shown, in words; empty: none.
  QString point() const;

 Q_SIGNALS:
  /// In the list, by the user.
  void image_picked(qint64 image);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void show_summary();

  FlippedModel flipped_;
  ConfusionMap* map_;
  QTableView* list_;
  QWidget* beside_;
  QLabel* point_;
  QLabel* words_;
  QLabel* summary_;
  std::int64_t compared_ = 0;  ///< images that both points gave an answer to
  QString reference_;          ///< what it is compared with, in words
};

}  // namespace acim::ui
