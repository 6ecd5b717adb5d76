// Every kind of edit is taken back by one undo, and made again by one redo.

#include <gtest/gtest.h>

#include <QMenu>
#include <QTableView>
#include <QTest>
#include <functional>
#include <memory>

#include "base/file.h"
#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/layer_editor.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/preset_picker.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_window.h"
#include "ui/window/preset_desk.h"

namespace acim::ui {
namespace {

/// All that a user can edit.
struct Edited {
  PointSettings settings;
  SweepAxis x;
  SweepAxis family;
  std::string adc_range;
  std::vector<CurveMarks> marks;
  std::optional<CurveId> baseline;
  bool operator==(const Edited&) const = default;
};

class Undo : public testing::Test {
 protected:
  Undo() {
    theme.apply(ThemeChoice::light);
    WindowOptions options;
    options.x = parse_sweep_axis("adc_bits=4:5");
    window = std::make_unique<MainWindow>(test::fake_factory(20), options, &theme);
    window->resize(1440, 900);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    finish();
    window->parameters().set_value("random_noise_percent", 0.5);
    window->run();
    finish();
    window->parameters().undo_stack().clear();
  }
  void finish() {
    ASSERT_TRUE(QTest::qWaitFor(
        [this] {
          return window->controller().state() == StudyState::finished &&
                 window->runs_model()->records().front()->kept != nullptr;
        },
        20000));
  }
  Edited edited() const {
    const StudyDocument document = window->study();
    Edited all{document.settings, document.x, document.family, document.adc_range, {}, document.baseline};
    for (const auto& run : document.runs) all.marks.insert(all.marks.end(), run->marks.begin(), run->marks.end());
    return all;
  }
  QAction* of_runs(const char* name) const { return window->runs_panel()->action(QLatin1String(name)); }
  CurveId first() const { return window->runs_model()->id_of_row(0); }

  test::TemporaryFolder folder;
  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Undo, TakesBackEachKindOfEditAndMakesItAgain) {
  Parameters& parameters = window->parameters();
  RunsModel& runs = *window->runs_model();
  SweepBar& bar = *window->chart_panel()->sweep_bar();
  LayersPanel& layers = *window->docks()->layers();
  PointSettings other;
  other.mode = EvaluationMode::quantised;
  other.macro.rows = 63;
  other.layers = {parse_layer_override("fc:adc_bits=9")};
  const std::filesystem::path settings = folder / "settings.json";
  write_file_atomically(settings, std::string_view(settings_text(other)));
  const cost::Preset& preset = *std::ranges::find_if(cost::built_in_presets().presets,
                                                     [](const cost::Preset& one) { return one.knobs.has_value(); });
  const std::vector<std::pair<const char*, std::function<void()>>> edits = {
      {"a knob", [&] { parameters.set_value("rows", std::int64_t{127}); }},
      {"a choice", [&] { parameters.set_value("mapping", std::string("dense")); }},
      {"a knob's reset", [&] { parameters.reset("random_noise_percent"); }},
      {"the reset of all", [&] { window->actions().reset_knobs->trigger(); }},
      {"a preset", [&] { window->presets()->apply(preset); }},
      {"a settings file", [&] { window->presets()->open(QString::fromStdString(settings.string())); }},
      {"the mode", [&] { parameters.set_mode(EvaluationMode::floating_point); }},
      {"a layer's knob",
       [&] { parameters.set_layers({parse_layer_override("layer1.*:adc_bits=6")}, QStringLiteral("layers")); }},
      {"layers that name none",
       [&] {
         parameters.set_layers({parse_layer_override("gone:adc_bits=6")}, QStringLiteral("layers"));
         parameters.undo_stack().clear();
         layers.drop_strays();
       }},
      {"the x axis", [&] { bar.set_axes(parse_sweep_axis("rows=31:255:32"), {}); }},
      {"the family", [&] { bar.set_axes(bar.x(), parse_sweep_axis("encoding_bits=1,2")); }},
      {"the ADC's range", [&] { window->adc_range().set("mse"); }},
      {"a run's name", [&] { runs.rename(first(), QStringLiteral("mine")); }},
      {"a run's note", [&] { runs.set_note(first(), QStringLiteral("as printed")); }},
      {"a pin", [&] { of_runs("pin_run")->trigger(); }},
      {"a colour", [&] { window->runs_panel()->color_menu()->actions().at(3)->trigger(); }},
      {"the baseline", [&] { of_runs("baseline_run")->trigger(); }},
      {"a run's settings", [&] { Q_EMIT window->runs_panel()->run_chosen(runs.spec_of_row(1), 0); }},
      {"deletion", [&] { of_runs("delete_runs")->trigger(); }}};
  for (const auto& [what, edit] : edits) {
    SCOPED_TRACE(what);
    window->runs_panel()->table()->selectRow(0);
    const Edited at_first = edited();
    parameters.undo_stack().clear();
    edit();
    const Edited after = edited();
    QUndoStack& undo = parameters.undo_stack();
    ASSERT_TRUE(undo.canUndo());
    EXPECT_EQ(undo.count(), 1) << "is one step";
    EXPECT_FALSE(window->actions().undo->text().isEmpty());
    window->actions().undo->trigger();
    EXPECT_FALSE(undo.canUndo());
    const Edited before = edited();
    EXPECT_NE(before, after);
    window->actions().redo->trigger();
    EXPECT_EQ(edited(), after);
    window->actions().undo->trigger();
    EXPECT_EQ(edited(), before);
    if (std::string_view(what) != "layers that name none") {
      EXPECT_EQ(before, at_first);
    }
    if (!window->parameters().layers().empty()) window->parameters().set_layers({}, {});
  }
}

TEST_F(Undo, KeysTakeBackAndMakeAgain) {
  window->parameters().set_value("rows", std::int64_t{127});
  QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(window->parameters().current().rows, 255);
  QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(window->parameters().current().rows, 127);
}

TEST_F(Undo, KeysInAFieldTakeBackWhatIsTypedThereFirst) {
  auto* rows = window->form()->row("rows")->findChild<KnobSpinBox*>();
  rows->setFocus();
  const auto type = [rows](const char* text) {
    rows->selectAll();
    QTest::keyClicks(rows, text);
    QTest::keyClick(rows, Qt::Key_Return);
  };
  type("127");
  type("many");
  QTest::keyClick(rows, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(rows->text(), "127");
  EXPECT_EQ(window->parameters().current().rows, 127);
  QTest::keyClick(rows, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(rows->text(), "255");
  EXPECT_EQ(window->parameters().current().rows, 255);
  QTest::keyClick(rows, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(rows->text(), "127");
}

}  // namespace
}  // namespace acim::ui
