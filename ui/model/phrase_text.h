#pragma once

#include <QString>

#include "base/phrase.h"

namespace acim::ui {

/// A sentence of core in the window's language: knobs under their labels, values as the screen has them.
QString phrase_text(const Phrase& phrase);

}  // namespace acim::ui
