#include "ui/model/flipped_model.h"

#include "ui/model/parameter_text.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

FlippedModel::FlippedModel(QObject* parent) : QAbstractTableModel(parent), thumbnails_(new Thumbnails(this)) {
  connect(thumbnails_, &Thumbnails::made, this, &FlippedModel::show_picture);
}

void FlippedModel::set_source(std::shared_ptr<const ImageSource> source) {
  beginResetModel();
  names_ = source ? source->class_names() : QStringList();
  thumbnails_->set_source(std::move(source));
  images_.clear();
  rows_.clear();
  only_.reset();
  endResetModel();
}

void FlippedModel::set_images(std::vector<FlippedImage> images) {
  if (images == images_) return;
  beginResetModel();
  images_ = std::move(images);
  choose_rows();
  endResetModel();
}

void FlippedModel::show_only(std::optional<std::pair<int, int>> label_and_prediction) {
  if (label_and_prediction == only_) return;
  beginResetModel();
  only_ = label_and_prediction;
  choose_rows();
  endResetModel();
}

void FlippedModel::choose_rows() {
  rows_.clear();
  for (std::size_t i = 0; i < images_.size(); ++i) {
    if (!only_ || (images_[i].label == only_->first && images_[i].after == only_->second)) rows_.push_back(i);
  }
}

QString FlippedModel::class_name(int index) const {
  return index >= 0 && index < names_.size() ? names_[index] : QLocale().toString(index);
}

int FlippedModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FlippedModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

void FlippedModel::show_picture(std::int64_t image) {
  for (int row = 0; row < rowCount(); ++row) {
    if (this->image(row) != image) continue;
    const QModelIndex place = index(row, kImage);
    Q_EMIT dataChanged(place, place, {Qt::DecorationRole});
  }
}

QVariant FlippedModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const FlippedImage& one = images_[rows_[static_cast<std::size_t>(index.row())]];
  if (role == Qt::DisplayRole) {
    switch (index.column()) {
      case kImage:
        return count_text(one.image);
      case kLabel:
        return class_name(one.label);
      case kBefore:
        return class_name(one.before);
      case kAfter:
        return class_name(one.after);
      default:
        return {};
    }
  }
  if (role == Qt::DecorationRole && index.column() == kImage) return thumbnails_->of(one.image);
  if (role == kLostRole) return one.lost();
  if (role == kWonRole) return one.won();
  if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) {
    const QString text =
        tr("Image %1 shows %2; the baseline says %3, this point %4.")
            .arg(count_text(one.image), class_name(one.label), class_name(one.before), class_name(one.after));
    const QString whole = one.lost() ? tr("%1 Lost.").arg(text) : one.won() ? tr("%1 Won.").arg(text) : text;
    return role == Qt::ToolTipRole ? plain_tip(whole) : whole;
  }
  return {};
}

QVariant FlippedModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kImage:
      return tr("Image");
    case kLabel:
      return tr("Shows");
    case kBefore:
      return tr("There");
    case kAfter:
      return tr("Here");
    default:
      return {};
  }
}

}  // namespace acim::ui
