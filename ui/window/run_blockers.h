#pragma once

#include <QObject>

class QDockWidget;

namespace acim::ui {

class Banner;
class MacroForm;
class Parameters;
class SweepBar;

/// Says why Run starts nothing: a knob that contradicts another, which may be folded, searched or scrolled away, or a
/// sweep that cannot be read; with a way there.
class RunBlockers : public QObject {
  Q_OBJECT

 public:
  RunBlockers(MacroForm* form, QDockWidget* dock, const Parameters* parameters, SweepBar* sweep, Banner* banner,
              QObject* parent);

  /// Whether anything is in the way.
  bool blocked() const;
  /// False, silently, when nothing is in the way.
  bool say();
  /// Takes the message back once it is mended; what else is in the way is said in its place.
  void update();

 private:
  MacroForm* form_;
  QDockWidget* dock_;
  const Parameters* parameters_;
  SweepBar* sweep_;
  Banner* banner_;
  QString said_;  ///< the message that stands in the banner
};

}  // namespace acim::ui
