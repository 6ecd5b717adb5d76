#pragma once

#include <QByteArray>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "macro/noise_units.h"
#include "study/kept_run.h"
#include "ui/model/runs_model.h"

namespace acim::ui {

/// All that a study holds: the window's settings and every run with what was noted of it.
struct StudyDocument {
  StudySubject subject;
  PointSettings settings;
  SweepAxis x;
  SweepAxis family;
  NoiseUnit held_noise = NoiseUnit::percent;  ///< what of the random noise stays when other knobs turn
  std::string adc_range;                      ///< what calibrates the ADC's range of all points; empty: nothing
  int view = 0;                               ///< of ChartView
  QByteArray layout;                          ///< of the docks, as QMainWindow::saveState() has it; empty: leave them
  std::vector<std::shared_ptr<RunRecord>> runs;  ///< newest first; those without predictions are not written
  std::optional<CurveId> baseline;
  std::shared_ptr<const KeptRun> sensitivity;  ///< of the layers (make_sensitivity_spec), which is no curve; null: none
  std::filesystem::path continued;             ///< a file whose run is the newest one and is not complete; empty: none
};

/// What write_study() takes; copies no predictions. The run is an empty one where nothing was computed: the settings on
/// the axes, without images. Error(usage) when the settings make no valid study.
struct StudyContents {
  std::shared_ptr<const KeptRun> run;
  StudyExtras extras;
};
/// `newest_is_live`: the newest run is still in its runner, which is to be asked for it; then `run` is nothing.
StudyContents contents_of(const StudyDocument& document, bool newest_is_live = false);

/// Error(input) for what is no study, or a damaged one. Studies that `acim` wrote have a run and no window state: its
/// settings are taken.
StudyDocument read_study(const std::filesystem::path& path);

}  // namespace acim::ui
