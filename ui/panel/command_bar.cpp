#include "ui/panel/command_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "ui/model/image_fetch.h"
#include "ui/model/parameter_text.h"
#include "ui/model/rich_text.h"
#include "ui/model/subject_text.h"
#include "ui/panel/picker_button.h"
#include "ui/panel/preset_picker.h"

namespace acim::ui {

namespace {

constexpr int kNarrowestPicker = 88;   ///< of a value that is cut
constexpr int kPickerWithWords = 140;  ///< so wide pickers stay while buttons have words

QFrame* upright() {
  auto* rule = new QFrame;
  rule->setProperty("kind", "upright");
  rule->setFixedHeight(20);
  return rule;
}

}  // namespace

CommandBar::CommandBar(const CommandActions& actions, const QStringList& architectures, const Theme* theme,
                       QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      menu_(new QToolButton),
      network_(new PickerButton(tr("Network"), theme)),
      images_(new PickerButton(tr("Images"), theme)),
      presets_(new PresetPicker(&cost::built_in_presets(), theme)),
      name_(new QLabel(tr("ACiM Explorer"))),
      pause_(button(actions.pause, "")),
      stop_(button(actions.stop, "")),
      export_(new QToolButton),
      lesson_(button(actions.lesson, "ghost")),
      theme_button_(new QToolButton) {
  setProperty("kind", "bar");
  setFixedHeight(52);
  setAccessibleName(tr("Commands"));
  menu_->setProperty("kind", "icon");
  menu_->setObjectName(QStringLiteral("menu"));
  menu_->setIcon(theme->icon(QStringLiteral("menu"), IconInk::plain));
  menu_->setToolTip(tr("Menu (F10)"));
  menu_->setAccessibleName(tr("Menu"));
  menu_->setPopupMode(QToolButton::InstantPopup);
  menu_->setFocusPolicy(Qt::StrongFocus);
  auto* mark = new QLabel;
  mark->setPixmap(QIcon(QStringLiteral(":/icons/application.svg")).pixmap(QSize(22, 22), devicePixelRatioF()));
  name_->setFont(theme->font(TextRole::strong));
  fill_network_menu(architectures);
  fill_images_menu();

  export_->setProperty("kind", "ghost");
  export_->setText(tr("Export"));
  export_->setIcon(theme->icon(QStringLiteral("export"), IconInk::plain));
  export_->setIconSize({20, 16});
  export_->setToolTip(tr("Save or copy what the chart shows"));
  export_->setAccessibleName(tr("Export"));
  auto* export_menu = new QMenu(export_);
  export_menu->addActions({actions.export_csv, actions.export_png, actions.export_folder});
  export_menu->addSeparator();
  export_menu->addActions({actions.copy_picture, actions.copy_data, actions.copy_command});
  export_menu->addSeparator();
  export_menu->addAction(actions.save_study);
  export_->setMenu(export_menu);

  theme_button_->setProperty("kind", "icon");
  theme_button_->setToolTip(tr("Light, dark or as the system"));
  theme_button_->setAccessibleName(tr("Theme"));
  auto* theme_menu = new QMenu(theme_button_);
  theme_menu->addActions({actions.theme_system, actions.theme_light, actions.theme_dark});
  theme_button_->setMenu(theme_menu);
  for (QToolButton* opener : {export_, theme_button_}) {
    opener->setPopupMode(QToolButton::InstantPopup);
    opener->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    opener->setFocusPolicy(Qt::StrongFocus);
  }
  const auto show_theme = [this] {
    theme_button_->setIcon(theme_->icon(theme_->is_dark() ? QStringLiteral("moon") : QStringLiteral("sun")));
  };
  connect(theme_, &Theme::changed, this, show_theme);
  show_theme();
  theme_button_->setToolButtonStyle(Qt::ToolButtonIconOnly);

  for (PickerButton* picker : std::initializer_list<PickerButton*>{network_, images_, presets_}) {
    picker->setMinimumWidth(kNarrowestPicker);
  }
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 0, 12, 0);
  layout->setSpacing(8);
  layout->addWidget(menu_);
  layout->addWidget(mark);
  layout->addWidget(name_);
  layout->addSpacing(4);
  layout->addWidget(upright());
  layout->addSpacing(4);
  layout->addWidget(network_);
  layout->addWidget(images_);
  layout->addWidget(presets_);
  layout->addSpacing(4);
  layout->addWidget(upright());
  layout->addSpacing(4);
  layout->addWidget(button(actions.run, "primary"));
  layout->addWidget(pause_);
  layout->addWidget(stop_);
  layout->addStretch(1);
  layout->addWidget(button(actions.undo, "icon"));
  layout->addWidget(button(actions.redo, "icon"));
  layout->addWidget(upright());
  layout->addWidget(export_);
  layout->addWidget(lesson_);
  layout->addWidget(theme_button_);
}

QToolButton* CommandBar::button(QAction* action, const char* kind) {
  auto* made = new QToolButton;
  made->setProperty("kind", QString::fromLatin1(kind));
  made->setDefaultAction(action);
  made->setObjectName(action->objectName());
  made->setFocusPolicy(Qt::StrongFocus);
  made->setFont(theme_->font(TextRole::value));
  const bool icon_only = QLatin1String(kind) == QLatin1String("icon");
  made->setToolButtonStyle(icon_only ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  made->setIconSize({icon_only ? 16 : 20, 16});
  made->setAccessibleName(action->text());
  // Pause becomes Continue.
  connect(action, &QAction::changed, made, [made, action] { made->setAccessibleName(action->text()); });
  return made;
}

void CommandBar::fill_network_menu(const QStringList& architectures) {
  auto* menu = new QMenu(network_);
  connect(menu->addAction(tr("Demo network")), &QAction::triggered, this,
          [this] { Q_EMIT network_chosen(QStringLiteral("demo"), {}); });
  menu->addSeparator();
  connect(menu->addAction(theme_->icon(QStringLiteral("folder")), tr("Open TorchScript file…")), &QAction::triggered,
          this, [this] { choose_network_file({}); });
  if (!architectures.isEmpty()) {
    QMenu* weights = menu->addMenu(theme_->icon(QStringLiteral("file")), tr("Open weights into"));
    for (const QString& architecture : architectures) {
      connect(weights->addAction(architecture + QStringLiteral("…")), &QAction::triggered, this,
              [this, architecture] { choose_network_file(architecture); });
    }
  }
  network_->setMenu(menu);
  network_->setToolTip(tr("The network whose accuracy is measured"));
}

void CommandBar::fill_images_menu() {
  auto* menu = new QMenu(images_);
  connect(menu->addAction(tr("Demo images")), &QAction::triggered, this,
          [this] { Q_EMIT images_chosen(QStringLiteral("demo")); });
  menu->addSeparator();
  for (const char* kind : {"cifar10", "cifar100"}) {
    const QString name =
        QLatin1String(kind) == QLatin1String("cifar10") ? QStringLiteral("CIFAR-10") : QStringLiteral("CIFAR-100");
    const QString prefix = QString::fromLatin1(kind);
    connect(menu->addAction(theme_->icon(QStringLiteral("file")), tr("%1 file or archive…").arg(name)),
            &QAction::triggered, this, [this, prefix] { choose_images(prefix, false); });
    connect(menu->addAction(theme_->icon(QStringLiteral("folder")), tr("%1 folder…").arg(name)), &QAction::triggered,
            this, [this, prefix] { choose_images(prefix, true); });
  }
  menu->addSeparator();
  connect(menu->addAction(theme_->icon(QStringLiteral("folder")), tr("Photographs, a folder for each class…")),
          &QAction::triggered, this, [this] { choose_images(QStringLiteral("imagenet"), true); });
  connect(menu->addAction(theme_->icon(QStringLiteral("folder")), tr("Photographs and a table of their labels…")),
          &QAction::triggered, this, &CommandBar::choose_labelled_images);
  menu->addSeparator();
  QMenu* count = menu->addMenu(tr("Images used"));
  for (const qint64 number : {qint64{0}, qint64{100}, qint64{300}, qint64{1000}, qint64{3000}, qint64{10000}}) {
    const QString text = number == 0 ? tr("All") : tr("The first %1").arg(count_text(number));
    connect(count->addAction(text), &QAction::triggered, this, [this, number] { Q_EMIT image_count_chosen(number); });
  }
  images_->setMenu(menu);
  images_->setToolTip(tr("The images it is measured on"));
}

void CommandBar::offer_images(ImageFetch* fetch) {
  QMenu* menu = images_->menu();
  QAction* const before = menu->actions().value(1);  // The line below the demo images.
  for (const FetchableImages& set : fetch->sets()) {
    const QString size = QLocale().toString(static_cast<double>(set.bytes) / 1e6, 'f', 0);
    auto* get = new QAction(theme_->icon(QStringLiteral("download")),
                            tr("Get %1 (%2 MB)").arg(QString::fromStdString(set.title), size), menu);
    connect(get, &QAction::triggered, fetch, [fetch, name = set.name] { fetch->start(name); });
    connect(fetch, &ImageFetch::changed, get,
            [get, fetch] { get->setEnabled(fetch->state() != FetchState::fetching); });
    menu->insertAction(before, get);
  }
  connect(fetch, &ImageFetch::fetched, this, &CommandBar::images_chosen);
}

void CommandBar::choose_network_file(const QString& architecture) {
  auto* dialog = new QFileDialog(window(), tr("Open a network"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters(architecture.isEmpty()
                             ? QStringList{tr("TorchScript (*.pt *.ts)"), tr("All files (*)")}
                             : QStringList{tr("Weights (*.pth *.th *.pt *.safetensors)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, architecture](const QString& path) { Q_EMIT network_chosen(path, architecture); });
  dialog->open();
}

void CommandBar::open_images_menu() {
  images_->menu()->popup(images_->mapToGlobal(images_->rect().bottomLeft()));
}

void CommandBar::choose_images(const QString& kind, bool folder) {
  auto* dialog = new QFileDialog(window(), tr("Open images"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, kind](const QString& path) { Q_EMIT images_chosen(kind + ':' + path); });
  dialog->open();
}

void CommandBar::choose_labelled_images() {
  auto* folders = new QFileDialog(window(), tr("Open the folder of photographs"));
  folders->setAttribute(Qt::WA_DeleteOnClose);
  folders->setFileMode(QFileDialog::Directory);
  connect(folders, &QFileDialog::fileSelected, this, [this](const QString& folder) {
    auto* tables = new QFileDialog(window(), tr("Open the table of their labels"), folder);
    tables->setAttribute(Qt::WA_DeleteOnClose);
    tables->setFileMode(QFileDialog::ExistingFile);
    tables->setNameFilters({tr("Table of file and class (*.csv)"), tr("All files (*)")});
    connect(tables, &QFileDialog::fileSelected, this, [this, folder](const QString& table) {
      Q_EMIT images_chosen(QStringLiteral("imagenet:%1,labels=%2").arg(folder, table));
    });
    tables->open();
  });
  folders->open();
}

void CommandBar::show_subject(const StudySubject& subject) {
  network_->set_value(network_name(subject));
  network_->setToolTip(
      plain_tip(tr("The network whose accuracy is measured: %1").arg(QString::fromStdString(subject.network))));
  images_->set_value(images_name(subject));
  images_->setToolTip(plain_tip(tr("The images it is measured on: %1").arg(QString::fromStdString(subject.dataset))));
}

void CommandBar::set_main_menu(QMenu* menu) {
  menu_->setMenu(menu);
  auto* open = new QAction(tr("Menu"), this);
  open->setShortcut(QKeySequence(Qt::Key_F10));
  addAction(open);
  // Not showMenu(), which returns only when the menu is closed.
  connect(open, &QAction::triggered, menu, [this, menu] {
    menu->popup(menu_->mapToGlobal(menu_->rect().bottomLeft()));
    menu->setActiveAction(menu->actions().value(0));
  });
}

void CommandBar::set_compact(bool compact) {
  name_->setVisible(!compact);
  network_->set_caption_shown(!compact);
  images_->set_caption_shown(!compact);
  presets_->set_caption_shown(!compact);
  lesson_->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  setFixedHeight(compact ? 48 : 52);
  fit_words();
}

void CommandBar::fit_words() {
  // As QToolButton reckons it: the words, two spaces and a gap.
  const auto words_width = [](const QToolButton* opener) {
    const QFontMetrics metrics(opener->font());
    return metrics.size(Qt::TextShowMnemonic, opener->text()).width() + 2 * metrics.horizontalAdvance(' ') + 4;
  };
  const std::array<std::vector<QToolButton*>, 2> steps = {{{export_}, {pause_, stop_}}};
  if (layout() == nullptr) return;
  int wanted = layout()->sizeHint().width();
  // A long name of a file may be cut before a word goes.
  for (const QWidget* picker : std::initializer_list<const QWidget*>{network_, images_, presets_}) {
    wanted -= std::max(0, picker->sizeHint().width() - kPickerWithWords);
  }
  for (const auto& step : steps) {
    for (const QToolButton* one : step) {
      if (one->toolButtonStyle() == Qt::ToolButtonIconOnly) wanted += words_width(one);
    }
  }
  for (const auto& step : steps) {
    const bool cut = wanted > width();
    for (QToolButton* one : step) {
      one->setToolButtonStyle(cut ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
      if (cut) wanted -= words_width(one);
    }
  }
}

void CommandBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit_words();
}

bool CommandBar::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) fit_words();
  return QWidget::event(event);
}

}  // namespace acim::ui
