#pragma once

#include <QListView>
#include <QStandardItemModel>

#include "ui/model/explanation_model.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// Layers by what is left of their signal, the worst first: name, error against signal as a bar, signal to noise in dB.
class LossList : public QListView {
  Q_OBJECT

 public:
  explicit LossList(const Theme* theme, QWidget* parent = nullptr);

  void show_explanation(const Explanation& explanation, std::size_t chosen_layer);
  /// Of the network, in the list's order.
  std::vector<int> layers() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  /// By the user: its place in the network.
  void layer_picked(int layer);

 private:
  QStandardItemModel items_;
};

}  // namespace acim::ui
