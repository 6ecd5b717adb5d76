#pragma once

#include <QString>

#include "study/study_spec.h"

namespace acim::ui {

/// "Demo network", or the name of its file.
QString network_name(const StudySubject& subject);
/// "Demo images", or the name of their folder or file.
QString images_name(const StudySubject& subject);

}  // namespace acim::ui
