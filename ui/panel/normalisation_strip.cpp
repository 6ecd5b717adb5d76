#include "ui/panel/normalisation_strip.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/panel/dock_head.h"

namespace acim::ui {

namespace {

struct KnownNormalisation {
  const char* name;
  const char* mean;
  const char* deviation;
};

/// What networks are usually trained with: torchvision's models, the data set's own figures, and plain scalings.
constexpr KnownNormalisation kKnown[] = {
    {QT_TRANSLATE_NOOP("NormalisationStrip", "ImageNet"), "0.485, 0.456, 0.406", "0.229, 0.224, 0.225"},
    {QT_TRANSLATE_NOOP("NormalisationStrip", "CIFAR-10"), "0.4914, 0.4822, 0.4465", "0.2470, 0.2435, 0.2616"},
    {QT_TRANSLATE_NOOP("NormalisationStrip", "0 … 1 to −1 … 1"), "0.5, 0.5, 0.5", "0.5, 0.5, 0.5"},
    {QT_TRANSLATE_NOOP("NormalisationStrip", "0 … 1 as it is"), "0, 0, 0", "1, 1, 1"}};

struct Words {
  Q_DECLARE_TR_FUNCTIONS(NormalisationStrip)
};

}  // namespace

std::optional<std::vector<float>> channel_values(const QString& text) {
  const QStringList parts = text.split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts);
  std::vector<float> values;
  for (const QString& part : parts) {
    bool is_number = false;
    const float value = QLocale::c().toFloat(part, &is_number);
    if (!is_number || !std::isfinite(value)) return std::nullopt;
    values.push_back(value);
  }
  return values.size() == 3 ? std::optional(values) : std::nullopt;
}

NormalisationStrip::NormalisationStrip(const Theme* theme, QWidget* parent)
    : QFrame(parent), title_(new QLabel), open_(new QToolButton), problem_(new QLabel) {
  setProperty("kind", "banner-info");
  setObjectName(QStringLiteral("normalisation_strip"));
  title_->setTextFormat(Qt::PlainText);
  title_->setFont(theme->font(TextRole::strong));
  title_->setWordWrap(true);
  auto* text =
      new QLabel(tr("Its file does not say. Choose what it was trained with, or type mean and standard deviation "
                    "of red, green and blue, of pixels from 0 to 1."));
  text->setFont(theme->font(TextRole::small));
  text->setWordWrap(true);
  mean_ = field(tr("Mean"), kKnown[0].mean);
  deviation_ = field(tr("Standard deviation"), kKnown[0].deviation);
  problem_->setProperty("kind", "error");
  problem_->setFont(theme->font(TextRole::small));
  problem_->setWordWrap(true);
  problem_->hide();

  auto* known = new QHBoxLayout;
  known->setSpacing(8);
  for (const KnownNormalisation& one : kKnown) {
    auto* button = new QToolButton;
    button->setText(Words::tr(one.name));
    button->setAccessibleName(button->text());
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, &one] {
      mean_->setText(QString::fromLatin1(one.mean));
      deviation_->setText(QString::fromLatin1(one.deviation));
      for (QLineEdit* field : {mean_, deviation_}) field->setCursorPosition(0);  // Else a narrow one shows its end.
      open_->setFocus(Qt::OtherFocusReason);
    });
    known->addWidget(button);
  }
  known->addStretch(1);

  open_->setProperty("kind", "primary");
  open_->setText(tr("Open"));
  open_->setAccessibleName(tr("Open the network with this normalisation"));
  open_->setFocusPolicy(Qt::StrongFocus);
  connect(open_, &QToolButton::clicked, this, &NormalisationStrip::submit);
  // The choice of a known one leaves the focus there.
  for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
    auto* enter = new QShortcut(key, open_);
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, &NormalisationStrip::submit);
  }
  auto* typed = new QGridLayout;
  typed->setSpacing(8);
  typed->setColumnStretch(3, 1);
  for (QLineEdit* one : {mean_, deviation_}) {
    auto* name = new QLabel(one->accessibleName());
    name->setFont(theme->font(TextRole::small));
    const int row = typed->count() / 2;
    typed->addWidget(name, row, 0);
    typed->addWidget(one, row, 1);
  }
  typed->addWidget(open_, 1, 2);

  QToolButton* close = make_close_button(tr("Close this message"), *theme);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  auto* words = new QVBoxLayout;
  words->setSpacing(8);
  words->addWidget(title_);
  words->addWidget(text);
  words->addLayout(known);
  words->addLayout(typed);
  words->addWidget(problem_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 12, 8, 12);
  layout->setSpacing(8);
  layout->addLayout(words, 1);
  layout->addWidget(close, 0, Qt::AlignTop);
  setAccessibleName(tr("Normalisation of the images"));
  hide();
}

QLineEdit* NormalisationStrip::field(const QString& name, const char* example) {
  auto* made = new QLineEdit;
  made->setAccessibleName(name);
  made->setPlaceholderText(QString::fromLatin1(example));
  made->setMinimumWidth(184);
  made->setMaximumWidth(240);
  connect(made, &QLineEdit::textChanged, this, [this] { problem_->hide(); });
  connect(made, &QLineEdit::returnPressed, this, &NormalisationStrip::submit);
  return made;
}

void NormalisationStrip::ask(const QString& network) {
  title_->setText(tr("How were the images of %1 normalised?").arg(network));
  setAccessibleDescription(title_->text());
  problem_->hide();
  show();
  mean_->setFocus(Qt::OtherFocusReason);
}

void NormalisationStrip::submit() {
  const auto mean = channel_values(mean_->text());
  const auto deviation = channel_values(deviation_->text());
  const bool positive = deviation && std::ranges::all_of(*deviation, [](float value) { return value > 0; });
  if (mean && positive) {
    hide();
    Q_EMIT given(*mean, *deviation);
    return;
  }
  problem_->setText(tr("Three numbers each, such as 0.485, 0.456, 0.406; standard deviations are above 0."));
  problem_->show();
  (mean ? deviation_ : mean_)->setFocus(Qt::OtherFocusReason);
}

}  // namespace acim::ui
