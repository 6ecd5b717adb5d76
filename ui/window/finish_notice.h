#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <chrono>
#include <functional>
#include <utility>

namespace acim::ui {

class StudyController;

/// Tells the user who looks at something else that a long sweep is over: the window is marked where the desktop lists
/// windows, and the desktop notifies (org.freedesktop.Notifications), where it can. Only sweeps that end by themselves.
class FinishNotice : public QObject {
  Q_OBJECT

 public:
  /// How the desktop notifies; returns at once.
  using Notify = std::function<void(const QString& title, const QString& text)>;
  /// What takes less is waited for.
  static constexpr std::chrono::seconds kWorthTelling{60};

  /// Of the sweeps of `controller`, which `window` shows; both outlive it.
  FinishNotice(const StudyController* controller, QWidget* window);
  void set_notify(Notify notify) { notify_ = std::move(notify); }
  void set_worth_telling(std::chrono::milliseconds least) { worth_telling_ = least; }

 private:
  void look();

  const StudyController* controller_;
  QWidget* window_;
  Notify notify_;
  std::chrono::milliseconds worth_telling_ = kWorthTelling;
  QElapsedTimer since_start_;  ///< invalid: no sweep runs that was not told of
};

}  // namespace acim::ui
