#include "ui/window/about_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSysInfo>
#include <QVBoxLayout>
#include <array>

namespace acim::ui {

namespace {

struct Component {
  const char* name;
  const char* licence;
};

/// What the program stands on; the licences are those of the packages.
constexpr std::array<Component, 13> kComponents = {{
    {"Qt 6 (Widgets, SVG)", "LGPL-3.0"},
    {"Qt Charts", "GPL-3.0"},
    {"LibTorch", "BSD-3-Clause"},
    {"OpenBLAS", "BSD-3-Clause"},
    {"OpenCV", "Apache-2.0"},
    {"SQLite, SQLiteCpp", "public domain, MIT"},
    {"OpenSSL", "Apache-2.0"},
    {"libarchive, libcurl", "BSD-2-Clause, curl"},
    {"CLI11", "BSD-3-Clause"},
    {"nlohmann/json", "MIT"},
    {"fmt", "MIT"},
    {"Highway", "Apache-2.0, BSD-3-Clause"},
    {"Inter, DejaVu", "OFL-1.1, Bitstream Vera"},
}};

QLabel* paragraph(const QString& text, const Theme* theme, TextRole role = TextRole::body) {
  auto* label = new QLabel(text);
  label->setFont(theme->font(role));
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return label;
}

QLabel* heading(const QString& text, const Theme* theme) {
  auto* label = new QLabel(text);
  label->setFont(theme->font(TextRole::strong));
  label->setContentsMargins(0, 12, 0, 0);
  return label;
}

QWidget* component_table(const Theme* theme) {
  auto* box = new QWidget;
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(2);
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const Component& component : kComponents) {
    QLabel* licence = paragraph(QLatin1String(component.licence), theme, TextRole::small);
    licence->setProperty("kind", "quiet");
    grid->addWidget(paragraph(QLatin1String(component.name), theme, TextRole::small), row, 0);
    grid->addWidget(licence, row++, 1);
  }
  return box;
}

}  // namespace

QString machine_text(const MachineText& machine) {
  QStringList parts{QCoreApplication::translate("AboutDialog", "%n threads", nullptr, machine.threads)};
  if (!machine.instruction_set.isEmpty()) parts << machine.instruction_set;
  parts << QSysInfo::currentCpuArchitecture() << QSysInfo::prettyProductName();
  return parts.join(QStringLiteral(", "));
}

QString citation_text() {
  return QStringLiteral(
             "ACiM Explorer, version %1: accuracy and energy of SRAM analog compute-in-memory macros.\n\n"
             "Zhang, Ando, Chen, Yoshioka, “ASiM: Modeling and Analyzing Inference Accuracy of SRAM-Based "
             "Analog CiM Circuits,” IEEE Transactions on Very Large Scale Integration (VLSI) Systems, 2025. "
             "arXiv:2411.11022.")
      .arg(QApplication::applicationVersion());
}

AboutDialog::AboutDialog(const MachineText& machine, const Theme* theme, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("About ACiM Explorer"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* sheet = new QFrame;
  sheet->setProperty("kind", "panel");
  auto* column = new QVBoxLayout(sheet);
  column->setContentsMargins(24, 20, 24, 20);
  column->setSpacing(6);
  auto* mark = new QLabel;
  mark->setPixmap(QIcon(QStringLiteral(":/icons/application.svg")).pixmap(QSize(48, 48), devicePixelRatioF()));
  auto* name = new QLabel(tr("ACiM Explorer"));
  name->setFont(theme->font(TextRole::readout));
  QLabel* version =
      paragraph(tr("Version %1, Qt %2").arg(QApplication::applicationVersion(), QLatin1String(qVersion())), theme);
  version->setProperty("kind", "quiet");
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(name);
  words->addWidget(version);
  auto* head = new QHBoxLayout;
  head->setSpacing(16);
  head->addWidget(mark);
  head->addLayout(words, 1);
  column->addLayout(head);

  column->addWidget(heading(tr("This machine"), theme));
  QLabel* runs_on = paragraph(machine_text(machine), theme);
  runs_on->setObjectName(QStringLiteral("machine"));
  column->addWidget(runs_on);
  column->addWidget(heading(tr("How to cite"), theme));
  QLabel* citation = paragraph(citation_text(), theme);
  citation->setObjectName(QStringLiteral("citation"));
  column->addWidget(citation);
  auto* copy = new QPushButton(tr("Copy citation"));
  copy->setIcon(theme->icon(QStringLiteral("copy")));
  copy->setObjectName(QStringLiteral("copy_citation"));
  connect(copy, &QPushButton::clicked, this, [] { QApplication::clipboard()->setText(citation_text()); });
  column->addSpacing(4);
  column->addWidget(copy, 0, Qt::AlignLeft);
  column->addWidget(heading(tr("Licences"), theme));
  column->addWidget(paragraph(tr("ACiM Explorer is free software: GNU General Public License, version 3 or later "
                                 "(GPL-3.0-or-later). It comes without any warranty. It stands on"),
                              theme));
  column->addWidget(component_table(theme));
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(sheet);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addWidget(scroll);
  resize(520, 640);
}

}  // namespace acim::ui
