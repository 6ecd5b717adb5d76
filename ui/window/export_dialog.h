#pragma once

#include <QDialog>
#include <QTimer>
#include <functional>
#include <string>

#include "ui/chart/chart_picture.h"
#include "ui/panel/chart_panel.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace acim::ui {

class Banner;

/// What an export asks for besides the charts, as it is at the moment.
struct ExportSources {
  std::function<std::string(ChartView)> csv;
  std::function<PictureOrigin(ChartView)> origin;
  std::function<void()> fill_confusion;  ///< which the window does only while it is seen
};

enum class ExportFormat { png, svg, pdf, csv };

/// A chart as a file: which one, as what, how large, light, dark or for print, with a preview of just that. Not modal;
/// what a run adds meanwhile is in the file.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(const ChartPanel* panel, ExportSources sources, const Theme* theme, QWidget* parent);

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
  PictureStyle picture_style() const;
  QByteArray contents() const;
  /// Why there is nothing to save; empty: there is.
  QString nothing_to_save() const;

  const ChartPanel* panel_;
  ExportSources sources_;
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
