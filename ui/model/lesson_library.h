#pragma once

#include <QStringList>
#include <vector>

#include "ui/model/lesson.h"
#include "ui/model/study_controller.h"

namespace acim::ui {

/// The lessons of some folders, in their order, and what is wrong with the files that are none.
struct LessonLibrary {
  std::vector<Lesson> lessons;
  std::vector<ErrorText> problems;
};

/// Those that come with the program, then the user's own.
QStringList lesson_folders();

/// A file in a later folder takes the place of one of the same name; in a folder, FOLDER/LANGUAGE/NAME.md ("de") takes
/// the place of FOLDER/NAME.md.
LessonLibrary load_lessons(const QStringList& folders, const QString& language);

/// The one of this number, from 1; Error(usage), which names those there are, when there is none.
const Lesson& lesson_of_number(const LessonLibrary& library, int number);

}  // namespace acim::ui
