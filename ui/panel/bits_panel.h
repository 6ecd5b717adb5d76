#pragma once

#include <QWidget>

#include "ui/model/bit_pairs.h"
#include "ui/theme/theme.h"

class QBoxLayout;
class QLabel;

namespace acim::ui {

class BitsMap;
class Segments;

/// The bits map of a layer with what it shows, what a click does, and the pair pointed at in words.
class BitsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit BitsPanel(const Theme* theme, QWidget* parent = nullptr);

  BitsMap* map() const { return map_; }
  Segments* shares() const { return shares_; }
  Segments* clicks() const { return clicks_; }
  void set_current(int weight_bit, int cycle);
  /// `scope`: whose levels a click sets, after "of".
  void set_pairs(const BitPairs& pairs, const QString& scope);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void show_words(const QString& words);

  BitsMap* map_;
  Segments* shares_;
  Segments* clicks_;
  QLabel* click_caption_ = nullptr;
  QLabel* words_;
  QLabel* legend_;
  QBoxLayout* head_;
};

}  // namespace acim::ui
