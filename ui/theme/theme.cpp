#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

#include "ui/theme/svg_icon.h"

namespace acim::ui {

namespace {

/// The family to write in: Inter with tabular digits when it was baked into this program, else what the machine has.
QString load_family() {
  QString family;
  for (const char* weight : {"regular", "medium", "semibold"}) {
    const int id =
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/acim-sans-%1.otf").arg(QLatin1String(weight)));
    if (id < 0) continue;
    const QStringList families = QFontDatabase::applicationFontFamilies(id);
    if (family.isEmpty() && !families.isEmpty()) family = families.first();
  }
  if (!family.isEmpty()) return family;
  const QStringList installed = QFontDatabase::families();
  for (const char* name : {"Inter", "DejaVu Sans"}) {
    if (installed.contains(QLatin1String(name))) return QLatin1String(name);
  }
  return QApplication::font().family();
}

QPalette palette_of(const Tokens& tokens) {
  QPalette palette;
  palette.setColor(QPalette::Window, tokens.ground);
  palette.setColor(QPalette::WindowText, tokens.text);
  palette.setColor(QPalette::Base, tokens.panel);
  palette.setColor(QPalette::AlternateBase, tokens.sunken);
  palette.setColor(QPalette::Text, tokens.text);
  palette.setColor(QPalette::PlaceholderText, tokens.text2);
  palette.setColor(QPalette::Button, tokens.panel);
  palette.setColor(QPalette::ButtonText, tokens.text);
  palette.setColor(QPalette::BrightText, tokens.accent_ink);
  palette.setColor(QPalette::ToolTipBase, tokens.panel);
  palette.setColor(QPalette::ToolTipText, tokens.text);
  palette.setColor(QPalette::Highlight, tokens.accent_soft);
  palette.setColor(QPalette::HighlightedText, tokens.text);
  palette.setColor(QPalette::Link, tokens.accent);
  palette.setColor(QPalette::LinkVisited, tokens.accent);
  palette.setColor(QPalette::Light, tokens.panel);
  palette.setColor(QPalette::Midlight, tokens.line);
  palette.setColor(QPalette::Mid, tokens.field);
  palette.setColor(QPalette::Dark, tokens.edge);
  palette.setColor(QPalette::Shadow, tokens.line);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, tokens.text3);
  }
  return palette;
}

}  // namespace

Theme::Theme(QObject* parent) : QObject(parent), family_(load_family()) {
  system_dark_ = QApplication::palette().color(QPalette::Window).lightness() < 128;
}

const Tokens& Theme::tokens() const {
  return paper_ ? paper_tokens() : dark_ ? dark_tokens() : light_tokens();
}

QFont Theme::font(TextRole role) const {
  QFont font(family_);
  const auto set = [&font](double points, QFont::Weight weight) {
    font.setPointSizeF(points);
    font.setWeight(weight);
  };
  switch (role) {
    case TextRole::caption:
      set(8.25, QFont::Normal);
      break;
    case TextRole::caption_strong:
      set(8.25, QFont::DemiBold);
      break;
    case TextRole::small:
      set(9, QFont::Normal);
      break;
    case TextRole::small_strong:
      set(9, QFont::DemiBold);
      break;
    case TextRole::body:
      set(9.75, QFont::Normal);
      break;
    case TextRole::value:
      set(9.75, QFont::Medium);
      break;
    case TextRole::strong:
      set(9.75, QFont::DemiBold);
      break;
    case TextRole::head:
      set(12, QFont::DemiBold);
      break;
    case TextRole::readout:
      set(15, QFont::DemiBold);
      break;
    case TextRole::lesson_body:
      set(12, QFont::Normal);
      break;
    case TextRole::lesson_head:
      set(13, QFont::DemiBold);
      break;
    case TextRole::lesson_title:
      set(19.5, QFont::DemiBold);
      font.setLetterSpacing(QFont::PercentageSpacing, 99);
      break;
  }
  return font;
}

QIcon Theme::icon(const QString& name, IconInk ink) const {
  return QIcon(new SvgIconEngine(this, name, ink));
}

QColor Theme::ink_color(IconInk ink, bool enabled) const {
  const Tokens& t = tokens();
  if (!enabled) return t.text3;
  switch (ink) {
    case IconInk::quiet:
      return t.text2;
    case IconInk::plain:
      return t.text;
    case IconInk::accent:
      return t.accent;
    case IconInk::accent_ink:
      return t.accent_ink;
    case IconInk::error:
      return t.error;
    case IconInk::warning:
      return t.warning;
    case IconInk::good:
      return t.good;
  }
  return t.text;
}

QString Theme::style_sheet() const {
  QFile file(QStringLiteral(":/themes/window.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());
  for (const auto& [name, color] : tokens().named()) sheet.replace('@' + name + '@', color.name());
  sheet.replace(QLatin1String("@theme@"), QLatin1String(dark_ ? "dark" : "light"));
  return sheet;
}

void Theme::apply(ThemeChoice choice) {
  choice_ = choice;
  dark_ = choice == ThemeChoice::dark || (choice == ThemeChoice::system && system_dark_);
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setFont(font(TextRole::body));
  QApplication::setPalette(palette_of(tokens()));
  qApp->setStyleSheet(style_sheet());
  Q_EMIT changed();
}

ThemeChoice theme_choice_from_name(const QString& name) {
  if (name == QLatin1String("light")) return ThemeChoice::light;
  if (name == QLatin1String("dark")) return ThemeChoice::dark;
  return ThemeChoice::system;
}

QString theme_choice_name(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::light:
      return QStringLiteral("light");
    case ThemeChoice::dark:
      return QStringLiteral("dark");
    case ThemeChoice::system:
      break;
  }
  return QStringLiteral("system");
}

}  // namespace acim::ui
