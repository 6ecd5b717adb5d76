#pragma once

#include <QString>

#include "base/error.h"

namespace acim::ui {

/// The exception that is being handled, of whatever type.
Error current_error();
/// What happened and what would be right, in one line.
QString error_words(const Error& error);

}  // namespace acim::ui
