#pragma once

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <vector>

#include "ui/model/study_controller.h"

namespace acim::ui {

/// Every curve computed since the window opened, the newest run first: what differs in its settings, its accuracy at
/// the selected x, how many images. A run that was replaced before its first result leaves no row.
class RunsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kRun, kSettings, kAccuracy, kImages, kTime, kNote, kColumnCount };
  /// Index of the curve within its run, for the line sample.
  static constexpr int kCurveRole = Qt::UserRole;
  /// True for rows of the run that the chart shows.
  static constexpr int kCurrentRole = Qt::UserRole + 1;

  explicit RunsModel(const StudyController* controller, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  /// Which place on x the accuracies are of.
  void set_place(std::optional<std::size_t> place);
  const StudySpec& spec_of_row(int row) const { return records_[place_of(row).record].spec; }
  int curve_of_row(int row) const { return static_cast<int>(place_of(row).curve); }
  /// Row of a curve of the run shown; -1 when there is none.
  int row_of_current(std::size_t curve) const;

 private:
  struct Record {
    StudySpec spec;
    std::vector<PointResult> results;
    StudyState state = StudyState::running;
    QElapsedTimer timer;
    double seconds = 0;
    int generation = 0;
    std::size_t curves() const;
    std::size_t places() const;
    bool empty() const;
  };
  struct Place {
    std::size_t record = 0;
    std::size_t curve = 0;
  };
  Place place_of(int row) const;
  const StudyPoint& point_of(Place place) const;
  const PointResult& result_of(Place place) const;
  std::size_t point_index(Place place) const;
  void begin();
  void take_results();
  void take_state();

  void count_rows();
  void close(Record& record);

  const StudyController* controller_;
  std::vector<Record> records_;        ///< newest first
  std::vector<std::size_t> row_ends_;  ///< of each record, the row after its last
  std::optional<std::size_t> place_;
};

}  // namespace acim::ui
