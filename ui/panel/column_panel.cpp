#include "ui/panel/column_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

#include "ui/chart/column_view.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr int kPlacesHeight = 260;  ///< below it there is room for the picture alone

QToolButton* icon_button(const Theme* theme, const char* icon, const QString& name) {
  auto* button = new QToolButton;
  button->setProperty("kind", "icon");
  button->setIcon(theme->icon(QLatin1String(icon)));
  button->setToolTip(name);
  button->setAccessibleName(name);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

ColumnPanel::ColumnPanel(ColumnModel* model, bool whole, const Theme* theme, QWidget* parent)
    : QFrame(parent),
      model_(model),
      whole_(whole),
      theme_(theme),
      view_(new ColumnView(model, theme)),
      badge_(new QLabel(this)),
      pair_(new QLabel),
      previous_(icon_button(theme, "previous", tr("The pair before"))),
      next_(icon_button(theme, "next", tr("The next pair"))),
      image_(new QSpinBox),
      part_(new QSpinBox),
      part_box_(new QWidget),
      output_(new QSpinBox),
      position_(new QSpinBox),
      chunk_(new QSpinBox) {
  setProperty("kind", "panel");
  setAccessibleName(tr("Column view"));
  places_ = make_places(theme);
  auto* rule = new QFrame;
  rule->setProperty("kind", "rule");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addWidget(make_head(theme));
  layout->addWidget(rule);
  layout->addWidget(places_);
  layout->addWidget(view_, 1);
  connect(previous_, &QToolButton::clicked, this, [this] { model_->step(-1); });
  connect(next_, &QToolButton::clicked, this, [this] { model_->step(1); });
  connect(model_, &ColumnModel::changed, this, &ColumnPanel::show_place);
  show_place();
}

QWidget* ColumnPanel::make_head(const Theme* theme) {
  auto* title = new QLabel(tr("Column view"));
  title->setFont(theme->font(TextRole::strong));
  badge_->setProperty("kind", "badge-neutral");
  badge_->setFont(theme->font(TextRole::caption_strong));
  badge_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  pair_->setFont(theme->font(TextRole::small));
  pair_->setAlignment(Qt::AlignCenter);
  pair_->setMinimumWidth(whole_ ? 56 : 40);
  auto* expand =
      icon_button(theme, whole_ ? "chart" : "fit", whole_ ? tr("Back to the charts") : tr("Look at it large"));
  expand->setObjectName(QStringLiteral("expand"));
  connect(expand, &QToolButton::clicked, this, &ColumnPanel::expand_wanted);
  auto* head_box = new QWidget;
  head_box->setFixedHeight(36);
  auto* head = new QHBoxLayout(head_box);
  head->setContentsMargins(16, 0, 8, 0);
  head->setSpacing(4);
  head->addWidget(title);
  head->addSpacing(4);
  if (whole_) head->addWidget(badge_);
  head->addStretch(1);
  head->addWidget(previous_);
  head->addWidget(pair_);
  head->addWidget(next_);
  head->addWidget(expand);
  if (!whole_) {
    auto* close = icon_button(theme, "close", tr("Hide the column view"));
    connect(close, &QToolButton::clicked, this, &ColumnPanel::close_wanted);
    head->addWidget(close);
  }
  return head_box;
}

QWidget* ColumnPanel::make_places(const Theme* theme) {
  auto* box = new QWidget;
  auto* layout = new QHBoxLayout(box);
  layout->setContentsMargins(16, 12, 16, 8);
  layout->setSpacing(8);
  const auto add = [&](QSpinBox* field, const QString& name, const QString& meaning, QWidget* group) {
    auto* inner = new QVBoxLayout(group);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(2);
    auto* label = new QLabel(name);
    label->setProperty("kind", "quiet");
    label->setFont(theme->font(TextRole::caption));
    inner->addWidget(label);
    inner->addWidget(field);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    field->setKeyboardTracking(false);
    field->setAccessibleName(name);
    field->setAccessibleDescription(meaning);
    field->setToolTip(meaning);
    field->setMinimumWidth(44);
    field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(group, 1);
    connect(field, &QSpinBox::valueChanged, this, &ColumnPanel::go);
  };
  add(image_, tr("Image"), tr("Which image of the set, from 0"), new QWidget);
  add(part_, tr("Part"), tr("Which head of a product of activations, from 0"), part_box_);
  add(output_, tr("Output"), tr("Which output channel, from 0"), new QWidget);
  add(position_, tr("Position"), tr("Which position of the output, from 0"), new QWidget);
  add(chunk_, tr("Chunk"), tr("Which piece of the sum: each has a conversion of its own"), new QWidget);
  return box;
}

void ColumnPanel::show_place() {
  const ColumnPlace& place = model_->place();
  const auto show = [](QSpinBox* field, std::int64_t value, std::int64_t count) {
    const QSignalBlocker quiet(field);
    const auto most = std::min<std::int64_t>(std::max<std::int64_t>(count, 1) - 1, std::numeric_limits<int>::max());
    field->setRange(0, static_cast<int>(most));
    field->setValue(static_cast<int>(std::min(value, most)));
    field->setEnabled(count > 1);
  };
  show(image_, place.image, model_->images());
  show(part_, place.part, model_->parts());
  show(output_, place.output, model_->outputs());
  show(position_, place.position, model_->positions());
  show(chunk_, place.chunk, model_->chunks());
  part_box_->setVisible(model_->parts() > 1);
  const TracedConversion* one = model_->conversion();
  pair_->setText(one != nullptr ? tr("%1 × %2").arg(one->weight_bit).arg(one->cycle) : QStringLiteral("–"));
  pair_->setToolTip(tr("Weight bit × activation cycle"));
  pair_->setAccessibleName(pair_->toolTip());
  previous_->setEnabled(one != nullptr);
  next_->setEnabled(one != nullptr);
  const cost::LayerWork* layer = model_->layer();
  const QString name = layer != nullptr ? QString::fromStdString(layer->name) : QString();
  badge_->setVisible(whole_ && layer != nullptr);
  badge_->setText(name);
  setToolTip(name);
  setAccessibleDescription(view_->words());
}

void ColumnPanel::go() {
  ColumnPlace place = model_->place();
  place.image = image_->value();
  place.part = part_->value();
  place.output = output_->value();
  place.position = position_->value();
  place.chunk = chunk_->value();
  model_->set_place(place);
}

void ColumnPanel::fit() {
  places_->setVisible(whole_ || height() >= kPlacesHeight);
}

void ColumnPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit();
}

}  // namespace acim::ui
