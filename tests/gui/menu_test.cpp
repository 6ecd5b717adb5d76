#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "test_files.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/macro_form.h"
#include "ui/window/about_dialog.h"
#include "ui/window/main_menu.h"
#include "ui/window/shortcut_dialog.h"
#include "ui/window/user_guide.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

class Menu : public test::WindowOnFake {
 protected:
  Menu() {
    open({}, 40);
    EXPECT_TRUE(finish());
  }
  /// Opens a submenu as a user does and clicks on an entry.
  void choose(QMenu* menu, QAction* entry) {
    menu->popup(window->mapToGlobal(QPoint(20, 60)));
    ASSERT_TRUE(menu->actions().contains(entry));
    ASSERT_TRUE(entry->isEnabled()) << entry->text().toStdString();
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
  }
  template <typename Dialog>
  Dialog* shown() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      auto* dialog = qobject_cast<Dialog*>(widget);
      if (dialog != nullptr && dialog->isVisible()) return dialog;
    }
    return nullptr;
  }
};

TEST_F(Menu, OpensByItsButtonAndByF10) {
  MainMenu* menu = window->main_menu();
  QTest::keyClick(window.get(), Qt::Key_F10);
  EXPECT_TRUE(QTest::qWaitFor([&] { return menu->isVisible(); }, 2000));
  QTest::keyClick(menu, Qt::Key_Escape);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !menu->isVisible(); }, 2000));
  EXPECT_EQ(window->command_bar()->menu_button()->menu(), menu);
}

TEST_F(Menu, EveryActionIsInItAndSaysWhatItDoes) {
  const WindowActions& actions = window->actions();
  const MainMenu* menu = window->main_menu();
  QList<QAction*> listed;
  for (const QMenu* part : {menu->file(), menu->edit(), menu->view(), menu->run(), menu->help()})
    listed += part->actions();
  for (QAction* action : {actions.run, actions.pause, actions.stop, actions.sensitivity, actions.undo, actions.redo,
                          actions.find_knob, actions.reset_knobs, actions.open_study, actions.save, actions.save_study,
                          actions.close, actions.next_part, actions.previous_part, actions.reset_layout, actions.lesson,
                          actions.user_guide, actions.shortcuts, actions.about}) {
    EXPECT_TRUE(listed.contains(action)) << action->text().toStdString();
    EXPECT_FALSE(action->toolTip().isEmpty());
  }
}

TEST_F(Menu, NoTwoActionsHaveTheSameKey) {
  QStringList keys;
  for (const QAction* action : window->findChildren<QAction*>()) {
    for (const QKeySequence& key : action->shortcuts()) {
      EXPECT_FALSE(keys.contains(key.toString())) << key.toString().toStdString();
      keys << key.toString();
    }
  }
}

TEST_F(Menu, ViewSwitchesChartsAndHidesAndResetsDocks) {
  MainMenu* menu = window->main_menu();
  QAction* tradeoff = menu->view()->actions().at(1);
  choose(menu->view(), tradeoff);
  EXPECT_EQ(window->chart_panel()->view(), ChartView::tradeoff);
  EXPECT_TRUE(tradeoff->isChecked());
  auto* macro = window->findChild<QDockWidget*>(QStringLiteral("macro_dock"));
  ASSERT_NE(macro, nullptr);
  choose(menu->view(), macro->toggleViewAction());
  EXPECT_FALSE(macro->isVisible());
  choose(menu->view(), window->actions().reset_layout);
  EXPECT_TRUE(macro->isVisible());
  EXPECT_TRUE(window->form()->isVisible());
}

TEST_F(Menu, FindAKnobShowsTheHiddenFormAndTakesTheKeyboard) {
  auto* macro = window->findChild<QDockWidget*>(QStringLiteral("macro_dock"));
  macro->hide();
  QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
  EXPECT_TRUE(macro->isVisible());
  EXPECT_TRUE(window->form()->search_field()->hasFocus());
}

TEST_F(Menu, ResetsAllKnobsInOneStep) {
  window->parameters().set_value("rows", std::int64_t{127});
  window->parameters().set_value("adc_bits", std::int64_t{5});
  choose(window->main_menu()->edit(), window->actions().reset_knobs);
  EXPECT_EQ(window->parameters().differing_count(), 0);
  choose(window->main_menu()->edit(), window->actions().undo);
  EXPECT_EQ(window->parameters().differing_count(), 2);
}

TEST_F(Menu, ShortcutsListEveryKeyOfTheActions) {
  QTest::keyClick(window.get(), Qt::Key_F1);
  auto* dialog = shown<ShortcutDialog>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_FALSE(dialog->isModal());
  QStringList texts;
  for (const QLabel* label : dialog->findChildren<QLabel*>()) texts << label->text();
  for (const char* word : {"F5", "Ctrl+K", "Ctrl+Z", "F1", "Ctrl+2", "Run", "Trade-off", "Undo"})
    EXPECT_TRUE(texts.contains(QLatin1String(word))) << word;
  QTest::keyClick(dialog, Qt::Key_Escape);
  EXPECT_EQ(shown<ShortcutDialog>(), nullptr);
}

TEST_F(Menu, AboutSaysVersionMachineCitationAndLicences) {
  choose(window->main_menu()->help(), window->actions().about);
  auto* dialog = shown<AboutDialog>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_FALSE(dialog->isModal());
  QString all;
  for (const QLabel* label : dialog->findChildren<QLabel*>()) all += label->text() + '\n';
  for (const char* word : {"Version", "threads", "arXiv:2411.11022", "GPL-3.0-or-later", "LibTorch"})
    EXPECT_TRUE(all.contains(QLatin1String(word))) << word;
  EXPECT_EQ(machine_text({4, "AVX2"}).toStdString().substr(0, 15), "4 threads, AVX2");
  QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("copy_citation")), Qt::LeftButton);
  EXPECT_THAT(QApplication::clipboard()->text().toStdString(), testing::HasSubstr("ASiM: Modeling"));
  dialog->close();
}

TEST_F(Menu, CloseCloses) {
  QTest::keyClick(window.get(), Qt::Key_Q, Qt::ControlModifier);
  EXPECT_FALSE(window->isVisible());
}

TEST(UserGuide, IsFoundInstalledOrBesideTheSources) {
  const test::TemporaryFolder folder;
  const QString root = QString::fromStdString(folder.path().string());
  QDir(root).mkpath(QStringLiteral("share/doc/acim-explorer/user-guide"));
  QDir(root).mkpath(QStringLiteral("bin"));
  const QStringList folders = user_guide_folders(root + QStringLiteral("/bin"));
  EXPECT_TRUE(user_guide_in(folders).isEmpty());
  QFile page(root + QStringLiteral("/share/doc/acim-explorer/user-guide/README.md"));
  ASSERT_TRUE(page.open(QIODevice::WriteOnly));
  page.close();
  EXPECT_TRUE(user_guide_in(folders).toLocalFile().endsWith(QStringLiteral("user-guide/README.md")));
}

/// Addresses of pictures and links of a Markdown text that lead to files, without their anchors.
QStringList files_named_in(const QString& markdown) {
  static const QRegularExpression link(QStringLiteral("\\]\\(([^)#]+)[^)]*\\)"));
  QStringList files;
  for (const QRegularExpressionMatch& match : link.globalMatch(markdown)) {
    if (!match.captured(1).contains(QStringLiteral("://"))) files << match.captured(1);
  }
  return files;
}

TEST(UserGuide, LinksLeadToFilesThatAreThere) {
  const QDir documents(QString::fromStdString((test::source_folder() / "docs").string()));
  int links = 0;
  for (const QString& below : {QString(), QStringLiteral("user-guide")}) {
    const QDir folder(documents.filePath(below));
    for (const QString& name : folder.entryList({QStringLiteral("*.md")})) {
      QFile document(folder.filePath(name));
      ASSERT_TRUE(document.open(QIODevice::ReadOnly)) << name.toStdString();
      for (const QString& file : files_named_in(QString::fromUtf8(document.readAll()))) {
        EXPECT_TRUE(QFileInfo::exists(folder.filePath(file))) << name.toStdString() << " names " << file.toStdString();
        ++links;
      }
    }
  }
  EXPECT_GT(links, 20);
}

/// Keeps what the desktop was asked to open.
class Desktop : public QObject {
  Q_OBJECT
 public Q_SLOTS:
  void open(const QUrl& url) { opened = url; }

 public:
  QUrl opened;
};

/// A variable of the environment as it was before.
class Kept {
 public:
  explicit Kept(const char* name) : name_(name), set_(qEnvironmentVariableIsSet(name)), value_(qgetenv(name)) {}
  ~Kept() { set_ ? qputenv(name_, value_) : qunsetenv(name_); }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;

 private:
  const char* name_;
  bool set_;
  QByteArray value_;
};

TEST_F(Menu, UserGuideOpensOrTheWindowSaysWhereItIs) {
  const Kept path("PATH");
  const Kept browser("BROWSER");
  ASSERT_FALSE(user_guide_in(user_guide_folders(QApplication::applicationDirPath())).isEmpty());
  for (const bool known : {true, false}) {
    qputenv("PATH", "/nowhere");
    qputenv("BROWSER", known ? "/nowhere/browser" : "");
    Desktop desktop;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &desktop, "open");
    choose(window->main_menu()->help(), window->actions().user_guide);
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    EXPECT_TRUE(desktop.opened.isValid());
    // Without a browser the desktop takes the address and shows nothing: then the path is said, too.
    EXPECT_EQ(window->chart_panel()->banner()->isVisible(), !known);
  }
}

}  // namespace
}  // namespace acim::ui

#include "menu_test.moc"
