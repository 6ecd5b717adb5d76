#pragma once

#include <QFrame>
#include <optional>
#include <vector>

#include "ui/theme/theme.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace acim::ui {

/// Three numbers, apart by commas or blanks; nothing when they are not. In the C locale.
std::optional<std::vector<float>> channel_values(const QString& text);

/// Asks how the images of a network were normalised, in place, when nobody told: common ones at a press, or mean and
/// standard deviation of red, green and blue.
class NormalisationStrip : public QFrame {
  Q_OBJECT

 public:
  explicit NormalisationStrip(const Theme* theme, QWidget* parent = nullptr);

  /// Shows itself and takes the focus.
  void ask(const QString& network);
  QLineEdit* mean() const { return mean_; }
  QLineEdit* deviation() const { return deviation_; }
  QToolButton* open_button() const { return open_; }

 Q_SIGNALS:
  /// Of x / 255, red, green and blue.
  void given(const std::vector<float>& mean, const std::vector<float>& standard_deviation);

 private:
  QLineEdit* field(const QString& name, const char* example);
  void submit();

  QLabel* title_;
  QLineEdit* mean_;
  QLineEdit* deviation_;
  QToolButton* open_;
  QLabel* problem_;
};

}  // namespace acim::ui
