#include "ui/window/export_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>
#include <span>

#include "base/file.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/confusion_map.h"
#include "ui/model/error_words.h"
#include "ui/model/study_controller.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_sheet.h"
#include "ui/panel/confusion_panel.h"
#include "ui/panel/segments.h"

namespace acim::ui {

namespace {

constexpr QSize kPreviewSize(440, 300);
constexpr int kPreviewDelay = 60;  ///< ms a size rests before it is drawn
constexpr std::array kScales{1, 2, 4};
/// Of the choices after "as in the window": columns of 88 and 180 mm at 96 pixels an inch, and a slide.
constexpr std::array kSizes{QSize(333, 250), QSize(680, 400), QSize(1280, 720)};
constexpr std::array kSuffixes{"png", "svg", "pdf", "csv"};

QString suffix_of(ExportFormat format) {
  return QString::fromLatin1(kSuffixes[static_cast<std::size_t>(format)]);
}

}  // namespace

ExportDialog::ExportDialog(const ChartPanel* panel, ExportSources sources, const Theme* theme, QWidget* parent)
    : QDialog(parent),
      panel_(panel),
      sources_(std::move(sources)),
      theme_(theme),
      views_(new Segments(tr("Chart"), theme)),
      formats_(new Segments(tr("Format"), theme)),
      scales_(new Segments(tr("Scale"), theme)),
      looks_(new Segments(tr("Style"), theme)),
      sizes_(new QComboBox),
      width_(new QSpinBox),
      height_(new QSpinBox),
      preview_(new QLabel),
      note_(new QLabel),
      banner_(new Banner(theme)),
      save_(new QToolButton) {
  setWindowTitle(tr("Export"));
  setAttribute(Qt::WA_DeleteOnClose);
  preview_->setObjectName(QStringLiteral("preview"));
  preview_->setFixedSize(kPreviewSize);
  preview_->setAlignment(Qt::AlignCenter);
  preview_->setAccessibleName(tr("Preview"));
  note_->setProperty("kind", "quiet");
  note_->setFont(theme->font(TextRole::caption));
  note_->setWordWrap(true);
  auto* form = new QGridLayout;
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(8);
  make_form(form);
  save_->setObjectName(QStringLiteral("save_export"));
  save_->setProperty("kind", "primary");
  save_->setText(tr("Save…"));
  save_->setFocusPolicy(Qt::StrongFocus);
  save_->setAccessibleName(tr("Save"));
  connect(save_, &QToolButton::clicked, this, &ExportDialog::ask_path);
  auto* right = new QVBoxLayout;
  right->addLayout(form);
  right->addWidget(note_);
  right->addStretch(1);
  auto* close = new QToolButton;
  close->setObjectName(QStringLiteral("close_export"));
  close->setText(tr("Close"));
  close->setFocusPolicy(Qt::StrongFocus);
  close->setToolTip(tr("Close (Escape); what was saved stays"));
  connect(close, &QToolButton::clicked, this, &QDialog::reject);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  buttons->addStretch(1);
  buttons->addWidget(close);
  buttons->addWidget(save_);
  right->addLayout(buttons);
  auto* row = new QHBoxLayout;
  row->setSpacing(24);
  row->addWidget(preview_);
  row->addLayout(right, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 16);
  layout->setSpacing(12);
  layout->addWidget(banner_);
  layout->addLayout(row);
  preview_timer_.setSingleShot(true);
  preview_timer_.setInterval(kPreviewDelay);
  connect(&preview_timer_, &QTimer::timeout, this, &ExportDialog::show_preview);
  show_format();
  show_preview();
}

void ExportDialog::make_form(QGridLayout* form) {
  int row = 0;
  const auto add = [&](const QString& name, QWidget* field) {
    auto* label = new QLabel(name);
    label->setFont(theme_->font(TextRole::body));
    field->setAccessibleName(name);
    form->addWidget(label, row, 0);
    form->addWidget(field, row++, 1, Qt::AlignLeft);
  };
  for (const QString& name : {tr("Accuracy"), tr("Trade-off"), tr("Energy"), tr("Confusion")}) views_->add(name, name);
  views_->show_choice(static_cast<int>(panel_->view()));
  formats_->add(QStringLiteral("PNG"), tr("Pixels"));
  formats_->add(QStringLiteral("SVG"), tr("Lines; text as outlines, the same on every machine"));
  formats_->add(QStringLiteral("PDF"), tr("Lines; fonts embedded"));
  formats_->add(QStringLiteral("CSV"), tr("The data, with settings and provenance"));
  formats_->show_choice(0);
  for (const int scale : kScales) scales_->add(tr("%1×").arg(scale), tr("%1 device pixels for each pixel").arg(scale));
  scales_->show_choice(1);
  looks_->add(tr("Light"), tr("As the light window"));
  looks_->add(tr("Dark"), tr("For dark slides"));
  looks_->add(tr("Paper"), tr("For print: black on white, stronger lines, told apart without colour"));
  looks_->show_choice(0);
  sizes_->addItems(
      {tr("As in the window"), tr("One column, 88 mm"), tr("Two columns, 180 mm"), tr("Slide"), tr("Own")});
  for (QSpinBox* box : {width_, height_}) {
    box->setRange(ChartSheet::kLeast, ChartSheet::kMost);
    box->setSuffix(tr(" px"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    connect(box, &QSpinBox::valueChanged, this, [this] {
      const QSignalBlocker quiet(sizes_);
      sizes_->setCurrentIndex(sizes_->count() - 1);
      preview_timer_.start();
    });
  }
  add(tr("Chart"), views_);
  add(tr("Format"), formats_);
  add(tr("Size"), sizes_);
  add(tr("Width"), width_);
  add(tr("Height"), height_);
  add(tr("Scale"), scales_);
  add(tr("Style"), looks_);
  take_size(0);
  connect(sizes_, &QComboBox::activated, this, &ExportDialog::take_size);
  connect(formats_, &Segments::picked, this, &ExportDialog::show_format);
  connect(views_, &Segments::picked, this, &ExportDialog::show_format);
  for (Segments* one : {views_, looks_}) connect(one, &Segments::picked, &preview_timer_, qOverload<>(&QTimer::start));
}

void ExportDialog::take_size(int choice) {
  if (choice > static_cast<int>(kSizes.size())) return;
  const QSize size = choice == 0 ? panel_->chart()->size() : kSizes[static_cast<std::size_t>(choice - 1)];
  {
    const QSignalBlocker first(width_);
    const QSignalBlocker second(height_);
    width_->setValue(size.width());
    height_->setValue(size.height());
  }
  preview_timer_.start();
}

void ExportDialog::show_format() {
  const bool picture = format() != ExportFormat::csv;
  for (QWidget* one : std::initializer_list<QWidget*>{sizes_, width_, height_, looks_}) one->setEnabled(picture);
  scales_->setEnabled(format() == ExportFormat::png);
  note_->setText(picture ? tr("A pixel is 1/96 inch.")
                 : view() == ChartView::confusion
                     ? tr("A row for each label, a column for each class it was taken for. Numbers as in C.")
                     : tr("A row for each point: accuracy with its interval, energy, every knob. Numbers as in C."));
}

void ExportDialog::show_preview() {
  QPixmap picture = QPixmap::fromImage(preview());
  const double ratio = devicePixelRatioF();
  picture = picture.scaled(kPreviewSize * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  picture.setDevicePixelRatio(ratio);
  preview_->setPixmap(picture);
}

ChartView ExportDialog::view() const {
  return static_cast<ChartView>(views_->choice());
}
ExportFormat ExportDialog::format() const {
  return static_cast<ExportFormat>(formats_->choice());
}
QSize ExportDialog::picture_size() const {
  return {width_->value(), height_->value()};
}
double ExportDialog::scale() const {
  return kScales[static_cast<std::size_t>(scales_->choice())];
}
PictureStyle ExportDialog::picture_style() const {
  return static_cast<PictureStyle>(looks_->choice());
}

QImage ExportDialog::preview() const {
  if (view() == ChartView::confusion) sources_.fill_confusion();
  return ChartSheet(*panel_, view(), *theme_, picture_style(), picture_size()).image(devicePixelRatioF());
}

QString ExportDialog::nothing_to_save() const {
  if (view() != ChartView::confusion) return {};
  sources_.fill_confusion();
  const ConfusionMap* map = panel_->confusion()->map();
  return map->has_answers() ? QString() : map->empty_words();
}

QByteArray ExportDialog::contents() const {
  if (format() == ExportFormat::csv) return QByteArray::fromStdString(sources_.csv(view()));
  const ChartSheet sheet(*panel_, view(), *theme_, picture_style(), picture_size());
  const PictureOrigin origin = sources_.origin(view());
  if (format() == ExportFormat::svg) return sheet.svg(origin);
  return format() == ExportFormat::pdf ? sheet.pdf(origin) : sheet.png(scale(), origin);
}

void ExportDialog::save(const QString& path) {
  if (const QString reason = nothing_to_save(); !reason.isEmpty())
    return banner_->say(BannerKind::warning, tr("The chart could not be saved"), reason);
  try {
    const QByteArray bytes = contents();
    write_file_atomically(path.toStdString(),
                          std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    banner_->say(BannerKind::good, tr("Saved"), path);
    Q_EMIT saved(path);
  } catch (...) {
    banner_->say(error_text(current_error(), tr("The chart could not be saved")));
  }
}

void ExportDialog::ask_path() {
  if (const QString reason = nothing_to_save(); !reason.isEmpty())
    return banner_->say(BannerKind::warning, tr("The chart could not be saved"), reason);
  const QString suffix = suffix_of(format());
  auto* dialog = new QFileDialog(this, tr("Save chart"), {}, QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(suffix);
  dialog->selectFile(QStringLiteral("%1.%2").arg(QLatin1String(view_name(view())), suffix));
  connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::save);
  dialog->open();
}

}  // namespace acim::ui
