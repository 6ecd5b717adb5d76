#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "study/confusion.h"
#include "ui/model/image_source.h"
#include "ui/model/thumbnails.h"

namespace acim::ui {

/// Images that a point sees differently than the baseline: picture, label and both answers.
class FlippedModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kImage, kLabel, kBefore, kAfter, kColumnCount };
  enum Role { kLostRole = Qt::UserRole, kWonRole };

  explicit FlippedModel(QObject* parent = nullptr);

  /// May be null: then there are numbers only.
  void set_source(std::shared_ptr<const ImageSource> source);
  void set_images(std::vector<FlippedImage> images);
  /// Only those of a label that are taken for a class.
  void show_only(std::optional<std::pair<int, int>> label_and_prediction);
  std::int64_t image(int row) const { return images_[rows_[static_cast<std::size_t>(row)]].image; }
  const std::vector<FlippedImage>& images() const { return images_; }
  /// "cat", or the number where it has no name.
  QString class_name(int index) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  void choose_rows();
  void show_picture(std::int64_t image);

  QStringList names_;
  std::vector<FlippedImage> images_;
  std::vector<std::size_t> rows_;  ///< places in images_
  std::optional<std::pair<int, int>> only_;
  Thumbnails* thumbnails_;
};

}  // namespace acim::ui
