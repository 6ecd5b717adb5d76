#pragma once

#include <QFrame>

#include "ui/model/column_model.h"
#include "ui/theme/theme.h"

class QLabel;
class QSpinBox;
class QToolButton;

namespace acim::ui {

class ColumnView;

/// The column view with what it looks at: image, output, position, chunk, and steps through the pairs of bits.
class ColumnPanel : public QFrame {
  Q_OBJECT

 public:
  /// `whole`: fills the middle of the window, and its button leads back.
  ColumnPanel(ColumnModel* model, bool whole, const Theme* theme, QWidget* parent = nullptr);

  ColumnView* view() const { return view_; }
  QSpinBox* image() const { return image_; }
  QSpinBox* output() const { return output_; }
  QSpinBox* position() const { return position_; }
  QSpinBox* chunk() const { return chunk_; }
  QToolButton* next() const { return next_; }
  QToolButton* previous() const { return previous_; }

 Q_SIGNALS:
  /// To the middle of the window, or back.
  void expand_wanted();
  void close_wanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* make_head(const Theme* theme);
  QWidget* make_places(const Theme* theme);
  void show_place();
  void go();
  void fit();

  ColumnModel* model_;
  bool whole_;
  const Theme* theme_;
  ColumnView* view_;
  QLabel* badge_;
  QLabel* pair_;
  QToolButton* previous_;
  QToolButton* next_;
  QWidget* places_ = nullptr;
  QSpinBox* image_;
  QSpinBox* part_;
  QWidget* part_box_;
  QSpinBox* output_;
  QSpinBox* position_;
  QSpinBox* chunk_;
};

}  // namespace acim::ui
