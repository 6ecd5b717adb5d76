#pragma once

#include <QDialog>

#include "ui/theme/theme.h"

namespace acim::ui {

/// What runs here: threads of the worker pool and the instruction set of the array's kernels ("" while none is known).
struct MachineText {
  int threads = 0;
  QString instruction_set;
};

/// The machine, in words: "4 threads, AVX2, x86_64, Debian GNU/Linux 12".
QString machine_text(const MachineText& machine);
/// How to cite the tool and the model it implements, as plain text.
QString citation_text();

/// Version, machine, how to cite, licences; not modal.
class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  AboutDialog(const MachineText& machine, const Theme* theme, QWidget* parent);
};

}  // namespace acim::ui
