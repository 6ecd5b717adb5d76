#include <gtest/gtest.h>

#include <QApplication>
#include <QLocale>

#include "ui/theme/theme.h"

int main(int argument_count, char** arguments) {
  testing::InitGoogleTest(&argument_count, arguments);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  const QApplication application(argument_count, arguments);
  return RUN_ALL_TESTS();
}
