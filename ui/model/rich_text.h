#pragma once

#include <QString>

class QTextDocument;

namespace acim::ui {

/// Rich text with <b> in the weight that the window's fonts have: there is none as heavy as bold, and Qt would smear
/// the next lighter one.
QString with_strong(QString html);
/// The same for what has been read from Markdown.
void set_strong(QTextDocument& document);

/// A tip that reads as this text, whatever it looks like: Qt takes some for rich text. Where it holds words of a user
/// or of a file.
QString plain_tip(const QString& text);

}  // namespace acim::ui
