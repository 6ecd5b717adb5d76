#include "ui/model/runs_model.h"

#include <QUndoStack>
#include <algorithm>
#include <iterator>
#include <map>

#include "study/named_setting.h"
#include "study/study_base.h"
#include "ui/model/adc_range_choice.h"
#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"
#include "ui/model/rich_text.h"
#include "ui/model/subject_text.h"

namespace acim::ui {

namespace {

/// "layer2.*: ADC bits 6"
QString own_text(const LayerOverride& layer) {
  QStringList own;
  if (layer.digital) own << (*layer.digital ? RunsModel::tr("digital") : RunsModel::tr("on the array"));
  for (const auto& [key, value] : layer.values) own << named_value(parameter_of(key), value_text(value));
  return QStringLiteral("%1: %2").arg(QString::fromStdString(layer.pattern), own.join(QStringLiteral(", ")));
}

/// Of a run that computes, with what was computed before it was taken up again.
double seconds_of(const RunRecord& record) {
  return record.seconds_before + static_cast<double>(record.timer.elapsed()) / 1000;
}

}  // namespace

/// Other marks of some curves, as one step.
class MarksEdit : public QUndoCommand {
 public:
  MarksEdit(RunsModel* model, const QString& what, std::vector<RunsModel::MarksChange> changes)
      : QUndoCommand(what), model_(model), changes_(std::move(changes)) {}
  void undo() override {
    if (model_) model_->apply_marks(changes_, &RunsModel::MarksChange::before);
  }
  void redo() override {
    if (model_) model_->apply_marks(changes_, &RunsModel::MarksChange::after);
  }

 private:
  QPointer<RunsModel> model_;
  std::vector<RunsModel::MarksChange> changes_;
};

class BaselineEdit : public QUndoCommand {
 public:
  BaselineEdit(RunsModel* model, std::optional<CurveId> before, std::optional<CurveId> after)
      : QUndoCommand(RunsModel::tr("choice of the baseline")), model_(model), before_(before), after_(after) {}
  void undo() override {
    if (model_) model_->apply_baseline(before_);
  }
  void redo() override {
    if (model_) model_->apply_baseline(after_);
  }

 private:
  QPointer<RunsModel> model_;
  std::optional<CurveId> before_;
  std::optional<CurveId> after_;
};

std::size_t RunRecord::curves() const {
  return std::max<std::size_t>(1, spec.family.values.size());
}
std::size_t RunRecord::places() const {
  return std::max<std::size_t>(1, spec.x.values.size());
}
bool RunRecord::empty() const {
  return std::all_of(results.begin(), results.end(), [](const PointResult& result) { return result.images == 0; });
}

bool RunRecord::covers(const RunRecord& other) const {
  if (spec.subject != other.spec.subject) return false;
  std::map<std::vector<std::pair<std::string, std::string>>, const PointSettings*> own;
  for (const StudyPoint& one : spec.points) own.emplace(one.coordinates, &one.settings);
  return std::ranges::all_of(other.spec.points, [&](const StudyPoint& one) {
    const auto found = own.find(one.coordinates);
    return found != own.end() && *found->second == one.settings;
  });
}

RunsModel::RunsModel(const StudyController* controller, QUndoStack* undo, QObject* parent)
    : QAbstractTableModel(parent), controller_(controller), undo_(undo) {
  connect(controller, &StudyController::run_started, this, &RunsModel::begin);
  connect(controller, &StudyController::results_changed, this, &RunsModel::take_results);
  connect(controller, &StudyController::costs_changed, this, &RunsModel::take_costs);
  connect(controller, &StudyController::state_changed, this, &RunsModel::take_state);
  connect(controller, &StudyController::run_collected, this, &RunsModel::take_run);
}

RunsModel::~RunsModel() = default;

int RunsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

// Where things are.

RunRecord* RunsModel::find(int run) const {
  // Newest first: numbers only fall, and ten thousand of them are looked for at every sort.
  const auto found =
      std::ranges::lower_bound(records_, run, std::ranges::greater(), [](const auto& one) { return one->id; });
  return found == records_.end() || (*found)->id != run ? nullptr : found->get();
}

const RunRecord* RunsModel::record(int run) const {
  return find(run);
}

std::size_t RunsModel::place_in(const RunRecord& record) const {
  return std::min(place_.value_or(record.places() - 1), record.places() - 1);
}

QString RunsModel::place_text() const {
  // Not of texts: thousands of runs are looked through whenever one advances.
  const auto point_of = [this](const RunRecord& record) {
    const SweepAxis& x = record.spec.x;
    return std::pair<std::string_view, std::string_view>(x.key, x.key.empty() ? x.key : x.values[place_in(record)]);
  };
  if (records_.empty()) return {};
  const auto first = point_of(*records_.front());
  const bool same = std::ranges::all_of(
      records_, [&](const std::shared_ptr<RunRecord>& record) { return point_of(*record) == first; });
  if (same && first.first.empty()) return {};
  if (same) return tr("At %1").arg(axis_named_value(std::string(first.first), std::string(first.second)));
  return place_ ? tr("At the selected place of each sweep") : tr("At the last point of each sweep");
}

const PointResult& RunsModel::result_of(const Row& row) const {
  return row.record->results[row.record->point(row.curve, place_in(*row.record))];
}

CurveId RunsModel::id_of_row(int row) const {
  return id_of(rows_[static_cast<std::size_t>(row)]);
}

int RunsModel::row_of(CurveId curve) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return id_of(row) == curve; });
  return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int RunsModel::row_of_current(std::size_t curve) const {
  return row_of({controller_->generation(), curve});
}

const CurveMarks& RunsModel::marks(CurveId curve) const {
  static const CurveMarks none;
  const RunRecord* record = find(curve.run);
  return record == nullptr || curve.curve >= record->marks.size() ? none : record->marks[curve.curve];
}

const PointSettings& RunsModel::settings(CurveId curve) const {
  static const PointSettings defaults;
  const RunRecord* record = find(curve.run);
  return record == nullptr ? defaults : record->spec.points[record->point(curve.curve, place_in(*record))].settings;
}

QString RunsModel::name(CurveId curve) const {
  const RunRecord* record = find(curve.run);
  if (record == nullptr) return {};
  if (const QString& given = record->marks[curve.curve].name; !given.isEmpty()) return given;
  const SweepAxis& family = record->spec.family;
  if (!family.key.empty()) return axis_named_value(family.key, family.values[curve.curve]);
  const SweepAxis& x = record->spec.x;
  if (x.key.empty()) return tr("One point");
  return tr("%1 to %2").arg(axis_named_value(x.key, x.values.front()), axis_value(x.key, x.values.back(), false));
}

std::vector<CurveId> RunsModel::pinned() const {
  std::vector<CurveId> pinned;
  for (const std::shared_ptr<RunRecord>& record : records_) {
    for (std::size_t curve = 0; curve < record->marks.size(); ++curve) {
      if (record->marks[curve].pinned && !record->marks[curve].deleted) pinned.push_back({record->id, curve});
    }
  }
  return pinned;
}

// What the controller says.

void RunsModel::list_rows() {
  rows_.clear();
  for (const std::shared_ptr<RunRecord>& record : records_) {
    for (std::size_t curve = 0; curve < record->curves(); ++curve) {
      if (!record->marks[curve].deleted) rows_.push_back({record, curve});
    }
  }
}

void RunsModel::close(RunRecord& record) {
  if (record.state != StudyState::running && record.state != StudyState::paused) return;
  record.state = StudyState::stopped;
  record.seconds = seconds_of(record);
}

void RunsModel::tell_all_changed() {
  if (!rows_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

/// What a few images of other settings left, and nobody gave a thought.
bool RunsModel::is_slight(const RunRecord& record) const {
  const std::int64_t least = record.images > 0 ? std::min(kLeastImages, record.images) : kLeastImages;
  const bool few = std::ranges::all_of(record.results, [&](const PointResult& one) { return one.images < least; });
  const bool plain = std::ranges::all_of(record.marks, [](const CurveMarks& one) { return one == CurveMarks{}; });
  return few && plain && !(baseline_ && baseline_->run == record.id);
}

void RunsModel::remove_record(const RunRecord* gone) {
  for (int row = rowCount() - 1; row >= 0; --row) {
    if (rows_[static_cast<std::size_t>(row)].record.get() != gone) continue;
    beginRemoveRows({}, row, row);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
  }
  std::erase_if(records_, [gone](const auto& one) { return one.get() == gone; });
}

void RunsModel::replace_extended(RunRecord& by) {
  const RunRecord* before = find(std::exchange(extended_, 0));
  // Between the wish and the run others may have come, and knobs may have been turned.
  if (before == nullptr || before->id == by.id || before->marks.size() != by.marks.size() || !by.covers(*before))
    return;
  if (std::ranges::all_of(before->marks, &CurveMarks::deleted)) return;
  Q_EMIT extending(before->id, by.id);
  by.seconds_before = before->seconds;
  std::vector<MarksChange> changes;
  for (std::size_t curve = 0; curve < by.marks.size(); ++curve) {
    CurveMarks gone = before->marks[curve];
    changes.push_back({{by.id, curve}, by.marks[curve], gone});
    if (gone.deleted) continue;  // Then it is there, too.
    gone.deleted = true;
    changes.push_back({{before->id, curve}, before->marks[curve], gone});
  }
  const QString what = tr("replacement of a run by one with more points");
  const bool is_baseline = baseline_ && baseline_->run == before->id;
  if (undo_ != nullptr && is_baseline) undo_->beginMacro(what);
  if (is_baseline) set_baseline(CurveId{by.id, baseline_->curve});
  apply(what, std::move(changes));
  if (undo_ != nullptr && is_baseline) undo_->endMacro();
}

void RunsModel::begin() {
  auto record = std::make_shared<RunRecord>();
  record->id = controller_->generation();
  record->spec = controller_->spec();
  record->results = controller_->results();
  record->marks.resize(record->curves());
  record->images = controller_->progress().images_total / std::max<std::int64_t>(1, std::ssize(record->spec.points));
  record->timer.start();
  if (const RunRecord* before = continued_ > 0 ? find(continued_) : nullptr) {
    if (before->marks.size() == record->marks.size()) record->marks = before->marks;
    record->seconds_before = before->seconds;
    if (baseline_ && baseline_->run == before->id) baseline_->run = record->id;
    remove_record(before);
  }
  continued_ = 0;
  if (!records_.empty()) {
    RunRecord* last = records_.front().get();
    const bool replaced =
        last->state == StudyState::running || last->state == StudyState::paused || last->id == replaced_;
    if (last->empty() || (replaced && is_slight(*last))) {
      remove_record(last);
    } else {
      close(*last);  // Replaced by newer settings.
    }
  }
  replaced_ = 0;
  records_.insert(records_.begin(), record);
  beginInsertRows({}, 0, static_cast<int>(record->curves()) - 1);
  for (std::size_t curve = record->curves(); curve-- > 0;) rows_.insert(rows_.begin(), Row{record, curve});
  endInsertRows();
  replace_extended(*record);
  tell_all_changed();
  Q_EMIT pins_changed();
}

void RunsModel::take_results() {
  RunRecord* record = find(controller_->generation());
  if (record == nullptr || record->kept != nullptr || record->results.size() != controller_->results().size()) return;
  record->results = controller_->results();
  for (std::size_t curve = 0; curve < record->curves(); ++curve) show_row(row_of({record->id, curve}));
}

void RunsModel::take_costs() {
  RunRecord* record = find(controller_->generation());
  if (record == nullptr || controller_->costs().size() != record->spec.points.size()) return;
  record->energies.clear();
  for (const PointCost& one : controller_->costs())
    record->energies.push_back(one.cost ? one.cost->uj_per_inference() : 0);
  tell_all_changed();
}

void RunsModel::take_state() {
  RunRecord* record = find(controller_->generation());
  if (record == nullptr || record->kept != nullptr) return;
  if (controller_->is_preparing()) {  // The next run begins when its ranges are known.
    const bool was_live = record->state == StudyState::running || record->state == StudyState::paused;
    if (was_live) replaced_ = record->id;
    if (is_slight(*record)) return;  // It goes when that begins.
    return close(*record);
  }
  if (controller_->state() == StudyState::ready) {
    // Another network was opened: what was computed stays, and goes no further.
    close(*record);
    tell_all_changed();
    return;
  }
  record->state = controller_->state();
  if (!controller_->is_active() && record->seconds <= 0) {
    record->seconds = seconds_of(*record);
    Q_EMIT changed();
  }
  take_results();
}

void RunsModel::take_run(int run, const std::shared_ptr<const KeptRun>& kept,
                         const std::shared_ptr<const RunCounts>& counts) {
  RunRecord* record = find(run);
  if (record == nullptr) return;
  close(*record);
  record->kept = kept;
  record->counts = counts;
  record->results = counts->results;
  for (std::size_t curve = 0; curve < record->curves(); ++curve) show_row(row_of({run, curve}));
  Q_EMIT changed();
}

void RunsModel::show_row(int row) {
  if (row >= 0) Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

void RunsModel::set_place(std::optional<std::size_t> place) {
  if (place_ == place) return;
  place_ = place;
  tell_all_changed();
}

void RunsModel::show_records(std::vector<std::shared_ptr<RunRecord>> records, std::optional<CurveId> baseline) {
  beginResetModel();
  records_ = std::move(records);
  baseline_ = baseline;
  sorted_by_ = -1;
  list_rows();
  endResetModel();
  Q_EMIT baseline_changed();
  Q_EMIT pins_changed();
}

void RunsModel::continue_record(int run) {
  continued_ = run;
}

// Edits.

void RunsModel::edit(const QString& what, const std::vector<CurveId>& curves,
                     const std::function<void(CurveMarks&)>& change) {
  std::vector<MarksChange> changes;
  for (const CurveId& curve : curves) {
    const RunRecord* record = find(curve.run);
    if (record == nullptr || curve.curve >= record->marks.size()) continue;
    CurveMarks after = record->marks[curve.curve];
    change(after);
    if (after != record->marks[curve.curve]) changes.push_back({curve, record->marks[curve.curve], after});
  }
  apply(what, std::move(changes));
}

void RunsModel::apply(const QString& what, std::vector<MarksChange> changes) {
  if (changes.empty()) return;
  if (undo_ != nullptr) {
    undo_->push(new MarksEdit(this, what, std::move(changes)));
  } else {
    MarksEdit(this, what, std::move(changes)).redo();
  }
}

void RunsModel::apply_marks(std::span<const MarksChange> changes, CurveMarks MarksChange::*side) {
  bool deletes = false;
  bool restores = false;
  for (const MarksChange& change : changes) {
    RunRecord* record = find(change.curve.run);
    if (record == nullptr) continue;
    const CurveMarks& marks = change.*side;
    const CurveMarks before = std::exchange(record->marks[change.curve.curve], marks);
    deletes = deletes || (marks.deleted && !before.deleted);
    restores = restores || (!marks.deleted && before.deleted);
  }
  if (deletes) remove_deleted_rows();
  if (restores) list_rows_anew();
  if (changes.size() == 1) {
    show_row(row_of(changes.front().curve));
  } else {
    tell_all_changed();
  }
  Q_EMIT marks_changed();
  Q_EMIT changed();
}

void RunsModel::list_rows_anew() {
  beginResetModel();
  list_rows();
  endResetModel();
  sorted_by_ = -1;
}

void RunsModel::remove_deleted_rows() {
  const auto is_deleted = [](const Row& row) { return row.record->marks[row.curve].deleted; };
  // From below, a stretch at a time. Views look at everything after each, so thousands of stretches are none.
  constexpr std::size_t kMostStretches = 50;
  std::vector<std::pair<int, int>> stretches;  // first and last row
  for (int row = rowCount() - 1; row >= 0; --row) {
    if (!is_deleted(rows_[static_cast<std::size_t>(row)])) continue;
    if (!stretches.empty() && stretches.back().first == row + 1) {
      stretches.back().first = row;
    } else {
      stretches.emplace_back(row, row);
    }
  }
  if (stretches.size() > kMostStretches) {
    beginResetModel();
    std::erase_if(rows_, is_deleted);
    endResetModel();
    return;
  }
  for (const auto& [first, last] : stretches) {
    beginRemoveRows({}, first, last);
    rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
    endRemoveRows();
  }
}

void RunsModel::apply_baseline(std::optional<CurveId> curve) {
  baseline_ = curve;
  tell_all_changed();
  Q_EMIT baseline_changed();
  Q_EMIT changed();
}

void RunsModel::rename(CurveId curve, const QString& name) {
  // The name that it has anyhow is no name of its own.
  const QString given = name.trimmed();
  if (given == this->name(curve)) return;
  edit(tr("name of a run"), {curve}, [&](CurveMarks& marks) { marks.name = given; });
}

void RunsModel::set_note(CurveId curve, const QString& note) {
  edit(tr("note of a run"), {curve}, [&](CurveMarks& marks) { marks.note = note.trimmed(); });
}

void RunsModel::set_pinned(const std::vector<CurveId>& curves, bool pinned) {
  edit(pinned ? tr("pin of a run") : tr("unpinning of a run"), curves,
       [&](CurveMarks& marks) { marks.pinned = pinned; });
}

void RunsModel::show_styles(const std::vector<std::pair<CurveId, int>>& styles) {
  bool changed = false;
  const auto set = [&](RunRecord& record, std::size_t curve, int style) {
    record.styles.resize(record.curves(), -1);
    changed = std::exchange(record.styles[curve], style) != style || changed;
  };
  for (const std::shared_ptr<RunRecord>& record : records_) {
    for (std::size_t curve = 0; curve < record->styles.size(); ++curve) {
      const CurveId id{record->id, curve};
      const bool shown = std::ranges::find(styles, id, &std::pair<CurveId, int>::first) != styles.end();
      if (!shown && !record->marks[curve].pinned) set(*record, curve, -1);
    }
  }
  for (const auto& [curve, style] : styles) {
    if (RunRecord* record = find(curve.run)) set(*record, curve.curve, style);
  }
  if (changed && rowCount() > 0) Q_EMIT dataChanged(index(0, kRun), index(rowCount() - 1, kRun), {kStyleRole});
}

bool RunsModel::has_style(CurveId curve) const {
  const RunRecord* record = find(curve.run);
  if (record == nullptr || curve.curve >= record->marks.size()) return false;
  return record->marks[curve.curve].color >= 0 ||
         (curve.curve < record->styles.size() && record->styles[curve.curve] >= 0);
}

int RunsModel::style(CurveId curve) const {
  const int chosen = marks(curve).color;
  if (chosen >= 0) return chosen;
  // Those of the run shown have that of their place.
  if (curve.run == controller_->generation() || !has_style(curve)) return static_cast<int>(curve.curve);
  return find(curve.run)->styles[curve.curve];
}

void RunsModel::set_color(const std::vector<CurveId>& curves, int color) {
  edit(tr("colour of a run"), curves, [&](CurveMarks& marks) { marks.color = color; });
}

void RunsModel::remove(const std::vector<CurveId>& curves) {
  if (curves.empty()) return;
  const QString first = name(curves.front());
  edit(tr("deletion of %n runs", nullptr, static_cast<int>(curves.size())), curves,
       [](CurveMarks& marks) { marks.deleted = true; });
  Q_EMIT removed(static_cast<int>(curves.size()), first);
}

void RunsModel::set_baseline(std::optional<CurveId> curve) {
  if (curve == baseline_) return;
  if (undo_ != nullptr) {
    undo_->push(new BaselineEdit(this, baseline_, curve));
  } else {
    apply_baseline(curve);
  }
}

// The table.

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
  const bool text = index.column() == kRun || index.column() == kNote;
  return QAbstractTableModel::flags(index) | (text ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || role != Qt::EditRole) return false;
  if (index.column() == kRun) rename(id_of_row(index.row()), value.toString());
  if (index.column() == kNote) set_note(id_of_row(index.row()), value.toString());
  return index.column() == kRun || index.column() == kNote;
}

double RunsModel::sort_number(const Row& row, int column) const {
  switch (column) {
    case kAccuracy:
      return result_of(row).images > 0 ? result_of(row).accuracy() : -1;
    case kEnergy:
      return row.record->energies.empty() ? 0
                                          : row.record->energies[row.record->point(row.curve, place_in(*row.record))];
    case kImages:
      return static_cast<double>(result_of(row).images);
    default:
      return row.record->seconds;
  }
}

void RunsModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 && sorted_by_ < 0) return;
  sorted_by_ = column;
  Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<Row> marked;
  for (const QModelIndex& one : before) marked.push_back(rows_[static_cast<std::size_t>(one.row())]);
  list_rows();
  if (column >= 0) {
    // Keys are made once: texts and numbers of ten thousand rows cost more than comparing them.
    const bool by_text = column == kRun || column == kSettings || column == kNote;
    std::vector<std::pair<QString, double>> keys;
    keys.reserve(rows_.size());
    for (const Row& row : rows_) {
      if (!by_text) {
        keys.emplace_back(QString(), sort_number(row, column));
      } else {
        keys.emplace_back((column == kRun        ? name(id_of(row))
                           : column == kSettings ? settings_text(row)
                                                 : note_text(row))
                              .toCaseFolded(),
                          0);
      }
    }
    std::vector<std::size_t> places(rows_.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    const auto less = [&](std::size_t a, std::size_t b) {
      return order == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a];
    };
    std::stable_sort(places.begin(), places.end(), less);
    std::vector<Row> sorted;
    sorted.reserve(rows_.size());
    for (const std::size_t place : places) sorted.push_back(std::move(rows_[place]));
    rows_ = std::move(sorted);
  }
  QModelIndexList after;
  for (qsizetype i = 0; i < before.size(); ++i)
    after << index(row_of(id_of(marked[static_cast<std::size_t>(i)])), before[i].column());
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool number = section >= kAccuracy && section <= kTime;
    return (number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter).toInt();
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kRun:
      return tr("Run");
    case kSettings:
      return tr("Settings that differ");
    case kAccuracy:
      return tr("Accuracy, % (95 %)");
    case kEnergy:
      return tr("Energy, µJ");
    case kImages:
      return tr("Images");
    case kTime:
      return tr("Time");
    default:
      return tr("Note");
  }
}

QString RunsModel::settings_text(const Row& row) const {
  if (baseline_ && id_of(row) == *baseline_) return tr("Baseline");
  return differing_settings(row).join(QStringLiteral(", "));
}

QStringList RunsModel::own_settings(CurveId curve) const {
  const auto found = std::ranges::find(records_, curve.run, &RunRecord::id);
  return found == records_.end() ? QStringList() : differing_settings({*found, curve.curve});
}

QStringList RunsModel::differing_settings(const Row& row) const {
  const MacroParameters against = baseline_ ? settings(*baseline_).macro : MacroParameters{};
  QStringList texts;
  const StudySubject& subject = row.record->spec.subject;
  const RunRecord* base = baseline_ ? find(baseline_->run) : nullptr;
  const StudySubject& usual = base != nullptr ? base->spec.subject : controller_->subject();
  if (subject.network != usual.network) texts << network_name(subject);
  if (subject.dataset != usual.dataset) texts << images_name(subject);
  const StudyPoint& point = row.record->spec.points[row.record->point(row.curve, place_in(*row.record))];
  const PointSettings own = settings_before_calibration(row.record->spec, point);
  // Along x a curve has all values, and its name says which.
  for (const auto& [key, value] : differing_values(own.macro, against)) {
    if (key != row.record->spec.x.key) texts << named_value(parameter_of(key), value_text(value));
  }
  constexpr std::size_t kMostNamed = 2;
  for (std::size_t i = 0; i < std::min(kMostNamed, own.layers.size()); ++i) texts << own_text(own.layers[i]);
  if (own.layers.size() > kMostNamed) texts << QStringLiteral("…");
  const std::string range = adc_range_of(row.record->spec, point);
  const bool along_x = row.record->spec.x.key == kAdcRange;
  if (!along_x && !range.empty() && range != kFullAdcRange) texts << axis_named_value(std::string(kAdcRange), range);
  return texts;
}

QString RunsModel::note_text(const Row& row) const {
  const QString& note = row.record->marks[row.curve].note;
  if (!note.isEmpty()) return note;
  switch (row.record->state) {
    case StudyState::running:
      return tr("running");
    case StudyState::paused:
      return tr("paused");
    case StudyState::finished:
      return {};
    case StudyState::failed:
      return tr("stopped early");
    default:
      return is_complete(row) ? QString() : tr("stopped");
  }
}

/// Curves of a run that was stopped may have come to their end: those of points that were known before.
bool RunsModel::is_complete(const Row& row) const {
  if (!row.record->kept) return false;
  const auto images = static_cast<std::int64_t>(row.record->kept->labels.size());
  for (std::size_t place = 0; place < row.record->places(); ++place) {
    if (row.record->results[row.record->point(row.curve, place)].images < images) return false;
  }
  return true;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  const RunRecord& record = *row.record;
  const CurveMarks& marks = record.marks[row.curve];
  switch (role) {
    case kCurveRole:
      return static_cast<int>(row.curve);
    case kCurrentRole:
      return record.id == controller_->generation();
    case kStyleRole:
      return style(id_of(row));
    case kPinnedRole:
      return marks.pinned;
    case kBadgeRole:
      if (record.state == StudyState::running) return tr("running");
      if (record.state == StudyState::paused) return tr("paused");
      return baseline_ && id_of(row) == *baseline_ ? tr("baseline") : QString();
    case Qt::TextAlignmentRole:
      return headerData(index.column(), Qt::Horizontal, role);
    case Qt::EditRole:
      return index.column() == kNote ? marks.note : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
      return plain_tip(data(index, Qt::DisplayRole).toString());
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
      break;
    default:
      return {};
  }
  const PointResult& result = result_of(row);
  switch (index.column()) {
    case kRun:
      return name(id_of(row));
    case kSettings:
      return settings_text(row);
    case kAccuracy: {
      if (result.images == 0) return QStringLiteral("–");
      return accuracy_text(result.accuracy(), result.interval());
    }
    case kEnergy: {
      const double energy = sort_number(row, kEnergy);
      return energy > 0 ? energy_number(energy) : QStringLiteral("–");
    }
    case kImages:
      return count_text(result.images);
    case kTime: {
      const bool live = record.state == StudyState::running || record.state == StudyState::paused;
      return time_text(live ? seconds_of(record) : record.seconds);
    }
    default:
      return note_text(row);
  }
}

}  // namespace acim::ui
