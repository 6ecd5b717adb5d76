#include "ui/window/user_guide.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <algorithm>

#include "ui/panel/banner.h"

namespace acim::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(UserGuide)
};

}  // namespace

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

bool browser_is_known() {
  if (!qEnvironmentVariableIsEmpty("BROWSER")) return true;
  constexpr const char* kBrowsers[] = {"x-www-browser", "www-browser",   "firefox",  "firefox-esr",
                                       "chromium",      "google-chrome", "epiphany", "konqueror",
                                       "falkon",        "brave-browser", "open"};
  return std::ranges::any_of(
      kBrowsers, [](const char* name) { return !QStandardPaths::findExecutable(QLatin1String(name)).isEmpty(); });
}

void open_user_guide(const QUrl& guide, Banner* banner) {
  if (guide.isEmpty()) {
    banner->say(BannerKind::warning, Words::tr("The user guide could not be opened"),
                Words::tr("It was not installed with the program; it is part of the sources, in docs/user-guide."));
    return;
  }
  const bool opened = QDesktopServices::openUrl(guide);
  if (opened && browser_is_known()) return;
  const QString path = guide.toLocalFile();
  const Banner::Link copy{Words::tr("Copy the path"), [path] { QGuiApplication::clipboard()->setText(path); }};
  if (opened) {
    banner->say(BannerKind::info, Words::tr("No browser was found here"),
                Words::tr("If the user guide did not open, it is here: %1").arg(path), {copy});
  } else {
    banner->say(BannerKind::warning, Words::tr("The user guide could not be opened"),
                Words::tr("No program opens %1. Open it with a browser.").arg(path), {copy});
  }
}

}  // namespace acim::ui
