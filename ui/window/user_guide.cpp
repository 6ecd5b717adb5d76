#include "ui/window/user_guide.h"

#include <QDir>
#include <QFileInfo>

namespace acim::ui {

QStringList user_guide_folders(const QString& program_folder) {
  const QDir program(program_folder);
  QStringList folders;
  for (const char* installed : {"../share/doc/acim-explorer/user-guide", "../share/acim-explorer/user-guide"})
    folders << QDir::cleanPath(program.filePath(QLatin1String(installed)));
  // Pages made beside build/release/bin; else the sources, three folders above it.
  for (const char* sources : {"../docs/user-guide", "../../../docs/user-guide", "../../docs/user-guide"})
    folders << QDir::cleanPath(program.filePath(QLatin1String(sources)));
  return folders;
}

QUrl user_guide_in(const QStringList& folders) {
  for (const QString& folder : folders) {
    for (const char* page : {"index.html", "README.html", "README.md", "index.md"}) {
      const QFileInfo file(QDir(folder).filePath(QLatin1String(page)));
      if (file.isFile()) return QUrl::fromLocalFile(file.canonicalFilePath());
    }
  }
  return {};
}

}  // namespace acim::ui
