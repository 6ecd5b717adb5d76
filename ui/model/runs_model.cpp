#include "ui/model/runs_model.h"

#include <algorithm>
#include <iterator>

#include "study/named_setting.h"
#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

std::size_t RunsModel::Record::curves() const {
  return std::max<std::size_t>(1, spec.family.values.size());
}
std::size_t RunsModel::Record::places() const {
  return std::max<std::size_t>(1, spec.x.values.size());
}
bool RunsModel::Record::empty() const {
  return std::all_of(results.begin(), results.end(), [](const PointResult& result) { return result.images == 0; });
}

RunsModel::RunsModel(const StudyController* controller, QObject* parent)
    : QAbstractTableModel(parent), controller_(controller) {
  connect(controller, &StudyController::run_started, this, &RunsModel::begin);
  connect(controller, &StudyController::results_changed, this, &RunsModel::take_results);
  connect(controller, &StudyController::state_changed, this, &RunsModel::take_state);
}

int RunsModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return row_ends_.empty() ? 0 : static_cast<int>(row_ends_.back());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

RunsModel::Place RunsModel::place_of(int row) const {
  const auto place = static_cast<std::size_t>(row);
  const auto end = std::upper_bound(row_ends_.begin(), row_ends_.end(), place);
  const std::size_t first = end == row_ends_.begin() ? 0 : *std::prev(end);
  return {static_cast<std::size_t>(end - row_ends_.begin()), place - first};
}

void RunsModel::count_rows() {
  row_ends_.clear();
  std::size_t rows = 0;
  for (const Record& record : records_) row_ends_.push_back(rows += record.curves());
}

void RunsModel::close(Record& record) {
  if (record.state != StudyState::running && record.state != StudyState::paused) return;
  record.state = StudyState::stopped;
  record.seconds = static_cast<double>(record.timer.elapsed()) / 1000;
}

std::size_t RunsModel::point_index(Place place) const {
  const Record& record = records_[place.record];
  const std::size_t x = std::min(place_.value_or(record.places() - 1), record.places() - 1);
  return place.curve * record.places() + x;
}

const StudyPoint& RunsModel::point_of(Place place) const {
  return records_[place.record].spec.points[point_index(place)];
}
const PointResult& RunsModel::result_of(Place place) const {
  return records_[place.record].results[point_index(place)];
}

int RunsModel::row_of_current(std::size_t curve) const {
  if (records_.empty() || curve >= records_.front().curves()) return -1;
  return static_cast<int>(curve);
}

void RunsModel::begin() {
  if (!records_.empty()) {
    Record& last = records_.front();
    if (last.empty()) {
      beginRemoveRows({}, 0, static_cast<int>(last.curves()) - 1);
      records_.erase(records_.begin());
      count_rows();
      endRemoveRows();
    } else {
      close(last);  // Replaced by newer settings.
    }
  }
  Record record;
  record.spec = controller_->spec();
  record.results = controller_->results();
  record.generation = controller_->generation();
  record.timer.start();
  beginInsertRows({}, 0, static_cast<int>(record.curves()) - 1);
  records_.insert(records_.begin(), std::move(record));
  count_rows();
  endInsertRows();
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

void RunsModel::take_results() {
  if (records_.empty() || records_.front().generation != controller_->generation()) return;
  Record& record = records_.front();
  record.results = controller_->results();
  Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(record.curves()) - 1, kColumnCount - 1));
}

void RunsModel::take_state() {
  if (records_.empty() || records_.front().generation != controller_->generation()) return;
  Record& record = records_.front();
  if (controller_->is_preparing()) return close(record);  // The next run begins when its ranges are known.
  if (controller_->state() == StudyState::ready) {
    // Another network was opened: what was computed stays, and goes no further.
    close(record);
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(record.curves()) - 1, kColumnCount - 1));
    return;
  }
  record.state = controller_->state();
  if (!controller_->is_active() && record.seconds <= 0) {
    record.seconds = static_cast<double>(record.timer.elapsed()) / 1000;
  }
  take_results();
}

void RunsModel::set_place(std::optional<std::size_t> place) {
  place_ = place;
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool number = section == kAccuracy || section == kImages || section == kTime;
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
    case kImages:
      return tr("Images");
    case kTime:
      return tr("Time");
    default:
      return tr("State");
  }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Place place = place_of(index.row());
  const Record& record = records_[place.record];
  const PointResult& result = result_of(place);
  if (role == kCurveRole) return static_cast<int>(place.curve);
  if (role == kCurrentRole) return place.record == 0;
  if (role == Qt::TextAlignmentRole) return headerData(index.column(), Qt::Horizontal, role);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
  switch (index.column()) {
    case kRun: {
      const SweepAxis& family = record.spec.family;
      if (!family.key.empty()) return axis_named_value(family.key, family.values[place.curve]);
      const SweepAxis& x = record.spec.x;
      if (x.key.empty()) return tr("One point");
      return tr("%1 to %2").arg(axis_named_value(x.key, x.values.front()), axis_value(x.key, x.values.back(), false));
    }
    case kSettings: {
      QStringList texts;
      for (const auto& [key, value] : differing_values(point_of(place).settings.macro, {})) {
        texts << named_value(parameter_of(key), value_text(value));
      }
      const std::string range = adc_range_of(record.spec, point_of(place));
      if (!range.empty() && range != kFullAdcRange) texts << axis_named_value(std::string(kAdcRange), range);
      return texts.isEmpty() ? tr("Baseline") : texts.join(QStringLiteral(", "));
    }
    case kAccuracy: {
      if (result.images == 0) return QStringLiteral("–");
      const Interval interval = result.interval();
      return QStringLiteral("%1 ± %2").arg(QLocale().toString(result.accuracy() * 100, 'f', 2),
                                           QLocale().toString((interval.high - interval.low) * 50, 'f', 2));
    }
    case kImages:
      return count_text(result.images);
    case kTime: {
      const bool live = record.state == StudyState::running || record.state == StudyState::paused;
      return time_text(live ? static_cast<double>(record.timer.elapsed()) / 1000 : record.seconds);
    }
    default:
      break;
  }
  switch (record.state) {
    case StudyState::running:
      return tr("running");
    case StudyState::paused:
      return tr("paused");
    case StudyState::finished:
      return tr("finished");
    case StudyState::failed:
      return tr("stopped early");
    default:
      return tr("stopped");
  }
}

}  // namespace acim::ui
