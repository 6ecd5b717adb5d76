#pragma once

#include <QStringList>
#include <QTableView>
#include <functional>

#include "ui/theme/theme.h"

namespace acim::ui {

/// What a table says.
struct TableTexts {
  QString name;  ///< for assistive technology
  QStringList head;
  int rows = 0;
  std::function<QString(int row, int column)> text;  ///< asked for when it is seen
};

/// Rows of texts to be read: the first column has the room that is left, the others are numbers. A view, not labels: of
/// hundreds of rows those hold up the window for a second. As high as its rows, up to a dozen; Ctrl+C copies selected
/// rows.
class TextTable : public QTableView {
  Q_OBJECT

 public:
  TextTable(TableTexts texts, const Theme* theme, QWidget* parent = nullptr);

  /// The texts of the same rows are others now.
  void renew();
  /// So wide that nothing is cut.
  int full_width() const { return full_width_; }

 protected:
  void updateGeometries() override;

 private:
  void fit_columns();
  void copy_rows() const;

  const Theme* theme_;
  int full_width_ = 0;
};

}  // namespace acim::ui
