#pragma once

#include <QFrame>
#include <string>
#include <vector>

#include "ui/model/layer_knobs.h"
#include "ui/model/layers_model.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace acim::ui {

class BitsPanel;
class LayerDelegate;
class LayerEditor;
class Segments;
class SensitivityStrip;

/// The layers of the network, and below them the settings that the selected ones have of their own.
class LayersPanel : public QFrame {
  Q_OBJECT

 public:
  LayersPanel(LayersModel* model, Parameters* parameters, const SensitivityStudy* sensitivity, const Theme* theme,
              QWidget* parent = nullptr);

  QTableView* table() const { return table_; }
  QLineEdit* pattern_field() const { return pattern_; }
  LayerEditor* editor() const { return editor_; }
  LayerKnobs& knobs() { return knobs_; }
  BitsPanel* bits() const { return bits_; }
  enum View { kTable, kBits, kSensitivity };
  void show_view(View view);
  /// The bits map in place of the table.
  void show_bits(bool bits) { show_view(bits ? kBits : kTable); }
  Segments* views() const { return views_; }
  SensitivityStrip* sensitivity() const { return sensitivity_; }
  /// Rows of the model, however the table is sorted: the selected ones in order.
  std::vector<int> selected_rows() const;
  void select_rows(const std::vector<int>& rows);
  /// Drops, as an undoable step, settings that name no layer of the network.
  void drop_strays();
  /// Which settings the numbers are of, in a line above the table.
  void show_place(const QString& text);

 Q_SIGNALS:
  /// The layer that keys and clicks were on last; -1: none.
  void current_changed(int row);
  void close_wanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* make_head();
  void make_table();
  void fit_columns();
  void take_layers();
  void sort_by(int column);
  QModelIndex shown_index(int row, int column) const;
  void take_selection();
  void take_pattern();
  void show_counts();
  /// The choice of the view: in the head, or below it where a title beside it finds no room.
  void place_views();
  /// Settings of layers that this network does not have.
  std::vector<LayerOverride> strays() const;

  LayersModel* model_;
  Parameters* parameters_;
  const Theme* theme_;
  LayerKnobs knobs_;
  QLabel* badge_;
  QLineEdit* pattern_;
  QLabel* matches_;
  QLabel* place_;
  QToolButton* stray_;
  QWidget* search_ = nullptr;
  SensitivityStrip* sensitivity_;
  QLabel* title_ = nullptr;
  QSortFilterProxyModel* sorted_;
  QTableView* table_;
  LayerDelegate* delegate_;
  LayerEditor* editor_;
  BitsPanel* bits_;
  Segments* views_;
  QWidget* views_in_head_;
  QWidget* views_below_;
  QStackedWidget* stack_;
};

}  // namespace acim::ui
