#include "ui/model/lesson_library.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>
#include <map>

namespace acim::ui {

namespace {

constexpr int kMostLessons = 200;

Lesson read_lesson(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    throw Error(ErrorKind::input, Phrase("Error", "The lesson cannot be read"), path.toStdString(),
                file.errorString().toStdString());
  }
  const QByteArray text = file.read(static_cast<qint64>(kLongestLesson) + 1);
  return parse_lesson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), path.toStdString());
}

}  // namespace

QStringList lesson_folders() {
  return {QStringLiteral(":/lessons"),
          QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/lessons")};
}

LessonLibrary load_lessons(const QStringList& folders, const QString& language) {
  std::map<QString, QString> files;  // name, path
  for (const QString& folder : folders) {
    for (const QString& place : {folder, folder + '/' + language}) {
      for (const QFileInfo& file : QDir(place).entryInfoList({QStringLiteral("*.md")}, QDir::Files)) {
        if (files.size() < kMostLessons && file.fileName() != QLatin1String("README.md"))
          files[file.fileName()] = file.filePath();
      }
    }
  }
  LessonLibrary library;
  for (const auto& [name, path] : files) {
    try {
      library.lessons.push_back(read_lesson(path));
    } catch (const Error& error) {
      library.problems.push_back(
          error_text(error, QCoreApplication::translate("LessonLibrary", "%1 is no lesson").arg(name)));
    }
  }
  std::stable_sort(library.lessons.begin(), library.lessons.end(),
                   [](const Lesson& a, const Lesson& b) { return a.order < b.order; });
  return library;
}

const Lesson& lesson_of_number(const LessonLibrary& library, int number) {
  const int count = static_cast<int>(library.lessons.size());
  if (number >= 1 && number <= count) return library.lessons[static_cast<std::size_t>(number) - 1];
  std::string there_are = count == 0 ? "There is none" : "There are";
  for (int i = 1; i <= count; ++i)
    there_are += fmt::format("{} {} ({})", i > 1 ? "," : "", i, library.lessons[static_cast<std::size_t>(i) - 1].title);
  throw Error(ErrorKind::usage, fmt::format("There is no lesson {}", number), {}, there_are);
}

}  // namespace acim::ui
