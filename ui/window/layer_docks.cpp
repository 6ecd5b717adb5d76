#include "ui/window/layer_docks.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include "base/error.h"
#include "cost/design_hints.h"
#include "ui/chart/bits_map.h"
#include "ui/chart/column_view.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/bits_panel.h"
#include "ui/panel/column_panel.h"
#include "ui/panel/focus_into.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/sensitivity_strip.h"

namespace acim::ui {

namespace {

constexpr int kCsnrInterval = 400;  ///< ms between readings of the layers' signal to noise while a sweep runs
constexpr int kRoomForBits = 900;   ///< of the middle, for the bits map beside the column view
constexpr int kLargeBitsWidth = 440;
constexpr int kColumnHeight = 216;  ///< of the dock below the layers

/// How often a voted cycle of a layer is converted; 0 where its settings are none.
int samples_of(const PointSettings& settings, const cost::LayerWork& layer) {
  try {
    return settings_of_layer(settings, layer.name, layer.first_convolution).macro.voting_samples;
  } catch (const Error&) {
    return 0;
  }
}

bool knows_any(const std::vector<double>& csnr_db) {
  return std::ranges::any_of(csnr_db, [](double one) { return !std::isnan(one); });
}

/// A point of a sweep has other settings than the knobs; the numbers of layers are of one of them.
QString place_text(const MacroParameters& shown, const MacroParameters& knobs) {
  QStringList values;
  for (const auto& [key, value] : differing_values(shown, knobs))
    values << named_value(parameter_of(key), value_text(value));
  return values.isEmpty() ? LayerDocks::tr("At the knobs as they stand")
                          : LayerDocks::tr("At the selected point: %1").arg(values.join(QStringLiteral(", ")));
}

}  // namespace

LayerDocks::LayerDocks(QMainWindow* window, QWidget* charts, StudyController* controller, Parameters* parameters,
                       std::function<PointSettings()> settings_in_view, std::function<std::string()> adc_range,
                       const Theme* theme)
    : QObject(window),
      window_(window),
      charts_(charts),
      controller_(controller),
      parameters_(parameters),
      settings_in_view_(std::move(settings_in_view)),
      theme_(theme),
      adc_range_(std::move(adc_range)),
      sensitivity_(controller) {
  layers_ = new LayersPanel(&layers_model_, parameters, &sensitivity_, theme);
  column_ = new ColumnPanel(&column_model_, false, theme);
  window->setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
  layers_dock_ = add_dock(tr("Layers"), "layers_dock", layers_, QKeySequence(Qt::CTRL | Qt::Key_L));
  column_dock_ = add_dock(tr("Column view"), "column_dock", column_, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
  large_ = make_large();
  large_->hide();
  charts->parentWidget()->layout()->addWidget(large_);
  large_->installEventFilter(this);
  layers_->bits()->installEventFilter(this);

  connect(layers_, &LayersPanel::close_wanted, layers_dock_, &QDockWidget::close);
  connect(column_, &ColumnPanel::close_wanted, column_dock_, &QDockWidget::close);
  connect(column_, &ColumnPanel::expand_wanted, this, [this] { show_large(true); });
  connect(large_column_, &ColumnPanel::expand_wanted, this, [this] { show_large(false); });
  connect(layers_, &LayersPanel::current_changed, this, [this](int row) {
    if (row >= 0) column_model_.set_layer(row);
    show_bits();
  });
  for (BitsPanel* bits : {layers_->bits(), large_bits_}) {
    connect(bits->map(), &BitsMap::pair_picked, this, [this](int weight_bit, int cycle) {
      ColumnPlace place = column_model_.place();
      place.weight_bit = weight_bit;
      place.cycle = cycle;
      column_model_.set_place(place);
    });
    connect(bits->map(), &BitsMap::hybrid_picked, this, [this](int levels) { set_levels("hybrid_levels", levels); });
    connect(bits->map(), &BitsMap::voting_picked, this, [this](int levels) { set_levels("voting_levels", levels); });
  }
  connect(&column_model_, &ColumnModel::changed, this, [this] {
    const ColumnScene* scene = column_model_.scene();
    const bool ready = scene != nullptr && column_model_.state() == ColumnState::ready;
    if (ready && scene->errors != errors_) {
      errors_ = scene->errors;
      errors_of_ = {column_model_.place().layer, column_model_.place().image};
      show_bits();
    }
    if (column_model_.conversion() == nullptr) return;
    for (BitsPanel* bits : {layers_->bits(), large_bits_}) {
      bits->set_current(column_model_.place().weight_bit, column_model_.place().cycle);
    }
  });
  // Not from the window's destructor, where the middle is gone already.
  for (QDockWidget* dock : {layers_dock_, column_dock_}) {
    connect(dock->toggleViewAction(), &QAction::toggled, this, &LayerDocks::keep_margins);
  }
  SensitivityStrip* strip = layers_->sensitivity();
  connect(strip, &SensitivityStrip::run_wanted, this, &LayerDocks::find_sensitivity);
  connect(strip, &SensitivityStrip::stop_wanted, &sensitivity_, &SensitivityStudy::stop);
  connect(strip, &SensitivityStrip::shown_changed, this, &LayerDocks::show_sensitivity);
  connect(&sensitivity_, &SensitivityStudy::changed, this, &LayerDocks::show_sensitivity);
  csnr_delay_.setSingleShot(true);
  csnr_delay_.setInterval(kCsnrInterval);
  connect(&csnr_delay_, &QTimer::timeout, this, &LayerDocks::read_csnr);
  connect(controller, &StudyController::results_changed, this, &LayerDocks::want_csnr);
  keep_margins();
}

QDockWidget* LayerDocks::add_dock(const QString& name, const char* object_name, QWidget* panel,
                                  const QKeySequence& key) {
  auto* dock = new QDockWidget(name);
  dock->setObjectName(QLatin1String(object_name));
  dock->setTitleBarWidget(new QWidget);
  dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
  auto* box = new QWidget;
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 8, 0);
  layout->addWidget(panel);
  box->setMinimumWidth(300);
  dock->setWidget(box);
  window_->addDockWidget(Qt::RightDockWidgetArea, dock);
  QAction* toggle = dock->toggleViewAction();
  toggle->setShortcut(key);
  window_->addAction(toggle);
  // Behind another tab its key brings it to the front, where the dock's own answer would be to hide.
  disconnect(toggle, nullptr, dock, nullptr);
  connect(toggle, &QAction::triggered, dock, [this, dock, toggle](bool wanted) {
    const bool behind = !dock->isHidden() && dock->visibleRegion().isEmpty();
    if (!wanted && !behind) return void(dock->close());
    toggle->setChecked(true);
    bring_to_front(dock);
    QTimer::singleShot(0, dock, [dock] { focus_into(dock->widget(), Qt::ShortcutFocusReason); });
  });
  return dock;
}

void LayerDocks::bring_to_front(QDockWidget* dock) {
  // A dock that is moved in by and by has no tab yet that could be raised.
  const bool animated = window_->isAnimated();
  window_->setAnimated(false);
  dock->show();
  dock->raise();
  window_->setAnimated(animated);
  QTimer::singleShot(0, dock, [dock] { dock->raise(); });
}

QWidget* LayerDocks::make_large() {
  large_bits_ = new BitsPanel(theme_);
  large_column_ = new ColumnPanel(&column_model_, true, theme_);
  auto* frame = new QFrame;
  frame->setProperty("kind", "panel");
  auto* title = new QLabel(tr("Bits map"));
  title->setFont(theme_->font(TextRole::strong));
  title->setContentsMargins(16, 0, 16, 0);
  title->setFixedHeight(36);
  auto* rule = new QFrame;
  rule->setProperty("kind", "rule");
  auto* inner = new QVBoxLayout(frame);
  inner->setContentsMargins(1, 1, 1, 1);
  inner->setSpacing(0);
  inner->addWidget(title);
  inner->addWidget(rule);
  inner->addWidget(large_bits_, 1);
  large_bits_box_ = frame;
  auto* page = new QWidget;
  auto* layout = new QHBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  frame->setFixedWidth(kLargeBitsWidth);
  layout->addWidget(frame);
  layout->addWidget(large_column_, 1);
  return page;
}

bool LayerDocks::eventFilter(QObject* watched, QEvent* event) {
  if (watched == large_ && event->type() == QEvent::Resize) {
    large_bits_box_->setVisible(large_->width() >= kRoomForBits);
  }
  // The shares of error are measured with the conversion, also where only the map is seen.
  if (watched == layers_->bits() && event->type() == QEvent::Show) column_model_.watch(true);
  if (watched == layers_->bits() && event->type() == QEvent::Hide) column_model_.watch(false);
  return QObject::eventFilter(watched, event);
}

void LayerDocks::show_large(bool large) {
  large_->setVisible(large);
  charts_->setVisible(!large);
  (large ? large_column_->view() : column_->view())->setFocus(Qt::OtherFocusReason);
}

bool LayerDocks::is_large() const {
  return !large_->isHidden();
}

void LayerDocks::keep_margins() {
  const bool docked = !layers_dock_->isHidden() || !column_dock_->isHidden();
  charts_->parentWidget()->layout()->setContentsMargins(0, 0, docked ? 0 : 8, 0);
}

void LayerDocks::fit(bool compact) {
  if (compact_ != compact) {
    compact_ = compact;
    const bool untouched = !layers_dock_->isFloating() && !column_dock_->isFloating() &&
                           window_->dockWidgetArea(layers_dock_) == Qt::RightDockWidgetArea &&
                           window_->dockWidgetArea(column_dock_) == Qt::RightDockWidgetArea;
    if (untouched && compact) {
      window_->tabifyDockWidget(layers_dock_, column_dock_);
      layers_dock_->raise();
    } else if (untouched) {
      // Out of the tabs first: split alone leaves it there.
      const bool shown = !column_dock_->isHidden();
      window_->removeDockWidget(column_dock_);
      window_->addDockWidget(Qt::RightDockWidgetArea, column_dock_, Qt::Vertical);
      column_dock_->setVisible(shown);
    }
  }
  window_->resizeDocks({layers_dock_}, {compact ? 300 : 504}, Qt::Horizontal);
  if (compact) return;
  const int height = layers_dock_->height() + column_dock_->height();
  window_->resizeDocks({layers_dock_, column_dock_}, {std::max(200, height - kColumnHeight), kColumnHeight},
                       Qt::Vertical);
}

// What is shown.

void LayerDocks::take_network() {
  const std::span<const cost::LayerWork> layers = controller_->layers();
  const auto same = [](const cost::LayerWork& a, const cost::LayerWork& b) {
    return a.name == b.name && a.geometry == b.geometry;
  };
  const bool other =
      !std::equal(layers.begin(), layers.end(), layers_model_.layers().begin(), layers_model_.layers().end(), same);
  if (other) {
    const bool first = layers_model_.rowCount() == 0;
    layers_model_.set_layers({layers.begin(), layers.end()});
    // Of the network before; a name mistyped at the start is kept, and said.
    if (!first) layers_->drop_strays();
  }
  if (!other && probe_ == controller_->probe()) return;
  probe_ = controller_->probe();
  errors_.reset();
  column_model_.set_network(probe_, {layers.begin(), layers.end()});
}

void LayerDocks::show_settings() {
  take_network();
  const PointSettings settings = settings_in_view_();
  layers_model_.set_settings(settings);
  layers_->show_place(place_text(settings.macro, parameters_->current()));
  column_model_.set_settings(settings);
  show_bits();
  show_sensitivity();
  want_csnr();
  Q_EMIT settings_shown();
}

void LayerDocks::show_bits() {
  const cost::LayerWork* layer = column_model_.layer();
  BitPairs pairs = layer != nullptr ? bit_pairs(*layer, layers_model_.settings()) : BitPairs{};
  // Of the settings before until the new ones are measured, so that the map does not flicker.
  const bool measured = errors_ && errors_of_ == std::pair(column_model_.place().layer, column_model_.place().image);
  if (measured) set_error_shares(pairs, *errors_, column_model_.place().image);
  const bool own = layer != nullptr && own_settings(parameters_->layers(), layer->name).count() > 0;
  const QString name = layer != nullptr ? QString::fromStdString(layer->name) : QString();
  const QString scope = own ? tr("%1, which has settings of its own").arg(name) : name;
  for (BitsPanel* bits : {layers_->bits(), large_bits_}) bits->set_pairs(pairs, scope);
}

void LayerDocks::show_ranks() {
  layers_dock_->show();
  layers_dock_->raise();
  layers_->show_view(LayersPanel::kSensitivity);
}

void LayerDocks::find_sensitivity() {
  show_ranks();
  if (sensitivity_.is_active()) return;
  const PointSettings settings = settings_in_view_();
  layers_->sensitivity()->show_settings(settings, sensitivity_.is_of(settings, adc_range_()));
  sensitivity_.start(settings, adc_range_(), layers_->sensitivity()->chosen());
}

void LayerDocks::show_sensitivity() {
  const PointSettings& settings = layers_model_.settings();
  const bool fits = sensitivity_.is_of(settings, adc_range_());
  layers_->sensitivity()->show_settings(settings, fits);
  layers_model_.set_sensitivity(sensitivity_.losses(layers_->sensitivity()->shown(), layers_model_.names()), !fits);
}

void LayerDocks::set_levels(const char* key, int levels) {
  const cost::LayerWork* layer = column_model_.layer();
  if (layer == nullptr) return;
  const auto value = std::int64_t{std::max(0, levels)};
  // A vote of one would be none: who asks for votes gets them.
  const bool needs_samples =
      levels > 0 && std::string_view(key) == "voting_levels" && samples_of(layers_model_.settings(), *layer) == 1;
  if (needs_samples) {
    parameters_->undo_stack().beginMacro(tr("voting of %1").arg(QString::fromStdString(layer->name)));
    set_level("voting_samples", std::int64_t{cost::kFewestVotes}, *layer);
    set_level(key, value, *layer);
    parameters_->undo_stack().endMacro();
    return;
  }
  set_level(key, value, *layer);
}

void LayerDocks::set_level(const char* key, std::int64_t value, const cost::LayerWork& work) {
  const cost::LayerWork* layer = &work;
  for (const auto& entry : own_settings(parameters_->layers(), layer->name).values) {
    if (entry.first != key) continue;
    parameters_->set_layers(
        with_own_value(parameters_->layers(), layers_model_.names(), {{layer->name}, {}}, key, value),
        tr("change of levels of %1").arg(QString::fromStdString(layer->name)));
    return;
  }
  parameters_->set_value(key, value);
}

void LayerDocks::want_csnr() {
  csnr_wanted_ = reading_csnr_;
  if (!reading_csnr_ && !csnr_delay_.isActive()) csnr_delay_.start();
}

void LayerDocks::read_csnr() {
  if (!probe_ || reading_csnr_) return;
  reading_csnr_ = true;
  measurements_.add([this, probe = probe_, settings = layers_model_.settings()](const std::stop_token& stop) {
    if (stop.stop_requested()) return;
    std::vector<double> csnr;
    bool expected = false;
    try {
      csnr = probe->csnr_db(settings);
      if (!knows_any(csnr)) {
        csnr = probe->expected_csnr_db(settings, stop);
        expected = true;
      }
    } catch (const std::exception&) {
      csnr.clear();  // Settings that cannot run have none; the table says so itself.
    }
    QMetaObject::invokeMethod(
        this,
        [this, probe, settings, expected, csnr = std::move(csnr)]() mutable {
          reading_csnr_ = false;
          if (std::exchange(csnr_wanted_, false)) csnr_delay_.start();
          if (probe == probe_) take_csnr(std::move(csnr), expected, settings == layers_model_.settings());
        },
        Qt::QueuedConnection);
  });
}

void LayerDocks::take_csnr(std::vector<double> csnr_db, bool expected, bool is_of_now) {
  if (is_of_now && !expected) Q_EMIT csnr_measured(csnr_db);
  // A column that was there stays, so that nothing jumps.
  if (!knows_any(csnr_db) && !layers_model_.knows_csnr()) return;
  if (csnr_db.empty()) csnr_db.assign(layers_model_.layers().size(), std::nan(""));
  layers_model_.set_csnr(std::move(csnr_db), expected);
}

}  // namespace acim::ui
