#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QMenu>
#include <QTest>
#include <algorithm>
#include <memory>

#include "base/file.h"
#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/model/preset_text.h"
#include "ui/panel/banner.h"
#include "ui/panel/command_bar.h"
#include "ui/panel/preset_picker.h"
#include "ui/window/main_window.h"
#include "ui/window/preset_desk.h"

namespace acim::ui {
namespace {

using testing::HasSubstr;

class Presets : public testing::Test {
 protected:
  Presets() {
    theme.apply(ThemeChoice::light);
    WindowOptions options;
    options.x = parse_sweep_axis("adc_bits=4:5");
    options.run_at_start = false;
    window = std::make_unique<MainWindow>(test::fake_factory(20), options, &theme);
    window->resize(1280, 720);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }
  PresetPicker* picker() { return window->command_bar()->preset_picker(); }
  QAction* entry(const std::string& id) { return picker()->menu()->findChild<QAction*>(QString::fromStdString(id)); }
  const MacroParameters& knobs() { return window->parameters().current(); }
  std::string said() { return window->files_banner()->text().toStdString(); }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Presets, EveryPublishedMacroIsInTheMenu) {
  for (const cost::Preset& preset : cost::built_in_presets().presets) {
    ASSERT_NE(entry(preset.id), nullptr) << preset.id;
    EXPECT_FALSE(entry(preset.id)->toolTip().isEmpty());
  }
}

TEST_F(Presets, TakingOneSetsKnobsAndCalibrationAsOneStep) {
  const MacroParameters before = knobs();
  const auto& presets = cost::built_in_presets().presets;
  const auto simulated = std::ranges::find_if(presets, [](const cost::Preset& one) {
    return one.knobs && one.energy_scale != 1 && !one.assumed.empty() && !one.doi.empty();
  });
  ASSERT_NE(simulated, presets.end());
  const cost::Preset& preset = *simulated;
  entry(preset.id)->trigger();
  EXPECT_EQ(knobs().rows, preset.knobs->rows);
  EXPECT_EQ(knobs().node_nm, preset.knobs->node_nm);
  EXPECT_DOUBLE_EQ(knobs().energy_scale, preset.energy_scale);
  EXPECT_EQ(picker()->value(), QString::fromStdString(preset.name));
  EXPECT_THAT(said(), HasSubstr(preset.doi));
  window->actions().undo->trigger();
  EXPECT_EQ(knobs(), before);
  EXPECT_EQ(picker()->value().toStdString(), "No preset");
  window->actions().redo->trigger();
  EXPECT_DOUBLE_EQ(knobs().energy_scale, preset.energy_scale);
  window->parameters().set_value("rows", std::int64_t{31});
  EXPECT_EQ(picker()->value().toStdString(), "No preset");
}

TEST_F(Presets, EachThatCanBeSimulatedIsSoundAndKnownAgain) {
  for (const cost::Preset& preset : cost::built_in_presets().presets) {
    if (!preset.knobs) continue;
    entry(preset.id)->trigger();
    EXPECT_TRUE(window->parameters().problems().empty()) << preset.id;
    const cost::Preset* found = matching_preset(cost::built_in_presets(), knobs());
    ASSERT_NE(found, nullptr) << preset.id;
    EXPECT_EQ(cost::preset_values(*found), cost::preset_values(preset)) << preset.id;
    for (const std::string& assumption : preset.assumed) EXPECT_THAT(said(), HasSubstr(assumption));
  }
}

TEST_F(Presets, OneThatIsCostOnlySaysWhyAndChangesNothing) {
  const auto& presets = cost::built_in_presets().presets;
  const auto only = std::ranges::find_if(presets, [](const cost::Preset& one) { return !one.knobs; });
  ASSERT_NE(only, presets.end());
  const MacroParameters before = knobs();
  entry(only->id)->trigger();
  EXPECT_EQ(knobs(), before);
  EXPECT_FALSE(window->parameters().undo_stack().canUndo());
  EXPECT_EQ(window->files_banner()->kind(), BannerKind::warning);
  EXPECT_THAT(said(), HasSubstr(only->why_cost_only));
}

TEST_F(Presets, TheModeOfAFileIsTakenSaidAndUndone) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "exact.json";
  PointSettings exact;
  exact.mode = EvaluationMode::quantised;
  write_file_atomically(path, std::string_view(settings_text(exact)));
  window->presets()->open(QString::fromStdString(path.string()));
  EXPECT_EQ(window->parameters().mode(), EvaluationMode::quantised);
  EXPECT_EQ(window->study().settings.mode, EvaluationMode::quantised);
  EXPECT_THAT(said(), HasSubstr("quantised"));
  window->presets()->save(QString::fromStdString((folder / "again.json").string()));
  EXPECT_EQ(parse_settings(read_text_file(folder / "again.json"), "again.json").mode, EvaluationMode::quantised);
  // A published macro is an array.
  const auto& presets = cost::built_in_presets().presets;
  entry(std::ranges::find_if(presets, [](const cost::Preset& one) { return one.knobs.has_value(); })->id)->trigger();
  EXPECT_EQ(window->parameters().mode(), EvaluationMode::simulated);
  window->actions().undo->trigger();
  EXPECT_EQ(window->parameters().mode(), EvaluationMode::quantised);
  window->parameters().reset_all();
  EXPECT_EQ(window->parameters().mode(), EvaluationMode::simulated);
  window->actions().undo->trigger();
  EXPECT_EQ(window->parameters().mode(), EvaluationMode::quantised);
  window->actions().undo->trigger();
  EXPECT_EQ(window->parameters().mode(), EvaluationMode::simulated);
}

TEST_F(Presets, OwnOnesAreFilesThatTheCommandLineTakes) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder / "mine.json";
  PresetDesk* desk = window->presets();
  window->parameters().set_value("rows", std::int64_t{63});
  window->parameters().set_layers({parse_layer_override("conv1:adc_bits=9")}, {});
  const PointSettings mine{.macro = knobs(), .layers = window->parameters().layers()};
  desk->save(QString::fromStdString(path.string()));
  EXPECT_EQ(parse_settings(read_text_file(path), path.string()), mine);
  window->parameters().reset_all();
  desk->open(QString::fromStdString(path.string()));
  EXPECT_EQ(knobs().rows, 63);
  EXPECT_EQ(window->parameters().layers(), mine.layers);
  window->actions().undo->trigger();
  EXPECT_NE(knobs().rows, 63);

  write_file_atomically(
      path, std::string_view("{\"format\": \"acim-settings\", \"version\": 1, \"parameters\": {\"row\": 3}}"));
  const MacroParameters before = knobs();
  desk->open(QString::fromStdString(path.string()));
  EXPECT_EQ(knobs(), before);
  EXPECT_EQ(window->files_banner()->kind(), BannerKind::error);
  EXPECT_THAT(said(), HasSubstr("rows"));
  desk->save(QString::fromStdString((folder / "none" / "x.json").string()));
  EXPECT_EQ(window->files_banner()->kind(), BannerKind::error);
}

}  // namespace
}  // namespace acim::ui
