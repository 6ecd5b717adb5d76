#include "ui/panel/trial_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/model/cause_text.h"

namespace acim::ui {

TrialRow::TrialRow(const KnobTrial& trial, bool can_try, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      name_(new QLabel(trial_name(trial))),
      gain_(new QLabel(trial_gain(trial))),
      button_(new QToolButton) {
  name_->setFont(theme->font(TextRole::value));
  name_->setWordWrap(true);
  gain_->setProperty("kind", "quiet");
  gain_->setFont(theme->font(TextRole::small));
  gain_->setWordWrap(true);
  button_->setText(tr("Try it"));
  button_->setAccessibleName(tr("Try %1").arg(name_->text()));
  button_->setAccessibleDescription(gain_->text());
  button_->setToolTip(tr("Set it; Undo takes it back"));
  button_->setFocusPolicy(Qt::StrongFocus);
  button_->setVisible(can_try);
  connect(button_, &QToolButton::clicked, this, &TrialRow::wanted);
  auto* text = new QVBoxLayout;
  text->setSpacing(0);
  text->addWidget(name_);
  text->addWidget(gain_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 4, 0, 4);
  layout->setSpacing(8);
  layout->addLayout(text, 1);
  layout->addWidget(button_);
}

QString TrialRow::words() const {
  return QStringLiteral("%1: %2").arg(name_->text(), gain_->text());
}

}  // namespace acim::ui
