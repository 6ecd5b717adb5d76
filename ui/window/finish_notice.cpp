#include "ui/window/finish_notice.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>
#include <QWidget>

#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"
#include "ui/model/study_controller.h"

namespace acim::ui {

namespace {

/// Without an answer: a desktop that cannot do it does nothing.
void notify_by_desktop(const QString& title, const QString& text) {
  // Else a bus would be started, and waited for.
  if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) return;
  const QString service = QStringLiteral("org.freedesktop.Notifications");
  QDBusMessage message = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"),
                                                        service, QStringLiteral("Notify"));
  constexpr uint kNew = 0;
  constexpr int kAsTheDesktopLikes = -1;
  const QVariantMap hints = {{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
  message << QCoreApplication::applicationName() << kNew << QGuiApplication::desktopFileName() << title
          << text.toHtmlEscaped() << QStringList() << hints << kAsTheDesktopLikes;
  QDBusConnection::sessionBus().send(message);
}

}  // namespace

FinishNotice::FinishNotice(const StudyController* controller, QWidget* window)
    : QObject(window), controller_(controller), window_(window), notify_(notify_by_desktop) {
  connect(controller, &StudyController::run_started, this, [this] { since_start_.start(); });
  connect(controller, &StudyController::state_changed, this, &FinishNotice::look);
}

void FinishNotice::look() {
  if (!since_start_.isValid() || controller_->is_active()) return;
  const std::chrono::milliseconds taken(since_start_.elapsed());
  since_start_.invalidate();
  if (controller_->state() != StudyState::finished || taken < worth_telling_ || window_->isActiveWindow()) return;
  QApplication::alert(window_);
  const double seconds = std::chrono::duration<double>(taken).count();
  notify_(tr("The sweep is finished"),
          tr("Accuracy against %1, after %2").arg(axis_label(controller_->spec().x.key), time_text(seconds)));
}

}  // namespace acim::ui
