#include "ui/model/rich_text.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace acim::ui {

QString with_strong(QString html) {
  html.replace(QStringLiteral("<b>"), QStringLiteral("<span style='font-weight:600'>"));
  return html.replace(QStringLiteral("</b>"), QStringLiteral("</span>"));
}

void set_strong(QTextDocument& document) {
  QTextCharFormat strong;
  strong.setFontWeight(QFont::DemiBold);
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    for (auto part = block.begin(); !part.atEnd(); ++part) {
      const QTextFragment fragment = part.fragment();
      if (fragment.charFormat().fontWeight() <= QFont::DemiBold) continue;
      QTextCursor cursor(&document);
      cursor.setPosition(fragment.position());
      cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
      cursor.mergeCharFormat(strong);
    }
  }
}

QString plain_tip(const QString& text) {
  if (!Qt::mightBeRichText(text)) return text;
  return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped().replace('\n', QStringLiteral("<br>")));
}

}  // namespace acim::ui
