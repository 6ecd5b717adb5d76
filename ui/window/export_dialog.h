#pragma once

#include <QDialog>
#include <QTimer>
#include <functional>
#include <string>

#include "ui/panel/chart_panel.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace acim::ui {

class Banner;

enum class ExportFormat { png, svg, pdf, csv };

/// A chart as a file: which one, as what, how large, light or dark, with a preview of just that. Not modal; what a run
/// adds meanwhile is in the file.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// `csv`: the data as they are now; `title`: what the charts show.
  ExportDialog(const ChartPanel* panel, std::function<std::string()> csv, std::function<QString()> title,
               const Theme* theme, QWidget* parent);

  /// Said in the dialog's banner when the place cannot be written.
  void save(const QString& path);
  ExportFormat format() const;
  QSize picture_size() const;
  Banner* banner() const { return banner_; }
  QImage preview() const;

 Q_SIGNALS:
  void saved(const QString& path);

 private:
  void make_form(QGridLayout* form);
  void take_size(int choice);
  void show_format();
  void show_preview();
  void ask_path();
  ChartView view() const;
  double scale() const;
  bool dark() const;
  QByteArray contents() const;

  const ChartPanel* panel_;
  std::function<std::string()> csv_;
  std::function<QString()> title_;
  const Theme* theme_;
  Segments* views_;
  Segments* formats_;
  Segments* scales_;
  Segments* looks_;
  QComboBox* sizes_;
  QSpinBox* width_;
  QSpinBox* height_;
  QLabel* preview_;
  QLabel* note_;
  Banner* banner_;
  QToolButton* save_;
  QTimer preview_timer_;
};

}  // namespace acim::ui
