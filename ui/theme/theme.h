#pragma once

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

#include "ui/theme/tokens.h"

namespace acim::ui {

enum class ThemeChoice { system, light, dark };
/// Of a picture, whatever the window looks like.
enum class PictureStyle { light, dark, paper };
enum class TextRole {
  caption,
  caption_strong,
  small,
  small_strong,
  body,
  value,
  strong,
  head,
  readout,
  lesson_body,  ///< the size of a classroom
  lesson_head,
  lesson_title
};
enum class IconInk { quiet, plain, accent, accent_ink, error, warning, good };

/// Colours, fonts and icons of the window: Fusion, a palette and one style sheet made from the tokens.
class Theme : public QObject {
  Q_OBJECT

 public:
  explicit Theme(QObject* parent = nullptr);
  /// The same look in a style of its own, for pictures; apply() is not for it.
  Theme(const Theme& like, PictureStyle style)
      : choice_(like.choice_),
        dark_(style == PictureStyle::dark),
        paper_(style == PictureStyle::paper),
        family_(like.family_) {}

  /// Applies to the whole application. `system` follows the lightness of the palette the application started with.
  void apply(ThemeChoice choice);
  ThemeChoice choice() const { return choice_; }
  bool is_dark() const { return dark_; }
  const Tokens& tokens() const;

  QFont font(TextRole role) const;
  const QString& family() const { return family_; }
  /// An icon of resources/icons, drawn in this theme's colour whenever it is painted; this theme must outlive it.
  QIcon icon(const QString& name, IconInk ink = IconInk::quiet) const;
  QColor ink_color(IconInk ink, bool enabled = true) const;

 Q_SIGNALS:
  void changed();

 private:
  QString style_sheet() const;

  ThemeChoice choice_ = ThemeChoice::system;
  bool system_dark_ = false;
  bool dark_ = false;
  bool paper_ = false;
  QString family_;
};

ThemeChoice theme_choice_from_name(const QString& name);
QString theme_choice_name(ThemeChoice choice);

}  // namespace acim::ui
