#pragma once

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QPointer>
#include <memory>
#include <span>
#include <vector>

#include "study/run_counts.h"
#include "ui/model/study_controller.h"

class QUndoStack;

namespace acim::ui {

/// A curve of a run, for good: neither sorting nor deleting changes it.
struct CurveId {
  int run = 0;
  std::size_t curve = 0;
  bool operator==(const CurveId&) const = default;
};

/// What a user gave a curve.
struct CurveMarks {
  QString name;  ///< empty: named after its settings
  QString note;
  bool pinned = false;
  int color = -1;  ///< of the series' colours; -1: that of its place in the run
  bool deleted = false;
  bool operator==(const CurveMarks&) const = default;
};

/// A sweep as the table keeps it.
struct RunRecord {
  int id = 0;  ///< the generation of the controller that ran it
  StudySpec spec;
  std::vector<PointResult> results;
  std::vector<double> energies;             ///< µJ per inference of each point, 0: not known; empty: none known
  std::shared_ptr<const KeptRun> kept;      ///< every prediction, once the run is over
  std::shared_ptr<const RunCounts> counts;  ///< of `kept`, wherever that is
  StudyState state = StudyState::running;
  double seconds = 0;
  double seconds_before = 0;  ///< of the run that this one goes on with
  std::int64_t images = 0;    ///< that each point is to have; 0: not known
  QElapsedTimer timer;
  std::vector<CurveMarks> marks;  ///< of each curve
  /// Of curves drawn beside those of another run, whose colour nobody chose: what they got there; -1: that of their
  /// place. As many as curves, or none.
  std::vector<int> styles;

  std::size_t curves() const;
  std::size_t places() const;
  bool empty() const;
  std::size_t point(std::size_t curve, std::size_t place) const { return curve * places() + place; }
  /// On the same images it has every point of the other one.
  bool covers(const RunRecord& other) const;
};

/// Every curve computed or opened, the newest run first unless sorted: its name, what differs in its settings from the
/// baseline, its accuracy and energy at the selected x. A run that was replaced by other settings before any point had
/// kLeastImages, or all of fewer, leaves no row, unless it was given a name, a note, a pin or a colour.
class RunsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  static constexpr std::int64_t kLeastImages = 100;

  enum Column { kRun, kSettings, kAccuracy, kEnergy, kImages, kTime, kNote, kColumnCount };
  enum Role {
    kCurveRole = Qt::UserRole,  ///< index of the curve within its run
    kCurrentRole,               ///< true for rows of the run that the chart shows
    kStyleRole,                 ///< index of the series' colour, dash and marker
    kPinnedRole,
    kBadgeRole  ///< "running", "paused", "baseline" or nothing
  };

  RunsModel(const StudyController* controller, QUndoStack* undo = nullptr, QObject* parent = nullptr);
  ~RunsModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  /// A column of -1 is the order of the runs again.
  void sort(int column, Qt::SortOrder order) override;

  /// Which place on x the accuracies are of.
  void set_place(std::optional<std::size_t> place);
  /// Where along x accuracy and energy of the rows are: "At ADC bits 10"; empty: there is no x.
  QString place_text() const;
  std::size_t place_in(const RunRecord& record) const;
  const StudySpec& spec_of_row(int row) const { return record_of_row(row).spec; }
  int curve_of_row(int row) const { return static_cast<int>(rows_[static_cast<std::size_t>(row)].curve); }
  /// Row of a curve of the run shown; -1 when there is none.
  int row_of_current(std::size_t curve) const;
  int row_of(CurveId curve) const;
  CurveId id_of_row(int row) const;
  const RunRecord& record_of_row(int row) const { return *rows_[static_cast<std::size_t>(row)].record; }
  /// nullptr when there is no such run.
  const RunRecord* record(int run) const;
  const CurveMarks& marks(CurveId curve) const;
  QString name(CurveId curve) const;
  /// Settings of a curve at the place that is shown.
  const PointSettings& settings(CurveId curve) const;
  std::vector<CurveId> pinned() const;
  std::optional<CurveId> baseline() const { return baseline_; }
  /// Newest first.
  const std::vector<std::shared_ptr<RunRecord>>& records() const { return records_; }

  /// Curves drawn beside those of another run have styles of their own; rows of them show those. Colours that were
  /// chosen stay, and so does what a pinned curve has that is not drawn at the moment.
  void show_styles(const std::vector<std::pair<CurveId, int>>& styles);
  /// As the row shows it.
  int style(CurveId curve) const;
  /// Chosen, or had beside others; else it is free for another one.
  bool has_style(CurveId curve) const;
  /// The settings in which a curve differs from the baseline, one each, but for what it sweeps.
  QStringList own_settings(CurveId curve) const;

  // Edits, each an undoable step where there is an undo stack.
  void rename(CurveId curve, const QString& name);
  void set_note(CurveId curve, const QString& note);
  void set_pinned(const std::vector<CurveId>& curves, bool pinned);
  void set_pinned(CurveId curve, bool pinned) { set_pinned(std::vector<CurveId>{curve}, pinned); }
  void set_color(const std::vector<CurveId>& curves, int color);
  void set_color(CurveId curve, int color) { set_color(std::vector<CurveId>{curve}, color); }
  void remove(const std::vector<CurveId>& curves);
  /// What settings are compared with; nothing: with the defaults.
  void set_baseline(std::optional<CurveId> curve);

  /// Another study: its runs, newest first, in place of those that are there. No edit.
  void show_records(std::vector<std::shared_ptr<RunRecord>> records, std::optional<CurveId> baseline);
  /// The run that begins next goes on with this one, and takes its place.
  void continue_record(int run);
  /// Should the run that begins next have all of this one's points, its curves go, as an undoable step, and their marks
  /// are the new one's. 0: of no run.
  void extend_record(int run) { extended_ = run; }

 Q_SIGNALS:
  /// Other runs are there, perhaps with pinned curves.
  void pins_changed();
  /// Of names, pins, colours: what a user gave curves.
  void marks_changed();
  void baseline_changed();
  /// The curves of a run are about to go, and those of another one to come in their place.
  void extending(int run, int by);
  void removed(int curves, const QString& name);
  /// Something worth saving.
  void changed();

 private:
  friend class MarksEdit;
  friend class BaselineEdit;
  struct Row {
    std::shared_ptr<RunRecord> record;
    std::size_t curve = 0;
  };
  CurveId id_of(const Row& row) const { return {row.record->id, row.curve}; }
  RunRecord* find(int run) const;
  void edit(const QString& what, const std::vector<CurveId>& curves, const std::function<void(CurveMarks&)>& change);
  struct MarksChange {
    CurveId curve;
    CurveMarks before;
    CurveMarks after;
  };
  /// As a step; without changes none.
  void apply(const QString& what, std::vector<MarksChange> changes);
  void apply_marks(std::span<const MarksChange> changes, CurveMarks MarksChange::*side);
  void list_rows_anew();
  void remove_deleted_rows();
  void apply_baseline(std::optional<CurveId> curve);
  void list_rows();
  void show_row(int row);
  QString settings_text(const Row& row) const;
  QStringList differing_settings(const Row& row) const;
  QString note_text(const Row& row) const;
  bool is_complete(const Row& row) const;
  double sort_number(const Row& row, int column) const;
  const PointResult& result_of(const Row& row) const;
  void begin();
  void take_results();
  void take_costs();
  void take_state();
  void take_run(int run, const std::shared_ptr<const KeptRun>& kept, const std::shared_ptr<const RunCounts>& counts);
  void close(RunRecord& record);
  bool is_slight(const RunRecord& record) const;
  void remove_record(const RunRecord* gone);
  void replace_extended(RunRecord& by);
  void tell_all_changed();

  const StudyController* controller_;
  QUndoStack* undo_;
  std::vector<std::shared_ptr<RunRecord>> records_;  ///< newest first
  std::vector<Row> rows_;                            ///< as shown
  std::optional<std::size_t> place_;
  std::optional<CurveId> baseline_;
  int continued_ = 0;
  int extended_ = 0;
  int replaced_ = 0;  ///< the run that stopped early because another one is being prepared
  int sorted_by_ = -1;
};

}  // namespace acim::ui
