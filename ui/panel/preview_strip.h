#pragma once

#include <QFrame>

#include "ui/model/live_preview.h"
#include "ui/theme/theme.h"

class QLabel;

namespace acim::ui {

/// "At these settings": what the live preview knows of the point where the knobs stand, one figure beside the other.
class PreviewStrip : public QFrame {
  Q_OBJECT

 public:
  explicit PreviewStrip(const Theme* theme, QWidget* parent = nullptr);

  /// `place`: the swept knobs' values there ("ADC bits 8"), or "". `images`: that could be measured. `worst_layer`: its
  /// name, of the figures' CSNR.
  void show_figures(const LivePreview::Figures& figures, const QString& place, std::int64_t images,
                    const QString& worst_layer);
  /// Nothing is known.
  void clear();
  /// All of it as text, for tests and for who hears the window.
  QString words() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Column {
    QWidget* box;
    QLabel* caption;
    QLabel* value;
  };
  Column add_column(const QString& caption, const QString& widest);
  void show_title(const QString& text, const QString& tip);

  const Theme* theme_;
  QLabel* title_;
  QLabel* place_;
  QString place_text_;
  class IntervalBar* bar_;
  Column accuracy_;
  Column images_;
  Column energy_;
  Column csnr_;
};

}  // namespace acim::ui
