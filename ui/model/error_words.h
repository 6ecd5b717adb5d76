#pragma once

#include <QString>

#include "base/error.h"

namespace acim::ui {

/// The exception that is being handled, of whatever type.
Error current_error();

/// What happened, in the window's language, as a sentence without its full stop.
QString problem_text(const Error& error);
/// The sentence with its full stop, where it has none.
QString with_full_stop(const QString& sentence);
/// What happened and what would be right, in one line.
QString error_words(const Error& error);
/// All that is known, where it happened too, in whole sentences.
QString error_sentences(const Error& error);

}  // namespace acim::ui
